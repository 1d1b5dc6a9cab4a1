"""Brief sections are told in lines of one, where there are several such."""

from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.model.document import Bullet, Fact, Paragraph, Section, walk

LIMITS = "There is no therapy in this job."
WEEK = "Tuesday: team huddle at 9:10"
LONG = "Every month brings a week in which nothing that was planned comes to pass. " * 4


def build(**facts: Any) -> jd.Posting:
    return jd.build(jd.Requisition(**facts))


def headings(posting: jd.Posting) -> list[str]:
    return [one.title for one in posting.sections]


def lines(posting: jd.Posting) -> list[str]:
    more = next(one for one in posting.sections if one.id == "more")
    return [
        f"{one.label}: {one.text.filled(posting.read)}"
        for one in walk(more.blocks)
        if isinstance(one, Bullet)
    ]


def test_two_brief_sections_are_lines_of_one() -> None:
    made = build(week=[WEEK], accreditor=["NCQA"])
    assert lines(made) == ["Tuesday: team huddle at 9:10", "Accreditation: NCQA."]
    assert not {"When and where you work", "A usual week"} & set(headings(made))


def test_it_stands_where_the_first_of_them_stood() -> None:
    heads = headings(build(week=[WEEK], accreditor=["NCQA"], setting=["hospital"]))
    assert heads.index("How the job is set up") == heads.index("What you'll do") + 1


def test_brief_ones_that_join_different_sections_are_told_in_each() -> None:
    made = build(limits=[LIMITS], week=[WEEK], team="six case managers")
    assert not {"How the job is set up", "Where your role ends"} & set(headings(made))


def test_one_alone_keeps_its_heading() -> None:
    assert "When and where you work" in headings(build(accreditor=["NCQA"]))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"week": [WEEK]}, "Tuesday: team huddle at 9:10"),
        ({"travel_percent": 20}, "Travel takes about 20% of your time."),
        ({"measures": ["No-shows"]}, "How the work is measured: No-shows."),
    ],
)
def test_one_alone_that_joins_another_is_told_at_its_end(facts: dict[str, Any], told: str) -> None:
    made = build(team="six case managers", **facts)
    support = next(one for one in made.sections if one.id == "support")
    bullets = [one for one in walk(support.blocks) if isinstance(one, Bullet)]
    label, words = bullets[-1].label, bullets[-1].text.filled(made.read)
    assert (f"{label}: {words}" if label else words) == told


def test_one_alone_of_several_lines_keeps_its_heading() -> None:
    made = build(team="six case managers", week=[WEEK, "Friday: notes"])
    assert "A usual week" in headings(made)


def test_one_alone_keeps_its_heading_where_what_it_joins_does_not_stand() -> None:
    assert "A usual week" in headings(build(week=[WEEK]))


def test_a_long_one_keeps_its_heading() -> None:
    made = build(accreditor=["NCQA"], week=[WEEK], hard_part=[LONG])
    assert "The hard part" in headings(made)
    assert len(lines(made)) == 2


@pytest.mark.parametrize(
    ("facts", "heading", "paragraphs"),
    [
        ({"hard_part": ["Roads ice over."]}, "The hard part", ["Roads ice over."]),
        (
            {"hard_part": ["Roads ice over."], "what_helps": ["We pay for tires.", "Two go."]},
            "What is hard, and what helps",
            ["Roads ice over.", "We pay for tires. Two go."],
        ),
        (
            {"what_helps": ["Two go."], "duties": ["Visit.", "Call.", "Write.", "Drive."]},
            "What helps",
            ["Two go."],
        ),
    ],
)
def test_the_hard_part_is_headed_by_what_stands_in_it(
    facts: dict[str, Any], heading: str, paragraphs: list[str]
) -> None:
    made = build(**facts)
    found = next(one for one in made.sections if one.id == "hard_part")
    assert found.title == heading
    told = [one.text.filled(made.read) for one in walk(found.blocks) if isinstance(one, Paragraph)]
    assert told == paragraphs


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            {
                "manager": "Ruth Pelkey, MSW, Case Management Director",
                "team": "eight case managers",
            },
            "You report to Ruth Pelkey, MSW, Case Management Director. You work with eight case managers.",
        ),
        (
            {"manager": "Nurse Manager, Care Transitions", "direct_reports": "two aides"},
            "You report to the Nurse Manager, Care Transitions. You supervise two aides.",
        ),
        ({"team": "12 case managers to a team"}, "There are 12 case managers to a team."),
        ({"team": "a team of five nurses"}, "You join a team of five nurses."),
        (
            {"manager": "You answer to the board.", "team": "Two of us are on nights."},
            "You answer to the board. Two of us are on nights.",
        ),
    ],
)
def test_who_leads_and_who_works_beside_is_one_paragraph(facts: dict[str, Any], told: str) -> None:
    made = build(**facts)
    support = next(one for one in made.sections if one.id == "support")
    first = next(one for one in walk(support.blocks) if isinstance(one, Paragraph))
    assert first.text.filled(made.read) == told


def test_one_with_headings_of_its_own_keeps_them() -> None:
    made = build(accreditor=["NCQA"], week=["In summer:", "No classes."])
    week = next(one for one in made.sections if one.title == "A usual week")
    assert any(isinstance(one, Section) for one in week.blocks)


def test_several_measures_are_told_in_one_line() -> None:
    made = build(accreditor=["NCQA"], measures=["Hospital days", "Jail days"])
    assert "How the work is measured: Hospital days; Jail days." in lines(made)


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        (["Hospital days, etc.", "No-shows"], "Hospital days, etc.; No-shows."),
        (["No-shows", "Visits before 9 a.m."], "No-shows; Visits before 9 a.m."),
        (["No-shows", "Does it help?"], "No-shows; Does it help?"),
    ],
)
def test_an_abbreviation_keeps_its_period_and_no_line_ends_in_two(
    measures: list[str], told: str
) -> None:
    made = build(accreditor=["NCQA"], measures=measures)
    assert f"How the work is measured: {told}" in lines(made)


def test_a_line_that_heads_nothing_keeps_its_colon_and_gets_no_period() -> None:
    assert "A usual week: Mornings:" in lines(build(accreditor=["NCQA"], week=["Mornings:"]))


def test_lines_keep_their_order() -> None:
    made = build(accreditor=["NCQA"], week=["Mornings start late", WEEK, "Fridays are quiet"])
    assert lines(made)[:2] == [
        "A usual week: Mornings start late; Fridays are quiet.",
        "Tuesday: team huddle at 9:10",
    ]


def test_measures_of_the_guide_are_told_within_a_sentence() -> None:
    made = build(
        accreditor=["NCQA"],
        setting="managed_care",
        measures=["kpi.managed_care.hedis_gaps", "kpi.managed_care.outreach"],
    )
    (told,) = (one for one in lines(made) if one.startswith("How the work is measured"))
    assert told.endswith("measured: HEDIS gap closure; post-discharge outreach, at 7 and 30 days.")


@pytest.mark.parametrize("edition", jd.Edition)
def test_nothing_is_lost_by_it(edition: jd.Edition) -> None:
    facts = {"limits": (LIMITS,), "week": (WEEK,), "accreditor": ("NCQA",)}
    text = jd.render(build(**facts, edition=edition), "text").replace("\n", " ")
    text = " ".join(text.split())
    for words in (LIMITS, "team huddle at 9:10", "NCQA"):
        assert words in text


def test_a_changed_fact_in_it_is_the_same_as_one_built_so() -> None:
    first, second = ({"limits": (LIMITS,), "accreditor": (one,)} for one in ("NCQA", "CHAP"))
    plan = jd.get_renderer("markdown").plan(build(**first), varying=["accreditor"])
    assert plan.fill(accreditor=["CHAP"]) == jd.render(build(**second))


def test_a_sentence_that_goes_on_behind_a_colon_has_no_label() -> None:
    made = build(preferences=["Spanish is strongly preferred: a third of our families speak it."])
    preferred = next(one for one in made.sections if one.id == "preferred")
    bullets = [one for one in walk(preferred.blocks) if isinstance(one, Bullet)]
    (own,) = [one for one in bullets if one.id.startswith("own.preferences")]
    assert (own.label, str(own.text)[:30]) == ("", "Spanish is strongly preferred:")


def test_what_begins_as_a_question_does_is_a_label() -> None:
    made = build(
        know_first=["Who may apply: members of the union first", "What counts: field work"]
    )
    labels = [one.label for one in walk(made.blocks) if isinstance(one, Fact)]
    assert {"Who may apply", "What counts"} <= set(labels)
