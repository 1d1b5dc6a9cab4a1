"""Phrases that are looked for together: a text is gone through once, however many there are."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Generic, TypeVar

from casemgr_jd.reading.phrase_starts import Heads
from casemgr_jd.reading.phrases import Phrase
from casemgr_jd.reading.words import NUMBER, STEM, WordIndex

__all__ = ["PhraseTable", "that_can_start"]

V = TypeVar("V")


class PhraseTable(Generic[V]):
    """Phrases that are looked for together, each with a value.

    A text is gone through once: each of its words is asked which phrases start with it, and the letter that
    follows it leaves few of them to try.

    >>> from casemgr_jd.reading.phrases import compile_phrase
    >>> table = PhraseTable[str]()
    >>> table.add(compile_phrase("plan* care"), "planning")
    >>> text = "you plan visits and plan care"
    >>> [(value, match.span()) for value, match in table.matches(text, WordIndex.of(text))]
    [('planning', (20, 29))]
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[_Entry[V]]] = {}
        self._prefixes: dict[str, list[_Entry[V]]] = {}
        self._sizes: tuple[int, ...] = ()
        """How long the prefixes are, the shortest first."""
        self._known: dict[str, _AtWord[V]] = {}

    def add(self, phrase: Phrase, value: V) -> None:
        """Add a phrase."""
        self._known.clear()
        for lead, following in phrase.starts:
            table = self._prefixes if lead.endswith("*") else self._exact
            table.setdefault(lead.removesuffix("*"), []).append((following, phrase, value))
            if table is self._prefixes and len(lead) - 1 not in self._sizes:
                self._sizes = tuple(sorted((*self._sizes, len(lead) - 1)))

    def matches(self, folded: str, words: WordIndex) -> Iterator[tuple[V, re.Match[str]]]:
        """Yield every place where a phrase stands, with its value."""
        known = self._known
        for word in words.vocabulary:
            at_word = known.get(word) or self._learn(word)
            if not at_word.starts:
                continue
            size, tries = len(word), at_word.tries
            for offset in words.at(word):
                behind = folded[offset + size : offset + size + _BEHIND]
                candidates = tries.get(behind)
                if candidates is None:
                    candidates = at_word.learn(behind)
                for one in candidates:
                    pattern = one.pattern or one.get_ready(words, folded, offset)
                    match = pattern and pattern.match(folded, offset)
                    if match:
                        yield one.value, match

    def may_stand_in(self, words: WordIndex) -> bool:
        """Whether a text holds a word with which a phrase could start; in most texts few phrases could."""
        exact, prefixes = self._exact, self._prefixes
        if not words.vocabulary.isdisjoint(exact) or (NUMBER in exact and words.at(NUMBER)):
            return True
        return any(words.starting(prefix) for prefix in prefixes)

    def _learn(self, word: str) -> "_AtWord[V]":
        """Return what starts with a word; remembered, for texts share most of their words."""
        counts = word[0].isdigit()
        entries = self._exact.get(word, _NOTHING)
        if counts:
            entries = [*entries, *self._exact.get(NUMBER, _NOTHING)]
        for size in self._sizes:
            if size > len(word):
                break
            longer = self._prefixes.get(word[:size])
            if longer:
                entries = [*entries, *longer]
        made = _AtWord(entries, counts) if entries else _STARTS_NOTHING
        if len(self._known) < _MOST_WORDS:
            self._known[word] = made
        return made


class _AtWord(Generic[V]):
    """The phrases that can start with one word."""

    __slots__ = ("_counts", "starts", "tries")

    def __init__(self, entries: "list[_Entry[V]]", counts: bool = False) -> None:
        self.starts = entries
        self._counts = counts
        self.tries: dict[str, tuple[_Try[V], ...]] = {}
        """What to try, by what stands behind the word; learnt as it comes."""

    def learn(self, behind: str) -> "tuple[_Try[V], ...]":
        """Return what to try where this stands behind the word."""
        # A comma may belong to a number: what goes on then goes on behind it.
        anything = self._counts and behind.startswith(",")
        made = tuple(
            _Try(phrase, value)
            for following, phrase, value in self.starts
            if not following or anything or behind.startswith(following)
        )
        if len(self.tries) < _MOST_BEHIND:
            self.tries[behind] = made
        return made


class _Try(Generic[V]):
    """A phrase to try; its pattern is made when the words that it needs stand behind its start."""

    __slots__ = ("pattern", "phrase", "value")

    def __init__(self, phrase: Phrase, value: V) -> None:
        self.pattern: re.Pattern[str] | None = None
        self.phrase, self.value = phrase, value

    def get_ready(self, words: WordIndex, folded: str, offset: int) -> re.Pattern[str] | None:
        """Make the pattern where the phrase may stand among these words, from an offset on."""
        phrase = self.phrase
        if phrase.may_stand_among(words) and phrase.may_start_at(folded, offset):
            self.pattern = phrase.pattern
        return self.pattern


_MOST_WORDS, _MOST_BEHIND = 20_000, 4_000
_BEHIND = 4
_Entry = tuple[Heads, Phrase, V]
_NOTHING: list[Any] = []
_STARTS_NOTHING = _AtWord[Any](_NOTHING)


def that_can_start(phrases: tuple[Phrase, ...], words: WordIndex) -> Iterable[Phrase]:
    """Leave out the phrases of which no leading word stands in the text: most of them, in most texts."""
    known = _LEADS.get(id(phrases))
    if known is None or known.phrases is not phrases:
        if len(_LEADS) >= _MOST_LISTS:
            _LEADS.clear()
        known = _LEADS[id(phrases)] = _Leads(phrases)
    return known.met_by(words)


class _Leads:
    """A list of phrases by what each can start with: a whole word, a prefix, or a number."""

    __slots__ = ("_always", "_by_stem", "_by_word", "_stems", "_words", "phrases")

    def __init__(self, phrases: tuple[Phrase, ...]) -> None:
        self.phrases = phrases
        self._by_word: dict[str, list[int]] = {}
        self._by_stem: dict[str, list[int]] = {}
        self._always: list[int] = []
        for index, phrase in enumerate(phrases):
            for lead, _ in phrase.starts:
                if lead == NUMBER or (lead.endswith("*") and len(lead) <= STEM):
                    self._always.append(index)
                elif lead.endswith("*"):
                    self._by_stem.setdefault(lead[:STEM], []).append(index)
                else:
                    self._by_word.setdefault(lead, []).append(index)
        self._words, self._stems = frozenset(self._by_word), frozenset(self._by_stem)

    def met_by(self, words: WordIndex) -> Iterable[Phrase]:
        """The phrases that can start with a word of a text, in order."""
        starts = words.vocabulary.isdisjoint(self._words)
        goes_on = not self._stems or self._stems.isdisjoint(words.stems)
        if starts and goes_on and not self._always:
            return ()
        chosen = set(self._always)
        for word in self._words & words.vocabulary:
            chosen.update(self._by_word[word])
        for stem in self._stems & words.stems:
            chosen.update(self._by_stem[stem])
        return [self.phrases[index] for index in sorted(chosen)]


_MOST_LISTS = 4_096
#: By identity, for hashing a list reads all of it; the list is held, so that its id stays its own.
_LEADS: dict[int, _Leads] = {}
