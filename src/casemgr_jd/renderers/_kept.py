"""Plans kept behind ``render``: a posting whose make-up was rendered before is filled, not run again."""

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from casemgr_jd.errors import PlanError
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._marks import Hooked
from casemgr_jd.renderers.context import RenderContext

if TYPE_CHECKING:
    from casemgr_jd.renderers.plan import Plan

__all__ = ["TIMES_BEFORE_A_PLAN", "kept_plan"]

TIMES_BEFORE_A_PLAN = 8
"""Making a plan costs what so many renderings cost that it spares."""
_MOST_KEPT = 256


class _Kept:
    """How often a make-up was rendered, and its plan once that is worth while."""

    __slots__ = ("blocks", "count", "plan", "slots", "title")

    def __init__(self, posting: Posting) -> None:
        # Held, so that the identity by which they are found stays theirs.
        self.blocks, self.title, self.slots = posting.blocks, posting.title, posting.slots
        self.count = 0
        self.plan: Plan | None = None

    def fits(self, posting: Posting) -> bool:
        return (
            posting.blocks is self.blocks
            and posting.slots is self.slots
            and (posting.title is self.title or posting.title == self.title)
        )


_kept: "OrderedDict[tuple[Any, ...], _Kept]" = OrderedDict()


def kept_plan(renderer: Hooked, posting: Posting, context: RenderContext) -> "Plan | None":
    """Return a plan that fills *posting*, where its make-up was rendered often enough to have one.

    A renderer with options that cannot be compared, and one whose hooks look into values, has none.
    """
    if type(posting) is not Posting:
        return None
    if context.for_writer:
        # What could be said besides belongs to the text then, and follows every fact.
        return None
    options = vars(renderer)
    key = (type(renderer), id(posting.blocks), posting.lang, context, *options.items())
    try:
        found = _kept.get(key)
    except TypeError:
        return None
    if found is None or not found.fits(posting):
        found = _kept[key] = _Kept(posting)
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    else:
        _kept.move_to_end(key)
    found.count += 1
    if found.count == TIMES_BEFORE_A_PLAN:
        found.plan = _made(renderer, posting, context)
    plan = found.plan
    return plan if plan is not None and plan.exact else None


def _made(renderer: Hooked, posting: Posting, context: RenderContext) -> "Plan | None":
    from casemgr_jd.renderers.plan import Plan

    try:
        return Plan(renderer, posting, FACTS, context)
    except PlanError:
        return None
