"""The make-up of a posting: what it rests on is named, and a posting that shares it is the same."""

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from samples import VALUES, complete
from strategies import FIELDS, FLAGS, requisitions

import casemgr_jd as jd
from casemgr_jd.builder import compose as module
from casemgr_jd.builder.compose import make_up_key
from casemgr_jd.builder.effective import completion_of, effective_requisition
from casemgr_jd.builder.sight import sight_of
from casemgr_jd.model.changes import FACTS, changed, read_fact
from casemgr_jd.renderers.plan import Plan

CATALOG = jd.load_catalog()
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.toml"))
# A failing example takes minutes to shrink, and reads well enough as it is found.
QUICK = (Phase.explicit, Phase.generate)
ANY_FACT = st.sampled_from(sorted(set(FIELDS) - {"extra"})).flatmap(
    lambda name: st.tuples(st.just(name), FIELDS[name])
)


def _made(requisition: jd.Requisition) -> Any:
    """Return the make-up of a posting, made anew, or nothing where it cannot be made."""
    facts = effective_requisition(requisition, CATALOG)
    sight = sight_of(facts, CATALOG)
    return module.MakeUp(facts, completion_of(requisition, CATALOG), CATALOG, sight)


def _tried(make: Callable[[], Any]) -> tuple[Any, Any]:
    """Return what is made, or what is wrong with it."""
    try:
        return make(), ()
    except jd.InputError as error:
        return None, error.problems


def _key(requisition: jd.Requisition) -> Any:
    facts = effective_requisition(requisition, CATALOG)
    sight = sight_of(facts, CATALOG)
    return make_up_key(facts, completion_of(requisition, CATALOG), CATALOG, sight)


@settings(max_examples=120, phases=QUICK)
@given(requisitions | st.just(complete()), ANY_FACT)
def test_equal_keys_mean_equal_postings(before: jd.Requisition, change: tuple[str, Any]) -> None:
    try:
        after = changed(before, dict([change]))
        one, other = _made(before), _made(after)
    except jd.InputError:
        return
    if _key(before) == _key(after):
        assert one.title == other.title
        assert one.blocks == other.blocks
        assert one.open_options == other.open_options
        assert one.structure == other.structure


LAWFUL = ("locations", "remote_states", "employees", "employees_in", "posted_on", "work_model")


@settings(max_examples=150, phases=QUICK)
@given(
    st.sampled_from(
        (complete(), jd.Requisition(license="RN"), jd.Requisition(attachments="résumé"))
    ),
    st.fixed_dictionaries({}, optional={name: FIELDS[name] for name in LAWFUL}),
    st.sampled_from(({}, {"benefits": None, "closing_date": None}, {"background_check": True})),
)
def test_a_shared_make_up_is_the_one_that_would_be_made(
    common: jd.Requisition, change: dict[str, Any], more: dict[str, Any]
) -> None:
    """Whatever was built before in this process, and whatever law says at the place."""
    try:
        requisition = changed(common, {**change, **more})
        wanted = _made(requisition)
    except jd.InputError:
        return
    made = jd.build(requisition)
    assert (made.title, made.blocks) == (wanted.title, wanted.blocks)
    assert made.open_options == wanted.open_options
    assert made.structure == wanted.structure


def test_where_in_the_world_a_remote_job_may_be_done_is_told_apart() -> None:
    """Law of a state may reach a job that may be done anywhere in the country, and none abroad."""
    common = jd.Requisition(
        role="rn", work_model="remote", background_check=True, drug_screen=True, employees=3_000
    )
    here, abroad = (changed(common, {"remote_countries": [one]}) for one in ("US", "CA"))
    assert _made(here).blocks != _made(abroad).blocks
    assert _key(here) != _key(abroad)
    assert jd.build(here).blocks == _made(here).blocks
    assert jd.build(abroad).blocks == _made(abroad).blocks


def test_a_head_count_at_a_place_tells_apart_what_its_pay_law_wants() -> None:
    common = jd.Requisition(organization="A", locations=[jd.Location("Denver", "CO")])
    none_here = changed(common, {"employees_in": {"CO": 0}})
    assert _made(none_here).blocks != _made(common).blocks
    assert _key(none_here) != _key(common)
    with pytest.raises(jd.CaseMgrError, match="employees_in"):
        jd.get_renderer("markdown").plan(jd.build(common), ["organization", "employees_in"])
    # Where all is told that such a law may want, it decides nothing and may vary.
    given = {"benefits": ["dental"], "other_compensation": ["a bonus"], "closing_date": "ongoing"}
    assert "employees_in" not in jd.build(changed(common, given)).structure.fields
    # That nothing comes besides stands where law asks for it, which the head count decides.
    nothing = {**given, "other_compensation": ["none"]}
    assert "employees_in" in jd.build(changed(common, nothing)).structure.fields


@pytest.mark.parametrize("name", sorted(set(VALUES) - {"extra"}))
def test_each_sample_that_changes_the_posting_changes_the_key(name: str) -> None:
    before = complete()
    for value in (*VALUES[name], None):
        after = changed(before, {name: value})
        try:
            one, other = _made(before), _made(after)
        except jd.InputError:
            continue
        if _key(before) == _key(after):
            assert (one.title, one.blocks) == (other.title, other.blocks)


@settings(max_examples=60, phases=QUICK)
@given(requisitions | st.just(complete()), ANY_FACT)
def test_a_plan_gives_the_posting_of_a_requisition_or_refuses_it(
    before: jd.Requisition, change: tuple[str, Any]
) -> None:
    name, value = change
    try:
        after = changed(before, {name: value})
        made, other = jd.build(before), jd.build(after)
    except jd.InputError:
        return
    renderer = jd.get_renderer("markdown")
    varying = [] if name in made.structure.fields else [name]
    plan = renderer.plan(made, varying)
    assert plan.render(before) == plan.render(made.requisition) == renderer.render(made)
    try:
        found = plan.render(after)
    except jd.CaseMgrError:
        return
    assert found == renderer.render(other), name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_plan_takes_the_requisition_that_its_posting_was_built_from(path: Path) -> None:
    requisition = jd.load_requisition(path)
    made = jd.build(requisition)
    for name in ("markdown", "html"):
        plan: Plan = jd.get_renderer(name).plan(made, ["organization"])
        assert plan.render(requisition) == jd.render(made, name)
        other = changed(requisition, {"organization": "Lakeside Care"})
        assert plan.render(other) == jd.render(jd.build(other), name)
        assert plan.exact, plan.reason


def test_the_same_tier_under_another_name_is_told_apart() -> None:
    mid, senior = (jd.Requisition(tier=one, organization="A") for one in ("mid", "senior"))
    assert jd.build(mid).requisition.tier == "senior"
    assert _key(mid) != _key(senior)
    plan = jd.get_renderer("markdown").plan(jd.build(mid), ["organization", "title"])
    assert plan.render(mid) == jd.render(jd.build(mid), "markdown")
    with pytest.raises(jd.CaseMgrError, match="tier"):
        plan.render(senior)
    rows = [("organization", "tier"), ("A", "mid"), ("A", "senior")]
    assert [one.ok for one in plan.rows(rows)] == [True, False]


def test_what_the_guide_offers_is_taken_in_a_plan_too() -> None:
    common = jd.Requisition(setting=["hospital"], tier="senior", role="rn", benefits=["dental"])
    adopting = evolve(common, benefits="guide")
    plan = jd.get_renderer("markdown").plan(jd.build(common), ["benefits"])
    try:
        found = plan.render(adopting)
    except jd.CaseMgrError:
        found = jd.render(jd.build(adopting))
    assert found == jd.render(jd.build(adopting))
    assert "guide" not in found


def test_a_title_of_ones_own_has_no_setting_behind_it() -> None:
    hospice = jd.Requisition(setting=["home_health.hospice"], role="rn", organization="A")
    own = changed(hospice, {"title": "Transitions Nurse"})
    assert jd.build(hospice).heading != jd.build(hospice).requisition.title
    assert jd.build(own).heading == "Transitions Nurse"
    plan = jd.get_renderer("markdown").plan(jd.build(hospice), ["title"])
    with pytest.raises(jd.CaseMgrError, match="title"):
        plan.render(own)


@settings(max_examples=30, phases=QUICK)
@given(requisitions)
def test_a_posting_is_built_from_its_own_facts_again(requisition: jd.Requisition) -> None:
    made = jd.build(requisition)
    again = jd.build(made.requisition)
    assert again.blocks == made.blocks
    assert again.heading == made.heading


@given(requisitions, ANY_FACT)
def test_changing_facts_is_evolving_them(before: jd.Requisition, change: tuple[str, Any]) -> None:
    name, value = change
    wanted, problems = _tried(lambda: evolve(before, **{name: value}))
    assert _tried(lambda: changed(before, {name: value})) == (wanted, problems)
    if wanted is not None:
        assert read_fact(name, value) == getattr(wanted, name)


def test_facts_are_the_fields_of_a_requisition() -> None:
    assert set(FIELDS) <= set(FACTS)
    with pytest.raises(jd.InputError, match=r"organisation: is not a field.*'organization'"):
        changed(jd.Requisition(), {"organisation": "A"})


def test_what_a_posting_rests_on_pickles_and_is_written() -> None:
    made = jd.build(complete())
    made.structure.key(made.requisition)
    sent = pickle.loads(pickle.dumps(made))
    assert sent == made
    assert sent.structure.key(made.requisition) == made.structure.key(made.requisition)
    assert jd.loads(jd.dumps(made)) == made


@pytest.mark.parametrize("flag", FLAGS)
def test_a_plain_no_and_nothing_at_all_are_told_apart(flag: str) -> None:
    # Of what is not given a writer is told; a posting made before, with a "no", says nothing of it.
    unsaid = jd.Requisition()
    said = changed(unsaid, {flag: False})
    one, other = _made(said), _made(unsaid)
    assert _key(said) != _key(unsaid) or one.open_options == other.open_options
    assert flag not in {name for option in one.open_options for name in option.fields}
