"""The packaged law: every record is whole, dated, sourced, and says what was found and no more."""

from datetime import date

import pytest
from each import each

import casemgr_jd.law as law
from casemgr_jd.law import Law, PayLaw
from casemgr_jd.law.files import law_table
from casemgr_jd.model.states import STATES

TODAY = date(2026, 11, 26)
PAY = {one.id: one for one in law.pay_laws()}
DATED = law.all_laws()


@each("record", DATED, ids=lambda record: f"{type(record).__name__}-{record.place}")
def test_every_record_has_a_place_a_citation_and_a_date(record: Law) -> None:
    """No fact stands without where, in which law, and when it was gathered."""
    assert record.place in law.places() or record.place == "US"
    assert record.citation
    assert date(2026, 11, 23) <= record.as_of <= TODAY
    assert record.address or record.confidence != "high" or not isinstance(record, PayLaw)


def test_every_jurisdiction_of_the_facts_is_there() -> None:
    """Fifteen laws of states in force, five local ones, two future, one superseded, four without a duty."""
    enforced = {one.id for one in PAY.values() if one.enforced(TODAY)}
    states = {
        "CO",
        "CA",
        "WA",
        "NY",
        "IL",
        "MN",
        "NJ",
        "VT",
        "MA",
        "MD",
        "DC",
        "HI",
        "ME",
        "VA",
        "CT",
    }
    assert enforced == states | {"NYC", "ITH", "ALB", "JC", "CLE"}
    assert {one.id for one in PAY.values() if one.announced(TODAY)} == {"DE", "COL"}
    assert not PAY["WCH"].in_force(TODAY)
    assert PAY["WCH"].superseded_by == "NY"
    assert {one.id for one in PAY.values() if not one.wants} == {"NV", "RI", "CIN", "TOL"}


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        ("benefits", {"CO", "WA", "IL", "MN", "NJ", "MD", "CT", "JC"}),
        ("other_compensation", {"CO", "WA", "IL", "MN", "NJ", "MD"}),
        ("closing_date", {"CO"}),
        ("how_to_apply", {"CO"}),
        ("job_description", {"NY"}),
    ],
)
def test_what_each_law_wants(wanted: str, ids: set[str]) -> None:
    """The elements follow the facts: only Colorado wants a closing date and how to apply."""
    assert {one.id for one in PAY.values() if one.enforced(TODAY) and wanted in one.wants} == ids


@pytest.mark.parametrize(
    ("name", "before", "from_"),
    [
        ("CT", date(2026, 9, 30), date(2026, 10, 1)),
        ("VA", date(2026, 6, 30), date(2026, 7, 1)),
        ("ME", date(2026, 7, 12), date(2026, 7, 13)),
        ("MA", date(2025, 10, 28), date(2025, 10, 29)),
        ("DE", date(2027, 9, 25), date(2027, 9, 26)),
        ("COL", date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_laws_begin_on_their_day(name: str, before: date, from_: date) -> None:
    """A law wants nothing on the day before it is enforced."""
    assert not PAY[name].enforced(before)
    assert PAY[name].enforced(from_)


def test_thresholds_count_where_the_law_counts() -> None:
    """Minnesota and Massachusetts count employees in the state; California and Illinois everyone."""
    assert {PAY[one].counted for one in ("MN", "MA", "CLE", "ITH")} == {"in_place"}
    assert {PAY[one].counted for one in ("CA", "IL", "NJ", "NY")} == {"anywhere"}
    assert (PAY["MN"].employees, PAY["CA"].employees, PAY["DE"].employees) == (30, 15, 26)


def test_salary_history_bans_name_the_states_of_the_facts() -> None:
    """Twenty states and territories, and the cities and counties beside them; Virginia's is new in 2026."""
    bans = law.limits("salary_history")
    states = {ban.place for ban in bans if ban.place in STATES}
    assert states == {
        "AL",
        "CA",
        "CO",
        "CT",
        "DE",
        "DC",
        "HI",
        "IL",
        "ME",
        "MD",
        "MA",
        "MN",
        "NV",
        "NJ",
        "NY",
        "OR",
        "RI",
        "VT",
        "VA",
        "WA",
        "PR",
    }
    virginia = next(ban for ban in bans if ban.place == "VA")
    assert virginia.effective_from == date(2026, 7, 1)


def test_exempt_floors_of_2026() -> None:
    """The 2024 federal rule is void: the floor is $35,568; states set theirs by the year."""
    current = {floor.place: floor.year for floor in law.exempt_floors() if floor.in_force(TODAY)}
    assert current["US"] == 35_568
    assert current["CA"] == 70_304
    assert current["WA"] == 80_168.40
    assert current["ny-new-york-city"] == 66_300
    weekly = [floor for floor in law.exempt_floors() if abs(floor.week * 52 - floor.year) > 10]
    assert not weekly


def test_compacts_and_credentials() -> None:
    """Forty states issue nurse licenses under the compact; no social work compact license exists."""
    compacts = law.compacts()
    assert len(compacts["NLC"].issuing) == 40
    assert not set(compacts["NLC"].issuing) & set(compacts["NLC"].not_members)
    assert compacts["SWLC"].issuing == ()
    assert law.credentials()["CCM"].issuer.startswith("Commission")
    assert "RN-BC" in law.credentials()["CMGT-BC"].former


def test_shared_signals_are_lists_of_phrases() -> None:
    """The lists that rules name with "@" exist and are not empty."""
    assert set(law_table("signals.toml")["signals"]) >= {
        "exclusion",
        "preference",
        "asked",
        "required",
    }
    assert all(law_table("signals.toml")["signals"].values())
