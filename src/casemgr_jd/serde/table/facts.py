"""What the cells of a row say, fact by fact; each reading is remembered by its raw cells."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from operator import itemgetter
from typing import Any

from attrs import NOTHING, fields_dict, has

from casemgr_jd._frozen import FrozenMap
from casemgr_jd._names import joined
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.changes import fact_reader
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.table.cells import CellReader, cell_reader, inner_kind, parts_of
from casemgr_jd.serde.table.columns import Column
from casemgr_jd.serde.table.conventions import Conventions
from casemgr_jd.serde.table.figures import with_period
from casemgr_jd.serde.table.sites import postal_code
from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["MOST_REMEMBERED", "FactReader", "is_memorable"]

MOST_REMEMBERED = 2048
"""Readings kept of one fact; a table of more different cells is read with the same memory."""
_UNREAD = object()
_TEXT = frozenset((str,))
_PLAIN = (str, int, float, Decimal, date, type(None))


class FactReader(dict[Any, Any]):
    """Reads one fact of a row; the keys are raw cells, the values what they say.

    Args:
        columns: the columns of this fact; one, or one for each part of it.
        table_map: codes, conventions and the facts of rows whose cells hold nothing.

    >>> reader = FactReader((Column("Tier", 0, "tier"),), TableMap())
    >>> reader.value("Senior"), reader.value(" ")
    ('senior', None)
    """

    def __init__(self, columns: tuple[Column, ...], table_map: TableMap) -> None:
        super().__init__()
        self.columns = columns
        self.field: str = columns[0].field
        self.pick: Callable[[tuple[Any, ...]], Any] = itemgetter(*(one.position for one in columns))
        """Returns the raw cells of this fact: one, or a tuple of several."""
        self.blank: Any = getattr(table_map.every_row, self.field)
        """What stands where the cells hold nothing."""
        self._settled = fact_reader(self.field)
        self._how = table_map.conventions
        self._kind = fields_dict(Requisition)[self.field].type
        readers = [_reader(self._kind, one, table_map) for one in columns]
        self._idle = _goes_without_saying(self._kind)
        self._adds = isinstance(self.blank, FrozenMap)
        self._read_cell = readers[0]
        self._parts = [(one.part, read) for one, read in zip(columns, readers, strict=True)]
        self._is_in_parts = bool(columns[0].part) or len(columns) > 1

    def value(self, raw: Any) -> Any:
        """Return what raw cells say, remembered or not.

        Raises:
            InputError: they are not of the kind of this fact; each problem names its column.
        """
        if raw.__class__ is not str and not is_memorable(raw):
            return self.read(raw)
        value = self.get(raw, _UNREAD)
        if value is _UNREAD:
            value = self.read(raw)
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[raw] = value
        return value

    def read(self, raw: Any) -> Any:
        """Return what raw cells say, read anew.

        Raises:
            InputError: they are not of the kind of this fact; each problem names its column.
        """
        try:
            given = self._of_parts(raw) if self._is_in_parts else self._of_cell(raw)
            if given is None:
                return self.blank
            if self._adds and isinstance(given, dict):
                given = {**self.blank, **given}
            return self._settled(given)
        except InputError as error:
            raise InputError([self._placed(one) for one in error.problems]) from None

    def _of_cell(self, raw: Any) -> Any:
        """Return what the one cell says, or nothing."""
        cell = raw if raw.__class__ is str else _own(raw)
        return None if self._how.is_blank(cell) else self._read_cell(cell, self._how)

    def _of_parts(self, raw: Any) -> dict[str, Any] | None:
        """Return what the parts say, or nothing while only parts that go without saying are given."""
        cells = raw if len(self._parts) > 1 else (raw,)
        how, given = self._how, {}
        for (part, read), one in zip(self._parts, cells, strict=True):
            cell = one if one.__class__ is str else _own(one)
            if not how.is_blank(cell):
                given[part] = read(cell, how)
        if self._idle.issuperset(given):
            return None
        return with_period(given) if self.field == "pay" else given

    def _placed(self, problem: Problem) -> Problem:
        """Return a problem under the name of the column that it is in."""
        last = problem.path.rpartition(".")[2]
        exact = [one.name for one in self.columns if one.part and one.part == last]
        names = exact or [one.name for one in self.columns]
        return problem._replace(path=joined(names, "and"))


def is_memorable(raw: Any) -> bool:
    """Tell whether raw cells that equal these say the same.

    >>> is_memorable("Denver"), is_memorable(True), is_memorable(["RN"])
    (True, False, False)
    """
    if raw.__class__ is str:
        return True
    if raw.__class__ is tuple:
        return _TEXT.issuperset(map(type, raw)) or all(map(is_memorable, raw))
    # As keys 1, 1.0 and True are one, as cells they are not.
    return isinstance(raw, _PLAIN) and raw not in (0, 1)


def _own(cell: Any) -> Any:
    """Return a cell as Python's own value, where it is one of NumPy's."""
    return cell.item() if type(cell).__module__ == "numpy" and hasattr(cell, "item") else cell


def _goes_without_saying(kind: Any) -> set[str]:
    """Return the parts that say nothing by themselves, such as the currency of no pay."""
    inner = inner_kind(kind)
    if not has(inner):
        return set()
    attributes = fields_dict(inner)
    return {name for name, one in attributes.items() if one.default not in (NOTHING, None)}


def _reader(kind: Any, column: Column, table_map: TableMap) -> CellReader:
    read = _bare_reader(kind, column.part)
    codes = table_map.codes.get(column.name)
    return _coded(read, codes) if codes else read


def _bare_reader(kind: Any, part: str) -> CellReader:
    if not part:
        return cell_reader(kind)
    if part == "postal_code":
        return lambda cell, how: postal_code(cell)
    kinds = parts_of(kind)
    return cell_reader(kinds[part]) if part in kinds else cell_reader(_value_kind(kind))


def _value_kind(kind: Any) -> Any:
    """Return the type of the values of a map."""
    return kind.__args__[0]


def _coded(read: CellReader, codes: Mapping[str, Any]) -> CellReader:
    """Return a reader that knows codes: of the whole cell, or of each entry of a list."""

    def coded(cell: Any, how: Conventions) -> Any:
        code = str(cell).strip()
        if code in codes:
            return codes[code]
        found = read(cell, how)
        if not isinstance(found, list) or not any(one in codes for one in found if _is_text(one)):
            return found
        entries: list[Any] = []
        for one in found:
            meant = codes.get(one, one) if _is_text(one) else one
            entries += meant if isinstance(meant, list) else [meant]
        return entries

    return coded


def _is_text(value: object) -> bool:
    return isinstance(value, str)
