"""Postings and documents as an HTML fragment: semantic, script-free, readable without styles."""

from collections.abc import Callable

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
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._escaping import escape_html
from casemgr_jd.renderers._hooks import as_written
from casemgr_jd.renderers._wrapping import breakable
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.links import linked, words_of
from casemgr_jd.renderers.readers import Notice

__all__ = ["HtmlRenderer"]

_BREAK = "\n"


class HtmlRenderer(NodeRenderer):
    """An ``article`` element with one ``h1`` and no skipped heading level.

    >>> from casemgr_jd.model.document import Document, Paragraph
    >>> print(HtmlRenderer().render(Document("Report", [Paragraph("All is well.")])), end="")
    <article lang="en">
    <h1>Report</h1>
    <p>All is well.</p>
    </article>
    """

    name = "html_fragment"
    media_type = "text/html"
    suffix = ".html"
    sections_stand_alone = True

    def render_document(self, document: Document, level: int) -> str:
        title = f"<h1>{self.text(document.title)}</h1>{self.draft(_BREAK)}"
        parts = [title, *self.nodes(document.blocks, level + 1)]
        body = "\n".join(parts)
        return f'<article lang="{self.escape(document.lang)}">\n{body}\n</article>\n'

    def render_section(self, section: Section, level: int) -> str:
        rank = min(level, 6)
        heading = f"<h{rank}>{self.prose(section.title)}</h{rank}>"
        parts = [f"<details>\n<summary>{heading}</summary>" if section.folded else heading]
        if section.tip and self.context.for_writer:
            parts.append(f'<p class="tip"><strong>Tip:</strong> {self.prose(section.tip)}</p>')
        parts += self.nodes(section.blocks, level + 1)
        body = "\n".join([*parts, "</details>"] if section.folded else parts)
        opening = '<section class="new-page">' if section.page_break else "<section>"
        return f"{opening}\n{body}\n</section>"

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return f"<p>{self.text(paragraph.text)}</p>"

    def render_notice(self, notice: Notice, level: int) -> str:
        return f'<p class="notice" role="note">{self.text(notice.text)}</p>'

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return "<ul>\n" + "\n".join(self.nodes(bullets.bullets, level)) + "\n</ul>"

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        label = f"<strong>{self.prose(bullet.label)}:</strong> " if bullet.label else ""
        return f"<li>{label}{self.text(bullet.text)}</li>"

    def render_fact_list(self, facts: FactList, level: int) -> str:
        return "<dl>\n" + "\n".join(self.nodes(facts.facts, level)) + "\n</dl>"

    def render_fact(self, fact: Fact, level: int) -> str:
        return f"<div><dt>{self.prose(fact.label)}</dt> <dd>{self.text(fact.text)}</dd></div>"

    def render_table(self, table: Table, level: int) -> str:
        caption = f"<caption>{self.prose(table.caption)}</caption>\n" if table.caption else ""
        head = "".join(f'<th scope="col">{self.text(cell)}</th>' for cell in table.header)
        rows = "\n".join(
            "<tr>" + "".join(self.cell(table, at, one) for at, one in enumerate(row)) + "</tr>"
            for row in table.rows
        )
        return (
            f"<table>\n{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
        )

    def cell(self, table: Table, column: int, text: Text) -> str:
        """Return one cell of a row below the header."""
        return f"<td>{self.text(text)}</td>"

    def escape(self, words: str) -> str:
        return escape_html(words)

    def maker(self, slot: Slot) -> Callable[[str], str]:
        made = super().maker(slot)
        # The bare function spares each of a plan's many values one call.
        own = made == self.escape and type(self).escape is _ESCAPE
        return escape_html if own else made

    def link(self, address: str) -> str:
        return f'<a href="{self.escape(address)}">{breakable(words_of(address))}</a>'

    def contact(self, words: str) -> str:
        return "".join(linked(words, self.link, self.escape))

    def blank(self, slot: Slot) -> str:
        return f'<span class="blank">{self.escape(slot.blank)}</span>'


_ESCAPE = as_written(HtmlRenderer.escape)
