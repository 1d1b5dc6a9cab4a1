"""Slips of the hand, addresses that lead nowhere, odd figures, and what a posting leaves open."""

import re
from datetime import date

import pytest

import casemgr_jd as jd

TODAY = date(2026, 11, 27)
HEAD = "Case Manager\nLakeside Services\nTulsa, OK\n\n"


def told(code: str, text: str) -> list[str]:
    """The words that a rule remarks on in a posting of plain text; a finding on several names them."""
    report = jd.check_document(text, today=TODAY, format="text")
    found = [one for one in report.findings if one.code == code]
    return [words for one in found for words in _words(one)]


def _words(one: jd.Finding) -> list[str]:
    return _QUOTED.findall(one.message) if one.times > 1 else [one.match or ""]


_QUOTED = re.compile('"([^"]+)"')


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("SPL018", "You mmanage files in Tulsa and Cclarify rules.\n", ["mmanage", "Cclarify"]),
        ("SPL018", "You help with housing,food and work.\n", ["housing,food"]),
        ("SPL008", "You plan meals, , rides and well- kept beds.\n", ["meals, ,", "well- kept"]),
        ("SPL008", "Rate: $24 -$28 an hour\n", ["$24 -$"]),
        ("SPL003", "You care for clients/caregiversOversee their plans.\n", ["caregiversOversee"]),
        ("SPL003", "REQUIREMENTSMaster’s degree in social work\n", ["REQUIREMENTSMaster"]),
        ("TPL006", "You‚Äôre at ease with families.\n", ["‚Äôre"]),
        ("TPL006", "You are at ease with families.»¿\n", ["»¿"]),
        ("REA005", "You answer QDRs of the payer.\n", ["QDR"]),
        ("STR010", "Coach staff, develop plans and recommends raises.\n", []),
        ("STR010", "Develop plans of care and recommends raises.\n", ["recommends"]),
        ("SPL021", "You help with job search and retention Develops plans.\n", ["retention Develops plans"]),
        ("SPL019", 'Press the "send\' button, please.\n', ['"send\' button, please.']),
        ("SPL006", "You hold a earned degree and an valid card.\n", ["a earned", "an valid"]),
        ("SPL005", "You prepare maintain and file records.\n", ["prepare maintain"]),
        ("PAY022", "Salary: $52,000 - $52,000 a year\n", ["$52,000 - $52,000"]),
        ("PAY023", "Salary: $52,000 - $55,0000 a year\n", ["$55,0000"]),
        ("TPL017", "Apply at https:/lakeside.example/4.\n", ["https:/lakeside.example/4."]),
        ("COM023", "Apply at https://lakeside.example/careers/.\n", ["https://lakeside.example/careers/."]),
        ("COM024", "Master's degree required\n\nYou help families.\n", ["Master's degree required"]),
    ],
)  # fmt: skip
def test_it_is_told(code: str, text: str, words: list[str]) -> None:
    assert told(code, HEAD + text) == words


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("SPL018", "You work with eHealth, iPad and mHealth; Lloyd and Aaron help.\n"),
        ("SPL018", "Write to one,two@lakeside.example; 1,000 families, R,G and B.\n"),
        ("SPL008", "You plan pre- and post-visit calls - and rides.\n"),
        ("SPL008", "Rate: $24 - $28 an hour\n"),
        ("SPL003", "See https://lakeside.example/familiesOversee for more.\n"),
        ("REA005", "You answer queries about records (QDRs); QDRs come each day.\n"),
        ("STR010", "Assess whether a tenant pays and maintains the flat, using the form.\n"),
        ("STR010", "Coordinate care, interviews and reports; maintains\n"),
        ("SPL021", "You join the Must Have Hope program, and our Provide Hope team.\n"),
        ("SPL019", 'Press the "send" button; files are 8.5" wide.\n'),
        ("SPL006", "You know Medicare Part a and b and a one-page plan in a European union.\n"),
        ("PAY022", "Salary: $52,000 - $55,000 a year; level II starts at $55,000.\n"),
        ("PAY023", "A budget of $1,250,000, and $25.50 an hour\n"),
        ("TPL017", "Apply at https://jobs.lakeside.example/view?id=4711.\n"),
        ("COM023", "Job ID: 4711\n\nApply at https://lakeside.example/careers/.\n"),
        ("COM024", "Master's degree and a year of experience with families required\n"),
    ],
)  # fmt: skip
def test_it_is_left_alone(code: str, text: str) -> None:
    assert told(code, HEAD + text) == []


def test_a_city_beside_remote_leaves_nothing_open() -> None:
    assert told("HAF022", "Case Manager\nLakeside Services\nRemote, Ohio\n\nYou call members.\n")
    assert not told(
        "HAF022", "Case Manager\nLakeside Services\nRemote, Toledo, Ohio\n\nYou call.\n"
    )


@pytest.mark.parametrize(
    ("code", "wrong", "right"),
    [
        ("COM025", "You help families.\n", "You help families in our clinic.\n"),
        ("COM026", "Online applications only.\n", "Apply online or by mail.\n"),
        ("REQ014", "Send a resume and three references.\n", "Finalists name three references.\n"),
        ("SCO033", "Duties\n\n- Light bookkeeping\n", "Duties\n\n- Keep the books of visits\n"),
        ("HAF012", "You manage volunteers.\n", "You manage volunteers: 12 volunteers in all.\n"),
        ("TPL005", "Posting Date: 2019-10-28\n", "Posting Date: 2026-10-28\n"),
        (
            "LAW010",
            "Indicate in your cover letter that you would like to be considered under Schedule A.\n",
            "You may say, in confidence and if you wish, that you apply under Schedule A.\n",
        ),
        ("INC005", "You teach asthmatic students.\n", "You teach students with asthma.\n"),
        ("HAF010", "You conduct family sessions.\n", "LMSW. You conduct family sessions.\n"),
        (
            "REA006",
            "You report to the Bureau of Family Health & Nutrition (BFHN).\n",
            "You report to the Bureau of Family Health & Nutrition (BFHN). BFHN pays.\n",
        ),
    ],
)
def test_what_a_reviewer_would_ask_for(code: str, wrong: str, right: str) -> None:
    assert len(told(code, HEAD + wrong)) == 1
    assert not told(code, HEAD + right)


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Counselor/Abortion Doula", "Counselor/Abortion Doula"),
        ("Community Health Nurse I/II", "I/II"),
        ("Hispanic/Latino Case Manager", ""),
        ("Case Manager, Bureau of Health/School Medicine", ""),
    ],
)
def test_a_slash_in_a_title(title: str, words: str) -> None:
    text = f"{title}\nLakeside Services\nTulsa, OK\n\nYou help families.\n"
    assert told("TTL010", text) == [words] * bool(words)


def test_a_shift_in_the_name_of_the_employer_is_no_schedule() -> None:
    text = (
        "Advocate\nFirst Shift Housing Project\nTulsa, OK\n\nFirst Shift Housing Project helps.\n"
    )
    assert len(told("COM003", text)) == 1
    assert not told("COM003", f"{text}\nYou work the first shift, Monday to Friday.\n")


def test_an_internal_posting_does_not_invite_the_outside() -> None:
    text = HEAD + "Posting Type: Internal\n\nExternal applicants: https://lakeside.example/jobs/4\n"
    assert told("CON014", text) == ["External applicants"]
    assert told("CON014", text.replace("Internal", "Internal and external")) == []


def test_a_house_that_gives_facts_decides_how_much_it_says() -> None:
    line = "Case Manager\nLakeside Services\nTulsa, OK\n\nYou make home visits. Hours: 40 hours per week.\n"
    given = jd.Requisition(role="rn", setting=["hospital"], tier="senior")
    alone = {one.code for one in jd.check_document(line, today=TODAY, format="text")}
    beside = {
        one.code for one in jd.check_document(line, today=TODAY, format="text", requisition=given)
    }
    assert {"HAF019", "HAF021"} <= alone
    assert not beside & {"HAF019", "HAF020", "HAF021"}


def test_a_long_block_of_one_sentence_is_a_long_paragraph() -> None:
    words = "you plan care with each family, "
    assert told("STR003", f"{HEAD}First {words * 30}and then you write it down.\n")
    assert not told("STR003", f"{HEAD}First {words * 5}and then you write it down.\n")


def test_a_requirement_among_duties_is_told_in_a_whole_posting_alone() -> None:
    text = "Duties\n\n- Plan care\n- Call families\n- Ability to lift files\n"
    assert told("REQ013", HEAD + text) == ["Ability to"]
    piece = jd.check_document(text, today=TODAY, format="text", as_text=True)
    assert all(one.code != "REQ013" for one in piece)


def test_the_days_of_a_posting_from_long_ago_are_a_remark() -> None:
    """That a posting is old is one matter; a day that is past in a posting of this year is a slip."""
    old = "# Aide\n\nPosted: May 7, 2024\n\nClosing date: May 31, 2024\n"
    new = "# Aide\n\nPosted: October 7, 2026\n\nClosing date: October 31, 2026\n"
    for text, severities in ((old, {"info"}), (new, {"warning"})):
        found = jd.check_document(text, today=TODAY, format="markdown", select="TPL005").findings
        assert {one.severity for one in found} == severities
