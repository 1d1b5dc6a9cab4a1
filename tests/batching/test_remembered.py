"""What is remembered from posting to posting: never anything but what would be found out anew."""

import copy
import pickle
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import complete
from strategies import FIELDS, requisitions

import casemgr_jd as jd
from casemgr_jd.builder import (
    blocks,
    candidates,
    chosen,
    compose,
    groups,
    law_known,
    layout,
    naming,
    select,
    waiting,
)
from casemgr_jd.model.condition import Choices
from casemgr_jd.model.reading import display, is_blank

CATALOG = jd.load_catalog()
SETTINGS = [one.id for one in CATALOG.settings]
CHOICES = st.fixed_dictionaries(
    {},
    optional={
        "setting": st.lists(st.sampled_from(SETTINGS), max_size=2, unique=True),
        "tier": st.sampled_from(["entry", "mid", "senior", "lead"]),
        "role": st.sampled_from([one.id for one in CATALOG.roles]),
        "edition": st.sampled_from(["posting", "full", "board"]),
        "posted_on": FIELDS["posted_on"],
        "closing_date": st.none(),
        **{name: FIELDS[name] for name in ("work_model", "emr", "duties", "locations", "pay")},
    },
)


def _forget() -> None:
    candidates.candidates.cache_clear()
    candidates._made.clear()
    waiting._offering.cache_clear()
    select._shared.cache_clear()
    for known in (compose._made, law_known._known, layout._known):
        known.clear()
    for more in (blocks._known_bodies, compose._known_structures, layout._known_sections):
        more.clear()
    layout._places.cache_clear()
    layout._rooms.cache_clear()
    naming._known.cache_clear()
    for shared in (chosen._known, groups._known, groups._whole):
        shared.clear()


@settings(max_examples=60)
@given(requisitions | st.just(complete()), CHOICES)
def test_a_posting_built_after_others_is_the_one_built_first(
    facts: jd.Requisition, choices: dict[str, Any]
) -> None:
    try:
        requisition = evolve(facts, **choices)
        after = jd.build(requisition)
    except jd.InputError:
        return
    _forget()
    first = jd.build(requisition)
    assert after == first
    assert after.open_options == first.open_options
    assert jd.dumps(after) == jd.dumps(first)


def test_what_is_remembered_is_bounded_and_forgetting_changes_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = [
        complete(setting=setting, tier=tier, locations=[jd.Location(None, state)], emr=emr)
        for setting in SETTINGS[:4]
        for tier in ("entry", "senior")
        for state in ("CO", "TX", "NY")
        for emr in ((), ("Epic",))
    ]
    _forget()
    before = [jd.dumps(jd.build(one)) for one in wanted]
    few = 3
    for module in (blocks, chosen, compose, law_known, layout, groups, naming, waiting):
        monkeypatch.setattr(module, "_MOST_REMEMBERED", few)
    monkeypatch.setattr(compose, "_MOST_MAKE_UPS", few)
    _forget()
    assert [jd.dumps(jd.build(one)) for one in wanted for _ in range(2)][::2] == before
    kept = (compose._made[CATALOG][0], naming._known(CATALOG), blocks._known_bodies, layout._known)
    known = (*kept, law_known._known[CATALOG]._found, compose._known_structures)
    assert all(0 < len(one) <= few for one in known), [len(one) for one in known]
    outcomes = [len(one.outcomes) for one in candidates._made[CATALOG].groups.values()]
    assert max(outcomes) <= few < len(outcomes)


@settings(max_examples=60)
@given(requisitions)
def test_a_slot_is_blank_where_nothing_is_read(requisition: jd.Requisition) -> None:
    for slot in CATALOG.slots:
        assert is_blank(requisition, slot) == (display(requisition, slot) is None)


def test_postings_that_differ_in_a_few_facts_share_their_sections() -> None:
    one, other = jd.build(complete(emr=[])), jd.build(complete(emr=[], manager=None))
    shared = {id(block) for block in one.blocks} & {id(block) for block in other.blocks}
    assert one.blocks != other.blocks
    assert len(shared) >= len(one.blocks) // 2


def test_a_make_up_is_kept_when_it_comes_again() -> None:
    _forget()
    jd.build(complete(emr=["Epic"]))
    assert len(compose._made[CATALOG][0]) == 0
    jd.build(complete(emr=["Meditech"]))
    assert len(compose._made[CATALOG][0]) == 1


def test_open_options_are_found_when_they_are_asked_for_and_travel() -> None:
    sparse = jd.Requisition(setting=["hospital"], tier="senior", role="rn")
    one, other = jd.build(sparse), jd.build(sparse)
    assert pickle.loads(pickle.dumps(one)).open_options == other.open_options != ()
    assert evolve(jd.build(sparse), lang="es").open_options == other.open_options
    assert copy.copy(jd.build(sparse)).open_options == other.open_options
    with pytest.raises(AttributeError, match="open_option"):
        one.open_option  # type: ignore[attr-defined] # noqa: B018


_SOME = {
    "tier": st.sampled_from(("", "entry", "lead")),
    "group": st.sampled_from(("nurse", "unlicensed", "general")),
    "setting": st.sampled_from(((), ("hospital",), ("hospital", "specialty"))),
    "role": st.sampled_from(("", "rn", "lcsw")),
    "fieldwork": st.booleans(),
    "work_model": st.sampled_from(("", "remote", "field")),
    "performance_line": st.booleans(),
    "years": st.sampled_from((None, 0, 2, 5)),
}
_CONDITIONS = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.lists(_SOME[name], max_size=2) for name in ("tier", "group", "role")},
        "setting": st.lists(st.sampled_from(("", "hospital", "specialty")), max_size=2),
        "not_role": st.lists(_SOME["role"], max_size=2),
        "work_model": st.lists(_SOME["work_model"], max_size=2),
        "fieldwork": st.booleans(),
        "performance_line": st.booleans(),
        "experience_below": st.integers(0, 4),
    },
)


@settings(max_examples=300)
@given(_CONDITIONS, st.fixed_dictionaries(_SOME), st.fixed_dictionaries(_SOME))
def test_choices_that_a_condition_does_not_compare_decide_nothing(
    parts: dict[str, Any], one: dict[str, Any], other: dict[str, Any]
) -> None:
    """What may stand is remembered by these choices alone."""
    condition = jd.Condition(**parts)
    same = {name: one[name] for name in condition.compared}
    assert condition.suits(Choices(**one)) == condition.suits(Choices(**{**other, **same}))


_BENEFITS = st.lists(
    st.sampled_from(("medical", "dental", "vision", "401(k) match", "paid time off", "parking")),
    unique=True,
    max_size=6,
)


@settings(max_examples=60)
@given(CHOICES, st.lists(_BENEFITS, min_size=2, max_size=4))
def test_postings_that_differ_in_many_benefits_alone_do_not_take_each_others(
    choices: dict[str, Any], offers: list[list[str]]
) -> None:
    """Benefits by what they are for stand besides all that is told by yes or no."""
    asked = [jd.Requisition(**choices, benefits=one) for one in (*offers, *offers)]
    warm = [jd.build(one) for one in asked]
    for requisition, found in zip(asked, warm, strict=True):
        _forget()
        alone = jd.build(requisition)
        assert found.blocks == alone.blocks
        assert found.structure == alone.structure
