"""Postings and documents as PDF: tagged for screen readers, with its fonts, the same bytes each time."""

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, ClassVar

from casemgr_jd._records import NamedTuple
from casemgr_jd._resources import read_text
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.file_plan import FilePlan
from casemgr_jd.renderers.losses import Loss, losses_of
from casemgr_jd.renderers.pdf_tree import PageTreeRenderer
from casemgr_jd.renderers.theme import Theme, Themed
from casemgr_jd.renderers.typefaces import without_serifs
from casemgr_jd.renderers.typesetting import Typesetter, fonts_in

__all__ = ["PdfRenderer"]

_FONT = "Libertinus Serif"
_PACKAGED = {"serif": _FONT, "monospace": "DejaVu Sans Mono"}
"""By kind of a font: the one that comes with typst; for one without serifs the computer is asked."""
_PAPERS = ("us-letter", "a4")


class PdfRenderer(Themed):
    """A page of one column, exported under PDF/UA-1: title, employer and facts, then the sections.

    A font of the theme that is not there gives way to another of its kind, and ``losses`` says to which: to a
    packaged one for serif and monospace. None without serifs is packaged: there it is the first of a few that
    the computer has. No other page is set in a font of the computer, on which its bytes would depend.

    A character that no font has stands as its number, such as ``‹U+1F3E5›``, and ``losses`` names it; a
    theme with fonts of its own may have it. A subclass may set ``tree`` to a renderer with hooks of its
    own, and ``template`` to the text of a typst template, which reads ``document.json`` and
    ``sys.inputs.look``.

    Args:
        theme: accent, font and logo; the packaged look if left out.
        paper: ``us-letter`` or ``a4``.

    Raises:
        InputError: there is no such paper.

    >>> renderer = PdfRenderer(theme=Theme(accent="#7a1f3d"), paper="a4")
    >>> renderer.name, renderer.suffix, renderer.theme.accent
    ('pdf', '.pdf', '#7a1f3d')
    """

    name = "pdf"
    media_type = "application/pdf"
    suffix = ".pdf"
    tree: ClassVar[type[PageTreeRenderer]] = PageTreeRenderer
    template: ClassVar[str] = ""
    """Text of a typst template; empty for the packaged one."""

    theme: Theme
    paper: str

    def __init__(self, *, theme: Theme | None = None, paper: str = "us-letter") -> None:
        if paper not in _PAPERS:
            raise InputError(
                [Problem("paper", f"unknown: {paper!r}", f"use {' or '.join(_PAPERS)}")]
            )
        self.theme = theme or Theme()
        self.paper = paper

    def render(self, document: Document, context: RenderContext = DEFAULT) -> bytes:
        """Return the document as PDF.

        Raises:
            ExtraNotInstalledError: the extra ``pdf`` is not installed.
            RenderError: a node has no hook.
        """
        return self.set(self.tree().render(document, context))

    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> FilePlan:
        """Return a plan that sets *posting* again and again with other values of some fields.

        The tree of the document is joined, not made anew; setting the page takes the same time.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        plan = self.tree().plan(posting, varying, context)
        return FilePlan(plan, lambda _, tree: self.set(tree), self)

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the facts that the text does not show, and what of the look cannot be shown."""
        return (*losses_of(posting), *self.unshown(posting))

    def unshown(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the values with characters that no font has, and the theme's font if that is not there."""
        _, missing = self._typesetter().pdf(self.tree().render(posting))
        unseen = [
            Loss(slot.field or slot.id, f"the fonts do not have {_listed(gone)}")
            for slot in posting.slots
            if not slot.of and (gone := missing.intersection(posting.value(slot.id) or ""))
        ]
        return (*dict.fromkeys(unseen), *self._fonts_lost())

    def _fonts_lost(self) -> Iterator[Loss]:
        """Yield the font of the theme, where a page is set in another one instead."""
        face = _face(self.theme).name
        if self.theme.font and face != self.theme.font:
            hint = "put its files into a folder and give that as the theme's fonts"
            reason = f"{self.theme.font!r} is not there, so that {face} stands for it ({hint})"
            yield Loss("theme.font", reason)

    def set(self, tree: str) -> bytes:
        """Return the PDF of a document that ``tree`` has rendered."""
        return self._typesetter().pdf(tree)[0]

    def _typesetter(self) -> Typesetter:
        return _typesetter(self.template, self.theme, self.paper)


@lru_cache(maxsize=8)
def _typesetter(template: str, theme: Theme, paper: str) -> Typesetter:
    face = _face(theme)
    look = {
        "accent": theme.accent,
        "font": [face.name] if face.name in _PACKAGED.values() else [face.name, _FONT],
        "logo": list(theme.logo or b""),
        "logo_alt": theme.logo_alt,
        "paper": paper,
    }
    source = template or read_text("renderers", "templates", "page.typ")
    return Typesetter(source, {"look": json.dumps(look)}, face.fonts)


class _Face(NamedTuple):
    """What a page is set in."""

    name: str
    fonts: Any
    """Those among which it is."""


@lru_cache(maxsize=8)
def _face(theme: Theme) -> _Face:
    """Return the font of a theme, or what stands in for it where it is not there."""
    fonts = fonts_in(theme.fonts)
    kind = theme.generic_family
    if theme.font in fonts.families():
        return _Face(theme.font, fonts)
    if not theme.font or kind in _PACKAGED:
        return _Face(_PACKAGED.get(kind, _FONT), fonts)
    of_computer = fonts_in(theme.fonts, system=True)
    name = without_serifs(theme.font, of_computer.families())
    return _Face(name, of_computer) if name else _Face(_FONT, fonts)


def _listed(characters: frozenset[str]) -> str:
    return ", ".join(f"{one} (U+{ord(one):04X})" for one in sorted(characters))
