"""An error is plain: ordinary sentences that were called errors, in words of our own, and what stays one."""

from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 26)


def severities(text: str, code: str = "") -> set[str]:
    """How severely the rules, or one of them, speak of a posting."""
    found = jd.check_document(text, today=TODAY, format="markdown").findings
    return {str(one.severity) for one in found if one.code.startswith(code)}


def duty(line: str) -> str:
    """A posting with this line among its duties."""
    return (
        "# Case Manager\n\nLakeside Health, Tulsa, Oklahoma\n\nLakeside Health is hiring a case manager.\n\n"
        f"## Duties\n\n- {line}\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "Do not post pictures of clients online.",
        "Writes first drafts of grant reports and sends them for approval.",
        "Prepares summaries for internal use.",
        "Follows requests that are pending approval by the payer.",
        "Choose the clinic from the drop down menu of the form.",
        "Edits letters in Word with track changes.",
        "Carries out the plan as discussed with the physician.",
        "Files records copied from other houses.",
        "Human resources will verify each reference.",
        "Todo el equipo habla con las familias.",
        "We offer excellent health insurance and excellent vision care.",
        "Plays with young, lively children and their parents.",
        "Recent graduates are welcome, and so are people who return to work.",
        "Serves families of whom most have Spanish as native language of clients.",
        "Guaranteed base pay of $620 a week under the contract of the union.",
        "36 hours a week guaranteed.",
        "The law guarantees a job to those who come back from service.",
        "Our vision is to end homelessness in three counties.",
        "You have a permanent position and job security in a union.",
        "Give medications as a certified medication aide.",
        "FLSA: Exempt. You may work overtime during a storm.",
        "FLSA status: Non-exempt. You supervise exempt and non-exempt staff.",
        "Pay: $22 - $58 an hour depending on license.",
        "Salary: $50,000 - $120,000 a year, the full scale of the union.",
        "RN license required. No license is needed for the aides.",
        "No weekends. The night team works every other weekend.",
        "See the list of posts [PDF] and the start date is to be determined.",
    ],
)
def test_an_ordinary_sentence_is_no_error(line: str) -> None:
    assert "error" not in severities(duty(line))


@pytest.mark.parametrize(
    "title",
    ["Registered Nurse and Case Manager", "Counselor / Therapist", "Nurse Supervisor and Educator"],
)
def test_two_words_for_what_one_person_does_are_information(title: str) -> None:
    assert severities(f"# {title}\n\nLakeside Health\n", "TTL001") <= {"info"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Note to HR: is the range still right?", "TPL002"),
        ("TODO: confirm the pay before Friday.", "TPL002"),
        ("Remove before posting: the paragraph on parking.", "TPL002"),
        ("We guarantee a job after the training.", "PRO001"),
        ("Must be in excellent health.", "LAW011"),
        ("Must be a native English speaker.", "LAW002"),
        ("We want a young and energetic team.", "LAW001"),
        ("Pay: $30,000 - $90,000 a year.", "PAY001"),
        ("Exempt. Overtime is paid at time and a half.", "CON004"),
    ],
)
def test_what_is_plain_stays_an_error(line: str, code: str) -> None:
    assert "error" in severities(duty(line), code)


@pytest.mark.parametrize(
    ("employer", "severity"), [("Lakeside Health", "error"), ("Harbor Rescue Mission", "warning")]
)
def test_an_employer_of_a_faith_may_rely_on_an_exemption(employer: str, severity: str) -> None:
    """Where the posting itself tells of a ministry, a test of faith is for counsel to look at."""
    text = (
        f"# Case Manager\n\n{employer}\n\n## Requirements\n\n- Must sign our statement of faith\n"
    )
    assert severities(text, "LAW008") == {severity}
