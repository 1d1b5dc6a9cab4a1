"""What is said a hundred times is told once: the report and its time stay small."""

from datetime import date

import pytest

from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.views.data import to_json
from casemgr_jd.checks.views.text import to_text
from casemgr_jd.model.requisition import Suppression

TODAY = date(2026, 11, 23)
HEAD = "# Case Manager\n\n"
MOST_FINDINGS = 60


@pytest.mark.parametrize(
    "piece",
    [
        "TBD\n\n",
        "TBD ",
        "[Name] ",
        "Must be 25 to 35 years old. ",
        "Must be 25 to 35 years old.\n\n",
        "young and energetic ",
        "Carry a caseload of 25 clients.\n\n",
        "Fully remote. On-site in Denver.\n\n",
        "$1k ",
    ],
)
def test_what_is_repeated_makes_no_long_report(piece: str) -> None:
    """The number of findings does not grow with how often the same words stand."""
    few, many = (
        check_document(HEAD + piece * times, today=TODAY, format="markdown") for times in (40, 400)
    )
    assert 0 < len(few.findings) <= MOST_FINDINGS
    assert len(many.findings) <= MOST_FINDINGS
    assert len(to_json(many)) < 4 * len(to_json(few))


def test_a_repeated_finding_says_how_often_and_where_first() -> None:
    """The first hundred places are named, all are counted, and a report for reading names a few."""
    text = HEAD + "Must be 25 to 35 years old.\n\n" * 300
    report = check_document(text, today=TODAY, format="markdown", select=["LAW001"])
    (finding,) = report.findings
    assert (finding.line, finding.times, len(finding.also)) == (3, 300, 100)
    assert finding.also[:2] == ("5", "7")
    assert "(300 times in all)" in to_text(report)


def test_what_is_said_twice_is_told_twice() -> None:
    """Only what is told over and over is drawn together."""
    text = HEAD + "Must be 25 to 35 years old.\n\n" * 2
    report = check_document(text, today=TODAY, format="markdown", select=["LAW001"])
    assert [(one.line, one.times) for one in report.findings] == [(3, 1), (5, 1)]


def test_damage_of_a_kind_is_told_once_with_its_count() -> None:
    text = HEAD + "You\ufffdll plan care.\n\n" * 7
    report = check_document(text, today=TODAY, format="markdown", select=["TPL006"])
    assert [finding.times for finding in report] == [7]


def test_remarks_of_one_rule_are_told_in_one_finding_with_their_places() -> None:
    """A reader goes through few lines: the words are named, and each line; a warning stays by itself."""
    text = (
        HEAD
        + "Excellent interpersonal skills.\n\nYou are a self-starter.\n\nAttention to detail.\n"
    )
    report = check_document(text, today=TODAY, format="markdown", select=["VAG001"])
    (finding,) = report.findings
    assert (finding.line, finding.also, finding.times) == (3, ("7",), 2)
    assert '"Excellent interpersonal skills", "Attention to detail"' in finding.message


def test_what_is_accepted_is_not_told_together_with_the_rest() -> None:
    """Suppressions are tied to words, and come first."""
    accepted = Suppression("VAG001", reason="The house's words.", match="Attention to detail")
    text = HEAD + "Excellent interpersonal skills.\n\nAttention to detail.\n"
    report = check_document(
        text, today=TODAY, format="markdown", select=["VAG001"], suppressions=[accepted]
    )
    assert [(one.match, one.times) for one in report] == [("Excellent interpersonal skills", 1)]


def test_a_part_of_what_is_missed_is_told_with_the_larger() -> None:
    """No way to apply, no day and nobody to ask is one thing to mend."""
    report = check_document(HEAD + "You help families.\n", today=TODAY, select=["COM"])
    told = {one.code: one.message for one in report}
    assert {"COM011", "COM014"}.isdisjoint(told)
    assert "accommodation" in told["COM010"]
    assert "applications close" in told["COM013"]


def test_a_part_is_told_by_itself_where_the_larger_stands() -> None:
    """And what is missed where it belongs is told there."""
    text = HEAD + "## How to apply\n\nSend your resume to jobs@lakeside.example.\n"
    told = {one.code: one.line for one in check_document(text, today=TODAY, select=["COM"])}
    assert told["COM014"] == 3
    assert "COM013" not in told


def test_of_words_that_two_rules_remark_on_the_longer_are_told() -> None:
    text = HEAD + "You are an excellent, highly motivated self-starter.\n"
    report = check_document(text, today=TODAY, select=["VAG", "PRO012"])
    spans = [(one.offset, one.offset + len(one.match)) for one in report]
    assert spans
    assert not [
        1 for one in spans for two in spans if one != two and two[0] <= one[0] < one[1] <= two[1]
    ]
