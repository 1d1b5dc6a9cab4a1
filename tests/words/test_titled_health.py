"""What health settings tell where the title names a specialty: each item stands, and keeps the laws."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from each import each

import casemgr_jd as jd
from casemgr_jd._lexicon import lexicon
from casemgr_jd._resources import read_text
from casemgr_jd.content.files import PARTS
from words.cases import SIX, sentences, words

TERMS = tomllib.loads((Path(__file__).parent / "terms.toml").read_text(encoding="utf-8"))
COMMON = frozenset(TERMS["common"]["words"])
ITEMS: list[dict[str, Any]] = [
    item
    for part in PARTS["settings.toml"]
    if part.startswith("settings/titled_health")
    for item in tomllib.loads(read_text("data", *part.split("/")))["titled"]
]
LICENSES: dict[str, tuple[str, ...]] = {
    "social_worker": ("LCSW",),
    "nurse": ("RN",),
    "unlicensed": ("LPN",),
}
"""By which a case manager, whose role says nothing of it, belongs to a group."""
LENGTHS = {
    "summary": (20, 46),
    "hard_part": (20, 45),
    "good_part": (6, 45),
    "suited": (6, 25),
    "preferred": (3, 20),
    "duty": (6, 20),
}
SETTINGS = sorted({one for item in ITEMS for one in item["when"]["setting"]})
_THEN_THE_READERS_PART = re.compile(r"At \{organization\}, you .*")


def _specialty(item: dict[str, Any]) -> str:
    (trait,) = item["when"]["traits"]
    return str(trait.removeprefix("titled."))


@cache
def _posting(
    specialty: str, role: str, setting: str, license_: tuple[str, ...], tier: str | None = None
) -> jd.Posting:
    title = f"Worker, {lexicon('specialties')[specialty][0].title()}"
    return jd.build(
        jd.Requisition(
            title=title, role=role, setting=setting or None, license=license_, tier=tier, **SIX
        )
    )


_KNOWN: dict[int, tuple[jd.Posting, tuple[tuple[str, str], ...]]] = {}


def _told(posting: jd.Posting) -> tuple[tuple[str, str], ...]:
    """Return the sentences of a posting, which is held, so that its identity stays its own."""
    if id(posting) not in _KNOWN:
        _KNOWN[id(posting)] = posting, tuple(sentences(posting))
    return _KNOWN[id(posting)][1]


@cache
def _same() -> dict[str, set[str]]:
    """Return the ids of what stands for one another, by the name that they share."""
    found: dict[str, set[str]] = {}
    for one in jd.load_catalog().posting_items():
        found.setdefault(one.same, set()).add(one.id)
    return found


def _postings(item: dict[str, Any]) -> Iterator[tuple[str, jd.Posting]]:
    """Yield a posting for each setting and group that the item is for."""
    when = item["when"]
    for setting in when["setting"]:
        usual = [
            role
            for role in when["role"]
            if not jd.load_catalog().scope.unusual(role, (setting,) if setting else ())
        ]
        for group in when.get("group", ["nurse"]):
            if "case_manager" in usual:
                licenses = LICENSES.get(group, ())
                yield setting, _posting(_specialty(item), "case_manager", setting, licenses)
        yield from ((setting, _posting(_specialty(item), role, setting, ())) for role in usual)


@each("item", ITEMS, ids=lambda one: str(one["id"]))
def test_it_stands_in_place_of_what_any_such_job_has(item: dict[str, Any]) -> None:
    same = _same()[item["same"]]
    stood = set()
    for setting, posting in _postings(item):
        ids = [name for name, _ in _told(posting)]
        if item["id"] in ids:
            stood.add(setting)
            assert same & set(ids) == {item["id"]}
    assert stood == set(item["when"]["setting"])


@each("item", ITEMS, ids=lambda one: str(one["id"]))
def test_its_words_keep_the_laws(item: dict[str, Any]) -> None:
    text = item["text"]
    low, high = LENGTHS[item.get("section", "duty")]
    assert low <= len(text.split()) <= high
    assert not re.search(r"[/(!]", text)
    lowered = text.lower()
    assert not [one for one in TERMS["banned"]["phrases"] if f" {one}" in f" {lowered}"]
    if "tier" not in item["when"]:
        assert not [one for one in TERMS["senior"]["words"] if f" {one}" in f" {text}"]
    assert not re.search(r"\b(?:patients|clients|members|students|participants)\b", text)


@each("item", ITEMS, ids=lambda one: str(one["id"]))
def test_it_has_no_term_of_another_setting(item: dict[str, Any]) -> None:
    settings = {one for one in item["when"]["setting"] if one}
    carried = TERMS["titled"].get(_specialty(item), ())
    for term, homes in TERMS["homes"].items():
        at_home = all({one, one.partition(".")[0]} & set(homes) for one in settings)
        said = re.search(
            rf"(?<![\w-]){re.escape(term)}",
            item["text"],
            0 if term[:1].isupper() else re.IGNORECASE,
        )
        assert at_home or not said or term in carried, term


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    tokens = re.findall(r"[\w'{}-]+", text.lower())
    for run in zip(*(tokens[at:] for at in range(5)), strict=False):
        if sum(one not in COMMON and "{" not in one for one in run) >= 3:
            yield run


def test_no_two_specialties_share_a_run_of_five_words() -> None:
    """Each opening ends with what every job of this kind is: to assess, plan, arrange and speak up."""
    seen: dict[tuple[str, ...], dict[str, Any]] = {}
    found = []
    for item in ITEMS:
        for run in _runs(_THEN_THE_READERS_PART.sub("", item["text"])):
            first = seen.setdefault(run, item)
            if _specialty(first) != _specialty(item):
                found.append(f"{first['id']} and {item['id']}: {' '.join(run)}")
    assert not found, "\n".join(found)


SPECIALTIES = sorted({_specialty(one) for one in ITEMS})


@each("specialty", SPECIALTIES)
def test_a_posting_with_it_is_clean_and_says_nothing_twice(specialty: str) -> None:
    for item in (one for one in ITEMS if _specialty(one) == specialty):
        for setting, posting in _postings(item):
            assert not posting.unfilled
            assert 200 <= words(posting) <= 470, (setting, words(posting))
            seen: dict[tuple[str, ...], str] = {}
            for name, text in _told(posting):
                for run in _runs(text.replace(posting.read("population"), "people")):
                    first = seen.setdefault(run, name)
                    assert first == name, (setting, first, name, run)


_NOT_OF_ITS_WORDS = (
    "COM",  # Six facts leave much unsaid.
    "REA008",  # PACE stands in the title.
    "REA005",  # PICC, INR, EEG: who does the work knows the terms of the trade.
    "HAF009",  # A case manager whose license nobody gave is asked for none.
    "SCO032",  # The title is a test's.
)


@each("specialty", SPECIALTIES, by=lambda specialty: specialty[0])
def test_our_own_checker_finds_nothing_in_it(specialty: str) -> None:
    seen = set()
    for item in (one for one in ITEMS if _specialty(one) == specialty):
        for setting, posting in _postings(item):
            if (setting, _told(posting)) in seen:
                continue
            seen.add((setting, _told(posting)))
            found = [
                one
                for one in jd.check(posting).findings
                if not one.code.startswith(_NOT_OF_ITS_WORDS)
            ]
            assert not found, (setting, found)


@pytest.mark.parametrize(
    ("title", "specialty"),
    [
        ("Trauma Violence Intervention Specialist", "violence_intervention"),
        ("Spinal Cord Injury Nurse Case Manager", "spinal_cord"),
        ("Chronic Pain Nurse Case Manager", "pain"),
        ("High Risk OB Case Manager", "high_risk_pregnancy"),
        ("Lung Cancer Nurse Navigator", "cancer"),
        ("Lung Transplant Coordinator", "transplant"),
        ("Heart Failure RN Case Manager", "heart_failure"),
    ],
)
def test_a_longer_name_is_none_of_the_shorter_ones_in_it(title: str, specialty: str) -> None:
    posting = jd.build(jd.Requisition(title=title, role="case_manager", setting="hospital", **SIX))
    told = {name.split(".")[1] for name, _ in sentences(posting) if name.startswith("titled.")}
    assert told - {"kind"} == {specialty}


@pytest.mark.parametrize(
    ("title", "role", "setting", "specialty"),
    [
        ("Observation Status & Two-Midnight Review Nurse", "rn", "hospital", "observation"),
        ("Complex Discharge Specialist", "social_worker", "hospital", "complex_discharge"),
        ("Transfer Center Case Manager", "rn", "hospital", "patient_flow"),
        ("Hospital-at-Home Case Manager", "rn", "hospital", "hospital_at_home"),
        ("Director of Case Management, LTACH", "rn", "hospital", "director"),
        ("RN Case Manager, Float Pool", "rn", "hospital", "float"),
        ("Oncology RN Case Manager, Float Pool", "rn", "hospital", "cancer"),
        ("Perinatal Mood Disorders Case Manager", "lcsw", "hospital", "perinatal_mood"),
        ("Home Dialysis Nurse Coordinator", "rn", "home_health", "home_dialysis"),
        ("Spinal Cord Attendant Care Coordinator", "bachelors", "home_health", "spinal_cord"),
        ("Brain Injury Waiver Coordinator", "bachelors", "home_health", "brain_injury"),
        ("Perinatal Hospice Coordinator", "rn", "home_health", "perinatal_hospice"),
        (
            "Consumer Directed Services Coordinator",
            "case_manager",
            "home_health",
            "consumer_directed",
        ),
        ("Stroke Home Health Nurse", "rn", "home_health", "stroke"),
        ("Rural Home Health Social Worker", "social_worker", "home_health", "rural"),
        ("Opioid Use Disorder Bridge Clinic Navigator", "case_manager", "hospital", "recovery"),
        ("Hospice RN Case Manager", "rn", "home_health", "hospice"),
        ("Dementia Hospice Nurse", "rn", "home_health", "dementia"),
        ("Referral Coordinator", "case_manager", "hospital", "referrals"),
        ("Psychiatric Unit Social Worker", "lcsw", "hospital", "inpatient_psychiatry"),
        ("Psychiatric Nurse Case Manager", "rn", "home_health", "home_psychiatry"),
        ("Utilization Management Nurse", "rn", "managed_care", "utilization_review"),
        ("Pediatric Utilization Review Nurse", "rn", "managed_care", "utilization_review"),
        ("Senior Clinical Appeals Specialist, RN", "rn", "managed_care", "appeals"),
        ("Clinical Appeals Nurse", "rn", "hospital", "denials"),
        ("Housing Navigator, Medicaid Health Plan", "bachelors", "managed_care", "housing"),
        ("Disease Management Nurse", "rn", "managed_care", "disease_management"),
        ("Disease Management Nurse, Diabetes", "rn", "managed_care", "diabetes"),
        ("Pediatric Oncology Social Worker", "lcsw", "hospital", "cancer_children"),
        ("Stroke Rehab Case Manager, RN", "rn", "hospital", "stroke_rehab"),
        ("RN Case Manager, Burn and Wound Unit", "rn", "hospital", "burn"),
        ("RN Case Manager, Wound and Burn Care", "rn", "hospital", "wound"),
    ],
)
def test_a_title_opens_with_the_people_that_it_names(
    title: str, role: str, setting: str, specialty: str
) -> None:
    """What a title says of the way the work is done gives way to whom it names."""
    posting = jd.build(jd.Requisition(title=title, role=role, setting=setting, **SIX))
    told = [name.split(".")[1] for name, _ in sentences(posting) if ".opening" in name]
    assert told == [specialty]


def test_a_second_trade_adds_a_line_of_its_own() -> None:
    title = "RN Case Manager, Burn and Wound Unit"
    posting = jd.build(jd.Requisition(title=title, role="rn", setting="hospital", **SIX))
    ids = [name for name, _ in sentences(posting)]
    assert {"titled.burn.assessment.clinical", "titled.wound.assessment.clinical"} <= {*ids}, ids
    assert "titled.wound.hard_part" not in ids


@pytest.mark.parametrize(
    ("title", "setting"),
    [
        ("Senior RN Case Manager, Spinal Cord Injury Rehab", "hospital"),
        ("Bariatric Surgery Nurse Coordinator", "hospital"),
        ("Pediatric Utilization Review Nurse", "managed_care"),
        ("OB Case Manager, High-Risk Pregnancy", "managed_care"),
    ],
)
def test_a_second_trade_doubles_no_duty_of_the_first(title: str, setting: str) -> None:
    """A unit is told by the trade that works there, and who reads records examines nobody."""
    posting = jd.build(jd.Requisition(title=title, role="rn", setting=setting, **SIX))
    told = {name.split(".")[1] for name, _ in sentences(posting) if name.startswith("titled.")}
    assert len(told - {"kind"}) == 1, told


def test_both_trades_of_a_title_are_said() -> None:
    title = "RN Case Manager, Home Ostomy and Fistula Care"
    posting = jd.build(jd.Requisition(title=title, role="rn", setting="home_health", **SIX))
    told = " ".join(text for _, text in sentences(posting))
    assert "stoma" in told
    assert "fistula" in told


def test_a_trauma_unit_is_no_service_for_survivors() -> None:
    title = "Trauma Case Manager, RN"
    posting = jd.build(jd.Requisition(title=title, role="rn", setting="hospital", **SIX))
    assert "survivor" not in " ".join(text for _, text in sentences(posting))


def test_who_has_no_license_is_given_no_nurse_s_act() -> None:
    """A case manager of whose license nothing is said may be anybody where the trade asks for none."""
    for title, setting in (
        ("Home Care Scheduling Coordinator", "home_health"),
        ("Hospice Volunteer Coordinator", "home_health"),
        ("Financial Navigator", "hospital"),
    ):
        posting = jd.build(jd.Requisition(title=title, role="case_manager", setting=setting, **SIX))
        told = [text for name, text in sentences(posting) if name.startswith("titled.")]
        assert told
        assert not [text for text in told if re.search(r"\b[Aa]ssess", text)]


def test_a_nurse_of_workers_compensation_is_no_law_office_s() -> None:
    title = "Workers' Compensation Nurse Case Manager"
    posting = jd.build(jd.Requisition(title=title, role="rn", **SIX))
    told = " ".join(text for _, text in sentences(posting))
    assert "maximum medical improvement" in told
    assert "court filings" not in told


@pytest.mark.parametrize(
    ("title", "setting", "role", "said"),
    [
        ("LPN Case Manager", "managed_care", "rn", "An active LPN or LVN license valid in"),
        ("RN/LPN Case Manager", "managed_care", "rn", "An active RN, LPN or LVN license valid in"),
        ("RN Case Manager", "managed_care", "rn", "An active RN license"),
        ("Discharge Planner (MSW)", "hospital", "discharge_planner", "A master's degree in social"),
        ("Discharge Planner", "hospital", "discharge_planner", "A nursing or social work license"),
    ],
)
def test_the_license_that_a_title_names_is_asked_for(
    title: str, setting: str, role: str, said: str
) -> None:
    posting = jd.build(jd.Requisition(setting=setting, role=role, **{**SIX, "title": title}))
    asked = [text for name, text in sentences(posting) if ".license" in name]
    assert [one[: len(said)] for one in asked] == [said]


def test_the_opening_of_wound_and_ostomy_care_tells_of_both() -> None:
    title = "Home Health Wound & Ostomy RN Case Manager"
    facts = {**SIX, "title": title}
    posting = jd.build(
        jd.Requisition(setting="home_health.home", role="home_health_rn", tier="senior", **facts)
    )
    (opening, *_), said = [text for _, text in sentences(posting)], jd.render(posting)
    assert "wounds" in opening
    assert "stoma" in opening
    assert "CCM or ACM" not in said
