"""What the readers share: text that remembers where it came from, gathered piece by piece."""

import re

from casemgr_jd.reading.block import Run

__all__ = ["Draft", "Line"]

_SPACE = re.compile(r"\s+")
# A posting is a page or two: what is longer than this is cut into several blocks (after a sentence, where
# one ends), so that no pattern ever has to look at more.
LONGEST = 4_000


class Line:
    """One line of plain text under construction, with the places its pieces came from."""

    __slots__ = ("links", "runs", "size", "texts")

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.runs: list[Run] = []
        self.links: list[str] = []
        self.size: int = 0

    def add(self, text: str, line: int, column: int) -> None:
        """Append a piece that stands at this line and column; runs of space become one space."""
        if not text:
            return
        if not self._squeeze(text, line, column):
            self._append(text, line, column)

    def _squeeze(self, text: str, line: int, column: int) -> bool:
        """Append piecewise if there is space to squeeze; return whether that was done."""
        if "  " not in text and "\t" not in text and "\u00a0" not in text and not text.isspace():
            return False
        offset = 0
        for match in _SPACE.finditer(text):
            self._append(text[offset : match.start()], line, column + offset)
            self._append(" ", line, column + match.start())
            offset = match.end()
        self._append(text[offset:], line, column + offset)
        return True

    def _append(self, text: str, line: int, column: int) -> None:
        if text[:1] == " " and (not self.size or self.texts[-1].endswith(" ")):
            text, column = text[1:], column + 1
        if not text:
            return
        self.runs.append(Run(self.size, line, column))
        self.texts.append(text)
        self.size += len(text)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.texts)


class Draft:
    """A block as a reader found it, before headings and sections are recognised."""

    __slots__ = ("bold", "header", "kind", "level", "links", "path", "runs", "section", "text")

    def __init__(
        self,
        kind: str,
        line: Line,
        *,
        level: int = 0,
        bold: bool = False,
        header: str = "",
    ) -> None:
        self.kind: str = kind
        self.text: str = line.text.rstrip()
        self.runs: tuple[Run, ...] = tuple(line.runs)
        self.links: tuple[str, ...] = tuple(line.links)
        self.level: int = level
        self.bold: bool = bold
        """Whether all of it is bold: it may be a heading."""
        self.header: str = header
        self.path: str = ""
        self.section: str = ""
        """The kind of section a heading opens, or a block stands in, where the reader knows it."""
