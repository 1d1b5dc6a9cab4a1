"""What is checked, as neutral text: ordered blocks that remember where each character came from."""

from bisect import bisect_right
from functools import cached_property

import attrs

from casemgr_jd.checks._fold import fold
from casemgr_jd.checks._words import WordIndex

__all__ = ["Block", "Place", "Run", "Source", "Span"]

#: Kinds of blocks. A table row is one block, its cells joined by " | ".
BLOCK_KINDS = ("heading", "paragraph", "bullet", "row")


@attrs.frozen
class Span:
    """A stretch of ``Source.text``, as offsets (end exclusive)."""

    start: int
    end: int


@attrs.frozen
class Run:
    """From this offset of a block's text on, characters stand in a row at this line and column."""

    offset: int
    line: int
    column: int


@attrs.frozen
class Place:
    """Where a span stands in the original: lines and columns from 1, or a path in a typed posting."""

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    path: str = ""


@attrs.frozen
class Block:
    """A heading, paragraph, bullet or table row: one line of plain text without markup."""

    kind: str
    text: str
    level: int = 0
    """Heading level 1-6, nesting depth of a bullet, else 0."""
    runs: tuple[Run, ...] = ()
    path: str = ""
    """The node in a typed posting, e.g. ``sections[2].blocks[0].bullets[1]``; empty for files."""
    header: str = ""
    """For a table row: the header row of its table."""
    section: str = "unknown"
    """The kind of section it stands in (see ``checks.sections``)."""
    heading: str = ""
    """The heading it stands under."""
    links: tuple[str, ...] = ()
    """Where its links lead."""
    bold: bool = False
    """Whether a heading is one only by being bold."""

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of a character of this block's text."""
        if not self.runs:
            return 0, 0
        index = bisect_right([run.offset for run in self.runs], offset) - 1
        run = self.runs[max(index, 0)]
        return run.line, run.column + offset - run.offset


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
    name: str = ""
    format: str = "text"

    @cached_property
    def text(self) -> str:
        """All blocks as one string, one block per line."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def folded(self) -> str:
        """The text as rules read it (same length): lower case, plain quotes, no hyphens in words."""
        return fold(self.text)

    @cached_property
    def words(self) -> WordIndex:
        """Where each word of the folded text stands."""
        return WordIndex(self.folded)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset in ``text`` at which each block starts."""
        starts, offset = [], 0
        for block in self.blocks:
            starts.append(offset)
            offset += len(block.text) + 1
        return tuple(starts)

    def block_index(self, offset: int) -> int:
        """Return the index of the block that holds this offset of ``text``."""
        return max(bisect_right(self.starts, offset) - 1, 0)

    def block_at(self, offset: int) -> Block:
        """Return the block that holds this offset of ``text``."""
        return self.blocks[self.block_index(offset)]

    def span_of(self, index: int) -> Span:
        """Return the span of one block."""
        start = self.starts[index]
        return Span(start, start + len(self.blocks[index].text))

    def sentence(self, start: int, end: int) -> Span:
        """Return the sentence (within its block) around a span."""
        block = self.span_of(self.block_index(start))
        return Span(
            _sentence_start(self.folded, start, block.start),
            _sentence_end(self.folded, end, block.end),
        )

    def place(self, span: Span) -> Place:
        """Return where a span stands in the original."""
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


def _sentence_start(text: str, offset: int, floor: int) -> int:
    found = max(text.rfind(mark, floor, offset) for mark in (". ", "! ", "? ", "; "))
    return found + 2 if found >= 0 else floor


def _sentence_end(text: str, offset: int, ceiling: int) -> int:
    marks = (text.find(mark, max(offset - 1, 0), ceiling) for mark in (". ", "! ", "? ", "; "))
    found = [mark for mark in marks if mark >= 0]
    return min(found) + 1 if found else ceiling
