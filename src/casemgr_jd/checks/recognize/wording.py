"""Facts that a phrase gives away: a table of phrases to the name under which we know the fact."""

from collections.abc import Iterable, Mapping

import attrs

from casemgr_jd.checks.found import Stated
from casemgr_jd.checks.phrases import Phrase, compile_phrase
from casemgr_jd.checks.source import Source, Span

__all__ = ["Table", "find_stated"]


@attrs.frozen
class Table:
    """Phrases by the name of the fact they state."""

    phrases: tuple[tuple[str, Phrase], ...]

    @classmethod
    def of(cls, names: Mapping[str, Iterable[str]]) -> "Table":
        """Compile a table of phrases."""
        return cls(
            tuple((name, compile_phrase(text)) for name, texts in names.items() for text in texts)
        )


def find_stated(
    source: Source, table: Table, *, skip: Iterable[str] = ("eeo", "legal")
) -> tuple[Stated, ...]:
    """Return every fact that a phrase of the table states, in order; the longest match at a place counts."""
    skipped, best = frozenset(skip), dict[int, Stated]()
    for name, phrase in table.phrases:
        for match in phrase.find(source.folded, source.words):
            known = best.get(match.start())
            if known is not None and known.span.end >= match.end():
                continue
            if source.block_at(match.start()).section not in skipped:
                best[match.start()] = Stated(name, Span(*match.span()))
    return tuple(best[start] for start in sorted(best))
