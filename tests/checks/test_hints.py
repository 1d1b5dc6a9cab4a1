"""Words that may be what is missed make a finding a remark that shows them; without, it is a warning."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 27)


def told(code: str, text: str) -> list[tuple[str, str]]:
    """Each finding of a rule in a posting of plain text: its severity and its words."""
    report = jd.check_document(text, today=TODAY, format="text")
    return [(str(one.severity), one.match or "") for one in report.findings if one.code == code]


HEAD = "Case Manager\n\n"


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        (
            "COM001",
            HEAD + "You help patients of the Cedar Valley Hospital find housing.\n",
            "Cedar Valley Hospital",
        ),
        (
            "COM001",
            HEAD + "The pay tables of the Bureau of Tribal Housing hold.\n",
            "Bureau of Tribal Housing",
        ),
        (
            "COM002",
            HEAD + "Lakeside Services runs a treatment center in Cedarbrook.\n",
            "Cedarbrook",
        ),
        (
            "COM013",
            HEAD + "Lakeside Services, Tulsa, OK\n\nOnline Submission\n",
            "Online Submission",
        ),
    ],
)
def test_what_may_be_the_missing_thing_is_shown(code: str, text: str, words: str) -> None:
    assert told(code, text) == [("info", words)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("COM001", HEAD + "Lakeview, OK\n\nYou help patients of our hospital find housing.\n"),
        ("COM001", HEAD + "You have a Bachelor's degree in Public Health and know the Center.\n"),
        ("COM002", HEAD + "Lakeside Services\n\nYou visit families at home.\n"),
        ("COM013", HEAD + "Lakeside Services, Tulsa, OK\n\nYou help clients apply for benefits.\n"),
    ],
)
def test_without_such_words_it_is_a_warning(code: str, text: str) -> None:
    assert [severity for severity, _ in told(code, text)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        HEAD.rstrip() + "\nLHS\n\nFor years lhs has been there for families.\n",
        HEAD.rstrip() + "\nHarbor of Tulsa, OK\n\nYou help families.\n",
    ],
)
def test_a_name_under_the_title_is_the_employer(text: str) -> None:
    assert told("COM001", text) == []


def test_a_first_line_above_lines_of_facts_is_the_title() -> None:
    facts = "Job ID: 4\nAgency: DEPARTMENT OF CARE\nLevel: 0\nSalary: $50,000 a year\n"
    assert told("COM015", f"Clinical Adviser\n\n{facts}") == []
    assert told("COM015", f"Job Description\n\n{facts}") == [("warning", "")]


def test_a_fact_told_again_is_a_remark_and_a_sentence_told_again_a_warning() -> None:
    fact = "Work Location: 12 Oak Street, Tulsa\n"
    said = "You plan care with families, and you write down what was agreed.\n"
    between = "\nYou report to the director.\n\n"
    assert [one for one, _ in told("TPL003", fact + between + fact)] == ["info"]
    assert [one for one, _ in told("TPL003", said + between + said)] == ["warning"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("LAW005", "- Papers that prove your identity, such as a passport or a driver's license\n"),
        ("LAW005", "You make extensive travel for farm visitations.\n\n- A valid driver's license\n"),
        ("INC002", "- Check the homeless restrictions of each lease.\n"),
        ("INC009", "- Watch the projects that the city pays for.\n"),
        ("LAW002", "- U.S. Citizenship is required\n\nThe Bureau of Indian Education pays by its table.\n"),
        ("LAW010", "- Proof of U.S. citizenship\n\nYou fill in a public trust questionnaire.\n"),
    ],
)  # fmt: skip
def test_words_with_another_sense_around_them_are_left_alone(code: str, text: str) -> None:
    assert told(code, f"{HEAD}Lakeside Services, Tulsa, OK\n\nRequirements\n\n{text}") == []


def test_a_job_said_to_be_without_benefits_describes_them() -> None:
    text = (
        "Case Manager\nLakeside Services, Chicago, IL\n\nThis is an hourly, part-time position which is "
        "not considered benefit-eligible.\n\nPay: $20.00 - $25.00 an hour\n"
    )
    assert told("PAY011", text) == []
    assert told("PAY011", text.replace("which is not considered benefit-eligible", "")) != []
