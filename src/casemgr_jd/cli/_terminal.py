"""Documents in a terminal: plain text, with tables in columns and, where wished, color."""

import os
import sys
from collections.abc import Callable

from casemgr_jd._paint import Paint
from casemgr_jd.cli._columns import columns
from casemgr_jd.cli._streams import cells
from casemgr_jd.model.document import Bullet, Document, Fact, Table
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.plain import PlainTextRenderer, underlined

__all__ = ["TerminalRenderer", "terminal_width"]

_BOLD, _BLANK, _END = "\x01", "\x02", "\x03"
"""Stand around what is colored until it is; no words of a document hold such a character."""
_MOST = 110
"""Cells, beyond which a line is hard to follow."""
_USUAL = 80
_GAP = "  "


def terminal_width() -> int:
    """Return how many cells wide a text may be."""
    is_told = bool(os.environ.get("COLUMNS")) or sys.stdout.isatty()
    return min(cells(), _MOST) if is_told else _USUAL


class TerminalRenderer(PlainTextRenderer):
    """Plain text whose headings and labels are bold, blanks colored and tables in columns.

    Args:
        color: whether to color; without, the words and the columns are the same.
        width: cells of a line.
    """

    name = "terminal"

    def __init__(self, *, color: bool = False, width: int = 80) -> None:
        self.color = color
        self.width = width

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        context = RenderContext(audience=context.audience, width=self.width)
        paint = Paint(self.color)
        made = super().render(document, context)
        for mark, color in ((_BOLD, "bold"), (_BLANK, "blank")):
            first, *rest = made.split(mark)
            parts = [part.partition(_END) for part in rest]
            made = first + "".join(f"{paint(words, color)}{end}" for words, _, end in parts)
        return made

    def blank(self, slot: Slot) -> str:
        return f"{_BLANK}{super().blank(slot)}{_END}"

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        label = f"{_BOLD}{bullet.label}:{_END} " if bullet.label else ""
        return self._wrapped(f"- {label}", bullet.text, "  ")

    def render_fact(self, fact: Fact, level: int) -> str:
        return self._wrapped(f"- {_BOLD}{fact.label}:{_END} ", fact.text, "  ")

    def render_table(self, table: Table, level: int) -> str:
        rows = [table.header, *table.rows]
        slots = [slot for row in rows for cell in row for slot in cell.slots]
        caption = [self._wrapped("", Text.plain(table.caption), "")] if table.caption else []

        def drawn(value: Callable[[str], str]) -> str:
            cells = [[cell.filled(value).translate(_PLAIN) for cell in row] for row in rows]
            head, *body = columns(cells, self.width)
            top = [f"{_BOLD}{_GAP.join(line).rstrip()}{_END}" for line in head]
            rule = _GAP.join("─" * len(one) for one in head[0]) if head else ""
            lines = [_GAP.join(line).rstrip() for row in body for line in row]
            return "\n".join([*top, rule, *lines])

        return "\n\n".join([*caption, self.late(slots, drawn)])

    def _heading(self, title: Text, line: str) -> str:
        def bold(words: str) -> str:
            first, rule = words.split("\n")
            return f"{_BOLD}{first.translate(_PLAIN)}{_END}\n{rule}"

        return self.late(title.slots, lambda value: bold(underlined(title.filled(value), line)))


_PLAIN = dict.fromkeys(map(ord, (_BOLD, _BLANK, _END)))
