"""Wording known by what its sentence does, not by one phrase: something is spoken of, and asked of applicants.

A frame of a rule's options names what is spoken of (``about``), the words that ask for it or bar it (``asks``), the
sections in which everything is asked for (``asked_in``), and what excuses it (``unless``). So a rule knows the thing in
whatever words it is asked for, and leaves it alone where a sentence denies it or speaks of somebody else.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.parts import spelled_out
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.source import Source, Span

__all__ = ["framed", "holds"]


def framed(context: Context, rule: Rule) -> Iterator[tuple[Hit, str]]:
    """Yield a hit for each thing that a sentence asks for in one of the rule's frames, and the most it may weigh."""
    for frame in rule.options.get("frames", ()):
        for span in _spoken_of(context.source, frame):
            if _asked(context.source, frame, span):
                hit = Hit(
                    span,
                    message=frame.get("message", ""),
                    kind=frame.get("kind", ""),
                    suggestions=tuple(frame.get("suggest", ())),
                )
                yield hit, frame.get("most", "error")


def _spoken_of(source: Source, frame: Mapping[str, Any]) -> Iterator[Span]:
    about = phrases(spelled_out(frame["about"]))
    for match in phrases_in(source, about):
        yield Span(*match.span())


def _asked(source: Source, frame: Mapping[str, Any], span: Span) -> bool:
    block = source.block_at(span.start)
    sentence = source.sentence(span.start, span.end)
    if block.section in frame.get("exempt", ()):
        return False
    asked = block.section in frame.get("asked_in", ()) or holds(source, sentence, frame["asks"])
    if not asked or holds(source, sentence, frame.get("unless", ())):
        return False
    # a bar is a denial itself: "no one who has been arrested"
    denied = not frame.get("bars", False) and negated(source, span)
    return not denied and (holds(source, sentence, ["@applicants"]) or not of_others(source, span))


def holds_anywhere(source: Source, texts: tuple[str, ...] | list[str]) -> bool:
    """Tell whether one of these phrases stands in the text."""
    return bool(phrases_in(source, phrases(spelled_out(texts))))


def holds(source: Source, span: Span, texts: tuple[str, ...] | list[str]) -> bool:
    """Tell whether one of these phrases stands in a span."""
    words = source.words
    return any(
        True
        for phrase in that_can_start(phrases(spelled_out(texts)), words)
        for _ in phrase.find_within(source.folded, words, span.start, span.end)
    )
