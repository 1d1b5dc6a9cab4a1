"""A report as a SARIF 2.1.0 log, which code-scanning tools read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from casemgr_jd.checks.many import Reports, Unreadable
from casemgr_jd.checks.report import NOTICE, Accepted, Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules
from casemgr_jd.checks.views.explain import rule_anchor, rule_page
from casemgr_jd.checks.views.standing import standing_data

__all__ = ["sarif_of", "to_sarif", "to_sarif_of_many"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_KINDS = {"fail": "fail", "review": "review", "pass": "pass", "not_applicable": "notApplicable"}


def to_sarif(report: Report) -> dict[str, Any]:
    """Return the report as a SARIF log with one run; every known rule is declared, so that mended alerts close."""
    return sarif_of((report,))


def to_sarif_of_many(reports: Reports) -> dict[str, Any]:
    """Return reports as one SARIF log with one run."""
    return sarif_of(reports.reports, reports.unreadable)


def sarif_of(reports: Iterable[Report], unreadable: Iterable[Unreadable] = ()) -> dict[str, Any]:
    """Return reports as one SARIF log with one run; a document that could not be read fails the run, by name."""
    from casemgr_jd._version import __version__

    reports, failed = tuple(reports), tuple(unreadable)
    known = rules()
    indexes = {rule.code: index for index, rule in enumerate(known)}
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "casemgr-jd",
                "semanticVersion": __version__,
                "shortDescription": {"text": "Checks Case Manager job postings."},
                "fullDescription": {"text": NOTICE},
                "rules": [_rule(rule) for rule in known],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [one for report in reports for one in _results(report, indexes)],
        "properties": {
            "notice": NOTICE,
            "notes": list(dict.fromkeys(note for report in reports for note in report.notes)),
            "suppressed": sum(report.suppressed for report in reports),
        },
    }
    if failed:
        run["invocations"] = [_invocation(failed)]
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _invocation(failed: tuple[Unreadable, ...]) -> dict[str, Any]:
    return {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": f"{one.document}: {one.reason}"},
                "locations": [
                    {"physicalLocation": {"artifactLocation": {"uri": _uri(one.document)}}}
                ],
            }
            for one in failed
        ],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    made: dict[str, Any] = {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.slug.split("-")),
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": _help(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": [rule.family, rule.slug], "confidence": rule.confidence},
    }
    if rule_anchor(rule):
        made["properties"]["page"] = rule_anchor(rule)
    page = rule_page(rule)
    return {**made, "helpUri": page} if page else made


def _help(rule: Rule) -> str:
    sources = "; ".join(f"{source.title} {source.url}".strip() for source in rule.sources)
    return f"{rule.why} Sources: {sources}." if sources else rule.why


def _results(report: Report, indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    met: Counter[tuple[str, str, str]] = Counter()
    accepted = {id(one.finding): one for one in report.accepted}
    for finding in (*report, *(one.finding for one in report.accepted)):
        # the second finding of the same words is another alert, and stays so when lines before it move
        key = (finding.code, finding.path, finding.match.lower())
        met[key] += 1
        print_ = sha256("\0".join((*key, str(met[key]))).encode("utf-8", "replace")).hexdigest()
        made = {
            **_result(report.document, finding, indexes),
            "partialFingerprints": {"codePathMatch/v1": print_[:32]},
        }
        if id(finding) in accepted:
            made["suppressions"] = [_suppression(accepted[id(finding)])]
        yield made


def _suppression(one: Accepted) -> dict[str, Any]:
    until = f" (until {one.until})" if one.until else ""
    return {"kind": "external", "status": "accepted", "justification": f"{one.reason}{until}"}


def _result(document: str, finding: Finding, indexes: dict[str, int]) -> dict[str, Any]:
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "kind": _KINDS[finding.kind],
        # SARIF gives a level only to what fails
        "level": _LEVELS[finding.severity] if finding.kind == "fail" else "none",
        "message": {"text": finding.message},
        "locations": [_location(document, finding)],
        "properties": {
            "severity": finding.severity,
            "confidence": finding.confidence,
            "suggestions": list(finding.suggestions),
            **({"times": finding.times} if finding.times > 1 else {}),
            **({"field": finding.field} if finding.field else {}),
            **({"laws": [standing_data(one) for one in finding.laws]} if finding.laws else {}),
        },
    }
    if finding.also:
        made["relatedLocations"] = [_related(document, one) for one in finding.also]
    if finding.code in indexes:
        made["ruleIndex"] = indexes[finding.code]
    return made


def _related(document: str, place: str) -> dict[str, Any]:
    """Another place where the same words stand: a line, or a node of a typed posting."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(document)}}
    if place.isdigit():
        return {"physicalLocation": {**physical, "region": {"startLine": int(place)}}}
    return {
        "physicalLocation": physical,
        "logicalLocations": [{"fullyQualifiedName": place, "kind": "element"}],
    }


def _location(document: str, finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line or 1}
    if finding.line and finding.end_line:
        region |= {
            "startColumn": max(finding.column, 1),
            "endLine": finding.end_line,
            "endColumn": max(finding.end_column, finding.column)
            if finding.end_line == finding.line
            else finding.end_column,
            "snippet": {"text": finding.match},
        }
    made: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(document)},
            "region": region,
        }
    }
    if finding.path:
        made["logicalLocations"] = [{"fullyQualifiedName": finding.path, "kind": "element"}]
    return made


def _uri(document: str) -> str:
    """A path as a reference that a reader resolves from the root of the repository."""
    path = document.replace("\\", "/")
    return f"file://{quote(path)}" if path.startswith("/") else quote(path or "posting")
