"""Plans of formats that an outlet takes or refuses: each filling is looked at as a rendering would be."""

from typing import TYPE_CHECKING

from attrs import evolve

from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.blanks import slots_in_text
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.crosswalk import Job
from casemgr_jd.renderers.plan import Plan

if TYPE_CHECKING:
    from casemgr_jd.model.slot import Slot
    from casemgr_jd.renderers.crosswalk import Row
    from casemgr_jd.renderers.payload import PayloadRenderer

__all__ = ["AcceptedPlan"]

_TEXT = "description"
"""Required everywhere, there for every posting, and by far the dearest field to make."""


class AcceptedPlan(Plan):
    """A plan that refuses what its format refuses.

    Most fillings are complete, which a look at the few required fields tells; only the others are
    rendered afresh, which says what is missing.
    """

    _owner: "PayloadRenderer"
    _required: "list[Row]"
    _standing: "list[Slot]"

    @classmethod
    def of(
        cls,
        owner: "PayloadRenderer",
        renderer: NodeRenderer,
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
    ) -> "AcceptedPlan":
        """Return the plan of *renderer*, which writes what *owner* stands for.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        made = cls.made(renderer, posting, varying, context)
        assert isinstance(made, cls)
        made._owner = owner
        made._required = [
            row
            for row in owner.rows
            if row.theirs != _TEXT and owner.outlet.need(row.theirs) == "required"
        ]
        made._standing = [posting.slot(name) for name in slots_in_text(posting)]
        return made

    def render(self, requisition: Requisition) -> str:
        """Return the posting with the varying fields of *requisition*.

        Raises:
            PlanError: a value of it changes which items stand in the posting.
            RenderError: the outlet would refuse the posting; every reason is named.
        """
        posting = evolve(self.posting, requisition=requisition)
        if self._is_complete(posting):
            return super().render(requisition)
        return str(self._owner.render(posting, self._context))

    def _is_complete(self, posting: Posting) -> bool:
        job, facts = Job(posting), posting.requisition
        return all(row.made(job) is not None for row in self._required) and all(
            display(facts, slot) is not None for slot in self._standing
        )
