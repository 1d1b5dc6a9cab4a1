"""Ranges of years and of percent, as a requisition gives them and as a reader sees them."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name
from casemgr_jd._frozen import in_order
from casemgr_jd._late import late
from casemgr_jd._lexicon import lexicon
from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import Rejected, flag, rejected, whole_number
from casemgr_jd.model._value import Value

__all__ = [
    "HOURS_OF_A_WEEK",
    "PercentRange",
    "YearsRange",
    "hours",
    "made",
    "one_of_kind",
    "percent",
    "several",
    "unknown_in",
    "years",
]

T = TypeVar("T")
HOURS_OF_A_WEEK = 168
_BARE = late(r"-?\d{1,9}(?:\.\d{1,9})?")
_HOURS = late(r"(.*\d)\s?(?:hours?|hrs?\.?)(?:\s?(?:a|per|each|/)\s?week)?\.?", re.IGNORECASE)
"""Hours that end in a figure and its unit."""


def _or_more(value: bool | None) -> bool:
    return flag(value) or False


@by_name
@frozen(repr=False, eq=False)
class YearsRange(Value):
    """Years of experience: from ``minimum``, to ``maximum`` where there is one.

    >>> print(YearsRange(3, 5, or_more=True))
    3–5+ years
    >>> print(YearsRange(2))
    2+ years
    """

    minimum: int = field(converter=whole_number)
    """The least years, from 0 up."""
    maximum: int | None = field(default=None, converter=whole_number)
    """The most years; ``None`` for no end."""
    or_more: bool = field(default=False, converter=_or_more)
    """Whether more than the maximum is welcome."""

    def __attrs_post_init__(self) -> None:
        conflicts = _entry.needed(self, "minimum")
        comparable = _entry.is_settled(self, "minimum", "maximum") and self.maximum is not None
        if comparable and not conflicts and self.minimum > cast("int", self.maximum):
            conflicts.append(Problem("minimum", "is above the maximum", "swap the two figures"))
        _entry.settle(self, conflicts)

    def __str__(self) -> str:
        if self.maximum is None:
            return f"{self.minimum}+ years"
        if self.minimum == self.maximum:
            plus = "+" if self.or_more else ""
            return f"{self.minimum}{plus} year{'s' * (self.minimum != 1 or self.or_more)}"
        return f"{self.minimum}–{self.maximum}{'+' * self.or_more} years"


@by_name
@frozen(repr=False, eq=False)
class PercentRange(Value):
    """A share of the time, in percent from 0 to 100.

    >>> print(PercentRange(0, 20))
    0–20%
    """

    low: int = field(converter=whole_number)
    """The least share, in percent."""
    high: int = field(converter=whole_number)
    """The largest share, in percent, up to 100."""

    def __attrs_post_init__(self) -> None:
        conflicts = _entry.needed(self, "low", "high")
        if not conflicts and _entry.is_settled(self, "low", "high"):
            if self.high > 100:
                conflicts.append(Problem("high", f"must be at most 100 percent, not {self.high}"))
            if self.low > self.high:
                conflicts.append(Problem("low", "is above the high end", "swap the two figures"))
        _entry.settle(self, conflicts)

    def __str__(self) -> str:
        return f"{self.low}%" if self.low == self.high else f"{self.low}–{self.high}%"


def years(
    value: "YearsRange | Mapping[str, Any] | list[int] | tuple[int, ...] | int | None",
) -> YearsRange | None:
    """Read years: ``2``, ``[3, 5]`` or ``{minimum = 3, maximum = 5, or_more = true}``."""
    if value is None or isinstance(value, YearsRange):
        return value
    if isinstance(value, Mapping):
        return cast("None", _made(YearsRange, value))
    if isinstance(value, list | tuple) and len(value) == 2:
        return cast("None", _made(YearsRange, {"minimum": value[0], "maximum": value[1]}))
    if isinstance(value, int) and not isinstance(value, bool):
        return cast("None", _made(YearsRange, {"minimum": value}))
    reason = f"must be years, not {_entry.described(value)}"
    return cast("None", rejected(reason, "like 2, [3, 5] or {minimum = 3, maximum = 5}"))


def percent(
    value: "PercentRange | Mapping[str, Any] | list[int] | tuple[int, ...] | int | None",
) -> PercentRange | None:
    """Read a share: ``20``, ``[0, 20]`` or ``{low = 0, high = 20}``."""
    if value is None or isinstance(value, PercentRange):
        return value
    if isinstance(value, Mapping):
        return cast("None", _made(PercentRange, value))
    if isinstance(value, int) and not isinstance(value, bool):
        value = (value, value)
    if isinstance(value, list | tuple) and len(value) == 2:
        return cast("None", _made(PercentRange, {"low": value[0], "high": value[1]}))
    reason = f"must be percent, not {_entry.described(value)}"
    return cast("None", rejected(reason, "like 20 or [0, 20]"))


def hours(value: "float | list[float] | tuple[float, ...] | str | None") -> str | None:
    """Read hours a week: ``40``, ``37.5``, ``[32, 40]`` or words; returned as they read.

    The unit behind a figure is left out, for each place that tells them says it.

    >>> hours([32, 40]), hours("37.5 hrs per week")
    ('32–40', '37.5')
    """
    if value is None or (value.__class__ is str and _hours_read.get(id(value)) is value):
        return value
    if isinstance(value, str):
        words = _entry.line(value)
        figures = _HOURS.fullmatch(words) if isinstance(words, str) else None
        told = figures[1] if figures else words
        # A number that comes as a text, as from a table, is looked at as one.
        if not (isinstance(told, str) and _BARE.fullmatch(told)):
            return told
        return _hours_read.kept(_entry.same_or_new(value, hours(_number(told))))
    ends = value if isinstance(value, list | tuple) else (value,)
    if not 1 <= len(ends) <= 2 or not all(map(_is_hours, ends)):
        reason = f"must be hours a week, not {_entry.described(value)}"
        return cast("None", rejected(reason, "like 40 or [32, 40]"))
    if ends[0] > ends[-1]:
        return cast("None", rejected("has its low end above its high end", "swap the two figures"))
    return "–".join(f"{one:g}" for one in dict.fromkeys(ends))


_hours_read = _entry.AsRead()


def _number(words: str) -> float:
    number = float(words)
    return int(number) if number.is_integer() else number


def _is_hours(value: object) -> bool:
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and 0 < value <= HOURS_OF_A_WEEK
    )


def _made(kind: type[Any], values: Mapping[str, Any]) -> object:
    """Make a *kind* from a table of a file, keeping what is wrong with it for ``settle``."""
    known = _known_to(kind)  # type: ignore[arg-type]
    if not known.keys() >= values.keys():
        return _entry.Rejected(unknown_in(kind, values))
    try:
        return kind(**values)
    except InputError as error:
        return _entry.Rejected(error.problems)
    except TypeError:
        return rejected("is incomplete", f"it takes {', '.join(known)}")


@lru_cache(maxsize=64)
def _known_to(kind: Any) -> Mapping[str, None]:
    """Return the names of the fields of a class, in order: it is asked for each of its values."""
    return dict.fromkeys(attribute.name for attribute in kind.__attrs_attrs__)


made = _made


def unknown_in(kind: type[Any], values: Mapping[str, Any]) -> tuple[Problem, ...]:
    """Return a problem for each name in *values* that a *kind* does not have, with the one that was meant.

    >>> for problem in unknown_in(PercentRange, {"minimum": 5, "hihg": 10, "colour": "red"}): print(problem)
    minimum: is not known (did you mean 'low'?)
    hihg: is not known (did you mean 'high'?)
    colour: is not known (one of: low, high)
    """
    known = _known_to(kind)  # type: ignore[arg-type]
    return tuple(
        Problem(str(key), "is not known", _meant(key, known) or f"one of: {', '.join(known)}")
        for key in values
        if key not in known
    )


def _meant(name: object, known: Mapping[str, None]) -> str:
    """Return the field that a name stands for: another word for it, or one that is spelled alike."""
    others = lexicon("given")["called"].get(snake(name), ()) if isinstance(name, str) else ()
    other = next((one for one in others if one in known), "")
    return f"did you mean {other!r}?" if other else did_you_mean(name, known)


def one_of_kind(kind: type[T], value: object) -> T | None:
    """Read one value of *kind*, given as such or as a table of a file."""
    if value is None or isinstance(value, kind):
        return value
    if value.__class__ is dict or isinstance(value, Mapping):
        return made(kind, value)  # type: ignore[return-value]
    return cast("None", _entry.rejected(f"must be a table, not {_entry.described(value)}"))


def several(kind: type[T], values: object, short: str = "") -> tuple[T, ...]:
    """Read several values of *kind*; *short* names the key that a bare text stands for."""
    if values is None or (values.__class__ is tuple and not values):
        return ()
    if isinstance(values, kind | Mapping | str) or not isinstance(values, Iterable):
        values = (values,)
    read: list[object] = []
    problems: list[Problem] = []
    for index, value in enumerate(in_order(values)):
        one: object = one_of_kind(
            kind, {short: value} if short and isinstance(value, str) else value
        )
        if one is None:
            one = _entry.rejected("must be a table, not nothing")
        if isinstance(one, Rejected):
            problems += [problem.under(f"[{index}]") for problem in one.problems]
        read.append(one)
    if problems:
        return cast("tuple[T, ...]", Rejected(tuple(problems)))
    return cast("tuple[T, ...]", _entry.same_or_new(values, tuple(read)))
