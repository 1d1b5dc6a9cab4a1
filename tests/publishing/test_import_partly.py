"""What a page says in part is read in part, and the rest is listed."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from samples import complete

import casemgr_jd as jd
from casemgr_jd.cli.main import main
from casemgr_jd.reading.open import read_document


def read(**job: Any) -> jd.PageReading:
    return jd.read_page(json.dumps({"@type": "JobPosting", "title": "Nurse", **job}))


def reasons(reading: jd.PageReading) -> list[tuple[str, str]]:
    return [(one.path, one.reason) for one in reading.unread]


def microdata(*properties: str) -> str:
    inner = "".join(properties)
    return f'<div itemscope itemtype="https://schema.org/JobPosting">{inner}</div>'


PLACE = {"address": {"addressLocality": "Denver", "addressRegion": "CO", "addressCountry": "US"}}


def test_a_state_that_cannot_be_read_takes_no_other_along() -> None:
    named = [
        {"name": "CO"},
        {"name": "Bavaria"},
        {"name": "Wyoming"},
        {"@type": "Country", "name": "Canada"},
    ]
    reading = read(applicantLocationRequirements=named)
    assert reading.requisition.remote_states == ("CO", "WY")
    assert reading.requisition.remote_countries == ("CA",)
    assert reasons(reading) == [("applicantLocationRequirements", "names no state: 'Bavaria'")]


def test_every_place_that_cannot_be_read_is_told() -> None:
    reading = read(
        jobLocation=["Boulder", PLACE, {"address": {"addressRegion": "Zz", "addressCountry": "US"}}]
    )
    assert reading.requisition.locations == (jd.Location("Denver", "CO"),)
    told = [reason for path, reason in reasons(reading) if path == "jobLocation"]
    assert len(told) == 2
    assert told[0] == "holds no address in parts: 'Boulder'"
    assert "not a state" in told[1]


def test_a_place_without_a_country_is_told_by_what_it_says() -> None:
    places = [{"address": {"addressLocality": one, "addressRegion": "WA"}} for one in ("Perth", "")]
    told = [reason for path, reason in reasons(read(jobLocation=places)) if path == "jobLocation"]
    assert told == ["names no country: 'Perth, WA'", "names no country: 'WA'"]


@pytest.mark.parametrize(
    ("given", "code"),
    [("Canada", "CA"), ("United States of America", "US"), ("uk", "GB"), ({"name": "USA"}, "US")],
)
def test_a_country_is_read_by_the_names_that_a_requisition_takes(given: Any, code: str) -> None:
    address = {"addressLocality": "London", "addressCountry": given}
    (found,) = read(jobLocation={"address": address}).requisition.locations
    assert found.country == code


def test_one_fault_of_two_figures_is_told_once() -> None:
    amount = {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}
    reading = read(baseSalary={"currency": "USD", "value": amount})
    assert [path for path, _ in reasons(reading)] == ["baseSalary"]


def test_a_name_that_is_nowhere_on_the_page_is_told_as_such() -> None:
    reading = read(hiringOrganization={"@id": "#us"})
    assert reasons(reading) == [
        ("hiringOrganization", "stands under '#us', which is nowhere on the page")
    ]


@pytest.mark.parametrize(
    "said", ["2027-01-15T17:00:00-07:00", "2027-01-15T17:00-0700", "2027-01-15T17:00:00.000-07"]
)
def test_a_closing_time_with_its_zone_is_read_whole(said: str) -> None:
    reading = read(validThrough=said)
    assert reading.requisition.closing_date == datetime.fromisoformat("2027-01-15T17:00-07:00")
    assert reading.unread == ()


def test_a_closing_time_comes_back_as_it_went_out() -> None:
    facts = complete(closing_date="2027-01-15 17:00 MST")
    again = jd.read_page(jd.render(jd.build(facts), "jsonld")).requisition
    assert again.closing_date == facts.closing_date


def test_of_a_closing_time_without_a_zone_the_day_is_read() -> None:
    reading = read(validThrough="2027-01-15T17:00:00")
    assert str(reading.requisition.closing_date) == "2027-01-15"
    assert "17:00" in reading.unread[0].reason
    assert "closing_date" in (reading.unread[0].hint or "")


@pytest.mark.parametrize(
    "said",
    [
        "<ul><li>Visit people.</li><li>Call doctors &amp; payers.</li></ul>",
        "<p>Visit people.</p><p>Call doctors &amp; payers.</p>",
        ["Visit people.", "Call doctors &amp; payers."],
        "- Visit people.\n\n- Call doctors &amp; payers.",
        "\u2022 Visit people.\n\u2022 Call doctors & payers.\n",
    ],
)
def test_what_the_employer_says_of_the_work_is_its_duties(said: Any) -> None:
    reading = read(responsibilities=said)
    assert reading.requisition.duties == ("Visit people.", "Call doctors & payers.")
    assert reading.unread == ()


def test_what_is_asked_for_has_fields_of_its_own() -> None:
    (problem,) = read(qualifications="<ul><li>RN</li><li>3 years</li></ul>").unread
    assert "fields of their own" in problem.reason
    assert "has no field" not in problem.reason


@pytest.mark.parametrize(
    "said", ["Medical; dental, vision", "Medical\n* dental, vision", ["Medical", "dental, vision"]]
)
def test_a_list_in_one_text_is_its_entries(said: Any) -> None:
    assert read(jobBenefits=said).requisition.benefits == ("Medical", "dental, vision")


@pytest.mark.parametrize(
    "said",
    [
        "<ul itemprop='jobBenefits'><li>Medical &amp; dental</li>\n <li>A 403(b)\n plan</li></ul>",
        "<p itemprop='jobBenefits'>Medical &amp; dental<br>A 403(b)\n plan</p>",
        "<i itemprop='jobBenefits'>Medical &amp; dental</i> <i itemprop='jobBenefits'>A 403(b) plan</i>",
    ],
)
def test_a_list_in_microdata_is_its_entries(said: str) -> None:
    page = microdata("<h1 itemprop='title'>Nurse <b>Case</b>\n Manager</h1>", said)
    read = jd.read_page(page).requisition
    assert read.title == "Nurse Case Manager"
    assert read.benefits == ("Medical & dental", "A 403(b) plan")


def test_a_description_without_tags_is_checked_line_by_line(tmp_path: Path) -> None:
    said = "Pay < $50, R&amp;D.\n\nWhat you do:\n- Visit people & call.\n\u2022 Write notes."
    job = json.dumps({"@type": "JobPosting", "title": "Nurse", "description": said})
    page = tmp_path / "page.html"
    page.write_text(f'<script type="application/ld+json">{job}</script>', encoding="utf-8")
    document, _ = read_document(page)
    texts = [block.text for block in document.blocks]
    assert texts == [
        "Nurse",
        "Pay < $50, R&D.",
        "What you do:",
        "Visit people & call.",
        "Write notes.",
    ]


def test_a_page_without_text_tells_what_is_wrong_with_its_data(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<script type="application/ld+json">{"@type": "JobPosting",}</script>', encoding="utf-8"
    )
    with pytest.raises(SystemExit) as stop:
        main(["import", str(page)])
    assert stop.value.code == 2
    assert "a block of JSON-LD is not valid JSON" in capsys.readouterr().err
