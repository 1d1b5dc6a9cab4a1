"""Filling a plan again: what is kept from the filling before never shows in the next."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import complete
from strategies import FIELDS, requisitions

import casemgr_jd as jd
from casemgr_jd.model.changes import changed

FORMATS = ("markdown", "html_fragment", "text")
CHANGES = st.lists(
    st.sampled_from(sorted(set(FIELDS) - {"extra"})).flatmap(
        lambda name: st.tuples(st.just(name), FIELDS[name])
    ),
    min_size=2,
    max_size=6,
)


@settings(max_examples=60)
@given(requisitions | st.just(complete()), CHANGES, st.sampled_from(FORMATS))
def test_one_posting_after_another_reads_as_each_alone(
    first: jd.Requisition, changes: list[tuple[str, object]], format: str
) -> None:
    renderer = jd.get_renderer(format)
    row = first
    for name, value in [*changes, *changes]:
        try:
            row = changed(row, {name: value})
            posting = jd.build(row)
        except jd.InputError:
            continue
        for _ in range(4):
            # From the third on a plan fills it, with what the posting before left.
            assert renderer.render(posting) == renderer.render_afresh(posting)


@pytest.mark.parametrize("format", FORMATS)
def test_equal_facts_in_other_objects_read_the_same(format: str) -> None:
    renderer = jd.get_renderer(format)
    for number in (1, 2, 1, 3, 3):
        facts = complete(organization=f"Clinic {number}", emr=["Epic", f"System {number}"])
        posting = jd.build(evolve(facts))
        assert renderer.render(posting) == renderer.render_afresh(posting)


def test_a_list_that_reads_as_it_is_stays_the_same_object() -> None:
    given = complete(emr=("Epic", "Meditech"))
    assert evolve(given, organization="Other").emr is given.emr
    assert complete(emr=(" Epic", "Epic")).emr == ("Epic",)
