"""Markdown: a value that opens a line makes no markup of the words behind it, and costs them no escape."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.model.document import Bullet, BulletList
from casemgr_jd.model.text import Text

SLOTS = jd.load_catalog().slots


def _line(template: str, **facts: Any) -> str:
    text = Bullet(Text.parse(template))
    posting = jd.Posting(
        "Nurse", [BulletList([text])], requisition=jd.Requisition(**facts), slots=SLOTS
    )
    rendered: str = jd.render(posting, "markdown")
    return rendered.splitlines()[-1]


@pytest.mark.parametrize(
    ("template", "value", "line"),
    [
        ("{education}.", "BSW or the equivalent", "- BSW or the equivalent."),
        ("{education}) and more", "BSW", "- BSW) and more"),
        ("{education}. x", "1", "- 1\\. x"),
        ("{education}) x", "12", "- 12\\) x"),
        ("1. {education}", "x", "- 1\\. x"),
        ("{education}", "- x", "- \\- x"),
    ],
)
def test_a_period_is_escaped_behind_a_number_only(template: str, value: str, line: str) -> None:
    assert _line(template, education=[value]) == line


def test_numbers_of_two_values_make_one_number() -> None:
    assert _line("{education}{shift}. x", education=["1"], shift=["2"]) == "- 12\\. x"
    assert _line("{education}{shift}. x", education=["1"], shift=["Day"]) == "- 1Day. x"


@given(
    st.lists(
        st.sampled_from(["1", "23", "BSW", "- x", "1.", "#", "=", "RN)"]), min_size=2, max_size=5
    )
)
def test_a_plan_escapes_by_the_value_that_fills_it(values: list[str]) -> None:
    bullets = BulletList(
        [Bullet(Text.parse("{education}. x")), Bullet(Text.parse("{education}) y"))]
    )
    facts = [jd.Requisition(education=[value]) for value in values]
    posting = jd.Posting("Nurse", [bullets], requisition=facts[0], slots=SLOTS)
    plan = jd.get_renderer("markdown").plan(posting, ["education"])
    assert plan.exact
    for value, one in zip(values, facts, strict=True):
        fresh = jd.Posting("Nurse", [bullets], requisition=one, slots=SLOTS)
        assert plan.fill(education=[value]) == jd.render(fresh, "markdown")
