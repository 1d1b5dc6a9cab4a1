"""The interview kit: adapted to the posting, honest about coverage, careful about what is asked."""

import re
from itertools import product
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import InputError
from casemgr_jd.hiring._data import table
from casemgr_jd.hiring.kit import InterviewKit, interview_kit

CATALOG = jd.load_catalog()
SETTINGS = [(), *((one.id,) for one in CATALOG.settings), ("hospital", "managed_care")]
TIERS = (None, "entry", "senior", "lead")
GUIDE = [one.id for one in CATALOG.questions if one.kind == "interview"]
ALLOWED = [
    (setting, tier, role.id)
    for setting, tier, role in product(SETTINGS, TIERS, CATALOG.roles)
    if not CATALOG.scope.unusual(role.id, setting)
]


def _kit(
    setting: Any = (), tier: str | None = None, role: str = "rn", **facts: Any
) -> InterviewKit:
    return interview_kit(jd.build(jd.Requisition(setting=setting, tier=tier, role=role, **facts)))


def test_every_allowed_choice_has_a_kit_whose_coverage_adds_up() -> None:
    assert len(ALLOWED) > 200
    for setting, tier, role in ALLOWED:
        kit = _kit(setting, tier, role)
        ids = {one.id for one in kit.questions}
        tested = {name for one in kit.questions for name in one.bullets}
        listed = {one.id for one in kit.coverage}
        assert tested <= listed
        assert {one.id for one in kit.uncovered} == listed - tested
        assert {name for one in kit.coverage for name in one.questions} <= ids
        assert len(ids) == len(kit.questions)
        # A certification is read from a document, not tested by a question.
        assert listed - tested <= {"tier.senior.certification"}, (setting, tier, role)


def test_every_allowed_choice_asks_what_the_guide_asks() -> None:
    for setting, tier, role in ALLOWED:
        kit = _kit(setting, tier, role)
        assert {one.guide for one in kit.questions} - {""} == set(GUIDE), (setting, tier, role)
        assert all(one.listen_for and one.text.strip() for one in kit.questions)
        assert {one.competency for one in kit.questions} == {one.id for one in kit.competencies}


def test_a_setting_gives_its_own_words() -> None:
    hospital, plan = _kit("hospital"), _kit("managed_care")
    said = " ".join(one.text for one in hospital.questions)
    assert "InterQual or MCG" in said
    assert "HEDIS" not in said
    assert "HEDIS or Stars" in " ".join(one.text for one in plan.questions)


def test_nobody_without_the_license_is_asked_to_review_utilization() -> None:
    for role in ("bachelors", "care_coordinator"):
        for question in _kit("hospital", role=role).questions:
            assert "InterQual" not in question.text
            assert "you led" not in question.text or question.competency == "leadership"


def test_the_tier_adds_its_question() -> None:
    found = {tier: {one.id for one in _kit("hospital", tier).questions} for tier in TIERS}
    assert found["senior"] - found["entry"] == {"interview.mentoring"}
    assert found["lead"] - found["senior"] == {"interview.leading"}


def test_tools_and_measures_come_from_the_posting() -> None:
    plain, named = _kit("hospital"), _kit("hospital", emr=["Epic"], payer_portal=["Availity"])
    assert not any("Epic" in one.text for one in plain.questions)
    assert any("This job uses Epic and Availity" in one.text for one in named.questions)
    assert {kpi for one in plain.questions for kpi in one.kpis} == {
        name for name, _ in plain.measures
    }
    assert not any(one.kpis for one in _kit("specialty.legal", role="bachelors").questions)


def test_an_own_bullet_that_no_question_tests_is_shown() -> None:
    posting = (
        jd.draft()
        .for_setting("hospital")
        .add_bullet("responsibilities", "Run the bereavement circle.")
    )
    kit = interview_kit(posting.build())
    assert [one.text for one in kit.uncovered] == ["Run the bereavement circle."]
    output = jd.render(kit.as_document(), "markdown")
    assert "1 responsibility is tested by no question" in output
    assert "| Run the bereavement circle. | none |" in output


def test_what_the_data_names_exists() -> None:
    known = {item.id for item in CATALOG.items()}
    known |= {one.id for tier in CATALOG.tiers for one in tier.scope}
    kpis = {kpi.id for _, _, measures in CATALOG.kpi_sets for kpi in measures}
    competencies = {one["id"] for one in table("interview")["competencies"]}
    duties = {one.id for one in CATALOG.scope.duties}
    for entry in table("interview")["questions"]:
        assert set(entry["tests"]) <= known, entry["id"]
        assert set(entry.get("kpis", ())) <= kpis, entry["id"]
        assert entry["competency"] in competencies
        assert {entry.get("needs"), entry.get("lacks")} - {None} <= duties
        assert set(entry.get("settings", ())) <= {one.id for one in CATALOG.settings}
        assert set(entry.get("roles", ())) <= {one.id for one in CATALOG.roles}


def test_each_rating_has_an_anchor_of_its_own() -> None:
    kit = _kit("hospital", "senior")
    assert len(kit.ratings) == 4
    for competency in kit.competencies:
        assert len(set(competency.anchors)) == len(kit.ratings), competency.id


# --- what must not be asked -------------------------------------------------------------------------

FORBIDDEN = re.compile(
    r"\b(salary|paid now|earn(ed)?|how old|age|graduat|married|children|pregnan|religio|born|citizen"
    r"|disab|illness|medication you|arrest|convict|discharge type)\b",
    re.IGNORECASE,
)


def test_no_question_of_ours_is_one_that_must_not_be_asked() -> None:
    for setting, tier, role in ALLOWED:
        for question in _kit(setting, tier, role).questions:
            assert not FORBIDDEN.search(question.text), question.id
    assert FORBIDDEN.search("What salary do you have?")


def test_past_pay_follows_the_location_with_citation_and_confidence() -> None:
    kit = _kit(locations=[jd.Location("New York", "NY"), jd.Location("Reno", "NV")])
    found = {one.place: one for one in kit.reminders if one.place}
    assert set(found) == {"New York", "New York City", "Nevada"}
    assert found["Nevada"].citation.title == "NRS 613.133"
    assert found["Nevada"].citation.confidence == "high"
    assert found["New York"].citation.confidence == "unconfirmed"
    assert "is reported to" in found["New York"].text
    assert "is reported to" not in found["Nevada"].text


def test_past_pay_follows_the_states_of_remote_work() -> None:
    kit = _kit(work_model="remote", remote_states=["VA", "TX"])
    assert [one.place for one in kit.reminders if one.place] == ["Virginia"]


def test_without_a_ban_the_safe_course_is_still_told() -> None:
    output = jd.render(_kit(locations=[jd.Location("Boise", "ID")]).as_document(), "text")
    assert "ask what pay the candidate expects" in " ".join(output.split())
    assert "past pay." not in " ".join(output.split()).replace("asking for past pay", "")


def test_every_ban_has_a_place_a_citation_and_a_confidence() -> None:
    places = {one.id for one in CATALOG.places}
    rows = table("not_to_ask")["past_pay"]
    assert len(rows) == 30
    assert {row["place"] for row in rows} <= places
    assert len({row["place"] for row in rows}) == len(rows)
    assert all(row["citation"] for row in rows)
    assert {row["confidence"] for row in rows} == {"high", "medium", "low", "unconfirmed"}


# --- the document -----------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ("markdown", "text", "html", "html_fragment", "json"))
def test_a_kit_renders_in_every_text_format(format: str) -> None:
    kit = interview_kit(jd.draft().for_setting("hospital").as_role("rn").build(), candidates=3)
    output = jd.render(kit.as_document(), format)
    for words in (
        "Red Flags",
        "Scorecard: Candidate 3",
        "Coverage",
        kit.questions[0].listen_for[-30:],
    ):
        assert words in " ".join(output.split()), words
    assert "Candidate 4" not in output


@pytest.mark.parametrize("count", (0, -1, 51, True))
def test_a_count_of_candidates_out_of_range_is_refused(count: int) -> None:
    with pytest.raises(InputError, match="candidates"):
        interview_kit(jd.draft().build(), candidates=count)


def test_a_kit_is_a_value() -> None:
    assert _kit("hospital") == _kit("hospital")
    assert hash(_kit("hospital")) == hash(_kit("hospital"))
    assert _kit("hospital") != _kit("behavioral")
