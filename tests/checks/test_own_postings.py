"""Our own postings, filled lawfully, are free of errors, warnings and advice."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from each import each

import casemgr_jd as jd
from casemgr_jd.model.states import STATES

TODAY = date(2026, 11, 23)
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
CATALOG = jd.load_catalog()
FACTS = {
    "organization": "Lakeside Health",
    "requisition_id": "CM-1042",
    "work_model": "hybrid",
    "employment_type": "full_time",
    "travel_percent": jd.PercentRange(10, 20),
    "region": "the Front Range",
    "shift": ("Day",),
    "rotation": ("weekend",),
    "on_call": ("one weekend in six",),
    "physical_demands": ("drive",),
    "manager": "Director of Case Management",
    "emr": ("Epic",),
    "cm_platform": ("GuidingCare",),
    "payer_portal": ("Availity",),
    "criteria_tool": ("InterQual",),
    "pay": jd.PayRange(78_000, 96_000),
    "differentials": ("weekend differential",),
    "other_compensation": ("annual bonus eligibility",),
    "benefits": (
        "medical, dental and vision insurance",
        "403(b) plan with a match",
        "paid time off",
    ),
    "flsa_status": "non_exempt",
    "accreditor": ("CARF",),
    "interview_mode": ("video",),
    "accommodation_contact": "hr@lakeside.example",
    "apply_url": "https://lakeside.example/jobs/1",
    "closing_date": date(2026, 12, 31),
    "employees": 300,
    "caseload": (14, 20),
}
CITIES = (
    ("Los Angeles", "CA"),
    ("San Francisco", "CA"),
    ("Denver", "CO"),
    ("Jersey City", "NJ"),
    ("Albany", "NY"),
    ("Ithaca", "NY"),
    ("New York", "NY"),
    ("White Plains", "NY"),
    ("Cincinnati", "OH"),
    ("Columbus", "OH"),
    ("Philadelphia", "PA"),
)
PLACES = [*CITIES, *((None, code) for code in STATES)]
# What the roles of the guide leave to the employer; the related roles name it themselves.
ASKED: dict[str, dict[str, tuple[str, ...]]] = {
    "case_manager": {"license": ("RN",), "education": ("RN",)},
    "rn": {"license": ("RN",), "education": ("RN",)},
    "lcsw": {"license": ("LCSW",), "education": ("MSW",)},
    "bachelors": {"education": ("BSW",)},
    "care_coordinator": {"education": ("BSW",)},
}
AREA = {"experience_area": ("care coordination",), "setting_name": ("acute care",)}
YEARS: dict[str, dict[str, Any]] = {
    "entry": {},
    "senior": {"experience_years": 3},
    "lead": {"experience_years": 5},
}
"""An entry level says its years itself; who asks for more says how many."""
ROLES = {role.id: role for role in CATALOG.roles}
MADE = [
    pytest.param(setting, tier, role, id=f"{role}-{setting}-{tier}")
    for role in ROLES
    for setting in ROLES[role].settings or tuple(one.id for one in CATALOG.settings)
    for tier in ("entry", "senior", "lead")
]


ASKS_FOR = {
    "COM003": "schedule",
    "COM006": "benefits",
    "COM008": "manager",
    "COM009": "caseload",
    "COM014": "closing_date",
}
"""Advice that asks for a fact: it is right as long as the requisition does not give it."""


def told(posting: jd.Posting) -> list[str]:
    """What a check holds against a posting, the smallest advice included."""
    report = jd.check(posting, today=TODAY)
    return [f"{one.code} {one.path} {one.match}" for one in _held_against(report, posting)]


def _held_against(report: jd.Report, posting: jd.Posting) -> list[jd.Finding]:
    given = posting.requisition.given
    asks = {code for code, field in ASKS_FOR.items() if field not in given}
    return [one for one in report.at_or_above("info") if one.code not in asks]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_clean(path: Path) -> None:
    """The requisitions that we show build postings that the checker has nothing to say of."""
    assert told(jd.build(jd.load_requisition(path))) == []


@pytest.mark.parametrize("format", ["markdown", "html", "text"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_clean_as_a_document(path: Path, format: str) -> None:
    """They stay clean when they are rendered and read back without their facts."""
    posting = jd.build(jd.load_requisition(path))
    report = jd.check_document(jd.render(posting, format), today=TODAY, format=format)
    found = _held_against(report, posting)
    assert [f"{one.code} {one.line} {one.match}" for one in found] == []


@pytest.mark.once
@each("setting, tier, role", MADE, by=lambda setting, tier, role: setting)
def test_every_role_is_clean_wherever_it_works(setting: str, tier: str, role: str) -> None:
    """Every setting, tier and role, filled with lawful facts, is clean, the related roles too."""
    builder = jd.draft().for_setting(setting).at_tier(tier).as_role(role)
    facts = FACTS | {"locations": (jd.Location("Denver", "CO"),), "employees_in": {"CO": 300}}
    asked = ASKED[role] | AREA if role in ASKED else {"setting_name": ("acute care",)}
    assert told(builder.fill(**facts, **asked, **YEARS[tier]).build()) == []


@pytest.mark.once
@each("city, state", PLACES)
def test_a_complete_posting_is_clean_in_every_place(city: str | None, state: str) -> None:
    """What a complete requisition says is enough for the law of every state and city."""
    builder = jd.draft().for_setting("hospital").at_tier("senior").as_role("rn")
    location = jd.Location(city, state)
    posting = builder.fill(
        **FACTS,
        **ASKED["rn"],
        **AREA,
        **YEARS["senior"],
        locations=(location,),
        employees_in={state: 300},
    ).build()
    assert told(posting) == []
