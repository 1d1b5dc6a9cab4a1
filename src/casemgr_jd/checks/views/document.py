"""A report as a document, which every format can render."""

from collections.abc import Iterable, Iterator
from textwrap import shorten

from casemgr_jd.checks.report import Accepted, Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.checks.views.names import names_file, short_names
from casemgr_jd.checks.views.phrases import by_phrase, suggested
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
from casemgr_jd.model.moment import long_date
from casemgr_jd.model.reading import closed
from casemgr_jd.model.text import Text

__all__ = ["finding_document", "paragraph", "report_blocks", "source_blocks", "to_document"]

_EXCERPT = 72
"""Letters of the words that tell where something stands."""
_ALL_WELL = "✓"
_WHOLE = "The posting as a whole"
"""Heads what is said of no words of it."""


def to_document(report: Report) -> Document:
    """Return the report as a document: a summary, a section for each severity, what was read."""
    (file,) = short_names([report.document])
    name = (title_read(report) or file) if names_file(file) or not file else file
    sources = Sources(_as_told(report))
    head = [Fact("Checked", long_date(report.today))] if report.today else []
    head += [Fact("File", Text.plain(file))] if file and file != name else []
    return Document(
        Text.plain(f"Report on {name}" if name else "Report"),
        [*report_blocks(report, sources, head), *source_blocks(sources), paragraph(report.notice)],
    )


def _as_told(report: Report) -> Iterator[Finding]:
    """Yield the findings in the order in which the document tells them, so that its numbers rise."""
    groups = by_phrase(report)
    for severity in SEVERITIES:
        found = [one for one in groups if one[0].severity == severity]
        for group in sorted(found, key=lambda one: not _has_place(one)):
            yield from group


def report_blocks(report: Report, sources: Sources, head: Iterable[Fact] = ()) -> Iterator[Block]:
    """Yield what a document says of one report, without the list of sources."""
    yield FactList([*_counted(report), *head])
    groups = by_phrase(report)
    for severity in SEVERITIES:
        found = [one for one in groups if one[0].severity == severity]
        if found:
            yield Section(severity, HEADINGS[severity], list(_told(severity, found, sources)))
    if report.accepted:
        accepted = [_accepted(one) for one in report.accepted]
        yield Section("accepted", "Accepted", [BulletList(accepted)])
    yield from map(paragraph, report.notes)
    lines = list(reading_lines(report))
    if lines:
        # Where all is well, few look at what was read.
        folded = not report.findings
        yield Section("read", "What was read", [FactList(_read(lines))], folded=folded)


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


def _counted(report: Report) -> Iterator[Fact]:
    """Yield how much was found, which one reads at a glance; where that is nothing, that it is well."""
    if not report.findings:
        yield Fact("Result", Text.plain(f"{_ALL_WELL} {summary(report)}"))
        return
    for name in SEVERITIES:
        yield Fact(HEADINGS[name], str(report.counts[name]))
    if report.suppressed:
        yield Fact("Accepted", str(report.suppressed))


def finding_document(finding: Finding) -> Document:
    """Return one finding as a document: what to do, about which words, where, and by which source."""
    source = finding.citation
    told = {
        "Severity": finding.severity,
        "Words": finding.match,
        "Stands in": finding.excerpt if finding.excerpt != finding.match else "",
        "Place": _where(finding),
        "Also at": other_places(finding),
        "Try": "; ".join(suggested([finding])),
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


_Group = tuple[Finding, ...]


def _told(severity: str, groups: list[_Group], sources: Sources) -> Iterator[Block]:
    """Yield a section for each phrase, then what is said of no words in one list."""
    phrases = [one for one in groups if _has_place(one)]
    for number, group in enumerate(phrases, 1):
        yield Section(
            f"{severity}_{number}",
            _phrase(group[0]),
            [BulletList([_bullet(one, severity, sources) for one in group]), *_beside(group)],
        )
    whole = [
        _bullet(one, severity, sources) for group in groups for one in group if group not in phrases
    ]
    if whole and phrases:
        yield Section(f"{severity}_whole", _WHOLE, [BulletList(whole)])
    elif whole:
        yield BulletList(whole)


def _has_place(group: _Group) -> bool:
    return any(one.match or one.line or one.field or suggested([one]) for one in group)


def _phrase(finding: Finding) -> str:
    """Return what heads the findings on a phrase: its words, else what they miss."""
    words = shorten(finding.match, _EXCERPT, placeholder=" …")
    return f'"{words}"' if words else f"{finding.code} {finding.slug}"


def _beside(group: _Group) -> Iterator[Block]:
    lead = group[0]
    told = {
        "Place": _where(lead),
        "Also at": "; ".join(dict.fromkeys(filter(None, map(other_places, group)))),
        "Try": "; ".join(suggested(group)),
    }
    facts = [Fact(label, Text.plain(words)) for label, words in told.items() if words]
    if facts:
        yield FactList(facts)


def _bullet(finding: Finding, severity: str, sources: Sources) -> Bullet:
    weight = "" if finding.severity == severity else f" ({finding.severity})"
    review = " Please review." if finding.kind == "review" else ""
    # The number of a source does not stand alone on a line.
    mark = f"\u00a0{sources.mark(finding)}" if sources.mark(finding) else ""
    return Bullet(
        Text.plain(f"{finding.message}{review}{mark}"),
        label=f"{finding.code} {finding.slug}{weight}",
    )


def _accepted(one: Accepted) -> Bullet:
    words = f"“{one.finding.match}”: " if one.finding.match else ""
    until = f" Until {long_date(one.until)}." if one.until else ""
    return Bullet(
        Text.plain(f"{words}{closed(one.reason)}{until}"),
        label=f"{one.finding.code} {one.finding.slug}",
    )
