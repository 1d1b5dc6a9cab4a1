"""What a posting says where next to nothing is given, and what it leaves unsaid."""

import re
from typing import Any

import pytest
from attrs import evolve

import casemgr_jd as jd

SIX = jd.Requisition(
    setting=["managed_care"],
    role="rn",
    organization="Tri-River Health Plan",
    locations=[jd.Location("Toledo", "OH")],
    pay=jd.PayRange(74_000, 90_000),
    employment_type="full_time",
    apply_url="https://example.org/jobs/1",
)


def made(**facts: Any) -> jd.Posting:
    return jd.build(evolve(SIX, **facts))


def text_of(posting: jd.Posting) -> str:
    return jd.render(posting, "markdown")


def test_what_nobody_gave_is_told_as_usual_and_left_to_questions() -> None:
    told = text_of(made())
    lead = "This posting is short. Please ask us about what it leaves open:"
    assert f"## Ask us before you decide\n\n{lead}\n\n- Your days and hours" in told
    assert "- Which benefits there are.\n" in told
    assert "first call" not in told, "we promise no call"
    assert "Usual at this level:\n\n- You set" in text_of(made(tier="lead"))


@pytest.mark.parametrize(
    "told",
    (
        {"schedule": "Monday to Friday"},
        {"caseload": jd.CaseloadRange(40, 50, "members")},
        {"duties": ["Call members the day after they come home."]},
        {"benefits": ["medical", "dental"]},
    ),
)
def test_who_tells_more_says_neither(told: dict[str, Any]) -> None:
    shown = text_of(made(**told))
    assert "This posting is short" not in shown
    assert "before you decide" not in shown


def test_a_title_that_names_other_work_has_no_scene_of_ours() -> None:
    usual, other = made(title="RN Case Manager"), made(title="RN Case Manager, Lighthouse Project")
    scene = jd.render(usual).split("## About this job\n\n")[1].split("\n")[0]
    assert scene not in jd.render(other)
    assert {"The hard part", "The good part"} <= {one.title for one in usual.sections}
    assert {"The hard part", "The good part"}.isdisjoint(one.title for one in other.sections)
    assert "This job is part of the Lighthouse Project." in jd.render(other)


@pytest.mark.parametrize(
    "title",
    (
        "Senior RN Case Manager II, Full-Time Days",
        "Care Manager (Remote)",
        "Registered Nurse, Weekends",
    ),
)
def test_level_hours_and_license_in_a_title_name_no_other_work(title: str) -> None:
    assert "The hard part" in {one.title for one in made(title=title).sections}


def test_a_practical_nurse_neither_assesses_alone_nor_leads_the_plan() -> None:
    licensed = made(setting=["hospital"], role="case_manager", license=["LPN"])
    shown = text_of(licensed)
    assert "An active LPN license valid in Ohio" in shown
    assert not re.search(r"\bassess", shown, re.IGNORECASE)
    either = text_of(made(setting=["hospital"], role="case_manager", license=["LPN", "RN"]))
    assert re.search(r"\bassess", either, re.IGNORECASE)


def test_a_limit_of_one_line_stands_behind_the_duties() -> None:
    limit, duties = "You do no therapy.", ["Call.", "Visit.", "Write.", "Plan."]
    alone = made(limits=[limit], duties=duties)
    assert "**Not part of the job:** You do no therapy." in text_of(alone)
    assert text_of(alone).index("Plan.") < text_of(alone).index(limit)
    headed = made(limits=[limit], duties=["First:", *duties])
    assert text_of(headed).index("Plan.") < text_of(headed).index("**Not part of the job:** You do")
    several = made(limits=[limit, "A clinician signs the plans. " * 5], duties=duties)
    assert "## Where your role ends\n\nYou do no therapy. A clinician" in text_of(several)


@pytest.mark.parametrize(
    ("facts", "heading", "lines"),
    [
        ({"benefits": ["medical", "dental"]}, "Benefits", ["- Medical and dental."]),
        (
            {"benefits": ["medical"], "pay_notes": ["Raises come in July."]},
            "Pay and benefits",
            ["- Raises come in July.", "- **Benefits:** medical."],
        ),
        (
            {
                "benefits": ["medical"],
                "differentials": [f"${n} an hour on ward {n}" * 2 for n in range(5)],
            },
            "Pay and benefits",
            ["- **Extra pay:** $0 an hour on ward 0"],
        ),
    ],
)
def test_a_heading_promises_no_pay_that_the_head_tells(
    facts: dict[str, Any], heading: str, lines: list[str]
) -> None:
    told = text_of(made(**facts)).partition(f"## {heading}\n\n")[2].partition("\n## ")[0]
    assert all(one in told for one in lines)
    assert told.startswith(lines[0])


@pytest.mark.parametrize(
    ("field", "line", "told"),
    [
        ("qualifications", "An RN license: Ohio, or the compact.", "- An RN license: Ohio,"),
        ("qualifications", "After an offer: a TB screen.", "- **After an offer:** a TB screen."),
        ("support", "Supervision: an hour a week.", "- **Supervision:** an hour a week."),
        ("hiring_steps", "After the visit: you hear from us.", "- After the visit: you hear"),
    ],
)
def test_a_colon_makes_a_label_where_the_words_before_it_name_the_line(
    field: str, line: str, told: str
) -> None:
    assert told in text_of(made(**{field: [line]}))


def test_lines_that_no_head_leads_stand_before_it_where_dashes_tell_which_are() -> None:
    lines = ["Your first month:", "- You watch.", "- You call.", "Supervision: an hour a week."]
    shown = text_of(made(support=lines))
    assert shown.index("**Supervision:**") < shown.index("Your first month")
    assert shown.index("Your first month") < shown.index("You watch.") < shown.index("You call.")
    assert "- - " not in shown


def test_hours_stand_in_one_row_and_a_long_schedule_in_its_own() -> None:
    brief = text_of(made(hours_per_week=40, schedule="Monday to Friday", on_call=["none"]))
    assert "**Hours:** Full-time, 40 hours a week; Monday to Friday; no on-call\n" in brief
    parts = "Monday to Friday, 8:00 a.m. to 4:30 p.m.; start any time from 7:00 to 9:00"
    told = text_of(made(hours_per_week=40, schedule=parts, rotation=["one Saturday in six"]))
    rows = f"**Hours:** Full-time, 40 hours a week\n- **Schedule:** {parts}; one Saturday in six\n"
    assert rows in told.partition("About this job")[0]
    long = (
        "Monday to Thursday from 8:00 to 5:00, Friday from 8:00 to noon, and one Saturday in six from 9:00, "
        "with a weekday off in the week behind it"
    )
    told = text_of(made(hours_per_week=40, schedule=long, on_call=["none"]))
    assert "**Hours:** Full-time, 40 hours a week; no on-call\n" in told
    assert f"**Schedule:** {long}\n" in told.partition("About this job")[0]
    assert "**Employment:** Per diem" in text_of(made(employment_type="per_diem"))


def test_what_the_employer_wants_known_joins_the_row_that_it_names() -> None:
    told = text_of(
        made(
            know_first=[
                "Pay: most start at $31.00",
                "Apply by: it may close sooner",
                "Not needed: a degree",
            ],
            closing_date="2027-03-15",
        )
    )
    (pay,) = (one for one in told.splitlines() if one.startswith("- **Pay:**"))
    assert pay.endswith("; most start at $31.00")
    assert "**Apply by:** March 15, 2027; it may close sooner\n" in told
    assert "**Not needed:** A degree\n" in told


def test_one_figure_or_a_limit_is_no_typical_caseload() -> None:
    for load in (jd.CaseloadRange(9, 9, "patients"), jd.CaseloadRange(0, 9, "patients")):
        assert "**Caseload:** " in text_of(made(caseload=load))
    assert "**Caseload:** 7–9" in text_of(made(caseload=jd.CaseloadRange(7, 9, "patients")))


def test_days_on_site_stand_at_the_head_where_no_work_model_is_named() -> None:
    assert "**Where:** Toledo, OH; three days in the office" in text_of(
        made(days_on_site="three days in the office")
    )


def test_dashes_alone_move_no_line() -> None:
    shown = text_of(made(support=["- You watch.", "You ask.", "- You call."]))
    assert shown.index("You watch.") < shown.index("You ask.") < shown.index("You call.")


def test_letters_of_an_aide_permit_no_more_than_none() -> None:
    aide = made(setting=["hospital"], role="bachelors", license=["CNA"], edition="full")
    without = made(setting=["hospital"], role="bachelors", edition="full")
    assert [one.id for one in aide.sections[1].bullets] == [
        one.id for one in without.sections[1].bullets
    ]


def test_a_sentence_about_one_fact_answers_to_its_field() -> None:
    here = {"locations": [jd.Location("Chicago", "IL")], "employees": 200}
    assert "[Other compensation]" in jd.render(made(**here), "text")
    without = made(**here, omit=[jd.Omission("other_compensation", "asked, not answered yet")])
    assert "compensation" not in jd.render(without, "text").split("What you need")[1]
    assert "other_compensation" not in without.unfilled


def test_brief_parts_that_join_one_section_stand_in_one_and_a_limit_beside_the_duties() -> None:
    shown = text_of(
        made(limits=["You do no therapy."], week=["Friday: notes"], accreditor=["NCQA"])
    )
    assert shown.count("## How the job is set up") == 1
    assert "**Not part of the job:** You do no therapy." in shown


def test_three_steps_of_hiring_stand_under_a_heading_and_two_do_not() -> None:
    steps = ["We call you.", "You meet the team.", "You hear from us within a week."]
    told = text_of(made(hiring_steps=steps))
    heading = told.index("### After you apply")
    assert told.index("## How to apply") < told.index("Apply at") < heading < told.index(steps[0])
    assert "After you apply" not in text_of(made(hiring_steps=steps[:2]))
    own = ["First:", *steps]
    assert "After you apply" not in text_of(made(hiring_steps=own))


@pytest.mark.parametrize(
    "own", ["An LMSW is not enough for this job.", "An LMSW license does not qualify."]
)
def test_a_license_that_is_not_enough_leaves_the_one_that_is(own: str) -> None:
    told = text_of(made(role="lcsw", license=["LCSW"], qualifications=[own]))
    assert "- An active LCSW license" in told
    assert f"- {own}" in told


def test_no_duty_of_ours_stands_above_those_of_the_employer() -> None:
    told = text_of(
        made(
            title="Case Manager, Refugee Families with Medical Needs",
            duties=[
                "Make the first visit.",
                "Write the goals.",
                "Call clinics.",
                "Close the case.",
            ],
        )
    )
    assert "## What you'll do\n\n- Make the first visit." in told
    assert told.partition("## What you'll do\n\n")[2].partition("\n\n")[0].count("\n") == 3
