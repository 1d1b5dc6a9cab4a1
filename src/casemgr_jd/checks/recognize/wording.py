"""Facts that a phrase gives away: a table of phrases to the name under which we know the fact."""

import re
from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd.checks.found import Stated
from casemgr_jd.checks.phrases import PhraseTable, compile_phrase
from casemgr_jd.checks.source import Source, Span

__all__ = ["Table", "find_stated"]


class Table:
    """Phrases by the name of the fact they state."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._table = PhraseTable[str]()
        for name, texts in names.items():
            for text in texts:
                self._table.add(compile_phrase(text), name)

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> "Table":
        """Compile a table of phrases."""
        return cls(names)

    def matches(self, source: Source) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every place where a phrase stands, with the name of the fact."""
        return self._table.matches(source.folded, source.words)


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
