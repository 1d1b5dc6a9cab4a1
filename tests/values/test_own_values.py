"""Settings, tiers and roles built by hand, given to the verbs that take ids."""

from typing import Any

import pytest

import casemgr_jd as jd

CLINIC = jd.SettingModule(
    id="wound-clinic",
    name="Wound Clinic",
    noun="wound clinic",
    population="guests",
    items=[jd.Item("clinic.round", "Round with the wound team at {organization}.", priority=1)],
    caseload=[40, 60],
    kpis=[jd.KPI("kpi.clinic.healed", "Wounds healed", "days", "lower", 90, "<=")],
)
PRINCIPAL = jd.SeniorityTier(
    "principal",
    "Principal Case Manager",
    "Principal",
    experience=8,
    scope=[jd.Item("principal.scope", "Set the standard of care for the region.")],
)
WOUND_NURSE = jd.Role("wound_nurse", "Wound Nurse", licenses="RN", defaults={"license": "RN"})
FACTS = jd.Requisition(organization="Lakeside Health", caseload="guide", measures="guide")


def built() -> jd.Posting:
    return (
        jd.draft()
        .with_requisition(FACTS)
        .for_setting(CLINIC)
        .at_tier(PRINCIPAL)
        .as_role(WOUND_NURSE)
        .with_edition("full")
        .build()
    )


def test_a_posting_is_made_of_own_values() -> None:
    posting = built()
    text = " ".join(jd.render(posting, "text").split())
    assert posting.heading.startswith("Principal Wound Nurse")
    assert posting.settings == ("wound_clinic",)
    assert "Round with the wound team at Lakeside Health." in text
    assert "Set the standard of care for the region." in text
    assert "Wounds healed within 90 days" in text
    assert "40–60" in text
    assert posting.requisition.experience_years == jd.YearsRange(8)
    assert posting.requisition.license == ("RN",)


def test_equal_values_make_equal_postings_that_can_be_saved() -> None:
    assert built() == built()
    assert jd.loads(jd.dumps(built())) == built()
    guide = jd.build(jd.Requisition(edition="full"))
    assert built().catalog_hash != guide.catalog_hash


def test_a_verb_leaves_its_receiver_and_the_catalog_as_they_were() -> None:
    draft = jd.draft()
    draft.for_setting(CLINIC)
    assert draft == jd.draft()
    assert "wound_clinic" not in [one.id for one in jd.load_catalog().settings]
    with pytest.raises(jd.InputError, match="wound_clinic"):
        draft.for_setting("wound_clinic").build()


def test_a_value_of_the_guide_may_be_changed_and_given_back() -> None:
    from attrs import evolve

    hospital = jd.load_catalog().setting("hospital")
    mine = evolve(hospital, population="guests")
    posting = jd.draft().for_setting(mine).build()
    assert posting.requisition.population == ("guests",)
    assert jd.draft().for_setting(hospital).build().blocks == (
        jd.draft().for_setting("hospital").build().blocks
    )


def test_a_catalog_takes_values_before_and_after_an_overlay() -> None:
    tables = {"house.toml": {"tiers": [{"id": "senior", "name": "Senior of the House"}]}}
    guide = jd.load_catalog()
    for catalog in (
        guide.with_own(CLINIC).overlay_tables(tables),
        guide.overlay_tables(tables).with_own(CLINIC),
    ):
        assert catalog.setting("wound_clinic").population == "guests"
        assert catalog.tier("senior").name == "Senior of the House"
    found = jd.variants(settings=["wound_clinic", "hospital"], catalog=guide.with_own(CLINIC))
    assert len(found) == 2


def test_a_checked_posting_of_own_values_gives_a_report() -> None:
    catalog = jd.load_catalog().with_own(CLINIC, PRINCIPAL, WOUND_NURSE)
    assert jd.check(built()).document
    assert jd.check(built(), catalog=catalog).document
    assert jd.interview_kit(built(), catalog=catalog).questions


def test_what_an_own_value_refers_to_must_be_there() -> None:
    wrong = jd.SettingModule(
        "lab",
        "Lab",
        "lab",
        "people",
        items=[
            jd.Item("lab.a", "Work at {organisation}."),
            jd.Item("lab.b", "Lead.", when=jd.Condition(tier="senoir")),
        ],
    )
    with pytest.raises(jd.ContentError) as told:
        jd.draft().for_setting(wrong).build()
    assert [problem.path for problem in told.value.problems] == ["lab.a.text", "lab.b.when.tier"]
    assert "did you mean 'organization'?" in str(told.value)
    assert "did you mean 'senior'?" in str(told.value)


@pytest.mark.parametrize("odd", [None, 5, b"x", object(), ["hospital"]])
def test_what_is_neither_an_id_nor_a_value_is_refused(odd: object) -> None:
    for verb in ("for_setting", "at_tier", "as_role"):
        with pytest.raises(jd.InputError, match="must be a str or"):
            getattr(jd.draft(), verb)(odd)


def a_rule(terms: Any) -> jd.Rule:
    return jd.Rule(code="ACM001", slug="x", title="x", message="x", why="x", terms=terms)


def test_a_rule_of_ones_own_takes_phrases_and_tables() -> None:
    by_phrase, by_table = a_rule("mercy ridge"), a_rule([{"find": "mercy ridge"}])
    assert by_phrase == by_table == a_rule(iter(["mercy ridge"]))
    assert hash(by_phrase) == hash(by_table)
    posting = jd.draft().fill(duties=["Join Mercy Ridge."]).build()
    report = jd.check(posting, more_rules=[by_table], select="ACM")
    assert [one.code for one in report] == ["ACM001"]


def test_a_term_that_cannot_be_used_is_told_at_its_place() -> None:
    with pytest.raises(jd.InputError) as told:
        a_rule(["mercy ridge", {"find": ["x"], "sugest": ["y"]}, {"suggest": ["z"]}])
    said = str(told.value).splitlines()
    assert said[0].startswith("terms[1].sugest: is not known")
    assert "suggest" in said[0]
    assert said[1].startswith("terms[2].find: is missing")
