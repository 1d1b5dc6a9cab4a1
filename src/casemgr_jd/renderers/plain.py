"""Postings and documents as plain text that reads well in an email.

The lines follow rules that a program can read back: blocks are separated by one blank line; a heading
follows two blank lines (the title is the first line) and is underlined; the heading of a section inside
another is a line that ends in a colon; a line that starts with
``- `` right after a blank line or another item is a list item, whose further lines are indented by two
spaces. A paragraph that would start like an item starts with a dash (–) in its place.
"""

from collections.abc import Iterable

from casemgr_jd.model.document import (
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
)
from casemgr_jd.model.text import SlotRef, Text
from casemgr_jd.renderers._head import employer_and_rest
from casemgr_jd.renderers.base import NodeRenderer

__all__ = ["PlainTextRenderer", "underlined"]

_OUTERMOST = 2
"""The level of the sections that stand in the document itself."""


class PlainTextRenderer(NodeRenderer):
    """Wrapped plain text.

    >>> from casemgr_jd.model.document import Document, Paragraph
    >>> print(PlainTextRenderer().render(Document("Report", [Paragraph("All is well.")])), end="")
    Report
    ======
    <BLANKLINE>
    All is well.
    """

    name = "text"
    media_type = "text/plain"
    suffix = ".txt"
    sections_stand_alone = True

    def render_document(self, document: Document, level: int) -> str:
        title = self._heading(document.title, "=") + self.draft("\n\n")
        employer, blocks = employer_and_rest(document)
        line = [self._wrapped("", one, "") for one in employer]
        parts = [title, *line, *self.nodes(blocks, level + 1)]
        return "\n\n".join(parts) + "\n"

    def render_section(self, section: Section, level: int) -> str:
        parts = [self._section_heading(section.title, level)]
        if section.tip and self.context.for_writer:
            parts.append(self._wrapped("Tip: ", Text.plain(section.tip), ""))
        return "\n\n".join(parts + self.nodes(section.blocks, level + 1))

    def _section_heading(self, title: str, level: int) -> str:
        """Return the heading of a section; that of one inside another leads to what follows."""
        if level > _OUTERMOST:
            return self._wrapped("", Text.plain(f"{title}:"), "")
        return f"\n{self._heading(Text.plain(title), '-')}"

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self._wrapped("", paragraph.text, "")

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return "\n".join(self.nodes(bullets.bullets, level))

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        label = f"{bullet.label}: " if bullet.label else ""
        return self._wrapped(f"- {label}", bullet.text, "  ")

    def render_fact_list(self, facts: FactList, level: int) -> str:
        return "\n".join(self.nodes(facts.facts, level))

    def render_fact(self, fact: Fact, level: int) -> str:
        return self._wrapped(f"- {fact.label}: ", fact.text, "  ")

    def render_table(self, table: Table, level: int) -> str:
        lines = [self._row(table.header, row) for row in table.rows] or [self._header(table.header)]
        caption = [self._wrapped("", Text.plain(table.caption), "")] if table.caption else []
        return "\n\n".join([*caption, "\n".join(lines)])

    def _header(self, header: Iterable[Text]) -> str:
        # A table without rows still says what it would be about.
        parts = [part for name in header for part in ("; ", *name.parts)]
        return self._wrapped("- ", Text(tuple(parts[1:])), "  ")

    def _row(self, header: Iterable[Text], row: Iterable[Text]) -> str:
        parts: list[str | SlotRef] = []
        for name, cell in zip(header, row, strict=False):
            parts += ["; " if parts else "", *name.parts, ": ", *cell.parts]
        return self._wrapped("- ", Text(tuple(parts)), "  ")

    def _heading(self, title: Text, line: str) -> str:
        return self.late(title.slots, lambda value: underlined(title.filled(value), line))

    def _wrapped(self, start: str, text: Text, indent: str) -> str:
        width = self.context.width
        return self.late(text.slots, lambda value: _wrap(start, text.filled(value), indent, width))


def underlined(words: str, line: str) -> str:
    """Return a heading, with a line under it."""
    return f"{words}\n{line * min(len(words), 72)}"


def _wrap(start: str, words: str, indent: str, width: int) -> str:
    """Return *start* and *words* in lines of at most *width* columns; a longer word stands alone."""
    if not start and words.startswith("- "):
        words = f"–{words[1:]}"
    lines: list[str] = []
    current = start.rstrip()
    room = width - len(current)
    pending: list[str] = [current] if current else []
    for word in words.split(" "):
        if len(word) + 1 > room and pending and pending != [start.rstrip()]:
            lines.append(" ".join(pending))
            pending, room = [indent + word], width - len(indent) - len(word)
        else:
            pending.append(word)
            room -= len(word) + 1
    lines.append(" ".join(pending))
    return "\n".join(lines)
