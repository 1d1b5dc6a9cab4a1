"""Pages read as requisitions: what was said plainly is read, everything else is listed."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from adversarial import EVERY
from hypothesis import given
from hypothesis import strategies as st
from samples import complete, posting

import casemgr_jd as jd
from casemgr_jd._embedded import plain_lines
from casemgr_jd.cli.main import main
from casemgr_jd.errors import DocumentError
from casemgr_jd.renderers.jsonld import JsonLdRenderer
from casemgr_jd.serde.job_posting import properties
from casemgr_jd.serde.page import PageReading, load_page, read_page

READ_BACK = {
    "title",
    "organization",
    "requisition_id",
    "employment_type",
    "pay",
    "posted_on",
    "closing_date",
    "experience_years",
    "benefits",
    "openings",
    "start_date",
    "website",
    "physical_demands",
}


def read(**job: Any) -> PageReading:
    """Return the reading of a job with some properties."""
    return read_page(json.dumps({"@context": "https://schema.org", "@type": "JobPosting", **job}))


def reasons(reading: PageReading) -> dict[str, str]:
    return {problem.path: problem.reason for problem in reading.unread}


def test_what_we_write_is_read_back() -> None:
    facts = complete(
        benefits=["medical, dental and vision", "paid time off"],
        locations=[jd.Location("Denver", "CO", "80204", street="1 Main Street")],
    )
    page = f"<!DOCTYPE html><html><body><p>x</p>{JsonLdRenderer().script(jd.build(facts))}</body></html>"
    reading = read_page(page)
    for name in READ_BACK | {"locations"}:
        assert getattr(reading.requisition, name) == getattr(facts, name), name
    joined = {"other_compensation", "schedule", "about", "hours_per_week", "duties"}
    assert set(reading.requisition.given) == READ_BACK | {"locations", *joined}
    assert reading.requisition.duties[0] == facts.duties[0]
    assert reading.requisition.schedule == "; ".join([facts.schedule or "", *facts.shift])
    assert reading.requisition.hours_per_week == facts.hours_per_week
    assert reading.requisition.about == (" ".join((*facts.about, *facts.why_here, *facts.growth)),)
    assert set(reasons(reading)) == {
        "description",
        "eligibilityToWorkRequirement",
        "occupationalCategory",
        "qualifications",
        "skills",
    }


def test_a_remote_job_is_read_back() -> None:
    facts = complete(work_model="remote", locations=(), remote_states=["CO", "WY"])
    read_back = read_page(JsonLdRenderer().render(jd.build(facts))).requisition
    assert read_back.work_model is jd.WorkModel.REMOTE
    assert read_back.remote_states == ("CO", "WY")


def test_no_words_are_changed_or_leave_their_field() -> None:
    for words in EVERY:
        if plain_lines(words) != [words]:
            continue  # markup, which is read as a reader of the page sees it
        made = posting(organization=f"x{words}", title="Nurse")
        page = f"<html>{JsonLdRenderer().script(made)}</html>"
        assert read_page(page).requisition.organization == made.requisition.organization


@pytest.mark.parametrize(
    ("job", "name", "reason"),
    (
        ({"employmentType": "gig work"}, "employmentType", "not one kind of employment"),
        ({"employmentType": ["FULL_TIME", "PART_TIME"]}, "employmentType", "not one kind"),
        ({"employmentType": "INTERN"}, "employmentType", "not one kind"),
        ({"datePosted": "Nov 23 2026"}, "datePosted", "not an ISO date"),
        ({"datePosted": "2026-02-30"}, "datePosted", "not an ISO date"),
        ({"validThrough": "2026-12-31T00:00"}, "validThrough", "ends as a day begins"),
        ({"jobLocationType": "REMOTE"}, "jobLocationType", "not a value"),
        (
            {"jobLocationType": "TELECOMMUTE", "jobLocation": {"address": "x"}},
            "jobLocationType",
            "beside",
        ),
        ({"jobLocation": "Denver"}, "jobLocation", "no address in parts"),
        (
            {"jobLocation": {"address": {"addressLocality": "Denver"}}},
            "jobLocation",
            "names no country",
        ),
        (
            {"jobLocation": {"address": {"addressRegion": "XX", "addressCountry": "US"}}},
            "jobLocation",
            "not a state of the United States",
        ),
        (
            {"applicantLocationRequirements": {"name": "Atlantis"}},
            "applicantLocationRequirements",
            "names no state",
        ),
        ({"baseSalary": 72_000}, "baseSalary", "no currency and no period"),
        (
            {"baseSalary": {"value": {"value": 40, "unitText": "HOUR"}}},
            "baseSalary",
            "needs a currency",
        ),
        (
            {
                "baseSalary": {
                    "currency": "USD",
                    "value": {"minValue": 4_000, "maxValue": 5_000, "unitText": "FORTNIGHT"},
                }
            },
            "baseSalary",
            "needs a currency, and one of HOUR",
        ),
        (
            {
                "baseSalary": {
                    "currency": "USD",
                    "value": {"minValue": "72,000", "unitText": "YEAR"},
                }
            },
            "baseSalary",
            "not a plain number",
        ),
        (
            {"baseSalary": {"currency": "USD", "value": {"minValue": 72_000, "unitText": "YEAR"}}},
            "baseSalary",
            "needs both ends",
        ),
        ({"experienceRequirements": "some years"}, "experienceRequirements", "no whole years"),
        (
            {"experienceRequirements": {"monthsOfExperience": 18}},
            "experienceRequirements",
            "no whole years",
        ),
        ({"url": "javascript:alert(1)"}, "url", "address"),
        ({"hiringOrganization": {"logo": "x"}}, "hiringOrganization", "not one text"),
        ({"estimatedSalary": 5}, "estimatedSalary", "has no field"),
    ),
    ids=lambda value: str(value)[:40],
)
def test_what_is_not_plain_is_listed_and_not_guessed(
    job: dict[str, Any], name: str, reason: str
) -> None:
    reading = read(title="Nurse", **job)
    assert any(one in reasons(reading)[name] for one in reason.split("|")), reasons(reading)
    assert set(reading.requisition.given) <= {"title"}


def test_common_ways_to_say_the_same() -> None:
    reading = read(
        hiringOrganization="Lakeside Health",
        identifier=1042,
        validThrough="2026-12-31T23:59:59-07:00",
        salaryCurrency="USD",
        baseSalary={"value": {"value": "41.50", "unitText": "HOUR"}},
        jobLocation=[
            {
                "address": {
                    "addressLocality": "Boise",
                    "addressRegion": "Idaho",
                    "addressCountry": {"name": "USA"},
                }
            }
        ],
    )
    facts = reading.requisition
    assert facts.organization == "Lakeside Health"
    assert facts.requisition_id == "1042"
    assert facts.closing_date == date(2026, 12, 31)
    assert facts.pay == jd.PayRange(rate=41.5, per="hour")
    assert facts.locations == (jd.Location("Boise", "ID"),)
    assert reading.unread == ()


def test_dates_that_contradict_each_other_are_not_both_read() -> None:
    reading = read(datePosted="2026-12-31", validThrough="2026-01-01")
    assert reading.requisition.posted_on == date(2026, 12, 31)
    assert reading.requisition.closing_date is None
    assert "is after closing_date" in reasons(reading)["validThrough"]


def test_a_job_is_found_in_a_graph_and_among_other_blocks() -> None:
    graph = {
        "@graph": [{"@type": "Organization"}, {"@type": ["Thing", "JobPosting"], "title": "Nurse"}]
    }
    scripts = ["{broken", json.dumps(graph), json.dumps({"@type": "JobPosting", "title": "Second"})]
    page = "".join(
        f"<SCRIPT TYPE='application/ld+json; charset=utf-8'>{one}</SCRIPT>" for one in scripts
    )
    reading = read_page(f"<script>var x = 1</script>{page}")
    assert reading.requisition.title == "Nurse"
    assert "2 jobs are on the page" in str(reading.unread)
    assert "not valid JSON" in str(reading.unread)


@pytest.mark.parametrize(
    "text", ("", "<p>No data</p>", "{}", "[]", "{", '{"@type": "Event"}', "<![x[", "[" * 9999)
)
def test_a_page_without_a_job_is_an_error_with_advice(text: str) -> None:
    with pytest.raises(DocumentError, match=r"page\.html: holds no JSON-LD JobPosting"):
        read_page(text, "page.html")


def test_files(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<html>{JsonLdRenderer().script(posting())}</html>", encoding="utf-8")
    assert load_page(page).requisition.organization == "Lakeside Health"
    with pytest.raises(DocumentError, match="cannot be read"):
        load_page(tmp_path / "none.html")
    page.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(DocumentError, match="holds no JSON-LD"):
        load_page(page)
    page.write_bytes(b"\x00\x01")
    with pytest.raises(DocumentError, match="is no text"):
        load_page(page)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["US", "CO", "HOUR", "USD", "TELECOMMUTE", "FULL_TIME", "2026-11-23", "12"]),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(
        st.sampled_from([
            "address", "addressCountry", "addressRegion", "name", "value", "currency", "unitText",
            "minValue", "maxValue", "monthsOfExperience", "@type",
        ]),
        inner,
        max_size=4,
    ),
    max_leaves=8,
)  # fmt: skip


# A name with a dot is part of another one's value.
NAMES = [name for name, _ in properties() if "." not in name]


@given(st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=4))
def test_whatever_a_page_says_is_read_or_listed(job: dict[str, Any]) -> None:
    reading = read(**job)
    named = {problem.path for problem in reading.unread}
    fields = dict(properties())
    for name, value in job.items():
        if value in (None, "", [], {}):
            continue
        blank = getattr(reading.requisition, fields[name]) in (None, ())
        assert name in named or not blank or _says_nothing(value)


def _says_nothing(value: Any) -> bool:
    """Tell whether a value has no text that is left after cleaning."""
    if isinstance(value, dict):
        return all(_says_nothing(one) for one in value.values())
    if isinstance(value, list):
        return all(_says_nothing(one) for one in value)
    return value is None or (isinstance(value, str) and not jd.Requisition(title=value).title)


def test_the_command_writes_a_requisition_that_reads_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a live page says becomes a file to go on with; what it did not say is told."""
    made = posting(locations=[jd.Location("Denver", "CO", "80204", street="1 Main Street")])
    page = tmp_path / "page.html"
    page.write_text(jd.get_renderer("jsonld").script(made), encoding="utf-8")
    main(["import", str(page), "-o", str(tmp_path / "req.toml")])
    read = jd.load_requisition(tmp_path / "req.toml")
    assert read == jd.load_page(page).requisition
    assert read.pay == made.requisition.pay
    assert read.locations == made.requisition.locations
    assert "not read: description" in capsys.readouterr().err


def test_the_command_names_a_page_without_a_job(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message, exit status 2, no file."""
    page = tmp_path / "page.html"
    page.write_text("<h1>About us</h1>", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["import", str(page), "-o", str(tmp_path / "req.toml")])
    assert stop.value.code == 2
    assert "holds no JSON-LD JobPosting" in capsys.readouterr().err
    assert not (tmp_path / "req.toml").exists()


def test_a_job_anywhere_in_a_country_is_read_back() -> None:
    facts = complete(
        work_model="remote", locations=(), remote_states=["GA"], remote_countries=["US", "CA"]
    )
    read_back = read_page(JsonLdRenderer().render(jd.build(facts))).requisition
    assert read_back.remote_states == ("GA",)
    assert read_back.remote_countries == ("US", "CA")


@pytest.mark.parametrize(
    ("said", "hours", "schedule"),
    [
        ("40 hours per week", "40", None),
        (
            "Monday to Friday, 8 a.m. to 5 p.m.; 32-40 hours a week",
            "32–40",
            "Monday to Friday, 8 a.m. to 5 p.m.",
        ),
        ("37.5 hrs/week, rotating weekends", "37.5", "rotating weekends"),
        ("Two 12-hour days a week", None, "Two 12-hour days a week"),
        (["Nights", "36 hours each week"], "36", "Nights"),
    ],
)
def test_the_hours_of_a_week_are_read_apart_from_the_schedule(
    said: Any, hours: str | None, schedule: str | None
) -> None:
    read = read_page(json.dumps({"@type": "JobPosting", "title": "Nurse", "workHours": said}))
    assert read.requisition.hours_per_week == hours
    assert read.requisition.schedule == schedule


def test_hours_and_schedule_come_back_as_they_went_out() -> None:
    facts = complete(schedule="Four days a week, no weekends.", hours_per_week="36")
    again = read_page(JsonLdRenderer().render(jd.build(facts))).requisition
    assert again.hours_per_week == facts.hours_per_week
