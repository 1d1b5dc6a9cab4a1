"""The reports on many documents: as text, as data, as one document."""

import json
from collections.abc import Iterator
from typing import Any

from casemgr_jd._paint import Paint
from casemgr_jd.checks.many import Reports
from casemgr_jd.checks.views import data, text
from casemgr_jd.checks.views.document import paragraph, report_blocks, source_blocks
from casemgr_jd.checks.views.names import short_names
from casemgr_jd.checks.views.sources import Sources
from casemgr_jd.model.document import Document, Section, Table
from casemgr_jd.model.text import Text

__all__ = ["to_dict", "to_document", "to_json", "to_text"]


def to_text(reports: Reports, *, color: bool = False) -> str:
    """Return the reports as text, without a final line break."""
    return "\n".join(_lines(reports, Paint(color)))


def _lines(reports: Reports, paint: Paint) -> Iterator[str]:
    sources = Sources(finding for report in reports for finding in report)
    yield paint(_summary(reports), "bold")
    for report in reports:
        yield f"  {text.printable(report.document)}: {text.summary(report)}"
    for one in reports.unreadable:
        yield f"  {text.printable(one.document)}: not checked: {text.printable(one.reason)}"
    for report in reports:
        yield ""
        yield from text.body(report, paint, sources)
    if sources.lines():
        yield from ("", paint("Sources", "bold"))
        yield from (paint(f"  {line}", "faint") for line in sources.lines())
    yield from ("", paint(reports.notice, "faint"))


def _summary(reports: Reports) -> str:
    counted = text.counted(reports.counts, reports.suppressed)
    number = f"{len(reports)} document{'s' * (len(reports) != 1)}"
    failed = f", {len(reports.unreadable)} not checked" if reports.unreadable else ""
    return f"{number}{failed}: {counted}"


def to_dict(reports: Reports) -> dict[str, Any]:
    """Return the reports as plain data."""
    return {
        "schema_version": data.SCHEMA_VERSION,
        "reports": [data.to_dict(report) for report in reports],
        "unreadable": [
            {"document": one.document, "reason": one.reason} for one in reports.unreadable
        ],
        "counts": {**reports.counts, "suppressed": reports.suppressed},
        "notice": reports.notice,
    }


def to_json(reports: Reports) -> str:
    """Return the reports as JSON text, without a final line break."""
    return json.dumps(to_dict(reports), ensure_ascii=False, indent=2)


def to_document(reports: Reports) -> Document:
    """Return the reports as one document: a table of documents, then a section for each."""
    sources = Sources(finding for report in reports for finding in report)
    names = short_names([one.document for one in (*reports, *reports.unreadable)])
    found = [text.summary(one) for one in reports]
    found += [f"Not checked: {one.reason}" for one in reports.unreadable]
    sections = [
        Section(f"document_{number}", name or "Text", tuple(report_blocks(one, sources)))
        for number, (name, one) in enumerate(zip(names, reports), 1)
    ]
    return Document(
        Text.plain(f"Report on {len(reports)} documents"),
        [
            paragraph(_summary(reports)),
            Table(["Document", "Findings"], list(zip(names, found))),
            *sections,
            *source_blocks(sources),
            paragraph(reports.notice),
        ],
    )
