"""Postings and documents as CommonMark."""

from casemgr_jd._late import late
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
from casemgr_jd.renderers._line_escapes import escape_inline, escape_opening, escape_value
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.links import pieces_of
from casemgr_jd.renderers.readers import Notice

__all__ = ["MarkdownRenderer"]

_APART = "\n\n"

_AFTER_A_NUMBER = (".", ")")

_PLAIN_MAIL = late(r"[A-Za-z0-9.+_-]{1,64}@(?:[A-Za-z0-9-]{1,60}\.)+[A-Za-z]{2,60}")


class MarkdownRenderer(NodeRenderer):
    """CommonMark: headings, real lists, bold labels. Tables are pipe tables, which GitHub reads.

    >>> from casemgr_jd.model.document import Document, Paragraph
    >>> print(MarkdownRenderer().render(Document("Report", [Paragraph("All is well.")])), end="")
    # Report
    <BLANKLINE>
    All is well.
    """

    name = "markdown"
    media_type = "text/markdown"
    suffix = ".md"
    sections_stand_alone = True

    def render_document(self, document: Document, level: int) -> str:
        title = f"# {self.text(document.title)}{self.draft(_APART)}"
        employer, blocks = employer_and_rest(document)
        head = [title, *(f"**{self.text(one)}**" for one in employer)]
        return _APART.join([*head, *self.nodes(blocks, level + 1)]) + "\n"

    def render_section(self, section: Section, level: int) -> str:
        parts = [f"{'#' * min(level, 6)} {self.escape(section.title)}"]
        if section.tip and self.context.for_writer:
            parts.append(f"> *Tip:* {self.escape(section.tip)}")
        return "\n\n".join(parts + self.nodes(section.blocks, level + 1))

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self.text(paragraph.text)

    def render_notice(self, notice: Notice, level: int) -> str:
        return f"> {self.text(notice.text)}"

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return "\n".join(self.nodes(bullets.bullets, level))

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        if bullet.label:
            return f"- **{self.escape(bullet.label)}:** {self.continued(bullet.text)}"
        return f"- {self.text(bullet.text)}"

    def render_fact_list(self, facts: FactList, level: int) -> str:
        return "\n".join(self.nodes(facts.facts, level))

    def render_fact(self, fact: Fact, level: int) -> str:
        return f"- **{self.escape(fact.label)}:** {self.continued(fact.text)}"

    def render_table(self, table: Table, level: int) -> str:
        rows = [table.header, *table.rows]
        lines = [f"| {' | '.join(self.text(cell) for cell in row)} |" for row in rows]
        lines.insert(1, f"|{' --- |' * len(table.header)}")
        caption = [f"**{self.escape(table.caption)}**", ""] if table.caption else []
        return "\n".join(caption + lines)

    def text(self, text: Text) -> str:
        parts = text.parts
        if len(parts) == 1:
            (only,) = parts
            return (
                escape_opening(only) if isinstance(only, str) else "".join([self.value(only.slot)])
            )
        opens = next((at for at, part in enumerate(parts) if isinstance(part, str)), len(parts))
        slots = [part.slot for part in parts[:opens] if isinstance(part, SlotRef)]
        words = parts[opens] if opens < len(parts) else ""
        rest = parts[opens + 1 :]
        return self._opening(slots, str(words)) + (self.continued(Text(rest)) if rest else "")

    def _opening(self, slots: list[str], words: str) -> str:
        """Return what a line starts with: values, if any, and the first words."""
        if not slots:
            return escape_opening(words)
        if not words.startswith(_AFTER_A_NUMBER):
            return "".join(map(self.value, slots)) + escape_inline(words)
        return self.late(slots, lambda value: _after("".join(map(value, slots)), words))

    def continued(self, text: Text) -> str:
        """Return a text that stands behind other words on its line."""
        value = self.value
        return "".join(
            [
                escape_inline(part) if isinstance(part, str) else value(part.slot)
                for part in text.parts
            ]
        )

    def escape(self, words: str) -> str:
        return escape_inline(words)

    def shown(self, words: str) -> str:
        return escape_value(words)

    def link(self, address: str) -> str:
        # An address was checked on entry: it has a scheme, and no space or bracket.
        # Only a plain address of letters that every mail system takes is a link without its scheme.
        mail = address.removeprefix("mailto:")
        return f"<{mail}>" if _PLAIN_MAIL.fullmatch(mail) else f"<{address}>"

    def contact(self, words: str) -> str:
        shown = ""
        for piece, target in pieces_of(words):
            escape = escape_inline if shown else escape_value
            shown += self.link(target) if target else escape(piece)
        return shown


def _after(values: str, words: str) -> str:
    """Return values and the words behind them; a number does not become that of a list."""
    numbers = not values or values.isdigit()
    return values + (escape_opening(words) if numbers else escape_inline(words))
