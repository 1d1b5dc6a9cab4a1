"""A posting beside the one of the same job a tier below: what must rise, and what must set them apart."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.found import Pay, Years
from casemgr_jd.reading.source import Span

__all__ = ["grade_compression"]


def grade_compression(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield what presses two tiers together: fewer years, no higher pay, the same duties."""
    if context.below is None:
        raise NotApplicable
    upper, lower = context.facts, context.below
    years, fewest = _least_years(upper), _least_years(lower)
    if years and fewest and (years.minimum or 0) < (fewest.minimum or 0):
        yield Hit(years.span, {"what": "fewer years than the tier below asks for"})
    pay, least = _least_pay(upper), _least_pay(lower)
    if pay and least and pay.period == least.period and _ends(pay) <= _ends(least):
        yield Hit(pay.span, {"what": "pay no higher than in the tier below"})
    duties, known = _duties(upper), _duties(lower)
    if duties and set(duties) <= set(known):
        yield Hit(next(iter(duties.values())), {"what": "only duties of the tier below"})


def _least_years(facts: Facts) -> Years | None:
    asked = [one for one in facts.years if one.need != "preferred" and one.minimum is not None]
    return min(asked, key=lambda one: one.minimum or 0, default=None)


def _least_pay(facts: Facts) -> Pay | None:
    return next((one for one in facts.base_pay if one.minimum is not None), None)


def _ends(pay: Pay) -> tuple[float, float]:
    return (pay.minimum or 0, pay.maximum or pay.minimum or 0)


def _duties(facts: Facts) -> dict[str, Span]:
    """Return the bullets about the work, folded, with where each stands."""
    source = facts.source
    return {
        source.folded[span.start : span.end].strip(): span
        for index, block in source.in_sections("responsibilities")
        if block.kind == "bullet"
        for span in (source.span_of(index),)
    }
