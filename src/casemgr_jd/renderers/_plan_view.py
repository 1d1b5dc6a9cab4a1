"""A plan in a notebook: what it renders, and what may differ from one filling to the next."""

from typing import TYPE_CHECKING

from casemgr_jd._names import joined
from casemgr_jd.model.document import Document, Fact, FactList
from casemgr_jd.model.text import Text

if TYPE_CHECKING:
    from casemgr_jd.renderers.file_plan import FilePlan
    from casemgr_jd.renderers.plan import Plan

__all__ = ["plan_document"]


def plan_document(plan: "Plan | FilePlan") -> Document:
    """Return what a plan is, as a document."""
    posting = plan.posting
    labels = [posting.slot(name).label for name in plan.slots]
    told = {
        "Posting": posting.heading,
        "Format": plan.origin.name,
        "What may differ": joined(list(plan.varying), "and") or "nothing",
        "Where it stands": joined(labels, "and"),
        "How it fills": "by joining text" if plan.exact else "by rendering each posting",
        "Why": plan.reason,
    }
    facts = [Fact(label, Text.plain(words)) for label, words in told.items() if words]
    return Document("Plan", [FactList(facts)])
