"""Duties that are not told: a bare noun for an item, and a first duty that hangs on a paragraph."""

from collections.abc import Iterator
from itertools import takewhile

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.tagging import word_of
from casemgr_jd.checks.verb_forms import forms_of_duties, is_a_duty
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["bare_nouns", "hangs_on"]

_LONGEST, _SHOWN, _HALF = 4, 3, 2
_OF_DUTIES = ("responsibilities", "summary")


def bare_nouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first item of the duties that is a noun or two, where half of the items are."""
    if not context.whole:
        raise NotApplicable
    source = context.source
    items = [
        (index, block)
        for index, block in source.of_kind("bullet")
        if block.section in _OF_DUTIES and not _heads_a_group(source, index)
    ]
    bare = [(index, block.text) for index, block in items if _is_bare(block.text)]
    if len(bare) >= int(rule.options["fewest"]) and len(bare) * _HALF >= len(items):
        shown = ", ".join(f'"{text.rstrip(".;,")}"' for _, text in bare[:_SHOWN])
        yield Hit(source.span_of(bare[0][0]), {"shown": shown}, times=len(bare))


def _heads_a_group(source: Source, index: int) -> bool:
    """Whether an item has no other beside it, and lines of text below: it is a numbered heading ("1) Assessment:")."""
    around = source.blocks[max(index - 1, 0) : index] + source.blocks[index + 1 : index + 2]
    below = source.blocks[index + 1 : index + 2]
    alone = all(block.kind != "bullet" for block in around)
    return alone and any(block.kind == "paragraph" for block in below)


def _is_bare(text: str) -> bool:
    words = text.rstrip(".;,").split()
    if not 0 < len(words) <= _LONGEST:
        return False
    first = words[0].lower()
    return first not in forms_of_duties() and not word_of(first).readings & _OF_VERBS


_OF_VERBS = frozenset({"VERB", "VERBS", "ING"})
_FEWEST_BEFORE, _FEWEST_BELOW = 2, 3


def hangs_on(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the last sentence of a paragraph that is a duty, where the lines below it are the others."""
    source = context.source
    for index, block in source.of_kind("paragraph"):
        *before, last = block.text.split(". ")
        if len(before) < _FEWEST_BEFORE or not _are_duties_below(source, index, rule):
            continue
        first = _first_word(last)
        tells = word_list("verb_forms", "subjects").issuperset(map(_first_word, before))
        if tells and is_a_duty(first) and first[:1].isupper():
            end = source.span_of(index).end
            yield Hit(Span(end - len(last), end))


def _first_word(sentence: str) -> str:
    return next(iter(sentence.split(maxsplit=1)), "")


def _are_duties_below(source: Source, index: int, rule: Rule) -> bool:
    near = source.blocks[index + 1 : index + 1 + int(rule.options["below"])]
    below = tuple(takewhile(lambda one: one.kind != "heading", near))
    duties = sum(is_a_duty(_first_word(one.text)) for one in below)
    return len(below) >= _FEWEST_BELOW and duties * _HALF >= len(below)
