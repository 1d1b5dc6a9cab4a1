"""Sentences that were written for postings in many states, in the posting of a job in one."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms

__all__ = ["written_for_many"]


def written_for_many(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the rule's wording where the job is in one state, named or not, which decides what the sentence leaves open."""
    facts = context.facts
    in_one = len(facts.states) == 1 or not (facts.states or _is_remote(context))
    if not context.whole or not in_one or facts.nationwide is not None:
        raise NotApplicable
    yield from terms(context, rule)


def _is_remote(context: Context) -> bool:
    return any(one.value == "remote" for one in context.facts.work_models)
