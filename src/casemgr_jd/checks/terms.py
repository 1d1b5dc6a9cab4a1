"""The check ``"terms"``: wording that should not stand where it stands."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.phrases import Phrase, compile_phrase, find_phrases
from casemgr_jd.checks.rule import Rule, Term
from casemgr_jd.checks.source import Source, Span

__all__ = ["negated", "part_of_a_name", "phrases", "terms"]

_NEGATION = re.compile(
    r"(?<![a-z])(?:no|not|never|without|nor|neither|cannot|avoid(?:s|ing)?|instead of|rather than|"
    r"(?:do|does|did|is|are|was|were|wo|ca|would|should|must)(?:n't| not))(?! only)(?:,? (?!and(?![a-z])|but(?![a-z]))[^\s.;:!?]+){0,6}$"
)
_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "or", "the", "to", "with"})


@lru_cache(maxsize=4096)
def phrases(texts: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Compile phrases once."""
    return tuple(compile_phrase(text) for text in texts)


def terms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each of the rule's terms that stands where the rule looks."""
    source, seen = context.source, set[int]()
    for term in rule.terms:
        for match in find_phrases(phrases(term.find), source.folded, source.words):
            span = Span(match.start(), match.end())
            if span.start in seen or not _stands(source, rule, term, span):
                continue
            seen.add(span.start)
            yield Hit(span, message=term.message, severity=term.severity, suggestions=term.suggest)
            if rule.once:
                return


def _stands(source: Source, rule: Rule, term: Term, span: Span) -> bool:
    section = source.block_at(span.start).section
    if section in rule.exempt or (rule.sections and section not in rule.sections):
        return False
    if rule.allow and _allowed(source, rule.allow, span):
        return False
    if rule.skip_names and part_of_a_name(source, span):
        return False
    if rule.skip_negated and negated(source, span):
        return False
    return _sentence_fits(source, term, span)


def _sentence_fits(source: Source, term: Term, span: Span) -> bool:
    if not term.unless and not term.needs:
        return True
    sentence = source.sentence(span.start, span.end)
    if term.unless and _any_within(source, term.unless, sentence):
        return False
    return not term.needs or _any_within(source, term.needs, sentence)


def _any_within(source: Source, texts: tuple[str, ...], span: Span) -> bool:
    return any(
        span.start <= match.start() and match.end() <= span.end
        for phrase in phrases(texts)
        for match in phrase.find(source.folded, source.words)
    )


def _allowed(source: Source, texts: tuple[str, ...], span: Span) -> bool:
    return any(
        match.start() < span.end and span.start < match.end()
        for phrase in phrases(texts)
        for match in phrase.find(source.folded, source.words)
    )


def negated(source: Source, span: Span) -> bool:
    """Return whether a negation shortly before it turns the matched wording around."""
    sentence = source.sentence(span.start, span.end)
    before = source.folded[max(sentence.start, span.start - 100) : span.start].rstrip()
    return bool(_NEGATION.search(before))


def part_of_a_name(source: Source, span: Span) -> bool:
    """Return whether the match is written as (part of) a capitalized name inside a sentence."""
    block_index = source.block_index(span.start)
    block = source.span_of(block_index)
    words = [word for word in source.snippet(span).split() if word.lower() not in _SMALL]
    if (
        source.blocks[block_index].kind == "heading"
        or not words
        or not all(w[:1].isupper() for w in words)
    ):
        return False
    before = source.text[block.start : span.start].split()
    after = source.text[span.end : block.end].split()
    return _names(before[::-1]) or _names(after)


def _names(words: list[str]) -> bool:
    for word in words[:3]:
        if word.lower() in _SMALL:
            continue
        return word[:1].isupper() and word[-1:] not in ".;:!?"
    return False
