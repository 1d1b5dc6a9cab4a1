"""What two rules find in the same words is told once to people, and nothing of it is lost to programs."""

from pathlib import Path

import casemgr_jd as jd
from casemgr_jd.checks.views.phrases import by_phrase
from casemgr_jd.cli._checking import documents
from casemgr_jd.model.document import FactList, Section

SCOLDED = "# Case Manager Ninja\n\nWork hard, play hard, like a family. No convictions.\n"


def test_a_phrase_under_several_rules_is_shown_once_and_each_finding_is_kept() -> None:
    report = jd.check_document(SCOLDED)
    shared = [group for group in by_phrase(report) if len(group) > 1]
    assert len(shared) >= 3
    assert sorted(map(id, report)) == sorted(
        id(one) for group in by_phrase(report) for one in group
    )
    text, page = report.to_text(), jd.render(report.to_document(), "markdown")
    for group in shared:
        assert page.count(f'### "{group[0].match}"') == 1
        for one in group:
            assert f"{one.code} {one.slug}: {one.message}" in text
            assert f"**{one.code} {one.slug}" in page
        under = f"\n{' ' * (4 + group[0].offset)}{'^' * len(group[0].match)}\n"
        assert text.count(under) == 1
    codes = [one["code"] for one in report.to_dict()["findings"]]
    assert codes == [one.code for one in report]
    assert len(report.to_sarif()["runs"][0]["results"]) == len(report)


def test_place_and_advice_stand_on_lines_of_their_own_and_no_period_is_doubled() -> None:
    report = jd.check_document("# Case Manager\n\n- Clean criminal record\n")
    (bar,) = (one for one in report if one.code == "LAW003")
    assert bar.suggestions[0].endswith(".")
    document = report.to_document()
    (phrase,) = (
        inner
        for outer in document.sections
        for inner in outer.blocks
        if isinstance(inner, Section) and bar.match in inner.title
    )
    facts = phrase.blocks[-1]
    assert isinstance(facts, FactList)
    told = {one.label: str(one.text) for one in facts.facts}
    assert told["Try"] == bar.suggestions[0]
    assert told["Place"].startswith("line 3, column")
    assert ".." not in jd.render(document, "text").replace("...", "")


def test_a_folder_leaves_themes_and_maps_to_those_who_read_them(tmp_path: Path) -> None:
    (tmp_path / "theme.toml").write_text(
        'accent = "#123456"\nlogo_alt = "Lake"\n', encoding="utf-8"
    )
    (tmp_path / "map.toml").write_text("[columns]\nTitle = 'title'\n", encoding="utf-8")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('organisation = "Lake"\nsalery = 1\n', encoding="utf-8")
    assert documents([str(tmp_path)]) == (str(wrong),)
    assert documents([str(tmp_path / "theme.toml")]) == (str(tmp_path / "theme.toml"),)
