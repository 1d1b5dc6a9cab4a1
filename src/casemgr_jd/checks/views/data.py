"""A report as plain data and as JSON; the shape is published in ``data/schemas/report.schema.json``."""

import json
from typing import Any

from casemgr_jd._resources import read_text
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.views.standing import standing_data
from casemgr_jd.law import Surveyed, about

__all__ = ["SCHEMA_VERSION", "schema", "to_dict", "to_json"]

SCHEMA_VERSION = 1


def schema() -> str:
    """Return the JSON Schema (2020-12) of a report as JSON text.

    >>> report = json.loads(schema())["$defs"]["report"]
    >>> report["properties"]["schema_version"]["const"] == SCHEMA_VERSION
    True
    """
    return read_text("data", "schemas", "report.schema.json")


def to_dict(report: Report) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "document": report.document,
        "findings": [_finding(finding) for finding in report],
        "counts": {**report.counts, "suppressed": report.suppressed},
        "today": report.today.isoformat() if report.today else None,
        "reading": report.reading.to_dict() if report.reading is not None else None,
        "law": [_place(one) for one in report.surveyed],
        "accepted": [
            {
                "finding": _finding(one.finding),
                "reason": one.reason,
                "until": one.until.isoformat() if one.until else None,
            }
            for one in report.accepted
        ],
        "notes": list(report.notes),
        "notice": report.notice,
    }


def to_json(report: Report) -> str:
    """Return the report as JSON text, without a final line break."""
    return json.dumps(to_dict(report), ensure_ascii=False, indent=2)


def _finding(finding: Finding) -> dict[str, Any]:
    citation = finding.citation
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity,
        "kind": finding.kind,
        "confidence": finding.confidence,
        "message": finding.message,
        "match": finding.match,
        "line": finding.line or None,
        "column": finding.column or None,
        "path": finding.path or None,
        "field": finding.field or None,
        "also": list(finding.also),
        "times": finding.times,
        "suggestions": list(finding.suggestions),
        "citation": None
        if citation is None
        else {
            "title": citation.title,
            "publisher": citation.publisher,
            "url": citation.url,
            "as_of": citation.as_of.isoformat() if citation.as_of else None,
            "confidence": citation.confidence,
        },
        "laws": [standing_data(one) for one in finding.laws],
    }


def _place(one: Surveyed) -> dict[str, Any]:
    return {
        "place": one.reach.place.id,
        "place_name": one.reach.place.name,
        "how": one.reach.how,
        "certain": one.reach.certain,
        "laws": [{"about": about(law.law), **standing_data(law)} for law in one.standings],
        "announced": [
            {"about": about(law), "citation": law.citation, "starts": f"{law.starts}"}
            for law in one.announced
        ],
    }
