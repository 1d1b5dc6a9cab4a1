"""Every posting that the scope table allows, built once, for the tests of the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

import casemgr_jd as jd
from casemgr_jd.model.document import Bullet, FactList, Paragraph, Section, walk

EDITIONS = ("posting", "full", "board")
TIERS = (None, "entry", "senior", "lead")
SIX: dict[str, Any] = {
    "organization": "Orchard Health",
    "locations": [jd.Location("Columbus", "OH")],
    "work_model": "onsite",
    "employment_type": "full_time",
    "pay": jd.PayRange(68_000, 84_000),
    "apply_url": "https://orchard.example/jobs/1",
}
USUAL: dict[str, Any] = {
    **SIX,
    "about": ["We run two hospitals and nine clinics in central Ohio."],
    "hours_per_week": 40,
    "schedule": "Monday to Friday, 8:00 a.m. to 4:30 p.m.",
    "on_call": ["one weekend in six"],
    "manager": "Director of Case Management",
    "team": "six case managers and two social workers",
    "support": ["Six weeks of orientation with a preceptor."],
    "growth": ["We pay the fee for one exam a year."],
    "emr": ["Epic"],
    "cm_platform": ["CarePort"],
    "caseload": "guide",
    "measures": "guide",
    "flsa_status": "non_exempt",
    "differentials": ["a weekend differential of $3 an hour"],
    "benefits": ["medical", "dental", "vision", "403(b) with match", "25 days of paid time off"],
    "accommodation_contact": "hr@orchard.example",
    "closing_date": date(2027, 1, 15),
    "interview_mode": ["video"],
    "travel_percent": [0, 10],
    "background_check": True,
    "why_here": ["Half of our case managers have been with us for more than five years."],
    "physical_demands": ["sit at a computer for much of the day"],
    "rotation": ["one Saturday in eight"],
    "start_date": date(2027, 2, 1),
    "languages": ["Spanish", "Somali"],
    "attachments": ["your resume"],
    "pay_basis": ["experience", "the cost of living where you work"],
    "equipment": ["a laptop", "a phone"],
    "duties": ["Spend every second Thursday at our partner clinic in Hilltop."],
    "partners": ["physicians", "therapists", "community partners"],
}


@dataclass(frozen=True)
class Case:
    """One choice of setting, tier, role and edition, with the posting that follows from it."""

    setting: tuple[str, ...]
    tier: str | None
    role: str
    edition: str
    facts: str
    posting: jd.Posting

    def __str__(self) -> str:
        return "-".join(
            ["+".join(self.setting) or "any", self.role, self.tier or "any", self.edition]
        )

    @property
    def home(self) -> frozenset[str]:
        """The ids of the settings, and of those that the niches belong to."""
        return frozenset({*self.setting, *(one.split(".")[0] for one in self.setting)})


def choices() -> Iterator[tuple[tuple[str, ...], str | None, str]]:
    """Yield every setting x tier x role that the scope table allows, no setting included."""
    catalog = jd.load_catalog()
    for setting in ((), *((one.id,) for one in catalog.settings)):
        for role in catalog.roles:
            if not catalog.scope.unusual(role.id, setting):
                yield from ((setting, tier, role.id) for tier in TIERS)


@cache
def cases(facts: str = "usual", *editions: str) -> tuple[Case, ...]:
    """Return the postings of every choice, in each of the editions (all of them if none is named)."""
    given = {"six": SIX, "usual": USUAL}[facts]
    return tuple(
        Case(setting, tier, role, edition, facts, _built(given, setting, tier, role, edition))
        for setting, tier, role in choices()
        for edition in editions or EDITIONS
    )


def _built(
    given: dict[str, Any], setting: tuple[str, ...], tier: str | None, role: str, edition: str
) -> jd.Posting:
    facts = dict(given)
    catalog = jd.load_catalog()
    modules = [catalog.setting(one) for one in setting]
    parents = [catalog.setting(one.parent) for one in modules if one.parent]
    if not catalog.role(role).caseload or not any(one.caseload for one in (*modules, *parents)):
        facts["caseload"] = jd.CaseloadRange(20, 30)
    if not any(one.kpis for one in (*modules, *parents)):
        facts.pop("measures", None)
    return jd.build(jd.Requisition(setting=setting, tier=tier, role=role, edition=edition, **facts))


LEGAL = ("eeo",)


@lru_cache(maxsize=20_000)
def sentences(
    posting: jd.Posting, *, facts: bool = False, legal: bool = False
) -> tuple[tuple[str, str], ...]:
    """Return id and words of each sentence of a posting, blanks and values as a reader sees them."""
    return tuple(_sentences(posting, facts, legal))


def _sentences(posting: jd.Posting, facts: bool, legal: bool) -> Iterator[tuple[str, str]]:
    for block in posting.blocks:
        if isinstance(block, FactList) and not facts:
            continue
        if isinstance(block, Section) and block.id in LEGAL and not legal:
            continue
        for node in walk([block]):
            if isinstance(node, Bullet | Paragraph):
                label = f"{node.label}: " if isinstance(node, Bullet) and node.label else ""
                yield node.id, label + node.text.filled(posting.read)


def words(posting: jd.Posting) -> int:
    """Count the words of a posting without the legal block."""
    text = [posting.heading]
    for block in posting.blocks:
        if isinstance(block, Section):
            if block.id not in LEGAL:
                text += [block.title]
        elif isinstance(block, FactList):
            text += [f"{one.label} {one.text.filled(posting.read)}" for one in block.facts]
    text += [one for _, one in sentences(posting)]
    return len(re.findall(r"\S+", " ".join(text)))
