"""Reading Markdown and plain text: lines into headings, paragraphs, bullets and table rows."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from casemgr_jd.reading.draft import LONGEST, Draft, Line
from casemgr_jd.reading.hidden import front_matter, link_definitions, without_comments
from casemgr_jd.reading.inline import add_inline, is_bold

__all__ = ["read_lines"]

_BULLET = re.compile(r"([-*+•·◦▪●○■□–—►➤✓✔]|o(?=\s)|\(?\d{1,2}[.)]|[a-z][.)])[ \t]+(?=\S)")
_SYMBOL_BULLET = re.compile(r"[•·◦▪●■►➤✓✔](?=\S)")
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULE = re.compile(r"[-=_*~#. \t]{3,}")
_UNDERLINE = re.compile(r"(=+|-{2,}|~{3,})\s*")
_LABEL = re.compile(r"[*_]{0,2}[A-Z$][\w$ /&().'’-]{1,40}[*_]{0,2}:[*_]{0,2}(?:\s|$)")
_TABLE_RULE = re.compile(r"[|:\s-]{3,}")
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", re.IGNORECASE)


def read_lines(text: str) -> Iterator[Draft]:
    """Yield the blocks of a text. Plain text is read as Markdown with little of it, for many a .txt holds some."""
    lines = without_comments(text).split("\n")
    front = front_matter(lines)
    references, definitions = link_definitions(lines)
    reader = _Reader(_wrap_width(lines), references)
    if front.title and not any(line.startswith("# ") for line in lines):
        yield reader.heading(front.title, front.title_line, front.title_column)
    for number, raw in enumerate(lines, 1):
        if number > front.lines and number not in definitions:
            yield from reader.take(raw, number)
    yield from reader.close()


def _wrap_width(lines: list[str]) -> int:
    """Return how wide the lines of a text are that surely go on in the next line; 0 if there are none."""
    widths = sorted(
        len(line.rstrip())
        for line, following in pairwise(lines)
        if following.lstrip()[:1].islower() and len(line) > 30
    )
    return widths[len(widths) // 2] if widths else 0


class _Reader:
    """Lines of one paragraph, bullet or table, until it is complete."""

    def __init__(self, width: int, references: frozenset[str]) -> None:
        self.width = width
        self.references = references
        self.kind = ""
        self.indent = 0
        self.level = 0
        self.lines: list[tuple[str, int, int]] = []
        self.header = ""
        self.hard_break = False

    def take(self, raw: str, number: int) -> Iterator[Draft]:
        """Take one line, yielding the blocks it completes."""
        text = raw.strip()
        if not text or text.startswith(("```", "~~~")):
            yield from self.close()
            self.header = ""
        else:
            yield from self._take_text(raw, text, number)
            self.hard_break = raw.endswith(("  ", "\\"))

    def heading(self, title: str, number: int, column: int) -> Draft:
        """Return a heading of the first level that no line of the page gives."""
        return self._draft("heading", [(title, number, column)], level=1)

    def close(self) -> Iterator[Draft]:
        """Yield the block in hand, if there is one."""
        if self.lines:
            yield self._finished()
        self.kind, self.lines = "", []

    def _take_text(self, raw: str, text: str, number: int) -> Iterator[Draft]:
        column = len(raw) - len(raw.lstrip()) + 1
        if text.startswith(">"):
            rest = text.lstrip("> \t")
            column += len(text) - len(rest)
            text = rest
            if _ALERT.fullmatch(text):
                yield from self.close()
                return
        heading = _HEADING.match(text) if text.startswith("#") else None
        if heading is None and (text.startswith("|") or text.count("|") > 1):
            yield from self._row(text, number, column)
            return
        self.header = ""
        if heading:
            yield from self.close()
            title, level = text[heading.end() :].rstrip("# "), len(heading[1])
            yield self._draft("heading", [(title, number, column + heading.end())], level=level)
        elif _RULE.fullmatch(text):
            yield from self._rule(text)
        else:
            yield from self._bullet_or_line(raw, text, number, column)

    def _rule(self, text: str) -> Iterator[Draft]:
        """A line of dashes: under a short line it makes that line a heading, else it parts blocks."""
        if self.kind == "paragraph" and len(self.lines) == 1 and _UNDERLINE.fullmatch(text):
            lines, self.lines = self.lines, []
            yield self._draft("heading", lines, level=1 if text[0] == "=" else 2)
        elif self.kind == "paragraph" and set(text) == {"_"}:
            self.lines.append((text, self.lines[-1][1] + 1, 1))
            return
        yield from self.close()

    def _row(self, text: str, number: int, column: int) -> Iterator[Draft]:
        if _TABLE_RULE.fullmatch(text):
            if self.kind == "row" and not self.header:
                self.header = _cells(self.lines[-1][0])
                if self.header.count(" | ") == 1 and len(self.header) > _LABELS:
                    yield self._row_draft(*self.lines[0])  # a fact that stands where labels would
                self.lines = []  # the header is known to its rows; it is no row itself
            return
        heads = self.kind == "row" and not self.header and _heads_pay(self.lines[-1][0], text)
        header = _cells(self.lines[-1][0]) if heads else self.header
        yield from self.close()
        self.kind, self.lines, self.header = "row", [(text, number, column)], header

    def _bullet_or_line(self, raw: str, text: str, number: int, column: int) -> Iterator[Draft]:
        bullet = _BULLET.match(text) or _SYMBOL_BULLET.match(text)
        if bullet:
            yield from self.close()
            self.kind, self.indent = "bullet", column
            self.level = 1 + (column - 1) // 2
            self.lines = [(text[bullet.end() :], number, column + bullet.end())]
            return
        if (
            (self.kind == "bullet" and column <= self.indent and not self._continues(raw))
            or self.kind == "row"
            or (self.kind == "paragraph" and self._starts_anew(text))
        ):
            yield from self.close()
        if not self.kind:
            self.kind, self.level = "paragraph", 0
        self.lines.append((text, number, column))

    def _continues(self, raw: str) -> bool:
        """Whether an unindented line goes on with the bullet above it, as a wrapped line would."""
        return raw[:1].islower()

    def _starts_anew(self, text: str) -> bool:
        """Whether a line starts a block of its own although no empty line stands before it."""
        before = self.lines[-1][0]
        if len(self.lines) == 1 and _is_in_capitals(before) and not text.isupper():
            return True
        if len(self.lines) == 1 and before.istitle() and _ADDRESS.match(text):
            return True
        if _LABEL.match(text) or (
            len(self.lines) == 1 and _LABEL.match(before) and len(before) < 60
        ):
            return True
        if is_bold(text) or (len(self.lines) == 1 and is_bold(before)):
            return True
        if self.hard_break or before.endswith(("<br>", "<br/>", ":")):
            return True
        if text[:1].islower() or before.endswith((",", " and", " or", " the", " of")):
            return False
        # a line that had room for the next word was ended on purpose
        return len(before) + len(text.split(" ", 1)[0]) < max(self.width - 8, 45) or not self.width

    def _finished(self) -> Draft:
        if self.kind == "row":
            return self._row_draft(*self.lines[0])
        return self._draft(self.kind, self.lines, level=self.level if self.kind == "bullet" else 0)

    def _draft(self, kind: str, lines: list[tuple[str, int, int]], *, level: int = 0) -> Draft:
        short = sum(len(text) for text, _, _ in lines) <= LONGEST
        line = (_seen if short else _seen.__wrapped__)(tuple(lines), self.references)
        bold = len(lines) == 1 and is_bold(lines[0][0])
        return Draft(kind, line, level=level, bold=bold)

    def _row_draft(self, text: str, number: int, column: int) -> Draft:
        line, offset = Line(), 0
        for index, cell in enumerate(text.strip("|").split("|")):
            start = text.index(cell, offset) if cell else offset
            offset = start + len(cell)
            if index:
                line.add(" | ", number, column + start)
            bare = cell.strip()
            lead = len(cell) - len(cell.lstrip())
            add_inline(line, bare, number, column + start + lead, self.references)
        return Draft("row", line, header=self.header)


@lru_cache(maxsize=4096)
def _seen(lines: tuple[tuple[str, int, int], ...], references: frozenset[str]) -> Line:
    """What a reader sees of the lines of a block; remembered, for siblings share most of their blocks."""
    line = Line()
    for index, (text, number, column) in enumerate(lines):
        if index:
            line.add(" ", number, max(column - 1, 1))
        add_inline(line, text.rstrip("\\"), number, column, references)
    return line


_PAY_COLUMN = re.compile(r"\|.*\b(?:pay|salary|wage|rate|range|per hour|hourly)\b", re.IGNORECASE)


def _heads_pay(row: str, following: str) -> bool:
    """Whether a row without figures is the header of a table of pay, over rows that hold them."""
    figures = any(map(str.isdigit, row))
    return not figures and "$" in following and bool(_PAY_COLUMN.search(row.strip("| ")))


# "Apply", and under it "careers@lakeside.example by May 1" or "lakeside.example/jobs"
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w|(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/|\s)")


def _is_in_capitals(line: str) -> bool:
    """Whether a line is a heading by its capitals, such as "HOW TO APPLY"."""
    return (
        line.isupper() and len(line) > _SHORT and not line.endswith((",", "AND", "OR", "THE", "OF"))
    )


_SHORT = 4
_LABELS = 30


def _cells(text: str) -> str:
    return " | ".join(cell.strip() for cell in text.strip("|").split("|"))
