"""What a posting names by half: a bonus without its conditions, a language without its name."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms

__all__ = ["half_said"]


def half_said(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the rule's wording, in a whole posting alone: in a piece of one the other half may stand elsewhere."""
    # a house that fills in a requisition decides there how much it says of each
    if not context.whole or (rule.options.get("of_texts") and context.known("role")):
        raise NotApplicable
    yield from terms(context, rule)
