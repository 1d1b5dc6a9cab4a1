"""Renderers: classes of small hooks, one for each kind of node, that return text.

A downstream renderer subclasses one of ours and overrides a hook. How a value of the requisition enters a
hook is in ``_values``, which hook a node goes to in ``_nodes``; here is what runs them over a document.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self

from casemgr_jd._doors import door
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._hooks import at_work, guard_hooks
from casemgr_jd.renderers._kept import kept_plan
from casemgr_jd.renderers._posting_words import PostingHooks
from casemgr_jd.renderers._readings import Readings
from casemgr_jd.renderers._sections import remembered_sections
from casemgr_jd.renderers._values import Values
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.readers import shown_to

if TYPE_CHECKING:
    from casemgr_jd.renderers._marks import Tracer
    from casemgr_jd.renderers.losses import Loss
    from casemgr_jd.renderers.plan import Plan

__all__ = ["NodeRenderer"]


@guard_hooks
class NodeRenderer(PostingHooks):
    """A renderer of text that asks one hook for each node.

    A subclass **should** set ``name``, ``media_type`` and ``suffix``, and **may** override any
    ``render_<node>`` hook (``document``, ``section``, ``paragraph``, ``bullet_list``, ``bullet``,
    ``fact_list``, ``fact``, ``table``), ``escape``, ``shown``, ``link`` and ``blank``. A hook takes the node
    and the level of the section it stands in (1 for the document). A node of a subclass is given to
    the hook of its nearest base class. An instance may be shared: each rendering works on a copy.
    """

    name: str = ""
    media_type: str = "text/plain"
    suffix: str = ".txt"

    for_people: ClassVar[bool] = True
    """Whether people read the output, so that a writer sees what the posting could say besides."""

    sections_stand_alone: ClassVar[bool] = False
    """Whether a section reads the same wherever it stands, but for its values; a class says it of itself.

    What it gives to ``late`` then reads values by nothing but what it is called with.
    """

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        guard_hooks(cls)

    @door()
    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return *document* in this format.

        Raises:
            RenderError: a node of the document has no hook here.
        """
        if isinstance(document, Posting):
            plan = kept_plan(self, document, context)
            if plan is not None:
                return plan.same(document.requisition)
        return self.render_afresh(document, context)

    def render_afresh(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return *document* in this format, through every hook: what ``render`` gives, and slower."""
        values = Readings(document) if isinstance(document, Posting) else {}
        return self._run(document, context, values)

    @door()
    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> "Plan":
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        from casemgr_jd.renderers.plan import Plan

        return Plan.made(self, posting, tuple(varying), context)

    @door()
    def losses(self, posting: Posting) -> "tuple[Loss, ...]":
        """Return the facts of the requisition that this format does not show."""
        from casemgr_jd.renderers.losses import losses_of

        return losses_of(posting)

    def page(self, document: Document) -> str:
        """Return the whole output; the place to add what stands around the document."""
        return self.node(document, 1)

    def inside(self, renderer: "NodeRenderer") -> str:
        """Return this document as *renderer* gives it, to stand in this output as it is."""
        if self._tracer is not None:
            mark = self._tracer.inside_mark(renderer)
            if mark is not None:
                return mark
        return renderer._run(self.document, self.context, self._values)

    def _run(
        self,
        document: Document,
        context: RenderContext,
        values: Values,
        tracer: "Tracer | None" = None,
    ) -> str:
        run = self._inside()
        run.document, run.context, run._values = document, context, values
        run._escaped, run._tracer = {}, tracer
        is_traced = tracer is not None or context.for_writer or type(document) is not Posting
        run._sections = None if is_traced else remembered_sections(self, document.lang, context)
        if run._sections is not None and type(values) is Readings and isinstance(document, Posting):
            run._escaped = run._sections.values(document)
        return run.page(shown_to(document, context) if self.for_people else document)

    def _inside(self) -> Self:
        """Return a copy whose hooks look at nothing twice, for a rendering or a plan."""
        return at_work(self)
