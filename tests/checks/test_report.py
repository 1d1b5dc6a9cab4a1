"""What a report holds, and each way in which it is shown."""

import json
import re
from datetime import date, timedelta
from typing import Any

import jsonschema
import pytest
from each import each
from reading_back import html_shape

import casemgr_jd as jd
from casemgr_jd.checks.report import NOTICE, Report
from casemgr_jd.checks.rules import explain, rules
from casemgr_jd.checks.views.data import schema
from casemgr_jd.law import all_laws

TODAY = date(2026, 11, 23)
BAD = "# Case Manager!!!\n\nJoin [Organization].\n\n- A young digital native.\n- Apply now!!! Now!!!\n"
TEXT_FORMATS = ("markdown", "text", "html", "html_fragment", "outline", "json")
FINDING_KEYS = [
    "code", "slug", "severity", "kind", "confidence", "message", "match", "line", "column", "path",
    "field", "also", "times", "suggestions", "citation", "laws",
]  # fmt: skip


def of(text: str = BAD, **options: Any) -> Report:
    return jd.check_document(text, **{"today": TODAY, "name": "jobs/bad.md", **options})


def of_posting() -> Report:
    return jd.check(jd.build(jd.Requisition(setting="hospital")), today=TODAY)


def test_json_has_the_published_keys_and_fits_the_published_schema() -> None:
    for report in (of(), of_posting(), of("# Case Manager\n\nJoin us.", select=["TPL"])):
        data = json.loads(report.to_json())
        jsonschema.validate(data, json.loads(schema()))
        assert list(data)[:4] == ["schema_version", "document", "findings", "counts"]
        assert all(list(finding) == FINDING_KEYS for finding in data["findings"])
        assert data["notice"] == NOTICE
        assert {name: data["counts"][name] for name in report.counts} == report.counts


def test_a_finding_has_a_place_in_the_text_or_a_path_in_the_posting() -> None:
    placed = [finding for finding in of() if finding.match]
    assert placed
    lines = BAD.splitlines()
    for finding in placed:
        start = finding.column - 1
        assert lines[finding.line - 1][start : start + len(finding.match)] == finding.match
    assert all(not one.line for one in of_posting())
    blank = next(one for one in of_posting() if one.match == "[Organization]")
    assert blank.path.startswith("sections[")


def test_findings_come_in_reading_order_the_same_each_time() -> None:
    report = of()
    assert report == of()
    places = [(one.line, one.column) for one in report if one.line]
    assert len(places) > 4
    assert places == sorted(places)
    missing = [not one.line for one in report]
    assert missing == sorted(missing)


def test_every_finding_is_cited() -> None:
    assert all(one.citation is not None and one.citation.title for one in of())


def test_text_shows_what_where_and_why() -> None:
    text = of(select=["TPL001"]).to_text()
    lines = text.splitlines()
    assert lines[0] == "jobs/bad.md: 1 error."
    assert lines[2] == "What was read"
    shown = lines.index("Errors")
    assert lines[shown + 1 : shown + 4] == [
        'jobs/bad.md:3:6: error TPL001 blank-left: Fill in "[Organization]", '
        "or take out the sentence it stands in. [1]",
        "    Join [Organization].",
        "         ^^^^^^^^^^^^^^",
    ]
    assert lines[lines.index("Sources") + 1].startswith("  [1] ")
    assert lines[-1] == NOTICE
    assert "\x1b[" in of().to_text(color=True)
    assert "\x1b" not in of("# \x1b[31mCase Manager [Organization]").to_text()


@pytest.mark.parametrize("name", TEXT_FORMATS)
@pytest.mark.parametrize("made", [of, of_posting])
def test_a_report_is_a_document_of_every_text_format(name: str, made: Any) -> None:
    report = made()
    shown = jd.render(report.to_document(), name)
    assert NOTICE in shown
    assert all(finding.code in shown for finding in report)


def test_a_report_that_quotes_markup_keeps_its_structure() -> None:
    hostile = of("# Case Manager\n\n[<script>alert(1)</script> # *x*]\n", select=["TPL001"])
    plain = of("# Case Manager\n\n[Organization]\n", select=["TPL001"])
    assert len(hostile) == len(plain) == 1
    shapes = [html_shape(jd.render(one.to_document(), "html")) for one in (hostile, plain)]
    assert shapes[0] == shapes[1]


def test_a_report_shows_itself_in_a_notebook() -> None:
    bundle = of()._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "text/html"}
    assert bundle["text/plain"].startswith("Report('jobs/bad.md': ")
    assert len(bundle["text/plain"]) < 100
    assert "TPL001" in bundle["text/html"]


def test_an_empty_report_says_so_in_each_form() -> None:
    empty = of("# Case Manager\n\nJoin Lakeside Health.", select=["TPL001"])
    assert (len(empty), empty.passed) == (0, True)
    assert empty.to_text().splitlines()[0] == "jobs/bad.md: No findings."
    assert "Errors" not in empty.to_text()
    assert "Sources" not in empty.to_text()
    assert "No findings." in jd.render(empty.to_document(), "markdown")
    assert empty.to_sarif()["runs"][0]["results"] == []


# --- SARIF: the structure that code scanning reads --------------------------------------------------


def test_sarif_declares_each_rule_and_points_into_the_file() -> None:
    log = of().to_sarif()
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    declared = run["tool"]["driver"]["rules"]
    assert [one["id"] for one in declared] == [rule.code for rule in rules()]
    for one in declared:
        assert one["shortDescription"]["text"]
        assert one["defaultConfiguration"]["level"] in ("error", "warning", "note")
        assert one.get("helpUri", "https://").startswith("https://")
    for result in run["results"]:
        assert declared[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"]
        assert (result["level"] == "none") == (result["kind"] != "fail")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "jobs/bad.md"
        assert place["region"]["startLine"] >= 1
    assert run["properties"]["notice"] == NOTICE


def test_sarif_gives_each_alert_a_fingerprint_that_outlives_a_moved_line() -> None:
    def prints(text: str) -> list[str]:
        results = of(text, select=["PRO014"]).to_sarif()["runs"][0]["results"]
        return [one["partialFingerprints"]["codePathMatch/v1"] for one in results]

    here, moved = prints("A.\n\nNow!!! And now!!!"), prints("A.\n\nB.\n\nNow!!! And now!!!")
    assert len(set(here)) == 2
    assert here == moved


def test_sarif_names_the_node_of_a_posting() -> None:
    results = of_posting().to_sarif()["runs"][0]["results"]
    named = [one for one in results if "logicalLocations" in one["locations"][0]]
    assert named
    assert all(one["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] for one in named)


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("a b.md", "a%20b.md"),
        ("C:\\jobs\\x.md", "C%3A/jobs/x.md"),
        ("/jobs/x.md", "file:///jobs/x.md"),
        ("", "posting"),
    ],
)
def test_sarif_names_a_file_as_a_reference(name: str, uri: str) -> None:
    results = of(select=["TPL001"], name=name).to_sarif()["runs"][0]["results"]
    assert results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


# --- notes, and explanations -----------------------------------------------------------------------


def test_law_past_its_review_is_told_by_place() -> None:
    posting = jd.build(jd.Requisition(setting="hospital", locations=[jd.Location("Denver", "CO")]))
    review = min(law.review_by for law in all_laws() if law.place == "CO")
    for day, told in ((review, 0), (review + timedelta(days=1), 1), (review + timedelta(3000), 1)):
        report = jd.check(posting, today=day)
        found = [one for one in report if one.slug == "law-facts-old"]
        assert len(found) == told, day
        for one in found:
            assert one.severity == "info"
            assert "Colorado" in one.message
            assert review.isoformat() in one.message


@each("rule", rules(), ids=lambda rule: rule.code)
def test_an_explanation_has_why_both_examples_and_sources(rule: jd.Rule) -> None:
    page = explain(rule.code)
    assert page == explain(rule.slug)
    for words in (
        rule.title,
        rule.why,
        "Bad:",
        "Good:",
        "Sources:",
        "Where it lives: ",
        f"#{rule.code.lower()}",
    ):
        assert words in page
    assert page.count("      -> ") >= 1, "a whole message, as a reader gets it"
    assert "data/rules/" in page
    assert all(source.title in page and source.url in page for source in rule.sources)
    assert page.endswith(NOTICE.replace("This report is information", "Information"))


def test_a_report_tells_hours_in_the_words_of_the_posting() -> None:
    lines = ("# RN Case Manager", "Lakeside Health, Denver, CO.", "Schedule: Monday to Friday.")
    text = "\n\n".join((*lines, "Apply by: 15 May.", "Apply at https://x.example."))
    told = jd.check_document(text).to_text()
    assert re.search(r"Schedule +Monday to Friday", told)
    assert re.search(r"How to apply +https://x\.example", told)
