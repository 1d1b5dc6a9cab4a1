"""What a reader sees at the head of a page: parts that stay whole, and one thing said once."""

from typing import Any

import html5lib
import pytest
from samples import posting, refilled

import casemgr_jd as jd
from casemgr_jd.renderers._wrapping import in_phrases, shown_words, tied
from casemgr_jd.renderers.page import HtmlPageRenderer

BASE = posting()
HERO = ".//header[@class='hero']"


def tree(page: str) -> Any:
    return html5lib.parse(page, namespaceHTMLElements=False)


def text(element: Any) -> str:
    return "".join(element.itertext()).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "together"),
    (
        ("by January 15, 2027.", "January~15,~2027"),
        ("Winston-Salem, NC; on site", "Winston-Salem,~NC"),
        ("Denver, CO 80204", "CO~80204"),
        ("Social Worker, Grade / 13", "Grade~/~13"),
        ("RN / LCSW", "RN~/ LCSW"),
        ("8:30 a.m. to 5:00 p.m.; no on-call", "no~on-call"),
    ),
)
def test_what_is_read_as_one_stays_on_a_line(words: str, together: str) -> None:
    assert together in tied(words).replace("\u00a0", "~")
    assert tied(words).replace("\u00a0", " ") == words


def test_a_range_and_a_short_word_with_a_hyphen_stay_whole() -> None:
    assert shown_words("$67,300–$95,100.") == '<span class="whole">$67,300–$95,100</span>.'
    assert '<span class="whole">no\u00a0on-call</span>' in shown_words("days; no on-call")
    assert "whole" not in shown_words("a follow-up and a check-in-list, 7- and 30-day")


def test_lines_of_a_title_end_between_its_parts() -> None:
    (title,) = tree(jd.render(jd.Document("Kit: Senior Nurse, Lakeside Health"), "html")).iter("h1")
    assert [text(one) for one in title] == ["Kit:", "Senior Nurse,", "Lakeside Health"]
    assert text(title) == "Kit: Senior Nurse, Lakeside Health"
    assert in_phrases("Lakeside Health, Inc.") == "Lakeside Health, Inc."


def test_a_plan_parts_a_title_that_varies_as_the_hooks_do() -> None:
    renderer = HtmlPageRenderer()
    plan = renderer.plan(BASE, ["title"])
    other = refilled(BASE, title="Nurse, Discharge Lounge")
    assert plan.same(other.requisition) == renderer.render_afresh(other)


def test_what_comes_with_the_pay_has_a_line_of_its_own_and_a_mark_that_is_heard() -> None:
    made = refilled(posting(flsa_status="exempt"))
    (more, *_) = tree(jd.render(made, "html")).findall(f"{HERO}//span[@class='more']")
    assert more[0].get("class") == "mark"
    assert text(more).startswith("; ")


def test_a_blank_that_its_label_names_is_not_named_again() -> None:
    draft = posting(pay=None)
    (pay, *_) = tree(jd.render(draft, "html")).findall(f"{HERO}//dd")
    assert text(pay) == "[to be filled in]"
    plan = HtmlPageRenderer().plan(draft, ["pay"])
    assert plan.same(draft.requisition) == HtmlPageRenderer().render_afresh(draft)


def test_a_draft_shows_where_the_button_will_stand() -> None:
    draft = posting(apply_url=None)
    (place,) = tree(jd.render(draft, "html")).findall(f"{HERO}/p[@class='apply']")
    assert text(place) == "Apply at [Application link]"
    assert not place.findall(".//a")
    assert "button-to-be" not in jd.render(BASE, "html").partition("</style>")[2]
    plan = HtmlPageRenderer().plan(draft, ["apply_url"])
    assert plan.same(BASE.requisition) == HtmlPageRenderer().render_afresh(BASE)


def test_every_site_is_told_and_an_office_is_called_one() -> None:
    places = [jd.Location("Denver", "CO", "80204"), jd.Location("Boulder", "CO")]
    footer = tree(jd.render(refilled(BASE, locations=places), "html")).find(".//footer")
    assert "Work sites: Denver, CO 80204 · Boulder, CO" in text(footer)
    remote = refilled(posting(work_model="remote"), locations=places[:1])
    assert "Office: Denver, CO 80204" in text(tree(jd.render(remote, "html")).find(".//footer"))
