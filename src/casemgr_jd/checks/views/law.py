"""The legal findings alone, for counsel: by jurisdiction, with dates, threshold, reach, confidence and source."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._names import joined
from casemgr_jd.checks.many import Reports
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.checks.views.document import paragraph
from casemgr_jd.checks.views.standing import (
    dates_words,
    reach_words,
    standing_data,
    threshold_words,
)
from casemgr_jd.law import Law, PayLaw, Standing, about, place_name, turned
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Fact, FactList, Section
from casemgr_jd.model.moment import long_date
from casemgr_jd.model.text import Text

__all__ = ["changed", "law_data", "law_document", "legal"]

_INTRODUCTION = (
    "What law asks of the wording of these postings, as far as the packaged records hold it. Each law is named with "
    "its source; a threshold that is not known is said to be so. What no law asks is left out."
)


def legal(report: Report) -> tuple[Finding, ...]:
    """Return the findings of a report that rest on a law."""
    return tuple(one for one in report if one.laws)


def law_document(reports: Reports) -> Document:
    """Return the legal findings of reports as a document, grouped by jurisdiction and law."""
    found = _by_law(reports)
    places = dict.fromkeys(standing.reach.place.name for standing, _ in found)
    blocks: list[Block] = [paragraph(_INTRODUCTION), paragraph(_day(reports))]
    for name in sorted(places):
        here = [one for one in found if one[0].reach.place.name == name]
        blocks.append(Section(_id(name), name, [_law(*one) for one in here]))
    if not found:
        blocks.append(paragraph("No finding rests on a law."))
    blocks += _looked_at(reports)
    return Document(Text.plain("Law: what was found"), [*blocks, paragraph(reports.notice)])


def law_data(reports: Reports) -> dict[str, Any]:
    """Return the legal findings of reports as plain data, grouped by jurisdiction and law."""
    return {
        "day": sorted({f"{one.today}" for one in reports if one.today}),
        "laws": [
            {
                "about": about(one.law),
                **standing_data(one),
                "findings": [
                    {
                        "document": report.document,
                        "code": finding.code,
                        "severity": finding.severity,
                        "kind": finding.kind,
                        "message": finding.message,
                        "match": finding.match,
                        "line": finding.line or None,
                        "path": finding.path or None,
                    }
                    for report, finding in found
                ],
            }
            for one, found in _by_law(reports)
        ],
        "not_applied": [line for report in reports for line in _spared(report)],
        "unreadable": [one.document for one in reports.unreadable],
        "notice": reports.notice,
    }


def changed(reports: Reports, since: date) -> Reports:
    """Return the findings that exist because a law began, changed or ended after a day.

    A finding counts where one of its laws turned after that day and up to the day of the check.
    """
    return attrs.evolve(reports, reports=tuple(_changed(one, since) for one in reports))


def _changed(report: Report, since: date) -> Report:
    until = report.today or date.max
    standing = [one.law for place in report.surveyed for one in place.applied]
    news = list(
        turned([*standing, *(one.law for each in report for one in each.laws)], since, until)
    )
    kept = tuple(one for one in report if any(each.law in news for each in one.laws))
    told = dict.fromkeys(
        f"Since {long_date(since)}: {place_name(law.place)}, {about(law)} ({law.citation}), {dates_words(law)}."
        for law in news
    )
    return attrs.evolve(report, findings=kept, accepted=(), notes=(*told, *report.notes))


def _day(reports: Reports) -> str:
    days = map(long_date, sorted({one.today for one in reports if one.today}))
    named = joined(days, ";")
    return f"Law as of {named}." if named else "Law as of the day on which it was gathered."


_Found = tuple[Standing[Any], list[tuple[Report, Finding]]]


def _by_law(reports: Iterable[Report]) -> list[_Found]:
    found: dict[tuple[str, str, str, str], _Found] = {}
    for report in reports:
        for finding in legal(report):
            for one in finding.laws:
                key = (one.law.place, one.law.citation, one.threshold, one.reach.how)
                found.setdefault(key, (one, []))[1].append((report, finding))
    return list(found.values())


def _law(one: Standing[Any], findings: list[tuple[Report, Finding]]) -> Section:
    law: Law = one.law
    facts = [
        ("Law", law.citation),
        ("In force", dates_words(law)),
        ("Threshold", threshold_words(one)),
        ("Reach", reach_words(one)),
        ("Applies", {"yes": "yes", "unknown": "not known", "no": "no"}[one.applies]),
        (
            "Confidence",
            f"{law.confidence}; gathered {long_date(law.as_of)}, to be looked at by {long_date(law.review_by)}",
        ),
        ("Source", law.address or "none that can be opened"),
        *((("Read at", law.url),) if law.url and law.url != law.address else ()),
        *_of_pay(law),
        *((("Note", law.note),) if law.note else ()),
    ]
    heaviest = sorted(findings, key=lambda found: SEVERITIES.index(found[1].severity))
    return Section(
        "",
        f"{about(law).capitalize()} ({law.citation})",
        [
            FactList([Fact(label, Text.plain(words)) for label, words in facts]),
            BulletList([_finding(*found) for found in heaviest]),
        ],
    )


def _of_pay(law: Law) -> Iterator[tuple[str, str]]:
    if isinstance(law, PayLaw):
        wanted = {"Good faith": law.good_faith, "Cure": law.cure, "Penalty": law.penalty}
        yield from ((label, words) for label, words in wanted.items() if words)


def _finding(report: Report, finding: Finding) -> Bullet:
    where = ":".join(part for part in (report.document, finding.place) if part)
    quoted = f" “{finding.match}”" if finding.match else ""
    kind = ", review" if finding.kind == "review" else ""
    place = f"{where}{quoted}: " if where or quoted else ""
    return Bullet(
        Text.plain(f"{place}{finding.message}"),
        label=f"{finding.severity}{kind}, {finding.code}",
    )


def _looked_at(reports: Reports) -> Iterator[Block]:
    """What was looked at and does not apply, so that a short report is not taken for a clean bill."""
    lines = list(dict.fromkeys(line for report in reports for line in _spared(report)))
    if lines:
        bullets = [Bullet(Text.plain(line)) for line in lines]
        yield Section("spared", "Looked at, and not applied", [BulletList(bullets)])


def _spared(report: Report) -> Iterator[str]:
    name = f"{report.document}: " if report.document else ""
    places = [one for one in report.surveyed if one.reach.how != "country"]
    if report.reading is not None and not places:
        yield f"{name}state unknown: state and local law not checked."
    for place in places:
        if place.reach.how == "federal":
            yield f"{name}{place.reach.place.name}: a federal agency is hiring."
            continue
        for one in place.spared:
            words = f"{place.reach.place.name}, {about(one.law)} ({one.law.citation})"
            yield f"{name}{words}: {threshold_words(one)}."
        for law in place.announced:
            yield f"{name}{place.reach.place.name}, {about(law)} ({law.citation}): {_begins(law)}."


def _begins(law: Law) -> str:
    return f"begins {long_date(law.starts)}" if law.starts else "has not begun"


def _id(name: str) -> str:
    return "".join(char if char.isalnum() else "_" for char in name.lower())
