"""Pay disclosure: for each place the elements its law wants, by head-count, remote reach and date."""

from datetime import date
from typing import Any

import pytest

from casemgr_jd.checks.entry import check_document
from casemgr_jd.checks.law.pay import wants
from casemgr_jd.checks.report import Finding
from casemgr_jd.model.requisition import Requisition

TODAY = date(2026, 11, 23)
PAY = "$82,000–$98,000 a year"
BENEFITS = (
    "Medical, dental and vision insurance, a 403(b) plan and paid time off. "
    "An annual bonus is possible."
)
CLOSING = "Apply at https://lakeside.example/jobs by December 31, 2026."
FAIR = (
    "We consider qualified applicants with criminal histories, including arrest and conviction records, "
    "under the fair chance ordinance."
)
PLACES = [
    ("Denver, CO", "pay benefits closing"),
    ("Fresno, CA", "pay"),
    ("Seattle, WA", "pay benefits"),
    ("Buffalo, NY", "pay"),
    ("Brooklyn, NY", "pay"),
    ("Ithaca, NY", "pay"),
    ("Albany, NY", "pay"),
    ("Chicago, IL", "pay benefits"),
    ("Duluth, MN", "pay benefits"),
    ("Newark, NJ", "pay benefits"),
    ("Jersey City, NJ", "pay benefits"),
    ("Burlington, VT", "pay"),
    ("Boston, MA", "pay"),
    ("Baltimore, MD", "pay benefits"),
    ("Washington, DC", "pay"),
    ("Honolulu, HI", "pay"),
    ("Portland, ME", "pay"),
    ("Richmond, VA", "pay"),
    ("Hartford, CT", "pay benefits"),
    ("Cleveland, OH", "pay"),
    ("Toledo, OH", ""),
    ("Reno, NV", ""),
    ("Providence, RI", ""),
    ("Tulsa, OK", ""),
]


def posting(
    location: str, *, pay: str = PAY, benefits: str = BENEFITS, apply: str = CLOSING
) -> str:
    """A plain posting with or without pay, benefits and the way to apply."""
    pay_line = f"Pay: {pay}.\n\n" if pay else ""
    return (
        f"# RN Case Manager\n\nLakeside Health seeks an RN Case Manager. Location: {location}\n\n"
        "## Responsibilities\n\n- Plan discharges with patients and families.\n- Coordinate care.\n\n"
        "## Requirements\n\n- Active RN license in the state.\n\n"
        f"## Compensation\n\n{pay_line}{benefits}\n\n## How to Apply\n\n{apply}\n\n## Fair Chance\n\n{FAIR}\n"
    )


def found(text: str, today: date | None = TODAY, **facts: Any) -> list[Finding]:
    """What the rules about pay find at warning or above."""
    requisition = Requisition(**facts) if facts else None
    report = check_document(
        text, today=today, select=["PAY"], requisition=requisition, format="markdown"
    )
    return [finding for finding in report if finding.severity != "info"]


@pytest.mark.parametrize("location", [place for place, _ in PLACES])
def test_a_complete_posting_is_clean_everywhere(location: str) -> None:
    """Pay, benefits, other pay, a closing date and how to apply satisfy every law."""
    assert [finding.code for finding in found(posting(location))] == []


@pytest.mark.parametrize(("location", "wanted"), PLACES)
def test_what_is_missing_is_found_where_law_wants_it(location: str, wanted: str) -> None:
    """A posting without pay, benefits and closing date misses what its place wants, and no more."""
    codes = {"pay": "PAY010", "benefits": "PAY011", "closing": "PAY013"}
    bare = posting(location, pay="", benefits="", apply="Apply at https://lakeside.example/jobs.")
    assert {finding.code for finding in found(bare)} == {codes[one] for one in wanted.split()}


@pytest.mark.parametrize(
    ("location", "severity"),
    [("Denver, CO", "error"), ("Baltimore, MD", "error"), ("Boston, MA", "warning")],
)
def test_an_unknown_head_count_is_for_review(location: str, severity: str) -> None:
    """Where the law covers every employer the finding is an error; else it is a warning to review."""
    (finding,) = [one for one in found(posting(location, pay="")) if one.code == "PAY010"]
    assert (finding.severity, finding.kind) == (
        severity,
        "fail" if severity == "error" else "review",
    )


@pytest.mark.parametrize(
    ("location", "facts", "severity"),
    [
        ("Fresno, CA", {"employees": 15}, "error"),
        ("Fresno, CA", {"employees": 14}, ""),
        ("Duluth, MN", {"employees": 5000}, "warning"),
        ("Duluth, MN", {"employees": 5000, "employees_in": {"MN": 29}}, ""),
        ("Duluth, MN", {"employees": 5000, "employees_in": {"MN": 30}}, "error"),
        ("Brooklyn, NY", {"employees": 4}, "error"),
        ("Cleveland, OH", {"employees": 15, "employees_in": {"oh-cleveland": 15}}, "error"),
        ("Cleveland, OH", {"employees": 14}, ""),
        ("Honolulu, HI", {"employees": 5000}, "warning"),
        ("Boston, MA", {"employees_in": {"MA": 25}}, "error"),
    ],
)
def test_head_counts_decide(location: str, facts: dict[str, Any], severity: str) -> None:
    """Head-counts are read where the law counts them: in all, or in the place."""
    hits = [
        finding.severity
        for finding in found(posting(location, pay=""), **facts)
        if finding.code == "PAY010"
    ]
    assert hits == ([severity] if severity else [])


def test_laws_of_several_locations_are_weighed_apart() -> None:
    """Colorado is an error, Massachusetts is for review: two findings."""
    text = posting("Denver, CO and Boston, MA", pay="")
    assert [one.severity for one in found(text) if one.code == "PAY010"] == ["error", "warning"]


@pytest.mark.parametrize(
    ("sentence", "severities"),
    [
        ("This remote role is open to residents of Colorado and Texas.", ["error"]),
        ("This remote role is open to residents of Texas and Florida.", []),
        ("This is a remote position; you may live anywhere in the United States.", ["warning"]),
    ],
)
def test_remote_reach(sentence: str, severities: list[str]) -> None:
    """A state named for remote workers is reached; "anywhere" reaches for review."""
    text = posting("Tulsa, OK", pay="").replace("Location: Tulsa, OK", sentence)
    assert [one.severity for one in found(text) if one.code == "PAY010"] == severities


def test_remote_states_of_a_requisition_are_reached() -> None:
    """The requisition wins over the text."""
    text = posting("Tulsa, OK", pay="")
    assert not [one for one in found(text) if one.code == "PAY010"]
    hits = found(text, remote_states=["CO", "OK"], locations=[{"city": "Tulsa", "state": "OK"}])
    assert [one.severity for one in hits if one.code == "PAY010"] == ["error"]


def test_reporting_to_new_york_is_information() -> None:
    """New York reaches jobs elsewhere that report to an office there: said, not enforced."""
    text = posting("Tulsa, OK", pay="").replace(
        "- Coordinate care.",
        "- Coordinate care.\n\nReports to the Director in our New York office.",
    )
    report = check_document(text, today=TODAY, select=["PAY010"], format="markdown")
    assert [one.severity for one in report] == ["info"]


def test_a_link_satisfies_illinois_only() -> None:
    """Illinois accepts a link to a public page with pay and benefits; Colorado does not."""
    link = "See the pay scale and benefits at https://lakeside.example/pay."
    assert not found(posting("Chicago, IL", pay="", benefits=link))
    assert [one.code for one in found(posting("Denver, CO", pay="", benefits=link))][:1] == [
        "PAY010"
    ]


def test_unconfirmed_facts_are_never_errors() -> None:
    """An open end is an error where agencies said so, a warning where it is not confirmed."""
    firm = found(posting("Denver, CO", pay="up to $98,000 a year"))
    unsure = found(posting("Fresno, CA", pay="up to $98,000 a year"), employees=500)
    assert [(one.code, one.severity) for one in firm] == [("PAY003", "error")]
    assert [(one.code, one.severity) for one in unsure] == [("PAY003", "warning")]


def test_without_a_day_the_law_is_that_of_the_day_it_was_gathered() -> None:
    """No clock is read: without ``today`` the laws in force on the day of the facts count."""
    assert [one.code for one in found(posting("Hartford, CT", pay=""), today=None)] == ["PAY010"]


def test_wants_tells_other_rules_which_laws_ask() -> None:
    """The completeness rules ask by place and element."""
    assert [law.id for law in wants(["CO", "CA"], "pay", TODAY)] == ["CA", "CO"]
    assert wants(["CT"], "benefits", date(2026, 9, 30)) == ()
