"""Hypothesis strategies: field values, whole requisitions, texts and documents."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from casemgr_jd import (
    Addition,
    Bullet,
    BulletList,
    CaseloadRange,
    Document,
    Fact,
    FactList,
    Location,
    Omission,
    Paragraph,
    PayRange,
    PercentRange,
    Requisition,
    Section,
    SlotRef,
    Suppression,
    Table,
    Text,
    YearsRange,
)

WORDS = st.text(max_size=30)
"""Any text at all, also what entry normalisation changes or removes."""

SPOKEN = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=20
)
"""A text of which something is left after normalisation."""

_SLOTS = st.sampled_from(("organization", "title", "pay_range", "location", "no_such_slot"))
_SETTINGS = st.sampled_from(
    ("hospital", "managed_care", "behavioral", "home_health", "social_services", "specialty.legal")
)
# Hypothesis draws words of our source too, and "guide" alone is refused where the guide has nothing to offer.
_LINES = st.lists(WORDS, max_size=3).filter(
    lambda lines: [one.strip().lower() for one in lines] != ["guide"]
)
_LINE = st.none() | WORDS


def _ordered(make: Callable[[int, int], Any], highest: int) -> SearchStrategy[Any]:
    pairs = st.tuples(st.integers(1, highest), st.integers(1, highest)).map(sorted)
    return pairs.map(lambda pair: make(*pair))


pay_ranges: SearchStrategy[PayRange] = _ordered(PayRange, 400_000) | st.builds(
    lambda cents: PayRange(rate=cents / 100, per="hour"), st.integers(1000, 20_000)
)
locations: SearchStrategy[Location] = st.builds(
    Location,
    city=_LINE,
    state=st.sampled_from(("CO", "CA", "ny", "Texas", None)),
    postal_code=_LINE,
    county=_LINE,
    street=_LINE,
    unincorporated=st.sampled_from((None, True, False)),
)
_dates = st.dates(date(2026, 1, 1), date(2026, 6, 30))
_later = st.dates(date(2026, 7, 1), date(2027, 12, 31))

LISTS = (
    "about",
    "why_here",
    "equipment",
    "duties",
    "support",
    "growth",
    "partners",
    "qualifications",
    "preferences",
    "credentials",
    "certifications",
    "languages",
    "office_tools",
    "pay_basis",
    "pay_notes",
    "purpose",
    "limits",
    "week",
    "hard_part",
    "what_helps",
    "know_first",
    "hiring_steps",
    "vaccination",
    "attachments",
    "population",
    "setting_name",
    "education",
    "experience_area",
    "license",
    "criteria_tool",
    "shift",
    "rotation",
    "on_call",
    "physical_demands",
    "emr",
    "cm_platform",
    "payer_portal",
    "differentials",
    "benefits",
    "other_compensation",
    "interview_mode",
    "accreditor",
)
"""The fields that take a list of lines."""

FLAGS = (
    "fieldwork",
    "driving",
    "performance_line",
    "background_check",
    "drug_screen",
    "work_authorization",
)
"""The fields that take yes, no or nothing."""

FIELDS: dict[str, SearchStrategy[Any]] = {
    "setting": st.lists(_SETTINGS, max_size=2, unique=True),
    "tier": st.sampled_from((None, "entry", "senior", "lead")),
    "role": st.sampled_from((None, "rn", "lcsw", "bachelors", "care-coordinator")),
    "edition": st.sampled_from((None, "posting", "full", "board")),
    "locations": st.lists(locations, max_size=2),
    "work_model": st.sampled_from((None, "onsite", "hybrid", "remote", "field")),
    "employment_type": st.sampled_from((None, "full_time", "contract")),
    "remote_countries": st.lists(st.sampled_from(("US", "CA")), max_size=2),
    "remote_states": st.lists(st.sampled_from(("OR", "Washington")), max_size=2),
    "days_on_site": _LINE | st.integers(0, 7),
    "hours_per_week": st.sampled_from((None, 40, 37.5, [32, 40])),
    "start_date": st.none() | _later | st.sampled_from(("as soon as possible", "by agreement")),
    "travel_percent": st.none() | _ordered(PercentRange, 100),
    "experience_years": st.none() | _ordered(YearsRange, 20) | st.integers(0, 9),
    "pay": st.none() | pay_ranges,
    "flsa_status": st.sampled_from((None, "exempt", "non-exempt")),
    "caseload": st.none() | _ordered(lambda low, high: CaseloadRange(low, high, "patients"), 90),
    "measures": st.lists(WORDS | st.sampled_from(("kpi.hospital.readmissions",)), max_size=3),
    "apply_url": st.sampled_from(
        (None, "https://lakeside.example/a?b=1&c=2", "mailto:hr@lakeside.example")
    ),
    "posted_on": st.none() | _dates,
    "first_review": st.none() | _dates,
    "closing_date": st.none() | _later | st.just("ongoing"),
    "website": st.sampled_from((None, "https://lakeside.example/?a=1")),
    "openings": st.none() | st.integers(0, 12),
    "employees": st.none() | st.integers(0, 90_000),
    "employees_in": st.dictionaries(st.sampled_from(("CO", "WY")), st.integers(0, 99)),
    "suppress": st.lists(
        st.builds(Suppression, SPOKEN.map("a".__add__), SPOKEN.map("b".__add__)), max_size=2
    ),
    "omit": st.lists(
        st.sampled_from(("skills", "skills.data", "preferred.language", "shift")).map(Omission),
        max_size=1,
    ),
    "add": st.lists(
        st.builds(
            Addition, st.sampled_from(("environment", "summary")), SPOKEN.map("c".__add__), _LINE
        ),
        max_size=2,
    ),
    "extra": st.just({}),
    **dict.fromkeys(
        (
            "title",
            "organization",
            "requisition_id",
            "region",
            "schedule",
            "term",
            "team",
            "manager",
            "direct_reports",
            "vehicle",
            "questions_contact",
            "license_alternative",
            "hiring_preference",
            "accommodation_contact",
        ),
        _LINE,
    ),
    **dict.fromkeys(LISTS, _LINES),
    **dict.fromkeys(FLAGS, st.sampled_from((None, True, False))),
}
"""A strategy for each field of a requisition, by name."""

requisitions: SearchStrategy[Requisition] = st.builds(
    lambda given: Requisition(**given), st.fixed_dictionaries({}, optional=FIELDS)
)

texts: SearchStrategy[Text] = st.lists(WORDS | _SLOTS.map(SlotRef), max_size=4).map(
    lambda parts: Text(tuple(parts))
)

bullets = st.builds(Bullet, texts, st.just(""), WORDS)
bullet_lists = st.lists(bullets, min_size=1, max_size=3).map(BulletList)
fact_lists = st.lists(st.builds(Fact, WORDS, texts), min_size=1, max_size=3).map(FactList)
tables = st.integers(1, 3).flatmap(
    lambda width: st.builds(
        Table,
        st.lists(texts, min_size=width, max_size=width),
        st.lists(st.lists(texts, min_size=width, max_size=width), max_size=2),
        WORDS,
    )
)
_leaves: SearchStrategy[Any] = st.builds(Paragraph, texts) | bullet_lists | fact_lists | tables
_sections: SearchStrategy[Section] = st.deferred(
    lambda: st.builds(
        Section,
        st.sampled_from(("one", "two")),
        WORDS,
        st.lists(_leaves | _sections, max_size=2),
        WORDS,
    )
)
documents: SearchStrategy[Document] = st.builds(
    Document, texts, st.lists(_leaves | _sections, max_size=3)
)
