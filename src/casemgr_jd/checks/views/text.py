"""A report for a terminal: a summary first, what was read, then findings by severity with their text."""

from collections.abc import Iterator

from casemgr_jd._paint import Paint
from casemgr_jd.checks.report import Accepted, Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.checks.views.phrases import by_phrase, suggested
from casemgr_jd.checks.views.read import reading_lines
from casemgr_jd.checks.views.sources import Sources
from casemgr_jd.model.moment import long_date

__all__ = ["body", "excerpt", "other_places", "printable", "summary", "to_text"]

_WIDTH = 96
_BEFORE = 32
HEADINGS = {"error": "Errors", "warning": "Warnings", "info": "Information"}


def to_text(report: Report, *, color: bool = False) -> str:
    """Return the report as text, without a final line break."""
    paint = Paint(color)
    sources = Sources(report)
    return "\n".join((*body(report, paint, sources), *_end(report, paint, sources)))


def body(report: Report, paint: Paint, sources: Sources) -> Iterator[str]:
    """Yield the lines of one report, without the list of sources."""
    name = f"{report.document}: " if report.document else ""
    yield f"{paint(printable(name), 'bold')}{summary(report)}"
    yield from _read(report, paint)
    groups = by_phrase(report)
    for severity in SEVERITIES:
        found = [one for one in groups if one[0].severity == severity]
        if found:
            yield from ("", paint(HEADINGS[severity], "bold"))
            for group in found:
                yield from _phrase(report.document, group, paint, sources)
    if report.accepted:
        yield from ("", paint("Accepted", "bold"), *map(_accepted, report.accepted))
    if report.notes:
        yield ""
        yield from (f"note: {printable(note)}" for note in report.notes)


def _end(report: Report, paint: Paint, sources: Sources) -> Iterator[str]:
    if sources.lines():
        yield from ("", paint("Sources", "bold"))
        yield from (paint(f"  {line}", "faint") for line in sources.lines())
    yield from ("", paint(report.notice, "faint"))


def _read(report: Report, paint: Paint) -> Iterator[str]:
    lines = list(reading_lines(report))
    if lines:
        yield from ("", paint("What was read", "bold"))
        width = max(len(label) for label, _ in lines)
        yield from (f"  {label:<{width}}  {printable(words)}" for label, words in lines)


def _phrase(
    document: str, group: tuple[Finding, ...], paint: Paint, sources: Sources
) -> Iterator[str]:
    """Yield a line for each finding on a phrase, then once the words and what could stand instead."""
    lead = group[0]
    yield from (_finding(document, one, paint, sources) for one in group)
    if lead.excerpt and lead.match:
        yield from excerpt(lead, paint)
    for field in dict.fromkeys(one.field for one in group if one.field):
        yield f"    field: {field}"
    for places in dict.fromkeys(map(other_places, group)):
        if places:
            yield f"    also: {'lines ' if lead.line and lead.also else ''}{places}"
    if suggested(group):
        yield f"    try: {'; '.join(suggested(group))}"


def _finding(document: str, finding: Finding, paint: Paint, sources: Sources) -> str:
    kind = " (review)" if finding.kind == "review" else ""
    where = ":".join(part for part in (document, finding.place) if part)
    start = f"{printable(where)}: " if where else ""
    mark = f" {sources.mark(finding)}" if sources.mark(finding) else ""
    return (
        f"{paint(start, 'bold')}{paint(finding.severity, finding.severity)}{kind} "
        f"{finding.code} {finding.slug}: {printable(finding.message)}{mark}"
    )


_MOST_PLACES = 12


def other_places(finding: Finding) -> str:
    """Return where else the words of a finding stand: the first places, and how often where there are more."""
    named = ", ".join(finding.also[:_MOST_PLACES])
    many = finding.times > _MOST_PLACES
    return f"{named} … ({finding.times:,} times in all)".strip(" ,") if many else named


def excerpt(finding: Finding, paint: Paint) -> Iterator[str]:
    """Yield the text around the match, cut to one line, with the match underlined."""
    start = max(finding.offset - _BEFORE, 0)
    text = printable(finding.excerpt[start : start + _WIDTH])
    lead = "…" if start else ""
    size = max(min(len(finding.match), _WIDTH - (finding.offset - start)), 1)
    yield f"    {lead}{text}{'…' if start + _WIDTH < len(finding.excerpt) else ''}"
    yield f"    {' ' * (len(lead) + finding.offset - start)}{paint('^' * size, finding.severity)}"


def _accepted(one: Accepted) -> str:
    finding = one.finding
    words = f' "{finding.match}"' if finding.match else ""
    until = f", until {long_date(one.until)}" if one.until else ""
    return printable(f"  {finding.code} {finding.slug}{words}: {one.reason}{until}")


def printable(text: str) -> str:
    """Return a text without control characters, which could steer the terminal: each is a middle dot."""
    return "".join(char if char.isprintable() else "·" for char in text)


def summary(report: Report) -> str:
    """Return one line with the number of findings of each severity.

    >>> summary(Report(document="posting.md"))
    'No findings.'
    """
    return counted(report.counts, report.suppressed)


def counted(counts: dict[str, int], accepted: int) -> str:
    """Return numbers of findings in words.

    >>> counted({"error": 2, "warning": 1, "info": 0}, 3)
    '2 errors, 1 warning, 3 accepted.'
    """
    parts = [
        f"{counts[name]} {name}{'s' * (counts[name] != 1 and name != 'info')}"
        for name in SEVERITIES
        if counts[name]
    ]
    found = ", ".join(parts) or "No findings"
    return f"{found}{f', {accepted} accepted' if accepted else ''}."
