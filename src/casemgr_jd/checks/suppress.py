"""Suppressions: findings that the employer accepts, with a reason and perhaps an end."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from casemgr_jd import _attrs as attrs
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.engine import findings_of
from casemgr_jd.checks.report import Accepted, Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.reading.reads import WHOLE

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Suppression

__all__ = ["expired", "suppress", "unknown", "unused"]

_ABOUT_SUPPRESSIONS = "SUP"


def suppress(report: Report, context: Context) -> Report:
    """Return the report with the findings that are accepted on the day of the check set apart."""
    valid = [one for one in _all(context) if not _is_over(one, context.today)]
    kept: list[Finding] = []
    accepted: list[Accepted] = []
    for finding in report:
        by = next((one for one in valid if _covers(one, finding)), None)
        if by is None:
            kept.append(finding)
        else:
            accepted.append(Accepted(finding, by.reason, by.until))
    return attrs.evolve(report, findings=tuple(kept), accepted=tuple(accepted))


def _all(context: Context) -> "tuple[Suppression, ...]":
    return (*context.suppressions, *(one.suppression for one in context.inline))


def unused(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression that hides nothing, whether or not the rules it names were selected."""
    for one, told in _told(context):
        if not _is_over(one, context.today) and _named(one) and not _hides(context, one):
            yield told


def expired(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression whose last day is past."""
    yield from (told for one, told in _told(context) if _is_over(one, context.today))


def unknown(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield every suppression whose code is the code of no rule."""
    yield from (told for one, told in _told(context) if not _named(one))


def _told(context: Context) -> "Iterator[tuple[Suppression, Hit]]":
    """Yield each suppression, with the hit that would point to it."""
    context.source.notes.add(WHOLE)  # what is accepted differs from check to check
    if not _all(context):
        raise NotApplicable
    for index, one in enumerate(context.suppressions):
        yield one, Hit(path=f"suppress[{index}]", fields=_fields(one))
    for inline in context.inline:
        yield inline.suppression, Hit(line=inline.line, fields=_fields(inline.suppression))


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
    ours = finding.code.startswith(_ABOUT_SUPPRESSIONS)
    return named and here and not ours and _inside(suppression.match, finding)


def _inside(words: str | None, finding: Finding) -> bool:
    """Tell whether the finding is about the words, or a part of them."""
    if words is None:
        return True
    text, wanted = finding.excerpt.casefold(), words.casefold()
    end = finding.offset + len(finding.match)
    at = text.find(wanted)
    while finding.match and at >= 0:
        if at < end and finding.offset < at + len(wanted):
            return True
        at = text.find(wanted, at + 1)
    return False


def _fields(suppression: "Suppression") -> dict[str, object]:
    return {
        "code": suppression.code,
        "reason": suppression.reason,
        "until": suppression.until,
    }
