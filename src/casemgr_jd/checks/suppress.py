"""Suppressions: findings that the employer accepts, with a reason and perhaps an end."""

from collections.abc import Iterable
from datetime import date

import attrs

from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.model.requisition import Suppression

__all__ = ["suppress"]


def suppress(
    report: Report, suppressions: Iterable[Suppression], today: date | None, ran: Iterable[Rule]
) -> Report:
    """Return the report without what is suppressed; unused and expired suppressions become findings of their own."""
    accepted = tuple(suppressions)
    if not accepted:
        return report
    valid = [one for one in accepted if not _expired(one, today)]
    used = {
        index
        for index, one in enumerate(accepted)
        for finding in report
        if one in valid and _covers(one, finding)
    }
    kept = [finding for finding in report if not any(_covers(one, finding) for one in valid)]
    codes = [rule.code for rule in ran]
    for index, one in enumerate(accepted):
        if _expired(one, today):
            kept.append(
                _about(
                    one,
                    index,
                    "SUP002",
                    "expired-suppression",
                    f"ended on {one.until}; mend the finding or renew it",
                )
            )
        elif index not in used and any(code.startswith(one.code.upper()) for code in codes):
            kept.append(
                _about(one, index, "SUP001", "unused-suppression", "hides nothing; remove it")
            )
    return attrs.evolve(
        report,
        findings=tuple(kept),
        suppressed=len(report) - sum(not f.code.startswith("SUP") for f in kept),
    )


def _expired(suppression: Suppression, today: date | None) -> bool:
    return suppression.until is not None and today is not None and suppression.until < today


def _covers(suppression: Suppression, finding: Finding) -> bool:
    return finding.code.startswith(suppression.code.upper()) and (
        not suppression.path or finding.path.startswith(suppression.path)
    )


def _about(suppression: Suppression, index: int, code: str, slug: str, what: str) -> Finding:
    return Finding(
        code=code,
        slug=slug,
        severity="warning" if code == "SUP002" else "info",
        kind="fail",
        confidence="high",
        message=f"The suppression of {suppression.code} ({suppression.reason}) {what}.",
        match=suppression.code,
        path=f"suppress[{index}]",
    )
