"""Plans of formats that an outlet takes or refuses: each filling is looked at as a rendering would be."""

from typing import TYPE_CHECKING

from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._plan_parts import Anew, MadePart, NeededPart, Part
from casemgr_jd.renderers._trace import needed_parts
from casemgr_jd.renderers.acceptance import refuses_field
from casemgr_jd.renderers.base import NodeRenderer
from casemgr_jd.renderers.blanks import slots_in_text
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.plan import Plan

if TYPE_CHECKING:
    from casemgr_jd.renderers.payload import PayloadRenderer

__all__ = ["accepted_plan"]

_TEXT = "description"
"""Required everywhere, there for every posting, and by far the dearest field to make."""


def accepted_plan(
    owner: "PayloadRenderer",
    renderer: NodeRenderer,
    posting: Posting,
    varying: tuple[str, ...],
    context: RenderContext,
) -> Plan:
    """Return the plan of *renderer*, which writes what *owner* stands for and refuses what it refuses.

    Most fillings are complete, which a look at the few required fields tells; only the others are
    rendered afresh, which says what is missing.

    Raises:
        PlanError: a field changes which items stand, or is no field; it is named.
    """
    outlet = owner.outlet
    names = [*(one.field for one in outlet.requires), *(one.field for one in outlet.limits)]
    guards: list[Part] = [
        _AcceptedPart(owner, name) for name in dict.fromkeys(names) if name != _TEXT
    ]
    standing = slots_in_text(posting)
    guards += needed_parts(posting, standing, varying)
    guards += [NeededPart(posting.slot(one)) for one in standing if posting.value(one) is None]
    return Plan.made(renderer, posting, varying, context, origin=owner, guards=guards)


class _AcceptedPart(MadePart):
    """Nothing, for a field that the outlet takes as it is."""

    def __init__(self, owner: "PayloadRenderer", name: str) -> None:
        def accepted(posting: Posting) -> str:
            if refuses_field(owner, name, posting):
                raise Anew
            return ""

        super().__init__(accepted)
