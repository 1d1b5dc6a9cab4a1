"""Job postings in all the dress that pages give them: wrapped, referred to, escaped, in microdata."""

import json
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import posting

import casemgr_jd as jd
from casemgr_jd._embedded import embedded_jobs, plain_lines
from casemgr_jd.cli.main import main
from casemgr_jd.facts.entry import read_posting
from casemgr_jd.renderers.jsonld import JsonLdRenderer
from casemgr_jd.serde.page import load_page, read_page

SUBJECTS = ("employer", "place", "pay", "employment_type", "closing")
JOB = {"@context": "https://schema.org", "@type": "JobPosting", "title": "Nurse"}


def script(text: str) -> str:
    return f'<html><body><script type="application/ld+json">{text}</script></body></html>'


def read(**job: Any) -> jd.PageReading:
    return read_page(json.dumps(JOB | job))


def reasons(reading: jd.PageReading) -> dict[str, str]:
    return {problem.path: problem.reason for problem in reading.unread}


WRAPPED = (
    "{};",
    "\n {} ; \n",
    "\ufeff{}",
    "<!-- {} -->",
    "<!--\n{}\n//-->",
    "<![CDATA[{}]]>",
    "//<![CDATA[\n{}\n//]]>",
    "/*<![CDATA[*/{}/*]]>*/",
    "// <![CDATA[ {} // ]]>",
)


@pytest.mark.parametrize("wrapping", WRAPPED)
@pytest.mark.parametrize("job", ([JOB], JOB, {"@graph": [{"@type": "WebPage"}, JOB]}))
def test_what_is_wrapped_around_the_json_is_taken_off(wrapping: str, job: Any) -> None:
    reading = read_page(script(wrapping.replace("{}", json.dumps(job))))
    assert reading.requisition.title == "Nurse"
    assert reading.unread == ()


def test_a_raw_line_break_or_tab_in_a_text_is_read() -> None:
    page = script(
        '{"@type": "JobPosting", "title": "Nurse\tCase\nManager", "description": "a\n\nb"}'
    )
    assert read_page(page).requisition.title == "Nurse Case Manager"


def test_json_that_is_none_is_told_and_the_next_block_is_read() -> None:
    page = script("{'title': 1}") + script(json.dumps(JOB))
    reading = read_page(page)
    assert reading.requisition.title == "Nurse"
    assert "not valid JSON" in str(reading.unread[0])


@pytest.mark.parametrize(
    ("words", "lines"),
    (
        ("Smith &amp; Jones", ["Smith & Jones"]),
        ("Smith &#38; Jones", ["Smith & Jones"]),
        ("<b>Lakeside</b> Health", ["Lakeside Health"]),
        ("<ul><li>Medical</li><li>Paid time\noff</li></ul>", ["Medical", "Paid time off"]),
        ("One<br>two<br/>three", ["One", "two", "three"]),
        ("R&D", ["R&D"]),
        ("a < b & c > d", ["a < b & c > d"]),
        ("&lt;b&gt;", ["<b>"]),
        ("  ", []),
    ),
)
def test_markup_in_a_text_is_read_as_a_reader_sees_it(words: str, lines: list[str]) -> None:
    assert plain_lines(words) == lines
    reading = read(hiringOrganization={"name": words}, jobBenefits=words)
    assert reading.requisition.organization == (" ".join(lines) or None)
    assert reading.requisition.benefits == tuple(lines)


@given(st.text(st.characters(exclude_characters="<&", exclude_categories=["Cc", "Cs"])))
def test_text_without_markup_is_as_it_was(words: str) -> None:
    assert plain_lines(words) == ([words] if words.strip() else [])


def test_what_a_job_refers_to_is_followed_wherever_it_stands() -> None:
    graph = {
        "@graph": [
            JOB | {"hiringOrganization": {"@id": "#org"}, "jobLocation": [{"@id": "#place"}]},
            {"@id": "#place", "@type": "Place", "address": {"@id": "#address"}},
        ]
    }
    others = [
        {"@id": "#org", "@type": "Organization", "name": "Lakeside Health"},
        {
            "@id": "#address",
            "addressLocality": "Denver",
            "addressRegion": "CO",
            "addressCountry": "US",
        },
    ]
    page = "".join(script(json.dumps(one)) for one in (graph, *others))
    facts = read_page(page).requisition
    assert facts.organization == "Lakeside Health"
    assert facts.locations == (jd.Location("Denver", "CO"),)


def test_references_in_a_circle_or_to_nothing_end() -> None:
    circle = {
        "@graph": [
            JOB | {"hiringOrganization": {"@id": "#a"}, "jobLocation": {"@id": "#nowhere"}},
            {"@id": "#a", "name": {"@id": "#b"}},
            {"@id": "#b", "name": {"@id": "#a"}},
        ]
    }
    reading = read_page(json.dumps(circle))
    assert set(reading.requisition.given) == {"title"}
    assert {"hiringOrganization", "jobLocation"} <= set(reasons(reading))


_AT_FIVE = datetime(2026, 12, 31, 17, tzinfo=timezone(timedelta(hours=-7)))


@pytest.mark.parametrize(
    ("value", "day", "reason"),
    (
        ("2027-01-01T04:59:59Z", None, "in UTC"),
        ("2027-01-01T04:59:59+00:00", None, "in UTC"),
        ("2026-12-31T23:59:59-07:00", date(2026, 12, 31), ""),
        ("2026-12-31T23:59", date(2026, 12, 31), ""),
        ("2026-12-31T17:00:00-07:00", _AT_FIVE, ""),
        ("2026-12-31T17:00", date(2026, 12, 31), "ends at 17:00"),
        ("2026-12-31T00:00:00", None, "as a day begins"),
        ("2026-12-31Tnoon", None, "not an ISO date"),
        ("2026-12-31", date(2026, 12, 31), ""),
    ),
)
def test_a_closing_time_is_no_day_that_it_does_not_name(
    value: str, day: date | None, reason: str
) -> None:
    reading = read(validThrough=value)
    assert reading.requisition.closing_date == day
    assert reason in reasons(reading).get("validThrough", "")
    assert bool(reason) == ("validThrough" in reasons(reading))


@pytest.mark.parametrize("amount", ("85.000", "85,000", "85'000", "1.234.567"))
def test_an_amount_that_may_be_thousands_is_not_guessed(amount: str) -> None:
    value = {"minValue": amount, "maxValue": 95_000, "unitText": "YEAR"}
    reading = read(baseSalary={"currency": "EUR", "value": value})
    assert reading.requisition.pay is None
    assert "not a plain number" in reasons(reading)["baseSalary"]


def test_one_place_that_cannot_be_read_leaves_the_others() -> None:
    good = {"address": {"addressLocality": "Boise", "addressRegion": "ID", "addressCountry": "US"}}
    reading = read(jobLocation=[{"address": "somewhere"}, good])
    assert reading.requisition.locations == (jd.Location("Boise", "ID"),)
    assert "no address in parts" in reasons(reading)["jobLocation"]


MICRODATA = """<!doctype html><body>
<div itemscope itemtype="https://schema.org/JobPosting">
<h1 itemprop="title">Nurse Case Manager</h1><p>Not a property
<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
<b itemprop="name">Smith &amp; Jones</b><img itemprop="logo" src="x.png"></span>
<div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place"><span itemprop="address" itemscope
 itemtype="http://schema.org/PostalAddress"><span itemprop="addressLocality">Denver</span>,
<span itemprop="addressRegion">CO</span><meta itemprop="addressCountry" content="US"></span></div>
<time itemprop="datePosted" datetime="2026-11-20">last week</time>
<meta itemprop="employmentType" content="FULL_TIME">
<ul><li itemprop="jobBenefits">Medical</li><li itemprop="jobBenefits">Paid time off</li></ul>
<div itemprop="description"><p>One.</p><ul><li>Two.</li></ul></div>
</div></body>"""


def test_microdata_is_read_like_json() -> None:
    reading = read_page(MICRODATA)
    facts = reading.requisition
    assert facts.title == "Nurse Case Manager"
    assert facts.organization == "Smith & Jones"
    assert facts.locations == (jd.Location("Denver", "CO"),)
    assert facts.posted_on == date(2026, 11, 20)
    assert facts.employment_type is jd.EmploymentType.FULL_TIME
    assert facts.benefits == ("Medical", "Paid time off")
    assert set(reasons(reading)) == {"description"}
    ((job,), _) = embedded_jobs(MICRODATA)
    assert job["description"].split() == ["One.", "Two."]


def test_tags_that_never_end_do_not_make_it_slow() -> None:
    page = f"<div itemscope itemtype=JobPosting>{'<p itemprop=title><b>' * 20_000}</i></div>"
    assert embedded_jobs(page)[0]


def test_a_page_in_windows_1252_is_read_as_check_reads_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(
        script(json.dumps(JOB | {"title": "Café “Nurse”"}, ensure_ascii=False)).encode("cp1252")
    )
    assert load_page(page).requisition.title == "Café “Nurse”"


def test_a_page_whose_text_is_in_its_data_alone_is_checked_by_it() -> None:
    description = "<p>Join [Organization] as a nurse.</p><ul><li>Plan discharges.</li></ul>"
    for said in (description, description.replace("<", "&lt;").replace(">", "&gt;")):
        data = script(json.dumps(JOB | {"description": said}))
        page = f"<html><body><div>Loading</div>{data}</body></html>"
        report = jd.check_document(page, select=["TPL001"], format="html")
        assert [one.match for one in report] == ["[Organization]"]
    shown = f"<h1>Nurse</h1><p>Join Lakeside Health as a nurse, and plan discharges with families.</p>{page}"
    assert not jd.check_document(shown, select=["TPL001"], format="html").findings


def test_a_file_that_is_there_is_not_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, target = tmp_path / "page.html", tmp_path / "req.toml"
    page.write_text(JsonLdRenderer().script(posting()), encoding="utf-8")
    target.write_text("kept", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["import", str(page), "-o", str(target)])
    assert stop.value.code == 2
    assert "--force" in capsys.readouterr().err
    assert target.read_text(encoding="utf-8") == "kept"
    main(["import", str(page), "-o", str(target), "--force"])
    assert jd.load_requisition(target).organization == "Lakeside Health"


def test_a_page_whose_text_is_in_its_data_alone_shows_what_stands_beside_the_text() -> None:
    place = {
        "@type": "Place",
        "address": {"addressLocality": "Denver", "addressRegion": "CO", "addressCountry": "US"},
    }
    amounts = {"minValue": 84000, "maxValue": 104000, "unitText": "YEAR"}
    job = JOB | {
        "description": "<p>You plan discharges with families, and see them home.</p>",
        "hiringOrganization": {"name": "Lakeside <i>R&amp;D</i> Health"},
        "jobLocation": place,
        "baseSalary": {"currency": "USD", "value": amounts},
        "employmentType": "PART_TIME",
        "validThrough": "2027-01-15",
    }
    page = f"<html><body><div>Loading</div>{script(json.dumps(job))}</body></html>"
    reading = read_posting(page, format="html")
    told = {subject: [one.value for one in reading.of(subject)] for subject in SUBJECTS}
    assert told == {
        "employer": ["Lakeside R&D Health"],
        "place": ["Denver, CO"],
        "pay": ["$84,000–$104,000 a year"],
        "employment_type": ["part time"],
        "closing": ["2027-01-15"],
    }
    missing = ("COM001", "COM002", "COM004", "COM005", "COM014")
    assert not jd.check_document(page, select=missing, format="html").findings
    # What the description says already is not said again.
    said = "<p>Lakeside R&D Health is hiring in Denver, CO. You plan discharges with families.</p>"
    again = script(json.dumps(job | {"description": said}))
    assert [one.value for one in read_posting(again, format="html").of("place")] == ["Denver, CO"]


def test_remote_work_that_only_the_data_tells_is_read() -> None:
    states = [{"@type": "State", "name": f"{name}, USA"} for name in ("Colorado", "Utah")]
    job = JOB | {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": states}
    job |= {"description": "<p>You plan discharges with families, and see them home.</p>"}
    reading = read_posting(script(json.dumps(job)), format="html")
    assert [one.value for one in reading.of("remote_reach")] == ["CO", "UT"]


@pytest.mark.parametrize(
    ("written", "field", "value"),
    (
        (
            {"validThrough": {"@type": "Date", "@value": "2027-01-15"}},
            "closing_date",
            date(2027, 1, 15),
        ),
        ({"validThrough": ["2027-01-15"]}, "closing_date", date(2027, 1, 15)),
        ({"datePosted": "20261120"}, "posted_on", date(2026, 11, 20)),
        ({"hiringOrganization": {"name": {"@value": "Lakeside"}}}, "organization", "Lakeside"),
        ({"hiringOrganization": ["Lakeside"]}, "organization", "Lakeside"),
        ({"title": {"@set": ["Case Manager"]}}, "title", "Case Manager"),
        ({"jobBenefits": {"@list": ["Medical", "Dental"]}}, "benefits", ("Medical", "Dental")),
        ({"url": ["https://jobs.example/1"]}, "apply_url", "https://jobs.example/1"),
        ({"employmentType": "Full-time"}, "employment_type", "full_time"),
        ({"employmentType": "https://schema.org/PART_TIME"}, "employment_type", "part_time"),
        ({"employmentType": "per diem"}, "employment_type", "per_diem"),
        ({"jobLocationType": "Telecommute"}, "work_model", "remote"),
    ),
)
def test_one_thing_said_in_another_way_is_read_alike(
    written: dict[str, Any], field: str, value: Any
) -> None:
    reading = read(**written)
    assert getattr(reading.requisition, field) == value
    assert reading.unread == ()


@pytest.mark.parametrize(
    "amount",
    (
        {"minValue": 30, "maxValue": 40, "unitText": "Hour"},
        {"minValue": 30, "maxValue": 40, "unitCode": "HUR"},
        {"minValue": 30, "maxValue": 40, "value": "", "unitText": "HOUR"},
        {"minValue": [30], "maxValue": {"@value": "40"}, "value": None, "unitText": "hour"},
    ),
)
def test_pay_is_read_with_its_unit_in_any_letters_and_without_what_is_empty(amount: Any) -> None:
    reading = read(baseSalary={"currency": "USD", "value": amount})
    assert reading.requisition.pay == jd.PayRange(30, 40, per="hour")
    assert reading.unread == ()


def test_a_page_read_by_its_text_tells_that_its_data_are_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.html"
    words = "<h1>RN Case Manager</h1><p>Lakeside Health, Denver, CO</p><p>Pay: $72,000-$92,000 a year</p>"
    page.write_text(script(json.dumps(JOB)[:-1] + ",}") + words, encoding="utf-8")
    main(["import", str(page)])
    told = capsys.readouterr()
    assert "72000" in told.out
    assert "not read: a block of JSON-LD is not valid JSON" in told.err
