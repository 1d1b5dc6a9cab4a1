"""What reaches a terminal: whatever names, keys and ids hold, it only shows them."""

import ast
import json
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import casemgr_jd as jd
from casemgr_jd._shown import shown
from casemgr_jd.cli.main import main
from casemgr_jd.errors import CaseMgrError, InputError, Problem, UnknownNameError

EVIL = "a\x1b[31m\x9b2J\x07\u202eb"
"""A color, a cleared screen in the other notation, a bell and letters that run backward."""
ESCAPED = r"a\x1b[31m\x9b2J\x07\u202eb"
CLI = Path(jd.__file__).parent / "cli"


def run(*arguments: str) -> int:
    try:
        main([*arguments])
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


def obeyed(words: str) -> list[str]:
    """Return what a terminal would obey in some words."""
    return re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", words)


def _toml(name: str) -> str:
    return json.dumps(name)


Made = Callable[[Path], list[str]]


def _file(name: str, text: str, *arguments: str) -> Made:
    def make(folder: Path) -> list[str]:
        (folder / name).write_text(text, encoding="utf-8")
        return [one.replace("FILE", name) for one in arguments]

    return make


PAGE = json.dumps({"@type": "JobPosting", "title": "Nurse", EVIL: EVIL, "datePosted": EVIL})
CASES: dict[str, Made] = {
    "a key of a requisition": _file("r.toml", f"{_toml(EVIL)} = 1", "render", "FILE"),
    "a value that is none": _file("r.toml", f"tier = {_toml(EVIL)}", "render", "FILE"),
    "a key inside a table": _file("r.toml", f"pay = {{ {_toml(EVIL)} = 1 }}", "render", "FILE"),
    "a key in employees_in": _file(
        "r.toml", f"employees_in = {{ {_toml(EVIL)} = -1 }}", "render", "FILE"
    ),
    "a key of JSON": _file("r.json", json.dumps({EVIL: 1}), "render", "FILE"),
    "a kind of JSON": _file("r.json", json.dumps({"kind": "Posting", EVIL: 1}), "render", "FILE"),
    "a key of a theme": _file(
        "t.toml", f"{_toml(EVIL)} = 1", "render", "r.toml", "-f", "html", "--theme", "FILE"
    ),
    "a color of a theme": _file(
        "t.toml", f"accent = {_toml(EVIL)}", "render", "r.toml", "-f", "html", "--theme", "FILE"
    ),
    "a key of an overlay": _file("h.toml", f"{_toml(EVIL)} = 1", "list", "slots", "--content", "."),
    "an id of an overlay": _file(
        "h.toml", f"[[slots]]\nid = {_toml(EVIL)}\nlabel = 'x'", "list", "slots", "--content", "."
    ),
    "an id to remove": _file(
        "h.toml", f"remove = [{_toml(EVIL)}]", "list", "slots", "--content", "."
    ),
    "what is not read": _file("p.json", PAGE, "import", "FILE"),
    "a missing file": lambda folder: ["render", f"{EVIL}.toml"],
    "a missing document": lambda folder: ["check", f"{EVIL}.md"],
    "a document": _file(f"{EVIL}.md", "# RN Case Manager\n\nJoin [Organization].", "check", "FILE"),
    "a document to mend": _file(f"{EVIL}.md", "# RN Case Manager!!!\n", "check", "FILE", "--fix"),
    "a document's words": _file("d.md", f"# RN Case Manager\n\nJoin [{EVIL}].", "check", "FILE"),
    "a format": lambda folder: ["render", "r.toml", "-f", EVIL],
    "a rule": lambda folder: ["explain", EVIL],
    "a command": lambda folder: [EVIL],
    "an option": lambda folder: ["render", f"--{EVIL}"],
    "a kind of list": lambda folder: ["list", EVIL],
    "an output": lambda folder: ["rules", "-o", f"no/such/{EVIL}"],
    "a folder": lambda folder: ["variants", "r.toml", "--tiers", "entry", "-o", f"{EVIL}"],
    "a duty": lambda folder: ["advise", "--duty", EVIL],
    "a fact": lambda folder: ["new", "--tier", EVIL],
}


@pytest.mark.parametrize("case", CASES)
def test_a_terminal_obeys_nothing(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    if "r.toml" not in str(CASES[case](tmp_path)):
        (tmp_path / "r.toml").write_text("", encoding="utf-8")
    arguments = CASES[case](tmp_path)
    run(*arguments)
    told = capsys.readouterr()
    assert told.out or told.err
    assert obeyed(told.out) == []
    assert obeyed(told.err) == []


NAMES = (b"caf\xe9.md", b"a\nb.md", b"\xff\xfe.md", b"a\x1b[31m.md", "café 案件.md".encode())


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are bytes")
@pytest.mark.parametrize("form", ["text", "json", "sarif", "html", "markdown", "docx"])
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_of_a_file_that_is_no_text_stands_in_every_report(
    tmp_path: Path, name: bytes, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(os.fsdecode(name)).write_text(
        "# RN Case Manager\n\nJoin [Organization].", encoding="utf-8"
    )
    arguments = ("--select", "TPL001", "--today", "2026-11-23", "-f", form, "-o", "report")
    assert run("check", os.fsdecode(name), *arguments) == 1
    made = (tmp_path / "report").read_bytes()
    if form == "docx":
        return
    assert obeyed(made.decode()) == []
    if form != "sarif":
        assert shown(os.fsdecode(name)).partition(".")[0][:1] in made.decode()


def test_an_error_shows_what_it_names_on_its_line() -> None:
    lines = str(InputError([Problem(EVIL, EVIL, EVIL)] * 2, EVIL)).splitlines()
    assert lines == [f"{ESCAPED}: {ESCAPED}: {ESCAPED} ({ESCAPED})"] * 2
    assert obeyed(str(UnknownNameError(EVIL, EVIL, [EVIL]))) == []
    assert str(CaseMgrError(f"{EVIL}\n{EVIL}")) == f"{ESCAPED}\n{ESCAPED}"


@pytest.mark.skipif(not CLI.is_dir(), reason="needs the source")
def test_no_command_prints_in_a_way_of_its_own() -> None:
    found = {
        path.name
        for path in CLI.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("echo", "secho", "print")
    }
    # Progress shows counts, which a terminal may be told to write over.
    assert found == {"_output.py", "_streams.py", "_progress.py"}
