"""Wording, looked for in a text by block: all that is known together in one pass, what is new by itself."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from threading import RLock
from typing import Any, Generic, TypeVar

from casemgr_jd.reading.found import Found
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import Phrase
from casemgr_jd.reading.reads import WHOLE
from casemgr_jd.reading.source import Source, forget_blocks

__all__ = [
    "Wording",
    "look_together",
    "looking",
    "phrases_in",
    "some_stand_in",
    "wordings_in",
    "wordings_of",
]

V = TypeVar("V")


class Wording(Generic[V]):
    """Phrases, each with a value. A block is gone through once for all wordings that are known.

    The phrases are read when they are first looked for.
    """

    __slots__ = ("_known", "_read", "_table")

    def __init__(
        self, read: Callable[[], Iterable[tuple[Phrase, V]]], *, later: bool = False
    ) -> None:
        self._read = read
        self._known: tuple[tuple[Phrase, V], ...] | None = None
        self._table: PhraseTable[V] | None = None
        if not later:
            _KNOWN.add(self)

    @property
    def entries(self) -> tuple[tuple[Phrase, V], ...]:
        """The phrases, each with its value."""
        if self._known is None:
            self._known = tuple(self._read())
        return self._known

    def matches(self, source: Source) -> list[tuple[V, Found]]:
        """Return every place where a phrase stands, with its value; not in order."""
        source.notes.add(self)
        known, found = _KNOWN.in_text(source)
        looks = found.get(self, ()) if self in known else self._alone(source)
        return [(value, Found(match, start)) for start, ones in looks for value, match in ones]

    def stands_in(self, source: Source) -> bool:
        """Whether one of the phrases stands in a text."""
        source.notes.add(self)
        known, found = _KNOWN.in_text(source)
        return self in found if self in known else bool(self.matches(source))

    def _alone(self, source: Source) -> "_Looks":
        """Look for these phrases by themselves in a text that was gone through before they were met."""
        _KNOWN.add(self)
        source.notes.add(WHOLE)
        known = source.remembered("wording alone")
        if self not in known:
            table = self._phrases()
            stands = table.may_stand_in(source.words)
            known[self] = ((0, list(table.matches(source.folded, source.words))),) if stands else ()
        looks: _Looks = known[self]
        return looks

    def _phrases(self) -> PhraseTable[V]:
        if self._table is None:
            self._table = PhraseTable()
            for phrase, value in self.entries:
                self._table.add(phrase, value)
        return self._table


def some_stand_in(source: Source, wordings: frozenset[Wording[Any]]) -> bool:
    """Whether a phrase of one of these wordings stands in a text."""
    source.notes.update(wordings)
    known, found = _KNOWN.in_text(source)
    if wordings <= known:
        return not wordings.isdisjoint(found)
    return any(one.stands_in(source) for one in wordings)


def look_together(source: Source) -> None:
    """Go through a text once, for all wordings that were met before it."""
    _KNOWN.in_text(source)


def phrases_in(source: Source, phrases: tuple[Phrase, ...]) -> list[Found]:
    """Return the longest match at each place, in order, for any of these phrases; remembered by block.

    The phrases are known by identity, for hashing a list reads all of it.
    """
    source.notes.add(_wording_of(phrases))
    remembered = source.remembered("phrases")
    found: list[Found] | None = remembered.get(id(phrases))
    if found is None:
        found = _longest(one for _, one in _wording_of(phrases).matches(source))
        remembered[id(phrases)] = found
    return found


def _longest(found: Iterable[Found]) -> list[Found]:
    kept, end = list[Found](), -1
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        if one.start() >= end:
            kept.append(one)
            end = one.end()
    return kept


def _wording_of(phrases: tuple[Phrase, ...]) -> Wording[None]:
    known = _LISTS.get(id(phrases))
    if known is None:
        if len(_LISTS) >= _MOST:
            _LISTS.clear()
            forget_blocks()
        made = Wording[None](lambda: ((phrase, None) for phrase in phrases), later=True)
        known = _LISTS[id(phrases)] = (phrases, made)
    return known[1]


_MOST = 8_192
_MOST_TOGETHER = 512
"""Wordings that are looked for in one pass; some 170 are ours, and rules that are made anew for each check add up."""
#: The lists are held, so that their ids stay their own.
_LISTS: dict[int, tuple[tuple[Phrase, ...], Wording[None]]] = {}

_InBlock = dict[Wording[Any], list[tuple[Any, re.Match[str]]]]
_Looks = Sequence[tuple[int, list[tuple[Any, re.Match[str]]]]]
#: Which wordings were looked for, and what was found of those that stand somewhere.
_InText = tuple[frozenset[Wording[Any]], Mapping[Wording[Any], _Looks]]


class _Known:
    """All wordings met so far. One that is new joins the others with the next text, so that one pass finds all."""

    def __init__(self) -> None:
        self._new: dict[Wording[Any], None] = {}
        self._together: frozenset[Wording[Any]] = frozenset()
        self._table = PhraseTable[tuple[Wording[Any], Any]]()

    def add(self, wording: Wording[Any]) -> None:
        """Let a wording be looked for with the others from the next text on."""
        if wording not in self._together:
            self._new[wording] = None

    def in_text(self, source: Source) -> _InText:
        """Return what stands in a text of the wordings that were known when it was first gone through."""
        remembered = source.remembered("wording")
        if "all" not in remembered:
            with looking() as within_another:
                # What looks at one block of a text must not change what the others are looked at for.
                if self._new and not within_another:
                    self._join()
                remembered["all"] = self._go_through(source)
        found: _InText = remembered["all"]
        return found

    def _go_through(self, source: Source) -> _InText:
        if len(source.blocks) < 2:
            met = _in_block(self._table, source)
            return self._together, {wording: ((0, matches),) for wording, matches in met.items()}
        found: dict[Wording[Any], list[tuple[int, list[tuple[Any, re.Match[str]]]]]] = {}
        for part, start in zip(source.parts, source.starts, strict=True):
            remembered = part.remembered("wording")
            if "all" not in remembered or remembered["all"][0] is not self._together:
                remembered["all"] = self._go_through(part)
            for wording, ((_, matches),) in remembered["all"][1].items():
                found.setdefault(wording, []).append((start, matches))
        return self._together, found

    def _join(self) -> None:
        # Read before anything changes: one that cannot be read, or is broken off, leaves all as it was.
        new = [(wording, wording.entries) for wording in self._new]
        if len(self._together) > _MOST_TOGETHER:
            self._together, self._table = frozenset(), PhraseTable()
            # Each block knows what every earlier table found in it.
            forget_blocks()
        self._together |= self._new.keys()
        for wording, entries in new:
            for phrase, value in entries:
                self._table.add(phrase, (wording, value))
        self._new.clear()


_KNOWN = _Known()


def _in_block(table: PhraseTable[tuple[Wording[Any], Any]], source: Source) -> _InBlock:
    """What one block holds, by wording."""
    found: _InBlock = {}
    for (wording, value), match in table.matches(source.folded, source.words):
        found.setdefault(wording, []).append((value, match))
    source.remembered("wordings met").update(found)
    return found


def wordings_in(block: Source) -> Iterable[Wording[Any]]:
    """Return the wordings that were found in a block, whenever it was looked at."""
    return block.remembered("wordings met")


def wordings_of(source: Source) -> tuple[Set[Wording[Any]], frozenset[Wording[Any]]]:
    """Return the wordings that were found in a text, and those that were looked for."""
    known, found = _KNOWN.in_text(source)
    return found.keys(), known


_LOCK = RLock()


class _State:
    """How many texts are gone through just now, one within the other; read and written under the lock."""

    depth = 0


@contextmanager
def looking(*, within: bool = False) -> Iterator[bool]:
    """Let no other thread go through a text meanwhile; tell whether that is done within a look at another."""
    with _LOCK:
        depth = _State.depth
        _State.depth += within
        try:
            yield depth > 0
        finally:
            _State.depth = depth
