"""HTML inside other formats: no page, no title, only the few tags that a job board lets stand."""

import re
from collections.abc import Iterable
from typing import ClassVar

from casemgr_jd._attrs import evolve
from casemgr_jd.model.document import Block, Bullet, Document, Fact, FactList, Section, Table
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._head import WHERE_TO_APPLY
from casemgr_jd.renderers.html import HtmlRenderer

__all__ = ["HeadedHtml", "IndeedHtml", "SafeHtml", "StrongHtml", "Told", "html_of"]


class SafeHtml(HtmlRenderer):
    """The text of a document in ``p``, ``ul`` and ``li`` only; headings are paragraphs of their own.

    >>> from casemgr_jd.model.document import Document, Paragraph, Section
    >>> print(SafeHtml().render(Document("Nurse", [Section("pay", "Pay", [Paragraph("R&D")])])))
    <p>Pay</p>
    <p>R&amp;D</p>
    """

    for_people = False
    heading: ClassVar[tuple[str, str]] = ("<p>", "</p>")
    label: ClassVar[tuple[str, str]] = ("", "")

    def render_document(self, document: Document, level: int) -> str:
        return "\n".join(self.nodes(document.blocks, level + 1))

    def render_section(self, section: Section, level: int) -> str:
        start, end = self.heading
        heading = f"{start}{self.escape(section.title)}{end}"
        return "\n".join([heading, *self.nodes(section.blocks, level + 1)])

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        return f"<li>{self._labeled(bullet.label)}{self.text(bullet.text)}</li>"

    def render_fact_list(self, facts: FactList, level: int) -> str:
        # Where to apply is a field of its own beside the text.
        kept = [one for one in facts.facts if one.text != WHERE_TO_APPLY]
        return "<ul>\n" + "\n".join(self.nodes(kept, level)) + "\n</ul>"

    def render_fact(self, fact: Fact, level: int) -> str:
        return f"<li>{self._labeled(fact.label)}{self.text(fact.text)}</li>"

    def render_table(self, table: Table, level: int) -> str:
        caption = [f"<p>{self.escape(table.caption)}</p>"] if table.caption else []
        rows = [f"<li>{self._row(table.header, row)}</li>" for row in table.rows]
        if not rows:
            rows = [f"<li>{'; '.join(self.text(cell) for cell in table.header)}</li>"]
        return "\n".join([*caption, "<ul>", *rows, "</ul>"])

    def _row(self, header: Iterable[Text], row: Iterable[Text]) -> str:
        return "; ".join(
            f"{self.text(name)}: {self.text(cell)}" for name, cell in zip(header, row, strict=False)
        )

    def _labeled(self, label: str) -> str:
        start, end = self.label
        return f"{start}{self.escape(label)}:{end} " if label else ""

    def link(self, address: str) -> str:
        return self.escape(address)

    def contact(self, words: str) -> str:
        return self.escape(words)

    def blank(self, slot: Slot) -> str:
        return self.escape(slot.blank)


class Told:
    """The text of a posting in one format, made once for all the jobs that a feed makes of it."""

    def __init__(self, renderer: SafeHtml) -> None:
        self._renderer = renderer
        self._last: tuple[Posting, str] | None = None

    def __call__(self, posting: Posting) -> str:
        """Return the text of *posting*."""
        last = self._last
        if last is None or last[0] is not posting:
            self._last = last = (posting, self._renderer.render(posting))
        return last[1]


class StrongHtml(SafeHtml):
    """As ``SafeHtml``, with headings and labels in ``strong``."""

    heading: ClassVar[tuple[str, str]] = ("<p><strong>", "</strong></p>")
    label: ClassVar[tuple[str, str]] = ("<strong>", "</strong>")


class HeadedHtml(SafeHtml):
    """As ``SafeHtml``, with ``h3`` headings and labels in ``strong``: what applicant systems take."""

    heading: ClassVar[tuple[str, str]] = ("<h3>", "</h3>")
    label: ClassVar[tuple[str, str]] = ("<strong>", "</strong>")


_READ_AS_ENTITY = re.compile(r"&(?=[A-Za-z0-9#]|$)")


class IndeedHtml(HeadedHtml):
    """As ``HeadedHtml``, with characters as they are: only what would be read as markup is escaped.

    >>> IndeedHtml().escape('Skills & "R&D" <x>')
    'Skills & "R&amp;D" &lt;x>'
    """

    def escape(self, words: str) -> str:
        return _READ_AS_ENTITY.sub("&amp;", words).replace("<", "&lt;")


def html_of(
    posting: Posting, renderer: HtmlRenderer, blocks: "Iterable[Block] | None" = None
) -> str:
    """Return the text of *posting*, or of some of its *blocks*, as a fragment."""
    return renderer.render(posting if blocks is None else evolve(posting, blocks=blocks))
