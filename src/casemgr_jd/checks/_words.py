"""Where each word of a text stands: the index that lets hundreds of phrases be looked up in one pass."""

import re
from collections.abc import Iterator

__all__ = ["NUMBER", "WordIndex", "word_set"]

#: The word under which all numbers are found.
NUMBER = "#"
_STEM = 3
_WORD = re.compile(r"[a-z]+|[0-9]+")
_NUMBER = re.compile(r"(?<![\d,.])\d")


def word_set(words: str) -> frozenset[str]:
    """Return the words of a line, as a set.

    >>> sorted(word_set("remote hybrid onsite"))
    ['hybrid', 'onsite', 'remote']
    """
    return frozenset(words.split())


class WordIndex:
    """The words of a folded text, and the offsets at which each stands (found when asked for).

    A word is a run of letters; a number counts under ``"#"``.

    >>> index = WordIndex("an rn and an lpn, 12 patients")
    >>> index.at("an"), index.at("#")
    ((0, 10), (18,))
    >>> "lpn" in index, "pn" in index
    (True, False)
    """

    __slots__ = ("_places", "_stems", "_text", "vocabulary")

    def __init__(self, folded: str) -> None:
        self._text = folded
        self._places: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, list[str]] = {}
        self.vocabulary: frozenset[str] = frozenset(_WORD.findall(folded))
        """Every different word (and every different number, as it is written)."""

    def __contains__(self, word: str) -> bool:
        return word in self.vocabulary

    def at(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which this word stands."""
        known = self._places.get(word)
        if known is None:
            known = tuple(self._find(word)) if word in self.vocabulary or word == NUMBER else ()
            self._places[word] = known
        return known

    def any_of(self, words: frozenset[str]) -> bool:
        """Return whether one of these words stands in the text."""
        return not self.vocabulary.isdisjoint(words)

    def starting(self, prefix: str) -> list[str]:
        """Return the words of the text that start with a prefix."""
        if len(prefix) < _STEM:
            return [word for word in self.vocabulary if word.startswith(prefix)]
        if not self._stems:
            for word in self.vocabulary:
                self._stems.setdefault(word[:_STEM], []).append(word)
        return [word for word in self._stems.get(prefix[:_STEM], ()) if word.startswith(prefix)]

    def _find(self, word: str) -> Iterator[int]:
        if word == NUMBER:
            yield from (match.start() for match in _NUMBER.finditer(self._text))
            return
        text, offset, size = self._text, self._text.find(word), len(word)
        joins = _digits if word[0].isdigit() else _letters
        while offset >= 0:
            end = offset + size
            if (not offset or not joins(text[offset - 1])) and (
                end == len(text) or not joins(text[end])
            ):
                yield offset
            offset = text.find(word, end)


def _letters(char: str) -> bool:
    return "a" <= char <= "z"


def _digits(char: str) -> bool:
    return "0" <= char <= "9"
