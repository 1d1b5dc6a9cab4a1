"""Sentences that law at a place wants in the posting."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.reach import Reach, reaching
from casemgr_jd.checks.law.records import Statement
from casemgr_jd.checks.law.tables import places, statements
from casemgr_jd.checks.rule import Rule
from casemgr_jd.reading.source import Span

__all__ = ["required_statements"]

_RECORDS = re.compile(
    r"(?:arrest|criminal|conviction)s?(?: (?:and|or|and/or) (?:arrest|conviction|criminal)s?)? (?:record|histor|background)|criminal histor|prior convictions|fair chance"
)
_WELCOME = re.compile(r"consider|qualified applicants")
_NAMES = {
    "ca-los-angeles": ("los angeles", "lamc", "189"),
    "ca-los-angeles-county": ("los angeles county", "county of los angeles", "8.300"),
    "ca-san-francisco": ("san francisco", "article 49"),
}


def required_statements(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each required sentence that is missing, or that names only another place."""
    if not context.facts.is_posting:
        raise NotApplicable
    wanted = reaching(context, statements())
    if not wanted:
        raise NotApplicable
    found = tuple(_found(context))
    for statement, reach in wanted:
        severity = _severity(context, statement, reach)
        if severity and not found:
            yield _missing(rule, statement, severity)
        elif severity and not any(_speaks_of(statement.place, text) for _, text in found):
            yield _hit(rule, statement, "other", "warning", found[0][0])


def _found(context: Context) -> Iterator[tuple[Span, str]]:
    source = context.source
    for index in range(len(source.blocks)):
        span = source.span_of(index)
        text = source.folded[span.start : span.end]
        if _RECORDS.search(text) and _WELCOME.search(text):
            yield span, text


def _speaks_of(place: str, text: str) -> bool:
    """A statement that names no place speaks of all; one that names some speaks of those."""
    named = [other for other, names in _NAMES.items() if any(name in text for name in names)]
    return not named or place in named


def _severity(context: Context, statement: Statement, reach: Reach) -> str:
    total = context.known("employees")
    if isinstance(total, int) and total < statement.minimum_employees:
        return ""
    if not reach.certain:
        return "info"
    return "error" if isinstance(total, int) and not statement.unconfirmed else "warning"


def _missing(rule: Rule, statement: Statement, severity: str) -> Hit:
    return _hit(rule, statement, "missing", severity, None)


def _hit(rule: Rule, statement: Statement, case: str, severity: str, span: Span | None) -> Hit:
    return Hit(
        span,
        fields={
            "place": places()[statement.place].name,
            "employees": statement.minimum_employees,
            "law": statement.citation,
        },
        message=rule.options[case],
        severity=severity,
        kind="fail" if severity == "error" else "review",
        citation=statement.reference(),
        suggestions=(statement.text,),
    )
