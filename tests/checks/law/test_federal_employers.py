"""Where the federal government is hiring, law of states on postings is not held against it."""

import json

import jsonschema
import pytest

from casemgr_jd._resources import read_text
from casemgr_jd.checks import check_document

FEDERAL = {
    "an agency at the top": "Department of Veterans Affairs\n\nDenver, CO",
    "an agency with the country's name": "U.S. Department of Health and Human Services\n\nDenver, CO",
    "a grade": "Front Range Medical Center\n\nDenver, CO\n\nPay grade: GS-11",
    "the board of federal jobs": "Front Range Care\n\nDenver, CO\n\nApply on USAJOBS by March 1.",
    "an agency, and contractors who are led": "Department of the Navy\n\nDenver, CO\n\nYou lead contractors.",
    "the service": "Front Range Medical Center\n\nDenver, CO\n\nThis is an excepted service appointment.",
}
OTHERS = {
    "a hospital behind the letters of a state": "Lakeside, VA Medical Center\n\nDenver, CO",
    "a department of the state": "Colorado Department of Human Services\n\nDenver, CO",
    "a house that works for an agency": """Front Range Services

Denver, CO

We are a contractor of the Department of Veterans Affairs.""",
    "a house that an agency pays": """Front Range Services

Denver, CO

We are funded by the U.S. Department of Labor.""",
    "a house named beside an agency": """Front Range Services, partner of the Veterans Health Administration

Denver, CO""",
    "grades that one may have had": """Front Range Services

Denver, CO

Experience at a federal agency, at a grade equivalent to GS-9, counts.""",
    "an agency to which one refers": """Front Range Services

Denver, CO

- You help people.
- You plan.
- You call.
- You refer veterans to the Department of Veterans Affairs.""",
}


def of_state_law(head: str) -> set[str]:
    report = check_document(f"# Social Worker\n\n{head}\n\nYou plan care with veterans.\n")
    return {
        finding.code
        for finding in report.findings
        if any(one.reach.place.id == "CO" for one in finding.laws)
    }


@pytest.mark.parametrize("head", FEDERAL.values(), ids=FEDERAL)
def test_law_of_a_state_is_not_held_against_a_federal_agency(head: str) -> None:
    assert of_state_law(head) == set()


@pytest.mark.parametrize("head", OTHERS.values(), ids=OTHERS)
def test_law_of_a_state_is_held_against_everybody_else(head: str) -> None:
    assert of_state_law(head)


def test_the_report_says_that_it_was_not_applied() -> None:
    report = check_document(
        f"# Social Worker\n\n{FEDERAL['a grade']}\n\nYou plan care with veterans.\n"
    )
    assert "Law of Colorado" in str(report)
    assert "not applied: a federal agency is hiring" in str(report)


@pytest.mark.parametrize("head", [*FEDERAL.values(), *OTHERS.values()])
def test_the_report_as_data_fits_its_schema(head: str) -> None:
    report = check_document(f"# Social Worker\n\n{head}\n\nYou plan care with veterans.\n")
    schema = json.loads(read_text("data", "schemas", "report.schema.json"))
    jsonschema.validate(json.loads(report.to_json()), schema)
