"""Exempt from overtime: does the license asked for, and does the salary, carry it?"""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.reach import job_of, places_reached, reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Pay, Stated
from casemgr_jd.law import ExemptFloor, Standing, exempt_floors, limits, standing

__all__ = ["exempt_by_the_hour", "exempt_duties", "exempt_salary"]

_PROFESSIONAL = frozenset(
    [
        "RN",
        "APRN",
        "NP",
        "LCSW",
        "LICSW",
        "LMSW",
        "LISW",
        "LMFT",
        "LPC",
        "LPCC",
        "LMHC",
        "LCPC",
        "LCMHC",
        "LCSWA",
        "LSCSW",
        "PT",
        "OT",
        "SLP",
        "PharmD",
        "MD",
        "DO",
        "PA",
        "psychologist",
        "CRNP",
        "BSN",
        "MSN",
    ]
)
_BELOW = frozenset(
    {
        "bachelor",
        "associate",
        "high_school",
        "high school",
        "BSW",
        "BA",
        "BS",
        "GED",
        "LPN",
        "LVN",
        "CNA",
        "MA",
        "BHS",
        "ba",
        "bs",
    }
)
_DEGREE = "a bachelor's degree"
_YEARLY = {"year": 1, "month": 12, "week": 52, "hour": 2080, "pay_period": 26}
_UNLICENSED_ROLES = frozenset({"bachelors", "care_coordinator"})


def _exempt(context: Context) -> Stated:
    """Return where the posting says that the job is exempt; a posting that says both says neither."""
    stated = context.facts.flsa
    if not stated or {one.value for one in stated} != {"exempt"}:
        raise NotApplicable
    return stated[0]


def exempt_duties(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where an exempt job asks for no license that carries the professional exemption."""
    stated = _exempt(context)
    if _leads(context) or _professional(context):
        return
    asked = _asked_below(context)
    if not asked:
        return
    sentence = context.source.sentence(stated.span.start, stated.span.end)
    claimed = "professional" in context.source.folded[sentence.start : sentence.end]
    # a bachelor's degree alone may rest on another exemption; less than that, or an entry level, rarely does
    doubtful = asked != _DEGREE or _entry(context)
    yield Hit(
        stated.span,
        fields={"asked": asked},
        severity="error" if claimed else "" if doubtful else "info",
        kind="fail" if claimed else "",
        suggestions=("Non-exempt; overtime is paid as the law requires",),
    )


def _entry(context: Context) -> bool:
    tier, title = context.facts.tier, context.facts.title
    coordinates = title is not None and "coordinator" in title.value.lower()
    return coordinates or (tier is not None and tier.value == "entry")


def _leads(context: Context) -> bool:
    tier = context.facts.tier
    title = context.facts.title
    managing = ("supervisor", "director", "manager of", "program manager", "lead ")
    return (tier is not None and tier.value == "lead") or (
        title is not None and any(word in title.value.lower() for word in managing)
    )


def _professional(context: Context) -> bool:
    for credential in context.facts.credentials:
        needed = credential.need in ("required", "unknown")
        if needed and (
            credential.name in _PROFESSIONAL
            or (credential.kind == "license" and credential.name not in _BELOW)
        ):
            return True
        if (
            needed
            and credential.kind == "degree"
            and credential.name.lower()
            in ("master", "msw", "msn", "doctorate", "doctoral", "phd", "jd")
        ):
            return True
    return False


def _asked_below(context: Context) -> str:
    names = {
        "bachelor": _DEGREE,
        "associate": "an associate degree",
        "high_school": "a high school diploma",
    }
    for credential in context.facts.credentials:
        if credential.name in _BELOW and credential.need in ("required", "unknown"):
            return names.get(credential.name, credential.name)
    if getattr(context.posting, "role", None) in _UNLICENSED_ROLES:
        return "no license"
    title = context.facts.title
    return "no license" if title is not None and "care coordinator" in title.value.lower() else ""


def exempt_by_the_hour(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where an exempt job shows its pay by the hour alone."""
    stated = _exempt(context)
    figures = context.facts.base_pay
    if not figures or any(pay.period != "hour" for pay in figures):
        raise NotApplicable
    laws = reaching(context, limits("salary_basis"))
    yield Hit(stated.span, fields={"pay": context.source.snippet(figures[0].span)}, laws=laws)


def exempt_salary(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each salary of an exempt job that starts below the floor of a place."""
    _exempt(context)
    floors = tuple(_floors(context))
    # a posting may give the same figure twice, at a glance and under compensation
    figures = {
        (pay.minimum, pay.maximum, pay.period): pay for pay in reversed(context.facts.base_pay)
    }
    for pay in reversed(figures.values()):
        low = _yearly(pay)
        below = [one for one in floors if low is not None and low < one.law.year]
        if below:
            yield _under(context, pay, max(below, key=lambda one: one.law.year))


def _under(context: Context, pay: Pay, one: Standing[ExemptFloor]) -> Hit:
    floor = one.law
    figure = f"${floor.year:,.2f}".removesuffix(".00")
    current = floor.in_force(context.today) and "professional" in floor.exemptions
    severity = weight(one) if current and pay.period != "hour" else "warning"
    return Hit(
        pay.span,
        fields={"floor": figure, "place": floor.name},
        severity=severity,
        kind="" if severity == "error" else "review",
        laws=(one,),
        suggestions=(f"at least {figure} a year, or non-exempt",),
    )


def _yearly(pay: Pay) -> float | None:
    low = pay.minimum if pay.minimum is not None else pay.maximum
    factor = _YEARLY.get(pay.period)
    return None if low is None or factor is None else low * factor


def _floors(context: Context) -> Iterator[Standing[ExemptFloor]]:
    """Yield the latest floor of each place that has begun (floors that lapsed only rise)."""
    here = {reach.place.id: reach for reach in places_reached(context)}
    professional = _professional(context)
    for place, reach in here.items():
        started = [
            floor
            for floor in exempt_floors()
            if floor.place == place
            and not here.keys() & set(floor.except_places)
            and not (professional and "professional" not in floor.exemptions)
            and not floor.announced(context.today)
        ]
        if started:
            latest = max(started, key=lambda floor: floor.effective_from or floor.as_of)
            yield standing(job_of(context), latest, reach)
