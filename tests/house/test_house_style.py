"""A house style is one value: it reaches every format, stands beneath each requisition, and composes."""

import pickle
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import complete

import casemgr_jd as jd
from casemgr_jd import HouseStyle, OwnSection

STYLE = HouseStyle(
    letterhead=["{organization} · 1200 Harbor Road · {phone}"],
    values={"phone": "303-555-0100"},
    slots={"id": "desk"},
    facts={"organization": "Lakeside Health", "benefits": ["medical"], "extra": {"desk": "4 West"}},
    sections=[
        OwnSection("union", "Our union", bullets="Local 12 speaks for you.", before="apply"),
        OwnSection("questions", "Questions?", paragraphs="Call {phone}.", after="eeo"),
    ],
    renames={"responsibilities": "Your work here", "rn": "Nurse Case Manager", "pay": "Salary"},
    banned={"rock star~": "colleague", "ninja": ""},
    theme={"accent": "#7a1f3d"},
    outlets={"linkedin": {"company_id": 42}},
)
OWN = jd.Requisition(setting="hospital", tier="senior", role="rn", pay=jd.PayRange(72_000, 92_000))


def test_it_reaches_every_format_from_one_place() -> None:
    made = jd.draft().pipe(STYLE).with_requisition(OWN).build()
    for name in ("text", "markdown", "html", "html_fragment"):
        output = " ".join(re.sub("</?span[^>]*>", "", str(jd.render(made, name))).split())
        for words in ("1200 Harbor Road · 303-555-0100", "Your work here", "Call 303-555-0100."):
            assert words in output, name
    assert "#7a1f3d" in STYLE.renderer("html").render(made)
    assert STYLE.renderer("linkedin").given["company_id"] == 42
    assert jd.loads(jd.dumps(made)) == made


def test_changing_a_phone_number_is_changing_one_value() -> None:
    moved = STYLE | HouseStyle(values={"phone": "720-555-0199"})
    output = jd.render(jd.draft().pipe(moved).with_requisition(OWN).build(), "text")
    assert output.count("720-555-0199") == 2
    assert "303-555-0100" not in output


def test_sections_stand_where_they_are_put_in_every_edition() -> None:
    for edition in jd.Edition:
        made = jd.draft().pipe(STYLE).with_requisition(OWN).with_edition(edition).build()
        names = [one.id for one in made.sections]
        assert names.index("union") == names.index("apply") - 1
        assert names.index("questions") == names.index("eeo") + 1
        assert {one.id: one.title for one in made.sections}["responsibilities"] == "Your work here"
    assert made.heading == "Senior Nurse Case Manager"
    assert "Salary" in jd.render(made, "text")


def test_a_requisition_stands_above_the_facts_of_the_house() -> None:
    own = jd.Requisition(organization="Harbor Care", extra={"desk": "Annex"})
    made = jd.draft().pipe(STYLE).with_requisition(own).build()
    assert made.value("organization") == "Harbor Care"
    assert dict(made.requisition.extra) == {"desk": "Annex", "phone": "303-555-0100"}
    assert made.requisition.benefits == ("medical",)
    verb = jd.draft().fill(organization="Pier").pipe(STYLE).with_requisition(own).build()
    assert verb.value("organization") == "Pier"


def test_what_each_adds_leaves_out_or_accepts_is_joined() -> None:
    style = HouseStyle(facts={"omit": ["fact.shift"], "add": [{"section": "apply", "text": "A."}]})
    made = style.requisition(
        jd.Requisition(omit=["eeo"], add=[jd.Addition("apply", "B.")], organization="X")
    )
    assert [one.id for one in made.omit] == ["fact.shift", "eeo"]
    assert [one.text for one in made.add] == ["A.", "B."]


def test_the_step_may_stand_before_or_after_the_requisition() -> None:
    first = jd.draft().pipe(STYLE).with_requisition(complete()).build()
    assert jd.draft().with_requisition(complete()).pipe(STYLE).build() == first
    assert jd.build(STYLE.requisition(complete()), catalog=STYLE.catalog()) == first


def test_batch_and_variants_follow_it() -> None:
    rows = [
        {"tier": tier, "organization": name}
        for tier in ("entry", "lead")
        for name in ("", "Pier") * 4
    ]
    for outcome, row in zip(jd.batch(rows, format="text", house=STYLE), rows, strict=True):
        facts = jd.Requisition(tier=row["tier"], organization=row["organization"])
        alone = jd.draft().pipe(STYLE).with_requisition(facts).build()
        assert outcome.output == jd.render(alone, "text")
    for variant in jd.variants(OWN, tiers=["entry", "senior"], house=STYLE):
        assert "303-555-0100" in jd.render(variant.posting, "text")


def test_the_checker_finds_the_words_that_it_bans() -> None:
    own = jd.Requisition(duties=["Be a rock star and a ninja."])
    report = STYLE.check(jd.draft().pipe(STYLE).with_requisition(own).build())
    found = {one.match: one.message for one in report if one.code == "STY001"}
    assert found == {
        "rock star": 'Write "colleague" in place of "rock star".',
        "ninja": 'Leave "ninja" out.',
    }
    assert report.to_sarif()


def test_its_choices_reach_the_checker() -> None:
    posting = jd.draft().build()
    accepted = HouseStyle(checks={"suppress": [{"code": "TPL001", "reason": "A draft"}]})
    assert "TPL001" in {one.code for one in jd.check(posting)}
    assert "TPL001" not in {one.code for one in accepted.check(posting)}
    assert {one.code for one in HouseStyle(checks={"select": "TPL001"}).check(posting)} == {
        "TPL001"
    }


def test_it_is_a_value() -> None:
    same = pickle.loads(pickle.dumps(STYLE))
    assert same == STYLE
    assert hash(same) == hash(STYLE)
    assert same.catalog() is STYLE.catalog()
    with pytest.raises(AttributeError):
        STYLE.letterhead = ()  # type: ignore[misc]


STYLES = st.builds(
    HouseStyle,
    letterhead=st.sampled_from([(), "A {organization}", ("B", "C")]),
    facts=st.sampled_from([{}, {"organization": "A"}, {"organization": "B", "tier": "lead"}]),
    values=st.sampled_from([{}, {"phone": "1"}, {"phone": "2", "desk": "3"}]),
    sections=st.sampled_from(
        [(), OwnSection("own", "Own", "Text."), OwnSection("own", "Ours", "T.", before="apply")]
    ),
    renames=st.sampled_from([{}, {"apply": "Join"}, {"apply": "Come", "eeo": "Fair"}]),
    banned=st.sampled_from([(), "ninja", {"ninja": "colleague"}]),
    checks=st.sampled_from([None, {"ignore": "REA"}, {"ignore": "TPL", "fail_on": "info"}]),
    outlets=st.sampled_from([None, {"linkedin": {"company_id": 1}}, {"linkedin": {"cents": True}}]),
)


@settings(max_examples=50)
@given(STYLES, STYLES, STYLES)
def test_styles_compose_like_layers(one: HouseStyle, two: HouseStyle, three: HouseStyle) -> None:
    assert (one | two) | three == one | (two | three)
    assert one | HouseStyle() == one == HouseStyle() | one
    assert one | one == one


@settings(max_examples=6, deadline=None)
@given(STYLES, STYLES)
def test_one_step_after_another_is_the_step_of_both(one: HouseStyle, two: HouseStyle) -> None:
    both = jd.draft().pipe(one | two).with_requisition(OWN).build()
    later = jd.draft().pipe(one).pipe(two).with_requisition(OWN).build()
    assert jd.render(later, "text") == jd.render(both, "text")


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(jd.InputError) as told:
        HouseStyle(
            facts={"organisation": "x"},
            sections=[{"id": "a"}, 3],  # type: ignore[list-item]
            values=3,  # type: ignore[arg-type]
            banned={"(": "x"},
            theme={"accent": "red"},
            checks={"employees": "many"},
        )
    assert [one.path for one in told.value.problems] == [
        "facts.organisation",
        "values",
        "sections[0]",
        "sections[1]",
        "banned.(",
        "theme.accent",
        "checks.employees",
    ]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        (HouseStyle(renames={"responsibilites": "x"}), "did you mean 'responsibilities'"),
        (HouseStyle(sections=OwnSection("a", "A", "x", before="aply")), "did you mean 'apply'"),
        (HouseStyle(letterhead="{phnoe}", values={"phone": "1"}), "did you mean 'phone'"),
        (HouseStyle(content="no-such-overlay"), "neither a folder nor an installed overlay"),
    ],
)
def test_a_name_that_means_nothing_is_told_with_the_nearest(style: HouseStyle, words: str) -> None:
    with pytest.raises(jd.InputError, match=words):
        jd.draft().pipe(style).build()


def test_a_logo_becomes_part_of_the_page(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    style = HouseStyle(theme={"logo": str(logo), "logo_alt": "Lakeside"})
    assert 'alt="Lakeside"' in style.renderer("html").render(jd.draft().build())
