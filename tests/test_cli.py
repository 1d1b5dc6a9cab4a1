"""The command line: what it prints where, and with which exit status."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parent.parent / "examples"
HOSPITAL = EXAMPLES / "hospital-senior-rn.toml"


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "casemgr_jd", *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_main_job_prints_a_complete_posting() -> None:
    done = run("render", str(HOSPITAL), "--strict")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Senior RN Case Manager\n")
    assert "utilization review" in done.stdout


def test_every_example_renders_without_a_blank() -> None:
    examples = sorted(EXAMPLES.glob("*.toml"))
    assert len(examples) >= 10
    for example in examples:
        done = run("render", str(example), "--strict", "-f", "text")
        assert (done.returncode, done.stderr) == (0, ""), example.name


def test_blanks_under_strict_are_named_and_exit_with_one() -> None:
    done = run("render", "-", "--strict", stdin='setting = "hospital"')
    assert done.returncode == 1
    assert "Organization" in done.stderr
    assert done.stdout.startswith("# Case Manager")


def test_all_problems_of_a_file_are_told_at_once_without_a_traceback() -> None:
    done = run(
        "render", "-",
        stdin='setting = "hospitl"\nfoo = 1\napply_url = "x.example"\n[pay]\nminimum = 9\nmaximum = 2\n',
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    for words in ("foo", "pay.minimum", "https://x.example", "did you mean 'hospital'?"):
        assert words in done.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [('a = [\n"x"\n', "line"), ("\x00", "TOML"), ('pay = "much"', "pay: must be a table")],
)
def test_a_file_that_is_no_requisition_exits_with_two(text: str, words: str) -> None:
    done = run("render", "-", stdin=text)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr or "TOML" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rendr",), "did you mean 'render'?"),
        (("render", "no-such-file.toml"), "cannot be read"),
        (("render", str(HOSPITAL), "-f", "markdwon"), "did you mean 'markdown'?"),
        (("render", str(HOSPITAL), "-o", "no/such/folder/x.md"), "cannot be written"),
        (("render", str(HOSPITAL), "--content", "nowhere"), "nor an installed overlay"),
        (("new", "--tier", "senoir"), "did you mean 'senior'?"),
    ],
)
def test_a_mistake_on_the_command_line_exits_with_two(
    arguments: tuple[str, ...], words: str
) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_the_new_requisition_renders_as_it_is_and_with_every_line_uncommented(
    tmp_path: Path,
) -> None:
    target = tmp_path / "new.toml"
    assert (
        run("new", "--setting", "hospital", "--tier", "senior", "-o", str(target)).returncode == 0
    )
    text = target.read_text(encoding="utf-8")
    assert run("render", str(target)).returncode == 0
    keys = re.compile(r"^# (?=\w+ = |    |\]$)", re.MULTILINE)
    done = run("render", "-", stdin=keys.sub("", text))
    assert done.returncode == 0, done.stderr


def test_list_items_prints_every_item_of_the_guide() -> None:
    rows = json.loads(run("list", "items", "-f", "json").stdout)
    assert len(rows) >= 150
    assert set(rows[0]) == {"id", "kind", "text", "options"}


@pytest.mark.parametrize(
    "kind",
    [
        "settings",
        "tiers",
        "roles",
        "kpis",
        "caseloads",
        "slots",
        "sections",
        "formats",
        "jurisdictions",
    ],
)
def test_every_kind_can_be_listed(kind: str) -> None:
    assert len(run("list", kind).stdout.splitlines()) >= 3
    assert json.loads(run("list", kind, "-f", "json").stdout)


def test_a_posting_as_json_renders_like_its_requisition(tmp_path: Path) -> None:
    saved = tmp_path / "posting.json"
    assert run("render", str(HOSPITAL), "-o", str(saved)).returncode == 0
    assert run("render", str(saved)).stdout == run("render", str(HOSPITAL)).stdout


def test_the_writer_sees_tips_and_the_candidate_does_not() -> None:
    assert "*Tip:*" in run("render", str(HOSPITAL), "--audience", "writer").stdout
    assert "Tip" not in run("render", str(HOSPITAL)).stdout


def test_a_suffix_that_several_formats_have_must_be_named(tmp_path: Path) -> None:
    done = run("render", str(HOSPITAL), "-o", str(tmp_path / "feed.xml"))
    assert done.returncode == 2
    assert "name the format with -f" in done.stderr
    assert not (tmp_path / "feed.xml").exists()
    named = ("-f", "indeed", "--posted-on", "2026-11-20", "-o", str(tmp_path / "feed.xml"))
    assert run("render", str(HOSPITAL), *named).returncode == 0


def test_losses_go_to_standard_error() -> None:
    done = run("render", str(HOSPITAL), "--losses")
    assert "employees" in done.stderr
    assert "employees" not in done.stdout


def test_losses_tell_what_stands_in_the_text_only() -> None:
    done = run("render", str(HOSPITAL), "-f", "linkedin", "--losses")
    (line,) = [one for one in done.stderr.splitlines() if one.startswith("in the text only: ")]
    assert "flsa_status" in line
    assert "organization" not in line


def test_variants_are_written_and_ruled_out_pairs_are_told(tmp_path: Path) -> None:
    done = run(
        "variants", str(HOSPITAL), "--settings", "hospital,specialty", "--roles", "rn",
        "--tiers", "entry,senior", "-o", str(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0
    assert len(list(tmp_path.glob("*.md"))) == 2
    assert "rn in specialty" in done.stderr


def test_two_processes_write_the_variants_that_one_writes(tmp_path: Path) -> None:
    common = ("variants", str(HOSPITAL), "--settings", "hospital,managed_care,behavioral")
    axes = (
        "--tiers",
        "entry,senior,lead",
        "--editions",
        "full,board",
        "--locations",
        "Denver, CO; Boise, ID",
    )
    for jobs in ("1", "2"):
        done = run(*common, *axes, "--jobs", jobs, "-o", str(tmp_path / jobs))
        assert done.returncode == 0, done.stderr
        assert done.stderr.endswith(f"36 postings in {tmp_path / jobs}\n")
    alone, together = (
        {one.name: one.read_bytes() for one in (tmp_path / jobs).iterdir()} for jobs in ("1", "2")
    )
    assert len(alone) == 36
    assert together == alone


def test_what_one_process_cannot_render_is_told_as_if_there_were_one(tmp_path: Path) -> None:
    sparse = tmp_path / "sparse.toml"
    sparse.write_text('schema_version = 1\norganization = "Lakeside"\n', encoding="utf-8")
    told = []
    for jobs in ("1", "2"):
        folder = tmp_path / jobs
        done = run(
            "variants", str(sparse), "--tiers", "entry,senior", "-f", "indeed", "--jobs", jobs,
            "-o", str(folder),
        )  # fmt: skip
        assert done.returncode != 0
        assert "Traceback" not in done.stderr
        assert not list(folder.glob("*.xml"))
        told.append(done.stderr)
    assert told[0] == told[1]


def test_the_version_is_printed() -> None:
    from casemgr_jd import __version__

    assert __version__ in run("--version").stdout
