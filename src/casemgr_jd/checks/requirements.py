"""What is asked for, taken together: whether it tells what is required from what is preferred, and requires anything."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.source import Span

__all__ = ["instead_of_a_wish", "nothing_firm", "unranked"]


def unranked(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first of several qualifications among which, and above which, no word ranks any."""
    source = context.source
    if not context.whole:
        raise NotApplicable
    asked = [
        index
        for index, block in source.in_sections("qualifications", "required")
        if block.kind != "heading" and _names_a_list(rule, block.heading.lower())
    ]
    if any(source.in_sections("preferred")) or len(asked) < int(rule.options["fewest"]):
        return
    spans = [source.span_of(index) for index in asked]
    ranks = phrases_in(source, phrases(tuple(rule.options["ranks"])))
    if not any(span.start <= one.start() < span.end for span in spans for one in ranks):
        yield Hit(spans[0], {"count": len(asked)})


def _names_a_list(rule: Rule, heading: str) -> bool:
    """Whether a heading names what is asked for, and not how much each weighs."""
    named = any(one in heading for one in rule.options["headings"])
    return named and not any(one in heading for one in rule.options["weighed"])


def nothing_firm(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first of degree, license and years where all that are named are only preferred."""
    facts = context.facts
    if not context.whole or context.posting is not None:
        raise NotApplicable
    asked = [(one.span, one.need) for one in facts.credentials if one.need != "none"]
    asked += [(one.span, one.need) for one in facts.years]
    if len(asked) < int(rule.options["fewest"]) or any(need != "preferred" for _, need in asked):
        return
    if not phrases_in(context.source, phrases(tuple(rule.options["least"]))):
        yield Hit(min(span for span, _ in asked))


def instead_of_a_wish(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield what may stand in for a degree, where each degree above a diploma is only preferred."""
    source = context.source
    degrees = [
        one
        for one in context.facts.credentials
        if one.kind == "degree" and one.name != "high_school"
    ]
    if not degrees or any(one.need != "preferred" for one in degrees):
        raise NotApplicable
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        yield Hit(Span(*match.span()), the_other(source, degrees[0].span))
        return
