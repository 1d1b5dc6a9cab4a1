"""Contradictions as data: pairs of statements about one subject that cannot both hold."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.modality import later, negated, of_a_colleague, of_others
from casemgr_jd.facts.phrases import Wording
from casemgr_jd.reading.lexicon import Said, pattern_of
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["opposed"]

_ASIDE = frozenset({"about", "eeo", "legal", "preferred"})
_CHOICE = Said("opposites", "choice")
_SAYS_NO = Said("opposites", "says_no")
_ROLE_FOLLOWS = pattern_of("opposites", "role_follows")
_ROLE_LABEL = Said("opposites", "role_label")


@attrs.frozen(eq=False)
class _Pair(ByContent):
    """Two ways to speak about a subject that exclude each other."""

    subject: str
    unless: tuple[Phrase, ...] = ()
    """Phrases that excuse a statement in whose sentence they stand."""
    noun: str = ""
    """What a statement may start with that is of one kind only, where its kind stands before it: "hospice experience"."""
    of_all: frozenset[str] = frozenset()
    """Words before that noun with which it is of any kind."""
    years: float = 0
    """Years of experience, at least so many of them required, that also stand against *one*."""


_Wording = Wording[tuple[int, str]]
_PAIRS: dict[int, tuple[Rule, tuple[_Pair, ...], _Wording]] = {}


def _pairs(rule: Rule) -> tuple[tuple[_Pair, ...], _Wording]:
    """Return the pairs of a rule and the wording of both their sides.

    They are remembered by identity, for hashing a rule reads all of it.
    """
    known = _PAIRS.get(id(rule))
    if known is None or known[0] is not rule:
        tables = rule.options["pairs"]
        known = (rule, tuple(map(_pair, tables)), _wording(tables))
        _PAIRS[id(rule)] = known
    return known[1:]


def _pair(table: dict[str, Any]) -> _Pair:
    unless = tuple(map(compile_phrase, table.get("unless", ())))
    of_all = frozenset(table.get("of_all", ()))
    return _Pair(table["subject"], unless, table.get("noun", ""), of_all, table.get("years", 0))


def _wording(tables: Iterable[dict[str, Any]]) -> _Wording:
    return _Wording(
        lambda: (
            (compile_phrase(text), (index, side))
            for index, table in enumerate(tables)
            for side in ("one", "other")
            for text in table.get(side, ())
        )
    )


def opposed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield, for each subject, the later of two nearest statements that exclude each other."""
    source = context.source
    pairs, table = _pairs(rule)
    said = _said(source, table)
    for index, pair in enumerate(pairs):
        ones = list(_firm(context, said.get((index, "one"), ()), pair))
        if not ones:
            continue
        others = [
            *_firm(context, said.get((index, "other"), ()), pair),
            *_years(context, pair),
        ]
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


def _said(source: Source, table: _Wording) -> dict[tuple[int, str], list[Span]]:
    """Where each side of each pair is worded, in order; of overlapping places the first and longest counts."""
    places: dict[tuple[int, str], list[Span]] = {}
    for key, one in table.matches(source):
        places.setdefault(key, []).append(Span._make(one.span()))
    for key, spans in places.items():
        kept, end = list[Span](), -1
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            if span.start >= end:
                kept.append(span)
                end = span.end
        places[key] = kept
    return places


def _firm(context: Context, said: Iterable[Span], pair: _Pair) -> Iterator[Span]:
    """The places of these that speak of the job from its first day, and are not denied and not excused."""
    source = context.source
    for span in said:
        if source.block_at(span.start).section in _ASIDE or _excused(source, span, pair.unless):
            continue
        if pair.noun and _is_of_one_kind(source, span, pair):
            continue
        if of_others(source, span) or of_a_colleague(source, span) or later(source, span):
            continue
        if _is_of_another_role(context, span):
            continue
        if _SAYS_NO.match(source.folded, span.start) or not negated(source, span):
            yield span


def _is_of_another_role(context: Context, span: Span) -> bool:
    """Whether what follows, or the label in front, is a role that the title does not name: "a half-time attorney"."""
    source, title = context.source, context.facts.title
    if title is None:
        return False
    line = source.span_of(source.block_index(span.start))
    follows = _ROLE_FOLLOWS.match(source.folded, span.end + 1, line.end)
    label, mark, _ = source.folded[line.start : span.start].partition(": ")
    labelled = label if mark and _ROLE_LABEL.search(label) else ""
    named = follows["role"] if follows else labelled
    words = source.folded[title.span.start : title.span.end]
    return bool(named) and not any(word.rstrip("s") in words for word in named.split())


def _is_of_one_kind(source: Source, span: Span, pair: _Pair) -> bool:
    """Whether a statement starts with the noun, and a word before it names its kind: "hospice experience is …"."""
    if not source.folded.startswith(pair.noun, span.start):
        return False
    sentence = source.sentence(span.start, span.end)
    before = source.folded[sentence.start : span.start].rsplit(maxsplit=1)[-1:]
    return bool(before) and before[0].isalpha() and before[0] not in pair.of_all


def _excused(source: Source, span: Span, unless: tuple[Phrase, ...]) -> bool:
    sentence = source.sentence(span.start, span.end)
    return any(
        True
        for phrase in that_can_start(unless, source.words)
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
    starts = [span.start for span in ones]
    for other in others:
        at = bisect_left(starts, other.start)
        one = min(ones[max(at - 1, 0) : at + 1], key=lambda span: abs(span.start - other.start))
        if one.end <= other.start or other.end <= one.start:
            first, second = sorted((one, other), key=lambda span: span.start)
            yield first, second


def _joined(source: Source, first: Span, second: Span) -> bool:
    """Whether one sentence offers both as a choice, or says when each holds."""
    sentence = source.sentence(second.start, second.end)
    if not sentence.start <= first.start < sentence.end:
        return False
    return bool(_CHOICE.search(source.folded, first.end, second.start))
