"""Values in their place: capitals at the head of a line, one period at the end of a sentence."""

import re
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.slot import Place, SlotKind
from casemgr_jd.renderers.jsonld import JsonLdRenderer

CATALOG = load_catalog()
SETTINGS = [one.id for one in CATALOG.settings]
_FREE = (SlotKind.TEXT, SlotKind.SOME_OF, SlotKind.CONTACT)
_CLOSED = {
    *("caseload", "degree", "employment_type", "hours_told", "license", "location", "openings"),
    *("pay_yearly", "remote_states", "requisition_id", "state", "title"),
}
"""What reads in words of ours, and ends in no abbreviation that an employer typed."""
ENDING = "Lakeside Health Inc."


def said(edition: str, **facts: Any) -> str:
    made = jd.build(jd.Requisition(edition=edition, **{"organization": ENDING, **facts}))
    return jd.render(made, "markdown")


@pytest.mark.parametrize("edition", ("posting", "board", "full"))
def test_a_value_that_ends_in_an_abbreviation_brings_no_second_period(edition: str) -> None:
    words = {
        "manager": "the director of Lakeside Health Inc.",
        "team": "four nurses of Lakeside Health Inc.",
        "shift": ["7 a.m. to 3 p.m."],
        "rotation": ["every third weekend until 9 p.m."],
        "on_call": ["every fourth week, 5 p.m. to 7 a.m."],
        "differentials": ["$2 an hour after 7 p.m."],
        "equipment": ["laptop, phone, etc."],
        "emr": ["Epic Systems Inc."],
        "partners": ["Harbor Legal Aid Inc."],
        "benefits": ["medical, dental, etc."],
        "credentials": ["A card of the Red Cross Inc."],
        "questions_contact": "Jo Diaz, Lakeside Health Inc.",
    }
    for setting in ("hospital", "home_health", "social_services"):
        shown = said(edition, setting=[setting], **words)
        assert not re.search(r"(?<!\.)\.\.(?!\.)", shown), shown
        assert "Inc." in shown


def test_each_free_word_before_a_period_has_a_view_for_it() -> None:
    viewed = {one.of for one in CATALOG.slots if one.place in (Place.END, Place.ALONE)}
    free = {one.id for one in CATALOG.slots if one.kind in _FREE and not one.of}
    texts = [
        text for item in CATALOG.posting_items() for text in (item.text, item.otherwise) if text
    ]
    ending = {
        slot.slot
        for text in texts
        for slot, behind in zip(text.parts, text.parts[1:], strict=False)
        if not isinstance(slot, str) and isinstance(behind, str) and behind.startswith(".")
    }
    assert sorted(ending & free - viewed - _CLOSED) == []


def test_a_blank_is_named_once_whatever_its_place() -> None:
    posting = jd.build(jd.Requisition(setting=["hospital"], edition="full"))
    assert len(posting.unfilled) == len(set(posting.unfilled))
    assert not [one for one in posting.unfilled if posting.slot(one).of]
    (note,) = re.findall("still to be filled in: (.*)", jd.render(posting, "text"), re.IGNORECASE)
    labels = re.split(", | and ", note.rstrip("."))
    assert len(labels) == len(set(labels))


def test_one_tool_in_two_fields_is_named_once() -> None:
    for setting in SETTINGS:
        for edition in ("posting", "board"):
            shown = said(edition, setting=[setting], emr=["Epic"], cm_platform=["Epic"])
            assert not re.search(r"Epic(?: and|;|,) Epic", shown), shown
    shown = said("posting", setting=["hospital"], emr=["Epic"], cm_platform=["Jiva"])
    assert "in Epic and Jiva" in shown
    assert "**Tools:** Epic and Jiva." in shown


def test_one_hour_a_week_is_one() -> None:
    shown = said("posting", hours_per_week=1, employment_type="part_time")
    assert "1 hour a week, part-time" in shown
    assert "36 hours a week" in said("posting", hours_per_week=36, employment_type="part_time")


@pytest.mark.parametrize(
    ("hours", "told"),
    (
        ("varies", "varies"),
        ("Hours vary", "Hours vary"),
        ("about 40 hrs most weeks", "about 40 hrs most weeks"),
        ("40 a week, 45 at most", "40 a week, 45 at most"),
        ("about 36", "about 36 hours a week"),
        ("20+", "20+ hours a week"),
    ),
)
def test_hours_in_words_stand_as_they_are(hours: str, told: str) -> None:
    shown = said("posting", hours_per_week=hours, employment_type="full_time")
    assert re.search(rf"{re.escape(told)}\W*$", shown, re.MULTILINE), shown
    posting = jd.build(jd.Requisition(hours_per_week=hours))
    assert JsonLdRenderer().payload(posting)["workHours"] == told


def test_a_rough_limit_is_up_to_about_so_many() -> None:
    shown = said("posting", setting=["hospital"], caseload={"high": 20, "about": True})
    assert "Up to about 20 patients" in shown


@pytest.mark.parametrize(
    ("given", "meant"), (({"minimum": 3, "maximum": 5}, "'low'"), ({"low": 3, "hgih": 5}, "'high'"))
)
def test_a_wrong_end_of_a_caseload_is_told_with_the_right_one(
    given: dict[str, int], meant: str
) -> None:
    with pytest.raises(jd.InputError, match=f"did you mean {meant}"):
        jd.Requisition(caseload=given)


@pytest.mark.parametrize(
    ("state", "city", "told"), (("CO", "Denver", True), ("TX", "Austin", False))
)
def test_that_nothing_comes_besides_is_told_where_law_asks(
    state: str, city: str, told: bool
) -> None:
    facts = {
        "other_compensation": ["none"],
        "locations": [jd.Location(city, state)],
        "employees": 400,
    }
    assert ("no bonus, commission or other pay" in said("posting", **facts)) is told
    besides = said("posting", differentials=["$3 an hour at night"], **facts)
    assert ("Besides the extra pay named here, there is no bonus" in besides) is told


_HOUSE = """
[[slots]]
id = "unit"
label = "Unit"
{places}

[[items]]
id = "house.unit"
section = "facts"
label = "Unit"
text = "{{unit}}"
"""


@pytest.mark.parametrize(("places", "told"), (("", "Oncology"), ('places = ["end"]', "oncology")))
def test_a_slot_of_an_overlay_begins_a_fact_with_a_capital_too(
    places: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / "house.toml").write_text(_HOUSE.format(places=places), encoding="utf-8")
    facts = jd.Requisition(extra={"unit": "oncology, third floor"})
    made = jd.build(facts, catalog=CATALOG.overlay(str(tmp_path)))
    assert f"**Unit:** {told}, third floor" in jd.render(made, "markdown")


def test_a_place_that_there_is_not_is_told(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        _HOUSE.format(places='places = ["middle"]'), encoding="utf-8"
    )
    with pytest.raises(jd.ContentError, match="places: must be of 'head' and 'end'"):
        CATALOG.overlay(str(tmp_path))
