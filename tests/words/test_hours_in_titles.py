"""What a title tells of when the work is done, and what nobody has answered yet."""

import pytest

import casemgr_jd as jd
from words.cases import sentences


def _posting(title: str, setting: str = "hospital", **facts: object) -> jd.Posting:
    given = {"title": title, "organization": "Acme", "employment_type": "full_time", **facts}
    return jd.build(jd.Requisition(setting=[setting], role="case_manager", **given))  # type: ignore[arg-type]


def _ids(posting: jd.Posting) -> set[str]:
    return {name for name, _ in sentences(posting)}


@pytest.mark.parametrize(
    ("title", "told"),
    (
        ("Case Manager, Weekends", "weekends"),
        ("RN Case Manager, Saturday and Sunday", "weekends"),
        ("Weekend Burn Unit Case Manager", "weekends"),
        ("Overnight Case Manager", "nights"),
        ("Case Manager, Evening Shift", "nights"),
    ),
)
def test_a_title_that_names_the_hours_is_told_so(title: str, told: str) -> None:
    posting = _posting(title)
    ids = _ids(posting)
    assert {f"duty.handover.{told}", f"ask.hours.{told}"} <= ids
    assert "ask.hours" not in ids, "said once"
    assert "fewer colleagues are there to ask" in " ".join(jd.render(posting, "text").split())


@pytest.mark.parametrize(
    "title", ("Case Manager", "Day Program Case Manager", "Midnight Mission Case Manager")
)
def test_other_titles_tell_nothing_of_hours(title: str) -> None:
    posting = _posting(title)
    ids = _ids(posting)
    assert not {one for one in ids if one.startswith("duty.handover")}
    assert "fewer colleagues" not in " ".join(jd.render(posting, "text").split())
    assert "ask.hours" in ids


@pytest.mark.parametrize(
    ("title", "hours"),
    (
        ("Case Manager, Weekends", "Full-time, weekends"),
        ("Overnight Case Manager", "Full-time, nights"),
        ("Case Manager, Evening Shift", "Full-time, evenings"),
    ),
)
def test_the_facts_at_the_head_name_the_hours_of_the_title(title: str, hours: str) -> None:
    assert hours in jd.render(_posting(title), "text")


@pytest.mark.parametrize(
    ("title", "asked"),
    (
        ("Case Manager (No Degree Required)", "No degree is needed."),
        ("Case Manager (High School Diploma or GED)", "A high school diploma or GED."),
        ("Case Manager (Bachelor's or Equivalent Experience)", "degree or equivalent experience."),
        ("Peer Case Manager", "Lived experience that you are willing to use;"),
        ("Case Manager, QMHP", "QMHP status"),
    ),
)
def test_what_a_title_asks_for_is_told_among_the_needs(title: str, asked: str) -> None:
    assert asked in " ".join(jd.render(_posting(title, "behavioral"), "text").split())


def test_who_is_registered_is_asked_for_no_license() -> None:
    told = jd.render(_posting("Case Manager", "behavioral", license=("QMHP",)), "text")
    assert "QMHP license" not in told
    assert "QMHP status" in told


@pytest.mark.parametrize("kind", ("part_time", "per_diem"))
def test_who_does_not_work_a_full_week_asks_something_else(kind: str) -> None:
    assert f"ask.hours.{kind}" in _ids(_posting("Case Manager", employment_type=kind))


@pytest.mark.parametrize(
    ("setting", "asked"),
    (
        ("hospital", "ask.cover"),
        ("managed_care", "ask.desk"),
        ("home_health", "ask.area"),
        ("behavioral", "ask.crisis"),
        ("social_services", "ask.safety"),
        ("specialty.schools", "ask.schools"),
        ("specialty.legal", "ask.attorney"),
    ),
)
def test_each_setting_has_a_question_of_its_own(setting: str, asked: str) -> None:
    assert asked in _ids(_posting("Case Manager", setting))
    assert asked not in _ids(_posting("Case Manager", setting, shift="days")), "a fact answers"


@pytest.mark.parametrize(
    ("asked", "is_denied"),
    (
        ("A bachelor's degree, or an LPN license.", False),
        ("You are licensed as a nurse in this state.", False),
        ("A driver's license.", True),
        ("A driver’s license.", True),
        ("A driver's license and an LPN license.", False),
        ("CPR certification.", True),
    ),
)
def test_no_license_is_denied_beside_one_that_is_asked_for(asked: str, is_denied: bool) -> None:
    posting = jd.build(
        jd.Requisition(role="bachelors", setting=["hospital"], qualifications=[asked])
    )
    assert ("No clinical license is needed." in jd.render(posting, "text")) == is_denied


def test_hours_come_before_what_they_are_called() -> None:
    few, told = (
        _posting("Case Manager", employment_type="part_time", hours_per_week=hours)
        for hours in (24, "about 20")
    )
    assert "24 hours a week, part-time" in jd.render(few, "text")
    assert "Part-time, about 20 hours a week" in jd.render(told, "text")


@pytest.mark.parametrize("hours", (30, 32, 36, 37.5))
def test_hours_that_fill_most_of_a_week_are_not_called_part_time(hours: float) -> None:
    posting = _posting("Case Manager", employment_type="part_time", hours_per_week=hours)
    text = jd.render(posting, "text")
    assert f"{hours} hours a week" in text
    assert "part-time" not in text.lower()
    assert "COM004" not in {one.code for one in jd.check(posting).findings}


def test_hours_in_words_that_name_their_unit_stand_as_they_are() -> None:
    told = "40 to 45 hours, most weeks"
    text = jd.render(
        _posting("Case Manager", employment_type="full_time", hours_per_week=told), "text"
    )
    assert f"Full-time, {told}" in text
    assert "hours a week" not in text
