"""Tables of any kind as a header and rows: what they hold arrives whole and in order."""

from collections.abc import Callable, Iterator
from typing import Any

import pandas
import polars
import pyarrow
import pytest
from samples import posting

import casemgr_jd as jd
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.tables import table_of

ROWS: list[dict[str, Any]] = [
    {
        "organization": f"Clinic {number}",
        "requisition_id": 1000 + number,
        "pay.minimum": None if number == 2 else 70_000.0 + number,
        "pay.maximum": None if number == 2 else 90_000.0,
        "employees": None if number % 2 else 2400,
        "performance_line": [True, False, None][number % 3],
        "license": ["RN", "LCSW"][: number % 3] or None,
    }
    for number in range(7)
]


class _Streaming:
    """What another library would offer: an Arrow stream and nothing else."""

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return pyarrow.Table.from_pylist(ROWS).__arrow_c_stream__(requested_schema)


def _reader() -> Any:
    table = pyarrow.Table.from_pylist(ROWS)
    return pyarrow.RecordBatchReader.from_batches(table.schema, table.to_batches(max_chunksize=2))


KINDS: dict[str, Callable[[], Any]] = {
    "mappings": lambda: ROWS,
    "generator": lambda: (row for row in ROWS),
    "tuples": lambda: [tuple(ROWS[0]), *(tuple(row.values()) for row in ROWS)],
    "lists": lambda: [list(ROWS[0]), *(list(row.values()) for row in ROWS)],
    "pandas": lambda: pandas.DataFrame(ROWS),
    "pandas with an index": lambda: pandas.DataFrame(ROWS, index=list("abcdefg")),
    "pandas nullable": lambda: pandas.DataFrame(ROWS).convert_dtypes(),
    "polars": lambda: polars.DataFrame(ROWS),
    "arrow table": lambda: pyarrow.Table.from_pylist(ROWS),
    "arrow batch": lambda: pyarrow.RecordBatch.from_pylist(ROWS),
    "arrow batches": _reader,
    "arrow stream": _Streaming,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_table_gives_the_same_requisitions(kind: str) -> None:
    plain = table_of(ROWS)
    wanted = [RowReader(tuple(ROWS[0])).requisition(tuple(row)) for row in plain]
    table = table_of(KINDS[kind]())
    rows = list(table)
    assert table.header == list(ROWS[0])
    reader = RowReader(table.header)
    assert [reader.requisition(tuple(row)) for row in rows] == wanted
    assert wanted[0].requisition_id == "1000"
    assert wanted[2].pay is None
    assert wanted[1].employees is None


@pytest.mark.parametrize(
    "frame",
    (pandas.DataFrame, polars.DataFrame, pyarrow.Table.from_pylist),
    ids=("pandas", "polars", "arrow"),
)
def test_a_frame_goes_through_a_plan(frame: Any) -> None:
    base = posting(omit=(), requisition_id="x")
    plan = jd.get_renderer("text").plan(base, ["organization", "requisition_id", "pay"])
    names = ("organization", "requisition_id", "pay.minimum", "pay.maximum")
    rows = [{name: row[name] for name in names} for row in ROWS if row["pay.minimum"]]
    wanted = [one.output for one in plan.rows(rows)]
    assert len(set(wanted)) == len(ROWS) - 1
    assert [one.output for one in plan.rows(frame(rows))] == wanted


def test_a_table_is_read_as_it_is_needed() -> None:
    asked: list[int] = []

    def rows() -> Iterator[dict[str, str]]:
        for number in range(1000):
            asked.append(number)
            yield {"organization": str(number)}

    table = iter(table_of(rows()))
    next(table)
    assert len(asked) <= 2


def test_a_lazy_frame_is_refused_with_what_to_do() -> None:
    with pytest.raises(jd.InputError, match="collect it first"):
        table_of(polars.DataFrame(ROWS).lazy())
