"""A batch leaves nothing behind that only the collector could free: memory would grow with the rows."""

import gc
from collections.abc import Iterator
from itertools import product

import casemgr_jd as jd

HEADER = (
    "organization",
    "setting",
    "tier",
    "role",
    "city",
    "state",
    "benefits",
    "shift",
    "emr",
    "pay",
)


def _rows() -> Iterator[tuple[str, ...]]:
    """Yield rows of a few hundred make-ups, some of which come often enough to have a plan."""
    choices = product(
        ("hospital", "managed_care"),
        ("entry", "senior"),
        ("rn", "lcsw"),
        (("Denver", "CO"), ("Austin", "TX")),
        ("medical; dental", ""),
        ("Day", ""),
        ("Epic", ""),
    )
    for number, (setting, tier, role, place, *optional) in enumerate(choices):
        for times in range(9 if number % 8 == 0 else 1):
            pay = str(70_000 + number * 10 + times)
            yield (f"Employer {number}", setting, tier, role, *place, *optional, pay)


def test_rows_leave_nothing_for_the_collector() -> None:
    rows = list(_rows())
    assert len(rows) > 200
    assert all(one.ok for one in jd.batch(rows, header=HEADER))
    was_enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        assert all(one.ok for one in jd.batch(rows, header=HEADER))
        left = gc.collect()
    finally:
        if was_enabled:
            gc.enable()
    assert left < len(rows) / 10
