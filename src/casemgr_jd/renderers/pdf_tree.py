"""Documents as the JSON tree that a page template reads: what it holds is data and can never be code."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from casemgr_jd.errors import RenderError
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
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._head import head_of
from casemgr_jd.renderers._quotes import curled_parts
from casemgr_jd.renderers._wrapping import tied
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.links import linked, words_of
from casemgr_jd.renderers.readers import draft_words

__all__ = ["PageTreeRenderer"]

# Letters of a word that fits into the narrowest column of a table.
_FITS = 17
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?")


def _run(words: str) -> str:
    """Return *words* as a run.

    >>> _run('a "b"'), _run("Donaudampfschifffahrtsgesellschaft")
    ('"a \\\\"b\\\\""', '{"long":"Donaudampfschifffahrtsgesellschaft"}')
    """
    run = encode_basestring(words)
    is_long = len(words) > _FITS and max(map(len, words.split(" "))) > _FITS
    return f'{{"long":{run}}}' if is_long else run


# A posting says the same words in many renderings: remembering them halves the work.
escape_run: Callable[[str], str] = lru_cache(maxsize=4096)(_run)


class PageTreeRenderer(NodeRenderer):
    """One JSON object for each node, with its ``kind``; a text is a list of its runs.

    A run is a string, ``{"long": words}`` where a word may not fit on a line, ``{"link": address}`` or
    ``{"blank": "[Organization]"}``. A document has ``title``,
    ``letterhead`` (a list of texts), ``employer``, ``apply`` and ``draft`` (texts; empty unless it is a
    posting), ``lang``, ``region`` and ``blocks``.

    >>> from casemgr_jd.model.document import Document, Paragraph
    >>> PageTreeRenderer().node(Paragraph("All is well."), 1)
    '{"kind":"paragraph","text":["All is well."]}'
    """

    name = "page_tree"
    curls = True
    media_type = "application/json"
    suffix = ".json"

    def render_document(self, document: Document, level: int) -> str:
        language, region = _language(document.lang)
        head = head_of(document)
        employer = self.value("organization") if isinstance(document, Posting) else ""
        return _object(
            title=self.text(document.title),
            letterhead=f"[{','.join([self.text(one.text) for one in head.letterhead])}]",
            employer=f"[{employer}]",
            apply=self.where_to_apply(document, lambda value: f"[{value}]") or "[]",
            draft=self.draft(otherwise="[]"),
            lang=encode_basestring(language),
            region=encode_basestring(region),
            blocks=self._list((*head.facts, *head.rest), level),
        )

    def render_section(self, section: Section, level: int) -> str:
        return _object(
            kind='"section"',
            title=self.prose(section.title),
            tip=self.prose(section.tip if self.context.for_writer else ""),
            new_page="true" if section.page_break else "false",
            blocks=self._list(section.blocks, level + 1),
        )

    def render_paragraph(self, paragraph: Paragraph, level: int) -> str:
        return _object(kind='"paragraph"', text=self.text(paragraph.text))

    def draft_note(self, slots: Iterable[str]) -> str:
        return self.text(Text.plain(draft_words(map(self.label_of, slots))))

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return _object(kind='"bullets"', items=self._list(bullets.bullets, level))

    def render_bullet(self, bullet: Bullet, level: int) -> str:
        return _object(label=self.prose(bullet.label), text=self.text(bullet.text))

    def render_fact_list(self, facts: FactList, level: int) -> str:
        return _object(kind='"facts"', items=self._list(facts.facts, level))

    def render_fact(self, fact: Fact, level: int) -> str:
        return _object(label=self.prose(fact.label), text=self.text(fact.text))

    def render_table(self, table: Table, level: int) -> str:
        width = max(map(len, (table.header, *table.rows)))
        return _object(
            kind='"table"',
            caption=self.prose(table.caption),
            width=str(width),
            header=self._cells(table.header, width),
            rows=f"[{','.join(self._cells(row, width) for row in table.rows)}]",
        )

    def text(self, text: Text) -> str:
        value, escape = self.value, self.escape
        parts = curled_parts(text.parts)
        runs = [escape(part) if isinstance(part, str) else value(part.slot) for part in parts]
        return f"[{','.join(runs)}]"

    def escape(self, words: str) -> str:
        return escape_run(tied(words))

    def link(self, address: str) -> str:
        shown, target = encode_basestring(words_of(address)), encode_basestring(address)
        return f'{{"link":{shown},"to":{target}}}'

    def contact(self, words: str) -> str:
        return ",".join(linked(words, self.link, self.escape))

    def blank(self, slot: Slot) -> str:
        return f'{{"blank":{encode_basestring(slot.blank)}}}'

    def _list(self, nodes: Any, level: int) -> str:
        return f"[{','.join(self.nodes(nodes, level))}]"

    def _cells(self, row: tuple[Text, ...], width: int) -> str:
        """Return the cells of a row, with empty ones up to *width*."""
        return f"[{','.join([*map(self.text, row), *['[]'] * (width - len(row))])}]"


def _object(**parts: str) -> str:
    return "{" + ",".join([f'"{name}":{part}' for name, part in parts.items()]) + "}"


def _language(code: str) -> tuple[str, str]:
    """Return language and region of a code such as ``en`` or ``en-US``."""
    found = _LANGUAGE.fullmatch(code)
    if found is None:
        raise RenderError(
            f"lang: {code!r} is not a language that a page can name; write it as 'en-US'"
        )
    return found[1].lower(), (found[2] or "").upper()
