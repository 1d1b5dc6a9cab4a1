"""Suppressions: findings that the employer accepts, with a reason and perhaps an end."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import attrs

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.engine import findings_of
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Suppression

__all__ = ["expired", "suppress", "unknown", "unused"]

_ABOUT_SUPPRESSIONS = "SUP"


def suppress(report: Report, suppressions: "Iterable[Suppression]", today: date | None) -> Report:
    """Return the report without the findings that are accepted on this day."""
    valid = [one for one in suppressions if not _is_over(one, today)]
    kept = tuple(finding for finding in report if not any(_covers(one, finding) for one in valid))
    return attrs.evolve(report, findings=kept, suppressed=len(report) - len(kept))


def unused(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression that hides nothing, whether or not the rules it names were selected."""
    for index, one in _numbered(context):
        if not _is_over(one, context.today) and _named(one) and not _hides(context, one):
            yield _about(index, one)


def expired(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression whose last day is past."""
    for index, one in _numbered(context):
        if _is_over(one, context.today):
            yield _about(index, one)


def unknown(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression whose code is the code of no rule."""
    for index, one in _numbered(context):
        if not _named(one):
            yield _about(index, one)


def _numbered(context: Context) -> "Iterator[tuple[int, Suppression]]":
    if not context.suppressions:
        raise NotApplicable
    return enumerate(context.suppressions)


def _named(suppression: "Suppression") -> list[Rule]:
    return [rule for rule in rules() if rule.selected_by(suppression.code)]


def _hides(context: Context, suppression: "Suppression") -> bool:
    ran = {rule.code for rule in context.rules}
    for rule in _named(suppression):
        if rule.family == _ABOUT_SUPPRESSIONS:
            continue
        own = context if rule.code in ran else attrs.evolve(context, rules=(rule,))
        try:
            if any(_covers(suppression, finding) for finding in findings_of(own, rule)):
                return True
        except NotApplicable:
            continue
    return False


def _is_over(suppression: "Suppression", today: date | None) -> bool:
    return suppression.until is not None and today is not None and suppression.until < today


def _covers(suppression: "Suppression", finding: Finding) -> bool:
    code = suppression.code
    named = finding.code.startswith(code.upper()) or finding.slug == code.lower()
    here = finding.path.startswith(suppression.path or "")
    return named and here and not finding.code.startswith(_ABOUT_SUPPRESSIONS)


def _about(index: int, suppression: "Suppression") -> Hit:
    fields = {"code": suppression.code, "reason": suppression.reason, "until": suppression.until}
    return Hit(path=f"suppress[{index}]", fields=fields)
