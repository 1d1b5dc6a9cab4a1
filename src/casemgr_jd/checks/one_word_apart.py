"""A name that stands in the text with two words in one place: "Behavioral Health Care" and "Community", "Northeast" and "Northwest".

Small words that differ, "Institute for" and "of", have a rule of their own (two_wordings).
"""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import same_sentence, the_other
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.source import Source, Span

__all__ = ["two_forms"]

# Words in capitals.
_NAME = late(r"[A-Z][a-z][\w'’-]*(?: [A-Z][a-z][\w'’-]*)+")
_WORD = late(r"\S+")
_LONG = 5
"""So many words in capitals are one name, though one of them differs."""

_Words = list[tuple[str, int, int]]
_Key = tuple[str, ...]


def two_forms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the later of two forms of a name that differ in one word between its first and its last."""
    source, told = context.source, set[int]()
    known = dict[_Key, tuple[str, Span]]()
    for start, names in each_block(source, "names of several words", _names):
        for words in names:
            for key, form, first, last in _parts(words, rule):
                span = Span(start + words[first][1], start + words[last][2])
                first_form, before = known.setdefault(key, (form, span))
                differs = form != first_form and start not in told
                if differs and not same_sentence(source, before, span):
                    told.add(start)
                    yield Hit(span, the_other(source, before))


def _names(source: Source) -> list[_Words]:
    found = _NAME.finditer(source.blocks[0].text)
    return [
        [
            (word.group(), name.start() + word.start(), name.start() + word.end())
            for word in _WORD.finditer(name.group())
        ]
        for name in found
    ]


def _parts(words: _Words, rule: Rule) -> Iterator[tuple[_Key, str, int, int]]:
    """Yield each part of a name that tells it, without the word that may differ; that word; and where the part stands."""
    said = [word.lower() for word, _, _ in words]
    for at, word in enumerate(said[:-1]):
        side = word.removesuffix("ern")
        if side in rule.options["sides"]:
            yield ("", said[at + 1]), side, at, at + 1
    for first in range(len(said) - _LONG + 1):
        last = first + _LONG - 1
        for at in range(first + 1, last):
            yield _without(said, first, at, last), said[at], first, last


def _without(words: list[str], first: int, at: int, last: int) -> _Key:
    return (*words[first:at], "", *words[at + 1 : last + 1])
