"""Every command that writes: a file is the old one or the new one, and never one that was read."""

import ast
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import click
import pytest

from casemgr_jd.cli import _output
from casemgr_jd.cli.main import main
from casemgr_jd.errors import InputError

ROOT = Path(__file__).resolve().parents[2]
NURSE = ROOT / "examples" / "hospital-senior-rn.toml"
PAGE = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Nurse"}</script>'
THEME = 'accent = "#7a1f3d"\nlogo = "logo.svg"\nlogo_alt = "Lakeside"\n'

FILES: dict[str, tuple[str, ...]] = {
    "render": ("render", "r.toml", "-f", "text", "-o"),
    "json": ("render", "r.toml", "-f", "json", "-o"),
    "word": ("render", "r.toml", "-f", "docx", "-o"),
    "themed": ("render", "r.toml", "-f", "html", "--theme", "t.toml", "-o"),
    "overlaid": ("render", "r.toml", "-f", "text", "--content", "house", "-o"),
    "saved": ("render", "p.json", "-f", "text", "-o"),
    "check": ("check", "r.toml", "--fail-on", "never", "-f", "json", "-o"),
    "document": ("check", "d.md", "--fail-on", "never", "-f", "json", "-o"),
    "facts": (
        "check", "d.md", "--requisition", "r.toml", "--below", "e.md", "--fail-on", "never",
        "-f", "json", "-o",
    ),
    "read": ("read", "d.md", "-o"),
    "interview": ("interview", "r.toml", "-f", "text", "-o"),
    "advise": ("advise", "--from", "d.md", "-f", "text", "-o"),
    "advise a duty": ("advise", "--duty", "therapy", "-f", "text", "-o"),
    "compare": ("compare", "r.toml", "p.json", "-f", "text", "-o"),
    "import": ("import", "w.html", "--force", "-o"),
    "feed": ("feed", "jobs", "-f", "linkedin", "--rejects", "/dev/null", "-o"),
    "list": ("list", "slots", "--content", "house", "-o"),
    "guide": ("guide", "-f", "text", "--content", "house", "-o"),
    "rules": ("rules", "-o"),
    "schema": ("schema", "report", "-o"),
    "new": ("new", "--force", "--content", "house", "-o"),
}  # fmt: skip
"""Every command that writes a file, with the inputs that it takes."""
INPUTS = ("r.toml", "p.json", "d.md", "e.md", "w.html", "t.toml", "house", "jobs")


def run(*arguments: str) -> int:
    try:
        main([*arguments])
    except SystemExit as stop:
        return int(stop.code or 0)
    return 0


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.toml").write_bytes(NURSE.read_bytes())
    (tmp_path / "d.md").write_text("# RN Case Manager\n\n- Coordinate care.\n", encoding="utf-8")
    (tmp_path / "e.md").write_text("# Case Manager\n\n- Plan care.\n", encoding="utf-8")
    (tmp_path / "w.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "t.toml").write_text(THEME, encoding="utf-8")
    (tmp_path / "logo.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg'></svg>", encoding="utf-8"
    )
    (tmp_path / "house").mkdir()
    slots = '[[slots]]\nid = "union"\nlabel = "Union"\n'
    (tmp_path / "house" / "slots.toml").write_text(slots, encoding="utf-8")
    (tmp_path / "jobs").mkdir()
    (tmp_path / "jobs" / "one.toml").write_bytes(NURSE.read_bytes())
    assert run("render", "r.toml", "-f", "json", "-o", "p.json") == 0
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def read_by(name: str) -> Iterator[str]:
    given = [one for one in FILES[name] if one in INPUTS]
    for one in given:
        if one == "t.toml":
            yield "logo.svg"
        yield {"house": "house/slots.toml", "jobs": "jobs/one.toml"}.get(one, one)


CASES = [(name, one) for name in FILES for one in read_by(name)]


def test_the_cases_cover_every_command_that_writes() -> None:
    from casemgr_jd.cli.main import program

    context = click.Context(program)
    group = cast("click.Group", program)
    commands = {name: group.get_command(context, name) for name in group.list_commands(context)}
    writing = {
        name
        for name, one in commands.items()
        if one and any(p.name == "output" for p in one.params)
    }
    covered = {arguments[0] for arguments in FILES.values()}
    assert writing - covered == {"variants", "batch"}
    assert len(CASES) > 15


@pytest.mark.parametrize("link", ["", "symbolic", "hard", "dots"])
@pytest.mark.parametrize(("name", "read"), CASES, ids=str)
def test_nothing_is_written_over_what_was_read(
    folder: Path, name: str, read: str, link: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = read
    if link == "symbolic":
        Path("link").symlink_to(read)
        target = "link"
    elif link == "hard":
        os.link(read, "link")
        target = "link"
    elif link == "dots":
        target = f"house/../{read}"
    before = contents(folder)
    assert run(*FILES[name], target) == 2
    told = capsys.readouterr()
    assert (told.out, contents(folder)) == ("", before)
    assert f"{target}: is what was read" in told.err or "is the file to check" in told.err


@pytest.mark.parametrize("name", FILES)
def test_a_failure_while_writing_leaves_the_old_file_whole(
    folder: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on a disk that fills up: the last step that makes the bytes safe fails."""
    (folder / "out").write_text("old", encoding="utf-8")
    before = contents(folder)

    def full(number: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", full)
    assert run(*FILES[name], "out") == 2
    assert f"out: cannot be written: {os.strerror(28)}" in capsys.readouterr().err
    assert contents(folder) == before


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("target", ["", "  ", "house", "no/such/folder/x", "a\0b", "x" * 300])
def test_where_nothing_can_be_written_is_told(
    folder: Path, name: str, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)
    assert run(*FILES[name], target) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert contents(folder) == before


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_anew_and_nothing_else_is_left(folder: Path, name: str) -> None:
    (folder / "out").write_text("old", encoding="utf-8")
    (folder / "out").chmod(0o640)
    before = contents(folder)
    assert run(*FILES[name], "out") in (0, 1)
    after = contents(folder)
    # A requisition names the schema for editors, which stands beside it.
    schema = {"requisition.schema.json"} if name in ("new", "import") else set()
    assert after.keys() == before.keys() | schema
    assert len(after["out"]) > 3
    assert (folder / "out").stat().st_mode & 0o777 == 0o640


def test_a_link_stays_one_and_what_it_leads_to_is_written(folder: Path) -> None:
    Path("real").write_text("old", encoding="utf-8")
    Path("link").symlink_to("real")
    assert run("rules", "-o", "link") == 0
    assert Path("link").is_symlink()
    assert Path("real").stat().st_size > 1000


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the devices of Linux")
def test_a_device_takes_what_is_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rules", "-o", "/dev/null") == 0
    assert Path("/dev/null").is_char_device()
    assert run("rules", "-o", "/dev/full") == 2
    assert "/dev/full: cannot be written" in capsys.readouterr().err


def test_a_read_only_file_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out").write_text("old", encoding="utf-8")
    (folder / "out").chmod(0o444)
    assert run("rules", "-o", "out") == 2
    assert "out: is read-only" in capsys.readouterr().err
    assert (folder / "out").read_text(encoding="utf-8") == "old"


# --- folders -----------------------------------------------------------------------------------------


FOLDERS = {
    "variants": ("variants", "r.toml", "--tiers", "entry,senior", "-o"),
    "gallery": ("render", "r.toml", "--gallery"),
}


@pytest.mark.parametrize("name", FOLDERS)
@pytest.mark.parametrize("target", ["", "-", "r.toml", "r.toml/x", "a\0b"])
def test_what_can_be_no_folder_is_told(
    folder: Path, name: str, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(folder)
    assert run(*FOLDERS[name], target) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert contents(folder) == before
    assert not Path("-").exists()


@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_is_written_whole_or_not_at_all(
    folder: Path,
    name: str,
    there: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if there:
        Path("out").mkdir()
    before = contents(folder)
    written: list[str] = []
    write_bytes = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        # By now the files are in a folder that says what it is.
        assert path.parent.name.endswith(_output.UNFINISHED)
        written.append(path.name)
        if len(written) == 2:
            raise OSError(28, os.strerror(28))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert run(*FOLDERS[name], "out") == 2
    assert f"out: cannot be written: {os.strerror(28)}" in capsys.readouterr().err
    assert contents(folder) == before
    assert Path("out").exists() == there


def test_files_of_other_names_stay_and_those_of_the_same_are_new(folder: Path) -> None:
    assert run(*FOLDERS["variants"], "out") == 0
    first = contents(folder / "out")
    assert len(first) == 2
    (folder / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    one = next(iter(first))
    (folder / "out" / one).write_text("old", encoding="utf-8")
    assert run(*FOLDERS["variants"], "out") == 0
    assert contents(folder / "out") == {**first, "mine.txt": b"mine"}


def test_a_folder_does_not_take_the_place_of_what_was_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("out").mkdir()
    assert run(*FOLDERS["variants"], "out", "-f", "markdown") == 0
    one = min(Path("out").iterdir())
    one.unlink()
    os.link("r.toml", one)
    before = contents(folder)
    assert run(*FOLDERS["variants"], "out", "-f", "markdown") == 2
    assert "is what was read" in capsys.readouterr().err
    assert contents(folder) == before


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals that nothing can catch")
@pytest.mark.parametrize("target", ["file", "folder"])
def test_a_run_that_is_killed_leaves_no_half(folder: Path, target: str) -> None:
    """Killed as soon as the unfinished thing shows; what is left beside the old one says so."""
    Path("out").write_text("old", encoding="utf-8")
    if target == "file":
        line = "import os, time; os.fsync = lambda number: time.sleep(60)"
        arguments = ["rules", "-o", "out"]
    else:
        line = "import pathlib, time; pathlib.Path.write_bytes = lambda *_: time.sleep(60)"
        arguments = ["variants", "r.toml", "-o", "many"]
    code = f"{line}\nfrom casemgr_jd.cli.main import main\nmain({arguments!r})"
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as process:
        while not any(_output.UNFINISHED in name for name in os.listdir(".")):
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    assert Path("out").read_text(encoding="utf-8") == "old"
    assert not Path("many").exists()
    left = {name for name in os.listdir(".") if "out" in name or "many" in name}
    assert {name for name in left if not name.endswith(_output.UNFINISHED)} == {"out"}


SLOW = """
import pathlib, time
replace = pathlib.Path.replace
def slow(path, target):
    if path.name.startswith({last!r}):
        time.sleep(60)
    return replace(path, target)
pathlib.Path.replace = slow
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals that nothing can catch")
def test_a_mix_of_old_and_new_files_is_never_silent(folder: Path) -> None:
    """Killed between the renames of two files: what waits is there to be seen, until it is made anew."""
    assert run(*FOLDERS["variants"], "out") == 0
    first = contents(folder / "out")
    for name in first:
        (folder / "out" / name).write_text("old", encoding="utf-8")
    last = max(first)
    main_line = f"from casemgr_jd.cli.main import main\nmain({[*FOLDERS['variants'], 'out']!r})"
    code = SLOW.format(last=last) + main_line
    with subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.DEVNULL) as process:
        while (folder / "out" / min(first)).read_text(encoding="utf-8") == "old":
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    left = {name: data for name, data in contents(folder / "out").items() if name not in first}
    assert (folder / "out" / last).read_text(encoding="utf-8") == "old"
    (waiting,) = left
    assert Path(waiting).parent.name.endswith(_output.UNFINISHED)
    assert not waiting.startswith(".")
    assert (Path(waiting).name, left[waiting]) == (last, first[last])
    assert run(*FOLDERS["variants"], "out") == 0
    assert contents(folder / "out") == first
    assert {path.name for path in (folder / "out").iterdir()} == {*first}


def test_a_file_that_cannot_take_its_place_is_told_and_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*FOLDERS["variants"], "out") == 0
    first = contents(folder / "out")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if path.name == max(first):
            raise PermissionError(13, os.strerror(13))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert run(*FOLDERS["variants"], "out") == 2
    told = capsys.readouterr().err
    assert "holds old files and new ones" in told
    waiting = told.rpartition("those that wait are in ")[2].strip().removesuffix(")")
    assert [one.name for one in Path(waiting).iterdir()] == [max(first)]


# --- two outputs --------------------------------------------------------------------------------------

ROWS = "organization,tier\nLakeside,senior\nLakeside,zebra\n"
FEED = ("feed", "jobs", "-f", "linkedin")
BATCH = ("batch", "rows.csv", "--quiet")
SAME: tuple[tuple[str, ...], ...] = (
    (*FEED, "-o", "x", "--rejects", "x"),
    (*FEED, "-o", "x", "--rejects", "house/../x"),
    (*FEED, "-o", "old", "--rejects", "link"),
    (*FEED, "-o", "old", "--rejects", "hard"),
    (*FEED, "--rejects", "-"),
    (*FEED, "-o", "-", "--rejects", "-"),
    (*BATCH, "-o", "x.jsonl", "--rejects", "x.jsonl"),
    (*BATCH, "-o", "x.jsonl", "--rejects", "./x.jsonl.manifest.jsonl"),
    (*BATCH, "-o", "x.jsonl", "--rejects", "x.jsonl.journal"),
    (*BATCH, "-o", "x", "--rejects", "x/manifest.jsonl"),
    (*BATCH, "-o", "-"),
    (*BATCH, "-o", "x", "--rejects", "-"),
    (*BATCH, "-o", "x", "--rejects", ""),
    (*BATCH, "-o", ""),
)


@pytest.mark.parametrize("arguments", SAME, ids=" ".join)
def test_one_file_is_not_taken_for_two_outputs(
    folder: Path, arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text(ROWS, encoding="utf-8")
    Path("old").write_text("old", encoding="utf-8")
    Path("link").symlink_to("old")
    os.link("old", "hard")
    before = contents(folder)
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert (told.out, contents(folder)) == ("", before)
    assert re.search("is named for two outputs|is standard output|has no name", told.err)


def test_what_goes_nowhere_may_go_there_twice(folder: Path) -> None:
    assert run(*FEED, "-o", os.devnull, "--rejects", os.devnull) in (0, 1)


@pytest.mark.parametrize("output", ["out.jsonl", "out"])
def test_mended_rejects_are_not_written_over_by_the_next_ones(
    folder: Path, output: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The rejects of a run are what the next one reads, and nobody named another place for its own."""
    Path("rows.csv").write_text(ROWS, encoding="utf-8")
    Path("out").mkdir()
    assert run(*BATCH, "-o", output) == 1
    (rejects,) = folder.rglob("*rejects.csv")
    before = contents(folder)
    assert run("batch", str(rejects), "--quiet", "-o", output) == 2
    assert "is what was read" in capsys.readouterr().err
    assert contents(folder) == before


# --- tables, which are written as they are read -------------------------------------------------------


@pytest.mark.parametrize("link", [False, True])
@pytest.mark.parametrize("read", ["rows.csv", "map.toml"])
@pytest.mark.parametrize("option", ["-o", "--rejects"])
def test_no_table_is_written_over_what_was_read(
    folder: Path, option: str, read: str, link: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("rows.csv").write_text("organization\nLakeside\n", encoding="utf-8")
    Path("map.toml").write_text("[columns]\norganization = 'organization'\n", encoding="utf-8")
    target = "link" if link else read
    if link:
        Path("link").symlink_to(read)
    before = contents(folder)
    more = ["-o", "out"] if option == "--rejects" else []
    assert run("batch", "rows.csv", "--map", "map.toml", *more, option, target) == 2
    assert f"{target}: is what was read" in capsys.readouterr().err
    assert contents(folder) == before


# --- one way ------------------------------------------------------------------------------------------

CLI = ROOT / "src" / "casemgr_jd" / "cli"


@pytest.mark.skipif(not CLI.exists(), reason="needs the source")
def test_no_command_has_a_way_of_its_own_to_write_files() -> None:
    own = {"write_bytes", "write_text", "rename", "mkdir", "unlink", "rmtree", "fsync"}
    found = {
        path.name
        for path in CLI.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in own
    }
    assert found == {"_output.py"}


def test_an_error_in_making_the_files_is_told_as_it_is(tmp_path: Path) -> None:
    def made() -> Iterator[tuple[str, bytes]]:
        yield "a", b"a"
        raise InputError([], "x")

    with pytest.raises(InputError) as told:
        _output.write_folder(str(tmp_path / "out"), made())
    assert told.value.source == "x"
    assert not list(tmp_path.iterdir())
