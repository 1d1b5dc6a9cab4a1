"""Who is spoken to: a text that says "you" and then speaks of the reader by the name of the job."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.source import Source, Span

__all__ = ["two_voices"]

_ASIDE = frozenset({"eeo", "legal", "benefits", "apply", "about", "compensation"})


def two_voices(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first sentence that speaks of the reader by the title, where another says "you"."""
    title, source = context.facts.title, context.source
    if title is None or not context.whole:
        raise NotApplicable
    spoken_to = _in_the_text(source, rule.options["spoken_to"])
    spoken_of = [
        span
        for span in _in_the_text(source, rule.options["spoken_of"])
        if _names(title.value, source.folded[span.start : span.end])
    ]
    if spoken_to and spoken_of:
        other = {"you": source.snippet(spoken_to[0]), "where": where(source, spoken_to[0])}
        yield Hit(spoken_of[0], other)


def _in_the_text(source: Source, wording: tuple[str, ...]) -> list[Span]:
    spans = (Span(*one.span()) for one in phrases_in(source, phrases(tuple(wording))))
    return [one for one in spans if source.block_at(one.start).section not in _ASIDE]


def _names(title: str, words: str) -> bool:
    """Whether the words speak of somebody by the last words of the title."""
    named = frozenset(word.rstrip("s,") for word in words.split())
    return any(
        word.rstrip("s,") in named
        for word in title.lower().replace("/", " ").split()
        if len(word) > 1
    )
