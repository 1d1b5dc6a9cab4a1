"""A piece of a document as neutral text, which remembers where each character came from."""

from bisect import bisect_right

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent

__all__ = ["Block", "Place", "Run"]


@attrs.frozen(eq=False)
class Run(ByContent):
    """From this offset of a block's text on, characters stand in a row at this line and column."""

    offset: int
    line: int
    column: int


@attrs.frozen(eq=False)
class Place(ByContent):
    """Where a span stands in the original: lines and columns from 1, or a path in a typed posting."""

    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    path: str = ""


@attrs.frozen(eq=False)
class Block(ByContent):
    """A heading, paragraph, bullet or table row: one line of plain text without markup."""

    kind: str
    """``heading``, ``paragraph``, ``bullet`` or ``row`` (of a table: its cells joined by " | ")."""
    text: str
    level: int = 0
    """Heading level 1-6, nesting depth of a bullet, else 0."""
    runs: tuple[Run, ...] = ()
    path: str = ""
    """The node in a typed posting, e.g. ``sections[2].blocks[0].bullets[1]``; empty for files."""
    header: str = ""
    """For a table row: the header row of its table."""
    section: str = "unknown"
    """The kind of section it stands in (see ``reading.sections``)."""
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
