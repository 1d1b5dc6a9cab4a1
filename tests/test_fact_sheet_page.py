"""The page that leads from a fact sheet to a posting works one through, as well as it says."""

import re
from pathlib import Path

import casemgr_jd as jd
from casemgr_jd.serde.requisition import read_requisition

PAGE = Path(__file__).parents[1] / "docs" / "from-a-fact-sheet.md"
"""The page, with one requisition in full."""


def worked_through() -> jd.Requisition:
    (text,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    return read_requisition(text)


def test_nothing_of_it_is_blank() -> None:
    assert not jd.build(worked_through()).unfilled


def test_the_checker_finds_nothing_wrong_with_it() -> None:
    report = jd.check(jd.build(worked_through()))
    assert report.at_or_above("warning") == ()


def test_each_field_that_the_page_names_is_one() -> None:
    named = re.findall(r"\| `([a-z_]+)`", PAGE.read_text(encoding="utf-8"))
    known = {one.name for one in jd.load_catalog().fields}
    assert len(named) > 20
    assert set(named) <= known
