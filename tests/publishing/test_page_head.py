"""The head of a page: its card for chats and search, the note of a draft, the way back."""

from collections.abc import Callable
from typing import Any

import html5lib
import pytest
from samples import posting, refilled

import casemgr_jd as jd
from casemgr_jd.model import posting as model_posting
from casemgr_jd.model import reading
from casemgr_jd.renderers import _view
from casemgr_jd.renderers.page import HtmlPageRenderer

BASE = posting()
DRAFT = posting(pay=None, organization=None)
WRITER = jd.RenderContext(audience="writer")


def tree(page: str) -> Any:
    return html5lib.parse(page, namespaceHTMLElements=False)


def card(page: str) -> dict[str, str]:
    found = tree(page).iter("meta")
    named = {one.get("name") or one.get("property") or "": one.get("content") for one in found}
    return {name: words for name, words in named.items() if name}


def test_the_card_tells_job_employer_place_and_pay() -> None:
    found = card(jd.render(BASE, "html"))
    assert found["description"] == (
        "Nurse Case Manager at Lakeside Health. Denver, CO. $72,000–$92,000 a year."
    )
    assert found["og:title"] == "Nurse Case Manager at Lakeside Health"
    assert found["og:description"] == "Denver, CO. $72,000–$92,000 a year"
    assert found["og:site_name"] == "Lakeside Health"
    assert "robots" not in found


def test_a_draft_asks_not_to_be_listed_and_shows_no_blank_in_its_card() -> None:
    found = card(jd.render(DRAFT, "html"))
    assert found["robots"] == "noindex"
    assert not any("[" in words for words in found.values())


def test_another_document_has_no_card() -> None:
    assert "og:title" not in card(jd.render(jd.Document("Report"), "html"))


@pytest.mark.parametrize("words", ('"><script>x</script>', "R&D", "' onload='x"))
def test_no_value_leaves_the_card(words: str) -> None:
    page = jd.render(posting(organization=words), "html")
    assert card(page)["og:site_name"] == words
    assert len(list(tree(page).iter("script"))) == 1


def test_a_draft_names_each_blank_and_a_whole_page_none() -> None:
    assert 'class="draft"' not in jd.render(BASE, "html")
    (note,) = tree(jd.render(DRAFT, "html")).findall(".//p[@class='draft']")
    words = "".join(note.itertext())
    assert words.startswith("Draft. 2 facts are still to be filled in: ")
    assert "Organization" in words
    assert note.find("a") is None


def test_in_the_writers_view_each_name_leads_to_its_blank() -> None:
    page = tree(jd.render(DRAFT, "html", WRITER))
    (note,) = page.findall(".//p[@class='draft']")
    targets = [one.get("href")[1:] for one in note.iter("a")]
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(targets) == 2
    assert set(targets) <= set(ids)
    assert len(set(ids)) == len(ids)


def test_a_plan_fills_head_and_note() -> None:
    renderer = jd.get_renderer("html")
    for made in (BASE, posting(pay=None)):
        plan = renderer.plan(made, ["organization", "manager"])
        facts = {"organization": "Lake & <Sons>", "manager": "Nobody"}
        assert plan.fill(**facts) == renderer.render(refilled(made, **facts))
        assert plan.exact, plan.reason


def test_a_way_back_is_there_where_it_is_given() -> None:
    page = HtmlPageRenderer(back=("index.html", "All postings")).render(BASE)
    (link,) = tree(page).findall(".//nav/a")
    assert (link.get("href"), link.text) == ("index.html", "All postings")
    assert tree(jd.render(BASE, "html")).find(".//nav") is None


def test_for_a_writer_what_could_be_said_is_folded_behind_its_number() -> None:
    context = jd.RenderContext(audience="writer")
    made = jd.draft().build()
    tree = html5lib.parse(jd.render(made, "html", context), namespaceHTMLElements=False)
    folded = tree.findall(".//details")
    assert len(folded) > 5
    for one in folded:
        summary, offered = one
        assert (summary.tag, offered.tag) == ("summary", "ul")
        assert "".join(summary.itertext()) == f"This could be said here ({len(offered)})"
    # Each that is offered in another format is offered here.
    words = jd.render(made, "text", context)
    assert words.count("This could be said here:") == len(folded)
    assert "<details" not in jd.render(made, "html")


def test_a_posting_that_declares_no_slot_has_a_card() -> None:
    words = [jd.Paragraph(jd.Text.parse("Join {team}."))]
    made = jd.Posting("Nurse", words, requisition=jd.Requisition(locations=[{"state": "CO"}]))
    assert card(jd.render(made, "html"))["description"] == "Nurse. CO."


def test_a_plan_lists_a_whole_page_and_no_draft() -> None:
    words = [jd.Paragraph(jd.Text.parse("Join {team}."))]
    facts, slots = jd.Requisition(team="Care Transitions"), (jd.Slot("team", "Team"),)
    made = jd.Posting("Nurse", words, requisition=facts, slots=slots)
    plan = jd.get_renderer("html").plan(made, ["team"])
    assert "robots" not in card(plan.fill(team="Home Visits"))
    assert card(plan.fill(team=None))["robots"] == "noindex"
    assert "robots" not in card(plan.fill(team="Nights"))
    assert plan.exact


def test_a_page_filled_by_a_plan_reads_what_varies_and_not_each_slot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    plan = jd.get_renderer("html").plan(BASE, ["organization", "manager"])
    facts = [refilled(BASE, organization=f"Clinic {number}").requisition for number in range(3)]
    first = [plan.render(one) for one in facts]
    read: list[str] = []
    for module in (_view, model_posting):
        monkeypatch.setattr(module, "display", _noting(read, reading.display))
    assert [plan.render(one) for one in facts] == first
    assert len(read) < 10 * len(facts), read


def _noting(read: list[str], display: Callable[..., Any]) -> Callable[..., Any]:
    def noted(facts: Any, slot: jd.Slot) -> Any:
        read.append(slot.id)
        return display(facts, slot)

    return noted
