"""A report as a SARIF 2.1.0 log, which code-scanning tools read."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.rules import rules

__all__ = ["to_sarif"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_KINDS = {"fail": "fail", "review": "review", "pass": "pass", "not_applicable": "notApplicable"}


def to_sarif(report: Report) -> dict[str, Any]:
    """Return the report as a SARIF log with one run; every known rule is declared, so that mended alerts close."""
    from casemgr_jd._version import __version__

    known = rules()
    indexes = {rule.code: index for index, rule in enumerate(known)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "casemgr-jd",
                        "semanticVersion": __version__,
                        "shortDescription": {"text": "Checks Case Manager job postings."},
                        "fullDescription": {"text": report.notice},
                        "rules": [_rule(rule) for rule in known],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": list(_results(report, indexes)),
                "properties": {
                    "notice": report.notice,
                    "notes": list(report.notes),
                    "suppressed": report.suppressed,
                },
            }
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
    url = next((source.url for source in rule.sources if source.url), "")
    return {**made, "helpUri": url} if url else made


def _help(rule: Rule) -> str:
    sources = "; ".join(f"{source.title} {source.url}".strip() for source in rule.sources)
    return f"{rule.why} Sources: {sources}." if sources else rule.why


def _results(report: Report, indexes: dict[str, int]) -> Iterator[dict[str, Any]]:
    met: Counter[tuple[str, str, str]] = Counter()
    for finding in report:
        # the second finding of the same words is another alert, and stays so when lines before it move
        key = (finding.code, finding.path, finding.match.lower())
        met[key] += 1
        print_ = sha256("\0".join((*key, str(met[key]))).encode("utf-8", "replace")).hexdigest()
        yield {
            **_result(report.document, finding, indexes),
            "partialFingerprints": {"codePathMatch/v1": print_[:32]},
        }


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
        },
    }
    if finding.code in indexes:
        made["ruleIndex"] = indexes[finding.code]
    return made


def _location(document: str, finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": finding.line or 1}
    if finding.line:
        region |= {
            "startColumn": finding.column,
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
