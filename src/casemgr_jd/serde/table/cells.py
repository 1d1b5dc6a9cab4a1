"""Raw cells to what the fields of a requisition take: by kind of field, as spreadsheets write them.

A reader returns a cell that it cannot make sense of as it came; the field then says what it takes.
"""

import json
import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from types import UnionType
from typing import Any, TypeAlias, Union, get_args, get_origin

from attrs import fields, has

from casemgr_jd._frozen import FrozenMap
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.ranges import PercentRange, YearsRange
from casemgr_jd.serde.table.conventions import Conventions
from casemgr_jd.serde.table.dates import day_of
from casemgr_jd.serde.table.figures import number_of, pay_of, range_of, with_period
from casemgr_jd.serde.table.sites import sites_of

__all__ = ["CellReader", "cell_reader", "inner_kind", "parts_of"]

CellReader: TypeAlias = Callable[[Any, Conventions], Any]

_YES = frozenset(("true", "yes", "y", "1", "t"))
_NO = frozenset(("false", "no", "n", "0", "f"))
_PAIR = re.compile(r"\s*[=:]\s*")


def cell_reader(kind: Any) -> CellReader:
    """Return what reads a cell for a field, or for a part of one, of type *kind*.

    >>> cell_reader(tuple[str, ...])("RN; LCSW", Conventions())
    ['RN', 'LCSW']
    """
    kinds = [one for one in _kinds(kind) if one is not type(None)]
    for one in kinds:
        reader = _READERS.get(get_origin(one) or one)
        if reader is not None:
            return reader
        if isinstance(one, type) and issubclass(one, Enum):
            return _choice(one)
        if get_origin(one) is tuple:
            return _several(get_args(one)[0])
    return _json_or_as_it_is


def parts_of(kind: Any) -> dict[str, Any]:
    """Return the parts of a field of type *kind* that columns of their own may hold, with their types."""
    inner = inner_kind(kind)
    wanted = _IN_PARTS.get(inner, ())
    return {part.name: part.type for part in fields(inner) if part.name in wanted} if wanted else {}


def inner_kind(kind: Any) -> Any:
    """Return the class that a field of type *kind* holds one or more of."""
    for one in _kinds(kind):
        inner = get_args(one)[0] if get_origin(one) is tuple else one
        if inner in _IN_PARTS:
            return inner
    return kind


_IN_PARTS: dict[Any, tuple[str, ...]] = {
    CaseloadRange: ("low", "high", "unit", "basis", "about"),
    Location: tuple(one.name for one in fields(Location)),
    PayRange: tuple(one.name for one in fields(PayRange)),
    PercentRange: ("low", "high"),
    YearsRange: ("minimum", "maximum", "or_more"),
}


def _kinds(kind: Any) -> tuple[Any, ...]:
    return get_args(kind) if get_origin(kind) in (Union, UnionType) else (kind,)


def _words(cell: Any, how: Conventions) -> Any:
    """Read a text; a spreadsheet keeps what looks like a number as one, and old Parquet any text as bytes."""
    if cell.__class__ is str:
        return cell
    if isinstance(cell, bytes):
        return _decoded(cell)
    return str(_figure(cell, how)) if _is_number(cell) else cell


def _decoded(cell: bytes) -> Any:
    try:
        return cell.decode("utf-8")
    except UnicodeDecodeError:
        return cell


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float | Decimal) and not isinstance(cell, bool)


def _flag(cell: Any, how: Conventions) -> Any:
    if not isinstance(cell, str):
        return cell
    word = cell.strip().casefold()
    return True if word in _YES else False if word in _NO else cell


def _figure(cell: Any, how: Conventions) -> Any:
    if isinstance(cell, str):
        return number_of(cell)
    if not isinstance(cell, float | Decimal) or not isfinite(cell):
        return cell
    return int(cell) if cell == int(cell) else float(cell)


def _day(cell: Any, how: Conventions) -> Any:
    return day_of(cell, how.day_first)


def _pay(cell: Any, how: Conventions) -> Any:
    if _is_number(cell) and isfinite(cell):
        return with_period({"rate": _figure(cell, how)})
    return (
        pay_of(cell)
        if isinstance(cell, str) and not cell.lstrip().startswith("{")
        else _table(cell, how)
    )


def _range(cell: Any, how: Conventions) -> Any:
    if isinstance(cell, str):
        return range_of(cell)
    return _figure(cell, how)


def _table(cell: Any, how: Conventions) -> Any:
    """Read a table of names and figures: as JSON, as ``CO = 1900; WY = 40``, or as pairs, as Arrow does."""
    if isinstance(cell, list) and all(isinstance(one, tuple) and len(one) == 2 for one in cell):
        return dict(cell)
    if not isinstance(cell, str) or cell.lstrip().startswith("{"):
        return _json_or_as_it_is(cell, how)
    pairs = [_PAIR.split(part, maxsplit=1) for part in how.parts(cell)]
    if any(len(pair) != 2 for pair in pairs):
        return cell
    return {name.strip(): _figure(value, how) for name, value in pairs}


def _sites(cell: Any, how: Conventions) -> Any:
    return [sites_of(part) for part in how.parts(cell)] if isinstance(cell, str) else cell


def _choice(kind: type[Enum]) -> CellReader:
    """Return a reader of one of the values of *kind*, which takes its label as well."""
    known = {_letters(name): one for one in kind for name in (str(one.value), str(one))}

    def read(cell: Any, how: Conventions) -> Any:
        return known.get(_letters(cell), cell) if isinstance(cell, str) else cell

    return read


def _letters(words: str) -> str:
    return "".join(one for one in words.casefold() if one.isalnum())


def _several(kind: Any) -> CellReader:
    if kind is Location:
        return _sites
    # Entries that are tables of their own have no short form but the text that names them.
    return _table_list if has(kind) else _list


def _list(cell: Any, how: Conventions) -> Any:
    if isinstance(cell, str):
        return how.parts(cell)
    return [_words(cell, how)] if _is_number(cell) else cell


def _table_list(cell: Any, how: Conventions) -> Any:
    if isinstance(cell, str) and not cell.lstrip().startswith("["):
        return how.parts(cell)
    return _json_or_as_it_is(cell, how)


def _json_or_as_it_is(cell: Any, how: Conventions) -> Any:
    if not isinstance(cell, str) or cell.lstrip()[:1] not in ("{", "["):
        return cell
    try:
        return json.loads(cell)
    except (ValueError, RecursionError):
        return cell


_READERS: Mapping[Any, CellReader] = {
    str: _words,
    bool: _flag,
    int: _figure,
    float: _figure,
    date: _day,
    PayRange: _pay,
    PercentRange: _range,
    YearsRange: _range,
    CaseloadRange: _range,
    FrozenMap: _table,
}
