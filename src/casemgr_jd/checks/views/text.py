"""A report for a terminal: each finding with the text it is about."""

from collections.abc import Iterator

from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.model.citation import Citation

__all__ = ["source", "summary", "to_text"]

_WIDTH = 96
_BEFORE = 32
_COLORS = {"error": "31", "warning": "33", "info": "36", "bold": "1", "faint": "2"}


def to_text(report: Report, *, color: bool = False) -> str:
    """Return the report as text, without a final line break."""
    return "\n".join(_lines(report, _Paint(color)))


class _Paint:
    """Colors words for a terminal, or leaves them alone."""

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, words: str, color: str) -> str:
        return f"\x1b[{_COLORS[color]}m{words}\x1b[0m" if self._on else words


def _lines(report: Report, paint: _Paint) -> Iterator[str]:
    for finding in report:
        yield from _finding(report.document, finding, paint)
        yield ""
    yield from (f"note: {note}" for note in report.notes)
    yield summary(report)
    yield paint(report.notice, "faint")


def _finding(document: str, finding: Finding, paint: _Paint) -> Iterator[str]:
    kind = " (review)" if finding.kind == "review" else ""
    where = ":".join(part for part in (document, _place(finding)) if part)
    start = f"{where}: " if where else ""
    yield f"{paint(start, 'bold')}{paint(finding.severity, finding.severity)}{kind} {finding.code} {finding.slug}: {_printable(finding.message)}"
    if finding.excerpt and finding.match:
        yield from _excerpt(finding, paint)
    if finding.suggestions:
        yield f"    try: {'; '.join(finding.suggestions)}"
    if finding.citation is not None:
        yield paint(f"    source: {source(finding.citation)}", "faint")


def _place(finding: Finding) -> str:
    return f"{finding.line}:{finding.column}" if finding.line else finding.path


def _excerpt(finding: Finding, paint: _Paint) -> Iterator[str]:
    """The text around the match, cut to one line, with the match underlined."""
    start = max(finding.offset - _BEFORE, 0)
    text = _printable(finding.excerpt[start : start + _WIDTH])
    lead = "…" if start else ""
    size = max(min(len(finding.match), _WIDTH - (finding.offset - start)), 1)
    yield f"    {lead}{text}{'…' if start + _WIDTH < len(finding.excerpt) else ''}"
    yield f"    {' ' * (len(lead) + finding.offset - start)}{paint('^' * size, finding.severity)}"


def source(citation: Citation) -> str:
    """Return where a fact comes from, in one line.

    >>> source(Citation("29 CFR 1625.4", url="https://www.ecfr.gov"))
    '29 CFR 1625.4, https://www.ecfr.gov'
    """
    return ", ".join(part for part in (citation.title, citation.url) if part)


def _printable(text: str) -> str:
    """Control characters could steer the terminal: they are shown as a middle dot."""
    return "".join(char if char.isprintable() else "·" for char in text)


def summary(report: Report) -> str:
    """Return one line with the number of findings of each severity.

    >>> summary(Report(document="posting.md"))
    'No findings.'
    """
    counts = report.counts
    parts = [
        f"{counts[name]} {name}{'s' * (counts[name] != 1 and name != 'info')}"
        for name in SEVERITIES
        if counts[name]
    ]
    if report.suppressed:
        parts.append(f"{report.suppressed} suppressed")
    return f"{', '.join(parts)}." if parts else "No findings."
