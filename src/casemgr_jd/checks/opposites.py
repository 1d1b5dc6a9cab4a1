"""Contradictions as data: pairs of statements about one subject that cannot both hold."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import attrs

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.phrases import Phrase, compile_phrase, find_phrases
from casemgr_jd.checks.recognize.near import of_other_people
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.source import Source, Span
from casemgr_jd.checks.terms import negated

__all__ = ["opposed"]

_ASIDE = frozenset({"about", "eeo", "legal", "preferred"})
_CHOICE = re.compile(
    r"(?<![a-z])(?:or|either|depend\w*|unless|except|until|after|options?|converts?|becomes?|may|sometimes|occasional\w*|both)(?![a-z])"
)
_SAYS_NO = re.compile(r"(?:no|not|never|non|zero|without)(?![a-z])")


@attrs.frozen
class _Pair:
    """Two ways to speak about a subject that exclude each other."""

    subject: str
    one: tuple[Phrase, ...]
    other: tuple[Phrase, ...]
    unless: tuple[Phrase, ...] = ()
    """Phrases that excuse a statement in whose sentence they stand."""
    years: float = 0
    """Years of experience, at least so many of them required, that also stand against *one*."""


@lru_cache(maxsize=4)
def _pairs(rule: Rule) -> tuple[_Pair, ...]:
    return tuple(map(_pair, rule.options["pairs"]))


def _pair(table: dict[str, Any]) -> _Pair:
    def compiled(key: str) -> tuple[Phrase, ...]:
        return tuple(map(compile_phrase, table.get(key, ())))

    return _Pair(
        table["subject"],
        compiled("one"),
        compiled("other"),
        compiled("unless"),
        table.get("years", 0),
    )


def opposed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield, for each subject, the later of two nearest statements that exclude each other."""
    source = context.source
    for pair in _pairs(rule):
        ones = list(_firm(source, pair.one, pair.unless))
        if not ones:
            continue
        others = [*_firm(source, pair.other, pair.unless), *_years(context, pair)]
        against = [
            (first, second)
            for first, second in _nearest(ones, others)
            if not _joined(source, first, second)
        ]
        if against:
            first, second = min(against, key=lambda both: both[1].start - both[0].start)
            place = source.place(first)
            yield Hit(
                second,
                {
                    "subject": pair.subject,
                    "other": source.snippet(first),
                    "where": f"line {place.line}" if place.line else place.path,
                },
            )


def _firm(
    source: Source, phrases: tuple[Phrase, ...], unless: tuple[Phrase, ...]
) -> Iterator[Span]:
    """Where one of the phrases is said of the job, not denied and not excused."""
    for match in find_phrases(phrases, source.folded, source.words):
        span = Span(*match.span())
        if source.block_at(span.start).section in _ASIDE or _excused(source, span, unless):
            continue
        if of_other_people(source, span):
            continue
        if _SAYS_NO.match(match.group()) or not negated(source, span):
            yield span


def _excused(source: Source, span: Span, unless: tuple[Phrase, ...]) -> bool:
    sentence = source.sentence(span.start, span.end)
    return any(
        True
        for phrase in unless
        for _ in phrase.find_within(source.folded, source.words, sentence.start, sentence.end)
    )


def _years(context: Context, pair: _Pair) -> Iterator[Span]:
    if not pair.years:
        return
    for years in context.facts.years:
        firm = years.need in ("required", "unknown") and (years.minimum or 0) >= pair.years
        if firm and not _excused(context.source, years.span, pair.unless):
            yield years.span


def _nearest(ones: list[Span], others: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Pair each statement with the nearest of the first kind, in the order of the text."""
    for other in others:
        one = min(ones, key=lambda span: abs(span.start - other.start))
        if one.end <= other.start or other.end <= one.start:
            first, second = sorted((one, other), key=lambda span: span.start)
            yield first, second


def _joined(source: Source, first: Span, second: Span) -> bool:
    """Whether one sentence offers both as a choice, or says when each holds."""
    sentence = source.sentence(second.start, second.end)
    if not sentence.start <= first.start < sentence.end:
        return False
    return bool(_CHOICE.search(source.folded, first.end, second.start))
