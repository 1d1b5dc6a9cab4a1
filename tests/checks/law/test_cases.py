"""What law rules out, in whatever words it is asked for: the kinds of mistakes that once passed unseen."""

from datetime import date

import pytest

import casemgr_jd as jd
from casemgr_jd.checks.report import Report

TODAY = date(2026, 11, 26)
WHOLE = (
    "# Case Manager\n\nHarbor Light Services seeks a full-time Case Manager in {place}.\n\n"
    "## Responsibilities\n\n- Plan care with clients and families.\n- Coordinate services.\n{duty}\n"
    "## Requirements\n\n- Two years of experience.\n{asked}\n"
    "## Pay\n\n{pay}\n\n## Benefits\n\n"
    "Medical, dental and vision insurance, a 403(b) plan and paid time off.\n\n"
    "## How to apply\n\nApply at https://harborlight.example/jobs by December 31, 2026.\n"
)
PAY = "$62,000–$74,000 a year. No other compensation."


def checked(
    asked: str = "", *, place: str = "Tulsa, OK", pay: str = PAY, duty: str = "", **options: object
) -> Report:
    text = WHOLE.format(place=place, asked=asked, pay=pay, duty=duty)
    return jd.check_document(text, today=TODAY, format="markdown", **options)  # type: ignore[arg-type]


def severity(report: Report, code: str) -> str:
    found = [one.severity for one in report if one.code == code]
    return found[0] if found else ""


RELIGION = [
    "- Must agree with the Harbor Light statement of faith.",
    "- Personal commitment to Jesus Christ required.",
    "- A living faith in Christ",
    "- Willingness to sign our doctrinal statement.",
    "- Member in good standing of a local church.",
    "- Candidates share a biblical worldview.",
    "- You have a growing relationship with the Lord Jesus Christ.",
    "- Applicants must affirm our confession of faith.",
]
EXAMINATIONS = [
    "- Must pass a physical examination before hire.",
    "- Pre-employment physical and drug screen required.",
    "- Pre-placement medical exam is mandatory.",
    "- Applicants undergo a health screening before the interview.",
    "- Must complete a medical evaluation.",
    "- Subject to a fitness-for-duty evaluation.",
]
RECORDS = [
    "- No one who has been arrested may apply.",
    "- Applicants who were ever convicted cannot be considered.",
    "- Anyone on probation is not eligible.",
    "- Must never have been arrested.",
    "- No arrest record.",
    "- Persons with a felony conviction will be disqualified.",
    "- Must have no criminal history.",
]
CHECKS = [
    "- Passing a criminal record check is required.",
    "- Must clear a background check.",
    "- Successful completion of a criminal background investigation.",
    "- Able to pass a state background screening.",
]
ELSEWHERE = [
    "- Active Texas RN license.",
    "- Licensed in the state of Ohio as an LCSW.",
    "- Current California LCSW licensure.",
]


@pytest.mark.parametrize("words", RELIGION)
def test_a_religious_test_is_found(words: str) -> None:
    assert severity(checked(words), "LAW008") == "error"


@pytest.mark.parametrize("words", EXAMINATIONS)
def test_a_medical_examination_before_an_offer_is_found(words: str) -> None:
    assert severity(checked(words), "LAW028") == "warning"


@pytest.mark.parametrize("words", RECORDS)
def test_a_bar_by_record_or_arrest_is_found(words: str) -> None:
    assert severity(checked(words), "LAW003") == "warning"
    large = jd.Requisition(employees=900, employees_in={"NJ": 900})
    assert severity(checked(words, place="Newark, NJ", requisition=large), "LAW003") == "error"


@pytest.mark.parametrize("words", CHECKS)
def test_a_check_that_must_be_passed_is_found(words: str) -> None:
    # a warning only where a law of the place speaks of the sentence
    assert severity(checked(words), "LAW013") == "info"


@pytest.mark.parametrize("words", ELSEWHERE)
def test_a_license_of_another_state_is_found(words: str) -> None:
    assert severity(checked(words, place="Boise, ID"), "LAW031") == "warning"
    assert not severity(checked(words, place="Boise, ID, or remote in any state"), "LAW031")


# --- metamorphic: the same thing denied, said of somebody else, moved, inflected --------------------

DENIED = {
    "LAW008": [
        "- You need not share our statement of faith.",
        "- No commitment to Jesus Christ is required.",
        "- Signing our doctrinal statement is not required.",
    ],
    "LAW028": [
        "- No physical examination is required.",
        "- A medical evaluation follows a conditional job offer.",
        "- After an offer, everyone completes a health screening.",
    ],
    "LAW003": [
        "- An arrest does not disqualify you; we look at each record on its own.",
        "- We consider people with criminal histories under the fair chance ordinance.",
        "- State law excludes people with certain felony convictions from this work.",
    ],
    "LAW013": [
        "- A background check follows a conditional offer of employment.",
        "- State law requires a background check for this work.",
    ],
    "LAW031": [
        "- Active Oklahoma license; a Texas license is a plus.",
        "- A Texas license counts if it is a multistate license under the compact.",
    ],
}
OTHERS = {
    "LAW008": "- Respect each client's commitment to God and membership in a church.\n",
    "LAW028": "- Schedule the physical examination that each client must complete.\n",
    "LAW003": "- Help clients who have been arrested find housing that does not bar them.\n",
    "LAW013": "- Help foster families pass a background check.\n",
    "LAW031": "- Help nurses with a Texas license move to Oklahoma.\n",
}


@pytest.mark.parametrize(
    ("code", "words"), [(code, one) for code in DENIED for one in DENIED[code]]
)
def test_denied_or_as_law_allows_it_is_left_alone(code: str, words: str) -> None:
    assert not severity(checked(words), code)


@pytest.mark.parametrize(("code", "duty"), OTHERS.items())
def test_said_of_somebody_else_it_is_left_alone(code: str, duty: str) -> None:
    assert not severity(checked(duty=duty), code)


SYNONYMS = [
    ("LAW008", "- {verb} our statement of faith.", "Must sign|Agree to|Expected to affirm"),
    ("LAW028", "- {verb} a physical examination.", "Must pass|Must undergo|Required to complete"),
    ("LAW003", "- {verb} convicted of a felony.", "Must never have been|Must not have been"),
    ("LAW013", "- {verb} a background check.", "Must pass|Must clear|Ability to pass|Need to pass"),
]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (code, frame.format(verb=verb))
        for code, frame, verbs in SYNONYMS
        for verb in verbs.split("|")
    ],
)
def test_another_verb_asks_for_the_same(code: str, words: str) -> None:
    assert severity(checked(words), code)
    assert severity(checked(words.upper()), code), "capitals do not hide it"
    hyphenated = words.replace("background check", "background-check")
    assert severity(checked(hyphenated), code)


# --- exempt status, in every state --------------------------------------------------------------------


@pytest.mark.parametrize(
    "place", ["Tulsa, OK", "Boise, ID", "Atlanta, GA", "Fresno, CA", "Austin, TX"]
)
def test_exempt_by_the_hour_is_found_in_every_state(place: str) -> None:
    report = checked("- Any degree. Exempt (professional).", place=place, pay="$21 an hour.")
    assert severity(report, "LAW029") == "warning"
    (found,) = (one for one in report if one.code == "LAW029")
    assert [one.law.citation for one in found.laws] == ["29 CFR 541.602"]
    assert not severity(checked("- Non-exempt.", place=place, pay="$21 an hour."), "LAW029")
    assert not severity(checked("- Exempt.", place=place), "LAW029")


@pytest.mark.parametrize("place", ["Tulsa, OK", "Denver, CO", "Brooklyn, NY"])
def test_an_exempt_salary_is_held_against_the_floor_of_its_place(place: str) -> None:
    low = checked("- MSW and LCSW required. Exempt.", place=place, pay="$34,000 a year.")
    assert severity(low, "LAW017")
    high = checked("- MSW and LCSW required. Exempt.", place=place, pay="$98,000 a year.")
    assert not severity(high, "LAW017")


# --- what is left to ask -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [
        "Bonus: ask your recruiter.",
        "A sign-on bonus may apply; contact HR for details.",
        "Bonus details are available upon request.",
        "Bonus to be discussed at the interview.",
    ],
)
def test_a_bonus_left_to_ask_is_not_described(words: str) -> None:
    pay = f"$62,000–$74,000 a year. {words}"
    assert severity(checked(place="Denver, CO", pay=pay), "PAY012") == "warning"
    assert not severity(checked(place="Tulsa, OK", pay=pay), "PAY012")
    told = "$62,000–$74,000 a year. A bonus of up to 5% is paid each March."
    assert not severity(checked(place="Denver, CO", pay=told), "PAY012")


def test_silence_about_other_pay_is_information() -> None:
    assert severity(checked(place="Denver, CO", pay="$62,000–$74,000 a year."), "PAY012") == "info"


# --- claims, history, notes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("- Joint Commission certified case manager.", "LAW030"),
        ("- Must be HIPAA certified.", "LAW030"),
        ("- Federal law requires applicants to be US citizens.", "LAW030"),
        ("- Per Legal, delete the next line.", "TPL002"),
        ("- Do we still require CCM?", "TPL002"),
    ],
)
def test_claims_and_notes_are_found(words: str, code: str) -> None:
    assert severity(checked(words), code)


@pytest.mark.parametrize(
    "title",
    [
        "REPOST: Case Manager",
        "Case Manager (BILINGUAL SPANISH IS A MUST)",
        "Case Manager - Re-advertised",
    ],
)
def test_history_and_demands_in_the_title_are_found(title: str) -> None:
    text = WHOLE.format(place="Tulsa, OK", asked="", pay=PAY, duty="").replace(
        "# Case Manager", f"# {title}", 1
    )
    assert severity(jd.check_document(text, today=TODAY, format="markdown"), "TTL007")


def test_a_posting_that_asks_for_none_of_it_has_none_of_it() -> None:
    """So the tests above look at what they add."""
    codes = {one.code for one in checked()}
    assert not codes & {
        "LAW003",
        "LAW008",
        "LAW013",
        "LAW028",
        "LAW029",
        "LAW030",
        "LAW031",
        "TTL007",
    }


# --- notices that are wise ------------------------------------------------------------------------------


def test_a_notice_is_due_where_documents_are_asked_for_and_nowhere_else() -> None:
    asked = "- Send a resume and transcripts."
    report = checked(asked, place="Denver, CO")
    (found,) = (one for one in report if one.code == "LAW032")
    assert (found.severity, found.kind) == ("info", "review")
    assert found.laws[0].law.id == "statement.co_age"
    assert not severity(checked(place="Denver, CO"), "LAW032")
    assert not severity(checked(asked), "LAW032")
    told = f"{asked} {found.suggestions[0]}"
    assert not severity(checked(told, place="Denver, CO"), "LAW032")
