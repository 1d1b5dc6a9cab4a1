"""What is due in a posting by law: sentences, elements of pay, and how conditions of hire are worded."""

from datetime import date

import attrs
import pytest

from casemgr_jd import law
from casemgr_jd.law import Job, Statement
from casemgr_jd.law.due import planned_conditions
from casemgr_jd.law.reach import reached
from casemgr_jd.law.tables import wordings
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition

CONDITIONS = (
    "background_check",
    "background_check_by_law",
    "driving",
    "drug_screen",
    "physical_exam",
    "vaccination",
    "work_authorization",
)


def at(city: str, state: str, **facts: object) -> Job:
    """A job in one city."""
    return attrs.evolve(Job(locations=(Location(city, state),)), **facts)  # type: ignore[arg-type]


def due(job: Job, *planned: str) -> list[str]:
    return [one.law.id for one in law.statements_due(job, planned, advisable=True)]


@pytest.mark.parametrize("statement", law.statements(), ids=lambda one: one.id)
def test_every_sentence_is_due_where_its_law_holds_and_nowhere_else(statement: Statement) -> None:
    place = law.places().get(statement.place)
    city = (place.cities or (None,))[0] if place else "Omaha"
    county = place.counties[0] if place and place.counties else None
    where = Location(
        city,
        place.state if place else "NE",
        county=county,
        unincorporated=place.unincorporated if place else None,
    )
    here, elsewhere = Job(locations=(where,)), at("Omaha", "NE")
    assert statement.id in due(here, *statement.when)
    assert (statement.id in due(elsewhere, *statement.when)) is (place is None)
    if statement.when:
        assert statement.id not in due(here)
    if statement.effective_from:
        early = attrs.evolve(
            here, day=statement.effective_from.replace(year=statement.effective_from.year - 1)
        )
        assert statement.id not in due(early, *statement.when)
    if statement.employees > 1:
        small = attrs.evolve(here, employees=statement.employees - 1)
        assert statement.id not in due(small, *statement.when)
        large = attrs.evolve(here, employees=statement.employees)
        standing = next(
            one
            for one in law.statements_due(large, statement.when, advisable=True)
            if one.law == statement
        )
        assert (standing.threshold, standing.applies) == ("met", "yes")


def test_what_may_be_planned_is_known() -> None:
    assert set(planned_conditions()) >= {"documents", "ai_screening", "federal_contractor"}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_has_a_wording_everywhere(condition: str) -> None:
    assert wordings(condition)
    for place in law.places().values():
        city = (place.cities or (None,))[0]
        job = Job(locations=(Location(city, place.state),))
        found = law.condition_wording(condition, job)
        assert found is not None
        assert found.text is not None or found.note, "a sentence left out says why"
    assert law.condition_wording("telepathy", at("Omaha", "NE")) is None


def test_of_several_places_the_strictest_wording_stands() -> None:
    job = Job(locations=(Location("Austin", "TX"), Location("Fresno", "CA")))
    assert law.condition_wording("driving", job) == law.condition_wording(
        "driving", at("Fresno", "CA")
    )
    assert law.condition_wording("driving", job) != law.condition_wording(
        "driving", at("Austin", "TX")
    )


def test_a_wording_holds_from_its_day_on() -> None:
    before = at("Fresno", "CA", day=date(2024, 12, 31))
    assert law.condition_wording("driving", before) == law.condition_wording(
        "driving", at("Austin", "TX")
    )


def test_a_job_from_anywhere_leaves_out_what_is_barred_somewhere() -> None:
    found = law.condition_wording("background_check", Job(anywhere=True))
    assert found is not None
    assert found.text is None
    assert law.condition_wording("background_check_by_law", Job(anywhere=True)).text  # type: ignore[union-attr]


def test_pay_duties_of_several_places_are_taken_together() -> None:
    duties = law.pay_duties(Job(locations=(Location("Denver", "CO"), Location("Newark", "NJ"))))
    assert set(duties.elements) == {
        "pay",
        "benefits",
        "other_compensation",
        "closing_date",
        "how_to_apply",
    }
    assert [one.law.place for one in duties.wants("closing_date")] == ["CO"]
    assert duties.range_cap == 1.6
    assert duties.bars_open_ended
    assert law.pay_duties(at("Omaha", "NE")).elements == ()


@pytest.mark.parametrize(
    "pay_law",
    [one for one in law.pay_laws() if one.wants and one.employees > 1],
    ids=lambda one: one.id,
)
def test_the_same_head_count_is_read_the_same_way_in_every_place(pay_law: law.PayLaw) -> None:
    place = law.places()[pay_law.place]
    reach = law.Reach(place, "located")
    unknown = law.standing(Job(), pay_law, reach)
    assert unknown.threshold == "unknown"
    met = law.standing(Job(employees_in={place.id: pay_law.employees}), pay_law, reach)
    assert (met.threshold, met.applies) == ("met", "yes")
    small = law.standing(Job(employees=pay_law.employees - 1), pay_law, reach)
    assert (small.threshold, small.applies) == ("not_met", "no")


def test_a_requisition_is_a_job() -> None:
    requisition = Requisition(
        work_model="remote", posted_on=date(2026, 12, 1), manager="Director, Chicago", employees=12
    )
    job = Job.of(requisition)
    assert job.anywhere
    assert job.day == date(2026, 12, 1)
    assert job.offices == ("IL",)
    assert not Job.of(attrs.evolve(requisition, remote_states=["CO"])).anywhere


@pytest.mark.parametrize(
    ("license_", "states", "phrase"),
    [
        (
            "RN",
            ["TX"],
            "Texas RN license, or a multistate RN license under the Nurse Licensure Compact",
        ),
        ("RN", ["NY"], "New York RN license"),
        ("RN", ["MA"], "Massachusetts RN license"),
        ("LMSW", ["TX"], "Texas LMSW license"),
        ("RN", ["VA", "DC"], "RN license in Virginia and the District of Columbia"),
    ],
)
def test_a_compact_license_is_named_only_where_it_counts(
    license_: str, states: list[str], phrase: str
) -> None:
    assert law.license_phrase(license_, states) == phrase


def test_equal_jobs_that_look_among_other_places_are_told_apart() -> None:
    here = Job(locations=(Location("Denver", "CO"),))
    elsewhere = attrs.evolve(here, places={})
    assert here == elsewhere
    told = [[one.place.id for one in reached(job)] for job in (here, elsewhere, here)]
    assert told[0] == told[2] != told[1] == ["US"]
