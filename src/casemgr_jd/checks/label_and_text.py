"""A label that asks for one thing, and a text that asks for another: the mark of a form filled in beside a posting."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Credential, Years
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.source import Span

__all__ = ["degrees_asked", "years_labelled"]

_LEVELS = ("high_school", "associate", "bachelor", "master", "doctorate")


def degrees_asked(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the label of a degree where the text takes people with a lower one."""
    source = context.source
    degrees = [one for one in context.facts.credentials if one.kind == "degree"]
    labelled = [one for one in degrees if value_at(source, "education", one.span.start) is not None]
    levels = {one.name for one in labelled}
    if len(levels) != 1:
        raise NotApplicable
    label = labelled[0]
    lower = next(_lower(context, rule, label, degrees), None)
    # "Education: bachelor's degree, or a high school diploma with four years" says both at once
    if lower is not None and source.block_index(lower.start) != source.block_index(
        label.span.start
    ):
        yield Hit(label.span, the_other(source, lower))


def _lower(
    context: Context, rule: Rule, label: Credential, degrees: list[Credential]
) -> Iterator[Span]:
    """The words of the text that ask for less than the label, where none of it asks for as much."""
    source, level = context.source, _LEVELS.index(label.name)
    others = [one for one in degrees if value_at(source, "education", one.span.start) is None]
    firm = [one for one in others if one.need not in ("preferred", "none", "later")]
    if any(_LEVELS.index(one.name) >= level for one in firm):
        return
    yield from (one.span for one in firm if one.need == "required")
    for match in phrases_in(source, phrases(tuple(rule.options["below_a_degree"]))):
        span = Span(*match.span())
        if level >= _LEVELS.index("bachelor") and not holds(
            source, source.sentence(*span), rule.options["unless"]
        ):
            yield span


def years_labelled(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the label of an experience where the one number of years in the text is another."""
    source = context.source
    years = [one for one in context.facts.years if one.minimum]
    labelled = [one for one in years if value_at(source, "experience", one.span.start) is not None]
    told = [one for one in years if one not in labelled]
    if len(labelled) != 1 or len({one.minimum for one in told}) != 1:
        raise NotApplicable
    label, other = labelled[0], told[0]
    if _is_another(label, other):
        fields = the_other(source, other.span)
        yield Hit(label.span, fields)


def _is_another(label: Years, other: Years) -> bool:
    """Whether a label asks for more or fewer years than the text."""
    least, most = other.minimum or 0, other.maximum or other.minimum or 0
    return not least <= (label.minimum or 0) <= most
