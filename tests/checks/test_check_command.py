"""``casemgr-jd check``, ``explain`` and ``rules``: what they print where, and with which exit status."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from casemgr_jd.checks.rules import rules

GOOD = "# Case Manager\n\nJoin Lakeside Health.\n"
BAD = "# Case Manager\n\nJoin [Organization].\n\nApply now!!!  Today.\n"
DAY = ("--today", "2026-11-23")


def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "casemgr_jd", *arguments],
        capture_output=True,
        cwd=folder,
        text=True,
        encoding="utf-8",
        check=False,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "good.md").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_the_exit_status_follows_the_severity_asked_for(folder: Path) -> None:
    def status(name: str, *more: str) -> int:
        return run("check", name, *DAY, *more, folder=folder).returncode

    assert status("bad.md", "--select", "TPL001") == 1
    assert status("bad.md", "--select", "TPL001", "--fail-on", "never") == 0
    assert status("bad.md", "--select", "PRO014") == 0
    assert status("bad.md", "--select", "PRO014", "--fail-on", "warning") == 1
    assert status("good.md", "--select", "TPL,PRO014", "--fail-on", "info") == 0


def test_codes_are_selected_and_ignored(folder: Path) -> None:
    codes = ("--select", "TPL,shouting", "--ignore", "blank-left")
    done = run("check", "bad.md", *DAY, "-f", "json", *codes, folder=folder)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["PRO014"]


def test_each_form_goes_to_standard_output_or_to_a_file(folder: Path) -> None:
    for form, start in (
        ("text", "bad.md: 1 error."),
        ("json", "{"),
        ("sarif", "{"),
        ("html", "<!DOCTYPE html>"),
        ("markdown", "# Report on Case Manager"),
    ):
        shown = run("check", "bad.md", *DAY, "--select", "TPL001", "-f", form, folder=folder)
        assert (shown.returncode, shown.stderr) == (1, "")
        assert shown.stdout.startswith(start)
        assert shown.stdout.endswith("\n")
        assert "not legal advice" in shown.stdout
        run("check", "bad.md", *DAY, "--select", "TPL001", "-f", form, "-o", "out", folder=folder)
        assert (folder / "out").read_text(encoding="utf-8") == shown.stdout


def test_json_fits_the_schema_that_the_command_prints(folder: Path) -> None:
    schema = json.loads(run("check", "--schema", folder=folder).stdout)
    report = json.loads(run("check", "bad.md", *DAY, "-f", "json", folder=folder).stdout)
    jsonschema.validate(report, schema)
    assert report["document"] == "bad.md"


def test_a_requisition_is_checked_under_its_file_name_with_its_suppressions(folder: Path) -> None:
    text = 'setting = "hospital"\n[[suppress]]\ncode = "TPL"\nreason = "A form to fill in"\n'
    (folder / "r.toml").write_text(text, encoding="utf-8")
    report = json.loads(run("check", "r.toml", *DAY, "-f", "json", folder=folder).stdout)
    assert report["document"] == "r.toml"
    assert report["counts"]["suppressed"] > 2
    assert not [one for one in report["findings"] if one["code"].startswith("TPL")]


def test_a_requisition_gives_a_document_its_facts_and_suppressions(folder: Path) -> None:
    text = '[[suppress]]\ncode = "TPL001"\nreason = "A form to fill in"\n'
    (folder / "r.toml").write_text(text, encoding="utf-8")
    done = run("check", "bad.md", *DAY, "--requisition", "r.toml", "--select", "TPL", folder=folder)
    assert done.returncode == 0
    assert "1 accepted" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "none.md"), "none.md: cannot be read"),
        (("check", "none.toml"), "none.toml: cannot be read"),
        (("check", "nothing"), "holds no document"),
        (("check", "*.html"), "fits no document"),
        (("check", "empty.md"), "empty.md: is empty"),
        (("check", "binary.txt"), "binary.txt: is no text"),
        (("check", "binary.toml"), "binary.toml: "),
        (("check", "list.json"), "list.json: "),
        (("check", "posting.odt"), "a suffix we do not know"),
        (("check", "bad.md", "--select", "TPL9"), "unknown rule 'TPL9'"),
        (("check", "bad.md", "--ignore", "blank-lfet"), "did you mean 'blank-left'"),
        (("check", "bad.md", "--today", "2026-02-30"), "does not match the format"),
        (("check", "bad.md", "--fail-on", "fatal"), "'fatal' is not one of"),
        (("check", "bad.md", "-f", "xml"), "unknown format 'xml'"),
        (("check", "bad.md", "-o", "bad.md"), "is the file to check"),
        (("check", "bad.md", "-o", "no/such/folder"), "cannot be written"),
        (("check", "bad.md", "--requisition", "none.toml"), "none.toml: cannot be read"),
        (("check", "r.toml", "--requisition", "r.toml"), "is for a document"),
        (("check",), "Missing argument"),
        (("explain", "TPL9"), "unknown rule 'TPL9'"),
        (("explain", "blank-lfet"), "did you mean"),
    ],
)
def test_bad_input_is_told_in_a_line_and_exits_with_two(
    folder: Path, arguments: tuple[str, ...], words: str
) -> None:
    (folder / "nothing").mkdir()
    (folder / "empty.md").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"a\x00b")
    (folder / "binary.toml").write_bytes(b"\xff\x00")
    (folder / "list.json").write_bytes(b"[1]")
    (folder / "posting.odt").write_bytes(b"x")
    (folder / "r.toml").write_bytes(b"")
    done = run(*arguments, folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "bad.md").read_text(encoding="utf-8") == BAD


# --- rules and explain -------------------------------------------------------------------------------


def test_rules_are_listed_as_lines_and_as_data(folder: Path) -> None:
    codes = [rule.code for rule in rules()]
    lines = run("rules", folder=folder).stdout.splitlines()
    assert [line.split()[0] for line in lines] == codes
    rows = json.loads(run("rules", "-f", "json", folder=folder).stdout)
    assert [row["code"] for row in rows] == codes
    assert all(row["sources"] and row["why"] for row in rows)


def test_a_rule_is_explained_by_code_or_slug(folder: Path) -> None:
    shown = run("explain", "tpl001", folder=folder)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == run("explain", "blank-left", folder=folder).stdout
    for words in ("TPL001 blank-left", "Bad:", "Good:", "Sources:", "not legal advice"):
        assert words in shown.stdout


# --- --fix -------------------------------------------------------------------------------------------

FIXED = "# Case Manager\n\nJoin [Organization].\n\nApply now! Today.\n"


def test_fix_mends_the_file_and_reports_on_what_is_left(folder: Path) -> None:
    done = run("check", "bad.md", *DAY, "--fix", "--select", "TPL001,PRO014", folder=folder)
    assert (folder / "bad.md").read_text(encoding="utf-8") == FIXED
    assert "bad.md:5: fixed symbols: 'Apply now!!!  Today.' -> 'Apply now!  Today.'" in done.stderr
    assert "bad.md:5: fixed whitespace" in done.stderr
    assert "TPL001" in done.stdout
    assert "PRO014" not in done.stdout
    assert done.returncode == 1


def test_fix_writes_nothing_where_nothing_is_to_fix(folder: Path) -> None:
    path = folder / "good.md"
    os.utime(path, ns=(10**18, 10**18))
    before = path.stat()
    done = run("check", "good.md", *DAY, "--fix", "--select", "TPL", folder=folder)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert "good.md: nothing to fix" in done.stderr
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("data", "fixed"),
    [
        (b"\xef\xbb\xbf# A\r\n\r\nb  c\r\n", b"\xef\xbb\xbf# A\r\n\r\nb c\r\n"),
        ("# A\r\nMontréal  now!!".encode("utf-16"), "# A\r\nMontréal now!".encode("utf-16")),
        ("# A\n\nMontréal  now".encode("latin-1"), "# A\n\nMontréal now".encode("latin-1")),
        (b"# A\n\nb  c\r\nd\re", b"# A\n\nb c\r\nd\re"),
    ],
)
def test_fix_keeps_encoding_and_line_endings(folder: Path, data: bytes, fixed: bytes) -> None:
    path = folder / "a.txt"
    path.write_bytes(data)
    path.chmod(0o640)
    run("check", "a.txt", *DAY, "--fix", "--select", "TPL", folder=folder)
    assert path.read_bytes() == fixed
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in folder.iterdir()) == ["a.txt", "bad.md", "good.md"]


def test_fix_follows_a_link_to_the_file(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "bad.md")
    run("check", "link.md", *DAY, "--fix", folder=folder)
    assert (folder / "link.md").is_symlink()
    assert (folder / "bad.md").read_text(encoding="utf-8") == FIXED


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.docx", "mend it where it was made"),
        ("a.html", "mend it where it was made"),
        ("a.toml", "mend it where it was made"),
        ("a.json", "mend it where it was made"),
        ("zip.md", "is not text"),
        ("none.md", "cannot be read"),
        ("only.md", "is read-only"),
        ("-", "standard input: cannot be mended"),
    ],
)
def test_fix_refuses_what_it_cannot_mend(folder: Path, name: str, words: str) -> None:
    for other in ("a.docx", "a.html", "a.toml", "a.json"):
        (folder / other).write_text(BAD, encoding="utf-8")
    (folder / "zip.md").write_bytes(b"PK\x03\x04!!!")
    (folder / "only.md").write_text(BAD, encoding="utf-8")
    (folder / "only.md").chmod(0o444)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = run("check", name, *DAY, "--fix", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_the_requisition_of_a_document_may_use_slots_of_an_overlay(folder: Path) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "slots.toml").write_text('[[slots]]\nid = "badge"\n', encoding="utf-8")
    (folder / "facts.toml").write_text('[extra]\nbadge = "blue"\n', encoding="utf-8")
    arguments = ("check", "good.md", *DAY, "--fail-on", "never", "--requisition", "facts.toml")
    assert run(*arguments, folder=folder).returncode == 2
    assert run(*arguments, "--content", "house", folder=folder).returncode == 0


@pytest.mark.parametrize("name", ["law", "report"])
def test_a_schema_is_printed_for_editors(folder: Path, name: str) -> None:
    done = run("schema", name, folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    jsonschema.Draft202012Validator.check_schema(json.loads(done.stdout))
    wrong = run("schema", "laws", folder=folder)
    assert wrong.returncode == 2
    assert "did you mean 'law'" in wrong.stderr
