"""A report as a document, which every text format can render."""

from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.checks.views.text import source, summary
from casemgr_jd.model.document import Bullet, BulletList, Document, Paragraph, Section
from casemgr_jd.model.text import Text

__all__ = ["to_document"]

_TITLES = {"error": "Errors", "warning": "Warnings", "info": "Information"}


def to_document(report: Report) -> Document:
    """Return the report as a document: a section for each severity, a bullet for each finding."""
    name = f" on {report.document}" if report.document else ""
    sections = [
        Section(
            severity,
            _TITLES[severity],
            [BulletList([_bullet(f) for f in report if f.severity == severity])],
        )
        for severity in SEVERITIES
        if report.counts[severity]
    ]
    notes = [Paragraph(Text.plain(note)) for note in report.notes]
    return Document(
        Text.plain(f"Report{name}"),
        [
            Paragraph(Text.plain(summary(report))),
            *notes,
            *sections,
            Paragraph(Text.plain(report.notice)),
        ],
    )


def _bullet(finding: Finding) -> Bullet:
    place = f"line {finding.line}, column {finding.column}" if finding.line else finding.path
    where = f" ({place})" if place else ""
    review = " Please review." if finding.kind == "review" else ""
    cited = f" Source: {source(finding.citation)}." if finding.citation is not None else ""
    tries = f" Try: {'; '.join(finding.suggestions)}." if finding.suggestions else ""
    return Bullet(
        Text.plain(f"{finding.message}{where}{review}{tries}{cited}"),
        label=f"{finding.code} {finding.slug}",
    )
