"""A posting read: each fact with its words and place, and what was not found."""

import json
from pathlib import Path

import pytest
from samples import posting

import casemgr_jd as jd
from casemgr_jd.cli.main import main

TEXT = """# RN Case Manager

Lakeside Health, Boise, ID

Full-time, day shift.

## Pay

$38.00–$46.00 an hour

## Requirements

- Current RN license in Idaho required
- CCM preferred
"""


def test_each_fact_has_its_words_its_sentence_and_its_place() -> None:
    pay = jd.read_posting(TEXT).first("pay")
    assert pay is not None
    assert (pay.value, pay.words) == ("$38–$46 an hour", "$38.00–$46.00 an hour")
    assert (pay.section, pay.where.line, pay.where.column) == ("compensation", 9, 1)
    assert pay.data.minimum == 38.0


def test_a_credential_says_whether_it_is_asked_for() -> None:
    reading = jd.read_posting(TEXT)
    assert {(one.value, one.need) for one in reading.of("certification")} == {("CCM", "preferred")}
    assert ("RN", "required") in {(one.value, one.need) for one in reading.of("license")}


def test_what_is_not_there_is_named() -> None:
    reading = jd.read_posting(TEXT)
    assert {"apply", "eeo", "closing", "caseload"} <= set(reading.not_found)
    assert "pay" not in reading.not_found


def test_a_path_is_a_file_and_a_string_is_text(tmp_path: Path) -> None:
    file = tmp_path / "old.md"
    file.write_text(TEXT, encoding="utf-8")
    assert jd.read_posting(file).said == jd.read_posting(TEXT).said
    assert jd.read_posting(str(file)).title is None or jd.read_posting(str(file)).states == ()


def test_a_posting_of_ours_is_read_with_its_paths() -> None:
    reading = jd.read_posting(posting())
    assert reading.title is not None
    assert reading.title.where.path == "title"
    assert not {"employer", "pay", "place", "apply", "eeo"} & set(reading.not_found)


def test_an_unknown_subject_is_refused_by_name() -> None:
    with pytest.raises(jd.CaseMgrError, match="salary"):
        jd.read_posting(TEXT).of("salary")


def test_what_is_neither_file_nor_text_nor_posting_is_refused() -> None:
    with pytest.raises(jd.InputError, match="document"):
        jd.read_posting(7)  # type: ignore[arg-type]


def test_the_command_shows_every_subject(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "old.md"
    file.write_text(TEXT, encoding="utf-8")
    main(["read", str(file)])
    shown = capsys.readouterr().out
    assert "Pay: $38–$46 an hour" in shown
    assert "How to apply: not found" in shown


def test_the_command_gives_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "old.md"
    file.write_text(TEXT, encoding="utf-8")
    main(["read", str(file), "-f", "json"])
    read = json.loads(capsys.readouterr().out)
    assert read["facts"]["place"][0]["value"] == "Boise, ID"
    assert read["facts"]["pay"][0]["line"] == 9
    assert "apply" in read["not_found"]


def test_an_answer_today_names_nobody_to_report_to() -> None:
    read = jd.read_posting("# Case Manager\n\nThe landlord wants an answer today.\n")
    assert not [one for one in read if one.subject == "reports_to"]


def test_overtime_that_is_paid_tells_the_status() -> None:
    read = jd.read_posting("# Case Manager\n\n- Pay: $25.20 an hour; overtime is paid\n")
    requisition, _ = read.requisition()
    assert requisition.flsa_status is not None
    assert requisition.flsa_status.value == "non_exempt"


def test_a_range_that_begins_at_nothing_is_read() -> None:
    for words in ("A bonus of $0 to $1,500 a year", "Pay: $0–$72,000 a year", "Pay: $1,500 to $0"):
        assert jd.check_document(f"# Case Manager\n\n{words}.\n") is not None
