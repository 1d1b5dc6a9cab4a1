"""A table of an HRIS through ``jd.batch``: rows a second, whole and with a third of the optional empty."""

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from make_requisitions import HEADER, rows

import casemgr_jd as jd

MAP = Path(__file__).parent.parent / "examples" / "maps" / "requisitions.toml"
OPTIONAL = (
    ("FT/PT",),
    ("Work Arrangement",),
    ("Min Pay", "Max Pay", "Pay Basis"),
    ("FLSA",),
    ("Benefit Plan",),
    ("Yrs Exp",),
    ("Hours/Wk",),
    ("Shift",),
    ("Driving",),
    ("Travel",),
    ("Supervisor Title",),
    ("EHR",),
    ("Headcount",),
    ("Close Date",),
    ("Apply Link",),
)
"""Columns that may be empty, together or not at all."""


def with_gaps(table: list[list[str]]) -> Iterator[list[str]]:
    """Yield rows in which a third of what is optional is empty, at random, the same each time."""
    chance = random.Random(14)
    for row in table:
        empty = {name for group in OPTIONAL if chance.random() < 1 / 3 for name in group}
        yield ["" if name in empty else cell for name, cell in zip(HEADER, row, strict=True)]


def measure(what: str, table: list[list[str]]) -> None:
    start = process_time()
    made = sum(one.ok for one in jd.batch(table, header=HEADER, table_map=jd.load_table_map(MAP)))
    rate = len(table) / (process_time() - start)
    print(
        f"{what}: {rate:,.0f} rows a second of processor time, {made:,} of {len(table):,} postings"
    )


if __name__ == "__main__":
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    table = list(rows(count))
    jd.build(jd.Requisition())
    measure("a table of an HRIS", table)
    measure("the same with gaps (goal 5,000)", list(with_gaps(table)))
