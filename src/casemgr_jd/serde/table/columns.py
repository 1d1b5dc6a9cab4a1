"""Which column of a table holds which fact, or which part of one."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter

from attrs import fields

from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import did_you_mean
from casemgr_jd._records import NamedTuple
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.table.cells import parts_of
from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["Column", "Columns", "columns_of", "target_names"]

_NOT_IN_A_NAME = re.compile(r"[\W_]+")
_ALSO = {"location": "locations", "pay_range": "pay"}
"""Fields that a posting calls by another name."""
_OURS = ("_row", "_problems")
"""Columns that a file of rejects has besides those of the table."""
_BARE = "locations"
"""The field whose parts are known without its name before them, such as ``city``."""


class Column(NamedTuple):
    """A column that holds a fact, or a part of one."""

    name: str
    """What stands in the header."""
    position: int
    field: str
    part: str = ""
    """Part of the field, such as ``minimum`` of ``pay``; empty for the whole."""


class Columns(NamedTuple):
    """The columns of a table, told by fact."""

    header: tuple[str, ...]
    by_field: dict[str, tuple[Column, ...]]
    unnamed: tuple[int, ...] = ()
    """Where cells stand under no name; they must hold nothing."""
    refused: tuple[tuple[int, Problem], ...] = ()
    """Columns that came late and are no facts, with the reason; only rows that use them are refused."""

    def where(self, path: str) -> str:
        """Return the column that a path such as ``pay.minimum`` is read from, or the path itself."""
        field, _, part = path.replace("[", ".").partition(".")
        found = self.by_field.get(field, ())
        last = part.rpartition(".")[2]
        exact = [one.name for one in found if one.part == last] if last else []
        return (exact or [", ".join(one.name for one in found)])[0] or path


def columns_of(
    header: Sequence[object], table_map: TableMap, grows: bool = False, settled: int | None = None
) -> Columns:
    """Return what the columns named in *header* hold.

    Args:
        header: names of the columns.
        table_map: what they mean.
        grows: whether columns may follow, so that one of the map may still be missing.
        settled: how many columns there were at first; what is wrong with a later one is no fault of all rows.

    Raises:
        InputError: a column is no fact and is not left out on purpose, or two hold the same; all of them.
    """
    names = tuple("" if name is None else str(name).strip() for name in header)
    found: list[Column] = []
    wrong: list[tuple[int, Problem]] = []
    for index, name in enumerate(names):
        target = table_map.columns.get(name)
        if not name or name in _OURS or (target is None and name in table_map.ignored):
            continue
        place = _targets().get(_plain(target or name)) or _extra(target or name)
        if place is not None:
            found.append(Column(name, index, *place))
        elif target is not None or not table_map.ignore_others:
            wrong.append((index, _unknown(name, target)))
    wrong += _repeated(found)
    late = len(names) if settled is None else settled
    problems = [problem for index, problem in sorted(wrong, key=itemgetter(0)) if index < late]
    problems += [] if grows else _missing(names, table_map)
    if problems:
        raise InputError(problems)
    refused = {index for index, _ in wrong}
    found = [one for one in found if one.position not in refused]
    by_field = {one.field: tuple(two for two in found if two.field == one.field) for one in found}
    unnamed = tuple(index for index, name in enumerate(names) if not name)
    return Columns(names, by_field, unnamed, tuple(wrong))


def target_names() -> tuple[str, ...]:
    """Return what a column can hold, in the order of a requisition: fields, and parts of fields."""
    return tuple(
        name
        for one in fields(Requisition)
        for name in (one.name, *(f"{one.name}.{part}" for part in parts_of(one.type)))
    )


@lru_cache(maxsize=1)
def _targets() -> dict[str, tuple[str, str]]:
    """Return field and part for each name of a column, as ``_plain`` writes it."""
    found: dict[str, tuple[str, str]] = {}
    for name in target_names():
        field, _, part = name.partition(".")
        found[_plain(name)] = (field, part)
        if field == _BARE and part:
            found.setdefault(part, (field, part))
    for other, name in _ALSO.items():
        found.setdefault(other, (name, ""))
        for part in parts_of(getattr(fields(Requisition), name).type):
            found.setdefault(f"{other}_{part}", (name, part))
    return found


def _extra(name: str) -> tuple[str, str] | None:
    """Return the place of a slot that an overlay declares: ``extra.`` and its id."""
    field, dot, slot = name.partition(".")
    maps = [one.name for one in fields(Requisition) if _is_map(one.type)]
    return (field, slot) if dot and slot and field in maps else None


def _is_map(kind: object) -> bool:
    return getattr(kind, "__origin__", None) is FrozenMap


def _plain(name: str) -> str:
    return _NOT_IN_A_NAME.sub("_", name.casefold()).strip("_")


def _unknown(name: str, target: str | None) -> Problem:
    guess = did_you_mean(_plain(target or name), _targets())
    if target is not None:
        return Problem(name, f"is mapped to {target!r}, which no requisition has", guess)
    hint = "map it to a field, or leave it out with ignore"
    return Problem(name, "is no field of a requisition", f"{guess} Else {hint}" if guess else hint)


def _missing(names: tuple[str, ...], table_map: TableMap) -> list[Problem]:
    return [
        Problem(name, "is in the map and not in the table", did_you_mean(name, names))
        for name in dict.fromkeys((*table_map.columns, *table_map.codes))
        if name not in names
    ]


def _repeated(found: Iterable[Column]) -> Iterable[tuple[int, Problem]]:
    """Yield a problem for each place that two columns hold; one of them would be lost."""
    seen: dict[tuple[str, str], Column] = {}
    for one in found:
        rivals = [
            other
            for other in seen.values()
            if other.field == one.field
            and (other.part == one.part or not other.part or not one.part)
        ]
        for other in rivals:
            reason = f"holds the same as {other.name!r}: {one.field}"
            yield one.position, Problem(one.name, reason, "leave one of them out with ignore")
        seen[one.field, one.part] = one
