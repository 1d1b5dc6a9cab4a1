"""The vocabulary that recognizers share: named lists and frames, written in ``data/lexicon/*.toml``."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from casemgr_jd._lexicon import lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase

__all__ = ["Said", "lexicon", "pattern_of", "phrase_list"]


@lru_cache(maxsize=512)
def phrase_list(name: str, key: str) -> tuple[Phrase, ...]:
    """Return the phrases under a key of a file of the lexicon; they may use the lists of that file."""
    table = lexicon(name)
    lists = table.get("lists", {})
    texts = lists[key] if key in lists else table[key]
    return tuple(compile_phrase(text, lists) for text in texts)


@lru_cache(maxsize=256)
def pattern_of(name: str, *keys: str, table: str = "lists") -> re.Pattern[str]:
    """Return one pattern for all phrases under these keys of a table of a file: where any of them starts a word."""
    content = lexicon(name)
    rows, lists = content.get(table, content), content.get("lists", {})
    body = "|".join(compile_phrase(text, lists).expression for key in keys for text in rows[key])
    return re.compile(rf"(?<![a-z0-9])(?:{body})")


class Said:
    """Wording under a key of a file of the lexicon (table ``said``), looked for as one pattern.

    It is made when it is first looked for, so that what a text does not need costs nothing.
    """

    def __init__(self, file: str, key: str) -> None:
        self._where = (file, key)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """One pattern for all of its phrases, each of which starts and ends with a word."""
        file, key = self._where
        return pattern_of(file, key, table="said")

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return where the first of the phrases stands in a folded text."""
        return self.pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the phrase that a folded text starts with."""
        return self.pattern.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the phrase that is all of a folded text."""
        return self.pattern.fullmatch(text, start, end)

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield every place where one of the phrases stands in a folded text."""
        return self.pattern.finditer(text, start, end)

    def sub(self, new: Callable[[re.Match[str]], str], text: str) -> str:
        """Return a folded text with something else in place of each phrase."""
        return self.pattern.sub(new, text)
