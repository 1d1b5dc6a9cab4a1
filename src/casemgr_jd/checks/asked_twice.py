"""One skill that is asked for in two places, so that a reader cannot tell whether two things are meant."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.phrases import Wording
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Span

__all__ = ["asked_twice"]

_ASKED_IN = frozenset({"required", "preferred", "qualifications", "skills", "unknown", "summary"})


def _rows() -> Iterator[tuple[Phrase, str]]:
    for name, texts in lexicon("repetition")["skills"].items():
        for text in texts:
            yield compile_phrase(text), name


_SKILLS = Wording(_rows)


def _in_another_item(between: str) -> bool:
    """Whether what stands between two asks of one line parts its items: a row that lost its lines."""
    return any(mark in between for mark in (";", "•", ". "))


def asked_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first skill that stands in a second line, with where it stood before and how many more there are."""
    source, first = context.source, dict[str, Span]()
    again = dict[str, Span]()
    for name, match in sorted(_SKILLS.matches(source), key=lambda one: one[1].start()):
        span = Span(*match.span())
        block = source.block_at(span.start)
        if block.kind == "heading" or block.section not in _ASKED_IN:
            continue
        before = first.setdefault(name, span)
        apart = source.block_index(before.start) != source.block_index(span.start)
        if apart or _in_another_item(source.text[before.end : span.start]):
            again.setdefault(name, span)
    if again:
        name, span = min(again.items(), key=lambda one: one[1].start)
        fields = the_other(source, first[name])
        yield Hit(span, fields, times=len(again))
