"""What is checked, as neutral text: ordered blocks that remember where each character came from."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, Protocol, TypeVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._doors import node
from casemgr_jd._records import NamedTuple
from casemgr_jd._shown import shown
from casemgr_jd.reading.addresses import addresses
from casemgr_jd.reading.block import Block, Place
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.reads import (
    ADDRESSES,
    LINES,
    NOBODY,
    WHOLE,
    Notes,
    in_section,
    of_kind,
    top,
)
from casemgr_jd.reading.words import NUMBER, WordIndex

__all__ = ["Searched", "Source", "Span", "forget_blocks"]

R = TypeVar("R")


class Searched(Protocol):
    """What is looked for in a folded text: a regular expression, or wording of the lexicon."""

    def search(self, text: str, start: int, end: int, /) -> re.Match[str] | None:
        """Return where it first stands."""

    def finditer(self, text: str, start: int, end: int, /) -> Iterator[re.Match[str]]:
        """Yield every place where it stands."""


@node
class Span(NamedTuple):
    """A stretch of ``Source.text``, as offsets (end exclusive)."""

    start: int
    end: int


@attrs.frozen(slots=False)
class Source:
    """The text to check: its blocks in reading order, and the same as one string.

    >>> source = Source((Block("heading", "Case Manager"), Block("paragraph", "Full-time.")))
    >>> source.text
    'Case Manager\\nFull-time.'
    >>> source.folded
    'case manager\\nfull time.'
    """

    blocks: tuple[Block, ...]
    name: str = attrs.field(default="", converter=shown)
    format: str = "text"

    @cached_property
    def text(self) -> str:
        """All blocks as one string, one block per line."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def parts(self) -> "tuple[Source, ...]":
        """Each block by itself, as all texts that hold an equal one share it: with it is kept what is known of it."""
        return tuple(map(_alone, self.blocks)) if len(self.blocks) > 1 else (self,)

    @cached_property
    def folded(self) -> str:
        """The text as rules read it (same length): lower case, plain quotes, no hyphens in words."""
        if len(self.blocks) < 2:
            return fold(self.text)
        return "\n".join(part.folded for part in self.parts)

    @cached_property
    def words(self) -> WordIndex:
        """Where each word of the folded text stands."""
        if len(self.blocks) < 2:
            return WordIndex.of(self.folded)
        return WordIndex.joined(((part.words, start) for part, start in self._placed), self.notes)

    @cached_property
    def notes(self) -> Notes:
        """What is asked of the text is written down here, while somebody wants to know; of a block nobody does."""
        return Notes() if len(self.blocks) > 1 else NOBODY

    @property
    def whole(self) -> "Source":
        """The text, for what goes through all of its blocks, its text or its words, and not only around a place."""
        if len(self.blocks) > 1:
            self.notes.add(WHOLE)
        return self

    def top(self, lines: int) -> tuple[Block, ...]:
        """Return so many blocks from the first on."""
        self.notes.add(top(lines))
        return self.blocks[:lines]

    def in_sections(self, *names: str) -> Iterator[tuple[int, Block]]:
        """Yield the blocks of these kinds of sections, each with its index."""
        self.notes.update(map(in_section, names))
        return ((at, one) for at, one in enumerate(self.blocks) if one.section in names)

    def of_kind(self, kind: str) -> Iterator[tuple[int, Block]]:
        """Yield the blocks of a kind, such as ``heading``, each with its index."""
        self.notes.add(of_kind(kind))
        return ((at, one) for at, one in enumerate(self.blocks) if one.kind == kind)

    @property
    def addresses(self) -> tuple[Span, ...]:
        """Where addresses of the Web and of mail stand, in order."""
        self.notes.add(ADDRESSES)
        return self._addresses

    @cached_property
    def _addresses(self) -> tuple[Span, ...]:
        if len(self.blocks) < 2:
            return tuple(Span(*ends) for ends in addresses(self.folded))
        return tuple(
            Span._make((first + start, last + start))
            for part, start in self._placed
            for first, last in part._addresses
        )

    @property
    def _placed(self) -> "Iterator[tuple[Source, int]]":
        return zip(self.parts, self.starts, strict=True)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in ``text`` at which each block starts."""
        starts, offset = [], 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block.text) + 1
        return tuple(starts)

    def remembered(self, key: str) -> dict[Any, Any]:
        """Return the memory in which a recognizer keeps, under its own key, what it worked out for this text."""
        return self._memory[key]

    def once(self, key: str, work_out: Callable[["Source"], R]) -> R:
        """Return what is worked out for this text under a key, at the first time."""
        known = self._memory["once"]
        if key not in known:
            with self.notes.taken() as reads:
                known[key] = work_out(self), reads
        found, reads = known[key]
        self.notes.update(reads)
        made: R = found
        return made

    @cached_property
    def _memory(self) -> defaultdict[str, dict[Any, Any]]:
        return defaultdict(dict)

    @cached_property
    def _holding(self) -> dict[frozenset[str], tuple[Span, ...]]:
        return {}

    def holding(self, words: frozenset[str]) -> tuple[Span, ...]:
        """Return the spans of the blocks that hold one of these words, in order."""
        if len(self.blocks) < 2:
            return () if self.words.vocabulary.isdisjoint(words) else self._all_of_it
        self.notes.update(words)
        known = self._holding.get(words)
        if known is None:
            at = self.words.at
            hits = {
                self.block_index(offset)
                for word in words & self.words.vocabulary
                for offset in at(word)
            }
            known = tuple(self.span_of(index) for index in sorted(hits))
            self._holding[words] = known
        return known

    @cached_property
    def _all_of_it(self) -> tuple[Span, ...]:
        return (Span(0, len(self.blocks[0].text)),) if self.blocks else ()

    @property
    def holding_numbers(self) -> tuple[Span, ...]:
        """The spans of the blocks that hold a number, in order."""
        self.notes.add(NUMBER)
        return self._holding_numbers

    @cached_property
    def _holding_numbers(self) -> tuple[Span, ...]:
        if len(self.blocks) < 2:
            return self._all_of_it if self.words.at(NUMBER) else ()
        hits = {self.block_index(offset) for offset in self.words.at(NUMBER)}
        return tuple(self.span_of(index) for index in sorted(hits))

    def finditer(self, pattern: Searched, words: frozenset[str]) -> Iterator[re.Match[str]]:
        """Yield every match of a pattern in the folded text of the blocks that hold one of these words.

        A match must hold one of them: so the pattern looks at the few blocks where it can match.
        """
        folded = self.folded
        for span in self.holding(words):
            yield from pattern.finditer(folded, span.start, span.end)

    def block_index(self, offset: int) -> int:
        """Return the index of the block that holds this offset of ``text``."""
        return max(bisect_right(self.starts, offset) - 1, 0) if len(self.blocks) > 1 else 0

    def block_at(self, offset: int) -> Block:
        """Return the block that holds this offset of ``text``."""
        return self.blocks[self.block_index(offset)]

    def span_of(self, index: int) -> Span:
        """Return the span of one block."""
        start = self.starts[index]
        return Span._make((start, start + len(self.blocks[index].text)))

    @cached_property
    def _ends(self) -> list[int]:
        """The offsets of the marks with which sentences end inside a block."""
        ends = [match.start() for match in _END.finditer(self.folded)]
        text = self.text
        others = [match.start() for match in _RUN_ON.finditer(text)]
        if ".m. " in self.folded:
            others += [match.start() for match in _AFTER_AN_HOUR.finditer(text)]
        return sorted({*ends, *others}) if others else ends

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence (within its block) around a span."""
        block = self.span_of(self.block_index(start))
        marks = self._ends
        before = bisect_right(marks, start - 1) - 1
        after = bisect_left(marks, max(end - 1, 0))
        first = marks[before] + 1 if before >= 0 else 0
        first += self.folded.startswith(" ", first)
        first = min(first, start)
        last = marks[after] + 1 if after < len(marks) else block.end
        return Span._make((max(first, block.start), min(last, block.end)))

    @cached_property
    def _found(self) -> dict[tuple[int, int, int], tuple[re.Match[str], ...]]:
        return {}

    def matches(self, pattern: Searched, span: Span) -> tuple[re.Match[str], ...]:
        """Return the matches of a pattern (one that lives on) in a span of the folded text, looked for once."""
        key = (id(pattern), span.start, span.end)
        known = self._found.get(key)
        if known is None:
            known = self._found[key] = tuple(pattern.finditer(self.folded, span.start, span.end))
        return known

    @cached_property
    def _held(self) -> dict[tuple[int, int, int], bool]:
        return {}

    def holds(self, span: Span, pattern: Searched) -> bool:
        """Return whether a pattern (one that lives on) is found in a span of the folded text, looked for once."""
        key = (id(pattern), span.start, span.end)
        known = self._held.get(key)
        if known is None:
            known = pattern.search(self.folded, span.start, span.end) is not None
            self._held[key] = known
        return known

    def place(self, span: Span) -> Place:
        """Return where a span stands in the original."""
        self.notes.add(LINES)
        return self.placed(span)

    def placed(self, span: Span) -> Place:
        """Return the same, for what does not speak of the place: it is placed anew when its block has moved."""
        index = self.block_index(span.start)
        block, start = self.blocks[index], self.starts[index]
        if block.path:
            return Place(path=block.path)
        line, column = block.position(span.start - start)
        last = min(max(span.end - start - 1, 0), max(len(block.text) - 1, 0))
        end_line, end_column = block.position(last)
        return Place(line, column, end_line, end_column + 1)

    def snippet(self, span: Span) -> str:
        """Return the original text of a span."""
        return self.text[span.start : span.end]


# The dot of "8:00 a.m. to 4:30 p.m.", of "e.g." and of "Dr. Ruiz" ends none.
_END = re.compile(
    r"[.!?;] (?<!a\.m\. )(?<!p\.m\. )(?<! e\.g\. )(?<!\(e\.g\. )(?<! i\.e\. )(?<! vs\. )(?<! dr\. )(?<! mr\. )(?<! ms\. )(?<! mrs\. )(?<! st\. )"
)
# But that of an hour does where a sentence starts behind it, and no day of the week.
_AFTER_AN_HOUR = re.compile(
    r"(?<=[APap]\.[Mm])\. (?=[A-Z])(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|[ECMP][SD]?T\b|(?:East|West|Pacif|Cent|Mount))"
)
# A sentence that lost the space behind it: "of the position.Must be able".
_RUN_ON = re.compile(r"(?<=[a-z)])(?<=[a-z][a-z)])[.!?](?=[A-Z][a-z])(?![A-Z][\w-]*[.@/]\w)")
_MOST_BLOCKS = 16_384
_BLOCKS: dict[tuple[object, ...], Source] = {}
_BUT_WHERE_IT_STANDS: Callable[[Block], tuple[object, ...]] = attrgetter(
    *(field.name for field in attrs.fields(Block) if field.name not in ("runs", "path"))
)


def _alone(block: Block) -> Source:
    """Return a block as a text of its own; equal blocks of all texts give the same, wherever they stand."""
    key = _BUT_WHERE_IT_STANDS(block)
    found = _BLOCKS.get(key)
    if found is None:
        if len(_BLOCKS) >= _MOST_BLOCKS:
            _BLOCKS.clear()
        found = _BLOCKS[key] = Source((block,))
    return found


def forget_blocks() -> None:
    """Let go of every block that was seen, and of what is known of it."""
    _BLOCKS.clear()
