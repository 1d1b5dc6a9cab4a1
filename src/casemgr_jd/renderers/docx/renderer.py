"""Postings and documents as Word documents, which HR goes on working in."""

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, ClassVar

from attrs import evolve

from casemgr_jd.errors import ExtraNotInstalledError
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.docx.assembly import Assembly
from casemgr_jd.renderers.docx.body import BodyRenderer
from casemgr_jd.renderers.docx.container import new_container, packaged
from casemgr_jd.renderers.docx.properties import core_properties, proofing_language
from casemgr_jd.renderers.losses import Loss, losses_of
from casemgr_jd.renderers.plan import Plan
from casemgr_jd.renderers.theme import Theme

if TYPE_CHECKING:
    from typing import Self

__all__ = ["DocxPlan", "DocxRenderer"]


class DocxRenderer:
    """A Word document: real headings, lists and table headers; each blank is a content control.

    A subclass may set ``body`` to a renderer with hooks of its own, and change styles, header or footer
    in ``prepare``.

    Args:
        theme: accent, font and logo; the packaged look if left out. A logo that is SVG is not shown.

    Raises:
        ExtraNotInstalledError: the extra ``docx`` is not installed.

    >>> from casemgr_jd import draft
    >>> DocxRenderer(Theme(font="Georgia")).render(draft().build())[:2]
    b'PK'
    """

    name: ClassVar[str] = "docx"
    media_type: ClassVar[str] = (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    suffix: ClassVar[str] = ".docx"
    body: ClassVar[type[BodyRenderer]] = BodyRenderer

    theme: Theme

    def __init__(self, theme: Theme | None = None) -> None:
        if find_spec("docx") is None:
            raise ExtraNotInstalledError(_NEEDED)
        self.theme = theme or Theme()

    def with_theme(self, theme: Theme) -> "Self":
        """Return the same renderer with another theme."""
        other = copy(self)
        other.theme = theme
        return other

    @classmethod
    def prepare(cls, container: Any) -> None:
        """Change the empty ``docx.Document`` that a body is put into.

        It is made once for each class, theme and language.
        """

    def render(self, document: Document, context: RenderContext = DEFAULT) -> bytes:
        """Return the document as a .docx file: the same bytes for the same document.

        Raises:
            RenderError: a node has no hook.
        """
        return self.file(document, self.body().render(document, context))

    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> "DocxPlan":
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        return DocxPlan(self, self.body().plan(posting, varying, context))

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the facts of the requisition that neither the text nor the properties show."""
        return tuple(loss for loss in losses_of(posting) if loss.field not in _IN_PROPERTIES)

    def file(self, document: Document, body: str) -> bytes:
        """Return the .docx file of a document whose body is written."""
        assembly = _assembly(self.prepare, self.theme, proofing_language(document.lang))
        return assembly.file(body, core_properties(document))


_NEEDED = 'DOCX needs python-docx, which is not installed; run: pip install "casemgr-jd[docx]"'
_IN_PROPERTIES = ("organization", "requisition_id", "posted_on")


@lru_cache(maxsize=16)
def _assembly(prepare: Callable[[Any], None], theme: Theme, lang: str) -> Assembly:
    try:
        container = new_container(theme, lang)
    except ImportError:
        # Another distribution, long abandoned, brings a package of the same name.
        raise ExtraNotInstalledError(_NEEDED) from None
    prepare(container)
    return Assembly(packaged(container))


class DocxPlan:
    """A Word document with holes: made by ``renderer.plan(posting, varying=[...])``.

    It does what a ``Plan`` does, and each filling is the bytes of a file.

    >>> from casemgr_jd import draft
    >>> plan = DocxRenderer().plan(draft().build(), varying=["organization"])
    >>> plan.exact, plan.fill(organization="Lakeside Health")[:2]
    (True, b'PK')
    """

    def __init__(self, renderer: DocxRenderer, plan: Plan) -> None:
        self._plan = plan
        self._renderer = renderer

    @property
    def posting(self) -> Posting:
        """What is rendered."""
        return self._plan.posting

    @property
    def varying(self) -> tuple[str, ...]:
        """Names of the requisition fields that may differ."""
        return self._plan.varying

    @property
    def slots(self) -> tuple[str, ...]:
        """Ids of the slots that read one of them."""
        return self._plan.slots

    @property
    def exact(self) -> bool:
        """Whether a filling is a join; where a hook looked into a value, each is rendered afresh."""
        return self._plan.exact

    @property
    def reason(self) -> str:
        """Why it is not exact; empty where it is."""
        return self._plan.reason

    def fill(self, **values: Any) -> bytes:
        """Return the posting with *values* of the varying fields; a field left out keeps its value.

        Raises:
            PlanError: a field was not declared as varying, or its value changes which items stand.
            InputError: a value is not of its field's kind.
        """
        return self._file(evolve(self.posting.requisition, **values), self._plan.fill(**values))

    def render(self, requisition: Requisition) -> bytes:
        """Return the posting with the varying fields of *requisition*.

        Raises:
            PlanError: a value of it changes which items stand in the posting.
        """
        return self._file(requisition, self._plan.render(requisition))

    def _file(self, requisition: Requisition, body: str) -> bytes:
        return self._renderer.file(evolve(self.posting, requisition=requisition), body)

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[bytes]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def __repr__(self) -> str:
        kind = "exact" if self.exact else f"renders each: {self.reason}"
        return f"DocxPlan({self._renderer.name!r}, varying={list(self.varying)}, {kind})"
