"""A fact of a colleague, of a later day, of a trial or of what is left open is no fact of the job."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 27)
HEAD = "# Case Manager\n\nLakeside Services, Tulsa, OK\n\n"
FULL_TIME = HEAD + "Pay: $52,000–$60,000 a year. Full-time, 40 hours a week, Monday to Friday.\n\n"


def codes(text: str) -> set[str]:
    report = jd.check_document(text, today=TODAY, format="markdown")
    return {one.code for one in report.findings}


def said(text: str, subject: str) -> list[str]:
    return [one.value for one in jd.read_posting(text).of(subject)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CON014", "You share an office with a part-time OT."),
        ("CON014", "- **You work with:** a hospitalist, dedicated to this team half time, and a paralegal."),
        ("CON002", "- **Pay:** $52,000–$60,000 a year; most offers are $52,000 to $55,000"),
        ("PRO010", "- **Medical directors:** four, and one is always on chat."),
        ("HAF008", "- Visit tenants at home in your own car, at $0.70 a mile."),
        ("SCO001", "License: LPC.\n\n## Duties\n\n- You give no injections; the nurse does."),
        ("SCO001", "License: none.\n\n## Duties\n\n- You say what a payer needs to approve treatment."),
        ("CON014", "The team has two case managers, a chaplain, and a half-time data clerk."),
        ("CON014", "You work with a nurse (0.4 FTE) and a peer specialist (0.6 FTE)."),
        ("CON014", "A four-day week is possible after your first year."),
        ("CON014", "After six months you can change to four ten-hour days."),
        ("CON014", "- **Experience:** 2 years as a nurse. Dialysis experience is not required."),
        ("CON008", "## Duties\n\n- Help people past 60 find part-time jobs."),
        ("CON002", "## Hiring\n\n- You do a half-day trial, and we pay you $150 for it."),
        ("CON002", "## Hiring\n\n- A trial shift, paid at $21 an hour."),
        ("PAY002", "## Hiring\n\n- A writing sample of one hour; we pay you $60 for it."),
        ("CON003", "- **Benefits:** dental; one staff apartment at $600 a month for the first 3 months."),
        ("CON003", "- **Gear:** a raincoat and boots, $150 a year."),
        ("CON003", "## Pay and benefits\n\n- $120 a year for boots and a rain jacket."),
        ("LAW017", "Exempt.\n\n| **On-call** | 1 week in 5, for moves: $220 a week |\n|---|---|"),
        ("TPL001", "You have two health plans; you pick one at hire."),
        ("TPL001", "You work on three units [Harbor Unit, New Steps (NS) and Lakeside]."),
        ("TPL001", "- Enter notes in OKDHS Link (state Medicaid portal)."),
        ("TPL005", "You serve people hurt in crashes before June 11, 2019."),
        ("INC011", "The team has a clerk and a mentor who came through the program herself."),
        ("INC011", "Our director, who came here as a refugee himself, meets you."),
        ("INC002", "- Enter consent in the homeless data system."),
        ("LAW007", "2. Panel, including a woman who came through the shelter."),
        ("PRO001", "Ask us about days and hours; guaranteed hours; mileage."),
        ("SPL010", "The lead before you is moving away. Families make it work."),
        ("CON010", "Caseload: 16–18 patients.\n\nOur hospice nurses, who carry 11, take the others."),
        ("CON010", "We serve 410 elders, and you help them.\n\nCaseload: typically 55–60 elders."),
        ("CON010", "Your own caseload is 8; case managers carry 12."),
        ("CAS010", "We are a nonprofit hospice with an average of 210 patients."),
        ("CON014", "You join two nurses and a half-time psychologist."),
        ("CON014", "A half-time attorney and a housing locator work beside you."),
        ("CON014", "- **Medical director:** half time, in addiction medicine."),
        ("CON014", "Every third weekend; no nights."),
        ("CON014", "An hour of sick leave for each 30 hours worked."),
        ("CON008", "The goal is 22 hours a week of billable units."),
        ("CON002", "## How we hire\n\n1. You ride along for a morning, and we pay you $75."),
        ("CON002", "## Duties\n\n- Ask an alumnus to teach it; we pay alumni $25 an hour."),
        ("CON002", "- **Extra pay:** $1,500 for Spanish"),
        ("PAY002", "- Pay for two nights at a motel, at most $650 a family."),
        ("PAY002", "Spanish (pays $2,000 more a year)."),
        ("CON007", "No degree is needed.\n\n- Three years of casework; or a bachelor's degree and one year"),
        ("CON007", "No degree is needed. If you have a bachelor's degree, you may start hours as an intern."),
        ("CON021", "- **Experience:** 2 years\n- **Reports to:** Ana Ruiz, RN, with 22 years in hospice"),
        ("INC009", "You cover for a child welfare case manager."),
        ("TPL002", "- Write the plan with them; they write the first draft, and comment on yours."),
        ("INC011", "You meet Supervisor Ana Ruiz-Vega, CWCM. She came here in 2019."),
        ("INC011", "You learn from the nurse who built this clinic. She retires in June."),
        ("LAW007", "A woman who cannot lift her arms picks her own bedtime."),
        ("LAW010", "Ask for the rate and the number of children you would carry."),
        ("LAW011", "No workers' compensation experience is needed."),
        ("SCO002", "- Write denial letters in plain words, with the steps to appeal."),
        ("INC008", 'They have been called "drug seekers" for years.'),
        ("INC001", "Your own recovery is welcome, with no set clean time."),
        ("PRO010", "A nurse is always on the phone."),
        ("PRO006", "You will never be asked to tell your story."),
        ("CON010", "Caseload: 9–11 patients.\n\nIt is less than in our teams, which carry 14 patients."),
        ("LAW001", "- See each young adult, face to face, every month."),
        ("LAW003", "Those freed are not on parole, so no parole services come with release."),
        ("LAW003", "- A driver's license, a clean record for three years, and a car."),
        ("CON022", "- A bachelor's degree is required.\n- **Clinical supervision:** with an LICSW, weekly."),
        ("CON014", "- Three years as a nurse. No case management experience is needed."),
        ("CON002", "Call → half-day ride with us (we pay you $75) → an offer that week."),
        ("TPL001", "[T3C] duties: when serving families in T3C homes, follow the plan."),
        ("SPL002", "The people living there own their homes."),
        ("PAY002", "| **Sign-on bonus** | $4,000, in two parts: $2,000 now, $2,000 later |\n|---|---|"),
        ("CON002", "Nights are paid more: $31 an hour; $34 between 10:00 p.m. and 6:00 a.m."),
        ("LAW007", "You meet them in a hard week. A woman who slept in a chair may go home."),
        ("INC011", "## Your team\n\nTwo nurses, a chaplain and a doctor who makes her own visits."),
        ("INC011", "You eat well: our cook is Dana Wirth, who plans the menus herself."),
        ("CON014", "## With whom\n\nThree case managers and a driver, half time."),
        ("PAY002", "You review one anonymous file, for which we send you $120."),
        ("CAS013", "- **Caseload:** 34 to 38 wards"),
        ("CAS014", "You lead a caseload group. The team has 5 RN case managers."),
    ],
)  # fmt: skip
def test_it_is_not_held_against_the_job(code: str, text: str) -> None:
    assert code not in codes(FULL_TIME + text + "\n")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CON014", "This position is part-time, 20 hours a week."),
        ("CON014", "The week is four ten-hour days."),
        ("CON014", "## Requirements\n\n- Two years of work as a nurse\n- Experience is not required"),
        ("CON008", "This part-time job starts in June."),
        ("CON002", "## Benefits\n\nThe salary is $48,000 a year."),
        ("CON003", "## Pay\n\nThe salary is $60 a year."),
        ("TPL001", "- Schedule: (pick one) days or nights"),
        ("TPL001", "- Enter notes in (state name)."),
        ("TPL005", "Training starts before June 11, 2026."),
        ("INC011", "The candidate keeps her license current."),
        ("INC011", "We want a nurse who manages her own panel."),
        ("LAW007", "The ideal person: a mature woman who loves families."),
        ("PRO001", "You have guaranteed hours."),
        ("SPL010", "You is a good listener."),
        ("CON010", "Caseload: 16–18 patients.\n\nYour caseload is 30 patients."),
        ("CON014", "No nights. Night shifts come twice a month."),
        ("CON014", "This is a half-time case manager position (0.5 FTE only)."),
        ("TPL001", "[EMPLOYER] duties are listed below."),
        ("TPL002", "First draft of this posting"),
        ("LAW011", "No prior workers' compensation claims."),
        ("SCO002", "- Issue denial letters for stays."),
        ("CON014", "We hope to become your employer of choice. The job is part-time."),
    ],
)  # fmt: skip
def test_its_like_is_still_told(code: str, text: str) -> None:
    assert code in codes(FULL_TIME + text + "\n")


@pytest.mark.parametrize(
    "text",
    [
        "Your team has an LPN and an LMSW.",
        "You report to Dana Ruiz, LCSW, Program Manager.",
        "Your boss is an LMSW, and a colleague is an LSW.",
        "You see a psychiatric nurse practitioner on Fridays.",
        "- **You work with:** four RNs, an LICSW and a chaplain.",
        "An LCSW meets with you each week.",
        "An LCSW from the VA comes on Tuesdays.",
        "- Ask the county's nurse, an RN, when a wound looks wrong.",
        "A nurse and an LPC are on site at all hours.",
    ],
)
def test_a_license_of_somebody_else_is_none_of_the_job(text: str) -> None:
    assert said(HEAD + text + "\n", "license") == []


@pytest.mark.parametrize(
    ("text", "license"),
    [
        ("- You hold an LMSW.", "LMSW"),
        ("You work with families as an RN.", "RN"),
        ("You report to the director and need an LCSW license.", "LCSW"),
        ("We work with hospitals; RN license required.", "RN"),
    ],
)
def test_a_license_of_the_person_hired_is_read(text: str, license: str) -> None:
    assert license in said(f"{HEAD}## Requirements\n\n{text}\n", "license")


def test_a_degree_of_a_later_path_is_not_asked_for_now() -> None:
    text = (
        HEAD
        + "No degree is needed.\n\n## Growing here\n\n- The counselor path requires a bachelor's degree.\n"
    )
    assert not {"CON007", "CON014"} & codes(text)
    now = HEAD + "No degree is needed.\n\n## Requirements\n\n- A bachelor's degree is required.\n"
    assert "CON007" in codes(now)


def test_a_lead_who_has_led_for_a_year_is_no_beginner() -> None:
    text = "# Lead Case Manager\n\nLakeside Services, Tulsa, OK\n\n## Requirements\n\n- {}\n"
    assert "SCO030" not in codes(text.format("One year of leading or training staff"))
    assert "SCO030" in codes(text.format("One year of experience in social services"))


def test_words_for_pay_are_told_once_a_sentence() -> None:
    report = jd.check_document(
        HEAD + "Salary to be determined based on experience.\n", today=TODAY, format="markdown"
    )
    assert [one.code for one in report.findings].count("PAY004") == 1


def test_a_law_without_a_threshold_is_not_told_with_one() -> None:
    text = (
        "# Case Manager\n\nLakeside Services\n\nFully remote, from anywhere in the United States.\n"
    )
    report = jd.check_document(text, today=TODAY, format="markdown")
    told = next(one.message for one in report.findings if one.code == "PAY010")
    assert "employees (" in told
    assert "Colorado" not in told.partition("(")[2]


def test_relocation_may_be_the_work() -> None:
    assert "TTL006" not in codes("# Relocation Case Manager\n\nLakeside Services, Tulsa, OK\n")
    assert "TTL006" in codes(
        "# Case Manager, Relocation Assistance\n\nLakeside Services, Tulsa, OK\n"
    )


def test_two_sites_in_a_row_are_told_apart_too() -> None:
    row = "| **Pay** | Tulsa clinic: $36–$43 an hour. Moore clinic: $34–$41 an hour |\n|---|---|\n"
    assert "CON002" not in codes(HEAD + row)


def test_two_sites_with_two_pays_are_told_apart() -> None:
    text = HEAD + "Tulsa office: $26 to $30 an hour. Moore office: $24 to $28 an hour.\n"
    assert "CON002" not in codes(text)


def test_the_hours_are_shown_whole() -> None:
    text = HEAD + "- **Hours:** Monday to Friday, 8:00 a.m. to 4:30 p.m.\n"
    assert jd.read_posting(text).of("schedule")[0].sentence.endswith("4:30 p.m.")


def test_work_that_reaches_beyond_one_shift_says_nothing_of_its_hours() -> None:
    text = (
        HEAD
        + "## What you do\n\n- You follow a patient through the whole stay, not only one shift.\n"
    )
    assert not jd.read_posting(text).of("schedule")
    told = text + "- You work one day shift a week, not only one weekend a month.\n"
    assert [one.words for one in jd.read_posting(told).of("schedule")] == ["day shift"]


def test_a_day_of_posting_is_no_day_of_closing() -> None:
    text = HEAD + "Apply by **March 29, 2027** (posted March 1, 2027).\n"
    assert said(text, "closing") == ["2027-03-29"]


@pytest.mark.parametrize(
    "text",
    [
        "- **Apply by:** March 29, 2027 (posted March 1, 2027)",
        "- **Apply:** by March 29, 2027",
        "## How to apply\n\nBy March 29, 2027: lakeside.example/jobs",
    ],
)
def test_a_closing_day_is_read_behind_a_label_or_under_a_heading(text: str) -> None:
    assert said(f"{HEAD}{text}\n", "closing") == ["2027-03-29"]


def test_an_agency_on_something_is_an_employer() -> None:
    text = "# Case Manager\n\n**Three Forks Area Agency on Aging**, Paducah, Kentucky\n"
    assert said(text, "employer") == ["Three Forks Area Agency on Aging"]


def test_a_part_of_a_day_from_home_is_no_remote_job() -> None:
    text = HEAD + "- **Where:** in the field three days a week; half-day Friday remote, for notes\n"
    assert "remote" not in said(text, "work_model")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("You register with OKMB (Oklahoma's mental health board).", ["Tulsa, OK"]),
        ("- **Where:** Tulsa, OK; homes in Rogers, Shelby and Wagoner counties", ["Tulsa, OK"]),
        ("You also work in Moore (Oklahoma).", ["Tulsa, OK", "Moore, OK"]),
    ],
)
def test_what_only_names_a_state_is_no_place_of_work(text: str, places: list[str]) -> None:
    assert said(f"{HEAD}{text}\n", "place") == places


def test_a_heading_over_duties_and_a_program_are_no_employer() -> None:
    text = (
        "# RN Case Manager\n\n**Blue Ridge SafeLot**, Tulsa, OK\n\n## Duties\n\n### Hospital\n"
        "- Lead discharge planning and remove barriers to timely discharge.\n"
        "- Apply for Health First Colorado (Medicaid) with families.\n\n"
        "## Equal opportunity\n\nBlue Ridge SafeLot is an equal opportunity employer.\n"
    )
    assert said(text, "employer") == ["Blue Ridge SafeLot"]


@pytest.mark.parametrize("label", ("Business Title", "Office Title", "Job Title"))
def test_a_form_of_a_city_names_the_title_behind_its_label(label: str) -> None:
    text = f"Agency: Dept of Parks\nJob ID: 1544\n{label}: Housing Case Manager\nLevel: 00\n"
    assert said(text, "title") == ["Housing Case Manager"]


@pytest.mark.parametrize(
    ("rows", "is_told"),
    (
        ("Salary range from: 43,068\n\nSalary range to: 61,233", False),
        ("Minimum salary: $43,068\n\nMaximum salary: $61,233", False),
        ("Pay range minimum: $21.50 an hour\n\nPay range maximum: $27 an hour", False),
        ("Salary: $43,068\n\nAnnual salary: $61,233", True),
    ),
)
def test_the_two_ends_of_a_range_may_stand_in_rows_of_their_own(rows: str, is_told: bool) -> None:
    assert ("CON002" in codes(f"{HEAD}{rows}\n")) == is_told


@pytest.mark.parametrize(
    ("text", "is_asked"),
    (
        ("Do you want to advance your career? An active RN license is required.", True),
        ("We hope to become your employer of choice. An active RN license is required.", True),
        ("You want to become a nurse? We help, and you need an RN license for it.", False),
    ),
)
def test_an_aim_puts_off_only_what_is_asked_for_it(text: str, is_asked: bool) -> None:
    found = jd.read_posting(f"{HEAD}{text}\n").of("license")
    assert any(one.need == "required" for one in found) == is_asked


@pytest.mark.parametrize(
    ("work", "is_on_the_road"),
    (
        ("This is a mobile position.", True),
        ("You serve people throughout Kern County.", True),
        ("You review charts.", False),
    ),
)
def test_a_job_on_the_road_may_ask_for_a_license(work: str, is_on_the_road: bool) -> None:
    head = "# Case Manager\n\nLakeside Services, Bakersfield, CA\n\n"
    report = jd.check_document(
        f"{head}{work}\n\n- A valid driver's license.\n", today=TODAY, format="markdown"
    )
    (found,) = (one for one in report.findings if one.code == "LAW005")
    assert (found.severity != "error") == is_on_the_road
