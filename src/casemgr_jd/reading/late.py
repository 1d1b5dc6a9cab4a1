"""Patterns that are made late: when a text is looked at that may hold what they find."""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from casemgr_jd.reading.phrases import Phrase
from casemgr_jd.reading.words import NUMBER

__all__ = ["LatePattern"]

ReadPhrases = Callable[[], Iterable[Phrase]]


class LatePattern:
    """A pattern that finds phrases, and is made with the first text in which one of them may stand.

    To make a long one takes longer than to look a posting through with it, and most find nothing.

    >>> from casemgr_jd.reading.phrases import compile_phrase
    >>> late = LatePattern(lambda: [compile_phrase("plan* care")], "(?<![a-z])(?:{phrases})")
    >>> late.search("we plan visits"), "pattern" in vars(late)
    (None, False)
    >>> late.search("planning care").group(), "pattern" in vars(late)
    ('planning care', True)
    """

    def __init__(self, read: ReadPhrases, written: str, **others: ReadPhrases) -> None:
        self._read = read
        self._written = written
        self._others = others
        self._asked = 0

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases, of which one stands in every match."""
        return tuple(self._read())

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, with the phrases where ``{phrases}`` stands in it, and others by their names."""
        written = self._written
        for name, read in {"phrases": lambda: self.phrases, **self._others}.items():
            body = "|".join(phrase.expression for phrase in read())
            written = written.replace(f"{{{name}}}", body)
        return re.compile(written)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in a folded text."""
        return (
            self.pattern.search(text, start, end) if self._may_stand_in(text, start, end) else None
        )

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that a folded text starts with."""
        return (
            self.pattern.match(text, start, end) if self._may_stand_in(text, start, end) else None
        )

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match that is all of a folded text."""
        return (
            self.pattern.fullmatch(text, start, end)
            if self._may_stand_in(text, start, end)
            else None
        )

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield every match in a folded text."""
        return (
            self.pattern.finditer(text, start, end)
            if self._may_stand_in(text, start, end)
            else iter(())
        )

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return a folded text with something else in place of each match."""
        return self.pattern.sub(new, text) if self._may_stand_in(text) else text

    def _may_stand_in(self, text: str, start: int = 0, end: int = sys.maxsize) -> bool:
        """Whether a stretch of a text holds the words of a phrase, in any order.

        Not asked once the pattern is there; and who has asked so often would have done better to make it.
        """
        self._asked += 1
        if "pattern" in self.__dict__ or self._asked > _MOST_ASKED:
            return True
        if start or end < len(text):
            text = text[start:end]
        return any(
            lead in text and all(any(map(text.__contains__, words)) for words in needs)
            for lead, needs in self._needed
        )

    @cached_property
    def _needed(self) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
        return tuple(
            ("" if lead == NUMBER else lead.removesuffix("*"), phrase.needs)
            for phrase in self.phrases
            for lead, _ in phrase.starts
        )


_MOST_ASKED = 200
