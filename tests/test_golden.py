"""Golden files: a set of postings in which every pair of setting, tier, role and format occurs.

``pytest tests/test_golden.py --update-golden`` writes them anew.
"""

import re
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from samples import complete

import casemgr_jd as jd

FOLDER = Path(__file__).with_name("golden")
AXES: tuple[tuple[str, ...], ...] = (
    ("hospital", "managed_care", "behavioral", "home_health", "social_services", "specialty"),
    ("", "entry", "senior", "lead"),
    ("", "rn", "lcsw", "bachelors"),
    ("markdown", "text", "html", "html_fragment", "outline"),
)
Row = tuple[str, ...]
BLANK = ("behavioral", "home_health")
"""Settings whose golden postings are left blank, so that blanks are covered too."""


def _pairs(row: Row) -> set[tuple[int, str, int, str]]:
    return {(one, row[one], two, row[two]) for one, two in combinations(range(len(row)), 2)}


def _pairwise() -> list[Row]:
    """Choose, greedily and always alike, the rows that cover the most pairs not covered yet."""
    rows = [tuple(row) for row in product(*AXES)]
    missing = set().union(*map(_pairs, rows))
    chosen: list[Row] = []
    while missing:
        best = max(rows, key=lambda row: len(_pairs(row) & missing))
        chosen.append(best)
        missing -= _pairs(best)
    return chosen


ROWS = _pairwise()


def _rendered(row: Row) -> str:
    setting, tier, role, format = row
    choices: dict[str, Any] = {"setting": setting, "tier": tier or None, "role": role or None}
    facts = (
        jd.Requisition(**choices) if setting in BLANK else complete(title=None, omit=(), **choices)
    )
    output = jd.render(jd.build(facts), format)
    assert isinstance(output, str)
    # The style of a page is one file, and no reader wants it in six goldens.
    return re.sub(r"<style>.*?</style>", "<style></style>", output, flags=re.DOTALL)


def _file(row: Row) -> Path:
    setting, tier, role, format = row
    return (
        FOLDER
        / f"{setting}-{tier or 'any'}-{role or 'any'}.{format}{jd.get_renderer(format).suffix}"
    )


def test_every_pair_occurs() -> None:
    assert 24 <= len(ROWS) <= 40
    wanted = {
        (one, left, two, right)
        for one, two in combinations(range(len(AXES)), 2)
        for left, right in product(AXES[one], AXES[two])
    }
    assert set().union(*map(_pairs, ROWS)) == wanted


@pytest.mark.parametrize("row", ROWS, ids="-".join)
def test_a_posting_reads_as_it_did(row: Row, update_golden: bool) -> None:
    file, output = _file(row), _rendered(row)
    if update_golden:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(output.encode("utf-8"))
    assert file.read_bytes().decode("utf-8") == output


def test_no_golden_file_is_left_over(update_golden: bool) -> None:
    wanted = {_file(row) for row in ROWS}
    found = {file for file in FOLDER.iterdir() if not file.name.startswith(".")}
    if update_golden:
        for file in found - wanted:
            file.unlink()
        found = wanted
    assert found == wanted
