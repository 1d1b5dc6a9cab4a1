"""Postings and documents as Word documents, which HR goes on working in."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, ClassVar

from casemgr_jd.errors import ExtraNotInstalledError
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.docx.assembly import Assembly
from casemgr_jd.renderers.docx.body import BodyRenderer
from casemgr_jd.renderers.docx.container import new_container, packages
from casemgr_jd.renderers.docx.logo import shows_logo
from casemgr_jd.renderers.docx.properties import core_properties, proofing_language
from casemgr_jd.renderers.file_plan import FilePlan
from casemgr_jd.renderers.losses import Loss, losses_of
from casemgr_jd.renderers.theme import Theme, Themed

__all__ = ["DocxRenderer"]

_NEEDED = 'DOCX needs python-docx, which is not installed; run: pip install "casemgr-jd[docx]"'
_NOT_DRAWN = (
    "a logo that is SVG is shown where typst is installed; give it as PNG or JPEG, "
    'or run: pip install "casemgr-jd[pdf]"'
)
_IN_PROPERTIES = ("organization", "requisition_id", "posted_on")


class DocxRenderer(Themed):
    """A Word document: real headings, lists and table headers; each blank is a content control.

    A subclass may set ``body`` to a renderer with hooks of its own, and change styles, header or footer
    in ``prepare``.

    Args:
        theme: accent, font and logo; the packaged look if left out. A logo that is SVG becomes a
            picture, which takes the extra ``pdf``; without it, ``losses`` names it.

    Raises:
        ExtraNotInstalledError: the extra ``docx`` is not installed.

    >>> from casemgr_jd import draft
    >>> DocxRenderer(theme=Theme(font="Georgia")).render(draft().build())[:2]
    b'PK'
    """

    name = "docx"
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    suffix = ".docx"
    body: ClassVar[type[BodyRenderer]] = BodyRenderer

    theme: Theme

    def __init__(self, *, theme: Theme | None = None) -> None:
        if find_spec("docx") is None:
            raise ExtraNotInstalledError(_NEEDED)
        self.theme = theme or Theme()

    @classmethod
    def prepare(cls, container: Any, document: Document) -> None:
        """Change the empty ``docx.Document`` that the body of *document* is put into.

        It runs once for each document, since what it writes, such as a letterhead, may name the employer;
        a class that leaves it alone makes its container once for each theme and language.
        """

    def render(self, document: Document, context: RenderContext = DEFAULT) -> bytes:
        """Return the document as a .docx file: the same bytes for the same document.

        Raises:
            RenderError: a node has no hook.
        """
        return self.file(document, self.body().render(document, context))

    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> FilePlan:
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        return FilePlan(self.body().plan(posting, varying, context), self.file, self)

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the facts of the requisition that neither the text nor the properties show."""
        lost = [loss for loss in losses_of(posting) if loss.field not in _IN_PROPERTIES]
        return (*lost, *self.unshown(posting))

    def unshown(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the logo of the theme, where it cannot be shown; fonts are those of the reader."""
        lost = self.theme.logo is not None and not shows_logo(self.theme)
        return (Loss("theme.logo", _NOT_DRAWN),) if lost else ()

    def file(self, document: Document, body: str) -> bytes:
        """Return the .docx file of a document whose body is written."""
        lang = proofing_language(document.lang)
        if type(self).prepare.__func__ is DocxRenderer.prepare.__func__:  # type: ignore[attr-defined]
            assembly = _assembly(self.theme, lang)
        else:
            container = _container(self.theme, lang)
            self.prepare(container, document)
            assembly = Assembly(*packages(container))
        return assembly.file(body, core_properties(document))


@lru_cache(maxsize=16)
def _assembly(theme: Theme, lang: str) -> Assembly:
    return Assembly(*packages(_container(theme, lang)))


def _container(theme: Theme, lang: str) -> Any:
    try:
        return new_container(theme, lang)
    except ImportError:
        # Another distribution, long abandoned, brings a package of the same name.
        raise ExtraNotInstalledError(_NEEDED) from None
