"""A report as a document, which every format can render."""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from casemgr_jd.checks.report import Accepted, Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.checks.views.names import short_names
from casemgr_jd.checks.views.read import NOT_FOUND, reading_lines, title_read
from casemgr_jd.checks.views.sources import Sources
from casemgr_jd.checks.views.text import HEADINGS, other_places, summary
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
)
from casemgr_jd.model.text import Text

__all__ = ["finding_document", "paragraph", "report_blocks", "source_blocks", "to_document"]

_EXCERPT = 72
"""Letters of the words that tell where something stands."""


def to_document(report: Report) -> Document:
    """Return the report as a document: a summary, a section for each severity, what was read."""
    name = short_names([report.document])[0] or title_read(report)
    sources = Sources(report)
    return Document(
        Text.plain(f"Report on {name}" if name else "Report"),
        [*report_blocks(report, sources), *source_blocks(sources), paragraph(report.notice)],
    )


def report_blocks(report: Report, sources: Sources) -> Iterator[Block]:
    """Yield what a document says of one report, without the list of sources."""
    yield _counted(report)
    for severity in SEVERITIES:
        found = [one for one in report if one.severity == severity]
        if found:
            bullets = [_bullet(one, sources) for one in found]
            yield Section(severity, HEADINGS[severity], [BulletList(bullets)])
    if report.accepted:
        accepted = [_accepted(one) for one in report.accepted]
        yield Section("accepted", "Accepted", [BulletList(accepted)])
    yield from map(paragraph, report.notes)
    lines = list(reading_lines(report))
    if lines:
        yield Section("read", "What was read", [FactList(_read(lines))])


def _read(lines: Iterable[tuple[str, str]]) -> Iterator[Fact]:
    """Yield what was read, then in one line what was not found: a list of it would say nothing else."""
    missed = []
    for label, words in lines:
        if words == NOT_FOUND:
            missed.append(label)
        else:
            yield Fact(label, Text.plain(words))
    if missed:
        yield Fact("Not found", Text.plain("; ".join(missed)))


def _counted(report: Report) -> Block:
    """Return how much was found, which one reads at a glance; a sentence where that is nothing."""
    if not report.findings:
        return paragraph(summary(report))
    counts = {HEADINGS[name]: report.counts[name] for name in SEVERITIES}
    counts |= {"Accepted": report.suppressed} if report.suppressed else {}
    return FactList([Fact(name, str(count)) for name, count in counts.items()])


def finding_document(finding: Finding) -> Document:
    """Return one finding as a document: what to do, about which words, where, and by which source."""
    source = finding.citation
    told = {
        "Severity": finding.severity,
        "Words": finding.match,
        "Stands in": finding.excerpt if finding.excerpt != finding.match else "",
        "Place": _where(finding),
        "Also at": other_places(finding),
        "Try": "; ".join(finding.suggestions),
        "Source": source.title if source else "",
    }
    facts = [Fact(label, Text.plain(words)) for label, words in told.items() if words]
    blocks: list[Block] = [paragraph(finding.message), FactList(facts)]
    return Document(Text.plain(f"{finding.code} {finding.slug}"), blocks)


def _where(finding: Finding) -> str:
    """Return where to mend: a line, a field, or the words that stand there; a path where there is none of them."""
    place = f"line {finding.line}, column {max(finding.column, 1)}" if finding.line else ""
    field = f"field {finding.field}" if finding.field else ""
    words = f'"{shorten(finding.excerpt, _EXCERPT, placeholder=" …")}"' if finding.excerpt else ""
    return "; ".join(filter(None, (place, field))) or words or finding.path


def source_blocks(sources: Sources) -> Iterator[Block]:
    """Yield the list of sources, if there are any."""
    if sources.lines():
        bullets = [Bullet(Text.plain(line)) for line in sources.lines()]
        yield Section("sources", "Sources", [BulletList(bullets)])


def paragraph(words: str) -> Paragraph:
    """Return words as a paragraph, in which no brace is a slot."""
    return Paragraph(Text.plain(words))


def _bullet(finding: Finding, sources: Sources) -> Bullet:
    place = _where(finding)
    sentences = (
        finding.message,
        f"{'In' if place.startswith('field') else 'At'} {place}." if place else "",
        f"Also at {other_places(finding)}." if other_places(finding) else "",
        "Please review." if finding.kind == "review" else "",
        f"Try: {'; '.join(finding.suggestions)}." if finding.suggestions else "",
        sources.mark(finding),
    )
    return Bullet(
        Text.plain(" ".join(filter(None, sentences))),
        label=f"{finding.code} {finding.slug}",
    )


def _accepted(one: Accepted) -> Bullet:
    words = f"“{one.finding.match}”: " if one.finding.match else ""
    until = f" Until {one.until}." if one.until else ""
    return Bullet(
        Text.plain(f"{words}{one.reason}.{until}"),
        label=f"{one.finding.code} {one.finding.slug}",
    )
