"""What the duties of a posting say against what its title says."""

import pytest

import casemgr_jd as jd
from casemgr_jd.errors import InputError
from casemgr_jd.hiring._questions import responsibilities
from casemgr_jd.hiring.recognition import duties_in, is_overseen
from casemgr_jd.hiring.title_review import TitleReview, review_title

CATALOG = jd.load_catalog()
USUAL = [
    (role.id, setting.id)
    for role in CATALOG.roles
    for setting in CATALOG.settings
    if not CATALOG.scope.unusual(role.id, (setting.id,))
]


def _review(role: str, setting: str, title: str | None = None) -> TitleReview:
    posting = jd.draft().as_role(role).for_setting(setting).build()
    lines = [one.text.filled(posting.read) for one in responsibilities(posting)]
    return review_title(title or posting.heading, lines, setting=setting)


@pytest.mark.parametrize(("role", "setting"), USUAL)
def test_our_own_postings_go_with_their_titles(role: str, setting: str) -> None:
    review = _review(role, setting)
    assert review.titled is not None
    assert review.titled.title == CATALOG.role(role).title
    assert review.conflicts == ()
    assert review.agrees


@pytest.mark.parametrize(
    ("role", "title", "said"),
    (
        ("rn", "Care Coordinator", "does not cover"),
        ("rn", "LCSW Case Manager", "utilization review against criteria"),
        ("care_coordinator", "RN Case Manager", "no duty that was recognized does"),
        (
            "care_coordinator",
            "Case Manager",
            "Most duties that were recognized are those of a Care Coordinator",
        ),
        ("rn", "Patient Navigator", "does not cover"),
    ),
)
def test_a_wrong_title_is_told_apart(role: str, title: str, said: str) -> None:
    review = _review(role, "hospital", title)
    assert not review.agrees
    assert said in " ".join(review.conflicts)
    output = jd.render(review.to_document(), "markdown")
    assert "Change one or the other" in output


def test_a_title_that_nobody_knows_agrees_with_nothing() -> None:
    review = review_title("Wellness Rockstar", ["Complete utilization review"])
    assert review.titled is None
    assert not review.agrees
    assert review.advice.role.id == "rn"


def test_a_seniority_word_or_a_suffix_does_not_hide_the_title() -> None:
    review = review_title("Senior RN Case Manager – Nights", ["Complete utilization review"])
    assert review.titled is not None
    assert review.titled.id == "rn"
    assert review.agrees


@pytest.mark.parametrize(
    ("line", "duty"),
    (
        ("Conduct utilization review using MCG criteria.", "utilization_review"),
        ("Review stays against evidence-based criteria.", "utilization_review"),
        ("Assess health, home and coverage.", "medical_assessment"),
        ("Reconcile medicines after a hospital stay.", "medication_reconciliation"),
        ("Determine the right level of care.", "clinical_decision_support"),
        ("Provide psychotherapy to adults.", "therapy"),
        ("Schedule appointments and send reminders.", "scheduling"),
        ("Make referrals to community programs.", "referrals"),
        ("Complete OASIS documentation.", "clinical_documentation"),
        ("Develop care plans with each client.", "care_plan_ownership"),
    ),
)
def test_a_duty_is_recognized(line: str, duty: str) -> None:
    assert duties_in([line]) == {duty: (line,)}


@pytest.mark.parametrize(
    "line",
    (
        "Support utilization review by gathering records.",
        "Match the next level of care to criteria that others set.",
        "Check the equipment, and leave notes for after-hours triage.",
        "Make warm handoffs after ED visits.",
        "Assist the nurses who complete OASIS documentation.",
        "Record contacts, and supply what clinicians need to complete OASIS.",
        "Snappy dresser preferred; rescheduled in spring.",
    ),
)
def test_support_and_chance_likeness_are_no_duties(line: str) -> None:
    assert duties_in([line]) == {}


def test_nothing_recognized_speaks_neither_for_nor_against_a_title() -> None:
    review = review_title("Case Manager", ["Be kind.", "Be on time."])
    assert review.evidence == ()
    assert review.conflicts == ()
    output = " ".join(jd.render(review.to_document(), "text").split())
    assert "no duty was recognized, so the duties say nothing" in output
    assert "Recommended title" not in output
    assert "0 of 2" in output


def test_a_few_lines_of_logistics_do_not_make_a_coordinator() -> None:
    lines = ["Send referrals", *(f"Do the work of kind {number}" for number in range(9))]
    assert review_title("Case Manager", lines).conflicts == ()
    assert review_title("Case Manager", lines[:4]).conflicts != ()


@pytest.mark.parametrize(
    ("title", "role"),
    (
        ("Case Manager, RN – Nights", "rn"),
        ("Registered Nurse Case Manager", "rn"),
        ("Utilization Management Nurse II", "utilization_review_nurse"),
        ("HOSPICE SOCIAL WORKER", "medical_social_worker"),
        ("Licensed Clinical Social Worker", "social_worker"),
        ("Care Navigator (Oncology)", "patient_navigator"),
        ("Home Health Nurse", "home_health_rn"),
        ("Senior Care Manager", "case_manager"),
        ("Showcase managership", ""),
    ),
)
def test_a_title_is_known_by_its_other_names(title: str, role: str) -> None:
    titled = review_title(title, ["Schedule visits"]).titled
    assert (titled.id if titled else "") == role


@pytest.mark.parametrize(
    "line",
    (
        "You work under the oversight of a licensed professional.",
        "Clinical supervision is provided by a licensed supervisor.",
        "Supervised by an RN who signs each plan.",
        "The program is overseen by our LCSW.",
    ),
)
def test_oversight_is_recognized(line: str) -> None:
    assert is_overseen([line])


def test_a_license_alone_is_no_oversight() -> None:
    assert not is_overseen(["An active RN license is required.", "You supervise two assistants."])


@pytest.mark.parametrize(
    "line",
    (
        "Nurses and social workers own the care plans; you make sure the plan happens.",
        "Help develop care plans with the nurses.",
        "Participate in discharge planning rounds.",
    ),
)
def test_what_somebody_else_carries_is_no_duty_of_the_job(line: str) -> None:
    assert not {"care_plan_ownership", "discharge_planning"} & set(duties_in([line]))


def test_an_overlay_teaches_new_words() -> None:
    signal = {"id": "scheduling", "words": ["(wrangle|herd)* .. calendars"]}
    own = CATALOG.overlay_tables({"own.toml": {"signals": [signal]}})
    assert duties_in(["Herding everybody's calendars"], own) != {}
    assert duties_in(["Herding everybody's calendars"]) == {}


def test_a_text_is_read_by_its_lines_and_an_odd_value_is_refused() -> None:
    review = review_title("RN Case Manager", "Schedule visits\n\nSend referrals\n")
    assert review.lines == 2
    with pytest.raises(InputError) as caught:
        review_title(None, ["Schedule visits", 5])  # type: ignore[arg-type, list-item]
    assert [one.path for one in caught.value.problems] == ["title", "lines[1]"]
    with pytest.raises(InputError, match="did you mean 'hospital'"):
        review_title("RN Case Manager", ["Schedule visits"], setting="hospitl")
