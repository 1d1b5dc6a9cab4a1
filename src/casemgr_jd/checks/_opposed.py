"""What rules on two statements share: where one stands, whether they share a sentence, which to pair."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from itertools import combinations
from typing import TypeVar

from casemgr_jd.facts.found import Caseload, Pay, Stated
from casemgr_jd.reading.source import Source, Span

__all__ = ["pairs", "same_sentence", "sentence_text", "the_other", "where"]

_F = TypeVar("_F", Pay, Stated, Caseload)
_MOST = 60


def where(source: Source, span: Span) -> str:
    """Return where a span stands, for a message: its line, or its node in a typed posting."""
    place = source.place(span)
    return f"line {place.line}" if place.line else place.path


def the_other(source: Source, span: Span) -> dict[str, str]:
    """Return what a message tells of the statement that another stands against: its words, and where they are."""
    return {"other": source.snippet(span), "where": where(source, span)}


def sentence_text(source: Source, span: Span) -> str:
    """Return the sentence around a span, folded."""
    sentence = source.sentence(span.start, span.end)
    return source.folded[sentence.start : sentence.end]


def same_sentence(source: Source, first: Span, second: Span) -> bool:
    """Tell whether the first span starts in the sentence of the second."""
    sentence = source.sentence(second.start, second.end)
    return sentence.start <= first.start < sentence.end


def pairs(
    source: Source, found: Iterable[_F], key: Callable[[_F], Hashable]
) -> Iterator[tuple[_F, _F]]:
    """Pair up different things found: of those with the same key, the first two that share no sentence."""
    kept, sentences = list[_F](), dict[Hashable, list[int]]()
    for one in found:
        known = sentences.setdefault(key(one), [])
        start = source.sentence(one.span.start, one.span.end).start
        if len(known) < 2 and start not in known:
            known.append(start)
            kept.append(one)
    return combinations(kept[:_MOST], 2)
