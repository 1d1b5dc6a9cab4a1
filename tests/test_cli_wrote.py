"""Every command that writes a file says which, where a person reads it and no pipe does."""

import os
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from casemgr_jd.cli.main import program

EXAMPLES = Path(__file__).parent.parent / "examples"
JOB = str(EXAMPLES / "hospital-senior-rn.toml")
OTHER = str(EXAMPLES / "home-health-entry-rn.toml")
CONTEXT = click.Context(program)
COMMANDS = {name: program.get_command(CONTEXT, name) for name in program.list_commands(CONTEXT)}
WRITERS = {
    name
    for name, one in COMMANDS.items()
    if one and any("--output" in option.opts for option in one.params)
}
ARGUMENTS = {
    "new": ["new"],
    "render": ["render", JOB],
    "list": ["list", "tiers"],
    "check": ["check", JOB, "--fail-on", "never"],
    "read": ["read", JOB],
    "rules": ["rules"],
    "schema": ["schema", "overlay"],
    "interview": ["interview", JOB],
    "advise": ["advise", "--duty", "scheduling", "--no-owns-plan"],
    "guide": ["guide"],
    "compare": ["compare", JOB, OTHER],
    "import": ["import", "old.md"],
    "feed": ["feed", "jobs", "-f", "indeed"],
}
FOLDERS = {
    "batch": ["batch", "jobs.csv", "-f", "markdown"],
    "variants": ["variants", JOB, "--tiers", "entry,senior"],
}


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(program, arguments)
    assert done.exit_code == 0, done.output
    return done


@pytest.fixture(autouse=True)
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.md").write_text("# RN Case Manager\n\nLakeside Health, Denver, CO\n")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "one.toml").write_bytes(Path(JOB).read_bytes())
    (tmp_path / "jobs.csv").write_text("organization,setting\nLakeside Health,hospital\n")


def test_every_command_that_writes_is_looked_at() -> None:
    assert {*ARGUMENTS, *FOLDERS} & WRITERS == WRITERS
    assert len(WRITERS) > 10


@pytest.mark.parametrize("name", sorted(WRITERS - set(FOLDERS)))
def test_a_file_that_was_written_is_named(name: str) -> None:
    done = run(*ARGUMENTS[name], "-o", "made.txt")
    assert Path("made.txt").stat().st_size
    told = [line for line in done.stderr.splitlines() if line.startswith("wrote made.txt")]
    assert len(told) == 1
    assert done.stdout == ""


@pytest.mark.parametrize("name", sorted(WRITERS & set(FOLDERS)))
def test_a_folder_that_was_written_is_named(name: str) -> None:
    assert "postings in made" in run(*FOLDERS[name], "-o", "made").stderr


@pytest.mark.parametrize("target", [None, "-", os.devnull])
def test_what_goes_to_no_file_says_nothing(target: str | None) -> None:
    given = ["-o", target] if target else []
    assert run(*ARGUMENTS["rules"], *given).stderr == ""


def test_what_stands_beside_a_requisition_is_named_too() -> None:
    told = run("new", "-o", "job.toml").stderr
    assert "wrote job.toml\n" in told
    assert "wrote requisition.schema.json; editors check the requisition by it\n" in told


def test_letters_that_no_font_of_a_page_has_are_told_unasked(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    job = tmp_path / "job.toml"
    job.write_text('title = "Nurse"\norganization = "希望"\n', encoding="utf-8")
    told = run("render", str(job), "-o", str(tmp_path / "job.pdf")).stderr
    assert (
        "not shown as given: organization: the fonts do not have 希 (U+5E0C), 望 (U+671B)" in told
    )
    assert "not shown" not in run("render", str(job), "-o", str(tmp_path / "job.docx")).stderr
