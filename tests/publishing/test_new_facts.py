"""Pay by place or grade, a closing time with its zone, and a job that is remote anywhere in a country."""

import json
from datetime import date, datetime, timedelta, timezone
from typing import Any
from xml.etree import ElementTree

import pytest
from machine_reading import FORMATS, problems
from samples import posting

import casemgr_jd as jd
from casemgr_jd.cli._toml import toml
from casemgr_jd.errors import InputError
from casemgr_jd.law.job import Job
from casemgr_jd.serde.requisition import read_requisition

BY_PLACE = jd.PayRange(
    by=[jd.PayPart("Colorado", 84_000, 104_000), jd.PayPart("California", 95_000, 115_000)]
)
TWO = (jd.Location("Denver", "CO"), jd.Location("Fresno", "CA"))


def test_pay_by_place_spans_its_parts_and_names_each() -> None:
    assert (BY_PLACE.low, BY_PLACE.high) == (84_000, 115_000)
    assert str(BY_PLACE) == (
        "$84,000–$104,000 a year (Colorado) or $95,000–$115,000 a year (California)"
    )
    made = posting(pay=BY_PLACE, locations=TWO)
    for format in ("text", "markdown", "html"):
        shown = " ".join(str(jd.render(made, format)).split())
        assert "$95,000–$115,000 a year (California)" in shown


def test_pay_by_place_reaches_each_job_of_a_feed() -> None:
    made = posting(pay=BY_PLACE, locations=TWO)
    feed = ElementTree.fromstring(jd.render(made, "indeed"))
    assert [one.text for one in feed.iter("salary")] == [
        "$84000 - $104000 per year",
        "$95000 - $115000 per year",
    ]
    job = json.loads(jd.render(made, "jsonld"))
    value = job["baseSalary"]["value"]
    assert (value["minValue"], value["maxValue"]) == (84_000, 115_000)


def test_pay_by_grade_is_one_range_to_machines() -> None:
    pay = jd.PayRange(
        by=[jd.PayPart("Grade 1", rate=40), jd.PayPart("Grade 2", rate=48.5)], per="hour"
    )
    assert str(pay) == "$40.00 an hour (Grade 1) or $48.50 an hour (Grade 2)"
    feed = ElementTree.fromstring(jd.render(posting(pay=pay, locations=TWO[:1]), "indeed"))
    assert feed.findtext("job/salary") == "$40.00 - $48.50 per hour"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Grade 13 (bilingual)", "Grade 13, bilingual"),
        ("(Nights) RN II", "Nights RN II"),
        ("Step 1 (first year", "Step 1 (first year"),
    ],
)
def test_the_name_of_a_part_of_pay_brings_no_brackets_into_its_own(name: str, said: str) -> None:
    pay = jd.PayRange(by=[jd.PayPart(name, rate=40), jd.PayPart("Ohio", rate=38)], per="hour")
    assert str(pay).startswith(f"$40 an hour ({said})")


@pytest.mark.parametrize(
    ("pay", "said"),
    [
        ({"by": [{"name": "Ohio"}]}, "pay.by[0]: states no pay"),
        ({"by": [{"minimum": 1, "maximum": 2}]}, "pay.by[0].name: is missing"),
        ({"by": [{"name": "Ohio", "rate": 5}], "rate": 7}, "pay.by: spans another range"),
        ({"by": "Ohio"}, "pay.by"),
        ({"by": [{"nam": "Ohio"}]}, "nam"),
    ],
)
def test_wrong_parts_of_pay_are_named(pay: Any, said: str) -> None:
    with pytest.raises(InputError, match=said.replace("[", r"\[").replace(".", r"\.")):
        jd.Requisition(pay=pay)


CLOSING = {
    "2026-12-31 17:00 EST": ("December 31, 2026, 5:00 p.m. EST", "2026-12-31T17:00:00-05:00"),
    "2026-12-31T00:30:00-07:00": (
        "December 31, 2026, 12:30 a.m. UTC-07:00",
        "2026-12-31T00:30:00-07:00",
    ),
}


@pytest.mark.parametrize("closing", CLOSING)
def test_a_closing_time_is_told_with_its_zone_everywhere(closing: str) -> None:
    words, stamp = CLOSING[closing]
    made = posting(closing_date=closing)
    assert words in " ".join(jd.render(made, "text").split())
    assert json.loads(jd.render(made, "jsonld"))["validThrough"] == stamp
    feed = jd.render(posting(closing_date=closing, locations=TWO[:1]), "indeed")
    assert ElementTree.fromstring(feed).findtext("job/expirationdate") == stamp[:10]
    assert jd.loads(jd.dumps(made)) == made
    written = toml(made.requisition.closing_date)
    again = read_requisition(f"closing_date = {written}")
    assert again.closing_date == made.requisition.closing_date
    assert words in " ".join(jd.render(posting(closing_date=again.closing_date), "text").split())


@pytest.mark.parametrize(
    "wrong", ["2026-12-31 17:00", "2026-12-31 17:00 XYZ", "2026-12-31 25:00 EST", "5:00"]
)
def test_a_time_without_a_zone_is_refused(wrong: str) -> None:
    with pytest.raises(InputError, match="like 2026-12-31T17:00:00-05:00"):
        jd.Requisition(closing_date=wrong)


def test_a_closing_time_on_the_day_of_posting_is_fine_and_one_before_is_not() -> None:
    zone = timezone(timedelta(hours=-5))
    day = date(2026, 12, 1)
    made = jd.Requisition(posted_on=day, closing_date=datetime(2026, 12, 1, 9, tzinfo=zone))
    assert isinstance(made.closing_date, datetime)
    with pytest.raises(InputError, match="is after closing_date"):
        jd.Requisition(posted_on=day, closing_date=datetime(2026, 11, 30, 9, tzinfo=zone))


@pytest.mark.parametrize(
    ("countries", "where", "names"),
    [
        (["US"], "Remote, from anywhere in the United States", ["USA"]),
        (["the United States", "Canada"], "the United States or Canada", ["USA", "Canada"]),
    ],
)
def test_remote_anywhere_in_a_country(countries: list[str], where: str, names: list[str]) -> None:
    made = posting(work_model="remote", locations=(), remote_states=(), remote_countries=countries)
    assert where in " ".join(jd.render(made, "text").split())
    found = json.loads(jd.render(made, "jsonld"))["applicantLocationRequirements"]
    places = found if isinstance(found, list) else [found]
    assert [(one["@type"], one["name"]) for one in places] == [("Country", name) for name in names]
    jobs = ElementTree.fromstring(jd.render(made, "linkedin")).findall("job")
    assert len(jobs) == len(countries)
    assert Job.of(made.requisition).anywhere


def test_a_country_other_than_ours_brings_no_law_of_a_state() -> None:
    facts = jd.Requisition(work_model="remote", remote_countries=["CA"])
    assert not Job.of(facts).anywhere
    with pytest.raises(InputError, match=r"remote_countries\[0\]: is not a country"):
        jd.Requisition(remote_countries=["Nowhere"])


def test_a_remote_job_in_several_countries_is_a_job_for_each() -> None:
    made = posting(
        work_model="remote",
        locations=(),
        remote_states=["CO"],
        remote_countries=["CA"],
        requisition_id="R1",
    )
    for format, told in (("indeed", ["US", "CA"]), ("linkedin", [None, None])):
        jobs = ElementTree.fromstring(jd.render(made, format)).findall("job")
        assert [job.findtext("country") for job in jobs] == told
        references = [
            job.findtext("referencenumber") or job.findtext("partnerJobId") for job in jobs
        ]
        assert len(set(references)) == 2
        assert all(str(one).startswith("R1-") for one in references)


@pytest.mark.parametrize("format", FORMATS)
def test_these_facts_fit_the_schema_of_each_format(format: str) -> None:
    several: tuple[dict[str, Any], ...] = (
        {"pay": BY_PLACE, "locations": TWO, "closing_date": "2026-12-31 17:00 EST"},
        {
            "work_model": "remote",
            "locations": (),
            "remote_states": (),
            "remote_countries": ["US", "CA"],
        },
    )
    for facts in several:
        made = posting(**facts)
        output = str(jd.render(made, format, jd.RenderContext(allow_incomplete=True)))
        assert problems(output, format) == []
