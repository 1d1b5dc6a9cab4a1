"""Any table as a header and rows of cells: mappings, tuples, data frames, Arrow tables.

Data frames are known by what they offer, so that none of their packages is needed here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from casemgr_jd._records import NamedTuple
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._entry import described

__all__ = ["BadRow", "Table", "table_of"]

_CHUNK = 4096
_NOT_FACTS = ("schema_version", "kind")
"""Keys that our own JSON of a requisition has besides its facts."""


class BadRow(NamedTuple):
    """A row that cannot be told apart into cells, such as a line that is no JSON."""

    problem: Problem
    text: str


class Table:
    """A header and rows of cells."""

    grows = False
    """Whether later rows may add to the header, as mappings do."""
    delimiter = ","
    """What parts the cells where they are written as text."""

    def __init__(self, header: Iterable[object], rows: Iterable[Any]) -> None:
        self.header: list[str] = ["" if name is None else str(name) for name in header]
        self.rows = rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)


class _Mappings(Table):
    """Rows that name their cells, not all of them the same ones."""

    grows = True

    def __init__(self, first: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> None:
        super().__init__([name for name in first if name not in _NOT_FACTS], ())
        self._named = rows

    def __iter__(self) -> Iterator[Any]:
        header = self.header
        known = {*_NOT_FACTS, *header}
        for row in self._named:
            if not isinstance(row, Mapping):
                yield _unlike(row, "a mapping")
                continue
            if not row.keys() <= known:
                header += [name for name in row if name not in known]
                known |= set(header)
            get = row.get
            yield tuple([get(name) for name in header])


def table_of(table: Any, header: Iterable[str] | None = None) -> Table:
    """Return any table as a header and rows.

    Args:
        table: mappings; tuples or lists under a header; a pandas or polars data frame; an Arrow table,
            record batch or reader of them, or what offers an Arrow stream.
        header: names of the columns of tuples; their first row if left out.

    Raises:
        InputError: it is none of these.

    >>> table_of([("organization", "pay"), ("Lakeside Health", "72000-92000")]).header
    ['organization', 'pay']
    """
    found = _of_frame(table)
    if found is not None:
        return found
    if isinstance(table, str | bytes | Mapping) or not isinstance(table, Iterable):
        reason = f"must be a table, not {type(table).__name__}"
        raise InputError([Problem("rows", reason, "give mappings, tuples or a data frame")])
    rows = iter(table)
    if header is not None:
        return Table(header, map(_sequence, rows))
    first = next(rows, None)
    if first is None:
        return Table((), ())
    if isinstance(first, Mapping):
        return _Mappings(first, chain([first], rows))
    if isinstance(first, str) or not isinstance(first, Sequence):
        reason = f"must be mappings or tuples, but hold {type(first).__name__}"
        raise InputError([Problem("rows", reason)])
    return Table(first, map(_sequence, rows))


def _sequence(row: Any) -> Any:
    """Return a row of cells, or that it is none: the letters of a text and the names of a mapping are not."""
    if row.__class__ is tuple:
        return row
    is_row = isinstance(row, Iterable) and not isinstance(row, str | bytes | Mapping)
    return row if is_row else _unlike(row, "a tuple")


def _unlike(row: object, wanted: str) -> BadRow:
    reason = f"must be {wanted} as the first row, not {described(row)}"
    return BadRow(Problem("", reason, "give all rows in one way"), repr(row))


def _of_frame(table: Any) -> Table | None:
    if hasattr(table, "iloc") and hasattr(table, "itertuples"):
        return Table(table.columns, _of_pandas(table))
    if hasattr(table, "iter_rows") and hasattr(table, "columns"):
        return Table(table.columns, table.iter_rows())
    if hasattr(table, "collect_schema"):
        raise InputError([Problem("rows", "is a lazy frame", "collect it first, or give batches")])
    if hasattr(table, "schema") and (hasattr(table, "to_batches") or hasattr(table, "to_pylist")):
        return Table(table.schema.names, _of_batches(_batches(table)))
    if hasattr(table, "schema") and hasattr(table, "read_next_batch"):
        return Table(table.schema.names, _of_batches(table))
    if hasattr(table, "__arrow_c_stream__"):
        import pyarrow

        try:
            stream = pyarrow.RecordBatchReader.from_stream(table)
        except pyarrow.ArrowException:
            reason = f"must be a table, not a {type(table).__name__}"
            raise InputError([Problem("rows", reason, "give a data frame")]) from None
        return _of_frame(stream)
    return None


def _of_pandas(frame: Any) -> Iterator[Sequence[Any]]:
    for start in range(0, len(frame), _CHUNK):
        part = frame.iloc[start : start + _CHUNK]
        # As objects, so that an absent number is None and a present one is not made a float.
        whole = part.astype(object).where(part.notna(), None)
        yield from whole.itertuples(index=False, name=None)


def _batches(table: Any) -> Iterable[Any]:
    return table.to_batches(max_chunksize=_CHUNK) if hasattr(table, "to_batches") else (table,)


def _of_batches(batches: Iterable[Any]) -> Iterator[Sequence[Any]]:
    for batch in batches:
        for start in range(0, batch.num_rows, _CHUNK):
            columns = batch.slice(start, _CHUNK).columns
            yield from zip(*[column.to_pylist() for column in columns], strict=True)
