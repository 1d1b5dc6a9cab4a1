"""Findings that the employer accepts: for a reason, perhaps up to a day, and never out of sight."""

from datetime import date

import casemgr_jd as jd
from casemgr_jd.checks.report import Report

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
    assert "1 suppressed" in accepted.to_text()
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
