"""Law 7: what the scope table allows, filled with lawful facts, is clean in every jurisdiction."""

from datetime import date

import pytest
from each import each
from lawful import facts, location, pairs, places

import casemgr_jd as jd
from casemgr_jd.law import Statement, tables

pytestmark = pytest.mark.once
TODAY = date(2026, 11, 23)
ALWAYS_DUE = [law for law in tables.statements() if law.kind == "required" and not law.when]
CATALOG = jd.load_catalog()
TIERS = tuple(tier.id for tier in CATALOG.tiers)
PAIRS = tuple(pairs(CATALOG))
COMBINATIONS = tuple((setting, tier, role) for setting, role in PAIRS for tier in TIERS)
PLACES = places()
EDITIONS = tuple(edition.id for edition in CATALOG.editions)
IN_EACH_PLACE = 4

Case = tuple[str, str, str, str, str]


def cases() -> list[Case]:
    """Every combination in every edition, each in another place, places taking turns."""
    chosen = [(*one, edition) for edition in EDITIONS for one in COMBINATIONS]
    return [
        (setting, tier, role, PLACES[index % len(PLACES)], edition)
        for index, (setting, tier, role, edition) in enumerate(chosen)
    ]


CASES = cases()


def test_the_cases_pass_over_nothing() -> None:
    assert len(CATALOG.settings) == 12
    assert EDITIONS == ("posting", "board", "full")
    assert len(TIERS) == 3
    assert len(CATALOG.roles) == 14
    assert len(PLACES) >= 40
    assert len(PAIRS) >= 55
    assert len(CASES) == len(COMBINATIONS) * len(EDITIONS)
    assert {(*case[:3], case[4]) for case in CASES} == {
        (*one, edition) for one in COMBINATIONS for edition in EDITIONS
    }
    assert {role for _, _, role, _, _ in CASES} == {role.id for role in CATALOG.roles}
    for place in PLACES:
        assert sum(case[3] == place for case in CASES) >= IN_EACH_PLACE
        assert tables.places()[place].covers(location(place))
    laws = {law.place for law in tables.pay_laws()} | {law.place for law in tables.statements()}
    assert laws <= {*PLACES, "US"}
    assert len(ALWAYS_DUE) >= 3


@each("case", CASES, ids="-".join, by=lambda case: case[0])
def test_a_lawful_posting_is_clean(case: Case) -> None:
    setting, tier, role, place, edition = case
    posting = jd.build(facts(setting, tier, role, place, edition=edition))
    assert not posting.unfilled
    report = jd.check(posting, today=TODAY)
    assert len(report.outcomes) > 100
    # not even advice: no REA001, and nothing that a reader would call noise
    assert not report.at_or_above("info"), report.to_text()


PAY_WANTED = [law.place for law in tables.pay_laws() if "pay" in law.wants and law.enforced(TODAY)]


def test_most_places_with_a_pay_law_want_pay_in_the_posting() -> None:
    assert len(PAY_WANTED) >= 15


@each("place", PAY_WANTED)
def test_the_same_posting_without_pay_is_not_clean(place: str) -> None:
    """So the check of the law does run in each of these places."""
    posting = jd.build(facts("hospital", "senior", "rn", place, pay=None))
    codes = {one.code for one in jd.check(posting, today=TODAY).at_or_above("warning")}
    assert "PAY010" in codes


@each("law", ALWAYS_DUE, ids=lambda law: law.id)
def test_the_same_posting_without_its_statement_is_not_clean(law: Statement) -> None:
    left_out = jd.Omission(law.id, "to see that it is missed")
    bare = jd.build(facts("hospital", "senior", "rn", law.place, omit=[left_out]))
    assert "LAW014" in {one.code for one in jd.check(bare, today=TODAY)}


@each("place", PLACES)
def test_a_remote_posting_that_names_its_states_is_clean(place: str) -> None:
    """A remote worker may live in the state of the place; its law reaches the posting."""
    state = tables.places()[place].state
    where = {"work_model": "remote", "remote_states": [state], "physical_demands": ()}
    requisition = facts("managed_care", "senior", "rn", place, **where)
    report = jd.check(jd.build(requisition), today=TODAY)
    assert not report.at_or_above("warning"), report.to_text()
