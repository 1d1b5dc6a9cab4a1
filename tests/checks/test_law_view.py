"""Law for counsel: by jurisdiction, with dates, threshold, reach, confidence and source, in every format."""

import json
from datetime import date
from itertools import product
from typing import Any, cast

import attrs
import pytest

import casemgr_jd as jd
from casemgr_jd import law
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.many import Reports
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.views.law import changed, law_data
from casemgr_jd.law import Standing
from casemgr_jd.model.requisition import Requisition

TODAY = date(2026, 11, 23)
TEXT = (
    "# Case Manager\n\nJoin Lakeside Health in {place}. Send your salary history.\n\n"
    "- Coordinate care for patients and families.\n"
)


def checked(place: str = "Newark, NJ", day: date = TODAY, **facts: object) -> Report:
    requisition = Requisition(**facts) if facts else None  # type: ignore[arg-type]
    return jd.check_document(
        TEXT.format(place=place), today=day, requisition=requisition, name="job.md"
    )


def shown(*reports: Report, form: str = "markdown") -> str:
    return str(jd.render(Reports(reports=reports).to_law(), form))


def test_each_law_names_its_dates_threshold_reach_confidence_and_source() -> None:
    words = shown(checked())
    for expected in (
        "## New Jersey",
        "N.J.S.A. 34:6B-23",
        "in force since June 1, 2025",
        "10 or more employees: head-count not given",
        "the work is done there",
        "Confidence:** high",
        "https://www.nj.gov/labor/myworkrights/wages/pay-transparency",
        "not legal advice",
    ):
        assert expected in words, expected


def test_a_threshold_is_met_or_not_or_not_known() -> None:
    size = "10 or more employees: "
    assert f"{size}head-count not given" in shown(checked())
    assert f"{size}met" in shown(checked(employees=10))
    small = shown(checked(employees=9))
    assert f"{size}not met" in small[small.index("Looked at, and not applied") :]


def test_only_what_law_asks_is_in_it() -> None:
    report = checked()
    assert {one.code for one in report} >= {"COM010", "PAY010"}
    words = shown(report)
    assert "PAY010" in words
    assert "COM010" not in words, "no law asks most private employers for an equal-opportunity line"


@pytest.mark.parametrize("form", ["markdown", "html", "text", "docx", "json", "outline"])
def test_it_comes_in_every_document_format(form: str) -> None:
    made = jd.render(Reports(reports=(checked(),)).to_law(), form)
    assert made


def test_jurisdictions_of_several_documents_are_put_together() -> None:
    first, second = checked(), attrs.evolve(checked("Denver, CO"), document="other.md")
    words = shown(first, second, checked())
    assert words.count("## New Jersey\n") == 1
    assert words.index("## Colorado") < words.index("## New Jersey")
    data = law_data(Reports(reports=(first, second)))
    json.dumps(data)
    assert {one["place"] for one in data["laws"]} >= {"CO", "NJ"}
    assert all(one["findings"] for one in data["laws"])


def test_a_state_that_is_not_known_is_said_to_be_so() -> None:
    report = checked("our town")
    assert "state unknown" in report.to_text()
    assert "state unknown" in shown(report)


def test_the_same_duty_threshold_and_confidence_weigh_the_same_in_every_state() -> None:
    seen: dict[tuple[object, ...], set[str]] = {}
    kinds = 0
    for pay_law, how, total in product(law.pay_laws(), ("located", "reports_to"), (None, 1, 5_000)):
        reach = law.Reach(law.places()[pay_law.place], how, certain=how == "located")
        one: Standing[law.PayLaw] = law.standing(law.Job(employees=total), pay_law, reach)
        key = (one.applies, one.reach.how, pay_law.confidence)
        seen.setdefault(key, set()).add(weight(one))
        kinds += 1
    assert kinds > 100
    assert len(seen) > 6
    assert all(len(weights) == 1 for weights in seen.values()), seen


PAY_STATES = [
    one.place
    for one in law.pay_laws()
    if len(one.place) == 2 and one.enforced(TODAY) and one.confidence == "high"
]


@pytest.mark.parametrize("state", PAY_STATES)
def test_missing_pay_weighs_the_same_in_every_state(state: str) -> None:
    def severity(**facts: object) -> str:
        place = law.places()[state].name
        report = checked(
            f"Springfield, {place}", **cast("Any", {"employees_in": {state: 900}, **facts})
        )
        here = [one for one in report if one.code == "PAY010"]
        return here[0].severity

    assert len(PAY_STATES) > 10
    assert severity(employees=900, locations=[jd.Location(None, state)]) == "error"


def test_changed_since_gives_what_exists_because_law_changed() -> None:
    hartford = checked("Hartford, CT")
    everything = Reports(reports=(hartford, checked("Newark, NJ")))
    fresh = changed(everything, date(2026, 9, 30))
    assert {one.code for one in hartford} >= {"PAY010", "LAW006"}
    assert {one.code for one in fresh.reports[0]} == {"PAY010", "PAY011"}
    assert fresh.reports[1].findings == ()
    assert any("Connecticut" in note for note in fresh.reports[0].notes)
    assert changed(everything, date(2026, 10, 1)).reports[0].findings == ()
    assert "PAY010" in {one.code for one in changed(everything, date(2025, 5, 31)).reports[1]}
