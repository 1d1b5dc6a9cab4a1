"""The letterhead of a house stands above all else, and the facts keep their place, in each format."""

from functools import cache

import pytest

pytest.importorskip("docx", reason="needs the extra docx")
pytest.importorskip("lxml")

from docx_reading import lines
from reading_back import html_shape

import casemgr_jd as jd
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.renderers._head import head_of

STYLE = HouseStyle(letterhead=["Lakeside Health · 12 Lake Road", "Founded in 1920"])


@cache
def made() -> jd.Posting:
    return jd.build(
        STYLE.requisition(
            jd.Requisition(organization="Lakeside Health", pay=jd.PayRange(60_000, 70_000))
        ),
        catalog=STYLE.catalog(),
    )


def test_the_head_has_letterhead_facts_and_the_rest() -> None:
    head = head_of(made())
    assert len(head.letterhead) == 2
    assert len(head.facts) == 1
    (whole,) = (one for one in made().blocks if isinstance(one, jd.FactList))
    # The employer stands above the title, and not among the facts again.
    assert [one for one in whole.facts if one not in head.facts[0].facts] == [whole.facts[0]]
    assert whole.facts[0].id == "fact.employer"
    assert (*head.letterhead, whole, *head.rest) == made().blocks
    plain = jd.build(jd.Requisition())
    assert head_of(plain).letterhead == ()
    report = jd.Document("Report", [jd.Paragraph("Words."), jd.FactList([jd.Fact("A", "b")])])
    assert not head_of(report).letterhead
    assert not head_of(report).facts


def test_word_starts_with_it_and_tells_where_to_apply_behind_the_facts() -> None:
    found = lines(jd.render(made(), "docx"))
    assert found[:3] == ["Lakeside Health · 12 Lake Road", "Founded in 1920", "Lakeside Health"]
    at = [index for index, line in enumerate(found) if line.startswith("Apply:")]
    assert found.index("At a glance") < at[0]


def test_a_page_has_it_and_the_facts_in_its_head() -> None:
    page = jd.render(made(), "html")
    head = page.partition('<header class="hero">')[2].partition("</header>")[0]
    assert '<p class="letterhead">Founded in 1920</p>' in head
    assert "<dt>Pay</dt>" in head
    assert page.count("Founded in 1920") == 1
    assert html_shape(page)


def test_a_pdf_starts_with_it() -> None:
    pytest.importorskip("typst", reason="needs the extra pdf")
    reading = pytest.importorskip("pypdf", reason="reads the page back")
    import io

    text = reading.PdfReader(io.BytesIO(jd.render(made(), "pdf"))).pages[0].extract_text()
    order = [text.index(words) for words in ("Founded in 1920", "Pay", "About this job")]
    assert order == sorted(order)
