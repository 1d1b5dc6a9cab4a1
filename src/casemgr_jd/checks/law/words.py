"""Wording rules whose weight depends on where the job is.

A rule's ``options.groups`` are like the terms of a plain wording rule, each with its own ``allow``; ``options.law``
names a table of law: where one of its records reaches the posting, a finding is an error and cites that law.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import attrs

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law import tables
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.records import FairChanceLaw, LawRecord, SalaryHistoryBan
from casemgr_jd.checks.rule import Rule, Term
from casemgr_jd.checks.terms import terms

__all__ = ["words"]

LAWS: Mapping[str, Callable[[], tuple[LawRecord, ...]]] = {
    "age_data": tables.age_data_laws,
    "fair_chance": tables.fair_chance_laws,
    "salary_history": tables.salary_history_bans,
    "unemployed": tables.unemployed_laws,
}
_TERM_KEYS = ("find", "suggest", "unless", "needs")


def words(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each group's wording; one that overlaps an earlier one is the same finding."""
    taken: list[tuple[int, int]] = []
    law = _strictest(context, rule)
    for part in _parts(rule):
        for hit in terms(context, part):
            assert hit.span is not None
            start, end = hit.span.start, hit.span.end
            if all(end <= first or last <= start for first, last in taken):
                taken.append((start, end))
                yield _weighed(hit, law)


def _weighed(hit: Hit, law: LawRecord | None) -> Hit:
    if law is None:
        return hit
    # a fact that was not confirmed adds its source, but never makes an error
    severity = hit.severity if law.unconfirmed or hit.severity == "info" else "error"
    return attrs.evolve(hit, severity=severity, citation=law.reference())


def _strictest(context: Context, rule: Rule) -> LawRecord | None:
    name = rule.options.get("law")
    if name is None:
        return None
    found = [record for record, _ in reaching(context, LAWS[name]()) if _forbids(record)]
    return min(found, key=lambda record: record.unconfirmed, default=None)


def _forbids(record: LawRecord) -> bool:
    if isinstance(record, FairChanceLaw):
        return record.bars_exclusion
    return not (isinstance(record, SalaryHistoryBan) and record.penalizes_refusal_only)


@lru_cache(maxsize=256)
def _parts(rule: Rule) -> tuple[Rule, ...]:
    return tuple(_part(rule, group) for group in rule.options["groups"])


def _spelled_out(phrases: Iterable[str]) -> Iterator[str]:
    """Replace "@name" by the shared list of that name."""
    for phrase in phrases:
        if phrase.startswith("@"):
            yield from tables.signals()[phrase[1:]]
        else:
            yield phrase


def _part(rule: Rule, group: Mapping[str, Any]) -> Rule:
    term = Term(
        **{key: tuple(_spelled_out(group.get(key, ()))) for key in _TERM_KEYS},
        message=group.get("message", ""),
        severity=group.get("severity", ""),
    )
    return attrs.evolve(
        rule,
        terms=(term,),
        allow=(*rule.allow, *group.get("allow", ())),
        exempt=tuple(group.get("exempt", rule.exempt)),
        sections=tuple(group.get("sections", rule.sections)),
    )
