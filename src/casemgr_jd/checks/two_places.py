"""One place of work on a label, and another in the text: the mark of a posting that was copied."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.found import Located
from casemgr_jd.facts.gazetteer import is_city
from casemgr_jd.facts.labels import value_at
from casemgr_jd.facts.modality import modality
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.source import Source, Span

__all__ = ["two_places"]

_SPOKEN_OF = frozenset({"title", "summary", "responsibilities", "unknown", "glance"})


def two_places(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the place that the text gives, where the top of the posting or a label gives another."""
    source, places = context.source, context.facts.locations
    if not places or phrases_in(source, phrases(rule.options["several"])):
        raise NotApplicable
    cities = [one for one in places if one.city]
    pair = (
        _on_the_label(context, cities)
        or _in_a_sentence(context, rule, cities)
        or _in_another_state(context, rule, places)
    )
    if pair is not None:
        first, other = pair
        place = source.snippet(first.span)
        yield Hit(other.span, {"other": place, "where": where(source, first.span)})


_Two = tuple[Located, Located] | None


def _on_the_label(context: Context, cities: list[Located]) -> _Two:
    """The one city at the top, and another that a label gives further on."""
    source = context.source
    known = [one for one in cities if is_city(one.city, one.state)]
    labelled = [one for one in known if _is_all_of_a_label(source, one)]
    at_top = [one for one in cities if _is_at_the_top(source, one)]
    if len(at_top) != 1 or len(labelled) != 1:
        return None
    first, other = sorted((at_top[0], labelled[0]), key=lambda one: one.span.start)
    near = lexicon("places")["parts"]
    is_part = other.city in near.get(first.city, ()) or first.city in near.get(other.city, ())
    return None if is_part or first.city == other.city else (first, other)


def _in_a_sentence(context: Context, rule: Rule, cities: list[Located]) -> _Two:
    """The one city that a label or the top gives, and another in which a sentence says that people work."""
    given = [one for one in cities if _is_given(context.source, one)]
    if len({(one.city, one.state) for one in given}) != 1:
        return None
    told = (one for one in cities if one.city != given[0].city and one not in given)
    other = next((one for one in told if _is_said_of_the_job(context, rule, one)), None)
    return None if other is None else (given[0], other)


def _in_another_state(context: Context, rule: Rule, places: tuple[Located, ...]) -> _Two:
    """The one state that the top gives without a city, and a city of another state in which people work."""
    here = [one for one in places if not one.remote]
    given = [one for one in here if _is_at_the_top(context.source, one)]
    if len(given) != 1 or given[0].city:
        return None
    told = (one for one in here if one.city and one.state and one.state != given[0].state)
    other = next((one for one in told if _is_where_it_is(context, rule, one)), None)
    return None if other is None else (given[0], other)


def _is_where_it_is(context: Context, rule: Rule, place: Located) -> bool:
    """Whether the words straight before a place say that the job is there."""
    source = context.source
    sentence = source.sentence(place.span.start, place.span.end)
    sited = phrases(tuple(rule.options["sited"]))
    found = (
        match.end()
        for phrase in that_can_start(sited, source.words)
        for match in phrase.find_within(
            source.folded, source.words, sentence.start, place.span.start
        )
    )
    return place.span.start - max(found, default=-1) == 1


def _is_given(source: Source, place: Located) -> bool:
    """Whether a label gives the place, or a line of the top that is no sentence."""
    return _is_at_the_top(source, place) or _is_labelled(source, place)


def _is_labelled(source: Source, place: Located) -> bool:
    return value_at(source, "location", place.span.start) is not None


def _is_all_of_a_label(source: Source, place: Located) -> bool:
    """Whether a label gives the place, and nothing beside it."""
    value = value_at(source, "location", place.span.start)
    return value is not None and source.snippet(value).strip(" .") == source.snippet(place.span)


def _is_at_the_top(source: Source, place: Located) -> bool:
    line = source.block_at(place.span.start)
    is_one_line = len(line.text) <= _LINE and line.text[-1] not in ".!?"
    return line.section == "title" and is_one_line and not _is_labelled(source, place)


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
