"""What a finding says is true of the words it points at, and a fact in plain sight is not asked for."""

import pytest

from casemgr_jd.checks import check_document


@pytest.mark.parametrize(
    "words", ["substance abuse programs", "drug abuse treatment", "alcohol abuse services"]
)
def test_a_service_is_said_to_have_an_older_name_and_not_to_label_anybody(words: str) -> None:
    report = check_document(f"- Refer people to {words} in the county.\n")
    told = [one.message for one in report.findings if one.code == "INC001"]
    assert told
    assert not any("labels a person" in message for message in told)


@pytest.mark.parametrize("words", ["substance abusers", "drug-addicted tenants"])
def test_a_name_for_people_still_labels_them(words: str) -> None:
    report = check_document(f"- Find housing for {words} in the county.\n")
    assert any("labels a person" in one.message for one in report.findings)


def _told(text: str, code: str) -> list[str]:
    return [one.message for one in check_document(text, select=[code]).findings]


@pytest.mark.parametrize(
    "words", ["we do not ask for a salary history", "Some roles have a salary"]
)
def test_a_salary_of_another_sentence_is_not_that_of_the_hourly_rate(words: str) -> None:
    assert not _told(f"# Aide\n\n{words}. The pay is $17.00 per hour.\n", "PAY020")
    assert _told(f"# Aide\n\n{words}. The salary is $17.00 per hour.\n", "PAY020")


@pytest.mark.parametrize("day", [16, 17, 20])
def test_days_to_the_closing_date_are_told_in_words_that_fit_any_number(day: int) -> None:
    text = f"# Aide\n\nPosted June 16, 2027\n\nClosing date: June {day}, 2027\n"
    [message] = _told(text, "CON019")
    assert "less than 5 days after the posting (June 16, 2027" in message


def test_an_item_is_one_duty_however_many_sentences_it_has() -> None:
    item = "- Meet a client at home. Write a note on the visit. Call the nurse, too.\n"
    assert not _told("# Aide\n\n## Duties\n\n" + item * 20, "STR009")
    [message] = _told("# Aide\n\n## Duties\n\n" + item * 21, "STR009")
    assert "some 21 duties" in message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("You start up groups.", "The start-up kit is ready."),
        ("You visit people in home settings.", "You make in-home visits."),
        ("Keep your hands on the wheel.", "Training is hands-on."),
        ("Services wrap around the family.", "You plan wraparound care."),
    ],
)
def test_two_words_that_are_right_are_no_second_spelling(one: str, other: str) -> None:
    assert not _told(f"# Aide\n\n{one}\n\n{other}\n", "SPL012")
