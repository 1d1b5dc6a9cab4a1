"""The packaged law: every record is whole, dated, sourced, and says what was found and no more."""

from datetime import date

import pytest

from casemgr_jd.checks.law import tables
from casemgr_jd.checks.law.records import LawRecord, PayLaw
from casemgr_jd.model.states import STATES

TODAY = date(2026, 11, 23)
PAY = {law.id: law for law in tables.pay_laws()}
DATED: tuple[LawRecord, ...] = (
    *tables.pay_laws(),
    *tables.salary_history_bans(),
    *tables.fair_chance_laws(),
    *tables.exempt_floors(),
    *tables.driving_laws(),
    *tables.unemployed_laws(),
    *tables.age_data_laws(),
    *tables.ai_laws(),
    *tables.statements(),
)


@pytest.mark.parametrize(
    "record", DATED, ids=lambda record: f"{type(record).__name__}-{record.place}"
)
def test_every_record_has_a_place_a_citation_and_a_date(record: LawRecord) -> None:
    """No fact stands without where, in which law, and when it was gathered."""
    assert record.place in tables.places() or record.place == "US"
    assert record.citation
    assert record.as_of == TODAY
    assert record.url or record.confidence != "high" or not isinstance(record, PayLaw)


def test_every_jurisdiction_of_the_facts_is_there() -> None:
    """Fifteen laws of states in force, five local ones, two future, one superseded, four without a duty."""
    enforced = {law.id for law in PAY.values() if law.enforced(TODAY)}
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
    assert {law.id for law in PAY.values() if law.announced(TODAY)} == {"DE", "COL"}
    assert not PAY["WCH"].in_force(TODAY)
    assert PAY["WCH"].superseded_by == "NY"
    assert {law.id for law in PAY.values() if not law.wants} == {"NV", "RI", "CIN", "TOL"}


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
    assert {law.id for law in PAY.values() if law.enforced(TODAY) and wanted in law.wants} == ids


@pytest.mark.parametrize(
    ("law", "before", "from_"),
    [
        ("CT", date(2026, 9, 30), date(2026, 10, 1)),
        ("VA", date(2026, 6, 30), date(2026, 7, 1)),
        ("ME", date(2026, 7, 12), date(2026, 7, 13)),
        ("MA", date(2025, 10, 28), date(2025, 10, 29)),
        ("DE", date(2027, 9, 25), date(2027, 9, 26)),
        ("COL", date(2026, 12, 31), date(2027, 1, 1)),
    ],
)
def test_laws_begin_on_their_day(law: str, before: date, from_: date) -> None:
    """A law wants nothing on the day before it is enforced."""
    assert not PAY[law].enforced(before)
    assert PAY[law].enforced(from_)


def test_thresholds_count_where_the_law_counts() -> None:
    """Minnesota and Massachusetts count employees in the state; California and Illinois everyone."""
    assert {PAY[one].counted for one in ("MN", "MA", "CLE", "ITH")} == {"in_place"}
    assert {PAY[one].counted for one in ("CA", "IL", "NJ", "NY")} == {"anywhere"}
    assert (PAY["MN"].employees, PAY["CA"].employees, PAY["DE"].employees) == (30, 15, 26)


def test_salary_history_bans_name_the_states_of_the_facts() -> None:
    """Twenty states and territories, and the cities and counties beside them; Virginia's is new in 2026."""
    bans = tables.salary_history_bans()
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
    current = {floor.place: floor.year for floor in tables.exempt_floors() if floor.in_force(TODAY)}
    assert current["US"] == 35_568
    assert current["CA"] == 70_304
    assert current["WA"] == 80_168.40
    assert current["ny-new-york-city"] == 66_300
    weekly = [floor for floor in tables.exempt_floors() if abs(floor.week * 52 - floor.year) > 10]
    assert not weekly


def test_compacts_and_credentials() -> None:
    """Forty states issue nurse licenses under the compact; no social work compact license exists."""
    compacts = tables.compacts()
    assert len(compacts["NLC"].issuing) == 40
    assert not set(compacts["NLC"].issuing) & set(compacts["NLC"].not_members)
    assert compacts["SWLC"].issuing == ()
    assert tables.credentials()["CCM"].issuer.startswith("Commission")
    assert "RN-BC" in tables.credentials()["CMGT-BC"].former


def test_shared_signals_are_lists_of_phrases() -> None:
    """The lists that rules name with "@" exist and are not empty."""
    assert set(tables.signals()) == {"exclusion", "preference", "asked"}
    assert all(tables.signals().values())
