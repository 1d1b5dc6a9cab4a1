"""Facts that a phrase gives away: a table of phrases to the name under which we know the fact."""

import re
from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd.facts.found import Stated
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["Table", "find_stated"]


class Table:
    """Phrases by the name of the fact they state."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        for name, texts in names.items():
            for text in texts:
                _ALL.add(compile_phrase(text), (self, name))

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> "Table":
        """Compile a table of phrases."""
        return cls(names)

    def matches(self, source: Source) -> Iterator[tuple[str, re.Match[str]]]:
        """Yield every place where a phrase stands, with the name of the fact."""
        remembered = vars(source)
        if _KEY not in remembered:
            remembered[_KEY] = _gone_through(source)
        found: dict[Table, list[tuple[str, re.Match[str]]]] = remembered[_KEY]
        yield from found.get(self, ())


def _gone_through(source: Source) -> dict[Table, list[tuple[str, re.Match[str]]]]:
    found: dict[Table, list[tuple[str, re.Match[str]]]] = {}
    for (table, name), match in _ALL.matches(source.folded, source.words):
        found.setdefault(table, []).append((name, match))
    return found


# all tables are looked up together; under this name a source remembers what was found
_ALL = PhraseTable[tuple[Table, str]]()
_KEY = "_stated"


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
