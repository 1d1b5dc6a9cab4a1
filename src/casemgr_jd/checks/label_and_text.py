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
from casemgr_jd.reading.source import Source, Span

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
    told = [one for one in years if one not in labelled and not _is_of_another_kind(source, one)]
    on_a_form = [one for one in years if _weight(rule, source, one)]
    if on_a_form:
        yield from _on_a_form(context, rule, on_a_form)
        return
    if len(labelled) != 1 or len({one.minimum for one in told}) != 1:
        raise NotApplicable
    label, other = labelled[0], told[0]
    if _is_another(label, other):
        fields = the_other(source, other.span)
        yield Hit(label.span, fields)


def _is_of_another_kind(source: Source, years: Years) -> bool:
    """Whether years stand in for a degree, or are a wish beyond the least: neither is what a label of years gives."""
    in_place_of_a_degree = value_at(source, "education", years.span.start) is not None
    return in_place_of_a_degree or source.block_at(years.span.start).section == "preferred"


def _weight(rule: Rule, source: Source, years: Years) -> str:
    """How much an entry of a form weighs, "Nursing: 1 year (Preferred)"; empty where the years stand in no form."""
    behind = source.folded[years.span.end : years.span.end + _LONGEST_WEIGHT].lstrip()
    return next((one for one in rule.options["weights"] if behind.startswith(f"({one})")), "")


_LONGEST_WEIGHT = 14


def _on_a_form(context: Context, rule: Rule, entries: list[Years]) -> Iterator[Hit]:
    """Yield the entry of a form whose years or weight are not those of a sentence on the same field."""
    source = context.source
    told = [one for one in context.facts.years if one.minimum and not _weight(rule, source, one)]
    for entry in entries:
        field = _field_of(source, entry)
        same = [one for one in told if _names(source, one, field)]
        if not field or len({one.minimum for one in same}) != 1:
            continue
        other, weight = same[0], _weight(rule, source, entry)
        firm = other.need == "required" and other.or_more
        if _is_another(entry, other) or (firm and weight == "preferred"):
            fields = the_other(source, other.span)
            yield Hit(Span(entry.span.start, entry.span.end + len(weight) + 3), fields)
            return


def _field_of(source: Source, entry: Years) -> set[str]:
    """The words of the field that a form names before the years: "Mental health counseling: 3 years"."""
    before = source.folded[max(entry.span.start - _LONGEST_FIELD, 0) : entry.span.start]
    label = before.rstrip(" :").rpartition("\n")[2].rpartition(":")[2].rpartition(")")[2]
    return {word for word in label.split() if word.isalpha() and len(word) > _SHORT_WORD}


_LONGEST_FIELD, _SHORT_WORD = 60, 3


def _names(source: Source, years: Years, field: set[str]) -> bool:
    """Whether the sentence on some years names all words of a field, or their stems."""
    sentence = source.sentence(*years.span)
    said = source.folded[sentence.start : sentence.end].split()
    return all(any(word.strip(",.").startswith(one[:_STEM]) for word in said) for one in field)


_STEM = 7


def _is_another(label: Years, other: Years) -> bool:
    """Whether a label asks for more or fewer years than the text."""
    least, most = other.minimum or 0, other.maximum or other.minimum or 0
    return not least <= (label.minimum or 0) <= most
