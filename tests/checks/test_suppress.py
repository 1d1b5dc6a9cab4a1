"""Findings that the employer accepts: for a reason, perhaps up to a day, and never out of sight."""

from datetime import date

import pytest

import casemgr_jd as jd
from casemgr_jd.checks.report import Report
from casemgr_jd.errors import DocumentError

TODAY = date(2026, 11, 23)
TEXT = "# Case Manager\n\nJoin [Organization].\n\nApply now!!!\n"


def checked(*accepted: jd.Suppression, text: str = TEXT, today: date | None = TODAY) -> Report:
    return jd.check_document(text, today=today, suppressions=accepted)


def codes(report: Report) -> list[str]:
    return [finding.code for finding in report]


def test_an_accepted_finding_is_left_out_and_counted() -> None:
    plain, accepted = checked(), checked(jd.Suppression("TPL001", "Filled in later"))
    assert "TPL001" in codes(plain)
    assert codes(accepted) == [code for code in codes(plain) if code != "TPL001"]
    assert accepted.suppressed == 1
    assert "1 accepted" in accepted.to_text()
    assert accepted.to_dict()["counts"]["suppressed"] == 1


def test_the_start_of_codes_and_a_slug_name_rules_too() -> None:
    for name in ("TPL", "tpl001", "blank-left"):
        assert "TPL001" not in codes(checked(jd.Suppression(name, "Filled in later")))


def test_a_suppression_ends_after_its_last_day() -> None:
    accepted = jd.Suppression("TPL001", "Filled in later", until=TODAY)
    assert "TPL001" not in codes(checked(accepted))
    late = checked(accepted, today=date(2026, 11, 24))
    assert {"TPL001", "SUP002"} <= set(codes(late))
    ended = next(finding for finding in late if finding.code == "SUP002")
    assert ended.path == "suppress[0]"
    assert ended.severity == "warning"
    assert "2026-11-23" in ended.message
    assert "Filled in later" in ended.message


def test_without_a_day_no_suppression_has_ended() -> None:
    accepted = jd.Suppression("TPL001", "Filled in later", until=date(2020, 1, 1))
    assert not {"TPL001", "SUP002"} & set(codes(checked(accepted, today=None)))


def test_a_suppression_that_hides_nothing_is_told_by_its_number() -> None:
    report = checked(
        jd.Suppression("TPL001", "Filled in later"), jd.Suppression("TPL002", "No note is there")
    )
    (unused,) = (finding for finding in report if finding.code == "SUP001")
    assert unused.path == "suppress[1]"
    assert unused.severity == "info"
    assert "TPL002" in unused.message


def test_a_suppression_is_used_whether_or_not_its_rule_was_selected() -> None:
    accepted = jd.Suppression("TPL001", "Filled in later")
    report = jd.check_document(TEXT, today=TODAY, suppressions=[accepted], select=["PRO014", "SUP"])
    assert codes(report) == ["PRO014"]


def test_a_suppression_of_no_rule_is_told() -> None:
    report = checked(jd.Suppression("TLP001", "Mistyped"))
    assert {"TPL001", "SUP003"} <= set(codes(report))
    assert "SUP001" not in codes(report)


def test_what_is_told_about_suppressions_cannot_be_suppressed() -> None:
    report = checked(jd.Suppression("TPL002", "None"), jd.Suppression("SUP", "Quiet"))
    assert codes(report).count("SUP001") == 2


def test_a_path_limits_a_suppression_to_one_part_of_a_posting() -> None:
    requisition = jd.Requisition(setting="hospital")
    plain = jd.check(jd.build(requisition), today=TODAY, select=["TPL001"])
    path = plain.findings[-1].path
    assert len({finding.path for finding in plain}) > 1
    accepted = jd.Suppression("TPL001", "Filled in by the agency", path=path)
    made = jd.build(jd.Requisition(setting="hospital", suppress=[accepted]))
    left = jd.check(made, today=TODAY, select=["TPL001", "SUP"])
    assert codes(left) == ["TPL001"] * sum(one.path != path for one in plain)


def test_a_requisition_carries_its_suppressions_to_a_document() -> None:
    requisition = jd.Requisition(suppress=[jd.Suppression("TPL001", "Filled in later")])
    report = jd.check_document(TEXT, today=TODAY, requisition=requisition)
    assert "TPL001" not in codes(report)


# --- tied to words, and inside the document ----------------------------------------------------------

NAMES = "# Case Manager\n\nWork with Disabled American Veterans.\n\nHelp the disabled at home.\n"


def test_a_suppression_tied_to_words_hides_nothing_else() -> None:
    both = [one for one in checked(text=NAMES) if one.code == "INC005"]
    tied = jd.Suppression("INC005", "The name of our partner", match="Disabled American Veterans")
    left = [one for one in checked(tied, text=NAMES) if one.code == "INC005"]
    assert [one.line for one in left] == [5]
    assert len(both) >= len(left)
    other = jd.Suppression("INC005", "A name", match="the disabled")
    assert [one.line for one in checked(other, text=NAMES) if one.code == "INC005"] == [
        one.line for one in both if one.line != 5
    ]


def test_the_words_of_a_suppression_must_hold_the_match() -> None:
    elsewhere = jd.Suppression("TPL001", "A name", match="Join")
    assert "TPL001" in codes(checked(elsewhere))
    for words in ("[Organization]", "Join [organization].", "Organization"):
        assert "TPL001" not in codes(checked(jd.Suppression("TPL001", "A name", match=words)))


COMMENT = "<!-- casemgr-jd accept TPL001{keys}: filled in by the agency -->\n\n"


def test_a_comment_in_the_document_accepts_a_finding() -> None:
    report = checked(text=COMMENT.format(keys="") + TEXT)
    assert "TPL001" not in codes(report)
    (accepted,) = report.accepted
    assert (accepted.finding.code, accepted.reason) == ("TPL001", "filled in by the agency")


def test_comments_of_others_count_for_nothing_if_asked() -> None:
    text = COMMENT.format(keys="") + TEXT
    report = jd.check_document(text, today=TODAY, inline=False)
    assert "TPL001" in codes(report)
    assert not report.accepted


def test_a_comment_may_name_words_and_a_last_day() -> None:
    keys = ' match="[Organization]" until=2026-11-23'
    assert "TPL001" not in codes(checked(text=COMMENT.format(keys=keys) + TEXT))
    late = checked(text=COMMENT.format(keys=keys) + TEXT, today=date(2026, 11, 24))
    ended = next(one for one in late if one.code == "SUP002")
    assert (ended.line, ended.path) == (1, "")
    unused = checked(text=COMMENT.format(keys=' match="Lakeside"') + TEXT)
    assert {"TPL001", "SUP001"} <= set(codes(unused))


def test_a_comment_in_another_form_is_told_with_its_line() -> None:
    wrong = (
        "A.\n\n<!-- casemgr-jd accept TPL001 -->\n"
        "<!-- casemgr-jd accept TPL001 until=soon: x -->\n"
        "<!-- casemgr-jd accept TPL001 path=title: x -->\n"
    )
    with pytest.raises(DocumentError) as caught:
        checked(text=wrong)
    assert [one.path.split(".")[0] for one in caught.value.problems] == [
        "line 3",
        "line 4",
        "line 5",
    ]
    assert codes(checked(text="A.\n\n<!-- casemgr-jd is a tool -->\n")) is not None


def test_accepted_findings_stay_visible_in_every_view() -> None:
    until = date(2027, 3, 1)
    report = checked(jd.Suppression("TPL001", "Filled in later", until=until))
    for words, day in (
        (report.to_text(), "March 1, 2027"),
        (jd.render(report.to_document(), "markdown"), "March 1, 2027"),
        (report.to_json(), "2027-03-01"),
    ):
        assert "Filled in later" in words
        assert day in words
    results = report.to_sarif()["runs"][0]["results"]
    (hidden,) = (one for one in results if "suppressions" in one)
    assert hidden["ruleId"] == "TPL001"
    assert hidden["suppressions"][0]["kind"] == "external"
    assert "Filled in later" in hidden["suppressions"][0]["justification"]


def test_a_blank_is_told_once_with_every_place_where_it_stands() -> None:
    text = "# Case Manager\n\nJoin [Organization].\n\n[Organization] hires.\n\nAt [Manager]."
    found = [one for one in checked(text=text) if one.code == "TPL001"]
    assert [(one.match, one.line, one.also) for one in found] == [
        ("[Organization]", 3, ("5",)),
        ("[Manager]", 7, ()),
    ]
