"""What hourly pay comes to in a year is told or left out row by row, whatever the rows before had."""

from itertools import product

import pytest

import casemgr_jd as jd

HEADER = ("organization", "setting", "pay", "hours_per_week", "employment_type", "term")
ROWS = [
    (f"Employer {number % 3}", "hospital", pay, hours, kind, term)
    for number, (_, pay, hours, kind, term) in enumerate(
        product(
            range(6),
            ("28.50-37 an hour", "72000-92000", "9000 an hour", "0.02 an hour"),
            ("40", "24-32", "", "as agreed", "168"),
            ("full_time", "contract"),
            ("", "six months"),
        )
    )
]


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_a_row_is_what_it_is_alone(format: str) -> None:
    found = list(jd.batch(ROWS, header=HEADER, format=format))
    assert all(one.ok for one in found)
    wrong = [
        one.row
        for one in found
        if one.output != jd.get_renderer(format).render_afresh(jd.build(one.requisition))
    ]
    assert not wrong
