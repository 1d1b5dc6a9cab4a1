"""Facts that are lawful wherever a posting stands, and every place whose law the package holds."""

from collections.abc import Iterator
from typing import Any

import casemgr_jd as jd
from casemgr_jd.law import tables
from casemgr_jd.model.place import Place
from casemgr_jd.model.states import STATES

_CITIES = {
    "AK": "Anchorage", "AL": "Birmingham", "CA": "Sacramento", "CO": "Denver", "CT": "Hartford",
    "DC": "Washington", "DE": "Dover", "HI": "Honolulu", "IL": "Chicago", "MA": "Boston",
    "MD": "Baltimore", "ME": "Portland", "MI": "Lansing", "MN": "Saint Paul", "MT": "Helena",
    "NJ": "Newark", "NV": "Reno",
    "NY": "Buffalo", "OR": "Salem", "PA": "Pittsburgh", "PR": "San Juan", "RI": "Providence",
    "VA": "Richmond", "VT": "Burlington", "WA": "Seattle", "WI": "Madison",
}  # fmt: skip
_CLINICAL = ("hospital", "managed_care", "home_health")
_VISITS = ("home_health", "social_services")


def places() -> tuple[str, ...]:
    """The ids of all places that have a record of law (and one state that has none), in order."""
    named = {law.place for law in tables.all_laws()}
    return (*sorted(named & set(tables.places())), "TX")


def location(place_id: str) -> jd.Location:
    """An address in a place."""
    place: Place = tables.places()[place_id]
    if place.level == "state":
        return jd.Location(_CITIES.get(place_id, STATES[place_id]), place_id)
    county = place.counties[0].removesuffix(" County") if place.counties else None
    return jd.Location(
        place.cities[0], place.state, county=county, unincorporated=place.unincorporated or None
    )


def pairs(catalog: jd.Catalog) -> Iterator[tuple[str, str]]:
    """Every setting and role that the scope table allows together."""
    for setting in catalog.settings:
        for role in catalog.roles:
            if not catalog.scope.unusual(role.id, (setting.id,)):
                yield setting.id, role.id


def facts(setting: str, tier: str, role: str, place_id: str, **changes: Any) -> jd.Requisition:
    """What an employer fills in who does all that law wants."""
    made = jd.load_catalog().role(role)
    place = location(place_id)
    licensed = made.license_required
    chosen: dict[str, Any] = {}
    if role == "case_manager":
        clinical = setting.partition(".")[0] in _CLINICAL
        license_, degree = ("RN", "BSN") if clinical else ("LCSW", "MSW")
        chosen |= {"license": [license_], "education": [degree]}
    if licensed:
        chosen["pay"] = jd.PayRange(88_000, 108_000)
        chosen["flsa_status"] = "exempt"
    else:
        chosen["pay"] = jd.PayRange(29, 36, per="hour")
        chosen["flsa_status"] = "non_exempt"
    given: dict[str, Any] = {
        "setting": [setting],
        "tier": tier,
        "role": role,
        "organization": "Lakeside Health",
        "requisition_id": "CM-1042",
        "employment_type": "full_time",
        "about": ["We care for people in three counties, and we are run by a local board."],
        "website": "https://lakeside.example",
        "work_model": "field" if setting.startswith(_VISITS) else "hybrid",
        "hours_per_week": 40,
        "schedule": "Monday to Friday, 8 am to 5 pm",
        "start_date": "as soon as possible",
        "team": "six case managers and two social workers",
        "support": ["Eight weeks of orientation with a preceptor."],
        "growth": ["Each year, two people move into lead roles."],
        "caseload": [14, 20],
        "measures": ["Follow-up calls made within seven days"],
        "travel_percent": [0, 20],
        "region": f"the {place.city} area",
        "locations": [place],
        "experience_area": ["care management"],
        # A senior or lead job that asks for experience says how long; an entry level says it itself.
        "experience_years": None if tier == "entry" else 3,
        "criteria_tool": ["InterQual"],
        "shift": ["Day"],
        "rotation": ["weekday"],
        "on_call": ["none for this position"],
        "physical_demands": ["lift up to 20 lbs"],
        "manager": "Director of Case Management",
        "emr": ["Epic"],
        "cm_platform": ["GuidingCare"],
        "payer_portal": ["Availity"],
        "differentials": ["bilingual differential"],
        "other_compensation": ["eligibility for an annual performance bonus"],
        "benefits": [
            "medical, dental and vision coverage",
            "403(b) plan with employer match",
            "paid time off and holidays",
            "paid sick leave",
        ],
        "accommodation_contact": "accommodations@lakeside.example",
        "apply_url": "https://lakeside.example/jobs/cm-1042",
        "closing_date": "ongoing",
        "interview_mode": ["video"],
        "employees": 2400,
        "employees_in": {place.state: 1900},
    }
    return jd.Requisition(**{**given, **chosen, **changes})
