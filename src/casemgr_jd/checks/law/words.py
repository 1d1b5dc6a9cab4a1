"""Wording rules whose weight depends on where the job is.

A rule's ``options.groups`` are like the terms of a plain wording rule, each with its own ``allow``; ``options.law``
names a table of law: where one of its records reaches the posting, a finding is an error and cites that law. Where
one of ``options.in_doubt_where`` stands in the text, no finding is more than a warning.
"""

from bisect import bisect_right
from collections.abc import Iterator

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import framed, holds_anywhere
from casemgr_jd.checks.law.parts import parts
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import heaviest, weight
from casemgr_jd.checks.rule import SEVERITIES, Rule
from casemgr_jd.checks.wording import terms
from casemgr_jd.law import FairChanceLaw, Law, Limit, Standing, fair_chance_laws, limits
from casemgr_jd.reading.source import Span

__all__ = ["Taken", "words"]


def words(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each group's wording; one that overlaps an earlier one is the same finding."""
    taken = Taken()
    law = _strictest(context, rule)
    source = context.source
    in_doubt = rule.options.get("in_doubt_where", ())
    doubted = bool(in_doubt) and holds_anywhere(source, in_doubt)
    heaviest_told = "warning" if doubted else "error"
    for part in parts(rule):
        for hit in terms(context, part):
            assert hit.span is not None
            if taken.add(hit.span):
                yield _weighed(rule, hit, law, heaviest_told)
    for hit, most in framed(context, rule):
        assert hit.span is not None
        if taken.add(hit.span):
            yield _weighed(rule, hit, law, max(most, heaviest_told, key=SEVERITIES.index))


class Taken:
    """The spans found so far, in order, none overlapping another."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def add(self, span: Span) -> bool:
        """Add a span; tell whether it was free."""
        at = bisect_right(self._starts, span.start)
        if at and self._ends[at - 1] > span.start:
            return False
        if at < len(self._starts) and self._starts[at] < span.end:
            return False
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)
        return True


def _weighed(rule: Rule, hit: Hit, law: Standing[Law] | None, most: str = "error") -> Hit:
    own = max(hit.severity or rule.severity, most, key=SEVERITIES.index)
    if law is None:
        return attrs.evolve(hit, severity=own)
    # what is information by itself stays so; law can only add to what else a word weighs
    severity = own if own == "info" else max(heaviest([law], own), most, key=SEVERITIES.index)
    return attrs.evolve(hit, severity=severity, laws=(law,))


def _strictest(context: Context, rule: Rule) -> Standing[Law] | None:
    name = rule.options.get("law")
    if name is None:
        return None
    found = [one for one in reaching(context, _laws(name)) if _forbids(one.law)]
    return min(found, key=lambda one: SEVERITIES.index(weight(one)), default=None)


def _laws(topic: str) -> tuple[Law, ...]:
    return fair_chance_laws() if topic == FairChanceLaw.table else limits(topic)


def _forbids(record: Law) -> bool:
    if isinstance(record, FairChanceLaw):
        return record.bars_exclusion
    return not (isinstance(record, Limit) and record.penalizes_refusal_only)
