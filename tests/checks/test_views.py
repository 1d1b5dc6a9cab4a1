"""How a report is shown: text with the excerpt, JSON by its schema, SARIF, a document."""

import json
import re
from datetime import date

import jsonschema
import pytest
from attrs import evolve

import casemgr_jd as jd
from casemgr_jd._resources import read_text
from casemgr_jd.checks import check_document
from casemgr_jd.checks.many import Reports
from casemgr_jd.checks.report import NOTICE, Report
from casemgr_jd.checks.rules import explain, rules
from casemgr_jd.checks.views import many
from casemgr_jd.checks.views.document import to_document
from casemgr_jd.checks.views.read import NOT_FOUND, reading_lines
from casemgr_jd.law.tables import all_laws

TODAY = date(2026, 11, 23)
BAD = "# Case Manager\n\nJoin [Organization].\n\nWe want a young digital native.\n"


@pytest.fixture(name="report")
def _report() -> Report:
    return check_document(BAD, today=TODAY, name="bad.md")


def test_the_bad_text_has_findings_at_their_place(report: Report) -> None:
    blank = next(finding for finding in report if finding.code == "TPL001")
    assert (blank.line, blank.column, blank.match) == (3, 6, "[Organization]")


def test_text_shows_the_excerpt_with_a_mark_under_the_match(report: Report) -> None:
    lines = report.to_text().splitlines()
    shown = next(index for index, line in enumerate(lines) if "Join [Organization]." in line)
    start = lines[shown].index("[Organization]")
    assert lines[shown + 1][start:] == "^" * len("[Organization]")
    assert NOTICE in lines


def test_json_fits_its_schema_and_is_the_same_each_time(report: Report) -> None:
    schema = json.loads(read_text("data", "schemas", "report.schema.json"))
    jsonschema.validate(json.loads(report.to_json()), schema)
    assert report.to_json() == check_document(BAD, today=TODAY, name="bad.md").to_json()
    broken = json.loads(report.to_json())
    broken["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema)


def test_sarif_names_rules_levels_and_regions(report: Report) -> None:
    run = report.to_sarif()["runs"][0]
    declared = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert declared == sorted(declared)
    assert len(run["results"]) == len(report) > 0
    for result, finding in zip(run["results"], report, strict=True):
        assert declared[result["ruleIndex"]] == result["ruleId"] == finding.code
        assert result["level"] == "none" or result["kind"] == "fail"
        if finding.line:
            region = result["locations"][0]["physicalLocation"]["region"]
            assert region["startLine"] == finding.line


@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_a_report_renders_as_a_document(report: Report, name: str) -> None:
    shown = jd.render(to_document(report), name)
    assert "TPL001" in shown
    assert "not legal advice" in shown


def test_every_rule_can_be_explained() -> None:
    assert len(rules()) > 30
    for rule in rules():
        page = explain(rule.code)
        assert page.startswith(f"{rule.code} {rule.slug}")
        assert "Sources:" in page
        assert all(source.title in page for source in rule.sources)


def test_a_report_names_files_without_the_folder_that_they_share() -> None:
    text = "# Case Manager\n\nYou plan care.\n"
    one = evolve(jd.check_document(text), document="/home/ana/jobs/a.md")
    other = evolve(one, document="/home/ana/jobs/old/b.md")
    alone = to_document(one)
    assert str(alone.title) == "Report on Case Manager"
    assert "- File: a.md" in jd.render(alone, "text")
    shown = many.to_document(Reports(reports=(one, other)))
    (table,) = (block for block in shown.blocks if isinstance(block, jd.Table))
    assert [str(row[0]) for row in table.rows] == ["a.md", "old/b.md"]
    titled = evolve(one, document="RN/LPN Case Manager, St. Mary")
    assert str(to_document(titled).title) == "Report on RN/LPN Case Manager, St. Mary"


def test_what_was_read_twice_is_told_once() -> None:
    report = jd.check(jd.build(jd.Requisition(role="rn", license=["RN"], organization="Lakeside")))
    (license,) = (words for label, words in reading_lines(report) if label == "License")
    assert license == "RN"


def test_a_report_that_people_look_at_starts_with_what_is_to_be_mended() -> None:
    shown = to_document(jd.check_document("We want a young RN in Denver."))
    titles = [one.title for one in shown.blocks if isinstance(one, jd.Section)]
    assert titles.index("Warnings") < titles.index("What was read")


def test_a_place_is_told_in_words_where_there_are_some() -> None:
    report = jd.check(jd.draft().build())
    (pay,) = (one for one in report if one.field == "pay" and one.code == "TPL001")
    shown = jd.render(to_document(report), "text")
    assert pay.path.startswith("blocks[")
    assert pay.path not in shown
    assert "field pay" in shown


def test_what_was_not_found_takes_one_line() -> None:
    report = jd.check_document("# RN Case Manager\n\nPlan discharges with families.")
    (read,) = (one for one in to_document(report).sections if one.id == "read")
    facts = {one.label: str(one.text) for one in read.blocks[0].facts}  # type: ignore[union-attr]
    missed = [label for label, words in reading_lines(report) if words == NOT_FOUND]
    assert len(missed) > 3
    assert facts["Not found"] == "; ".join(missed)
    assert not {*missed} & {*facts}
    assert facts["Title"].startswith("RN Case Manager")


def test_a_report_on_a_text_without_a_name_is_called_by_its_title() -> None:
    report = jd.check_document("# RN Case Manager\n\nPlan discharges with families.")
    assert str(to_document(report).title) == "Report on RN Case Manager"
    untitled = jd.check_document("we plan discharges with families and see them home.")
    assert str(to_document(untitled).title) == "Report"


def test_what_people_read_of_law_and_rules_has_its_dates_written_out() -> None:
    """``2026-01-15`` is for data: the months of a sentence have names."""
    prose = [
        words
        for law in all_laws()
        for words in (
            law.note,
            *(getattr(law, name, "") for name in ("text", "cure", "good_faith", "penalty")),
        )
    ]
    prose += [words for rule in rules() for words in (rule.title, rule.message, rule.why)]
    prose += [source.title for rule in rules() for source in rule.sources]
    assert any(prose)
    assert [words for words in prose if re.search(r"\b\d{4}-\d\d-\d\d\b", str(words))] == []


LONG = """# Nurse, {}

Mercy, Boise, ID. Ninjas and rockstars wanted. Recent graduates only.

- Schedule: Monday to Friday, 8:00 a.m. to 4:30 p.m., with one evening until 8:00 p.m. a month
- Extra pay: an on-call stipend of $150 a week
- Apply at https://careers.lakeside-community-partnership.example.org/openings/behavioral-health/gpa-4451-b
"""


def test_a_report_tells_what_was_read_in_whole_words_and_whole_addresses() -> None:
    document = jd.render(check_document(LONG.format("x" * 40)).to_document(), "markdown")
    assert (
        "**Schedule:** Monday to Friday, 8:00 a.m. to 4:30 p.m., with one evening until" in document
    )
    (schedule,) = (line for line in document.splitlines() if "**Schedule:**" in line)
    assert "stipend" not in schedule
    assert "gpa-4451-b" in document.partition("## Sources")[0]


def test_the_numbers_of_sources_rise_as_a_report_is_read() -> None:
    document = jd.render(check_document(LONG.format("RN")).to_document(), "markdown")
    numbers = [
        int(one) for one in re.findall(r"\\\[(\d+)\\\]", document.partition("## Sources")[0])
    ]
    first_met = list(dict.fromkeys(numbers))
    assert len(first_met) > 2
    assert first_met == sorted(first_met)


def test_an_address_may_stand_in_two_places() -> None:
    address = (
        "https://careers.lakeside-community-partnership.example.org/openings/behavioral-health"
    )
    twice = f"# Nurse\n\n- Apply at {address}\n- Write us, or apply at {address} by March 1.\n"
    assert "REP002" not in {one.code for one in check_document(twice).findings}
    words = "We plan every discharge with the patient and the family"
    again = f"# Nurse\n\n{words} on each unit of ours.\n\n{words} whatever comes of it all.\n"
    assert "REP002" in {one.code for one in check_document(again).findings}
