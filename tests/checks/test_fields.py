"""A finding on a requisition names the field that its words come from, and the line of its file."""

import json
from datetime import date
from pathlib import Path

import attrs
import pytest
from test_check_command import DAY, run

import casemgr_jd as jd
from casemgr_jd.checks.views import explain

TODAY = date(2026, 11, 23)
FACTS = """
setting = ["hospital"]
organization = "Lakeside Health"
shift = ["Day!!! Apply now!!!"]

[[locations]]
city = "Denver"
state = "CO"

[[suppress]]
code = "TPL002"
reason = "There is none"
"""


def test_words_and_what_is_missing_name_their_field() -> None:
    posting = jd.build(jd.Requisition(setting="hospital", locations=[jd.Location("Denver", "CO")]))
    report = jd.check(posting, today=TODAY)
    fields = {(one.code, one.match): one.field for one in report}
    assert fields["TPL001", "[Organization]"] == "organization"
    assert {one.field for one in report if one.code == "PAY010"} == {"pay"}
    assert {one.field for one in report if one.code == "PAY013"} == {"closing_date"}
    known = {one.name for one in attrs.fields(jd.Requisition)}
    assert {one.field for one in report} - {""} <= known


def test_a_finding_points_to_the_line_of_its_field(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_text(FACTS, encoding="utf-8")
    done = run("check", "r.toml", *DAY, "-f", "json", folder=tmp_path)
    found = json.loads(done.stdout)["findings"]
    lines = {one["code"]: one["line"] for one in found}
    assert lines["SUP001"] == 1 + FACTS.splitlines().index("[[suppress]]")
    loud = [one for one in found if one["field"] == "shift" and one["match"]]
    assert loud
    assert {one["line"] for one in loud} == {
        1 + FACTS.splitlines().index('shift = ["Day!!! Apply now!!!"]')
    }
    run("check", "r.toml", *DAY, "-o", "r.sarif", folder=tmp_path)
    (log,) = json.loads((tmp_path / "r.sarif").read_text(encoding="utf-8"))["runs"]
    regions = [one["locations"][0]["physicalLocation"]["region"] for one in log["results"]]
    assert {"startLine": lines["SUP001"]} in regions


def test_sarif_links_each_rule_to_its_page_in_the_published_documentation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    report = jd.check_document("# Case Manager\n\nJoin [Organization].", select=["TPL001"])

    def links() -> dict[str, str]:
        rules = report.to_sarif()["runs"][0]["tool"]["driver"]["rules"]
        return {one["id"]: one.get("helpUri", "") for one in rules}

    monkeypatch.setattr(explain, "_documentation", lambda: "https://docs.lakeside.example/jd/")
    assert links()["TPL001"] == "https://docs.lakeside.example/jd/rules/tpl.html#tpl001"
    monkeypatch.setattr(explain, "_documentation", lambda: "")
    assert links()["LAW001"].startswith("https://"), "without one: the source"
