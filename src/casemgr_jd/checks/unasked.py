"""Work that takes something which the posting asks for nowhere: people who are driven, and no license."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds_anywhere
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms

__all__ = ["unasked"]


def unasked(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the rule's wording where nothing in the whole posting asks for what it takes."""
    if not context.whole or context.posting is not None:
        raise NotApplicable
    if not holds_anywhere(context.source, rule.options["asked"]):
        yield from terms(context, rule)
