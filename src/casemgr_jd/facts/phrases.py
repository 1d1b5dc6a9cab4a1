"""Lists of phrases, looked for in a text by block: the lists known so far together, a new one by itself."""

import re
from collections.abc import Iterable
from threading import RLock

from casemgr_jd.facts.by_block import each_block, forget
from casemgr_jd.reading.phrase_table import PhraseTable, find_phrases
from casemgr_jd.reading.phrases import Phrase
from casemgr_jd.reading.source import Source

__all__ = ["Found", "phrases_in"]


class Found:
    """Where a phrase stands in a text, and what its named parts hold: a match in a block, seen from the whole."""

    __slots__ = ("_end", "_match", "_start")

    def __init__(self, match: re.Match[str], offset: int) -> None:
        self._match = match
        self._start, self._end = match.start() + offset, match.end() + offset

    def start(self) -> int:
        """Where it starts."""
        return self._start

    def end(self) -> int:
        """Where it ends."""
        return self._end

    def span(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self._start, self._end

    def group(self) -> str:
        """The words, folded."""
        return self._match.group()

    def groupdict(self) -> dict[str, str | None]:
        """What the named parts of the phrase hold."""
        return self._match.groupdict()


def phrases_in(source: Source, phrases: tuple[Phrase, ...]) -> list[Found]:
    """Return the longest match at each place, in order, for any of these phrases; remembered by block.

    The phrases are known by identity, for hashing a list reads all of it.
    """
    remembered = source.remembered("phrases")
    if "together" not in remembered:
        remembered["together"] = _KNOWN.together_in(source)
    held, found = remembered["together"]
    if id(phrases) in held:
        known: list[Found] = found.get(id(phrases), [])
        return known
    looks = each_block(
        source, _KNOWN.alone(phrases), lambda one: find_phrases(phrases, one.folded, one.words)
    )
    return [Found(match, start) for start, matches in looks for match in matches]


_Matches = dict[int, list[re.Match[str]]]


class _Lists:
    """The lists of phrases met so far.

    A list that is new is looked for by itself; with the next text it joins the others, which one pass finds.
    """

    def __init__(self) -> None:
        self._together: dict[int, tuple[Phrase, ...]] = {}
        self._alone: dict[int, tuple[tuple[Phrase, ...], object]] = {}
        self._table = PhraseTable[int]()
        self._key = object()
        self._lock = RLock()

    def alone(self, phrases: tuple[Phrase, ...]) -> object:
        """Return the key under which blocks remember what they hold of a new list."""
        with self._lock:
            if id(phrases) not in self._alone:
                self._alone[id(phrases)] = (phrases, object())
            return self._alone[id(phrases)][1]

    def together_in(self, source: Source) -> tuple[frozenset[int], dict[int, list[Found]]]:
        """Return which lists were looked for together, and what was found of each in a text."""
        with self._lock:
            if self._alone:
                self._join()
            held, table, key = frozenset(self._together), self._table, self._key
        found: dict[int, list[Found]] = {}
        for start, matches in each_block(source, key, lambda one: _in_block(table, one)):
            for number, in_block in matches.items():
                found.setdefault(number, []).extend(Found(match, start) for match in in_block)
        return held, found

    def _join(self) -> None:
        if len(self._together) > _MOST_LISTS:
            self._together.clear()
        for number, (phrases, key) in self._alone.items():
            self._together[number] = phrases
            forget(key)
        self._alone.clear()
        forget(self._key)
        self._key, self._table = object(), PhraseTable[int]()
        for number, phrases in self._together.items():
            for phrase in phrases:
                self._table.add(phrase, number)


_MOST_LISTS = 4_096
_KNOWN = _Lists()


def _in_block(table: PhraseTable[int], source: Source) -> _Matches:
    """What one block holds, by list: the longest match at each place, none overlapping another."""
    matches: _Matches = {}
    for number, match in table.matches(source.folded, source.words):
        matches.setdefault(number, []).append(match)
    return {number: _longest(found) for number, found in matches.items()}


def _longest(found: Iterable[re.Match[str]]) -> list[re.Match[str]]:
    kept, end = list[re.Match[str]](), -1
    for match in sorted(found, key=lambda one: (one.start(), -one.end())):
        if match.start() >= end:
            kept.append(match)
            end = match.end()
    return kept
