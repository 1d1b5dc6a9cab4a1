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
    assert "less than 7 days after the posting (June 16, 2027" in message


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


@pytest.mark.parametrize(
    "duty", ["Help clients apply online for aid", "Assist families to complete the application"]
)
def test_what_clients_apply_for_needs_no_address_of_the_job(duty: str) -> None:
    assert not _told(f"# Aide\n\nLakeside Health, Tulsa\n\n- {duty}\n", "COM021")
    told = _told(f"# Aide\n\nLakeside Health, Tulsa\n\n- {duty}\n\nApply now!\n", "COM021")
    assert len(told) == 1
    assert "Apply now" in told[0]


@pytest.mark.parametrize(("weight", "is_told"), [(5, 0), (10, 0), (25, 0), (50, 1), (100, 1)])
def test_a_laptop_is_lifted_at_home_as_well(weight: int, is_told: int) -> None:
    text = f"# Nurse\n\nLocation: Remote\n\n## Demands\n\n- Lift up to {weight} pounds\n"
    assert len(_told(text, "CON018")) == is_told


@pytest.mark.parametrize("short", ["equiv", "lic", "avg", "Psych", "mgr"])
def test_a_period_behind_a_short_form_ends_no_sentence(short: str) -> None:
    assert not _told(f"# Aide\n\nYou hold an {short}. degree or more.\n", "SPL011")
    assert _told("# Aide\n\nYou hold an associate. degree or more.\n", "SPL011")


def test_what_a_law_says_of_overtime_is_not_said_of_the_job() -> None:
    start = "# Aide\n\n- There is no overtime.\n- You know when overtime is required"
    assert not _told(f"{start} by law.\n", "CON014")
    assert _told(f"{start}.\n", "CON014")
