"""Who is hiring, and where, told from roles, places and headings that look like names."""

from datetime import date

import pytest

import casemgr_jd as jd

EMPLOYERS = [
    ("Welcome to the City of Lakeside.", "City of Lakeside"),
    ("About Lakeside Health", "Lakeside Health"),
    (
        "Rehabilitation Services Business Relations\n\nThe Vermont Department of Health is dedicated.",
        "Vermont Department of Health",
    ),
    ("The Mental Health Counselor provides support.", None),
    ("You work as a Nurse Manager at Senior Care Partners.", "Senior Care Partners"),
    (
        "The State Public Guardian Office (SPGO) is seeking to hire one person full-time or two people "
        "part-time, who help adults under guardianship to find a home and to keep it.",
        "State Public Guardian Office (SPGO)",
    ),
    ("Prairie Warm Line/ Harbor University\n\nYou answer calls.", "Prairie Warm Line"),
    ("## Requirements\n\nApply for the nurse role at Blue Heron Health.", "Blue Heron Health"),
    ("Resident Services\n\nYou help residents.", None),
    ("Palliative Care\n\nYou help families.", None),
    ("You call patients at Senior Case Manager rates.", None),
    ("Salinas, California United States\n\nYou help families.", None),
    ("Eligibility is found through IDD, provides first advice.", None),
]


@pytest.mark.parametrize(("text", "employer"), EMPLOYERS)
def test_the_employer_is_an_organization(text: str, employer: str | None) -> None:
    found = jd.read_posting(f"# Case Manager\n\n{text}").first("employer")
    assert (found and found.value) == employer


def test_a_house_in_front_of_the_role_is_the_employer_if_the_text_speaks_of_it() -> None:
    told = "\n\nYou answer calls to Ana’s Haven by night.\n\n- You plan for safety."
    named = jd.read_posting(f"ANA’S HAVEN LEGAL ADVOCATE{told}").first("employer")
    assert named is not None
    assert named.value == "Ana’s Haven"
    unnamed = jd.read_posting("Women's Shelter Advocate\n\nYou work at a women's shelter.")
    assert unnamed.first("employer") is None


def test_a_county_in_the_title_is_employer_and_place() -> None:
    reading = jd.read_posting("# Case Manager 1 – Multnomah County\n\nYou help families.")
    assert [one.value for one in reading.of("employer")] == ["Multnomah County"]
    assert [one.value for one in reading.of("place")] == ["Multnomah County, OR"]


def test_a_city_before_its_county_is_the_place() -> None:
    reading = jd.read_posting("# Social Worker\n\nSpringfield, Sangamon County, Illinois")
    assert [one.value for one in reading.of("place")] == ["Springfield, IL"]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("Open & closing dates\n\n08/01/2025 to 08/08/2025", ["08/08/2025"]),
        ("Job number 12\n\n9/30/2025 11:59 PM Pacific", ["9/30/2025"]),
        ("A bonus for those starting on January 1, 2025, through June 30, 2027.", []),
    ],
)
def test_a_period_that_is_over_is_past(text: str, past: list[str]) -> None:
    report = jd.check_document(f"# Case Manager\n\n{text}", today=date(2026, 11, 23))
    assert [one.match for one in report.findings if one.code == "TPL005"] == past


def test_an_answer_after_a_dash_alone_on_its_line_is_read() -> None:
    reading = jd.read_posting("# Advocate\n\nRemote job\n\n-\n\nNo")
    assert [one.value for one in reading.of("work_model")] == ["onsite"]
