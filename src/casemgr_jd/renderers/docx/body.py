"""The body of a Word document: the hooks that write its paragraphs and tables."""

import re
from collections.abc import Iterable
from itertools import pairwise

from casemgr_jd.model.document import (
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
    texts,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._head import head_of
from casemgr_jd.renderers._nodes import Node
from casemgr_jd.renderers._wrapping import tied, with_whole_end
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.docx import markup
from casemgr_jd.renderers.docx.container import TEXT_WIDTH
from casemgr_jd.renderers.docx.controls import control
from casemgr_jd.renderers.links import linked, words_of
from casemgr_jd.renderers.readers import Notice

__all__ = ["BodyRenderer"]

_LABELS = 2500
"""Width of the labels of facts, in twentieths of a point."""
_LETTER, _PADDING = 125, 240
"""Width of a letter in bold, and of what is left free in a cell; in twentieths of a point."""
_MOST_WEIGHT = 60
"""Letters, beyond which a longer text makes its column no wider."""
_MOST_LETTERS = 20
"""Letters of a word that a column holds at least; a longer one, such as an address, may break."""
_SLOT_WORDS = "a value of some"
"""As wide as what a value is expected to be."""
_IN_A_SECTION_OF_ONE = 3
"""Level of the blocks of a section; those of a section in it are deeper."""
_GLANCE = "At a glance"
_SMALL = 1200
"""Letters of a section in another one, up to which it stays on one page."""
_FEW = 4
"""Bullets, below which a list stays on one page."""
_BULLET = '<w:pStyle w:val="ListBullet"/>'
_BARE = re.compile("<w:p>(?!<w:pPr>)")
_SHAPED = "<w:p><w:pPr></w:pPr>"
_UNKEPT = re.compile(r'(<w:pPr>(?:<w:pStyle w:val="[^"]*"/>)?+)(?!<w:keepNext/>)')
"""Where the properties of a paragraph say that the next one stays with it, if they do not yet."""
_TO_WRITE_ON = re.compile("…{6,}")
_RULED = re.compile(r"(?:…{6,}\s*)+")
_RULE = (
    '<w:pBdr><w:bottom w:val="dotted" w:sz="6" w:space="1" w:color="7F7F7F"/>'
    '<w:between w:val="dotted" w:sz="6" w:space="1" w:color="7F7F7F"/></w:pBdr>'
)
"""Without the second border, paragraphs with the same one would have it once, below the last of them."""
_LINKED = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
"""Addresses that may be followed from a document; any other is shown and no more."""


class BodyRenderer(NodeRenderer):
    """The body as WordprocessingML: built-in headings and lists, tables with headers, blanks as controls.

    A hook returns blocks (``w:p`` or ``w:tbl``), which ``self.paragraph(style, words)`` writes; words (of
    ``text``, ``value``, ``escape`` and ``strong``) stand inside an open run.

    >>> from casemgr_jd.model.document import Paragraph
    >>> print(BodyRenderer().node(Paragraph("All is well."), 1))
    <w:p><w:r><w:t xml:space="preserve">All is well.</w:t></w:r></w:p>
    """

    name = "docx_body"
    curls = True
    media_type = "application/xml"
    suffix = ".xml"

    def render_document(self, document: Document, level: int) -> str:
        title = self.paragraph("Title", self._title(document.title))
        if not isinstance(document, Posting):
            foot = f"{markup.FOOT}{self.text(document.title)}{markup.FOOT}"
            return "".join((title, *self.nodes(document.blocks, level + 1), foot))
        # Who hires stands above the title, and where to apply right behind the facts.
        letterhead, facts, blocks = head_of(document)
        lines = [self.paragraph("Letterhead", self.text(one.text)) for one in letterhead]
        employer = self.paragraph("Subtitle", self.value("organization"))
        head = "".join((*lines, employer, title, self.draft()))
        label = f"{self.strong('Apply:')} "
        apply = self.where_to_apply(document, lambda value: self.paragraph("", label + value))
        rest = self.nodes(blocks, level + 1)
        foot = f"{markup.FOOT}{self.value('organization')}{markup.FOOT}"
        return "".join((head, *self.nodes(facts, level + 1), apply, *rest, foot))

    def _title(self, title: Text) -> str:
        """Return a title whose short last part, such as the setting, stays on one line."""
        parts = [self.prose(one) if isinstance(one, str) else one for one in title.parts]
        return self.late(
            title.slots,
            lambda value: with_whole_end(
                "".join(one if isinstance(one, str) else value(one.slot) for one in parts)
            ),
        )

    def nodes(self, nodes: Iterable[Node], level: int) -> list[str]:
        """Return each of *nodes*; a paragraph that leads to a list or a table stays with it."""
        blocks = tuple(nodes)
        written = super().nodes(blocks, level)
        for at, (block, behind) in enumerate(pairwise(blocks)):
            if isinstance(block, Paragraph) and isinstance(behind, BulletList | Table):
                written[at] = _kept(written[at])
        return written

    def render_section(self, section: Section, level: int) -> str:
        style = f"Heading{min(max(level - 1, 1), 9)}"
        on_new_page = "<w:pageBreakBefore/>" if section.page_break else ""
        parts = [self.paragraph(style, self.prose(section.title), on_new_page)]
        if section.tip and self.context.for_writer:
            parts.append(self.paragraph("Tip", self.strong("Tip:") + f" {self.prose(section.tip)}"))
        parts += self.nodes(section.blocks, level + 1)
        if level > 2:
            return _on_one_page("".join(parts)) if _is_small(section) else "".join(parts)
        if len(section.blocks) > 1 and all(isinstance(one, Paragraph) for one in section.blocks):
            # No page holds only the last paragraph of a section.
            parts[-2] = _kept(parts[-2])
        return "".join(parts)

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return self.paragraph("", self.text(paragraph.text))

    def render_notice(self, notice: Notice, level: int) -> str:
        return self.paragraph("Tip", self.text(notice.text))

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return _kept_together(self.nodes(bullets.bullets, level))

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        label = f"{self.strong(f'{bullet.label}:')} " if bullet.label else ""
        return self.paragraph("ListBullet", label + self.text(bullet.text))

    def render_fact_list(self, facts: FactList, level: int) -> str:
        if level > _IN_A_SECTION_OF_ONE and self._is_read(facts):
            return "".join(map(self._fact_line, facts.facts))
        rows = "".join(self.nodes(facts.facts, level))
        widths = [_LABELS, TEXT_WIDTH - _LABELS]
        if not rows:
            return ""
        if not isinstance(self.document, Posting):
            return markup.table("Facts", widths, rows, headers="column", words=_GLANCE)
        # Word's checker of accessibility asks each table for a row that names its columns.
        names = [
            self.paragraph("TableHeading", self.escape(name)) for name in (_GLANCE, "This job")
        ]
        head = markup.row("".join(map(markup.cell, widths, names)), header=True)
        return markup.table("Facts", widths, head + rows, headers="both", words=_GLANCE)

    def _is_read(self, facts: FactList) -> bool:
        """Tell whether facts are told besides, and not looked for or filled in."""
        to_fill_in = any(_TO_WRITE_ON.search(str(one.text)) for one in facts.facts)
        return not isinstance(self.document, Posting) and not to_fill_in

    def _fact_line(self, fact: Fact) -> str:
        """Return a fact as a paragraph, which stays with the next one where a table of them would not."""
        label = markup.styled_run("FactName", self.prose(f"{fact.label}: "))
        behind = f"{markup.END}{label}<w:r><w:tab/></w:r>{markup.RUN}{self.text(fact.text)}"
        return self.paragraph("FactLine", behind)

    def render_fact(self, fact: Fact, level: int) -> str:
        label = self.paragraph("FactLabel", self.prose(fact.label))
        # At the head of a posting they are looked for; elsewhere they are read.
        style = "FactText" if isinstance(self.document, Posting) else "TableText"
        text = self._in_cell(style, fact.text)
        return markup.row(markup.cell(_LABELS, label) + markup.cell(TEXT_WIDTH - _LABELS, text))

    def render_table(self, table: Table, level: int) -> str:
        caption = self.prose(table.caption)
        above = self.paragraph("Caption", caption) if caption else ""
        widths = _widths(table)
        if not widths:
            return above
        rows = self._cells("TableHeading", table.header, widths, header=True) + "".join(
            self._cells("TableText", row, widths) for row in table.rows
        )
        return above + markup.table("Rows", widths, rows, headers="row", words=caption)

    def _cells(
        self, style: str, texts: Iterable[Text], widths: list[int], header: bool = False
    ) -> str:
        shown = [self._in_cell(style, text) for text in texts]
        shown += [self.paragraph(style, "")] * (len(widths) - len(shown))
        return markup.row("".join(map(markup.cell, widths, shown)), header)

    def _in_cell(self, style: str, text: Text) -> str:
        """Return the paragraphs of a cell; lines to write on are rules as wide as it is."""
        lines = _TO_WRITE_ON.findall(str(text)) if _RULED.fullmatch(str(text)) else []
        return self.paragraph(style, "", _RULE) * len(lines) or self.paragraph(
            style, self.text(text)
        )

    # --- what hooks call -------------------------------------------------------------------------

    def paragraph(self, style: str, words: str, properties: str = "") -> str:
        """Return a paragraph.

        Args:
            style: id of a paragraph style, such as ``ListBullet``; empty for body text.
            words: what ``text``, ``value``, ``escape`` or ``strong`` return, in any order.
            properties: further paragraph properties, in the order that the schema gives them.
        """
        return markup.paragraph(style, words, properties)

    def strong(self, words: str) -> str:
        """Return *words* in bold, to stand among others."""
        return markup.END + markup.styled_run("Strong", self.prose(words)) + markup.RUN

    def escape(self, words: str) -> str:
        return markup.escape_xml(tied(words))

    def link(self, address: str) -> str:
        shown, target = map(markup.escape_xml, (words_of(address), address))
        if not _LINKED.fullmatch(address):
            return shown
        return (
            f'{markup.END}<w:hyperlink r:id="{markup.LINK}{target}{markup.LINK}" w:history="1">'
            f"{markup.styled_run('Hyperlink', shown)}</w:hyperlink>{markup.RUN}"
        )

    def contact(self, words: str) -> str:
        return "".join(linked(words, self.link, self.escape))

    def blank(self, slot: Slot) -> str:
        return markup.END + control(slot, self.escape(slot.blank)) + markup.RUN


def _is_small(section: Section) -> bool:
    """Tell whether a section is short, by the words of the guide: a value never changes it."""
    said = (len(part) for text in texts(section) for part in _strings(text))
    return sum(said) < _SMALL


def _on_one_page(blocks: str) -> str:
    """Return blocks that no page break parts: each paragraph but the last stays with the next one."""
    start = blocks.rfind("<w:p>")
    return _kept(blocks[:start]) + blocks[start:]


def _kept(blocks: str) -> str:
    """Return blocks each of whose paragraphs stays with what comes behind it."""
    return _UNKEPT.sub(r"\1<w:keepNext/>", _BARE.sub(_SHAPED, blocks))


def _kept_together(bullets: list[str]) -> str:
    """Return bullets of which no page holds only the first one or only the last one."""
    beside = range(len(bullets)) if len(bullets) < _FEW else (0, len(bullets) - 2)
    kept = [
        one.replace(_BULLET, f"{_BULLET}<w:keepNext/>", 1)
        if at in beside[: len(bullets) - 1]
        else one
        for at, one in enumerate(bullets)
    ]
    return "".join(kept)


def _widths(table: Table) -> list[int]:
    """Return the width of each column, by the words of the guide in it: a value never changes it.

    It grows with what stands in the column, and holds the longest word, except of an address.
    """
    rows = [table.header, *table.rows]
    columns = [[row[one] for row in rows if one < len(row)] for one in range(max(map(len, rows)))]
    least = [max(map(_longest_word, texts)) * _LETTER + _PADDING for texts in columns]
    weights = [max(map(_weight, texts)) for texts in columns]
    if sum(least) > TEXT_WIDTH:
        return [TEXT_WIDTH * one // sum(least) for one in least]
    widths = [0] * len(columns)
    while narrow := [at for at, share in _shares(widths, weights) if share < least[at]]:
        for at in narrow:
            widths[at] = least[at]
    for at, share in _shares(widths, weights):
        widths[at] = share
    return widths


def _shares(widths: list[int], weights: list[int]) -> list[tuple[int, int]]:
    """Return what each column without a width has of the room that is left, by its weight."""
    left = [at for at, width in enumerate(widths) if not width]
    room, whole = TEXT_WIDTH - sum(widths), sum(weights[at] for at in left)
    return [(at, room * weights[at] // whole) for at in left]


def _weight(text: Text) -> int:
    return min(sum(map(len, _strings(text))) + 1, _MOST_WEIGHT)


def _longest_word(text: Text) -> int:
    longest = max([len(word) for part in _strings(text) for word in part.split()], default=1)
    return min(longest, _MOST_LETTERS)


def _strings(text: Text) -> list[str]:
    return [part if isinstance(part, str) else _SLOT_WORDS for part in text.parts]
