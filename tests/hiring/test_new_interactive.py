"""The guided start, driven through a pseudo-terminal as a person would drive it."""

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

import casemgr_jd as jd
from casemgr_jd.cli.new import command

pty = pytest.importorskip("pty", reason="a pseudo-terminal is POSIX only")

RUN = "from casemgr_jd.cli.new import command; command()"


def _converse(arguments: list[str], answers: list[tuple[str, str]]) -> str:
    """Run the command on a terminal, give each answer once its question stands, return the screen."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", RUN, "--interactive", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "TERM": "dumb"},
    )  # fmt: skip
    os.close(theirs)
    screen, seen, waiting, until = "", 0, list(answers), time.monotonic() + 30
    while time.monotonic() < until:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                screen += os.read(ours, 4096).decode("utf-8", "replace")
            except OSError:
                break
        if waiting and waiting[0][0] in screen[seen:]:
            question, answer = waiting.pop(0)
            seen = screen.index(question, seen) + len(question)
            os.write(ours, f"{answer}\n".encode())
    os.close(ours)
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    assert process.returncode == 0, screen
    assert not waiting, screen
    return screen


ANSWERS = [
    ("Practice setting", "hospitl"),
    ("Practice setting", "hospital"),
    ("Seniority tier", "senior"),
    ("Core duties", "medical_assessment, utilization_review"),
    ("Role", ""),
    ("Name of the employer", 'Lake"side Health'),
    ("City and state", "Denver, CO"),
    ("Work model", "hybrid"),
    ("Employment type", ""),
    ("Pay range", "$92,000-72,000"),
    ("Pay range", "$72,000-92,000"),
    ("per year or per hour", ""),
    ("Shifts", "Day"),
    ("EMR or EHR", "Epic, Meditech"),
    ("Benefits that are offered", "medical, dental"),
    ("Link to apply", "https://lakeside.example/jobs/1"),
    ("Contact for accommodation", "hr@lakeside.example"),
]


def test_a_conversation_ends_in_a_requisition_that_renders(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    screen = _converse(["-o", str(target)], ANSWERS)
    assert "did you mean 'hospital'" in screen
    assert "Advice: RN Case Manager." in screen
    assert "Options: Epic" in screen
    requisition = jd.load_requisition(target)
    assert requisition.role == "rn"
    assert requisition.organization == 'Lake"side Health'
    assert requisition.emr == ("Epic", "Meditech")
    assert str(requisition.locations[0]) == "Denver, CO"
    assert requisition.pay == jd.PayRange(72_000, 92_000)
    output = jd.render(jd.build(requisition), "text")
    assert "Senior RN Case Manager" in output
    assert "# shift" not in target.read_text(encoding="utf-8")
    assert "# Options: Day" in target.read_text(encoding="utf-8")


def test_what_is_given_as_an_option_is_not_asked(tmp_path: Path) -> None:
    target = tmp_path / "req.toml"
    given = ["--setting", "hospital", "--tier", "lead", "--role", "rn", "--organization", "Harbor"]
    given += ["--city", "Boise", "--state", "ID", "--work-model", "onsite", "--pay", "40", "52.5"]
    given += ["--per", "hour", "--employment-type", "full_time", "--shift", "Day", "--emr", "Epic"]
    given += ["--benefits", "medical", "--apply-url", "https://harbor.example/jobs"]
    result = CliRunner().invoke(command, [*given, "-o", str(target)])
    assert result.exit_code == 0, result.exception
    made = jd.load_requisition(target)
    assert made.pay == jd.PayRange(40, 52.5, per="hour")
    assert made.apply_url == "https://harbor.example/jobs"
    screen = _converse(
        [*given, "-o", str(target)], [("Contact for accommodation", "hr@harbor.example")]
    )
    assert "Pay range" not in screen
    assert jd.load_requisition(target).accommodation_contact == "hr@harbor.example"
    assert jd.load_requisition(target).pay == made.pay


def test_without_a_terminal_it_says_what_to_do() -> None:
    result = CliRunner().invoke(command, ["--interactive"])
    assert result.exit_code == 2
    assert "needs a terminal" in result.output


def test_without_answers_the_file_still_offers_every_key() -> None:
    result = CliRunner().invoke(command, ["--setting", "hospital"])
    assert result.exit_code == 0
    assert "# organization = " in result.output
    assert "# [pay]" in result.output
