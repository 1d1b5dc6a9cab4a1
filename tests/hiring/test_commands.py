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

CORPUS = Path(__file__).parents[1] / "checks" / "corpus"
POSTINGS = sorted(path for path in CORPUS.glob("*/*") if path.suffix != ".toml")


def _run(command: click.Command, *arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=given)


def test_interview_reads_standard_input_and_writes_text() -> None:
    result = _run(interview, "-", given='setting = ["hospital"]\nrole = "rn"\ntier = "lead"\n')
    assert result.exit_code == 0
    assert "Interview kit: Lead RN Case Manager" in result.output
    assert "Scorecard: candidate 1" in result.output


def test_interview_takes_its_format_from_the_file(tmp_path: Path) -> None:
    source = tmp_path / "req.toml"
    source.write_text('setting = ["managed_care"]\n', encoding="utf-8")
    for suffix, start in ((".md", "# Interview kit"), (".html", "<!"), (".json", "{")):
        target = tmp_path / f"kit{suffix}"
        result = _run(interview, str(source), "-o", str(target), "--candidates", "2")
        assert result.exit_code == 0
        assert result.output == f"wrote {target}\n"
        assert target.read_text(encoding="utf-8").lower().startswith(start.lower())
        assert "candidate 2" in target.read_text(encoding="utf-8")


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


def test_every_duty_of_the_rules_is_named_in_the_help() -> None:
    shown = " ".join(_run(advise, "--help").output.split())
    named = {duty for rule in jd.load_catalog().title_rules for duty in rule.duties}
    assert [duty for duty in named if duty not in shown] == []


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


OLD = (
    "# RN Case Manager\n\n## Key Responsibilities\n\n- Schedule appointments\n- Send referrals\n"
    "\n## Requirements\n\n- Experience with utilization review\n"
)


def _written(folder: Path, suffix: str) -> Path:
    """Write the same posting in the format of *suffix*."""
    target = folder / f"old{suffix}"
    if suffix == ".docx":
        docx = pytest.importorskip("docx")
        document = docx.Document()
        for line in filter(None, OLD.splitlines()):
            if line.startswith("#"):
                document.add_heading(line.lstrip("# "), level=line.count("#"))
            else:
                document.add_paragraph(line.lstrip("- "), style="List Bullet")
        document.save(target)
    elif suffix == ".html":
        lines = [
            f"<h{line.count('#')}>{line.lstrip('# ')}</h{line.count('#')}>"
            if line.startswith("#")
            else f"<ul><li>{line.lstrip('- ')}</li></ul>"
            for line in filter(None, OLD.splitlines())
        ]
        target.write_text("\n".join(lines), encoding="utf-8")
    else:
        target.write_text(OLD, encoding="utf-8")
    return target


@pytest.mark.parametrize("suffix", (".md", ".txt", ".html", ".docx"))
def test_advise_from_somebody_elses_posting(tmp_path: Path, suffix: str) -> None:
    result = _run(advise, "--from", str(_written(tmp_path, suffix)))
    assert result.exit_code == 1, result.exception
    said = " ".join(result.output.split())
    assert "Review of the title: RN Case Manager" in said
    assert "Recommended title: Care Coordinator" in said
    assert "Lines that name a duty we know: 2 of 2" in said


def test_advise_reads_setting_and_oversight_from_the_posting(tmp_path: Path) -> None:
    source = tmp_path / "old.md"
    source.write_text(
        "# Care Coordinator\n\nWork in our hospital.\n\n## Responsibilities\n\n- Schedule visits\n"
        "- Send referrals\n\nYou work under the supervision of a licensed social worker.\n",
        encoding="utf-8",
    )
    result = _run(advise, "--from", str(source))
    assert result.exit_code == 0, result.output
    assert "Setting: Hospital/Acute Care" in result.output
    assert "Oversight: by a licensed professional" in result.output


@pytest.mark.parametrize(
    ("name", "content", "said"),
    (
        ("old.md", "", "is empty"),
        ("old.pdf", "%PDF-1.7", "suffix we do not know"),
        ("none.md", None, "cannot be read"),
        ("old.toml", "role = [", "is not valid TOML"),
    ),
)
def test_advise_says_what_it_cannot_read(
    tmp_path: Path, name: str, content: str | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = _run(advise, "--from", str(tmp_path / name))
    assert isinstance(result.exception, InputError)
    assert said in str(result.exception)


def test_the_corpus_is_there() -> None:
    """So that the test below does not run over nothing."""
    assert len(POSTINGS) > 70


@pytest.mark.parametrize("path", POSTINGS, ids=lambda path: path.name)
def test_advise_answers_for_every_posting_of_the_corpus(path: Path) -> None:
    result = _run(advise, "--from", str(path))
    assert result.exit_code in (0, 1), result.exception
    assert result.output.startswith("Review of the title: ")
