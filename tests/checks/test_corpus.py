"""Whole postings: bad ones whose defects must be found at their place, good ones that must stay quiet."""

from datetime import date
from pathlib import Path

import planted
import pytest

from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.report import Report

TODAY = date(2026, 11, 23)
GOOD = sorted((planted.CORPUS / "good").iterdir())
BAD = sorted(path for path in (planted.CORPUS / "bad").iterdir() if path.suffix != ".toml")
SIXTY = (planted.CORPUS / "sixty-defects.md").read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("path", GOOD, ids=name_of)
def test_a_good_posting_has_no_error_and_no_warning(path: Path) -> None:
    """Real postings without defects give information at most."""
    report = check_document(path, today=TODAY)
    assert [
        f"{finding.code} {finding.line} {finding.match}"
        for finding in report.at_or_above("warning")
    ] == []


@pytest.mark.parametrize("path", BAD, ids=name_of)
def test_the_defects_of_a_bad_posting_are_found(path: Path) -> None:
    """Every planted defect is found where it stands."""
    report, text = check_document(path, today=TODAY), path.read_text(encoding="utf-8")
    missed = [
        defect
        for defect in planted.planted_in(path.name)
        if not planted.is_found(defect, report, text)
    ]
    assert missed == []


def missed(report: Report, text: str) -> list[dict[str, object]]:
    return [defect for defect in planted.sixty() if not planted.is_found(defect, report, text)]


def test_the_long_document_holds_more_than_sixty_defects() -> None:
    """The test document is what its name says."""
    assert len(planted.sixty()) >= 60


def test_sixty_defects_in_markdown() -> None:
    """All are found in the Markdown."""
    assert missed(check_document(SIXTY, today=TODAY, format="markdown"), SIXTY) == []


def test_sixty_defects_in_text() -> None:
    """All are found in the same posting as plain text."""
    text = planted.as_text(SIXTY)
    assert missed(check_document(text, today=TODAY, format="text"), text) == []


def test_sixty_defects_in_html() -> None:
    """All are found in the same posting as a page of HTML."""
    page = planted.as_html(SIXTY)
    assert missed(check_document(page, today=TODAY, format="html"), page) == []


def test_sixty_defects_in_a_word_document(tmp_path: Path) -> None:
    """All are found in the same posting as a Word document, by the number of their paragraph."""
    data, lines = planted.as_docx(SIXTY)
    path = tmp_path / "sixty.docx"
    path.write_bytes(data)
    assert missed(check_document(path, today=TODAY), lines) == []
