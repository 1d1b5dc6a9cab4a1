"""Arrow in, Arrow out, also over the partitions of a framework: the same texts, rejects and counts."""

from functools import partial
from typing import Any

import dask
import pyarrow
import pytest
from dask import bag

import casemgr_jd as jd
from casemgr_jd.batching.arrow import batch_arrow
from casemgr_jd.serde.table.table_map import table_map_of

ROWS = [
    {"Org": f"Clinic {number}", "LVL": "X" if number % 9 == 4 else "E", "Pay": "72000-92000"}
    for number in range(60)
]
MAP = table_map_of(
    {
        "columns": {"Org": "organization", "LVL": "tier", "Pay": "pay"},
        "codes": {"LVL": {"E": "entry"}},
    }
)


def test_a_table_gives_a_table_of_as_many_rows() -> None:
    found = batch_arrow(pyarrow.Table.from_pylist(ROWS), table_map=MAP)
    assert found.num_rows == len(ROWS)
    for row, made in zip(jd.batch(ROWS, table_map=MAP), found.to_pylist(), strict=True):
        assert made["posting"] == row.output
        assert made["problems"] == [str(one) for one in row.problems]
    assert sum(bool(one) for one in found["problems"].to_pylist()) == 7


def test_formats_that_are_files_are_bytes() -> None:
    found = batch_arrow(pyarrow.Table.from_pylist(ROWS[:2]), format="docx", table_map=MAP)
    assert found["posting"].to_pylist()[0][:2] == b"PK"
    assert (
        batch_arrow(pyarrow.table({"organization": pyarrow.array([], pyarrow.string())})).num_rows
        == 0
    )


@pytest.mark.parametrize("scheduler", ("synchronous", "processes"))
def test_dask_maps_it_over_partitions(scheduler: str) -> None:
    parts = [pyarrow.Table.from_pylist(ROWS[start : start + 20]) for start in (0, 20, 40)]
    partitions: Any = bag
    work = partitions.from_sequence(parts, npartitions=3).map(partial(batch_arrow, table_map=MAP))
    with dask.config.set(scheduler=scheduler):
        found = pyarrow.concat_tables(work.compute())
    whole = batch_arrow(pyarrow.Table.from_pylist(ROWS), table_map=MAP)
    assert found.to_pylist() == whole.to_pylist()
