"""The commands of this room: what they print, what they refuse, how they exit."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.cli.advise import command as advise
from casemgr_jd.cli.guide import command as guide
from casemgr_jd.cli.interview import command as interview
from casemgr_jd.errors import InputError, UnknownNameError


def _run(command: click.Command, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=given)


def test_interview_reads_standard_input_and_writes_text() -> None:
    result = _run(interview, "-", given='setting = ["hospital"]\nrole = "rn"\ntier = "lead"\n')
    assert result.exit_code == 0
    assert "Interview Kit: Lead RN Case Manager" in result.output
    assert "Scorecard: Candidate 1" in result.output


def test_interview_takes_its_format_from_the_file(tmp_path: Path) -> None:
    source = tmp_path / "req.toml"
    source.write_text('setting = ["managed_care"]\n', encoding="utf-8")
    for suffix, start in ((".md", "# Interview Kit"), (".html", "<!"), (".json", "{")):
        target = tmp_path / f"kit{suffix}"
        result = _run(interview, str(source), "-o", str(target), "--candidates", "2")
        assert result.exit_code == 0
        assert result.output == ""
        assert target.read_text(encoding="utf-8").lower().startswith(start.lower())
        assert "Candidate 2" in target.read_text(encoding="utf-8")


def test_interview_refuses_a_count_out_of_range() -> None:
    result = _run(interview, "-", "--candidates", "0", given="")
    assert isinstance(result.exception, InputError)


def test_guide_shows_all_or_one_topic() -> None:
    whole, one = _run(guide), _run(guide, "pay", "-f", "markdown")
    assert "Questions and Answers" in whole.output
    assert one.output.startswith("# Pay and Schedule Language")
    assert "Questions and Answers" not in one.output
    assert isinstance(_run(guide, "pya").exception, UnknownNameError)


def test_every_topic_is_named_in_the_help() -> None:
    shown = " ".join(_run(guide, "--help").output.split())
    assert [topic for topic in jd.load_catalog().guide.topics if topic not in shown] == []


def test_advise_from_duties() -> None:
    result = _run(advise, "--duty", "scheduling=60", "--duty", "navigation=40", "--no-owns-plan")
    assert result.exit_code == 0
    assert "Recommended title: Care Coordinator" in result.output
    assert "role.choose_coordinator" in result.output
    owning = _run(advise, "--duty", "scheduling=60", "--duty", "navigation=40", "--owns-plan")
    assert "Recommended title: Case Manager" in owning.output


def test_advise_refuses_what_it_cannot_read() -> None:
    assert isinstance(_run(advise, "--duty", "scheduling=much").exception, InputError)
    assert isinstance(_run(advise, "--duty", "shceduling").exception, InputError)
    assert _run(advise, "--from", "x.md", "--duty", "scheduling").exit_code == 2


def test_advise_from_a_requisition(tmp_path: Path) -> None:
    source = tmp_path / "req.toml"
    source.write_text('setting = ["hospital"]\nrole = "rn"\n', encoding="utf-8")
    assert _run(advise, "--from", str(source)).exit_code == 0
    source.write_text(
        'setting = ["hospital"]\nrole = "rn"\ntitle = "Care Coordinator"\n', encoding="utf-8"
    )
    result = _run(advise, "--from", str(source))
    assert result.exit_code == 1
    assert "The title says Care Coordinator; the duties point to RN Case Manager." in " ".join(
        result.output.split()
    )


@pytest.mark.parametrize("suffix", (".md", ".txt"))
def test_advise_from_somebody_elses_posting(tmp_path: Path, suffix: str) -> None:
    source = tmp_path / f"old{suffix}"
    source.write_text(
        "# RN Case Manager\n\n## Key Responsibilities\n\n- Schedule appointments\n- Send referrals\n"
        "\n## Requirements\n\n- Experience with utilization review\n",
        encoding="utf-8",
    )
    result = _run(advise, "--from", str(source))
    assert result.exit_code == 1, result.exception
    assert "Recommended title: Care Coordinator" in " ".join(result.output.split())
