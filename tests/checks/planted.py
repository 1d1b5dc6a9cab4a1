"""Documents with planted defects: which were found, and where."""

import tomllib
from pathlib import Path
from typing import Any

from casemgr_jd.checks.report import Finding, Report

CORPUS = Path(__file__).parent / "corpus"


def expected(name: str) -> list[dict[str, Any]]:
    """The planted defects of one bad posting."""
    tables = tomllib.loads((CORPUS / "bad" / "expected.toml").read_text(encoding="utf-8"))
    return list(tables[name]["defects"])


def lines_of(text: str, words: str) -> set[int]:
    """The lines on which these words stand."""
    lines, offset = set[int](), text.find(words)
    while offset >= 0:
        lines.add(text.count("\n", 0, offset) + 1)
        offset = text.find(words, offset + 1)
    return lines


def is_found(defect: dict[str, Any], report: Report, text: str) -> bool:
    """Whether a finding with one of the defect's codes stands where the defect was planted."""
    fitting = [f for f in report if f.code.startswith(tuple(defect["codes"]))]
    if "missing" in defect:
        return bool(fitting)
    if "line" in defect:
        return any(f.line == defect["line"] for f in fitting)
    lines = lines_of(text, defect["at"])
    assert lines, f"{defect['at']!r} is not planted"
    return any(_covers(finding, lines, defect["at"]) for finding in fitting)


def _covers(finding: Finding, lines: set[int], words: str) -> bool:
    near = any(finding.line <= line <= max(finding.end_line, finding.line) for line in lines)
    return near or (bool(finding.match) and words in finding.match)
