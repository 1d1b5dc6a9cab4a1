"""What a report says it has read of a requisition of ours: what the requisition gives."""

from functools import cache

import pytest

import casemgr_jd as jd
from casemgr_jd.checks.views.read import reading_lines
from casemgr_jd.reading import read_text

GIVEN = jd.Requisition(
    organization=(
        "Commonwealth Consortium for Neighborhood Stabilization, Housing & Family Services "
        "of Greater Worcester, Inc. (d/b/a “Casa Ñandú”)"
    ),
    manager="Associate Director (Marie Delacroix, LICSW)",
    hard_part=["You say no to people you like. A supervisor is on the line for the worst calls."],
    pay=jd.PayRange(
        by=[
            jd.PayPart("Bachelor's degree", minimum=26.42, maximum=29.75),
            jd.PayPart("LSW", minimum=28.10, maximum=32.00),
            jd.PayPart("LCSW", minimum=30.00, maximum=34.10),
        ],
        per="hour",
    ),
)


@cache
def read() -> dict[str, str]:
    return dict(reading_lines(jd.check(jd.build(GIVEN))))


def test_the_employer_is_the_one_given() -> None:
    assert read()["Employer"] == GIVEN.organization


def test_whom_one_reports_to_is_who_is_named() -> None:
    assert read()["Reports to"] == "Associate Director"


def test_each_scale_of_pay_is_told() -> None:
    assert read()["Pay"].count("an hour") == 3
    assert read()["Pay"].startswith("$26.42–$29.75 an hour")


@pytest.mark.parametrize(
    ("line", "label", "told"),
    [
        (
            "The job reports to a clinical supervisor.",
            "Reports to",
            "a clinical supervisor (line 3)",
        ),
        ("You run ad-hoc reports to facilitate care.", "Reports to", "not found"),
        (
            "To apply, see www.lakeside.example.\n\nHow to apply\n\nResume: ann@lakeside.example",
            "How to apply",
            "ann@lakeside.example (line 7); www.lakeside.example (line 3)",
        ),
        (
            "To learn more, visit www.lakeside.example.\n\nEmail: jobs@lakeside.example",
            "How to apply",
            "jobs@lakeside.example (line 5)",
        ),
        (
            "Let us know if you need help to apply for this position.\n\n"
            "To apply, please write to: ann@lakeside.example",
            "How to apply",
            "ann@lakeside.example (line 5)",
        ),
        (
            "Apply through the link below!",
            "How to apply",
            "Apply through the link below! (line 3)",
        ),
        ("Work schedule: Full Time - Permanent", "Schedule", "full time (line 3)"),
        (
            "Pay: $34 an hourReports To: Director of HomesLocation: Goleta",
            "Reports to",
            "Director of Homes (line 3)",
        ),
        ("Part-Time/Remote: 20 hours a week", "Work model", "Remote (line 3)"),
        ("Tulsa, OK, US / Remote (US)", "Work model", "Remote (line 3)"),
        (
            "Licensed as an LMFT or Licensed Clinical Psychologist.",
            "License",
            "LMFT (line 3); PSYD (line 3)",
        ),
        ("You work remotely. We offer help to many Ohio residents.", "Remote from", ""),
    ],
)
def test_a_value_is_told_and_not_what_announces_it(line: str, label: str, told: str) -> None:
    report = jd.check_document(f"Case Manager\n\n{line}\n", format="text")
    assert dict(reading_lines(report)).get(label, "") == told


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Housing Advisor Position Open at Lakeside", "Housing Advisor"),
        (
            "Remote Review Nurse\nLakeside\n\nDuties of the Remote Review Nurse:",
            "Remote Review Nurse",
        ),
    ],
)
def test_a_title_is_told_without_what_stands_around_it(head: str, title: str) -> None:
    report = jd.check_document(f"{head}\n\nYou help.\n", format="text")
    assert dict(reading_lines(report))["Title"] == f"{title} (line 1)"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Excellent communication skills", "paragraph"),
        ("Must have a reliable vehicle", "paragraph"),
        ("Fluency in Spanish preferred", "paragraph"),
        ("What Success Looks Like (First 90 Days)", "heading"),
        ("Knowledge, Skills and Ability", "heading"),
    ],
)
def test_a_line_that_asks_for_something_is_no_heading(line: str, kind: str) -> None:
    """A list that lost its bullets is no row of headings; an aside in brackets makes no heading a line."""
    source = read_text(
        f"Case Manager\n\nRequirements\n\n{line}\n\nYou drive a van.\n", format="text"
    )
    assert [one.kind for one in source.blocks if one.text == line] == [kind]
