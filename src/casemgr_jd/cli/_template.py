"""The commented requisition file: every key, with a tip, its options and an example."""

from collections.abc import Iterator
from textwrap import wrap

from attrs import fields

from casemgr_jd.cli._answers import FIXED, TIPS, choices
from casemgr_jd.cli._toml import toml, toml_key
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["requisition_file"]

_OPENING = """\
# A requisition for a Case Manager posting. Uncomment and fill in what you know;
# whatever stays out remains a visible blank in the posting, or follows tier, role and setting.
"""
# Groups of keys, each with the sections of the posting whose tips speak of it.
_GROUPS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("What the job is", (), ("setting", "tier", "role", "title", "edition")),
    (
        "Who is hiring",
        (),
        ("organization", "requisition_id", "employment_type", "population", "setting_name"),
    ),
    (
        "Where and when",
        ("environment",),
        (
            *("work_model", "remote_states", "travel_percent", "region", "fieldwork"),
            *("shift", "rotation", "on_call", "physical_demands"),
        ),
    ),
    (
        "Qualifications",
        ("required", "licensure"),
        ("license", "education", "experience_years", "experience_area", "criteria_tool"),
    ),
    (
        "Team, tools and measures",
        ("reporting", "tools", "measures"),
        (
            *("manager", "emr", "cm_platform", "payer_portal"),
            *("accreditor", "performance_line", "caseload"),
        ),
    ),
    (
        "Pay and benefits (the range itself stands at the end)",
        ("compensation",),
        ("flsa_status", "differentials", "benefits", "other_compensation"),
    ),
    (
        "How to apply",
        ("apply",),
        ("apply_url", "accommodation_contact", "posted_on", "closing_date", "interview_mode"),
    ),
    (
        "For law, for the checker, and what to leave out",
        (),
        ("employees", "employees_in", "suppress", "omit"),
    ),
)
_TIPS = TIPS | {
    "role": "The role brings title, license and duties; casemgr-jd advise helps to choose.",
    "title": "Leave it out where tier and role already give the title you post under.",
    "edition": "A board edition keeps the essentials, in 400 to 700 words.",
    "fieldwork": "Say so if visits are part of the job; left out, it follows work model and setting.",
    "performance_line": "Adds the line that performance is reviewed against measures.",
    "closing_date": 'A date, or "ongoing".',
    "employees_in": "The headcount by state, where a law counts only those.",
    "suppress": "Findings of the checker that you accept, each with your reason.",
    "omit": "Items or sections to leave out; casemgr-jd list items shows their ids.",
}
# An example for each key that has no options; nothing here reaches a posting unread.
_SAMPLES = {
    "title": '"Senior RN Case Manager"',
    "organization": '"Name of the employer"',
    "requisition_id": '"CM-1042"',
    "remote_states": '["CO", "WY"]',
    "travel_percent": "[0, 20]",
    "region": '"the Front Range"',
    "experience_years": "[3, 5]",
    "accommodation_contact": '"hr@employer.example"',
    "apply_url": '"https://employer.example/jobs/1"',
    "posted_on": "2026-01-15",
    "closing_date": '"ongoing"',
    "performance_line": "true",
    "fieldwork": "true",
    "employees": "250",
    "employees_in": "{ CO = 190 }",
    "caseload": "[12, 18]",
    "suppress": '[{ code = "REA001", reason = "The board asked for the long form" }]',
    "omit": '["tools.productivity"]',
    "manager": '"Director of Case Management"',
    "on_call": '["one weekend in six"]',
}
_WIDTH = 92
_PLACES = """\
# One table for each place where the job may be done. A county matters where it has law of its own.
# [[locations]]
# city = "Denver"
# state = "CO"
# postal_code = "80204"
"""
_PAY = """\
# A range with both ends, or one fixed rate; per hour or year. Figures stand without sign or commas.
# [pay]
# minimum = 72000
# maximum = 92000
# currency = "USD"
# per = "year"
"""


def requisition_file(chosen: Requisition, catalog: Catalog) -> str:
    """Return a TOML file that names *chosen* and offers every other key as a comment."""
    slots = {slot.field: slot for slot in catalog.slots}
    parts = [_OPENING, "schema_version = 1\n"]
    for heading, sections, keys in _GROUPS:
        tips = [one.tip for one in catalog.sections if one.id in sections]
        parts.append("\n".join([_ruled(heading), *(_comment(f"Tip: {tip}") for tip in tips), ""]))
        parts += ["\n".join([*_key(key, slots.get(key), chosen, catalog), ""]) for key in keys]
    # TOML reads each key below a table's heading as part of it, so tables come last.
    parts += [_ruled("Places and pay"), *_tables(chosen), *_own(chosen, catalog)]
    return "\n".join(parts)


def _ruled(heading: str) -> str:
    return f"# --- {heading} {'-' * (78 - len(heading))}"


def _comment(words: str) -> str:
    """Return words as lines of comment."""
    lines = wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n".join([f"# {lines[0]}", *(f"#   {line}" for line in lines[1:])])


def _key(key: str, slot: Slot | None, chosen: Requisition, catalog: Catalog) -> Iterator[str]:
    tip = _TIPS.get(key) or (slot.hint if slot else "")
    if tip:
        yield _comment(tip)
    offered = choices(key, catalog)
    if offered:
        kind = "One of" if key in FIXED or key in ("tier", "role") else "Options"
        yield _comment(f"{kind}: {', '.join(offered)}.")
    value = toml(getattr(chosen, key))
    yield (
        f"{key} = {value}"
        if value and key in chosen.given
        else f"# {key} = {_sample(key, offered)}"
    )


def _sample(key: str, offered: tuple[str, ...]) -> str:
    if key in _SAMPLES:
        return _SAMPLES[key]
    if key in FIXED or key in ("tier", "role"):
        return toml(offered[0])
    return toml(offered[:2])


def _tables(chosen: Requisition) -> Iterator[str]:
    """Yield the tables of places and pay: as chosen, else as comments."""
    for place in chosen.locations:
        yield "\n".join(["[[locations]]", *_lines(place), ""])
    if not chosen.locations:
        yield _PLACES
    yield "\n".join(["[pay]", *_lines(chosen.pay), ""]) if chosen.pay else _PAY


def _lines(value: Location | PayRange) -> list[str]:
    named = ((one.name, toml(getattr(value, one.name))) for one in fields(type(value)))
    return [f"{key} = {words}" for key, words in named if words]


def _own(chosen: Requisition, catalog: Catalog) -> Iterator[str]:
    """Yield the table of the slots that an overlay declares, where there are any."""
    slots = {slot.id: slot for slot in catalog.slots if slot.field == "extra"}
    if not (slots or chosen.extra):
        return
    yield _ruled("Slots of your own")
    yield "[extra]" if chosen.extra else "# [extra]"
    for name in dict.fromkeys((*slots, *chosen.extra)):
        slot = slots.get(name)
        if slot and slot.hint:
            yield _comment(slot.hint)
        if slot and slot.options:
            yield _comment(f"Options: {', '.join(slot.options)}.")
        value = toml(chosen.extra.get(name))
        yield (
            f"{toml_key(name)} = {value}"
            if value
            else f'# {name} = "{slot.label if slot else name}"'
        )
    yield ""
