"""Facts that a phrase gives away: a table of the lexicon, of phrases by the name under which we know the fact."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.phrases import Wording
from casemgr_jd.facts.where import Where, with_wordings
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["Table", "find_stated", "stating"]


class Table(Wording[str]):
    """A table of a file of the lexicon: phrases by the name of the fact they state."""

    __slots__ = ("file", "key")

    def __init__(self, file: str, key: str) -> None:
        self.file: str = file
        self.key: str = key
        super().__init__(self._rows)

    def _rows(self) -> Iterator[tuple[Phrase, str]]:
        """Yield each phrase with the name of its fact."""
        content = lexicon(self.file)
        for name, texts in content[self.key].items():
            for text in texts:
                yield compile_phrase(text, content.get("lists", {})), name


def stating(*tables: Wording[str]) -> Where:
    """The blocks in which a phrase of one of these tables stands."""
    return with_wordings(frozenset(tables))


def find_stated(
    source: Source, table: Table, *, skip: Iterable[str] = ("eeo", "legal")
) -> tuple[Stated, ...]:
    """Return every fact that a phrase of the table states, in order; the longest match at a place counts.

    What overlaps a phrase of the row ``ignored`` is something else, and left out.
    """
    skipped, best, ignored = frozenset(skip), dict[int, Stated](), list[Span]()
    for name, match in table.matches(source):
        if name == "ignored":
            ignored.append(Span(*match.span()))
            continue
        known = best.get(match.start())
        if known is not None and known.span.end >= match.end():
            continue
        if source.block_at(match.start()).section not in skipped:
            best[match.start()] = Stated(name, Span(*match.span()))
    ignored.sort(key=lambda span: (span.start, span.end))
    return tuple(best[start] for start in sorted(best) if not _inside(best[start].span, ignored))


def _inside(span: Span, ignored: list[Span]) -> bool:
    """Whether a span overlaps one of these; they are in order, and few of them overlap each other."""
    at = bisect_left(ignored, span.end, key=_start)
    return any(one.end > span.start for one in ignored[max(at - _NEAR, 0) : at])


_NEAR = 8


def _start(span: Span) -> int:
    return span.start
