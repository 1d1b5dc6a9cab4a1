"""The guided start, driven through a pseudo-terminal as a person would drive it."""

import os
import re
import select
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from attrs import fields
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.cli._answers import choices, kind_of, read_answer, read_option
from casemgr_jd.cli._kinds import KINDS
from casemgr_jd.cli._toml import toml
from casemgr_jd.cli.check import command as check
from casemgr_jd.cli.main import program
from casemgr_jd.cli.new import command
from casemgr_jd.cli.render import command as render
from casemgr_jd.content.allowed import allowed
from casemgr_jd.errors import InputError

pty = pytest.importorskip("pty", reason="a pseudo-terminal is POSIX only")

CATALOG = jd.load_catalog()
RUN = "from casemgr_jd.cli.main import main; main()"
BREAK, END = "^C", "\x04"


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
    screen, seen, waiting, until = "", 0, list(answers), time.monotonic() + 120
    # Their end stays open here too: with it closed, the last words may be lost as the process ends.
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.05)[0]:
            screen += os.read(ours, 4096).decode("utf-8", "replace")
        elif process.poll() is not None:
            break
        question = screen[seen:].rpartition("\n")[2]
        if question.endswith(": "):
            seen = len(screen)
            told = next((one for one in waiting if one[0] in question), None)
            if told:
                waiting.remove(told)
            said = told[1] if told else ""
            if said == BREAK:
                # A signal that comes between the question and the wait for its answer is seen after it.
                time.sleep(0.5)
                process.send_signal(signal.SIGINT)
            else:
                os.write(ours, said.encode() if said == END else f"{said}\n".encode())
    os.close(theirs)
    os.close(ours)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.returncode == status, screen
    assert not waiting, screen
    return screen


def _flat(screen: str) -> str:
    return " ".join(screen.split())


def _new(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


HOSPITAL = [
    ("Practice setting", "hospitl"),
    ("Practice setting", "1"),
    ("Seniority tier", "senior"),
    ("Core duties", "1, utilization_review"),
    ("own the plan of care", "yes"),
    ("Role", "rn"),
    ("Name of the employer", 'Lake"side Health'),
    ("A few sentences about", "We run two hospitals, one of them in the hills."),
    ("One more", "We have been here since 1911."),
    ("City and state", "Denver"),
    ("City and state", "Denver, CO 80204"),
    ("Work model", "Hybrid"),
    ("Days on site", "three days a week"),
    ("Percent of travel", "0-20%"),
    ("Region traveled", "the Front Range"),
    ("Physical demands", "carry a laptop between units"),
    ("Employment type", "1"),
    ("Hours a week", "32-40"),
    ("On-call", "one weekend in six"),
    ("Manager: the title", "2"),
    ("EMR or EHR", "1, Meditech"),
    ("Utilization criteria", "1"),
    ("Typical caseload", "guide"),
    ("How the work is measured", "Guide"),
    ("Pay with its period", "$104,000-84,000"),
    ("Pay with its period", "$84,000–104,000"),
    ("Benefits that are offered", "1; 2; 3; 401(k) match, after a year; paid time off"),
    ("FLSA status", "exempt"),
    ("Other compensation", "annual performance-bonus eligibility"),
    ("check backgrounds", "yes"),
    ("Link to apply", "lakeside"),
    ("Link to apply", "https://lakeside.example/jobs/1"),
    ("Contact for accommodation", "hr@lakeside.example"),
    ("Closing date", "ongoing"),
    ("Headcount of", "2,400"),
    ("Headcount by", "CO 1900"),
    ("Whatever else", "environment (Parking): It is free."),
]
REMOTE = [
    ("Practice setting", "managed_care"),
    ("Core duties", "scheduling, referrals"),
    ("own the plan of care", "n"),
    ("Role", "care_coordinator"),
    ("Name of the employer", "Prairie Plan"),
    ("City and state", "Boise, ID"),
    ("Work model", "remote"),
    ("States where", "ID, UT"),
    ("Employment type", "full_time"),
    ("Pay with its period", "24.50-31 an hour"),
    ("Benefits that are offered", "medical, dental, paid time off"),
    ("FLSA status", "2"),
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
    assert "Advice: RN Case Manager (rn)." in _flat(screen)
    assert "Runner-up: LCSW Case Manager." in _flat(screen)
    assert "Options: 1 Epic" in screen
    assert '"guide" takes over: 12–22 patients per day' in _flat(screen)
    assert "Length of stay against the expected" in _flat(screen)
    assert "no blank is left" in screen
    assert "checker finds no error and no warning" in _flat(screen)
    made = jd.load_requisition(target)
    assert (made.role, made.tier, made.setting) == ("rn", "senior", ("hospital",))
    assert made.organization == 'Lake"side Health'
    assert made.about[1] == "We have been here since 1911."
    assert made.emr == ("Epic", "Meditech")
    assert made.manager == "Director of Case Management"
    assert made.work_model is jd.WorkModel.HYBRID
    assert made.locations == (jd.Location("Denver", "CO", "80204"),)
    assert made.pay == jd.PayRange(84_000, 104_000)
    assert made.benefits[-2:] == ("401(k) match, after a year", "paid time off")
    assert (made.caseload, made.measures) == ("guide", ("guide",))
    assert (made.employees, dict(made.employees_in)) == (2400, {"CO": 1900})
    assert made.background_check is True
    assert [(one.section, one.label) for one in made.add] == [("environment", "Parking")]
    assert jd.build(made).unfilled == ()
    report = jd.check(jd.build(made), today=date(2026, 11, 23))
    assert report.at_or_above("warning") == ()
    _is_clean(target)


def test_remote_work_asks_for_states_and_tells_the_advice(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    screen = _converse(["-o", str(target)], REMOTE)
    assert "Advice: Care Coordinator" in screen
    assert "Vehicle" not in screen
    made = jd.load_requisition(target)
    assert made.role == "care_coordinator"
    assert made.remote_states == ("ID", "UT")
    assert made.pay == jd.PayRange(24.5, 31, per="hour")
    _is_clean(target)


def test_enter_answers_nothing_for_the_person(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    screen = _converse(["-o", str(target)], [])
    assert jd.load_requisition(target) == jd.Requisition()
    assert "Often: hospital" in screen
    asked = [plan for plan in CATALOG.fields if plan.kind not in ("suppressions", "extra")]
    always = [plan for plan in asked if plan.ask in screen]
    assert {one.name for one in asked} - {one.name for one in always} == {
        *("days_on_site", "remote_states", "remote_countries", "equipment", "vehicle"),
    }
    assert f"1 of {len(always)}" in screen
    assert f"{len(always)} of {len(always)}" in screen
    assert "Needed and blank: " in screen


def test_one_goes_back_skips_and_changes_in_the_review(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    answers = [
        ("Practice setting", "back"),
        ("Practice setting", "hospital"),
        ("Seniority tier", "entry"),
        ("Role", "back"),
        ("Seniority tier", "lead"),
        ("Title of the posting", "Nurse"),
        ("Name of the employer", "back"),
        ("Title of the posting", "-"),
        ("Name of the employer", "Lakeside"),
        ("A few sentences", "skip"),
        ("City and state", "done"),
        ("Enter to write", "wages"),
        ("Enter to write", "organization"),
        ("Name of the employer", "Lakeside Health"),
        ("Enter to write", "pay"),
        ("Pay with its period", "41.50"),
    ]
    screen = _converse(["-o", str(target)], answers)
    assert "This is the first question." in screen
    assert '(now "entry"; Enter keeps it)' in screen
    assert "'wages' is no fact" in screen
    assert "Work model" not in screen.partition("City and state")[2].partition("Review")[0]
    made = jd.load_requisition(target)
    assert (made.tier, made.title, made.organization) == ("lead", None, "Lakeside Health")
    assert made.pay == jd.PayRange(rate=41.5, per="hour")


def test_breaking_off_loses_no_answer(tmp_path: Path) -> None:
    target, kept = tmp_path / "req.toml", tmp_path / "req.unfinished.toml"
    answers = [("Practice setting", "hospital"), ("Name of the employer", "Lakeside")]
    screen = _converse(["-o", str(target)], [*answers, ("City and state", BREAK)], status=2)
    assert not target.exists()
    assert "--from" in screen
    assert "Traceback" not in screen
    assert jd.load_requisition(kept) == jd.Requisition(setting="hospital", organization="Lakeside")
    # Broken off again, it does not write over what was kept before.
    _converse(["-o", str(target)], [("Practice setting", "behavioral"), ("tier", END)], status=2)
    assert jd.load_requisition(kept).organization == "Lakeside"
    screen = _converse(["--from", str(kept), "-o", str(target)], [("City and state", "Boise, ID")])
    assert "Name of the employer" not in screen.partition("Review")[0]
    made = jd.load_requisition(target)
    assert (made.organization, str(made.locations[0])) == ("Lakeside", "Boise, ID")


def test_breaking_off_without_a_file_shows_what_was_answered() -> None:
    screen = _converse([], [("Name of the employer", "Lakeside"), ("sentences", END)], status=2)
    assert 'organization = "Lakeside"' in screen


def _said(value: Any) -> str:
    """Return a value of a requisition as an option says it."""
    if isinstance(value, jd.PayRange):
        amounts = f"{value.low}-{value.high}" if value.rate is None else f"{value.rate}"
        return f"{amounts} a {value.per}"
    if isinstance(value, jd.PercentRange):
        return f"{value.low}-{value.high}"
    if isinstance(value, jd.Location):
        return f"{value} {value.postal_code or ''}".strip()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "section"):
        return f"{value.section} ({value.label}): {value.text}"
    return str(getattr(value, "value", value))


def _as_options(made: jd.Requisition) -> list[str]:
    """Return the options that say what a requisition says."""
    found: list[str] = []
    for name in made.given:
        option = f"--{'location' if name == 'locations' else name.replace('_', '-')}"
        value = getattr(made, name)
        if CATALOG.field(name).kind == "counts":
            found += [part for key, one in value.items() for part in (option, f"{key}={one}")]
        else:
            several = value if isinstance(value, tuple) else (value,)
            found += [part for one in several for part in (option, _said(one))]
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
    # With all of it given, a conversation asks only for what was left out.
    screen = _converse([*_as_options(made), "--force", "-o", str(talked)], [])
    asked = screen.partition("Review")[0]
    assert not [name for name in made.given if f"{CATALOG.field(name).ask}:" in asked]
    assert jd.load_requisition(talked) == made


def test_fields_and_their_descriptions_agree_in_both_directions() -> None:
    described = {plan.name: plan for plan in CATALOG.fields}
    known = {one.name: one.type for one in fields(jd.Requisition)}
    assert set(described) == set(known)
    assert len(CATALOG.fields) == len(described) > 60
    options = {parameter.name for parameter in command.params}
    groups = {group.id for group in CATALOG.field_groups}
    for name, plan in described.items():
        assert plan.kind in KINDS, name
        assert name in options
        assert plan.group in groups
        assert plan.need in ("needed", "law", "optional")
        assert all((plan.ask, plan.help, plan.label)), name
        assert (get_origin(known[name]) is tuple) == (
            kind_of(plan).several and plan.kind not in ("counts", "extra")
        ), name
        is_choice = any(hasattr(one, "__members__") for one in get_args(known[name]))
        assert (plan.kind == "choice") == is_choice, name
        if plan.kind == "choice":
            assert len(allowed(plan, CATALOG)) == len(plan.options), name
    assert {plan.kind for plan in CATALOG.fields} == set(KINDS)


@pytest.mark.parametrize("plan", CATALOG.fields, ids=[plan.name for plan in CATALOG.fields])
def test_each_sample_and_each_suggestion_is_a_value(plan: Any) -> None:
    made = jd.Requisition(**{plan.name: plan.sample})
    assert plan.kind == "extra" or plan.name in made.given
    for one in choices(plan, CATALOG):
        found = read_option(plan, [one], {}, CATALOG)
        assert jd.Requisition(**found).given == (plan.name,)
    if plan.initial:
        assert jd.Requisition(**read_option(plan, [plan.initial], {}, CATALOG)).given


def test_each_adoption_is_offered_with_what_it_takes_over() -> None:
    text = _new("--setting", "hospital", "--role", "rn").output
    words = " ".join(text.replace("#", "").split())
    adoptable = [plan for plan in CATALOG.fields if plan.adopt]
    assert len(adoptable) >= 8
    assert words.count('"guide" takes over from the guide:') == len(adoptable)
    assert '"guide" takes over from the guide: 12–22 patients per day.' in words
    given = [f"--{plan.name.replace('_', '-')}" for plan in adoptable]
    result = _new("--setting", "hospital", *[part for one in given for part in (one, "guide")])
    assert result.exit_code == 0, result.exception
    nothing = _new("--caseload", "guide")
    assert isinstance(nothing.exception, InputError)
    assert "nothing to take over" in str(nothing.exception)


def test_the_shell_completes_options_and_their_values() -> None:
    shell = ShellComplete(program, {}, "casemgr-jd", "_CASEMGR_JD_COMPLETE")

    def completed(words: list[str], begun: str) -> list[str]:
        return [one.value for one in shell.get_completions(words, begun)]

    assert completed(["new", "--tier"], "se") == ["senior"]
    assert completed(["new", "--caseload"], "") == ["guide"]
    assert completed(["new", "--emr"], "me") == ["Meditech"]
    assert "--days-on-site" in completed(["new"], "--day")


def test_a_missing_fact_is_told_as_a_blank(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    given = ["--setting", "hospital", "--tier", "entry", "--role", "rn", "-o", str(target)]
    screen = _converse(given, [("Employment type", "-")])
    assert "Employment type" in screen.partition("still blank:")[2]
    made = jd.load_requisition(target)
    assert made.employment_type is None
    assert "employment_type" in jd.build(made).unfilled


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
    result = _new("--setting", "hospital", "--core-duty", "scheduling", "--no-owns-plan")
    assert 'role = "care_coordinator"' in result.output
    assert _new("--core-duty", "therapy", "--role", "rn").exit_code == 2


@pytest.mark.parametrize(
    ("field", "said", "value"),
    (
        ("pay", "$72,000 – $92,000", {"minimum": 72_000, "maximum": 92_000, "per": "year"}),
        ("pay", "41.50", {"rate": 41.5, "per": "hour"}),
        ("pay", "2,000 per year", {"rate": 2_000, "per": "year"}),
        ("pay", "29-36 hourly", {"minimum": 29, "maximum": 36, "per": "hour"}),
        ("experience_years", "3-5+ years", {"minimum": 3, "maximum": 5, "or_more": True}),
        ("experience_years", "2+", 2),
        ("travel_percent", "20%", 20),
        ("travel_percent", "0 to 20 percent", [0, 20]),
        ("employees", "2,400", 2400),
        ("employees_in", "CO 1900, Wyoming=40", {"CO": 1900, "Wyoming": 40}),
        ("hours_per_week", "37.5 hours a week", 37.5),
        ("hours_per_week", "32 to 40 hrs/week", [32, 40]),
        ("hours_per_week", "32-40", [32, 40]),
        ("hours_per_week", "as agreed", "as agreed"),
        ("caseload", "12-18", {"low": 12, "high": 18}),
        ("caseload", "12 to 18 patients per day",
         {"low": 12, "high": 18, "unit": "patients", "basis": "per day"}),
        ("caseload", "40 families on an active panel",
         {"low": 40, "high": 40, "unit": "families", "basis": "active panel"}),
        ("fieldwork", "Yes", True),
        ("driving", "no", False),
        ("shift", "1, nights", ["Day", "nights"]),
        ("shift", "7", ["7"]),
        ("benefits", "medical, dental and vision; 2", ["medical, dental and vision", "dental"]),
        ("about", "We care, and it shows; come.", ["We care, and it shows; come."]),
        ("locations", "Denver, CO; Boise, Idaho 83702",
         [{"city": "Denver", "state": "CO"},
          {"city": "Boise", "state": "Idaho", "postal_code": "83702"}]),
        ("add", "environment: Parking is free.",
         [{"section": "environment", "text": "Parking is free."}]),
        ("suppress", "REA001: the board asked", [{"code": "REA001", "reason": "the board asked"}]),
        ("omit", "tools: told elsewhere", [{"id": "tools", "reason": "told elsewhere"}]),
        ("closing_date", "Ongoing", "Ongoing"),
        ("start_date", "as soon as possible", "as soon as possible"),
        ("work_model", "4", "field"),
        ("work_model", "On-site", "onsite"),
        ("employment_type", "per diem", "per_diem"),
        ("pay_basis", "GUIDE", ["guide"]),
        ("shift", "", None),
        ("shift", " , ", None),
    ),
)  # fmt: skip
def test_an_answer_is_read_as_a_person_means_it(field: str, said: str, value: Any) -> None:
    found = read_answer(CATALOG.field(field), said, {}, CATALOG)
    assert found.get(field) == value
    jd.Requisition(**found)


@pytest.mark.parametrize(
    ("field", "said", "reason"),
    (
        ("pay", "much", "is not an amount or a range"),
        ("pay", "1-2-3", "more than two ends"),
        ("pay", "9-8", "is above the maximum"),
        ("pay", "2000", "for which time"),
        ("travel_percent", "often", "is not a range"),
        ("travel_percent", "50-120", "at most 100"),
        ("experience_years", "some", "is not a range"),
        ("employees", "many", "must be a whole number"),
        ("employees_in", "1900", "names no place"),
        ("caseload", "plenty", "is not a range"),
        ("caseload", "18-12", "above its high end"),
        ("caseload", "guide", "nothing to take over"),
        ("hours_per_week", "40-32", "above its high end"),
        ("driving", "perhaps", "neither yes nor no"),
        ("closing_date", "soon", 'must be a date or "ongoing"'),
        ("locations", "Denver", "names no state"),
        ("locations", "Denver, ZZ", "is not a state of the United States"),
        ("work_model", "hybird", "did you mean 'hybrid'"),
        ("role", "nurse", "is not known"),
        ("add", "Parking is free.", "names no section"),
        ("add", "parking: It is free.", "is no section"),
        ("suppress", "REA001", "gives no reason"),
        ("omit", "nothing", "names nothing in this posting"),
    ),
)
def test_an_answer_that_cannot_be_used_is_refused(field: str, said: str, reason: str) -> None:
    plan = CATALOG.field(field)
    with pytest.raises(InputError, match=reason):
        read_answer(plan, said, {}, CATALOG)
    with pytest.raises(InputError, match=reason):
        read_option(plan, [said], {}, CATALOG)


def test_all_problems_of_options_are_told_at_once() -> None:
    result = _new("--pay", "much", "--closing-date", "soon", "--work-model", "hybird")
    assert isinstance(result.exception, InputError)
    assert len(result.exception.problems) == 3


def test_the_file_offers_every_key_with_advice_and_its_options() -> None:
    lines = _new("--setting", "hospital").output.splitlines()
    words = " ".join("\n".join(lines).replace("#", "").split())
    for plan in CATALOG.fields:
        assert plan.kind == "extra" or " ".join(plan.help.split()) in words
        if plan.name == "extra":
            continue
        starts = (f"{plan.name} = ", f"# {plan.name} = ")
        places = [index for index, line in enumerate(lines) if line.startswith(starts)]
        assert len(places) == 1, plan.name
        above = lines[places[0] - 1]
        assert above.startswith("# "), plan.name
        for option in choices(plan, CATALOG):
            assert option in words
    assert max(map(len, lines)) <= 100


def test_the_file_with_every_key_uncommented_reads_back(tmp_path: Path) -> None:
    target = tmp_path / "all.toml"
    keys = re.compile(r"^# (?=\w+ = |    |\]$)", re.MULTILINE)
    target.write_text(keys.sub("", _new().output), encoding="utf-8")
    made = jd.load_requisition(target)
    assert set(made.given) == {plan.name for plan in CATALOG.fields} - {"extra"}
    # What a form writes of it says the same again.
    again = tmp_path / "again.toml"
    assert _new("--from", str(target), "-o", str(again)).exit_code == 0
    assert jd.load_requisition(again) == made


def test_a_long_list_has_a_line_for_each_member() -> None:
    long = tuple(f"benefit number {one}, which is worth telling" for one in range(5))
    text = _new(*[part for one in long for part in ("--benefits", one)]).output
    assert all(f"\n    {toml(one)},\n" in text for one in long)


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Core duties", [("Core duties", "back"), ("Seniority tier", "lead")]),
        (
            "own the plan",
            [("Core duties", "4"), ("own the plan", "back"), ("Seniority tier", "lead")],
        ),
        (
            "Core duties",
            [("Core duties", "-"), ("Core duties", "done"), ("Enter to write", "tier")],
        ),
    ],
    ids=lambda one: one if isinstance(one, str) else one[-1][1],
)
def test_what_moves_a_conversation_moves_it_where_advice_is_asked_for_too(
    tmp_path: Path, question: str, answers: list[tuple[str, str]]
) -> None:
    start = [("Practice setting", "hospital"), ("Seniority tier", "entry")]
    end = [("Core duties", "done")] if answers[-1][1] == "lead" else [("Seniority tier", "lead")]
    if answers[0] == ("Core duties", "-"):
        # What takes out an answer takes nothing from advice, and the role is asked for.
        answers = [("Core duties", "-"), ("Role", "back"), ("Seniority", ""), *answers[1:]]
    screen = _converse(["-o", str(tmp_path / "req.toml")], [*start, *answers, *end])
    assert "is not known" not in screen
    assert jd.load_requisition(tmp_path / "req.toml").tier == "lead"


def test_the_lines_of_a_conversation_end_between_words(tmp_path: Path) -> None:
    given = ["-o", str(tmp_path / "req.toml")]
    answers = [("Practice setting", "hospitl"), ("Practice setting", BREAK)]
    screen = _converse(given, answers, status=2)
    lines = screen.replace("\r", "").split("\n")
    assert max(map(len, lines)) <= 80
    assert not [line for line in lines if re.search(r", \d+$", line)]
    assert "home_health.hospice" in screen
    assert any(line.startswith("  Options: 1 hospital,") for line in lines)
