"""Part-time work: how many hours that is."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds_anywhere
from casemgr_jd.checks.rule import Rule

__all__ = ["part_time_without_hours"]

_BESIDE = frozenset({"regular", "temporary", "contract"})


def part_time_without_hours(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that call the job part-time, where no number of hours, days or shifts stands in the text."""
    kinds = context.facts.employment_types
    if not context.facts.schedule:
        raise NotApplicable  # that hours, days and shift are all lacking is told already
    if not context.whole or {one.value for one in kinds} - _BESIDE != {"part_time"}:
        raise NotApplicable
    if not holds_anywhere(context.source, rule.options["measured"]):
        yield Hit(next(one.span for one in kinds if one.value == "part_time"))
