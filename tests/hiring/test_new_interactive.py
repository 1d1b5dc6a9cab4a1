"""The guided start, driven through a pseudo-terminal as a person would drive it."""

import os
import select
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from attrs import fields
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.cli._answers import WORDS, is_list, read_answer, read_option
from casemgr_jd.cli.check import command as check
from casemgr_jd.cli.new import command
from casemgr_jd.cli.render import command as render
from casemgr_jd.errors import InputError

pty = pytest.importorskip("pty", reason="a pseudo-terminal is POSIX only")

CATALOG = jd.load_catalog()
RUN = "from casemgr_jd.cli.main import main; main()"


def _converse(arguments: list[str], answers: list[tuple[str, str]], status: int = 0) -> str:
    """Run the command on a terminal and return the screen.

    Each question is answered with the next of *answers* that names a word of it, else with Enter.
    """
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "new", "--interactive", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "dumb"},
    )  # fmt: skip
    os.close(theirs)
    screen, seen, waiting, until = "", 0, list(answers), time.monotonic() + 60
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                read = os.read(ours, 4096)
            except OSError:
                break
            if not read:
                break
            screen += read.decode("utf-8", "replace")
        question = screen[seen:].rpartition("\n")[2]
        if question.endswith(": "):
            seen = len(screen)
            told = next((one for one in waiting if one[0] in question), None)
            if told:
                waiting.remove(told)
            os.write(ours, f"{told[1] if told else ''}\n".encode())
    os.close(ours)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.returncode == status, screen
    assert not waiting, screen
    return screen


def _new(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


HOSPITAL = [
    ("Practice setting", "hospitl"),
    ("Practice setting", "1"),
    ("Seniority tier", "senior"),
    ("Core duties", "1, utilization_review"),
    ("Name of the employer", 'Lake"side Health'),
    ("City and state", "Denver"),
    ("City and state", "Denver, CO"),
    ("Work model", "2"),
    ("Pay range", "$104,000-84,000"),
    ("Pay range", "$84,000–104,000"),
    ("Utilization criteria", "1"),
    ("Percent of travel", "0-20%"),
    ("Region traveled", "the Front Range"),
    ("On-call", "one weekend in six"),
    ("Physical demands", "carry a laptop between units"),
    ("Title of the manager", "2"),
    ("EMR or EHR", "1, Meditech"),
    ("Case management platform", "GuidingCare"),
    ("Payer portal", "1, 2"),
    ("Differentials", "weekend differential"),
    ("Benefits that are offered", "1, 2, 3, 401(k) match, paid time off"),
    ("FLSA status", "exempt"),
    ("Contact for accommodation", "hr@lakeside.example"),
    ("Link to apply", "lakeside"),
    ("Link to apply", "https://lakeside.example/jobs/1"),
    ("Other compensation", "annual performance-bonus eligibility"),
    ("Headcount", "2,400"),
]
REMOTE = [
    ("Practice setting", "managed_care"),
    ("Core duties", "scheduling, referrals"),
    ("own the plan of care", "n"),
    ("Name of the employer", "Prairie Plan"),
    ("City and state", "Boise, ID"),
    ("Work model", "remote"),
    ("States where", "ID, UT"),
    ("Pay range", "24.50-31"),
    ("Period of the pay", "hour"),
    ("Shift", "Day"),
    ("On-call", "no on-call"),
    ("Physical demands", "use a headset"),
    ("Title of the manager", "Manager of Case Management"),
    ("EMR or EHR", "Epic"),
    ("Case management platform", "2"),
    ("Payer portal", "1"),
    ("Differentials", "evening differential"),
    ("Benefits that are offered", "medical, dental, paid time off"),
    ("FLSA status", "2"),
    ("Contact for accommodation", "people@prairie.example"),
    ("Link to apply", "https://prairie.example/jobs/7"),
]


def _is_clean(path: Path) -> None:
    """Tell that a requisition renders without a blank and passes the checker."""
    given = [str(path), "--today", "2026-11-23", "--fail-on", "warning"]
    result = CliRunner().invoke(check, given)
    assert result.exit_code == 0, result.output
    result = CliRunner().invoke(render, [str(path), "--strict", "-f", "text"])
    assert result.exit_code == 0, result.output


def test_a_conversation_ends_in_a_requisition_that_renders_and_checks_clean(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    screen = _converse(["-o", str(target)], HOSPITAL)
    assert "did you mean 'hospital'" in screen
    assert "names no state: 'Denver'" in screen
    assert "is above the maximum" in screen
    assert "address without scheme" in screen
    assert "Advice: RN Case Manager (rn)." in " ".join(screen.split())
    assert "Runner-up: LCSW Case Manager." in " ".join(screen.split())
    assert "Options: 1 Epic" in screen
    assert "no blank is left" in screen
    assert "checker finds no error and no warning" in " ".join(screen.split())
    made = jd.load_requisition(target)
    assert (made.role, made.tier, made.setting) == ("rn", "senior", ("hospital",))
    assert made.organization == 'Lake"side Health'
    assert made.emr == ("Epic", "Meditech")
    assert made.manager == "Director of Case Management"
    assert str(made.locations[0]) == "Denver, CO"
    assert made.pay == jd.PayRange(84_000, 104_000)
    assert made.benefits[-2:] == ("401(k) match", "paid time off")
    assert made.employees == 2400
    assert jd.build(made).unfilled == ()
    report = jd.check(jd.build(made), today=date(2026, 11, 23))
    assert report.at_or_above("warning") == ()
    _is_clean(target)


def test_remote_work_asks_for_states_and_follows_the_advice(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    screen = _converse(["-o", str(target)], REMOTE)
    assert "Advice: Care Coordinator" in screen
    made = jd.load_requisition(target)
    assert made.role == "care_coordinator"
    assert made.remote_states == ("ID", "UT")
    assert made.pay == jd.PayRange(24.5, 31, per="hour")
    _is_clean(target)


def _as_options(made: jd.Requisition) -> list[str]:
    """Return the options that say what a requisition says."""
    found: list[str] = []
    for field in WORDS:
        option = f"--{'location' if field == 'locations' else field.replace('_', '-')}"
        value: Any = made.pay if field == "per" else getattr(made, field)
        if not value:
            continue
        if field == "per":
            found += [option, value.per]
        elif field == "pay" or field == "travel_percent":
            found += [option, f"{value.low}-{value.high}"]
        elif is_list(field):
            found += [part for one in value for part in (option, str(one))]
        else:
            found += [option, str(value)]
    return found


@pytest.mark.parametrize("answers", (HOSPITAL, REMOTE), ids=("hospital", "remote"))
def test_everything_it_asks_can_be_given_as_options(
    tmp_path: Path, answers: list[tuple[str, str]]
) -> None:
    talked, given = tmp_path / "talked.toml", tmp_path / "given.toml"
    _converse(["-o", str(talked)], answers)
    made = jd.load_requisition(talked)
    result = _new(*_as_options(made), "-o", str(given))
    assert result.exit_code == 0, result.exception
    assert given.read_text(encoding="utf-8") == talked.read_text(encoding="utf-8")
    # With all of it given, a conversation has nothing left to ask but what was left out.
    screen = _converse([*_as_options(made), "--force", "-o", str(talked)], [])
    asked = [line for line in screen.splitlines() if line.rstrip().endswith(":")]
    left_out = [WORDS[one] for one in ("other_compensation", "accreditor", "employees")]
    assert all(any(words in line for words in left_out) for line in asked), asked
    assert jd.load_requisition(talked) == made


def test_every_fact_has_an_option_and_every_field_a_fact_or_a_reason() -> None:
    options = {parameter.name for parameter in command.params}
    assert set(WORDS) <= options
    known = {one.name for one in fields(jd.Requisition)}
    not_asked = known - set(WORDS)
    # These follow from the setting, are tables of their own, or switch what stands in the posting.
    assert not_asked == {
        *("population", "setting_name", "fieldwork", "caseload", "performance_line"),
        *("employees_in", "suppress", "omit", "extra"),
    }


def test_a_hyphen_leaves_a_fact_out_and_the_blank_is_told(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    given = ["--setting", "hospital", "--tier", "entry", "--role", "rn", "-o", str(target)]
    screen = _converse(given, [("Work model", "-"), ("Shift", "-"), ("Employment type", "-")])
    assert "still blank:" in screen
    assert "Work model" in screen.partition("still blank:")[2]
    made = jd.load_requisition(target)
    assert made.work_model is None
    assert made.shift == ()
    assert "work_model" in jd.build(made).unfilled


def test_where_visits_are_part_of_the_job_no_travel_is_suggested(tmp_path: Path) -> None:
    given = ["--role", "rn", "--tier", "entry", "--force", "-o", str(tmp_path / "req.toml")]
    home = _converse(["--setting", "home_health", *given], [])
    assert "Percent of travel, such as 0-20: " in home
    ward = _converse(["--setting", "hospital", *given], [])
    assert "Percent of travel, such as 0-20 [0]: " in ward


def test_an_unknown_duty_is_told_before_anything_else(tmp_path: Path) -> None:
    answers = [("Core duties", "tehrapy"), ("Core duties", "therapy"), ("own the plan", "y")]
    screen = _converse(["--setting", "behavioral", "-o", str(tmp_path / "req.toml")], answers)
    before, told, after = screen.partition("did you mean 'therapy'")
    assert told
    assert "own the plan" not in before
    assert "Advice: LCSW Case Manager" in after


def test_an_overlays_own_slot_is_asked_for(tmp_path: Path) -> None:
    folder, target = tmp_path / "own", tmp_path / "req.toml"
    folder.mkdir()
    (folder / "own.toml").write_text(
        '[[items]]\nid = "acme.courses"\nsection = "compensation"\ntext = "Courses: {budget}."\n'
        '[[slots]]\nid = "budget"\nlabel = "Course budget"\nfield = "extra"\nhint = "Per year."\n',
        encoding="utf-8",
    )
    given = ["--setting", "hospital", "--role", "rn", "--content", str(folder), "-o", str(target)]
    _converse(given, [("Course budget", "$1,500")])
    assert jd.load_requisition(target).extra == {"budget": "$1,500"}
    result = _new("--content", str(folder), "--extra", "budget=$900")
    assert 'budget = "$900"' in result.output
    assert "# Per year." in result.output
    assert '# budget = "Course budget"' in _new("--content", str(folder)).output


def test_without_a_terminal_it_says_what_to_do() -> None:
    result = _new("--interactive")
    assert result.exit_code == 2
    assert "needs a terminal" in result.output
    assert "give the facts as options" in result.output


def test_a_file_that_exists_is_not_lost(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    target.write_text("mine", encoding="utf-8")
    assert isinstance(_new("-o", str(target)).exception, InputError)
    assert target.read_text(encoding="utf-8") == "mine"
    assert _new("--force", "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") != "mine"


def test_duties_as_options_choose_the_role() -> None:
    result = _new("--setting", "hospital", "--duty", "scheduling", "--no-owns-plan")
    assert 'role = "care_coordinator"' in result.output
    assert _new("--duty", "therapy", "--role", "rn").exit_code == 2


@pytest.mark.parametrize(
    ("field", "said", "value"),
    (
        ("pay", "$72,000 – $92,000", {"minimum": 72_000, "maximum": 92_000, "per": "year"}),
        ("pay", "41.50", {"rate": 41.5, "per": "year"}),
        ("experience_years", "3-5+ years", {"minimum": 3, "maximum": 5, "or_more": True}),
        ("experience_years", "2+", 2),
        ("travel_percent", "20%", 20),
        ("travel_percent", "0 to 20 percent", [0, 20]),
        ("employees", "2,400", 2400),
        ("shift", "1, nights", ["Day", "nights"]),
        ("shift", "7", ["7"]),
        ("locations", "Denver, CO; Boise, Idaho", None),
        ("closing_date", "Ongoing", "Ongoing"),
        ("work_model", "4", "field"),
        ("shift", "-", None),
        ("shift", "", None),
    ),
)
def test_an_answer_is_read_as_a_person_means_it(field: str, said: str, value: Any) -> None:
    found = read_answer(field, said, {}, CATALOG)
    if field == "locations":
        assert [one["city"] for one in found[field]] == ["Denver", "Boise"]
    else:
        assert found.get(field) == value
    jd.Requisition(**found)


@pytest.mark.parametrize(
    ("field", "said", "reason"),
    (
        ("pay", "much", "is not an amount or a range"),
        ("pay", "1-2-3", "more than two ends"),
        ("pay", "9-8", "is above the maximum"),
        ("per", "hour", "stands without pay"),
        ("travel_percent", "often", "is not a range"),
        ("travel_percent", "50-120", "at most 100"),
        ("experience_years", "some", "is not a range"),
        ("employees", "many", "must be a whole number"),
        ("closing_date", "soon", 'must be a date or "ongoing"'),
        ("locations", "Denver", "names no state"),
        ("locations", "Denver, ZZ", "is not a state of the United States"),
        ("work_model", "hybird", "did you mean 'hybrid'"),
        ("role", "nurse", "is not known"),
    ),
)
def test_an_answer_that_cannot_be_used_is_refused(field: str, said: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read_answer(field, said, {}, CATALOG)
    with pytest.raises(InputError, match=reason):
        read_option(field, [said], {}, CATALOG)


def test_all_problems_of_options_are_told_at_once() -> None:
    result = _new("--pay", "much", "--closing-date", "soon", "--work-model", "hybird")
    assert isinstance(result.exception, InputError)
    assert len(result.exception.problems) == 3


def test_the_file_offers_every_key_with_a_tip_or_its_options() -> None:
    lines = _new("--setting", "hospital").output.splitlines()
    for one in fields(jd.Requisition):
        if one.name in ("locations", "pay", "extra"):
            continue
        starts = (f"{one.name} = ", f"# {one.name} = ")
        places = [index for index, line in enumerate(lines) if line.startswith(starts)]
        assert len(places) == 1, one.name
        above = lines[places[0] - 1]
        assert above.startswith("# "), one.name
        assert " = " not in above, one.name
    text = "\n".join(lines)
    assert "# [[locations]]" in text
    assert "# [pay]" in text
    assert max(map(len, lines)) <= 100
    for slot in CATALOG.slots:
        if slot.field in WORDS and slot.options and not slot.field.endswith(("model", "type")):
            assert slot.hint[:40] in text or slot.field in ("closing_date", "title")
