"""What the facts at the head of a posting begin with: a capital, however the value was typed."""

import io
import json
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.renderers.markdown import MarkdownRenderer
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.renderers.pdf_tree import PageTreeRenderer
from casemgr_jd.renderers.plain import PlainTextRenderer

JOB = jd.build(
    jd.Requisition(
        setting=["hospital"],
        organization="thirdspace",
        employment_type="contract",
        schedule="days",
        on_call=["one weekend in eight"],
        differentials=["an on-call stipend"],
        locations=[jd.Location("de Soto", "MO")],
    )
)
RENDERERS = (MarkdownRenderer, PlainTextRenderer, HtmlPageRenderer)


@pytest.mark.parametrize("form", ("markdown", "text", "html", "html_fragment"))
def test_a_fact_begins_with_a_capital_in_every_format(form: str) -> None:
    shown = re.sub("<[^>]*>", "", jd.render(JOB, form))
    for words in ("Days", "One weekend in eight", "An on-call stipend"):
        assert words in shown, words


def test_so_it_does_in_word_and_in_what_a_page_is_set_from() -> None:
    docx = pytest.importorskip("docx")
    (table,) = docx.Document(io.BytesIO(jd.render(JOB, "docx"))).tables
    told = {row.cells[0].text: row.cells[1].text for row in table.rows}
    assert (told["Hours"], told["On call"]) == ("Days", "One weekend in eight")
    (facts,) = (
        one
        for one in json.loads(PageTreeRenderer().render(JOB))["blocks"]
        if one["kind"] == "facts"
    )
    texts = [one["text"] for one in facts["items"]]
    assert ["One weekend in eight"] in texts
    assert ["Days"] in texts


def test_a_name_begins_as_its_owner_writes_it() -> None:
    shown = jd.render(JOB, "markdown")
    assert "thirdspace" in shown
    assert "Thirdspace" not in shown
    assert "**Where:** de Soto, MO" in shown


def test_words_of_ours_begin_so_too() -> None:
    posting = jd.build(jd.Requisition(setting=["hospital"], on_call=["none"]))
    assert "**Hours:** No on-call" in jd.render(posting, "markdown")


def test_a_fact_of_a_report_is_left_as_it_is() -> None:
    document = jd.Document("Report", [jd.FactList([jd.Fact("Place", "line 2")])])
    assert "**Place:** line 2" in jd.render(document, "markdown")


@given(
    st.lists(
        st.sampled_from(("each third week", "EMS shifts", "eConsults", "[]", '"by turns"')),
        max_size=2,
    )
)
def test_a_plan_opens_what_it_fills_as_the_hooks_do(turns: list[str]) -> None:
    for kind in RENDERERS:
        plan = kind().plan(JOB, ["on_call"])
        filled = evolve(JOB.requisition, on_call=tuple(turns))
        if (again := jd.build(filled)).blocks == JOB.blocks:
            assert plan.same(filled) == kind().render_afresh(again)


def test_a_first_word_with_a_hyphen_is_a_plain_one() -> None:
    posting = jd.build(
        jd.Requisition(
            setting=["hospital"], employment_type="contract", schedule="twenty-four hours a week"
        )
    )
    assert "**Hours:** Twenty-four hours a week" in jd.render(posting, "markdown")
