"""Maps of tables: what the columns and codes of another system mean."""

from collections.abc import Mapping
from os import PathLike
from typing import Any

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import door, node
from casemgr_jd._frozen import FrozenMap, strings
from casemgr_jd._names import did_you_mean
from casemgr_jd._tables import version_problem
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._value import Value
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.requisition import read_table, requisition_of
from casemgr_jd.serde.table.conventions import Conventions

__all__ = ["MAP_KEYS", "TableMap", "load_table_map", "table_map_of"]

MAP_KEYS = ("schema_version", "columns", "codes", "every_row", "reading")
"""What the file of a map may hold."""
_VERSION = 1
_DATES = {"month first": False, "day first": True}


def _code_tables(value: Mapping[str, Mapping[str, Any]]) -> "FrozenMap[Mapping[str, Any]]":
    return FrozenMap({column: dict(codes) for column, codes in value.items()})


@node
@frozen(repr=False, eq=False)
class TableMap(Value):
    """What the columns and codes of a table mean, and how its cells are written.

    >>> found = table_map_of({"columns": {"LVL_CD": "tier"}, "codes": {"LVL_CD": {"E": "entry"}}})
    >>> found.columns["LVL_CD"], found.codes["LVL_CD"]["E"]
    ('tier', 'entry')
    """

    columns: FrozenMap[str] = field(factory=FrozenMap, converter=FrozenMap)
    """By column of the table: the field of a requisition, or a part of one such as ``pay.minimum``."""
    codes: "FrozenMap[Mapping[str, Any]]" = field(
        factory=FrozenMap, converter=_code_tables, hash=False
    )
    """By column of the table: what each code means, as a requisition file would say it."""
    every_row: Requisition = field(factory=Requisition)
    """Facts of each row whose own cell holds nothing."""
    ignored: tuple[str, ...] = field(default=(), converter=strings)
    """Columns to leave out."""
    ignore_others: bool = False
    """Whether to leave out each column that names no field."""
    conventions: Conventions = field(factory=Conventions)
    """How cells are read: what stands for nothing, how lists are split, how dates are written."""


@door(path=None)
def load_table_map(path: "str | PathLike[str]") -> TableMap:
    """Read a map file, ``.toml`` or ``.json``.

    Raises:
        InputError: the file cannot be read, or anything in it is wrong; all problems at once.
    """
    try:
        return table_map_of(read_table(path))
    except InputError as error:
        raise error if error.source else error.named(str(path)) from None


@door()
def table_map_of(data: Mapping[str, Any]) -> TableMap:
    """Make a map of a parsed file.

    Raises:
        InputError: a key is unknown or a value is of the wrong kind; all problems at once.
    """
    problems = _unknown(data, MAP_KEYS, "")
    problems += version_problem(data.get("schema_version", _VERSION), _VERSION)
    for key in MAP_KEYS[1:]:
        if not isinstance(data.get(key, {}), Mapping):
            problems.append(Problem(key, "must be a table", f"like [{key}]"))
    if problems:
        raise InputError(problems)
    reading = data.get("reading", {})
    problems += _unknown(reading, ("separators", "dates", "blanks", "ignore"), "reading.")
    problems += _wrong_columns(data) + _wrong_reading(reading)
    common = Requisition()
    try:
        common = requisition_of(data.get("every_row", {}))
    except InputError as error:
        problems += [problem.under("every_row") for problem in error.problems]
    if problems:
        raise InputError(problems)
    ignore = reading.get("ignore", [])
    return TableMap(
        data.get("columns", {}),
        data.get("codes", {}),
        common,
        ignore if isinstance(ignore, list) else (),
        ignore is True,
        Conventions(
            reading.get("separators", Conventions().separators),
            _DATES[reading.get("dates", "month first")],
            reading.get("blanks", ()),
        ),
    )


def _unknown(data: Mapping[str, Any], known: tuple[str, ...], under: str) -> list[Problem]:
    return [
        Problem(
            f"{under}{key}",
            "is not known",
            did_you_mean(key, known) or f"one of: {', '.join(known)}",
        )
        for key in data
        if key not in known
    ]


def _wrong_columns(data: Mapping[str, Any]) -> list[Problem]:
    wrong = [
        Problem(f"columns.{name}", "must be the name of a field", 'like "tier" or "pay.minimum"')
        for name, target in data.get("columns", {}).items()
        if not isinstance(target, str)
    ]
    return wrong + [
        Problem(f"codes.{name}", "must be a table of codes", 'like { E = "entry" }')
        for name, codes in data.get("codes", {}).items()
        if not isinstance(codes, Mapping)
    ]


def _wrong_reading(reading: Mapping[str, Any]) -> list[Problem]:
    problems: list[Problem] = []
    separators = reading.get("separators", ";")
    if not isinstance(separators, str) or not separators.strip():
        problems.append(Problem("reading.separators", "must be one or more characters", 'like ";"'))
    if reading.get("dates", "month first") not in _DATES:
        problems.append(Problem("reading.dates", "is not known", f"one of: {', '.join(_DATES)}"))
    if not _are_texts(reading.get("blanks", [])):
        problems.append(Problem("reading.blanks", "must be a list of texts", 'like ["N/A"]'))
    ignore = reading.get("ignore", [])
    if not isinstance(ignore, bool) and not _are_texts(ignore):
        hint = "name columns, or true for all others"
        problems.append(Problem("reading.ignore", "must be a list of columns or true", hint))
    return problems


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
