"""One rule for braces, one for names that nothing bears: refused where they are written, with the nearest."""

from typing import Any

import pytest

import casemgr_jd as jd

POSTING = jd.build(jd.Requisition(shift="Day", organization="Lakeside"))


@pytest.mark.parametrize(
    ("kind", "wrong", "meant"),
    [
        (jd.Requisition, "organisation", "organization"),
        (jd.PayRange, "minimun", "minimum"),
        (jd.Location, "citty", "city"),
        (jd.YearsRange, "minumum", "minimum"),
        (jd.PercentRange, "hihg", "high"),
        (jd.CaseloadRange, "adjusted_fro", "adjusted_for"),
        (jd.Citation, "publsher", "publisher"),
        (jd.KPI, "traget", "target"),
        (jd.SettingModule, "fieldwrok", "fieldwork"),
        (jd.Item, "lable", "label"),
        (jd.Rule, "slugg", "slug"),
        (jd.Section, "titel", "title"),
        (jd.check, "todya", "today"),
        (jd.variants, "setings", "setting"),
        (jd.draft().fill, "organisation", "organization"),
        (jd.draft().add_section, "aftre", "after"),
    ],
)
def test_a_misspelt_keyword_is_told_with_the_nearest(kind: Any, wrong: str, meant: str) -> None:
    with pytest.raises(jd.InputError, match=f"{wrong}: .*did you mean '{meant}'"):
        kind(**{wrong: "x"})


def test_a_misspelt_keyword_is_a_type_error_too() -> None:
    with pytest.raises(TypeError, match="organisation") as told:
        jd.Requisition(organisation="x", titel="y")  # type: ignore[call-arg]
    assert isinstance(told.value, jd.KeywordError)
    assert [one.path for one in told.value.problems] == ["organisation", "titel"]
    with pytest.raises(TypeError, match="title"):
        jd.Citation()  # type: ignore[call-arg]


UNKNOWN = "Work at {organisation} with {emr}."


@pytest.mark.parametrize(
    ("verb", "step"),
    [
        ("add_bullet", lambda draft: draft.add_bullet("skills", UNKNOWN)),
        ("add_bullet", lambda draft: draft.add_bullet("skills", jd.Bullet(UNKNOWN))),
        (
            "add_section",
            lambda draft: draft.add_section(jd.Section("x", "X", [jd.Paragraph(UNKNOWN)])),
        ),
        (
            "with_section",
            lambda draft: draft.with_section(
                jd.Section("skills", "X", [jd.BulletList([jd.Bullet(UNKNOWN)])])
            ),
        ),
        (
            "add_section",
            lambda draft: draft.add_section(jd.Section("x", "X", [jd.Table([UNKNOWN], [])])),
        ),
    ],
)
def test_a_slot_that_is_none_is_refused_by_the_verb_that_brought_it(verb: str, step: Any) -> None:
    draft = step(jd.draft().with_edition("full"))
    with pytest.raises(jd.InputError) as told:
        draft.build()
    (problem,) = told.value.problems
    assert problem.path == verb
    assert problem.reason == "names no slot: {organisation}"
    assert problem.hint == "did you mean {organization}?"


def test_braces_are_read_alike_wherever_they_stand_in_what_a_verb_is_given() -> None:
    words = "At {organization} we care."
    full = jd.draft().with_edition("full").fill(organization="Lakeside")
    for draft in (
        full.add_bullet("skills", words),
        full.add_bullet("skills", jd.Bullet(words)),
        full.add_section(jd.Section("x", "X", [jd.Paragraph(words)])),
        full.add_section(jd.Section("x", "X", [jd.FactList([jd.Fact("Why", words)])])),
    ):
        assert "At Lakeside we care." in " ".join(jd.render(draft.build(), "text").split())
    curly = full.add_bullet("skills", "Use { and } and {Not a slot}.").build()
    assert "Use { and } and {Not a slot}." in " ".join(jd.render(curly, "text").split())


def test_a_slot_is_asked_for_by_its_name() -> None:
    assert POSTING.value("organization") == "Lakeside"
    assert POSTING.value("pay_range") is None
    for ask in (POSTING.value, POSTING.slot, POSTING.read):
        with pytest.raises(jd.UnknownNameError, match="did you mean 'pay_range'"):
            ask("payrange")
    own = jd.Posting("Nurse", [jd.Paragraph(jd.Text.parse("Join {our_team}."))])
    assert own.value("our_team") is None
    assert own.unfilled == ("our_team",)


def test_what_is_left_out_must_be_there() -> None:
    full = "Hours: Day"
    assert full in jd.render(POSTING, "text")
    without = jd.build(jd.Requisition(shift="Day", omit=["shift"]))
    assert full not in jd.render(without, "text")
    with pytest.raises(jd.InputError, match=r"names nothing in this posting: 'shfit'.*'shift'"):
        jd.build(jd.Requisition(omit=["shfit"]))


def test_choices_that_are_none_are_told_by_build_with_the_nearest() -> None:
    wrong = jd.Requisition(tier="senoir", role="nr", setting="hospitl")
    with pytest.raises(jd.InputError) as told:
        jd.build(wrong)
    assert [one.path for one in told.value.problems] == ["setting", "tier", "role"]
    assert "did you mean 'senior'?" in str(told.value)


def test_a_severity_that_is_none_is_told() -> None:
    report = jd.check(POSTING)
    with pytest.raises(jd.UnknownNameError, match="unknown severity 'fatal'"):
        report.at_or_above("fatal")
    assert report.at_or_above(jd.Severity.INFO) == report.at_or_above("info") == report.findings
