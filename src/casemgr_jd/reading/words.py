"""Where each word of a text stands: the index that lets hundreds of phrases be looked up in one pass."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, KeysView, Sequence

from casemgr_jd.reading.addresses import addresses
from casemgr_jd.reading.reads import Notes

__all__ = ["NUMBER", "STEM", "WordIndex", "word_set"]

#: The word under which all numbers are found.
NUMBER = "#"
#: How many letters of a word tell which prefixes it can have.
STEM = 3
_WORD = re.compile(r"[a-z]+|[0-9]+(?:[.,][0-9]+)*")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line, as a set.

    >>> sorted(word_set("remote hybrid onsite"))
    ['hybrid', 'onsite', 'remote']
    """
    return frozenset(words.split())


def _outside(kept: list[tuple[int, int]], folded: str) -> Iterator[re.Match[str]]:
    """Yield the words outside of these stretches, which are in order."""
    offset = 0
    for start, end in kept:
        yield from _WORD.finditer(folded, offset, start)
        offset = end
    yield from _WORD.finditer(folded, offset)


class WordIndex:
    """The words of a folded text, and the offsets at which each stands (all found in one pass).

    It makes a phrase cheap to look for: only where its first word stands. Addresses of the Web and of
    mail are no wording, and hold no words.

    >>> index = WordIndex.of("plan care. plan visits for 12 patients")
    >>> index.at("plan")
    [0, 11]
    >>> index.any_of(frozenset({"visits", "calls"})), "calls" in index
    (True, False)
    """

    __slots__ = ("_notes", "_numbers", "_places", "_stems", "has_addresses", "vocabulary")

    def __init__(
        self, places: dict[str, list[int]], has_addresses: bool = False, notes: Notes | None = None
    ) -> None:
        self._places = places
        self._notes = notes
        self.has_addresses: bool = has_addresses
        """Whether there are letters in the text that stand in no word of it."""
        self._numbers: list[int] | None = None
        self._stems: dict[str, list[str]] = {}
        self.vocabulary: frozenset[str] = frozenset(places)
        """Every different word (and every different number, as it is written)."""

    @classmethod
    def of(cls, folded: str) -> "WordIndex":
        """Make the index of a folded text."""
        places: dict[str, list[int]] = {}
        kept = addresses(folded)
        for match in _outside(kept, folded) if kept else _WORD.finditer(folded):
            word = match[0]
            if word in places:
                places[word].append(match.start())
            else:
                places[word] = [match.start()]
        return cls(places, bool(kept))

    @classmethod
    def joined(
        cls, parts: "Iterable[tuple[WordIndex, int]]", notes: Notes | None = None
    ) -> "WordIndex":
        """Make the index of a text of those of its parts, each with where the part starts; they are in order.

        What is asked of it is written down in the notes of the text; not what is asked of a stretch of it.
        """
        places: dict[str, list[int]] = {}
        has_addresses = False
        for part, start in parts:
            has_addresses = has_addresses or part.has_addresses
            for word, offsets in part._places.items():
                if word in places:
                    places[word] += [offset + start for offset in offsets]
                else:
                    places[word] = [offset + start for offset in offsets]
        return cls(places, has_addresses, notes)

    def __contains__(self, word: str) -> bool:
        if self._notes is not None:
            self._notes.add(word)
        return word in self._places

    def at(self, word: str) -> Sequence[int]:
        """Return the offsets at which this word stands, in order."""
        if self._notes is not None:
            self._notes.add(word)
        return self._places.get(word, _NOWHERE) if word != NUMBER else self._at(word)

    def _at(self, word: str) -> Sequence[int]:
        if word == NUMBER:
            if self._numbers is None:
                self._numbers = sorted(self._starts_of_numbers())
            return self._numbers
        return self._places.get(word, _NOWHERE)

    def _starts_of_numbers(self) -> Iterator[int]:
        """Yield where numbers start."""
        for word, places in self._places.items():
            if word[0].isdigit():
                yield from places

    def within(self, word: str, start: int, end: int) -> Sequence[int]:
        """Return the offsets between two offsets at which this word stands, in order."""
        places = self._at(word)
        if not places or places[-1] < start or places[0] >= end:
            return _NOWHERE
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def any_of(self, words: frozenset[str]) -> bool:
        """Return whether one of these words stands in the text."""
        if self._notes is not None:
            self._notes.update(words)
        return not self.vocabulary.isdisjoint(words)

    @property
    def repeated(self) -> frozenset[str]:
        """The words that stand in a text more than once, or may: an address and a number can hold one."""
        if self.has_addresses:
            return self.vocabulary
        return frozenset(
            word for word, at in self._places.items() if len(at) > 1 or word[0].isdigit()
        )

    @property
    def stems(self) -> KeysView[str]:
        """The first letters of the words, as many as tell which prefixes a word can have."""
        self._learn_stems()
        return self._stems.keys()

    def _learn_stems(self) -> None:
        if not self._stems:
            for word in self.vocabulary:
                self._stems.setdefault(word[:STEM], []).append(word)

    def starting(self, prefix: str) -> list[str]:
        """Return the words of the text that start with a prefix."""
        if len(prefix) < STEM:
            return [word for word in self.vocabulary if word.startswith(prefix)]
        self._learn_stems()
        return [word for word in self._stems.get(prefix[:STEM], ()) if word.startswith(prefix)]


_NOWHERE: list[int] = []
