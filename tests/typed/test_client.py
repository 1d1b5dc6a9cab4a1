"""A small program that uses the library, as a type checker and as Python see it.

The typing session checks this file strictly with mypy, and the pyright session with pyright: what a name
written out gives is known to both.
"""

from typing import Any, assert_type

import casemgr_jd as jd

POSTING = jd.build(jd.Requisition(setting="hospital", tier="senior", role="rn"))


def test_a_format_written_out_tells_what_it_gives() -> None:
    text = jd.render(POSTING, "markdown")
    assert_type(text, str)
    assert_type(jd.render(POSTING), str)
    assert_type(jd.render(POSTING, "html", jd.RenderContext(audience="writer")), str)
    assert_type(jd.render(POSTING, jd.get_renderer("text")), str)
    assert text.startswith("# Senior RN Case Manager")


def test_a_file_is_bytes() -> None:
    made = jd.render(POSTING, "docx")
    assert_type(made, bytes)
    assert_type(jd.render(POSTING, jd.get_renderer("docx")), bytes)
    assert made[:2] == b"PK"


def test_a_name_that_is_not_written_out_tells_nothing() -> None:
    names = ["markdown", "html"]
    assert_type(jd.render(POSTING, names[0]), Any)
    assert_type(jd.get_renderer(names[1]), Any)


def test_a_renderer_by_name_is_of_its_class() -> None:
    assert_type(jd.get_renderer("markdown"), jd.MarkdownRenderer)
    assert_type(jd.get_renderer("html"), jd.HtmlPageRenderer)
    assert_type(jd.get_renderer("docx"), jd.DocxRenderer)
    assert_type(jd.get_renderer("text").plan(POSTING, ["pay"]), jd.Plan)
    assert isinstance(jd.get_renderer("html"), jd.HtmlPageRenderer)
    assert isinstance(jd.get_renderer("docx"), jd.DocxRenderer)


def test_whatever_shows_itself_is_rendered() -> None:
    catalog = jd.load_catalog()
    shown: list[jd.Renderable] = [
        POSTING,
        POSTING.requisition,
        POSTING.sections[0],
        jd.check(POSTING),
        jd.compare(POSTING, jd.build(jd.Requisition(tier="entry"))),
        jd.interview_kit(POSTING),
        jd.recommend_role(duties=["scheduling"]),
        jd.review_title("RN Case Manager", ["Schedule visits"]),
        jd.read_posting("# Case Manager"),
        jd.variants(tiers=["entry", "senior"]),
        catalog,
        catalog.guide,
        catalog.setting("hospital"),
        catalog.tier("senior"),
        catalog.role("rn"),
        jd.PayRange(72_000, 92_000),
        jd.CaseloadRange(12, 22, "patients"),
        catalog.kpi_sets[0][2][0],
    ]
    for one in shown:
        document = one.to_document()
        assert isinstance(document, jd.Document)
        assert jd.render(one) == jd.render(document)
        assert len(jd.render(one, "text").splitlines()) > 1
        assert jd.render(one, "html_fragment")


def test_the_steps_of_a_posting_are_known() -> None:
    builder = jd.draft().for_setting("hospital").at_tier("senior").fill(organization="Lakeside")
    assert_type(builder, jd.PostingBuilder)
    assert_type(builder.build(), jd.Posting)
    assert_type(jd.check(POSTING), jd.Report)
    assert_type(jd.check(POSTING).findings, tuple[jd.Finding, ...])
    assert_type(jd.interview_kit(POSTING), jd.InterviewKit)
    assert_type(jd.explain("TPL001"), str)
    assert_type(POSTING.value("organization"), str | None)


class Guest:
    """A class of somebody else's, with the one method."""

    def to_document(self) -> jd.Document:
        return jd.Document("Guest", [jd.Paragraph("Hello.")])


def test_a_class_of_your_own_is_rendered_by_its_one_method() -> None:
    assert jd.render(Guest(), "text").startswith("GUEST") or "Guest" in jd.render(Guest(), "text")
