"""Reading what a person or a file gave for a field, strictly, without stopping at the first mistake.

A reader returns the value of its type, or a ``Rejected`` with the reason; a class that uses readers
calls ``settle(self)`` at the end of its making, which raises all reasons at once.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar, cast

from casemgr_jd._attrs import fields as all_fields
from casemgr_jd._clean import clean_line
from casemgr_jd._frozen import FrozenMap, in_order
from casemgr_jd._names import did_you_mean, joined, snake
from casemgr_jd._reading import reader_of
from casemgr_jd.errors import InputError, Problem, Rejected

if TYPE_CHECKING:
    from attrs import AttrsInstance

__all__ = [
    "Rejected",
    "flag",
    "line",
    "lines",
    "identifier",
    "member",
    "one_of",
    "names",
    "needed",
    "rejected",
    "said",
    "same_or_new",
    "settle",
    "whole_number",
    "words",
]

E = TypeVar("E", bound=Enum)
T = TypeVar("T")

_MOST = 1_000_000_000
"""No whole number of a requisition is larger."""


def rejected(reason: str, hint: str = "") -> Any:
    """Return a rejection; typed as anything because ``settle`` never lets it out of the class."""
    return Rejected((Problem("", reason, hint),))


def described(value: object) -> str:
    """Name the kind of *value* for a message, with the value where it is short."""
    if value is None:
        return "nothing"
    kind = _WORDS.get(type(value), type(value).__name__)
    # The repr of anything else may be long, and may fail.
    # A date shows itself as a person writes it, not as a program makes it.
    shown = str(value) if isinstance(value, date | time) else ""
    if isinstance(value, _SHORT) and _is_short(value):
        shown = repr(value)
    return f"{kind} {shown}" if 0 < len(shown) <= 40 else kind


_WORDS = {
    str: "text",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "a table",
    date: "a date",
    datetime: "a date with a time",
    time: "a time",
    bytes: "bytes",
}
_SHORT = (str, int, float)


def _is_short(value: object) -> bool:
    # Python refuses to write out a number of some thousand digits.
    return not isinstance(value, int) or value.bit_length() < 200


def line(value: str | None) -> str | None:
    """Read one line of text; empty means not given."""
    if value.__class__ is str:
        return clean_line(value) or None
    if value is None:
        return None
    if not isinstance(value, str):
        return cast("None", rejected(f"must be text, not {described(value)}", "put it in quotes"))
    return clean_line(value) or None


def words(value: str | None) -> str:
    """Read one line of text that may be empty."""
    return line(value) or ""


def lines(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    """Read a list of texts; a single text counts as a list of one, blanks are dropped."""
    if value.__class__ is tuple and (not value or _lines_read.get(id(value)) is value):
        return cast("tuple[str, ...]", value)
    if value is None:
        return ()
    if isinstance(value, str):
        value = (value,)
    if isinstance(value, Mapping) or not isinstance(value, Iterable):
        return cast("tuple[()]", rejected(f"must be a list of texts, not {described(value)}"))
    items = in_order(value)
    for item in items:
        if not isinstance(item, str):
            reason = f"must be a list of texts, but holds {described(item)}"
            return cast("tuple[()]", rejected(reason))
    return _lines_read.kept(
        same_or_new(value, tuple(dict.fromkeys(filter(None, map(clean_line, items)))))
    )


class AsRead(dict[int, Any]):
    """What a reader gave, by its identity, which it keeps while it is held.

    Given again it is as it is read: a copy of a requisition with another fact gives all of it again.
    """

    def kept(self, read: T) -> T:
        """Return what was read, which is known from now on."""
        if len(self) >= _MOST_READ:
            self.clear()
        self[id(read)] = read
        return read


_MOST_READ = 4096
_lines_read = AsRead()


def same_or_new(given: object, read: T) -> T:
    """Return what was given where it reads as it is: what stays the same object is compared at no cost."""
    return given if given.__class__ is read.__class__ and given == read else read


def names(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    """Read a list of ids; hyphens are accepted for underscores."""
    if value.__class__ is tuple and (not value or _names_read.get(id(value)) is value):
        return cast("tuple[str, ...]", value)
    found: Any = lines(value)
    if isinstance(found, Rejected):
        return cast("tuple[str, ...]", found)
    return _names_read.kept(same_or_new(found, tuple(dict.fromkeys(map(snake, found)))))


_names_read = AsRead()


def name(value: str | None) -> str | None:
    """Read one id; hyphens are accepted for underscores."""
    found = line(value)
    return same_or_new(found, snake(found)) if isinstance(found, str) else found


def flag(value: bool | None) -> bool | None:
    """Read true or false, and nothing that merely looks like it."""
    if value is None or isinstance(value, bool):
        return value
    return cast("None", rejected(f"must be true or false, not {described(value)}"))


def whole_number(value: int | None) -> int | None:
    """Read a whole number from zero up."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        return cast("None", rejected(f"must be a whole number, not {described(value)}"))
    if value < 0:
        return cast("None", rejected(f"must not be negative, but is {described(value)}"))
    if value > _MOST:
        return cast("None", rejected(f"must be at most {_MOST:,}, not {described(value)}"))
    return value


def needed(made: "AttrsInstance", *fields: str) -> list[Problem]:
    """Return a problem for each of *fields* that is not given."""
    return [Problem(field, "is missing") for field in fields if getattr(made, field) is None]


@lru_cache(maxsize=1024)
def _named(kind: type[E], value: str) -> E | None:
    wanted = snake(clean_line(value)) if value else ""
    return next((one for one in kind if wanted == one.value), None)


def member(kind: type[E], value: "E | str | None") -> "E | None":
    """Read one of the values of *kind*."""
    if value is None or isinstance(value, kind):
        return value
    if isinstance(value, str):
        found = _named(kind, str.__str__(value))  # of a kind of text that may have no hash
        if found is not None or not value:
            return found
        wanted = snake(clean_line(value))
        if not wanted:
            return None
    known = [str(one.value) for one in kind if one.value]
    if not isinstance(value, str):
        reason = f"must be one of {joined(known, 'or')}, not {described(value)}"
        return cast("None", rejected(reason))
    guess = did_you_mean(wanted, known)
    hint = f"{guess} One of: {', '.join(known)}" if guess else f"one of: {', '.join(known)}"
    return cast("None", rejected(f"is not known: {value!r}", hint))


def one_of(kind: type[E], value: "E | str") -> E:
    """Read one of the values of *kind*, which must be given."""
    if value.__class__ is kind:
        return value
    found = member(kind, value)
    if found is None:
        known = joined([str(one.value) for one in kind if one.value], "or")
        return cast("E", rejected(f"is missing: it is {known}"))
    return found


def said(value: str) -> str:
    """Read one line of text that must be given."""
    found = line(value)
    return cast("str", rejected("is missing")) if found is None else found


def identifier(value: str) -> str:
    """Read the id of a choice; hyphens are accepted for underscores, and it must be given."""
    found = name(value)
    return cast("str", rejected("is missing", "give it an id")) if found is None else found


def counts(value: "Mapping[str, Any] | None") -> FrozenMap[int]:
    """Read a table of names and whole numbers, such as headcounts by state."""
    if value.__class__ is FrozenMap and _counts_read.get(id(value)) is value:
        return cast("FrozenMap[int]", value)
    if value is None:
        return FrozenMap()
    if not isinstance(value, Mapping):
        return cast("FrozenMap[int]", rejected(f"must be a table, not {described(value)}"))
    for key, number in value.items():
        if number is None or isinstance(whole_number(number), Rejected):
            reason = f"must hold whole numbers, but {str(key)!r} is {described(number)}"
            return cast("FrozenMap[int]", rejected(reason))
    read = FrozenMap({clean_line(str(key)): number for key, number in value.items()})
    return _counts_read.kept(same_or_new(value, read))


_counts_read = AsRead()


def calendar_date(value: "date | str | None") -> "date | None":
    """Read a calendar date: a date, or text such as ``2026-12-31``."""
    if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
        return value
    if isinstance(value, str) and not clean_line(value):
        return None
    if isinstance(value, str):
        try:
            return date.fromisoformat(clean_line(value))
        except ValueError:
            pass
    return cast("None", rejected(f"must be a date, not {described(value)}", "like 2026-12-31"))


def settle(made: "AttrsInstance", more: "Iterable[Problem]" = ()) -> None:
    """Raise every rejection among the fields of *made*, and *more*, as one ``InputError``."""
    problems: list[Problem] = []
    names, read = _reading(type(made))
    values = read(made)
    if Rejected in map(type, values):
        for name, value in zip(names, values):
            if value.__class__ is Rejected:
                problems += [problem.under(name) for problem in value.problems]
    problems += more
    if problems:
        raise InputError(problems)


@lru_cache(maxsize=64)
def _reading(
    kind: "type[AttrsInstance]",
) -> tuple[tuple[str, ...], Callable[[object], tuple[Any, ...]]]:
    """Return the names of the fields of a class, and what reads them all.

    Values are made by the thousand, classes are few.
    """
    names = tuple(attribute.name for attribute in all_fields(kind))
    return names, reader_of(names)


def is_settled(made: "AttrsInstance", *fields: str) -> bool:
    """Tell whether none of *fields* was rejected, so that they may be compared."""
    return Rejected not in [getattr(made, field).__class__ for field in fields]
