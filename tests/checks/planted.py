"""Documents with planted defects: which were found, and where; and the same document in other formats."""

import html
import io
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

from casemgr_jd.checks.report import Finding, Report

CORPUS = Path(__file__).parent / "corpus"
_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()]+)\)")
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def planted_in(name: str) -> list[dict[str, Any]]:
    """The planted defects of one bad posting."""
    tables = tomllib.loads((CORPUS / "bad" / "expected.toml").read_text(encoding="utf-8"))
    return list(tables[name]["defects"])


def sixty() -> list[dict[str, Any]]:
    """The defects planted in the long test document."""
    tables = tomllib.loads((CORPUS / "sixty-defects.toml").read_text(encoding="utf-8"))
    return list(tables["defects"])


def is_found(defect: dict[str, Any], report: Report, text: str) -> bool:
    """Whether a finding with one of the defect's codes stands where the defect was planted.

    *text* is the document as its lines are counted: the source of a text, the paragraphs of a Word document.
    """
    fitting = [finding for finding in report if _is_told(finding, defect["codes"])]
    if "missing" in defect:
        return bool(fitting)
    if "line" in defect:
        return any(finding.line == defect["line"] for finding in fitting)
    lines = _lines_of(text, defect["at"])
    assert lines, f"{defect['at']!r} is not planted"
    return any(_covers(finding, lines, defect["at"]) for finding in fitting)


def _is_told(finding: Finding, codes: list[str]) -> bool:
    """Whether a finding has one of the codes, or tells of what has one beside its own."""
    return finding.code.startswith(tuple(codes)) or any(
        f"({code}" in finding.message for code in codes
    )


def _lines_of(text: str, words: str) -> set[int]:
    lines, offset = set[int](), text.find(words)
    while offset >= 0:
        lines.add(text.count("\n", 0, offset) + 1)
        offset = text.find(words, offset + 1)
    return lines


_QUOTED = re.compile('"([^"]*)"')


def _covers(finding: Finding, lines: set[int], words: str) -> bool:
    """The finding's lines hold the words; where it shows a match of the line, the two overlap."""
    near = any(finding.line <= line <= max(finding.end_line, finding.line) for line in lines)
    if lines.intersection(int(line) for line in finding.also if line.isdigit()):
        return True
    if not near or not finding.excerpt or words not in finding.excerpt:
        return near
    if any(words in quoted for quoted in _QUOTED.findall(finding.message)):
        return True
    starts = [match.start() for match in re.finditer(re.escape(words), finding.excerpt)]
    end = finding.offset + max(len(finding.match), 1)
    return any(finding.offset < start + len(words) and start < end for start in starts)


def as_text(markdown: str) -> str:
    """A Markdown posting as plain text: headings in capitals, links as their words."""
    lines = []
    for line in _LINK.sub(r"\1", markdown).split("\n"):
        if line.startswith("# "):
            line = line[2:]
        elif line.startswith("#"):
            line = line.lstrip("# ").upper()
        lines.append(line.replace("**", ""))
    return "\n".join(lines)


def as_html(markdown: str) -> str:
    """A Markdown posting (of the few forms the corpus uses) as a page of HTML."""
    parts = ["<!DOCTYPE html>", "<html><body>"]
    for line in markdown.split("\n"):
        if not line:
            continue
        level = len(line) - len(line.lstrip("#"))
        tag = f"h{level}" if level else "li" if line.startswith("- ") else "p"
        body = line.lstrip("# ") if level else line.removeprefix("- ")
        escaped = _LINK.sub(
            lambda match: f'<a href="{match[2]}">{match[1]}</a>', html.escape(body, quote=False)
        )
        parts.append(f"<{tag}>{escaped}</{tag}>")
    return "\n".join([*parts, "</body></html>"])


def as_docx(markdown: str) -> tuple[bytes, str]:
    """A Markdown posting as a Word document, and its paragraphs as the lines they count as."""
    paragraphs, lines = [], []
    for line in _LINK.sub(r"\1", markdown).split("\n"):
        if not line:
            continue
        level = len(line) - len(line.lstrip("#"))
        style = f"Heading{level}" if level else "ListBullet" if line.startswith("- ") else ""
        body = line.lstrip("# ") if level else line.removeprefix("- ")
        properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
        text = html.escape(body, quote=False)
        paragraphs.append(
            f'<w:p>{properties}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        )
        lines.append(body)
    body = f"<w:body>{''.join(paragraphs)}</w:body>"
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_W}">{body}</w:document>'
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return target.getvalue(), "\n".join(lines)
