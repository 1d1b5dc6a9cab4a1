"""Two different harmless values for every field of a requisition, and one that gives all of them."""

from datetime import date
from typing import Any

from attrs import evolve

from casemgr_jd import (
    Addition,
    CaseloadRange,
    Location,
    Omission,
    PayRange,
    PercentRange,
    Posting,
    Requisition,
    Suppression,
    YearsRange,
    build,
)
from casemgr_jd.model.document import walk

VALUES: dict[str, tuple[Any, Any]] = {
    "setting": (("hospital",), ("managed_care",)),
    "tier": ("senior", "entry"),
    "role": ("rn", "lcsw"),
    "edition": ("full", "board"),
    "title": ("Nurse Case Manager", "Discharge Case Manager"),
    "organization": ("Lakeside Health", "Harbor Care"),
    "requisition_id": ("CM-1042", "CM-2077"),
    "locations": ((Location("Denver", "CO"),), (Location("Boise", "ID"),)),
    "work_model": ("hybrid", "onsite"),
    "employment_type": ("full_time", "per_diem"),
    "fieldwork": (True, False),
    "remote_countries": ((), ("US", "CA")),
    "remote_states": (("OR", "WA"), ("TX",)),
    "travel_percent": (PercentRange(0, 20), PercentRange(10, 60)),
    "region": ("the Front Range", "the Treasure Valley"),
    "population": (("patients",), ("residents",)),
    "setting_name": (("acute care",), ("long-term care",)),
    "education": (("RN",), ("BSW", "MSW")),
    "experience_years": (YearsRange(2), YearsRange(5)),
    "experience_area": (("hospital care management",), ("home health",)),
    "license": (("RN",), ("RN", "LCSW")),
    "criteria_tool": (("InterQual",), ("MCG",)),
    "shift": (("Day",), ("Day", "evening")),
    "rotation": (("weekend",), ("weekday",)),
    "on_call": (("no on-call",), ("one weekend in six",)),
    "physical_demands": (("drive",), ("lift up to 20 lbs",)),
    "manager": ("Director of Case Management", "Manager of Social Services"),
    "direct_reports": ("four case managers", "two navigators and one clerk"),
    "emr": (("Epic",), ("Meditech", "NextGen")),
    "cm_platform": (("GuidingCare",), ("Medecision",)),
    "payer_portal": (("Availity",), ("NaviNet",)),
    "pay": (PayRange(72_000, 92_000), PayRange(rate=41.5, per="hour")),
    "differentials": (("weekend differential",), ("on-call stipend",)),
    "benefits": (("medical", "dental"), ("paid time off",)),
    "other_compensation": (("annual bonus eligibility",), ("quality incentive eligibility",)),
    "flsa_status": ("exempt", "non_exempt"),
    "caseload": (
        CaseloadRange(10, 14, "patients", "per day"),
        CaseloadRange(30, 40, "members", "active panel"),
    ),
    "accommodation_contact": ("hr@lakeside.example", "people@harbor.example"),
    "apply_url": ("https://lakeside.example/jobs/1", "https://harbor.example/apply"),
    "posted_on": (date(2026, 11, 20), date(2026, 10, 5)),
    "closing_date": (date(2026, 12, 31), "ongoing"),
    "interview_mode": (("video",), ("phone", "video")),
    "accreditor": (("NCQA",), ("Joint Commission",)),
    "performance_line": (True, False),
    "about": (("We run three hospitals.",), ("We serve six counties.",)),
    "why_here": (("Half of the team has stayed ten years.",), ("No one works alone.",)),
    "website": ("https://lakeside.example", "https://harbor.example"),
    "days_on_site": ("three days a week", "every other Friday"),
    "equipment": (("a laptop", "a phone"), ("a headset",)),
    "driving": (True, False),
    "term": ("nine months", "one year, full time"),
    "hours_per_week": ("40", "32 to 36"),
    "schedule": ("Monday to Friday, 8:00 a.m. to 4:30 p.m.", "four ten-hour days"),
    "start_date": (date(2027, 1, 11), "as soon as possible"),
    "duties": (("Visit the two nursing homes every Thursday.",), ("Keep the bed board current.",)),
    "support": (("Eight weeks of orientation with a preceptor.",), ("A weekly huddle.",)),
    "growth": (("We pay the fee for an exam.",), ("A ladder with four steps.",)),
    "team": ("six case managers and two pharmacists", "a team of nine"),
    "partners": (("physicians", "pharmacists"), ("court liaisons",)),
    "qualifications": (("Spoken and written Spanish.",), ("Two references.",)),
    "preferences": (("Work with young adults.",), ("Knowledge of the north side.",)),
    "credentials": (("BLS",), ("BLS", "ACLS")),
    "certifications": (("CCM",), ("ACM", "CCM")),
    "languages": (("Spanish",), ("Somali", "French")),
    "office_tools": (("Microsoft 365",), ("Google Workspace",)),
    "pay_basis": (("years of experience",), ("shift and unit",)),
    "pay_notes": (("Paid every second Friday.",), ("The budget is set in July.",)),
    "hiring_steps": (("A call comes first.",), ("You meet the team.", "A panel follows.")),
    "vehicle": ("An agency car", "Your own car, at 70 cents a mile"),
    "first_review": (date(2026, 12, 14), date(2027, 1, 4)),
    "license_alternative": (
        "an application that is in with the state",
        "eligibility for the exam by the start date",
    ),
    "hiring_preference": (
        "Indian preference under tribal law",
        "veterans' preference under state law",
    ),
    "questions_contact": ("Ana in HR, 555-0101", "Jo in HR, 555-0100"),
    "purpose": (
        ("You meet people where they are.",),
        (
            "You plan safe ways home.",
            "You stay.",
        ),
    ),
    "limits": (("There is no therapy in this job.",), ("Another team answers at night.",)),
    "openings": (2, 5),
    "week": (("Monday: rounds",), ("Tuesday: visits", "A huddle each morning.")),
    "hard_part": (("No bus runs after six.",), ("January.", "Two systems.")),
    "what_helps": (("We pay for a cab.",), ("Two of you go.", "A van is kept.")),
    "know_first": (("Every weekend is worked.",), ("The grant ends in June.", "One rate for all.")),
    "measures": (("kpi.hospital.initial_assessment",), ("Calls returned the same day.",)),
    "background_check": (True, False),
    "drug_screen": (True, False),
    "vaccination": (("a flu shot each fall",), ("proof of measles immunity",)),
    "work_authorization": (True, False),
    "attachments": (("a resume",), ("a resume", "two references")),
    "add": (
        (Addition("environment", "Parking is free.", "Parking"),),
        (Addition("compensation", "Relocation is paid."),),
    ),
    "employees": (2400, 12),
    "employees_in": ({"CO": 1900}, {"WY": 3}),
    "suppress": (
        (Suppression("REA101", "Board asked for the long form"),),
        (Suppression("PAY102", "Shown on the page"),),
    ),
    "omit": ((Omission("skills.data"),), (Omission("skills.culture", "Said elsewhere"),)),
    "extra": ({}, {"union": "Local 12"}),
}
"""By field name: the value that ``complete`` gives, and another one."""


def complete(**changes: Any) -> Requisition:
    """Return a requisition that gives every field, with *changes*."""
    return Requisition(**{name: pair[0] for name, pair in VALUES.items()} | changes)


def posting(**changes: Any) -> Posting:
    """Return the posting of a complete requisition, with *changes*."""
    return build(complete(**changes))


def ids(made: Posting) -> set[str]:
    """Return the ids of everything that stands in a posting."""
    return {one for node in walk(made.blocks) if (one := getattr(node, "id", ""))}


def fills(made: Posting, **changes: Any) -> bool:
    """Tell whether *changes* leave the make-up of a posting, so that a plan of it can fill them."""
    after = evolve(made.requisition, **changes)
    return not made.structure.changed(made.requisition, after)


def refilled(made: Posting, **changes: Any) -> Posting:
    """Return a posting of the same make-up over other facts."""
    return evolve(made, requisition=evolve(made.requisition, **changes))
