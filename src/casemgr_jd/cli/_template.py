"""The commented requisition file: every key, with its options and a word of advice."""

from attrs import fields

from casemgr_jd.cli._toml import toml
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["requisition_file"]

# An example value for each key that has no suggested options; nothing here reaches a posting unread.
_SAMPLES = {
    "title": '"Senior RN Case Manager"',
    "organization": '"Name of the employer"',
    "requisition_id": '"CM-1042"',
    "employment_type": '"full_time"',
    "work_model": '"hybrid"',
    "remote_states": '["CO", "WY"]',
    "travel_percent": "[0, 20]",
    "region": '"Front Range"',
    "experience_years": "[3, 5]",
    "flsa_status": '"exempt"',
    "manager": '"Director of Case Management"',
    "accommodation_contact": '"hr@employer.example"',
    "apply_url": '"https://employer.example/jobs/1"',
    "posted_on": "2026-01-15",
    "closing_date": '"ongoing"',
    "performance_line": "true",
    "fieldwork": "true",
    "employees": "250",
    "caseload": "[12, 18]",
    "edition": '"full"',
}
_GROUPS = (
    (
        "Who, and what the job is called",
        ("organization", "title", "requisition_id", "employment_type", "edition"),
    ),
    (
        "Where and when",
        (
            "work_model",
            "remote_states",
            "travel_percent",
            "region",
            "fieldwork",
            "shift",
            "rotation",
            "on_call",
            "physical_demands",
        ),
    ),
    (
        "Qualifications",
        ("license", "education", "experience_years", "experience_area", "criteria_tool"),
    ),
    (
        "Team, tools and measures",
        (
            "manager",
            "emr",
            "cm_platform",
            "payer_portal",
            "accreditor",
            "performance_line",
            "caseload",
        ),
    ),
    ("Pay and benefits", ("flsa_status", "differentials", "benefits", "other_compensation")),
    (
        "How to apply",
        ("apply_url", "accommodation_contact", "posted_on", "closing_date", "interview_mode"),
    ),
    ("Head-count, for thresholds in law", ("employees",)),
)
_CHOICES = {
    "employment_type": "full_time, part_time, per_diem, contract, temporary",
    "work_model": "onsite, hybrid, remote, field",
    "flsa_status": "exempt, non_exempt",
    "edition": "full, board (400 to 700 words)",
    "closing_date": 'a date such as 2026-12-31, or "ongoing"',
}
_TABLES = """\
# --- Places and pay -----------------------------------------------------------------
# One table for each place where the job may be done.
# [[locations]]
# city = "Denver"
# state = "CO"
# postal_code = "80204"

# A range with both ends, or one fixed rate; per hour or year.
# [pay]
# minimum = 72000
# maximum = 92000
# currency = "USD"
# per = "year"
"""


def requisition_file(chosen: Requisition, catalog: Catalog) -> str:
    """Return a TOML file that names *chosen* and offers every other key as a comment."""
    slots = {slot.field: slot for slot in catalog.slots}
    parts = [
        "# A requisition for a Case Manager posting. Uncomment and fill in what you know;\n"
        "# whatever stays out remains a visible blank in the posting.\n",
        "schema_version = 1\n" + _choices(chosen),
    ]
    for heading, keys in _GROUPS:
        lines = [_key(key, slots.get(key), chosen) for key in keys]
        parts.append(f"# --- {heading} {'-' * (78 - len(heading))}\n" + "\n".join(lines) + "\n")
    return "\n".join([*parts, *filter(None, [_others(chosen)]), _tables(chosen)])


def _tables(chosen: Requisition) -> str:
    """Return the tables of places and pay: as chosen, else as comments."""
    rows = []
    for place in chosen.locations:
        rows += ["[[locations]]", *_lines(place), ""]
    if chosen.pay is not None:
        rows += ["[pay]", *_lines(chosen.pay), ""]
    return "\n".join([_TABLES, *rows])


def _lines(value: Location | PayRange) -> list[str]:
    named = ((one.name, toml(getattr(value, one.name))) for one in fields(type(value)))
    return [f"{key} = {words}" for key, words in named if words]


def _others(chosen: Requisition) -> str:
    """Return what is given under keys that the file does not offer."""
    offered = {key for _, keys in _GROUPS for key in keys}
    named = offered | {"setting", "tier", "role", "locations", "pay"}
    rows = [f"{key} = {toml(getattr(chosen, key))}" for key in chosen.given if key not in named]
    return "\n".join(["# --- More " + "-" * 74, *rows, ""]) if rows else ""


def _choices(chosen: Requisition) -> str:
    settings = ", ".join(f'"{name}"' for name in chosen.setting)
    rows = [f"setting = [{settings}]" if settings else '# setting = ["hospital"]']
    rows.append(f'tier = "{chosen.tier}"' if chosen.tier else '# tier = "senior"')
    rows.append(f'role = "{chosen.role}"' if chosen.role else '# role = "rn"')
    return "\n".join(rows) + "\n"


def _key(key: str, slot: Slot | None, chosen: Requisition) -> str:
    advice = [f"# {slot.hint}"] if slot and slot.hint else []
    if key in _CHOICES:
        advice.append(
            f"# One of: {_CHOICES[key]}."
            if key != "closing_date"
            else f"# {_CHOICES[key].capitalize()}."
        )
    elif slot and slot.options:
        advice.append(f"# Options: {', '.join(slot.options)}.")
    value = toml(getattr(chosen, key))
    line = f"{key} = {value}" if value else f"# {key} = {_sample(key, slot)}"
    return "\n".join([*advice, line])


def _sample(key: str, slot: Slot | None) -> str:
    if key in _SAMPLES:
        return _SAMPLES[key]
    options = slot.options[:2] if slot else ()
    return "[" + ", ".join(f'"{one}"' for one in options) + "]"
