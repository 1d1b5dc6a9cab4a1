"""Law tells employers apart by steps of their head-count: those on one step have the same posting."""

from hypothesis import given, settings
from hypothesis import strategies as st

import casemgr_jd as jd
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.resting import conditions_of, thresholds

CATALOG = jd.load_catalog()
STATES = sorted({one.state for one in CATALOG.places if one.state})


def _said(employees: int, state: str) -> object:
    facts = jd.Requisition(
        locations=[jd.Location(None, state)], employees=employees, attachments="résumé"
    )
    law = Lawful(facts, CATALOG)
    wordings = [law.wording(one) for one in conditions_of(CATALOG)]
    return law.wanted, [one.id for one in law.statements], law.classes, wordings


@settings(max_examples=60)
@given(st.integers(0, len(thresholds(CATALOG)) - 1), st.sampled_from(STATES), st.data())
def test_employers_on_one_step_are_one_to_law(step: int, state: str, data: st.DataObject) -> None:
    steps = (*thresholds(CATALOG), 1_000_000)
    count = data.draw(st.integers(steps[step], steps[step + 1] - 1))
    assert _said(count, state) == _said(steps[step], state)
