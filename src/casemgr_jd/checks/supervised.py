"""Acts that a license permits under supervision alone, where the posting asks for no other license and names no supervisor."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms

__all__ = ["takes_a_supervisor"]


def takes_a_supervisor(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the rule's wording where each license that is named is one whose holder works under another."""
    if not context.whole or context.posting is not None:
        raise NotApplicable
    named = {
        one.name
        for one in context.facts.credentials
        if one.kind == "license" and one.need != "none"
    }
    if not named or named - set(rule.options["under_another"]):
        raise NotApplicable
    yield from terms(context, rule)
