"""The command line at its edges: closed and full streams, other encodings, and input that breaks readers."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
HOSPITAL = str(EXAMPLES / "hospital-senior-rn.toml")
COMMAND = [sys.executable, "-m", "casemgr_jd"]


def run(
    *arguments: str, folder: Path | None = None, stdin: bytes = b"", **environment: str
) -> tuple[int, str, str]:
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell in which ``$JD`` is the command."""
    return subprocess.run(
        ["bash", "-c", f'set -o pipefail; JD() {{ {" ".join(COMMAND)} "$@"; }}; {line}'],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


posix = pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")


@posix
@pytest.mark.parametrize("closed", ["", "2>&-"])
def test_a_reader_that_leaves_early_is_no_failure(closed: str) -> None:
    done = shell(f"JD rules {closed} | head -1")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize(
    "arguments", ["rules", "--help", f"render {HOSPITAL}", f"check {HOSPITAL}"]
)
def test_output_that_cannot_be_written_is_told_and_exits_with_two(arguments: str) -> None:
    done = shell(f"JD {arguments} > /dev/full")
    assert done.returncode == 2
    assert "standard output: cannot be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert "ignored" not in done.stderr


@posix
@pytest.mark.parametrize(
    "line",
    [f"check {HOSPITAL} --fail-on never >&-", f"render {HOSPITAL} -f json >&-", "rules <&- >&-"],
)
def test_closed_streams_do_no_harm(line: str) -> None:
    done = shell(f"JD {line}")
    assert (done.returncode, done.stderr) == (0, "")


@posix
@pytest.mark.parametrize(
    "line", ["render -", "interview -", "advise --from -", "new --interactive"]
)
def test_nothing_is_made_of_a_standard_input_that_is_closed(line: str) -> None:
    done = shell(f"JD {line} <&-")
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input: is closed" in done.stderr or "needs a terminal" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "utf-16", "utf-8"])
def test_standard_input_reads_like_a_file_in_every_encoding(encoding: str) -> None:
    text = '\ufefforganization = "Café"\r\n'.encode()
    status, output, _ = run("render", "-", "-f", "text", stdin=text, PYTHONIOENCODING=encoding)
    assert status == 0
    assert "Café" in output


def test_standard_input_that_is_not_text_is_told() -> None:
    status, output, error = run("render", "-", stdin=b'organization = "\xff"')
    assert (status, output) == (2, "")
    assert "standard input: is not UTF-8 text" in error


@pytest.mark.parametrize("name", ["a.toml", "a.json", "house", "theme.toml"])
def test_numbers_beyond_all_measure_are_told(tmp_path: Path, name: str) -> None:
    number = "9" * 10_000
    (tmp_path / "a.toml").write_text(f"employees = {number}", encoding="utf-8")
    (tmp_path / "a.json").write_text(f'{{"employees": {number}}}', encoding="utf-8")
    (tmp_path / "theme.toml").write_text(f"accent = {number}", encoding="utf-8")
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "slots.toml").write_text(f"a = {number}", encoding="utf-8")
    more = {
        "house": (HOSPITAL, "--content", "house"),
        "theme.toml": (HOSPITAL, "-f", "html", "--theme", name),
    }
    status, output, error = run("render", *more.get(name, (name,)), folder=tmp_path)
    assert (status, output) == (2, "")
    assert "is not valid" in error
    assert "Traceback" not in error


@pytest.mark.parametrize("content", [b"\xff\xfea", None], ids=["not text", "a folder"])
def test_an_overlay_that_cannot_be_read_is_told(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "house" / "slots.toml"
    file.parent.mkdir()
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    status, output, error = run("render", HOSPITAL, "--content", "house", folder=tmp_path)
    assert (status, output) == (2, "")
    assert "slots.toml" in error
    assert "Traceback" not in error


def test_no_value_is_lost_because_its_key_stands_twice(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"tier": "senior", "tier": "lead"}', encoding="utf-8")
    status, _, error = run("render", "a.json", folder=tmp_path)
    assert status == 2
    assert "'tier' stands twice" in error


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("variants", HOSPITAL, "-o", "out", "--tiers", " , "), "--tiers names nothing"),
        (("variants", HOSPITAL, "-o", "out", "--settings", ""), "--settings names nothing"),
        (("compare", "-", "-"), "standard input holds one requisition"),
        (("new", "--location", ",,,"), "locations"),
        (("new", "--location", "Denver,"), "locations"),
        (("check", "old.md", "--content", "nowhere"), "nowhere: is neither a folder"),
    ],
)
def test_options_that_would_do_nothing_are_refused(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    (tmp_path / "old.md").write_text("# RN Case Manager\n", encoding="utf-8")
    status, output, error = run(*arguments, folder=tmp_path)
    assert (status, output) == (2, "")
    assert words in error
    assert not (tmp_path / "out").exists()


def test_what_was_mended_shows_readably_where_the_file_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("# RN Case Manager, Café!!!\n".encode("cp1252"))
    _, _, error = run("check", "a.md", "--fix", "--fail-on", "never", folder=tmp_path)
    assert "\\udc" not in error
    assert "Caf\ufffd" in error
    assert (tmp_path / "a.md").read_bytes() == "# RN Case Manager, Café\n".encode("cp1252")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("r.html", "<!DOCTYPE html>"),
        ("r.JSON", '{"schema_version"'),
        ("r.sarif", '{"$schema"'),
        ("r.md", "# Report"),
        ("r.txt", "a.md:"),
        ("r", "a.md:"),
    ],
)
def test_the_suffix_of_a_report_tells_its_format(tmp_path: Path, name: str, start: str) -> None:
    (tmp_path / "a.md").write_text("# RN Case Manager\n\nJoin [Organization].", encoding="utf-8")
    arguments = ("check", "a.md", "--today", "2026-11-23", "--select", "TPL001")
    status, output, _ = run(*arguments, "-o", name, folder=tmp_path)
    assert (status, output) == (1, "")
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert "".join(written.split()).startswith("".join(start.split()))


@pytest.mark.parametrize(("name", "start"), [("r.docx", b"PK"), ("r.PDF", b"%PDF-")])
def test_a_report_is_not_text_under_the_name_of_another_format(
    tmp_path: Path, name: str, start: bytes
) -> None:
    (tmp_path / "a.md").write_text("# RN Case Manager\n", encoding="utf-8")
    status, output, _ = run("check", "a.md", "-o", name, "--fail-on", "never", folder=tmp_path)
    assert (status, output) == (0, "")
    assert (tmp_path / name).read_bytes().startswith(start)


ASCII: Any = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""A computer whose encoding is not UTF-8, and is taken at its word."""


@posix
def test_words_of_another_alphabet_are_written_whole_under_any_locale() -> None:
    status, output, error = run("new", "--organization", "Zoë", **ASCII)
    assert (status, error) == (0, "")
    assert 'organization = "Zoë"' in output
    status, output, _ = run(
        "render", "-", "-f", "text", stdin='organization = "Zoë"'.encode(), **ASCII
    )
    assert status == 0
    assert "Zoë" in output


@posix
@pytest.mark.parametrize("environment", [{}, ASCII], ids=["UTF-8", "ASCII"])
def test_words_that_are_no_text_are_refused_and_not_cut(environment: Any) -> None:
    words = os.fsdecode(b"Zo\xeb")
    status, output, error = run("new", "--organization", words, **environment)
    assert (status, output) == (2, "")
    assert "organization: holds bytes that are not UTF-8" in error


@posix
@pytest.mark.parametrize("name", ["Zoë.toml", os.fsdecode(b"Zo\xeb.toml")], ids=ascii)
def test_a_file_of_such_a_name_is_read_or_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('organization = "Lakeside"', encoding="utf-8")
    status, output, error = run("render", name, "-f", "text", folder=tmp_path, **ASCII)
    assert "Lakeside" in output if status == 0 else "cannot be read" in error
    assert "Traceback" not in error
    assert run("render", name, "-f", "text", folder=tmp_path)[0] == 0


def _ending(before: str) -> str:
    """What a program writes after the command has run in it (``casemgr-jd --version``)."""
    code = f"""
import sys
from casemgr_jd.cli.main import command
{before}
sys.argv = ["casemgr-jd", "--version"]
command()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.partition("\n")[2]


def test_a_command_ends_at_once_and_leaves_nothing_undone() -> None:
    held = "class Held:\n    def __del__(self): print('gone through', flush=True)\nkept = Held()"
    assert _ending(held) == ""
    in_order = "import atexit; atexit.register(print, 'left in order', end='')"
    assert _ending(in_order) == "left in order"


def test_a_command_waits_for_work_that_goes_on() -> None:
    work = """
import threading
def work():
    threading.main_thread().join()
    print("done", flush=True)
threading.Thread(target=work).start()
"""
    assert _ending(work) == "done\n"
