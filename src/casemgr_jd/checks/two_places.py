"""One place of work on a label, and another in the text: the mark of a posting that was copied."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Located
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.modality import modality
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.source import Source, Span

__all__ = ["two_places"]

_SPOKEN_OF = frozenset({"title", "summary", "responsibilities", "unknown", "glance"})


def two_places(context: Context, rule: Rule) -> Iterator[Hit]:
    """The one city that a label gives is not the one where the text says that people work."""
    source, cities = context.source, [one for one in context.facts.locations if one.city]
    labelled = [one for one in cities if _is_given(source, one)]
    if len({(one.city, one.state) for one in labelled}) != 1 or not cities:
        raise NotApplicable
    first = labelled[0]
    if phrases_in(source, phrases(rule.options["several"])):
        return
    for one in cities:
        if (
            one.city != first.city
            and one not in labelled
            and _is_said_of_the_job(context, rule, one)
        ):
            place = source.snippet(first.span)
            yield Hit(one.span, {"other": place, "where": where(source, first.span)})
            return


def _is_given(source: Source, place: Located) -> bool:
    """Whether a label gives the place, or a line of the top that is no sentence."""
    line = source.block_at(place.span.start)
    at_the_top = line.section == "title" and len(line.text) <= _LINE and line.text[-1] not in ".!?"
    return at_the_top or value_at(source, "location", place.span.start) is not None


_LINE = 80


def _is_said_of_the_job(context: Context, rule: Rule, place: Located) -> bool:
    """Whether its sentence says that people work there, and nothing of a second office."""
    source = context.source
    sentence = source.sentence(place.span.start, place.span.end)
    before = Span(sentence.start, place.span.start)
    return (
        source.block_at(place.span.start).section in _SPOKEN_OF
        and modality(source, place.span).asserted
        and _holds(context, rule, "works", before)
        and not _holds(context, rule, "elsewhere", before)
    )


def _holds(context: Context, rule: Rule, key: str, span: Span) -> bool:
    source = context.source
    return any(
        True
        for phrase in that_can_start(phrases(tuple(rule.options[key])), source.words)
        for _ in phrase.find_within(source.folded, source.words, span.start, span.end)
    )
