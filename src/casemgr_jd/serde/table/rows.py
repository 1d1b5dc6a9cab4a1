"""Rows of a table to requisitions."""

from collections.abc import Iterable, Sequence
from typing import Any

from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.changes import replaced
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.table.columns import Columns, columns_of
from casemgr_jd.serde.table.facts import FactReader
from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["RowReader"]


class RowReader:
    """Reads the rows under one header; what a cell says is remembered from row to row.

    Args:
        header: names of the columns.
        table_map: what columns and codes mean; the names of a requisition's fields if left out.
        grows: whether columns may follow, as in a table of mappings.
        settled: how many columns there were at first, where others have followed.

    Raises:
        InputError: a column is no fact and is not left out on purpose, or two hold the same.

    >>> reader = RowReader(["organization", "Pay minimum", "Pay maximum"])
    >>> print(reader.requisition(("Lakeside Health", "72,000", "$92,000.00")).pay)
    $72,000–$92,000 a year
    """

    def __init__(
        self,
        header: Sequence[object],
        table_map: TableMap | None = None,
        grows: bool = False,
        settled: int | None = None,
    ) -> None:
        self.map: TableMap = table_map or TableMap()
        self.columns: Columns = columns_of(header, self.map, grows, settled)
        self._made_with = grows, settled
        self.readers: dict[str, FactReader] = {
            name: FactReader(columns, self.map) for name, columns in self.columns.by_field.items()
        }

    def __reduce__(self) -> tuple[Any, ...]:
        # What reads is made anew where it is sent.
        return RowReader, (self.columns.header, self.map, *self._made_with)

    @property
    def width(self) -> int:
        """How many cells a row has."""
        return len(self.columns.header)

    @property
    def is_plain(self) -> bool:
        """Whether each column holds a fact, or is left out on purpose."""
        return not (self.columns.unnamed or self.columns.refused)

    def fitted(self, cells: Sequence[Any]) -> tuple[Any, ...]:
        """Return the cells of a row, as many as the header has names.

        Raises:
            InputError: a cell that holds something stands under no name, or under one that is no fact.
        """
        if len(cells) == self.width and self.is_plain:
            return tuple(cells)
        row = (*cells, *[None] * (self.width - len(cells)))
        is_blank = self.map.conventions.is_blank
        lost = [index for index in self.columns.unnamed if not is_blank(row[index])]
        lost += [index for index in range(self.width, len(row)) if not is_blank(row[index])]
        reason = "stands under no name of a column"
        problems = [Problem(f"cell {one + 1}", reason, "name it") for one in lost]
        problems += [why for index, why in self.columns.refused if not is_blank(row[index])]
        if problems:
            raise InputError(problems)
        return row[: self.width]

    def facts(self, cells: Sequence[Any]) -> dict[str, Any]:
        """Return what a row says of each fact that has a column.

        Raises:
            InputError: cells are not of their fact's kind; all of them, each under its column.
        """
        row = self.fitted(cells)
        found: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, reader in self.readers.items():
            try:
                found[name] = reader.value(reader.pick(row))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        return found

    def requisition(self, cells: Sequence[Any]) -> Requisition:
        """Return the requisition that a row states.

        Raises:
            InputError: anything is wrong with any cell; all problems, each under its column.
        """
        facts = self.facts(cells)
        try:
            return replaced(self.map.every_row, facts)
        except InputError as error:
            raise InputError(self.placed(error.problems)) from None

    def placed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems of a requisition under the columns that they come from."""
        return [one._replace(path=self.columns.where(one.path)) for one in problems]
