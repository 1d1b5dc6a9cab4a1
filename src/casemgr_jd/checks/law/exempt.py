"""Exempt from overtime: does the license asked for, and does the salary, carry it?"""

from collections.abc import Iterable, Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import job_of, places_reached, reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.found import Pay, Stated
from casemgr_jd.law import ExemptFloor, Standing, exempt_floors, limits, standing
from casemgr_jd.law.licensure import exemption

__all__ = ["exempt_by_the_hour", "exempt_duties", "exempt_salary"]

_DEGREE = "a bachelor's degree"
_YEARLY = {"year": 1, "month": 12, "week": 52, "hour": 2080, "pay_period": 26}


def _exempt(context: Context) -> Stated:
    """Return where the posting says that the job is exempt; a posting that says both says neither."""
    stated = context.facts.flsa
    if not stated or {one.value for one in stated} != {"exempt"}:
        raise NotApplicable
    return stated[0]


def exempt_duties(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit where an exempt job asks for no license that carries the professional exemption."""
    stated = _exempt(context)
    if _leads(context, rule) or _professional(context):
        return
    asked = _asked_below(context, rule)
    if not asked:
        return
    sentence = context.source.sentence(stated.span.start, stated.span.end)
    claimed = "professional" in context.source.folded[sentence.start : sentence.end]
    # a bachelor's degree alone may rest on another exemption; less than that, or an entry level, rarely does
    doubtful = asked != _DEGREE or _entry(context, rule)
    yield Hit(
        stated.span,
        fields={"asked": asked},
        severity="error" if claimed else "" if doubtful else "info",
        kind="fail" if claimed else "",
        suggestions=("Non-exempt; overtime is paid as the law requires",),
    )


def _entry(context: Context, rule: Rule) -> bool:
    tier = context.facts.tier
    return _titled(context, rule.options["coordinating"]) or (
        tier is not None and tier.value == "entry"
    )


def _leads(context: Context, rule: Rule) -> bool:
    tier = context.facts.tier
    leads = tier is not None and tier.value == "lead"
    return leads or _titled(context, rule.options["managing"])


def _titled(context: Context, words: Iterable[str]) -> bool:
    title = context.facts.title
    return title is not None and holds(context.source, title.span, tuple(words))


def _professional(context: Context) -> bool:
    """Tell whether a license or degree is asked for that carries the exemption of professionals."""
    facts = exemption()
    for credential in context.facts.credentials:
        if credential.need not in ("required", "unknown"):
            continue
        name = credential.name
        licensed = credential.kind == "license" and name not in facts["below"]
        advanced = credential.kind == "degree" and name.lower() in facts["advanced_degrees"]
        if name in facts["professional"] or licensed or advanced:
            return True
    return False


def _asked_below(context: Context, rule: Rule) -> str:
    facts = exemption()
    for credential in context.facts.credentials:
        if credential.name in facts["below"] and credential.need in ("required", "unknown"):
            return _ASKED.get(credential.name, credential.name)
    unlicensed = _role_without_license(context) or _titled(context, rule.options["coordinating"])
    return "no license" if unlicensed else ""


_ASKED = {
    "bachelor": _DEGREE,
    "associate": "an associate degree",
    "high_school": "a high school diploma",
}


def _role_without_license(context: Context) -> bool:
    """Tell whether the content in use says that the role of a typed posting takes no license."""
    role = context.posting.role if context.posting is not None else None
    if role is None:
        return False
    from casemgr_jd.content.load import load_catalog

    known = (context.catalog or load_catalog()).roles
    return any(one.id == role and not one.license_required for one in known)


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
