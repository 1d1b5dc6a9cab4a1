"""Reading the parts of a house style, given as values of Python or as tables of a file."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar, cast

from casemgr_jd._clean import clean_line
from casemgr_jd._frozen import FrozenMap, in_order
from casemgr_jd._names import snake
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.house.check_choices import CheckChoices
from casemgr_jd.house.own_section import OwnSection
from casemgr_jd.house.words import phrase_problem
from casemgr_jd.model._entry import Rejected, described, line, lines, rejected
from casemgr_jd.model.ranges import made
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers.theme import Theme
from casemgr_jd.serde.requisition import requisition_of

__all__ = [
    "banned",
    "checks",
    "facts",
    "outlets",
    "sections",
    "slots",
    "theme",
    "values",
    "words_by_name",
]

T = TypeVar("T")


def facts(value: "Requisition | Mapping[str, Any] | None") -> Requisition:
    """Read facts of a requisition."""
    if value is None or isinstance(value, Requisition):
        return value or Requisition()
    if not isinstance(value, Mapping):
        return cast("Requisition", rejected(f"must be a table, not {described(value)}"))
    try:
        return requisition_of(value)
    except InputError as error:
        return cast("Requisition", Rejected(error.problems))


def theme(value: "Theme | Mapping[str, Any] | None") -> Theme | None:
    """Read a look; nothing where none is given."""
    return None if value is None else _one(Theme, value)


def checks(value: "CheckChoices | Mapping[str, Any] | None") -> CheckChoices:
    """Read what the checker is told."""
    return CheckChoices() if value is None else _one(CheckChoices, value)


def _one(kind: type[T], value: object) -> T:
    if isinstance(value, kind):
        return value
    if not isinstance(value, Mapping):
        return cast("T", rejected(f"must be a table, not {described(value)}"))
    return cast("T", made(kind, value))


def sections(
    values: "OwnSection | Mapping[str, Any] | Iterable[OwnSection | Mapping[str, Any]] | None",
) -> tuple[OwnSection, ...]:
    """Read sections of the house."""
    return _several(OwnSection, values, lambda table: made(OwnSection, table))


def slots(
    values: "Slot | Mapping[str, Any] | Iterable[Slot | Mapping[str, Any]] | None",
) -> tuple[Slot, ...]:
    """Read slots of the house."""
    return _several(Slot, values, _slot)


def _slot(table: Mapping[str, Any]) -> object:
    name = table.get("id")
    if not isinstance(name, str) or not snake(name):
        return rejected("has no id", 'like { id = "union", label = "Union local" }')
    label = table.get("label", snake(name).replace("_", " ").capitalize())
    return made(Slot, {**table, "id": snake(name), "label": label, "field": "extra"})


def _several(kind: type[T], values: object, read: Callable[[Any], object]) -> tuple[T, ...]:
    if values is None:
        return ()
    if isinstance(values, kind | Mapping) or not isinstance(values, Iterable):
        values = (values,)
    found: list[object] = []
    problems: list[Problem] = []
    for index, one in enumerate(in_order(values)):
        if not isinstance(one, kind):
            is_table = isinstance(one, Mapping)
            one = read(one) if is_table else rejected(f"must be a table, not {described(one)}")
        if isinstance(one, Rejected):
            problems += [problem.under(f"[{index}]") for problem in one.problems]
        found.append(one)
    return cast("tuple[T, ...]", Rejected(tuple(problems)) if problems else tuple(found))


def values(value: "Mapping[str, Any] | None") -> FrozenMap[Any]:
    """Read what fills slots of the house: texts, and lists of them."""
    return _table(value, lambda one: line(one) if isinstance(one, str) else lines(one))


def words_by_name(value: "Mapping[str, Any] | None") -> FrozenMap[str]:
    """Read new words by what they are for."""
    return _table(value, lambda one: line(one) or rejected("is empty", "say how it is to read"))


def banned(value: "Mapping[str, Any] | str | Iterable[str] | None") -> FrozenMap[str]:
    """Read banned words: a table with what to write in place of each, or a list of words alone."""
    if value is not None and not isinstance(value, Mapping):
        found = lines(value)
        if isinstance(found, Rejected):
            return cast("FrozenMap[str]", found)
        value = dict.fromkeys(found, "")
    problems = [
        Problem(name, reason, "write words, such as rock star~")
        for name in value or ()
        if (reason := phrase_problem(str(name)))
    ]
    if problems:
        return cast("FrozenMap[str]", Rejected(tuple(problems)))
    return _table(value, lambda one: "" if one is None else (line(one) or ""), clean_line)


def outlets(value: "Mapping[str, Mapping[str, Any]] | None") -> "FrozenMap[FrozenMap[Any]]":
    """Read options by outlet."""
    return _table(value, _options)


def _options(value: object) -> Any:
    if not isinstance(value, Mapping):
        return rejected(f"must be a table of options, not {described(value)}")
    return FrozenMap({snake(str(key)): one for key, one in value.items()})


def _table(
    value: "Mapping[str, Any] | None",
    read: Callable[[Any], Any],
    named: Callable[[str], str] = snake,
) -> FrozenMap[Any]:
    if value is None:
        return FrozenMap()
    if not isinstance(value, Mapping):
        return cast("FrozenMap[Any]", rejected(f"must be a table, not {described(value)}"))
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, one in value.items():
        entry = read(one)
        if isinstance(entry, Rejected):
            problems += [problem.under(str(key)) for problem in entry.problems]
        else:
            found[named(str(key))] = entry
    return cast("FrozenMap[Any]", Rejected(tuple(problems)) if problems else FrozenMap(found))


def beside(folder: Path, table: Mapping[str, Any], *keys: str) -> dict[str, Any]:
    """Return *table* with the paths under *keys* taken from *folder*."""
    return {
        name: str(folder / one) if name in keys and isinstance(one, str) and one else one
        for name, one in table.items()
    }
