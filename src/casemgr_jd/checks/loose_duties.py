"""Duties that are not told: a bare noun for an item, and a first duty that hangs on a paragraph."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.tagging import word_of
from casemgr_jd.checks.verb_forms import forms_of_duties, is_a_duty
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["bare_nouns", "hangs_on"]

_LONGEST, _SHOWN, _HALF = 4, 3, 2
_OF_DUTIES = ("responsibilities", "summary")


def bare_nouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first item of the duties that is a noun or two, where half of the items are."""
    if not context.whole:
        raise NotApplicable
    source = context.source
    items = [one for one in source.of_kind("bullet") if one[1].section in _OF_DUTIES]
    bare = [(index, block.text) for index, block in items if _is_bare(block.text)]
    if len(bare) >= int(rule.options["fewest"]) and len(bare) * _HALF >= len(items):
        shown = ", ".join(f'"{text.rstrip(".;,")}"' for _, text in bare[:_SHOWN])
        yield Hit(source.span_of(bare[0][0]), {"shown": shown}, times=len(bare))


def _is_bare(text: str) -> bool:
    words = text.rstrip(".;,").split()
    if not 0 < len(words) <= _LONGEST:
        return False
    first = words[0].lower()
    return first not in forms_of_duties() and not word_of(first).readings & _OF_VERBS


_OF_VERBS = frozenset({"VERB", "VERBS", "ING"})


_FEWEST_BEFORE = 2


def hangs_on(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the last sentence of a paragraph that is a duty, where the lines below it are the others."""
    source = context.source
    for index, block in source.of_kind("paragraph"):
        ends = [at for at in range(len(block.text) - 1) if block.text[at : at + 2] == ". "]
        if len(ends) < _FEWEST_BEFORE or not _are_duties_below(source, index, rule):
            continue
        start = ends[-1] + len(". ")
        first = block.text[start:].split(maxsplit=1)[0]
        before = {
            block.text[0 if not at else at + 2 :].split(maxsplit=1)[0] for at in (0, *ends[:-1])
        }
        told = {*lexicon("verb_forms")["subjects"]}
        if is_a_duty(first) and first[:1].isupper() and before <= told:
            at = source.starts[index] + start
            yield Hit(Span(at, source.span_of(index).end))


def _are_duties_below(source: Source, index: int, rule: Rule) -> bool:
    below = source.blocks[index + 1 : index + 1 + int(rule.options["below"])]
    starts = (block.text.split(maxsplit=1)[:1] for block in below if block.kind != "heading")
    duties = sum(is_a_duty(word) for words in starts for word in words)
    return len(below) >= _FEWEST_BELOW and duties * _HALF >= len(below)


_FEWEST_BELOW = 3
