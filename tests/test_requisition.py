"""What a requisition accepts, how it normalises, and how it says what is wrong: all of it, with paths."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import given
from samples import VALUES, complete
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd._frozen import FrozenMap
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.serde.requisition import read_requisition, requisition_of

BAD = """
organisation = "Lakeside Health"
tier = 3
performance_line = "no"
employees = "many"
posted_on = 2026-12-31
closing_date = 2026-11-20
apply_url = "lakeside.example/jobs"
work_model = "hybird"
license = [1]
remote_states = ["Colorodo"]

[pay]
minimum = 92000
maximum = 72000

[[locations]]
city = "Denver"
state = "Coloardo"

[[locations]]
town = "Boise"

[[suppress]]
code = "REA101"
"""


def _problems(call: Callable[[], object]) -> dict[str, str]:
    with pytest.raises(jd.InputError) as caught:
        call()
    return {problem.path: f"{problem.reason} ({problem.hint})" for problem in caught.value.problems}


def test_every_problem_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "req.toml"
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(jd.InputError) as caught:
        jd.load_requisition(file)
    problems = {problem.path: problem for problem in caught.value.problems}
    assert set(problems) == {
        "organisation",
        "tier",
        "performance_line",
        "employees",
        "apply_url",
        "work_model",
        "license",
        "remote_states",
        "pay.minimum",
        "locations[0].state",
        "locations[1].town",
        "suppress[0].reason",
        "posted_on",
    }
    assert "'organization'" in problems["organisation"].hint
    assert "'hybrid'" in problems["work_model"].hint
    assert (
        "'Colorado'" in problems["locations[0].state"].hint
        or "CO" in problems["locations[0].state"].hint
    )
    assert all(problem.reason for problem in problems.values())
    lines = str(caught.value).splitlines()
    assert len(lines) == len(problems)
    assert all(line.startswith(f"{file}: ") for line in lines)


@pytest.mark.parametrize(
    ("given", "path", "words"),
    (
        ({"pay": {"minimum": 9, "maximum": 3}}, "pay.minimum", "above the maximum"),
        ({"pay": {"minimum": 9}}, "pay.maximum", "missing"),
        ({"pay": {"rate": 9, "maximum": 3}}, "pay.rate", "beside"),
        ({"pay": {}}, "pay", "no pay"),
        ({"pay": {"minimum": "72,000", "maximum": 1}}, "pay.minimum", "number"),
        ({"pay": {"rate": True}}, "pay.rate", "number"),
        ({"pay": {"rate": float("nan")}}, "pay.rate", "above 0"),
        (
            {"pay": {"rate": 20, "per": "fortnight"}},
            "pay.per",
            "one of: hour, day, week, month, year, visit",
        ),
        ({"pay": {"rate": 20, "currency": "dollars"}}, "pay.currency", "USD"),
        ({"pay": 72000}, "pay", "table"),
        (
            {"posted_on": date(2026, 12, 2), "closing_date": date(2026, 12, 1)},
            "posted_on",
            "closing_date",
        ),
        ({"posted_on": "tomorrow"}, "posted_on", "date"),
        ({"posted_on": datetime(2026, 1, 1)}, "posted_on", "date"),
        ({"closing_date": "soon"}, "closing_date", "ongoing"),
        ({"apply_url": "lakeside.example"}, "apply_url", "https://lakeside.example"),
        ({"apply_url": "hr@lakeside.example"}, "apply_url", "mailto:"),
        ({"apply_url": "javascript://x"}, "apply_url", "https://"),
        ({"apply_url": "https://x.example/a b"}, "apply_url", "percent-encode"),
        ({"experience_years": [5, 3]}, "experience_years.minimum", "above"),
        ({"experience_years": "two"}, "experience_years", "years"),
        ({"travel_percent": [10, 120]}, "travel_percent.high", "100"),
        ({"caseload": [20, 10]}, "caseload", "low"),
        ({"caseload": {"low": 1, "hihg": 2}}, "caseload.hihg", "did you mean 'high'"),
        ({"performance_line": "no"}, "performance_line", "true or false"),
        ({"fieldwork": 1}, "fieldwork", "true or false"),
        ({"employees": True}, "employees", "whole number"),
        ({"employees": -1}, "employees", "negative"),
        ({"employees_in": {"CO": "many"}}, "employees_in", "whole numbers"),
        ({"organization": 7}, "organization", "text"),
        ({"license": {"RN": True}}, "license", "list"),
        ({"emr": ["Epic", 3]}, "emr", "3"),
        ({"edition": "boards"}, "edition", "'board'"),
        ({"locations": [{"state": "XX"}]}, "locations[0].state", "not a state"),
        ({"omit": [{"reason": "x"}]}, "omit[0].id", "missing"),
        ({"extra": {"union": {"a": 1}}}, "extra.union", "list"),
    ),
    ids=str,
)
def test_a_bad_value_is_told_with_path_and_reason(
    given: dict[str, Any], path: str, words: str
) -> None:
    found = _problems(lambda: requisition_of(given))
    assert list(found) == [path]
    assert words in found[path]


def test_names_of_the_catalog_are_checked_when_building() -> None:
    wrong = jd.Requisition(
        setting=["hospitle", "managed-care"], tier="senoir", role="rnn", extra={"union": "x"}
    )
    found = _problems(lambda: jd.build(wrong))
    assert set(found) == {"setting", "tier", "role", "extra"}
    assert "'hospital'" in found["setting"]
    assert "'senior'" in found["tier"]
    assert "'rn'" in found["role"]
    assert "overlay" in found["extra"]


def test_an_unknown_field_is_told_by_every_door() -> None:
    assert "'organization'" in _problems(lambda: jd.draft().fill(organisation="x"))["organisation"]
    assert (
        "'organization'"
        in _problems(lambda: read_requisition('organisation = "x"'))["organisation"]
    )
    assert (
        "'organization'"
        in _problems(lambda: read_requisition('{"organisation": "x"}', "json"))["organisation"]
    )


@pytest.mark.parametrize(
    ("name", "text", "words"),
    (
        ("req.toml", 'tier = "senior"\nrole = rn\n', "line 2"),
        ("req.json", '{"tier": "senior",\n "role": rn}', "line 2"),
        ("req.json", "[1]", "object"),
        ("req.toml", "a = " + "[" * 5000, "TOML"),
        ("req.json", "[" * 100_000, "JSON"),
        ("req.toml", "schema_version = 99", "99"),
    ),
    ids=("toml", "json", "no object", "deep toml", "deep json", "version"),
)
def test_a_file_that_does_not_parse_is_told_with_its_name_and_line(
    name: str, text: str, words: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(jd.InputError) as caught:
        jd.load_requisition(file)
    assert words in str(caught.value)
    assert str(caught.value).startswith(str(file))


def test_a_file_that_is_missing_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(jd.InputError, match="cannot be read"):
        jd.load_requisition(tmp_path / "none.toml")
    (tmp_path / "bad.toml").write_bytes(b'tier = "\xff"')
    with pytest.raises(jd.InputError, match="UTF-8"):
        jd.load_requisition(tmp_path / "bad.toml")


def test_toml_and_json_read_alike(tmp_path: Path) -> None:
    toml = tmp_path / "a.toml"
    toml.write_text(
        'setting = ["hospital"]\ntier = "senior"\nposted_on = 2026-11-20\nclosing_date = "ongoing"\n'
        "travel_percent = [0, 20]\nexperience_years = { minimum = 3, maximum = 5, or_more = true }\n"
        "caseload = { low = 12, high = 18 }\nemployees_in = { CO = 1900 }\n"
        '[[locations]]\ncity = "Denver"\nstate = "Colorado"\n[pay]\nrate = 41.50\nper = "hour"\n',
        encoding="utf-8",
    )
    made = jd.load_requisition(toml)
    json = tmp_path / "a.json"
    json.write_text(jd.dumps(made), encoding="utf-8")
    assert jd.load_requisition(json) == made
    assert made.locations == (jd.Location("Denver", "CO"),)
    assert made.experience_years == jd.YearsRange(3, 5, or_more=True)


@given(requisitions)
def test_what_is_dumped_is_a_requisition_file(requisition: jd.Requisition) -> None:
    assert read_requisition(jd.dumps(requisition), "json") == requisition


# --- normalisation ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kept"),
    (
        ("  Lakeside  ", "Lakeside"),
        ("Lake\nside", "Lake side"),
        ("e\u0301", "é"),
        ("a\u202eb", "ab"),
        ("a\x00\x1bb", "ab"),
        ("a\ue000\U000f0000b", "ab"),
        ("a\u2028b", "a b"),
        ("", None),
        (" \t", None),
        ("\u200e", None),
        ("\ufeffLakeside", "Lakeside"),
    ),
    ids=ascii,
)
def test_a_line_is_normalised_on_entry(given: str, kept: str | None) -> None:
    assert jd.Requisition(organization=given).organization == kept
    assert jd.Location(city=given).city == kept
    assert jd.Requisition(license=[given]).license == ((kept,) if kept else ())


def test_other_spellings_are_accepted() -> None:
    made = jd.Requisition(
        setting="Managed-Care",
        tier=" Senior ",
        role="care-coordinator",
        work_model="Hybrid",
        flsa_status="non-exempt",
        license="RN",
        closing_date="Ongoing",
        experience_years=2,
        travel_percent=10,
        remote_states=["oregon", "wa"],
    )
    assert made.setting == ("managed_care",)
    assert (made.tier, made.role) == ("senior", "care_coordinator")
    assert made.work_model is jd.WorkModel.HYBRID
    assert made.flsa_status is jd.FlsaStatus.NON_EXEMPT
    assert made.license == ("RN",)
    assert made.closing_date == "ongoing"
    assert made.experience_years == jd.YearsRange(2)
    assert made.travel_percent == jd.PercentRange(10, 10)
    assert made.remote_states == ("OR", "WA")


def test_lists_drop_blanks_and_repetitions() -> None:
    assert jd.Requisition(emr=["Epic", " ", "Epic ", "Meditech"]).emr == ("Epic", "Meditech")


def test_nothing_given_is_nothing_filled() -> None:
    assert jd.Requisition().given == ()
    assert set(complete().given) == set(VALUES) - {"extra", "remote_countries"}
    assert len(fields(jd.Requisition)) > 40


def test_a_requisition_can_be_hashed_and_cannot_change() -> None:
    assert hash(complete()) == hash(complete())
    with pytest.raises(AttributeError):
        complete().tier = "lead"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        complete().employees_in.x = 1


def test_a_posting_date_in_the_past_is_no_input_error() -> None:
    assert jd.Requisition(posted_on=date(1999, 1, 1), closing_date=date(1999, 2, 1)).posted_on


# --- how values read --------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ("-1", "0", "200", "-1 hours a week"))
def test_hours_that_no_week_has_are_refused_as_a_text_too(words: str) -> None:
    with pytest.raises(jd.InputError, match="hours_per_week: must be hours a week"):
        jd.Requisition(hours_per_week=words)


@pytest.mark.parametrize(
    ("fields", "slot", "words"),
    (
        ({"license": ["RN", "LCSW", "LMSW"]}, "license", "RN, LCSW or LMSW"),
        ({"benefits": ["medical", "dental"]}, "benefits", "medical and dental"),
        ({"pay": jd.PayRange(72_000, 92_000)}, "pay_range", "$72,000–$92,000 a year"),
        ({"pay": jd.PayRange(rate=41.5, per="hour")}, "pay_range", "$41.50 an hour"),
        ({"closing_date": date(2026, 12, 31)}, "closing_date", "December 31, 2026"),
        ({"closing_date": "ongoing"}, "closing_date", "any time"),
        ({"locations": [jd.Location("Denver", "CO")]}, "location", "Denver, CO"),
        (
            {"locations": [jd.Location("Denver", "CO"), jd.Location("Boise", "ID")]},
            "state",
            "Colorado or Idaho",
        ),
        ({"work_model": "remote", "remote_states": ["OR"]}, "location", "Remote, from Oregon"),
        ({"work_model": "field"}, "work_model", "Field-based"),
        ({"travel_percent": [0, 20]}, "travel_percent", "up to 20%"),
        ({"travel_percent": 20}, "travel_percent", "about 20%"),
        ({"experience_years": 2}, "experience_years", "At least 2 years"),
        ({"experience_years": 1}, "experience_years", "At least 1 year"),
        ({"experience_years": [0, 2]}, "experience_years", "0–2 years"),
        ({"tier": "senior"}, "experience_years", None),
        ({"tier": "entry"}, "experience_years", "0–2 years"),
        ({"hours_per_week": "40 hours"}, "hours_per_week", "40"),
        ({"hours_per_week": "37.5 Hrs/week"}, "hours_per_week", "37.5"),
        ({"hours_per_week": "32 to 40 hours per week"}, "hours_per_week", "32 to 40"),
        ({"hours_per_week": "40.0"}, "hours_per_week", "40"),
        ({"hours_per_week": "about 36 hours"}, "hours_per_week", "about 36"),
        ({"hours_per_week": "as agreed"}, "hours_per_week", "as agreed"),
        ({"hours_per_week": [32, 40]}, "hours_per_week", "32–40"),
        ({"days_on_site": 1}, "days_on_site", "1 day a week on site"),
        ({"start_date": date(2027, 1, 11)}, "start_date", "January 11, 2027"),
        ({"start_date": "by agreement"}, "start_date", "by agreement"),
        ({"on_call": ["one weekend in six"]}, "on_call", "one weekend in six"),
        ({"tier": "lead", "role": "rn"}, "title", "Lead RN Case Manager"),
        ({}, "organization", None),
        ({}, "pay_range", None),
    ),
    ids=str,
)
def test_a_slot_reads_as_a_person_would_write_it(
    fields: dict[str, Any], slot: str, words: str | None
) -> None:
    made = jd.build(jd.Requisition(**fields))
    assert made.value(slot) == words
    if words is None:
        assert made.read(slot).startswith("[")


@given(requisitions)
def test_a_written_requisition_file_reads_back_as_it_was(chosen: jd.Requisition) -> None:
    """Whatever a requisition holds, its commented file gives it back."""
    assert read_requisition(requisition_file(chosen, jd.load_catalog())) == chosen


@pytest.mark.parametrize("other", VALUES)
def test_a_copy_with_another_fact_holds_the_same_objects_for_all_others(other: str) -> None:
    """What is the same object need not be looked at again."""
    whole = complete()
    changed = evolve(whole, **{other: VALUES[other][1]})
    for one in fields(jd.Requisition):
        if one.name != other:
            assert getattr(changed, one.name) is getattr(whole, one.name), one.name


def test_maps_are_equal_as_any_mappings_are() -> None:
    first, same = (FrozenMap({"a": 1, "b": 2}) for _ in range(2))
    assert first == same == {"b": 2, "a": 1}
    assert hash(first) == hash(same)
    assert first != FrozenMap({"a": 1})
    assert first != (("a", 1), ("b", 2))
