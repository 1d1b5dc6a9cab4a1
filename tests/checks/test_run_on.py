"""Postings that lost their lines, entries of boards, and what their lines say of themselves."""

import pytest

import casemgr_jd as jd
from casemgr_jd.facts.facts import Facts
from casemgr_jd.reading import read_text
from casemgr_jd.reading.source import Span

EEO = "We are an equal opportunity employer of all people without regard to race or religion. "
DUTIES = "You visit families at home, write the plan with them and call the clinic. "
CARD = (
    "Housing Advocate\nLakeside Services\nLocation: Ohio\nSalary: $24 per hour\nJob type: Full Time\n"
    "{line}\nPosted: May 7, 2026\n\nThe Housing Advocate supports families who look for a home.\n"
)


def codes(text: str, severity: str = "") -> set[str]:
    report = jd.check_document(text, format="text")
    return {one.code for one in report.findings if severity in ("", one.severity)}


def test_a_sentence_on_equal_treatment_does_not_make_a_whole_posting_a_notice() -> None:
    text = f"Advocate\n\n{DUTIES * 20}{EEO}Active LMSW license required.{DUTIES * 10}\n"
    facts = Facts(read_text(text))
    assert facts.eeo
    assert [one.name for one in facts.licenses] == ["LMSW"]
    assert "INC022" in codes(f"Advocate\n\n{DUTIES * 28}{EEO[:-2]}, handicap or age.\n")
    assert "INC022" not in codes(f"Advocate\n\n{DUTIES * 28}\n")


def test_labels_are_read_where_the_space_before_them_was_lost() -> None:
    line = "Job Title: ManagerPay Rate: $34-$37Reports To: Director of ShelterLocation: Elko\n"
    reading = jd.read_posting(f"Shelter Manager\nLakeside Shelter\nReno, NV\n\n{line}")
    assert [one.value for one in reading.of("place")] == ["Reno, NV", "Elko, NV"]
    assert [one.value for one in reading.of("reports_to")] == ["Director of Shelter"]


def test_a_sentence_ends_where_its_space_was_lost() -> None:
    source = read_text("You help families and others.Must be calm. You write.")
    at = source.text.index("calm")
    assert source.snippet(source.sentence(at, at + 4)) == "Must be calm."
    assert source.snippet(source.sentence(0, 3)) == "You help families and others."
    web = read_text("Write to www.Lakeside.example or to jobs.Us@lakeside.example. You write.")
    assert web.snippet(web.sentence(0, 5)).endswith("example.")


@pytest.mark.parametrize("code", ["COM010", "COM013"])
def test_an_entry_of_a_board_may_leave_to_the_whole_posting_what_stands_there(code: str) -> None:
    card = CARD.format(line="Bachelor's degree required")
    assert code in codes(card, "info")
    assert code in codes("Housing Advocate\nLakeside Services\nTulsa, OK\n\n" + DUTIES, "warning")
    assert code in codes(card + DUTIES * 30, "warning")


def test_a_line_that_states_a_need_heads_nothing() -> None:
    source = read_text(CARD.format(line="Bachelor's degree required"))
    assert {block.section for block in source.blocks} & {"required"} == set()
    listed = read_text("Advocate\n\nDegree required\n\n- Bachelor of arts\n")
    assert any(block.kind == "heading" for block in listed.blocks[1:])


def test_beds_are_no_adjustment_for_an_applicant() -> None:
    text = CARD.format(line="No degree required").replace(
        "who look for a home", "with hotel accommodations and other needs"
    )
    assert "eeo" not in {block.section for block in read_text(text).blocks}


@pytest.mark.parametrize(
    "line",
    [
        "Position Purpose: Determine needs of members.",
        "Health Care & Social Assistance - Social Work, Child Care, Counseling",
    ],
)
def test_a_duty_and_a_trade_are_no_employers(line: str) -> None:
    assert Facts(read_text(f"Case Manager\n{line}\nLocation: Bronx\n\n{DUTIES}\n")).employer is None


@pytest.mark.parametrize("amount", ["💰 USD 97440.0~97440.0 🌎 United States", "💰 97440.0"])
def test_the_mark_of_a_board_stands_for_a_dollar_sign(amount: str) -> None:
    pay = Facts(read_text(f"Clinician\nLakeside Health\n{amount}\n\n{DUTIES}\n")).base_pay
    assert [one.minimum for one in pay] == [97_440]


def test_how_colleagues_work_is_not_how_this_job_is_done() -> None:
    text = (
        "# Navigator\n\nLakeside Health, Tulsa, OK\n\n60% of our team members work fully remote.\n"
    )
    assert Facts(read_text(text)).work_models == ()
    assert Facts(read_text("# Navigator\n\nThis job is fully remote.\n")).work_models


def test_a_code_of_letters_names_no_day() -> None:
    assert Facts(read_text("Nurse\n\nLakeside Health is hiring. ~MON~\n")).schedule == ()
    assert Facts(read_text("Nurse\n\nSchedule: Mon - Fri, days\n")).schedule


def test_a_span_without_a_block_of_its_own_is_read_as_its_sentence() -> None:
    from casemgr_jd.reading.run_on import section_at

    source = read_text(DUTIES * 40 + EEO)
    assert section_at(source, Span(0, 3)) != "eeo"
    assert section_at(source, Span(source.text.index("equal"), len(source.text) - 2)) == "eeo"
