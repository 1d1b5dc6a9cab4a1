"""The interview kit: adapted to the posting, honest about coverage, careful about what is asked."""

import re
from io import BytesIO
from itertools import product
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import ContentError, InputError
from casemgr_jd.hiring._law import laws_about
from casemgr_jd.hiring.kit import InterviewKit, interview_kit

CATALOG = jd.load_catalog()
SETTINGS = [(), *((one.id,) for one in CATALOG.settings), ("hospital", "managed_care")]
TIERS = (None, "entry", "senior", "lead")
GUIDE = [one.id for one in CATALOG.questions if one.kind == "interview"]
MEASURED = {one.id for one in CATALOG.settings if not one.id.startswith("specialty")}
"""The settings for which the guide has measures."""
ALLOWED = [
    (setting, tier, role.id)
    for setting, tier, role in product(SETTINGS, TIERS, CATALOG.roles)
    if not CATALOG.scope.unusual(role.id, setting)
]


def _kit(
    setting: Any = (), tier: str | None = None, role: str = "rn", **facts: Any
) -> InterviewKit:
    """Return the kit of a posting that takes over the guide's measures, where the guide has some."""
    if setting and MEASURED.intersection(setting if isinstance(setting, tuple) else (setting,)):
        facts = {"measures": "guide", **facts}
    return interview_kit(jd.build(jd.Requisition(setting=setting, tier=tier, role=role, **facts)))


def test_the_choices_that_the_scope_table_allows_are_counted() -> None:
    """So that no test below runs over fewer than it says."""
    assert len(ALLOWED) == 368
    assert {role for _, _, role in ALLOWED} == {role.id for role in CATALOG.roles}


@pytest.mark.once
def test_every_allowed_choice_has_a_kit_whose_coverage_is_complete() -> None:
    for setting, tier, role in ALLOWED:
        kit = _kit(setting, tier, role)
        ids = {one.id for one in kit.questions}
        tested = {name for one in kit.questions for name in one.bullets}
        listed = {one.id for one in kit.coverage}
        assert tested <= listed
        assert {one.id for one in kit.uncovered} == listed - tested
        assert {name for one in kit.coverage for name in one.questions} <= ids
        assert len(ids) == len(kit.questions)
        assert len(listed) >= 6
        assert tested == listed, (setting, tier, role, listed - tested)
        output = jd.render(kit.to_document(), "markdown")
        assert "Every responsibility of the posting is tested by a question." in output


@pytest.mark.once
def test_every_question_tests_something_and_every_measure_is_tested() -> None:
    measured = 0
    for setting, tier, role in ALLOWED:
        kit = _kit(setting, tier, role)
        idle = [one.id for one in kit.questions if not one.bullets and not one.kpis]
        assert not idle, (setting, tier, role)
        tested = {name for one in kit.questions for name in one.kpis}
        assert tested == {name for name, _ in kit.measures}, (setting, tier, role)
        measured += bool(tested)
    assert measured > len(ALLOWED) / 2


def test_a_duty_is_tested_by_what_its_words_state() -> None:
    """A bullet that states several items of the guide answers to each, and to its own id."""
    kit = _kit("hospital", "senior")
    by_id = {one.id: one.bullets for one in kit.questions}
    posting = jd.build(jd.Requisition(setting="hospital", tier="senior", role="rn"))
    documenting = {
        bullet.id
        for section in posting.sections
        for bullet in section.bullets
        if "responsibilities.documentation" in bullet.states
    }
    assert documenting
    assert documenting <= set(by_id["interview.turnaround.hospital"])
    assert {one.id for one in kit.coverage if one.id.endswith(".leads")} <= {
        *by_id["interview.mentoring"]
    }


def test_the_employers_own_measures_are_asked_about() -> None:
    own = ["Time from bed request to bed", "kpi.hospital.readmissions"]
    kit = _kit("hospital", measures=own)
    asked = [one for one in kit.questions if "own.measures.1" in one.kpis]
    assert [one.id for one in asked] == ["interview.improvement"]
    assert "The measures here: Time from bed request to bed." in asked[0].text
    assert "kpi.hospital.readmissions" in {name for one in kit.questions for name in one.kpis}
    assert "The measures here" not in " ".join(one.text for one in _kit("hospital").questions)


def test_the_employers_own_duties_are_shown_as_open() -> None:
    kit = _kit("hospital", duties=["Run the bereavement circle."])
    assert [one.text for one in kit.uncovered] == ["Run the bereavement circle."]


@pytest.mark.once
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
    # A beginner's posting tells of no improvement; those who lead are asked what they improved.
    assert found["senior"] - found["entry"] == {"interview.mentoring", "interview.improvement"}
    assert found["lead"] - found["senior"] == {"interview.leading"}


def test_tools_and_measures_come_from_the_posting() -> None:
    plain, named = _kit("hospital"), _kit("hospital", emr=["Epic"], payer_portal=["Availity"])
    assert not any("Epic" in one.text for one in plain.questions)
    assert any("This job uses Epic and Availity" in one.text for one in named.questions)
    assert not any(one.kpis for one in _kit("specialty.legal", role="bachelors").questions)


def test_an_own_bullet_that_no_question_tests_is_shown() -> None:
    posting = (
        jd.draft()
        .for_setting("hospital")
        .add_bullet("responsibilities", "Run the bereavement circle.")
    )
    kit = interview_kit(posting.build())
    assert [one.text for one in kit.uncovered] == ["Run the bereavement circle."]
    output = jd.render(kit.to_document(), "markdown")
    assert "1 responsibility is tested by no question" in output
    assert "| Run the bereavement circle. | none |" in output


@pytest.mark.once
def test_every_question_of_the_content_is_asked_somewhere() -> None:
    asked = {one.id for choice in ALLOWED for one in _kit(*choice).questions}
    assert asked == {one.id for one in CATALOG.interviewing.questions}


def test_what_the_content_names_exists() -> None:
    known = {item.id for item in CATALOG.items()}
    known |= {name for one in CATALOG.posting_items() for name in (one.id, one.same)}
    kpis = {kpi.id for _, _, measures in CATALOG.kpi_sets for kpi in measures}
    guide = {one.id for one in CATALOG.questions}
    for question in CATALOG.interviewing.questions:
        assert set(question.tests) <= known, (question.id, set(question.tests) - known)
        assert set(question.kpis) <= kpis, question.id
        assert not question.guide or question.guide in guide


def test_an_overlay_reaches_the_kit() -> None:
    own = CATALOG.overlay_tables(
        {
            "own.toml": {
                "screening": [
                    {"id": "interview.improvement", "text": "What did you mend last month?"},
                    {
                        "id": "acme.van",
                        "competency": "safety",
                        "text": "How do you keep the van stocked?",
                        "listen_for": "Listen for a checklist.",
                        "tests": ["responsibilities.safety"],
                        "settings": ["hospital"],
                    },
                ],
                "taboos": [{"id": "acme.union", "text": "Do not ask about union membership."}],
                "remove": ["interview.education"],
            }
        }
    )
    facts = jd.Requisition(setting="hospital", role="rn", tier="senior")
    kit = interview_kit(jd.build(facts, catalog=own), catalog=own)
    asked = {one.id: one.text for one in kit.questions}
    assert asked["interview.improvement"] == "What did you mend last month?"
    assert asked["acme.van"] == "How do you keep the van stocked?"
    assert "interview.education" not in asked
    assert kit.reminders[-1].id == "acme.union"
    assert own.hash != CATALOG.hash


def test_a_question_whose_words_an_overlay_removes_is_not_asked() -> None:
    own = CATALOG.overlay_tables({"own.toml": {"remove": ["interview.barrier"]}})
    kit = interview_kit(jd.build(jd.Requisition(role="rn"), catalog=own), catalog=own)
    assert all(one.text for one in kit.questions)
    assert "interview.barrier" not in {one.id for one in kit.questions}


def test_a_taboo_of_an_overlay_may_cite_law_of_its_own() -> None:
    own = {"id": "acme.union", "text": "Do not ask about unions.", "federal": ["NLRA § 8"]}
    catalog = CATALOG.overlay_tables({"own.toml": {"taboos": [own]}})
    kit = interview_kit(jd.build(jd.Requisition(role="rn"), catalog=catalog), catalog=catalog)
    said = next(one for one in kit.reminders if one.id == "acme.union")
    assert said.citations == (jd.Citation("NLRA § 8", confidence="unconfirmed"),)
    assert "(NLRA § 8, not confirmed)" in jd.render(kit.to_document(), "text")
    with pytest.raises(ContentError, match=r"law: is not known: 'union.bans'"):
        CATALOG.overlay_tables({"own.toml": {"taboos": [{**own, "law": "union.bans"}]}})


def test_an_overlay_with_mistakes_is_refused_with_all_of_them() -> None:
    wrong: dict[str, Any] = {
        "screening": [
            {
                "id": "a",
                "competency": "safty",
                "text": "How?",
                "listen_for": "Listen.",
                "tests": [],
            },
            {"id": "b", "competency": "safety", "licensed": "no", "settings": ["hospitl"]},
        ],
        "competencies": [{"id": "c", "name": "C", "anchors": ["one"]}],
    }
    with pytest.raises(ContentError) as caught:
        CATALOG.overlay_tables({"own.toml": wrong})
    told = str(caught.value)
    assert "did you mean 'safety'" in told
    assert "did you mean 'hospital'" in told
    assert "licensed: must be true or false" in told
    assert "screening[b].text: is missing" in told
    assert "must be 4, one for each rating, not 1" in told


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


@pytest.mark.once
def test_no_question_of_ours_is_one_that_must_not_be_asked() -> None:
    for setting, tier, role in ALLOWED:
        for question in _kit(setting, tier, role).questions:
            assert not FORBIDDEN.search(question.text), question.id
    assert FORBIDDEN.search("What salary do you have?")


def _law(kit: InterviewKit) -> dict[tuple[str, str], Any]:
    """Return the reminders of places by topic and place."""
    return {
        (one.id.removeprefix("ask.").partition(".")[0], one.place): one
        for one in kit.reminders
        if one.place
    }


def test_past_pay_follows_the_location_with_citation_and_confidence() -> None:
    kit = _kit(locations=[jd.Location("New York", "NY"), jd.Location("Reno", "NV")])
    found = {place: one for (topic, place), one in _law(kit).items() if topic == "past_pay"}
    assert set(found) == {"New York", "New York City", "Nevada"}
    assert found["Nevada"].citations[0].title == "NRS 613.133"
    assert found["Nevada"].citations[0].confidence == "high"
    assert found["New York"].citations[0].confidence == "unconfirmed"
    assert "is reported to" in found["New York"].text
    assert "is reported to" not in found["Nevada"].text


def test_past_pay_follows_the_states_of_remote_work() -> None:
    law = _law(_kit(work_model="remote", remote_states=["VA", "TX"]))
    assert [key for key in law if key[0] == "past_pay"] == [("past_pay", "Virginia")]
    assert "In force since July 1, 2026." in law["past_pay", "Virginia"].text


def test_the_law_says_more_than_pay_by_place() -> None:
    denver = _law(_kit(locations=[jd.Location("Denver", "CO")]))
    assert {topic for topic, _ in denver} == {"past_pay", "age", "records", "protected"}
    assert denver["age", "Colorado"].citations[0].title == "C.R.S. § 8-2-131"
    assert denver["age", "Colorado"].citations[0].confidence == "high"
    assert denver["records", "Colorado"].citations[0].confidence == "unconfirmed"
    newark = _law(_kit(locations=[jd.Location("Newark", "NJ")]))
    assert "employed now" in newark["employment", "New Jersey"].text
    seattle = _law(_kit(locations=[jd.Location("Seattle", "WA")]))
    assert "essential function" in seattle["driving", "Washington"].text
    read, reported = seattle["protected", "Washington"].text.split(" Washington is reported to ")
    assert read.startswith("Washington protects creed, ")
    assert reported.startswith("protect lawful use of cannabis off duty; confirm it")


def test_a_threshold_spares_a_small_employer_that_says_how_small() -> None:
    place = [jd.Location("Newark", "NJ")]
    assert ("records", "New Jersey") in _law(_kit(locations=place))
    assert ("records", "New Jersey") in _law(_kit(locations=place, employees=15))
    assert ("records", "New Jersey") not in _law(_kit(locations=place, employees=14))


def test_everywhere_the_same_topics_are_left_alone() -> None:
    kits = (_kit(), _kit("hospital", locations=[jd.Location("Boise", "ID")]))
    topics = [[one.id for one in kit.reminders if not one.place] for kit in kits]
    assert topics[0] == topics[1] == [one.id for one in CATALOG.interviewing.taboos]
    assert len(topics[0]) == 12
    output = " ".join(jd.render(kits[1].to_document(), "text").split())
    assert "ask what pay the candidate expects" in output
    assert "the law says more" not in output


def test_every_taboo_rests_on_law_that_the_package_holds() -> None:
    places = {one.id for one in CATALOG.places}
    kit = _kit()
    for taboo in CATALOG.interviewing.taboos:
        assert taboo.federal or taboo.law, taboo.id
        assert bool(taboo.law) is bool(taboo.sure) is bool(taboo.unsure)
        for law in laws_about(taboo.law) if taboo.law else ():
            assert law.place in places
            assert law.reference().title or taboo.law == "classes"
            assert law.as_of is not None
            assert law.confidence in ("high", "medium", "low", "unconfirmed")
    cited = [one for one in kit.reminders if one.citations]
    assert len(cited) == 7
    assert all(law.as_of for one in cited for law in one.citations)
    assert len(laws_about("salary_history")) == 30


# --- the document -----------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ("markdown", "text", "html", "html_fragment", "json"))
def test_a_kit_renders_in_every_text_format(format: str) -> None:
    kit = interview_kit(jd.draft().for_setting("hospital").as_role("rn").build(), candidates=3)
    output = jd.render(kit.to_document(), format)
    for words in (
        "Red flags",
        "Scorecard: candidate 3",
        "Coverage",
        kit.questions[0].listen_for[-30:],
    ):
        assert words in " ".join(output.split()), words
    assert "Candidate 4" not in output


@pytest.mark.parametrize("count", (0, -1, 51, True, 1.5, "3", None))
def test_a_count_of_candidates_out_of_range_is_refused(count: Any) -> None:
    with pytest.raises(InputError, match="candidates"):
        interview_kit(jd.draft().build(), candidates=count)


def test_each_scorecard_starts_on_a_page_of_its_own() -> None:
    kit = interview_kit(jd.draft().for_setting("hospital").as_role("rn").build(), candidates=3)
    document = kit.to_document()
    fresh = [one.id for one in document.sections if one.page_break]
    assert fresh == ["ratings", "scorecard_1", "scorecard_2", "scorecard_3"]
    page = jd.render(document, "html")
    assert page.count('<section class="new-page">') == 4
    assert ".new-page { break-before: page; }" in page.partition("@media print")[2]
    assert jd.loads(jd.render(document, "json")) == document
    for card in document.sections[-3:]:
        table = next(one for one in card.blocks if isinstance(one, jd.Table))
        assert len(table.rows) == len(kit.questions)


def test_what_is_no_posting_is_refused_with_the_way_to_one() -> None:
    for odd in (jd.Requisition(), jd.draft(), None, "posting"):
        with pytest.raises(InputError, match="build it first"):
            interview_kit(odd)  # type: ignore[arg-type]


def test_a_posting_without_a_role_of_its_own_still_has_a_kit() -> None:
    assert _kit((), None, "case_manager") == interview_kit(jd.draft().build())


def test_a_kit_is_a_value() -> None:
    assert _kit("hospital") == _kit("hospital")
    assert hash(_kit("hospital")) == hash(_kit("hospital"))
    assert _kit("hospital") != _kit("behavioral")


@pytest.mark.parametrize("setting", ("hospital", ("hospital", "managed_care"), ()))
def test_a_scorecard_fills_one_page_of_a_pdf(setting: Any) -> None:
    pypdf = pytest.importorskip("pypdf")
    pytest.importorskip("typst")
    kit = interview_kit(jd.build(jd.Requisition(setting=setting, role="rn")), candidates=2)
    pages = pypdf.PdfReader(BytesIO(jd.render(kit.to_document(), "pdf"))).pages
    cards = [page.extract_text() for page in pages][-2:]
    for number, card in enumerate(cards, 1):
        assert f"Scorecard: candidate {number}" in card
        assert "Recommendation and reason" in card


def test_a_scorecard_starts_on_a_new_page_of_a_word_document() -> None:
    docx = pytest.importorskip("docx")
    kit = interview_kit(jd.draft().as_role("rn").build(), candidates=2)
    document = docx.Document(BytesIO(jd.render(kit.to_document(), "docx")))
    fresh = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]
    assert fresh == [
        "What each rating looks like",
        "Scorecard: candidate 1",
        "Scorecard: candidate 2",
    ]


def test_each_responsibility_that_a_question_tests_is_a_line_of_its_own() -> None:
    kit = jd.interview_kit(jd.build(jd.Requisition(setting=["hospital"], tier="senior")))
    (questions,) = (one for one in kit.to_document().sections if one.id == "questions")
    for section, question in zip(questions.blocks, kit.questions, strict=True):
        assert isinstance(section, jd.Section)
        lines = [one for one in section.blocks if isinstance(one, jd.BulletList)]
        assert sum(len(one.bullets) for one in lines) == len(question.bullets)
