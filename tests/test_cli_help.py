"""Help that groups and gives examples, and what a shell completes."""

import shlex
from typing import Any

import click
import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner

from casemgr_jd.cli._help import _EXAMPLES, COMMAND_GROUPS
from casemgr_jd.cli.main import program

CONTEXT = click.Context(program)
COMMANDS = program.list_commands(CONTEXT)


def helped(*words: str) -> str:
    return CliRunner().invoke(program, [*words, "--help"], prog_name="casemgr-jd").output


def completed(words: list[str], begun: str) -> list[tuple[str, str]]:
    shell = ShellComplete(program, {}, "casemgr-jd", "_X_COMPLETE")
    return [(one.type, one.value) for one in shell.get_completions(words, begun)]


def test_every_command_stands_under_one_heading() -> None:
    grouped = [name for names in COMMAND_GROUPS.values() for name in names]
    assert sorted(grouped) == sorted(COMMANDS)
    shown = helped()
    assert [shown.index(f"\n{one}:") for one in COMMAND_GROUPS] == sorted(
        shown.index(f"\n{one}:") for one in COMMAND_GROUPS
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_it_takes(name: str) -> None:
    shown = helped(name)
    assert _EXAMPLES[name]
    for example in _EXAMPLES[name]:
        assert f"  casemgr-jd {example}\n" in shown
        words = shlex.split(example.partition(">")[0])
        assert words[0] == name
        command: Any = program.get_command(CONTEXT, name)
        command.make_context(name, words[1:], parent=CONTEXT)


@pytest.mark.parametrize("example", _EXAMPLES[""])
def test_the_first_examples_name_commands(example: str) -> None:
    assert f"casemgr-jd {example}\n" in helped()
    assert example.split()[0] in COMMANDS


def test_the_facts_of_a_new_requisition_stand_in_groups_and_none_is_lost() -> None:
    shown = helped("new")
    command: Any = program.get_command(CONTEXT, "new")
    names = [option for one in command.params for option in one.opts if option.startswith("--")]
    assert len(names) > 60
    assert all(f"  {name}" in shown or f", {name}" in shown for name in names)
    assert shown.index("\nWhat the job is:") < shown.index("  --tier ") < shown.index("\nOptions:")


@pytest.mark.parametrize(
    ("words", "begun", "value"),
    [
        (["explain"], "PAY", "PAY001"),
        (["check", "x", "--for"], "goo", "google"),
        (["check", "x", "--select"], "PAY001,PAY", "PAY001,PAY002"),
        (["render", "x", "-f"], "jsonl", "jsonld"),
        (["guide"], "pa", "pay"),
        (["variants", "x", "--tiers"], "entry,se", "entry,senior"),
        (["advise", "--setting"], "hosp", "hospital"),
        (["new", "--tier"], "le", "lead"),
        (["list"], "ro", "roles"),
        (["completion"], "zs", "zsh"),
    ],
)
def test_a_shell_completes_names(words: list[str], begun: str, value: str) -> None:
    assert ("plain", value) in completed(words, begun)


def test_a_shell_completes_files_and_folders() -> None:
    assert completed(["render"], "ex") == [("file", "ex")]
    assert completed(["render", "x", "-o"], "ou") == [("file", "ou")]
    assert completed(["feed"], "jo") == [("dir", "jo")]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_command_prints_what_a_shell_reads(shell: str) -> None:
    shown = CliRunner().invoke(program, ["completion", shell]).output
    assert f"_CASEMGR_JD_COMPLETE={shell}_complete" in shown
