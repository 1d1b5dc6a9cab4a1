"""Facts that a phrase gives away: a table of the lexicon, of phrases by the name under which we know the fact."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.phrases import Found
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["Table", "find_stated"]


class Table:
    """A table of a file of the lexicon: phrases by the name of the fact they state.

    All tables are looked up together; the first look at a text compiles them.
    """

    def __init__(self, file: str, key: str) -> None:
        self.file = file
        self.key = key
        _TABLES.append(self)

    def rows(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield each phrase with the name of its fact, and the lists that it may use."""
        content = lexicon(self.file)
        for name, texts in content[self.key].items():
            for text in texts:
                yield name, text, content.get("lists", {})

    def matches(self, source: Source) -> Iterator[tuple[str, Found]]:
        """Yield every place where a phrase stands, with the name of the fact; remembered by block."""
        remembered = source.remembered("stated")
        if "all" not in remembered:
            remembered["all"] = _merged(each_block(source, "stated", _gone_through))
        yield from remembered["all"].get(self, ())


_TABLES: list[Table] = []


@lru_cache(maxsize=1)
def _together() -> PhraseTable[tuple[Table, str]]:
    made = PhraseTable[tuple[Table, str]]()
    for table in _TABLES:
        for name, text, lists in table.rows():
            made.add(compile_phrase(text, lists), (table, name))
    return made


_Stated = dict[Table, list[tuple[str, re.Match[str]]]]


def _merged(looks: Sequence[tuple[int, _Stated]]) -> dict[Table, list[tuple[str, Found]]]:
    found: dict[Table, list[tuple[str, Found]]] = {}
    for start, stated in looks:
        for table, matches in stated.items():
            moved = ((name, Found(match, start)) for name, match in matches)
            found.setdefault(table, []).extend(moved)
    return found


def _gone_through(source: Source) -> _Stated:
    found: _Stated = {}
    for (table, name), match in _together().matches(source.folded, source.words):
        found.setdefault(table, []).append((name, match))
    return found


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
