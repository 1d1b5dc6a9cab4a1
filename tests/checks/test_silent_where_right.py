"""What a posting says of the people it serves, in its layout or by the way is not told as a defect."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 26)
HEAD = "Case Manager\nLakeside Services\nTulsa, OK\n\n"


def found(text: str) -> list[tuple[str, str, str]]:
    """What is found in a posting of plain text: code, severity and words."""
    report = jd.check_document(text, today=TODAY, format="text")
    return [(one.code, str(one.severity), one.match or "") for one in report.findings]


def codes(text: str) -> set[str]:
    return {code for code, _, _ in found(text)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "LAW001",
            HEAD + "We seek an aide for a lively young woman who has a developmental disability.\n",
        ),
        (
            "INC011",
            HEAD
            + "We seek a companion for a retired woman who paints.\n\nShe likes a calm employee.\n",
        ),
        ("TPL012", HEAD + "You help families.\n\nSchedule:\n\n8 hour shift\nDay shift\nMonday to Friday\n"),
        ("TPL008", HEAD + "Benefits:\n\nDays (Preferred)\nNights (Preferred)\nRequirements:\n\nA degree\n"),
        ("TPL011", HEAD + "How to apply\n\nSend your resume to\n- hiring@lakeside.example\n"),
        ("COM005", HEAD + "Benefits\n\n$19.40/hour, rising to $20.10/hour after the first 90 days.\n"),
        ("COM005", HEAD + "You help families.\n\nSalary\n\n: 55,120.50 - 74,310.20 Yearly\n"),
        ("COM015", "Home Health Aide\nLakeside Services\nTulsa, OK\n\nYou help people at home.\n"),
        ("COM015", "Recovery Specialists\nReno, NV, US\n\nYou help people at home.\n"),
        ("COM001", "Coordinator\nBrightPathways\nOhio\n\nYou help people at home.\n"),
        ("COM009", "Front Desk Clerk\nLakeside Services\nTulsa, OK\n\nYou greet guests.\n"),
        ("TPL005", HEAD + "The vaccine rule, effective October 1, 2021, covers all staff.\n"),
        ("TPL001", HEAD + "{margin-top:0px !important; min-height:0px;}\n"),
        ("COM018", "Case Manager\nLakeside Services\nNew York, NY\n\nYou help families.\n"),
        (
            "CON007",
            HEAD + "Requirements\n\nNo license is needed.\nWhere somebody is an LPC, we pay the renewal.\n",
        ),
        (
            "CON022",
            HEAD
            + "Requirements\n\n- Bachelor's degree required\n- If somebody is an LPC, we renew it\n",
        ),
        ("PRO012", HEAD + "You help families.\n\nGreat Benefits\n\nHealth and dental.\n\nApply Now\n"),
        (
            "COM001",
            "Night Aide\n\nAlder Inn, a non-profit shelter, is in search of an aide. You greet guests.\n",
        ),
        ("COM013", HEAD + "Your details go directly to ana@lakeside.example.\n"),
        ("HAF038", HEAD + "To apply for requisition TU-CM-0148, write to jobs@lakeside.example.\n"),
        ("SPL009", HEAD + "You are the liaison between tenant and landlord.\n"),
        ("SPL009", HEAD + "Notes are signed by supervisor.\n"),
        ("SPL005", HEAD + "Each month there are two days of rounds.\n"),
        ("SPL005", HEAD + "It is a clinic which 41% of Spanish speakers prefer.\n"),
        (
            "CON010",
            HEAD + "Caseload: 20 clients\n\nWeeks one to four: a caseload of 5 clients\n",
        ),
        ("CON014", HEAD + "No overnights.\n\nOrientation: one overnight shift beside the lead.\n"),
        ("INC011", HEAD + "The nurse visits the house and asks how her baby sleeps.\n"),
        ("INC004", HEAD + "You search the registry of sex offenders.\n"),
        ("INC017", HEAD + "Parents and children eat as a family.\n"),
        ("COM025", "Aide\nLakeside Home Health\nTulsa, OK\n\nYou see patients in their own homes.\n"),
        ("REQ006", HEAD + "Reliable transportation; ability to travel in the county\n"),
        ("PRO014", HEAD + "Pay: $61,200.50-$$64,200.50 a year\n"),
        ("COM008", HEAD + "Unit: Family ShelterReports To: Director of Homes\n\nYou help families.\n"),
        ("COM013", HEAD + "You help families.\n\nEmail: jobs@lakeside.example\n"),
        ("COM014", HEAD + "Open period: 2026-12-01 to 2026-12-19\n\nYou help families.\n"),
        ("CON005", HEAD + "Entry level\n\nYou join a house with 40 years of experience and memory.\n"),
        ("INC018", HEAD + "You call insurers such as MVP and Fidelis.\n"),
        ("COM010", HEAD + "You help families.\n\nHours: Monday to FridayEOE\n"),
        (
            "COM005",
            HEAD
            + "You help.\n\nAnnual Salary Range: $61,000-$64,000Thorough Benefits: Medical, Dental\n",
        ),
        ("COM009", "Child Custody Counselor\nLakeside Court\nTulsa, OK\n\nYou help.\n"),
        ("COM009", "Utilization Management Nurse\nLakeside Plan\nTulsa, OK\n\nYou review stays.\n"),
        (
            "REA002",
            HEAD + "Responsibilities● " + "● ".join(["Visit each of the families at home weekly"] * 6),
        ),
        (
            "REA002",
            HEAD
            + "You visit each of the families at home twice a month with a colleague and use your "
            + "skillsAbility to drive a van in snow and to carry boxes of food from the car to a door.\n",
        ),
        (
            "REA002",
            HEAD
            + "Our house is known for its calm rooms, its garden, and the people who come back years later! "
            + "iCare Homes gives each of its staff forty days of leave, a pension, lunch and a bus card.\n",
        ),
        (
            "REA002",
            HEAD
            + "We run a day shelter for adults with no home; a kitchen that serves lunch to all who come; "
            + "a van that brings food and blankets; rooms for a night or two; and a line to call.\n",
        ),
        (
            "REA005",
            HEAD
            + "You know utilization review, UR, and visit the NYC office and the CENTER of the town.\n",
        ),
        ("REA005", HEAD + "You meet at the QPRS office.\n\nApply at www.qprs.example and ask THERE.\n"),
        (
            "REP002",
            HEAD
            + "Foreign graduates hold a current, full and active registration in a state.\n\n"
            + "All hold a current, full and active registration in a state by the first day.\n",
        ),
        (
            "TPL016",
            HEAD
            + "Home Care Coordinator Requirements:\n\nA van.\n\nHome Care Coordinator Duties:\n\nVisits.\n",
        ),
        (
            "VAG018",
            HEAD
            + "We offer shelter referrals, education, prevention, advocacy, visitation and empowerment.\n",
        ),
        (
            "REP001",
            HEAD
            + "You know medical review and read each of the medical charts with your skillsAbility to "
            + "be at ease in medical offices and on the road.\n",
        ),
        (
            "VAG012",
            HEAD + "You work with linkages. " + "You visit families and write plans. " * 30,
        ),
        ("LAW007", HEAD + "Your clients are retired sisters. They have no children and no money.\n"),
        (
            "CON025",
            HEAD
            + "Apply by: March 15, 2027\n\nThe posting may close sooner, but not before March 1, 2027.\n",
        ),
        (
            "CAS010",
            "Hospice Nurse Case Manager\nPrairie Hospice\nTulsa, OK\n\n"
            + "Prairie Hospice, a nonprofit with an average census of 94, seeks a nurse.\n",
        ),
        (
            "CAS010",
            "RN Case Manager\nLakeside Hospital\nTulsa, OK\n\n"
            + "You work on acute care units.\n\nCaseload: 28 active patients on home infusion\n",
        ),
        ("TTL002", "RN Case Manager, Home IV Antibiotics\nLakeside\nTulsa, OK\n\nYou help.\n"),
        ("REA005", HEAD + "You use EMDR, hold the NCLEX, test for STI and talk about DEI.\n"),
        (
            "STR008",
            HEAD
            + "Responsibilities● "
            + "Visit each of the families at home and write what they need. " * 16
            + "\n\nREQUIREMENTS:Driving. "
            + "Be at ease with people who are upset and with silence. " * 10,
        ),
        ("PAY002", HEAD + "Salary Range From: 45100\n\nSalary Frequency: Annual\n"),
        (
            "LAW024",
            HEAD
            + "We are an equal opportunity employer and do not discriminate by race, color, religion, "
            + "sex, national or ethnic origin, age or disability.\n",
        ),
        ("COM018", "Counselor, NYC Shelters\nLakeside\nLocation: New York\n\nYou help.\n"),
        ("INC009", HEAD + "You know what terminally ill patients need.\n"),
        ("REA005", HEAD + "You visit.\n\nIOWA: a card of the state. NEW MEXICO: a test.\n"),
        ("VAG003", HEAD + "The work requires outstanding customer service skills.\n"),
        ("COM003", HEAD + "Benefits:DentalVisionSchedule:Monday to Friday\n"),
        ("COM025", HEAD + "Benefits:DentalVisionWork Location: In person\n"),
        ("HAF036", HEAD + "Job type: Part Time\n\nThis is a 28-hour work week, on weekdays.\n"),
        ("PRO013", HEAD + "Whatever the title, each of us serves families.\n"),
        (
            "REP001",
            HEAD
            + "You find it at https://lakeside.example/aid-families/ https://lakeside.example/aid-families/b.\n",
        ),
        ("LAW021", HEAD + "You work beside teachers who train the unemployed for new trades.\n"),
        ("SPL003", HEAD + "WELFARE: you know the aid of the county. You write SOFTWARE and DELAWARE.\n"),
        ("LAW031", HEAD + "Requirements\n\nOHIO: holds a current Ohio license as a nurse.\n"),
        ("SPL005", HEAD + "You meet these qualification standards and these position levels.\n"),
        (
            "STR011",
            HEAD
            + "Responsibilities\n\n1) Intake:\n\n Visits families at home each week.\n Writes plans.\n\n"
            + "2) Housing:\n\n Calls landlords each day.\n\n3) Notes:\n\n Writes notes each day.\n",
        ),
    ],
)  # fmt: skip
def test_it_is_left_alone(code: str, text: str) -> None:
    assert code not in codes(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("LAW001", HEAD + "We want a cheerful young woman who loves people.\n"),
        ("INC011", HEAD + "The candidate must be kind. She will report to the director.\n"),
        ("TPL008", HEAD + "BENEFITS:\n\nMINIMUM REQUIREMENTS:\n\nA degree\n"),
        ("TPL011", HEAD + "How to apply\n\nSend your resume to\n\nBenefits\n\nHealth insurance\n"),
        ("COM005", HEAD + "Benefits\n\nA stipend of $40 for parking.\n"),
        ("COM009", HEAD + "You help families find homes.\n"),
        ("COM001", "Home Health Aide\nPortland, OR, US\n\nYou help people at home.\n"),
    ],
)
def test_its_like_is_still_told(code: str, text: str) -> None:
    report = jd.check_document(text, today=TODAY, format="text", select=[code])
    assert [one.code for one in report.findings]


@pytest.mark.parametrize(
    ("row", "line", "value"),
    [
        ("apply", "In order to be rated, your resume must show a year of casework.", None),
        (
            "apply",
            "If you qualify by study, you must send a transcript with your application.",
            None,
        ),
        (
            "apply",
            "How to apply\n\nA search of the Sex Offender Public Website (SOPW) is done first.",
            None,
        ),
        ("apply", "Send your resume to jobs@lakeside.example.", "jobs@lakeside.example"),
        ("work_model", "You studied with a major in the field, or know the field of aging.", None),
        ("work_model", "Two years of work in the field of youth services.", None),
        ("work_model", "You spend your days in the field, at the homes of families.", "field"),
        ("work_model", "You work in our downtown office.", "onsite"),
        ("work_model", "We offer 2 remote days a week.", "hybrid"),
        ("schedule", "List for each job held the number of hours per week.", None),
        ("schedule", "You work 32 hours per week.", "hours"),
        ("employment_type", "Unpaid or part-time work counts as well.", None),
    ],
)
def test_the_head_of_the_report_tells_of_the_job(row: str, line: str, value: str | None) -> None:
    assert [one.value for one in jd.read_posting(f"{HEAD}{line}\n").of(row)] == (
        [value] if value else []
    )


@pytest.mark.parametrize(
    ("line", "severity"),
    [
        ("The incumbent will meet the sheriff to update him/her each day.", "info"),
        ("The incumbent will keep his/her card current.", "warning"),
    ],
)
def test_a_pair_for_somebody_else_is_a_remark(line: str, severity: str) -> None:
    told = [(code, weight) for code, weight, _ in found(f"{HEAD}{line}\n")]
    assert ("INC011", severity) in told


def test_a_heading_over_a_sentence_and_its_list_is_not_empty() -> None:
    text = (
        "# Aide\n\n## Requirements\n\n### Whoever applies meets each of these points:\n\n- A card\n"
    )
    assert "TPL008" not in {one.code for one in jd.check_document(text, today=TODAY).findings}


@pytest.mark.parametrize(
    ("low", "high", "ranges"),
    [
        ("Salary Range From: 45100", "Salary Range To: 61200", [(45100, 61200)]),
        ("Pay minimum: $19.50 an hour", "Pay maximum: $24 an hour", [(19.5, 24)]),
        ("Pay from: $41,000 a year", "Bonus to: $900 a year", [(41000, 41000)]),
    ],
)
def test_two_ends_with_labels_of_their_own_are_one_range(
    low: str, high: str, ranges: list[tuple[float, float]]
) -> None:
    read = jd.read_posting(f"{HEAD}{low}\n{high}\n").of("pay")
    assert len(read) == len(ranges)
    assert all(str(int(end))[:2] in read[0].value for end in ranges[0])


def test_a_list_of_states_is_no_town() -> None:
    read = jd.read_posting("Nurse\n\nYou visit.\n\n(Covers Ohio, Indiana, Iowa and Kansas)\n")
    assert not read.of("place")


def test_capitals_and_a_check_of_the_background_are_remarks() -> None:
    text = HEAD + "- YOU MUST HOLD A LICENSE to drive. You must pass a background check.\n"
    told = {(code, severity) for code, severity, _ in found(text)}
    assert told >= {("PRO014", "info"), ("LAW013", "info")}


@pytest.mark.parametrize(
    ("text", "employer"),
    [
        (
            "Home Health Aide\nColumbia, MO, US\n\nLakeside Care is hiring an aide.\n",
            "Lakeside Care",
        ),
        ("Coordinator\nBrightPathways\nOhio\n\nYou help people.\n", "BrightPathways"),
        ("Coordinator\nHopeMatters\nLocation: Ohio\n\nYou help people.\n", "HopeMatters"),
        (
            "Case Manager\nORGANIZATION OVERVIEW Lakeside Care is seeking a case manager.\n",
            "Lakeside Care",
        ),
    ],
)
def test_the_employer_is_read(text: str, employer: str) -> None:
    read = jd.read_posting(text)
    assert read.employer is not None
    assert read.employer.value == employer


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("COM005", HEAD + "Pay: 28.0 - 34.0 HOURLY\n"),
        ("COM005", HEAD + "28.0 - 34.0 HOURLY\n\nYou help families.\n"),
        (
            "CON005",
            "# Entry-level Aide\n\n## Duties\n\n- Know the limit (seven years); five years of aid\n",
        ),
        ("CON002", HEAD + "Salary: $52,000 to $58,000 a year\n\nLanguage pay: $1,500\n"),
        ("PAY002", HEAD + "Salary: $52,000 to $58,000 a year\n\nLanguage pay: $1,500\n"),
        ("TTL003", "# Case Manager, No Degree Needed\n\nYou help families.\n"),
        ("SPL020", "Case Manager\n\nBrightpath Homes is hiring.\n"),
    ],
)
def test_what_means_something_else_is_not_told(code: str, text: str) -> None:
    assert code not in codes(text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("TTL003", "# Case Manager Needed\n\nYou help families.\n"),
        ("TPL012", HEAD + "Closing date: -\n\nYou help families find homes in Tulsa.\n"),
        (
            "CON005",
            "# Entry-level Case Manager\n\n## Requirements\n\n- Seven years of experience as an aide\n",
        ),
    ],
)
def test_what_it_means_is_told(code: str, text: str) -> None:
    assert code in codes(text)


@pytest.mark.parametrize(
    ("text", "manager"),
    [
        (
            HEAD
            + "The job belongs to a team of nine, is not exempt, and reports to the Ward Leader.\n",
            "Ward Leader",
        ),
        (
            HEAD + "You work with a nurse who sees clients and reports to the Medical Director.\n",
            "",
        ),
    ],
)
def test_whom_the_end_of_a_sentence_names_is_read(text: str, manager: str) -> None:
    read = jd.read_posting(text)
    named = [one.value for one in read.of("reports_to") if one.value[:1].isupper()]
    assert named == [manager] * bool(manager)


def test_a_button_with_which_one_applies_is_part_of_the_page() -> None:
    page = "<h1>Case Manager</h1><p>You help families.</p><button>Save</button><button>Apply Now</button>"
    report = jd.check_document(page, today=TODAY, format="html")
    assert {"COM021"} == {one.code for one in report.findings} & {"COM013", "COM021", "TPL013"}
    assert "Save" not in str(report)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Requirements\n\n- LMSW helpful\n", "LMSW, preferred"),
        ("- Lead the work, with LVN and HHA supervision\n", "License            not found"),
        ("Evening differential: $2.50 an hour on Sundays\n", "Schedule           not found"),
        ("On-call: None\n", "On-call: None"),
    ],
)
def test_the_head_of_a_report_tells_what_was_asked_and_nothing_else(lines: str, told: str) -> None:
    assert told in str(jd.check_document(HEAD + lines, today=TODAY, format="text"))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "LAW007",
            HEAD + "Benefits\n\nMedical: single coverage with no dependents at no cost\n",
        ),
        ("LAW007", HEAD + "Health insurance, single preferred plan\n"),
        ("SPL002", HEAD + "Assesses patients and writes plans.\n"),
        ("REA005", HEAD + "Send the URL of your page.\n"),
        ("VAG009", HEAD + "- Promotes work-life balance in the team\n"),
        ("PRO013", HEAD + "- Perform related duties\n"),
        ("PRO013", HEAD + "- Performs related duties as assigned\n"),
        (
            "TPL008",
            HEAD + "JOB REQUIREMENTS:\nJOB KNOWLEDGE AND SKILLS:\n\nYou can write a plan.\n",
        ),
        ("VAG014", HEAD + "Minimum Knowledge, Skills, And Abilities:\n\nYou can write a plan.\n"),
        ("CAS014", HEAD + "Caseload: 24 clients\n"),
        ("CAS014", HEAD + "You carry a caseload of 30 clients. It drops when three are new.\n"),
        (
            "CON014",
            HEAD
            + "Requirements\n\nNurse II: a BSN, 2-3 years of experience. Nurse I: a BSN, no experience.\n",
        ),
        (
            "REP006",
            "Aide\nDedicated Homes Inc.\nTulsa, OK\n\n"
            + "You keep to the rules of Dedicated Homes and tell the staff of Dedicated Homes. "
            * 3,
        ),
    ],
)
def test_what_only_looks_alike_is_left_alone(code: str, text: str) -> None:
    assert code not in codes(text)
