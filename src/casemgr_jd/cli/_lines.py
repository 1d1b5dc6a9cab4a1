"""On which line of a requisition's file a field stands, so that a finding points there."""

import re
from pathlib import Path

from casemgr_jd import _attrs as attrs
from casemgr_jd._files import decoded, read_file
from casemgr_jd.checks.report import Finding, Report
from casemgr_jd.errors import InputError

__all__ = ["line_of", "with_lines"]

_NUMBERED = re.compile(r"(\w+)\[(\d+)\]")


def with_lines(report: Report, path: Path) -> Report:
    """Return the report on a requisition with the line of the field that each finding is about."""
    try:
        text = decoded(read_file(path))
    except InputError:
        return report
    return attrs.evolve(report, findings=tuple(_with_line(one, text) for one in report))


def _with_line(finding: Finding, text: str) -> Finding:
    name = finding.field or (finding.path if finding.path.startswith("suppress[") else "")
    line = line_of(text, name) if name else 0
    return attrs.evolve(finding, line=line, column=1) if line else finding


def line_of(text: str, name: str) -> int:
    """Return the line on which a field is given in TOML or JSON text, or 0 where it is not.

    >>> line_of('title = "A"\\n[pay]\\nrate = 1\\n', "pay")
    2
    >>> line_of('[[suppress]]\\na = 1\\n[[suppress]]\\n', "suppress[1]")
    3
    """
    numbered = _NUMBERED.fullmatch(name)
    field, index = (numbered[1], int(numbered[2])) if numbered else (name, 0)
    word = re.escape(field)
    given = re.compile(rf'^\s*(?:\[\[?\s*{word}\s*\]\]?|"?{word}"?\s*[=:]|{word}\.)', re.MULTILINE)
    lines = [text.count("\n", 0, match.end()) + 1 for match in given.finditer(text)]
    return lines[index] if index < len(lines) else 0
