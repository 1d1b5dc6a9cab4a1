"""What is arguable is a remark, what is said in other words is not missed, and messages are true."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 27)
LAKE = "Case Manager\nLakeside Services\n"
HEAD = "Case Manager\nLakeside Services\nTulsa, OK\n\n"


def found(text: str) -> list[tuple[str, str, str, str]]:
    """What is found in a posting of plain text: code, severity, words and message."""
    report = jd.check_document(text, today=TODAY, format="text")
    return [(one.code, str(one.severity), one.match or "", one.message) for one in report.findings]


def levels(code: str, text: str) -> list[str]:
    return [severity for one, severity, _, _ in found(text) if one == code]


LEVELS = (
    "Pay\n\nSupport Worker I:\n\n$41.20 - $52.30 Hourly\n$7,141.00 - $9,065.00 "
    "Monthly\n\nSupport Worker II:\n\n$45.80 - $58.10 Hourly\n$7,938.00 - "
    "$10,070.00 Monthly\n"
)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "COM002",
            "Case Manager - Clinton\nLakeside Services\n\nLakeside Services is hiring a "
            "case manager for its Clinton office.\n",
        ),
        (
            "COM002",
            LAKE + "\nLakeside Services is hiring a case manager for it's Springfield clinic.\n",
        ),
        ("COM002", LAKE + "North Carolina, South Carolina and Virginia\n\nYou help families.\n"),
        (
            "COM002",
            "Case Manager\nPublic Defender\nNinth Circuit - DeKalb County\n\nYou help families.\n",
        ),
        ("COM002", "Case Manager (South King County)\nLakeside Services\n\nYou help families.\n"),
        ("COM002", "Franklin County\n\nCase Manager\n\nYou help families.\n"),
        (
            "COM002",
            "Case Manager\n\nAbout us\n\nLakeside Schools is a rural district located in "
            "West Michigan, south of the lake.\n",
        ),
        (
            "COM001",
            "Case Manager\nVirginia\n\nMarion County's Department of Family Care (DFC) "
            "is seeking a case manager.\n",
        ),
        (
            "COM001",
            "Case Manager\nVirginia\n\nThe City of Salem's Office of Housing is now "
            "hiring a case manager.\n",
        ),
        ("CON002", HEAD + LEVELS),
        ("CON002", LAKE + "Tulsa, OK\n$61,300 yearly\n\nSalary: $61,300 - $72,900 Annually\n"),
        (
            "TPL004",
            "Case Manager\nThe Blue Bird House\nTulsa, OK\n\nThe Bluebird House is an "
            "equal opportunity employer.\n",
        ),
        (
            "TPL004",
            "Case Manager\nOffice of Family Care\nTulsa, OK\n\nMemberCare Operations is "
            "seeking a case manager.\n",
        ),
        (
            "COM002",
            LAKE
            + "\nYou support families across the area including Dallas and Tarrant Counties.\n",
        ),
        ("COM002", LAKE + "\nYou visit people throughout Marion County and plan their care.\n"),
        ("COM001", "L akeside A ssessment & C are S ervices, Inc.\n\nCase Manager\n\nYou help.\n"),
        (
            "COM013",
            HEAD
            + "You help families.\n\nResponses https://home.hirepage.example/recruit/?id=4711\n",
        ),
        ("TPL011", HEAD + "Our shelter has worked for years at the\n\nlevel of the county.\n"),
        ("PAY004", HEAD + "We build a model of equity and fair pay among our teams.\n"),
        ("INC009", HEAD + "You help indigent defendants who appeal their convictions.\n"),
        (
            "LAW022",
            HEAD + "An applicant is to pay for the background check as part of the conditional "
            "offer.\n",
        ),
        ("PRO015", HEAD + "Apply immediately: the examination may close at any time.\n"),
        ("PAY001", HEAD + "Pay: $25.00 - $39.00 an hour, by location.\n"),
        (
            "PAY001",
            "Therapist\nLakeside Services\nTulsa, OK\n\nSalary: $28.10 - $47.20 "
            "Hourly\n\nWages: Therapist 1: $28.10 - $36.40/hr. Therapist 2: $33.90 - "
            "$47.20/hr.\n",
        ),
    ],
)
def test_it_is_said_in_other_words(code: str, text: str) -> None:
    severe = [one for one in levels(code, text) if one != "info"]
    assert not severe


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("COM002", LAKE + "\nYou help families from our head office.\n"),
        ("COM002", LAKE + "\nYou help families at our Wellness clinic.\n"),
        ("COM002", LAKE + "\nA license from the State of Michigan is required.\n"),
        ("COM001", "Case Manager\nVirginia\n\nYou work with families of the county.\n"),
        ("CON002", LAKE + "Tulsa, OK\n$58,000 yearly\n\nSalary: $61,300 - $72,900 Annually\n"),
        ("TPL011", HEAD + "Our shelter has worked for years at the\n\nBenefits\n\nHealth.\n"),
        ("PAY004", HEAD + "We offer fair pay.\n"),
        ("INC009", HEAD + "You help indigent families.\n"),
        ("LAW022", HEAD + "Applicants pay a $50 training fee.\n"),
        ("PRO015", HEAD + "Apply immediately!\n"),
        ("PAY001", HEAD + "Pay: $25.00 - $53.00 an hour.\n"),
        ("INC001", HEAD + "You help addicted individuals.\n"),
    ],
)
def test_what_is_wrong_is_still_told(code: str, text: str) -> None:
    assert any(one != "info" for one in levels(code, text))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("INC001", HEAD + "You refer people to mental health and substance abuse programs.\n"),
        ("PAY001", HEAD + "Pay: $56,100 - $101,900 a year.\n"),
        ("PAY001", HEAD + "Salary Group: B-22\nSalary Range: $4,100.10 - $9,300.40 monthly\n"),
        (
            "PAY001",
            "Advocate I/II/III\nLakeside Services\nTulsa, OK\n\nPay: $41,000 - $92,000 a year.\n",
        ),
        ("PRO015", HEAD + "We can offer an immediate start.\n"),
    ],
)
def test_what_is_arguable_is_a_remark(code: str, text: str) -> None:
    assert levels(code, text) == ["info"]


@pytest.mark.parametrize(
    ("code", "text", "message"),
    [
        (
            "INC011",
            HEAD + "The worker keeps his/her notes up to date.\n",
            'Write "you" or "they" for "his/her": a posting need not name the gender of '
            "the person hired.",
        ),
        (
            "PRO014",
            HEAD + "Notes.\n\n*****A COMPLETE PACKET IS NEEDED*****\n",
            'Take the stars ("*****") from around these words: they shout, and some '
            "screen readers read each of them out.",
        ),
        (
            "PRO015",
            HEAD + "You must start immediately.\n",
            'Give the day on which work starts in place of "must start immediately".',
        ),
    ],
)
def test_the_message_is_true_of_the_words(code: str, text: str, message: str) -> None:
    assert [told for one, _, words, told in found(text) if one == code and words][:2] == [message]


def test_a_state_in_the_name_of_the_employer_is_where_the_work_is() -> None:
    text = "Service Assistant\nState of Delaware\n\nYou help families.\n"
    facts = jd.read_posting(text, format="text")
    assert facts.states == ("DE",)
    assert "COM002" not in {code for code, *_ in found(text)}


@pytest.mark.parametrize(
    "aside", ["{visits and calls with families}", "{in person, phone or video visits}"]
)
def test_an_aside_in_curly_brackets_is_no_blank(aside: str) -> None:
    assert not levels("TPL001", f"{HEAD}- Plan meetings {aside}\n")


@pytest.mark.parametrize(
    "blank", ["{Company Name}", "{city and state}", "{{ job_title }}", "{name}"]
)
def test_a_blank_in_curly_brackets_is_told(blank: str) -> None:
    assert levels("TPL001", f"{HEAD}We are hiring in {blank}.\n") == ["error"]


def test_a_post_without_care_of_children_is_no_wish_for_an_applicant_without_any() -> None:
    rule = "The agency may assign a person to a position with no child-care responsibilities.\n"
    assert not levels("LAW007", HEAD + rule)
    assert levels("LAW007", f"{HEAD}Applicants must have no child-care responsibilities.\n")


def test_one_end_of_the_pay_is_a_warning_where_a_law_speaks_of_it() -> None:
    text = "Case Manager\nLakeside Services\n{place}\n\nPay: $22 an hour and up\n"
    assert levels("PAY003", text.format(place="Tulsa, OK")) == ["info"]
    assert levels("PAY003", text.format(place="Chicago, IL")) == ["warning"]
