"""Golden files: postings of every setting, niche, tier and role over the three editions and all text formats.

``pytest tests/test_golden.py --update-golden`` writes them anew.
"""

import re
from collections import Counter
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import casemgr_jd as jd

FOLDER = Path(__file__).with_name("golden")
CATALOG = jd.load_catalog()
SETTINGS: tuple[tuple[str, ...], ...] = (
    *((module.id,) for module in CATALOG.settings),
    (),
    ("hospital", "managed_care"),
)
TIERS = (None, *(tier.id for tier in CATALOG.tiers), "mid")
EDITIONS = tuple(edition.value for edition in jd.Edition)
FORMATS = ("markdown", "text", "html", "html_fragment", "outline")

SIX: dict[str, Any] = {
    "organization": "Lakeside Health",
    "locations": [jd.Location("Columbus", "OH")],
    "work_model": "onsite",
    "employment_type": "full_time",
    "pay": jd.PayRange(rate=34.5, per="hour"),
    "apply_url": "https://lakeside.example/jobs/1",
}
USUAL: dict[str, Any] = {
    **SIX,
    "locations": [jd.Location("Denver", "CO")],
    "work_model": "hybrid",
    "days_on_site": 3,
    "pay": jd.PayRange(72_000, 92_000),
    "about": ["We have served the people of six counties since 1978."],
    "hours_per_week": 40,
    "schedule": "Monday to Friday, 8:00 a.m. to 4:30 p.m.",
    "on_call": ["one weekend in six"],
    "manager": "Director of Case Management",
    "support": ["Six weeks of orientation beside a colleague."],
    "growth": ["We pay the fee for one exam a year."],
    "duties": ["Spend every second Thursday at our office in Hilltop."],
    "flsa_status": "exempt",
    "other_compensation": ["none"],
    "benefits": ["medical", "dental", "25 days of paid time off"],
    "languages": ["Spanish"],
    "accommodation_contact": "people@lakeside.example",
    "closing_date": date(2027, 1, 15),
    "background_check": True,
    "travel_percent": [0, 10],
    "add": [{"section": "environment", "text": "Parking is free."}],
}
IN_HEALTH: dict[str, Any] = {"emr": ["Epic"], "criteria_tool": ["InterQual"]}


class Case(NamedTuple):
    """What a golden posting is made of."""

    setting: tuple[str, ...]
    edition: str
    tier: str | None
    role: str
    facts: str
    format: str

    def __str__(self) -> str:
        return "-".join(
            [
                "+".join(self.setting) or "any",
                self.tier or "any",
                self.role,
                self.edition,
                self.facts,
            ]
        )

    @property
    def file(self) -> Path:
        suffix = jd.get_renderer(self.format).suffix
        return FOLDER / f"{self}.{self.format}{suffix}"


def _cases() -> list[Case]:
    """Choose for each setting and edition, always alike, the tier and the role that were chosen least."""
    seen: Counter[tuple[str, object]] = Counter()
    chosen: list[Case] = []
    for number, (setting, edition) in enumerate(product(SETTINGS, EDITIONS)):
        role = min(_roles(setting), key=lambda one: (seen["role", one], seen["at", (setting, one)]))
        tier = min(TIERS, key=lambda one: (seen["in", (edition, one)], seen["tier", one]))
        seen.update(
            [("role", role), ("at", (setting, role)), ("in", (edition, tier)), ("tier", tier)]
        )
        facts = ("usual", "usual", "six", "blank")[number % 4]
        chosen.append(Case(setting, edition, tier, role, facts, FORMATS[number % 5]))
    return chosen


def _roles(setting: tuple[str, ...]) -> list[str]:
    return [one.id for one in CATALOG.roles if not CATALOG.scope.unusual(one.id, setting)]


CASES = _cases()


def _rendered(case: Case) -> str:
    facts: dict[str, Any] = dict({"usual": USUAL, "six": SIX, "blank": {}}[case.facts])
    modules = [CATALOG.setting(one) for one in case.setting]
    if case.facts == "usual" and any(one.kpis for one in modules):
        facts |= IN_HEALTH | {"measures": "guide", "caseload": "guide"}
        if not all(one.caseload for one in modules) or not CATALOG.role(case.role).caseload:
            facts["caseload"] = jd.CaseloadRange(20, 30)
    made = jd.Requisition(
        setting=case.setting, tier=case.tier, role=case.role, edition=case.edition, **facts
    )
    output = jd.render(jd.build(made), case.format)
    assert isinstance(output, str)
    # The style of a page is one file, and no reader wants it in each golden.
    return re.sub(r"<style>.*?</style>", "<style></style>", output, flags=re.DOTALL)


def test_every_choice_occurs() -> None:
    assert len(set(CASES)) == len(CASES) == len(SETTINGS) * len(EDITIONS)
    assert {case.role for case in CASES} == {role.id for role in CATALOG.roles}
    for edition in EDITIONS:
        here = [case for case in CASES if case.edition == edition]
        assert {case.setting for case in here} == set(SETTINGS)
        assert {case.tier for case in here} == set(TIERS)
        assert {case.format for case in here} == set(FORMATS)
        assert {case.facts for case in here} == {"usual", "six", "blank"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_posting_reads_as_it_did(case: Case, update_golden: bool) -> None:
    output = _rendered(case)
    if update_golden:
        case.file.parent.mkdir(exist_ok=True)
        case.file.write_bytes(output.encode("utf-8"))
    assert case.file.read_bytes().decode("utf-8") == output


def test_no_golden_file_is_left_over(update_golden: bool) -> None:
    wanted = {case.file for case in CASES}
    found = {file for file in FOLDER.iterdir() if not file.name.startswith(".")}
    if update_golden:
        for file in found - wanted:
            file.unlink()
        found = wanted
    assert found == wanted
