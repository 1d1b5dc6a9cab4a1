"""Hours of which only the end says whether it is morning: "9-4 p.m.", "10-12 pm"."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_numbers
from casemgr_jd.reading.source import Span

__all__ = ["half_marked"]

_TIME = r"(?:1[0-2]|0?[1-9])"
_HOURS = late(
    rf"(?<![\d:.,$/-])(?P<from>{_TIME})(?::[0-5]\d)? ?(?:[-–—]|to) ?(?P<to>{_TIME})(?::[0-5]\d)? ?(?i:[ap]\.?m)(?![A-Za-z])\.?"
)


def half_marked(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each span of hours that would run backwards if the mark at its end held for its start as well."""
    for found in each_match(context.source, _HOURS, with_numbers):
        start, end = (int(found.in_block[one]) % _NOON for one in ("from", "to"))
        if start >= end:
            yield Hit(Span(*found.span()))


_NOON = 12
