"""Facts that a phrase gives away: a table of phrases to the name under which we know the fact."""

import re
from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd.checks._words import NUMBER
from casemgr_jd.checks.found import Stated
from casemgr_jd.checks.phrases import Phrase, compile_phrase
from casemgr_jd.checks.source import Source, Span

__all__ = ["Table", "find_stated"]


class Table:
    """Phrases by the name of the fact they state, and by the words they can start with."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._exact: dict[str, list[tuple[str, Phrase]]] = {}
        self._prefixes: dict[str, list[tuple[str, Phrase]]] = {}
        for name, texts in names.items():
            for text in texts:
                phrase = compile_phrase(text)
                for lead in phrase.leads:
                    table = self._prefixes if lead.endswith("*") else self._exact
                    table.setdefault(lead.removesuffix("*"), []).append((name, phrase))
        self._words = frozenset(self._exact)

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> "Table":
        """Compile a table of phrases."""
        return cls(names)

    def matches(self, source: Source) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every place where a phrase stands, with the name of the fact."""
        words = source.words
        for word in self._words & words.vocabulary:
            yield from self._at(source, word, self._exact[word])
        if NUMBER in self._words:
            yield from self._at(source, NUMBER, self._exact[NUMBER])
        for prefix, entries in self._prefixes.items():
            for word in words.starting(prefix):
                yield from self._at(source, word, entries)

    def _at(
        self, source: Source, word: str, entries: list[tuple[str, Phrase]]
    ) -> Iterator[tuple[str, re.Match[str]]]:
        for offset in source.words.at(word):
            for name, phrase in entries:
                match = phrase.pattern.match(source.folded, offset)
                if match:
                    yield name, match


def find_stated(
    source: Source, table: Table, *, skip: Iterable[str] = ("eeo", "legal")
) -> tuple[Stated, ...]:
    """Return every fact that a phrase of the table states, in order; the longest match at a place counts."""
    skipped, best = frozenset(skip), dict[int, Stated]()
    for name, match in table.matches(source):
        known = best.get(match.start())
        if known is not None and known.span.end >= match.end():
            continue
        if source.block_at(match.start()).section not in skipped:
            best[match.start()] = Stated(name, Span(*match.span()))
    return tuple(best[start] for start in sorted(best))
