"""Brackets that nothing closes, or that a bracket of another kind closes."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import with_signs
from casemgr_jd.reading.source import Source, Span

__all__ = ["brackets_open"]

_WORDS = late(r"[(\[](?:[\w$'’,-]+ ?){1,4}")
_MARK = late(r"[()\[\]]")
# "a) visit, 2) call": what numbers a list is no bracket
_NUMBERS_A_LIST = late(r"(?<![\w(\[])\w\)")
_CLOSED_BY = {"(": ")", "[": "]"}


def brackets_open(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words behind each bracket that is not closed in its line or the next, or not by its own kind."""
    source = context.source
    looks = each_block(source, "brackets open", _wrong, with_signs("(["))
    for start, one in ((start, one) for start, found in looks for one in found):
        if one.closed_by_another or not _goes_on(source, source.block_index(start)):
            yield Hit(Span(start + one.first, start + one.last))


def _goes_on(source: Source, index: int) -> bool:
    """Whether the next block closes what this one opened."""
    behind = source.blocks[index + 1].text if index + 1 < len(source.blocks) else ""
    return ")" in behind.partition("(")[0]


class _Wrong:
    """The first words in a bracket that is not closed as it should be."""

    __slots__ = ("closed_by_another", "first", "last")

    def __init__(self, first: int, last: int, closed_by_another: bool) -> None:
        self.first, self.last = first, last
        self.closed_by_another = closed_by_another


def _wrong(source: Source) -> list[_Wrong]:
    """Each bracket of a block that closes with another kind, and the last round one that nothing closes."""
    text, opened, found = source.whole.text, list[int](), list[_Wrong]()
    numbers = {match.end() - 1 for match in _NUMBERS_A_LIST.finditer(text)}
    for mark in _MARK.finditer(text):
        if mark.group() in _CLOSED_BY:
            opened.append(mark.start())
        elif opened:
            due = _CLOSED_BY[text[opened[-1]]]
            if mark.group() != due and mark.start() in numbers:
                continue
            first = opened.pop()
            if mark.group() != due and not _closes_within(text, first, due):
                found += _words_at(text, first, True)
    left = [first for first in opened if text[first] == "("]
    return found + (_words_at(text, left[-1], False) if left else [])


def _closes_within(text: str, first: int, mark: str) -> bool:
    """Whether the mark that is due comes a little later: then the two were only crossed."""
    return mark in text[first : first + _FAR]


_FAR = 400


def _words_at(text: str, first: int, closed_by_another: bool) -> list[_Wrong]:
    words = _WORDS.match(text, first)
    if words is None:
        return []
    return [_Wrong(first, first + len(words.group().rstrip()), closed_by_another)]
