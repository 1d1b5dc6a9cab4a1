"""Many documents at once: one report, one SARIF; what cannot be read is named, and the others are checked."""

import json
from pathlib import Path

import jsonschema
import pytest
from test_check_command import DAY, run

from casemgr_jd._resources import read_text
from casemgr_jd.checks.many import Reports
from casemgr_jd.cli._checking import documents
from casemgr_jd.errors import InputError

BLANK = "# Case Manager\n\nJoin [Organization] in Denver, CO.\n"
CLEAN = "# Case Manager\n\nJoin Lakeside Health in Denver, CO.\n"
SARIF = Path("/nowhere")


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    jobs = tmp_path / "jobs"
    (jobs / "north").mkdir(parents=True)
    (jobs / "a.md").write_text(BLANK, encoding="utf-8")
    (jobs / "north" / "b.html").write_text(
        "<h1>Case Manager</h1><p>[Manager]</p>", encoding="utf-8"
    )
    (jobs / "notes.odt").write_bytes(b"x")
    (jobs / ".git").mkdir()
    (jobs / ".git" / "c.md").write_text(BLANK, encoding="utf-8")
    (tmp_path / "casemgr-jd.toml").write_text("", encoding="utf-8")
    return tmp_path


def test_folders_and_patterns_name_documents_each_once_in_order(folder: Path) -> None:
    found = documents([str(folder / "jobs"), str(folder / "jobs" / "*.md"), str(folder)])
    assert [Path(one).relative_to(folder).as_posix() for one in found] == [
        "jobs/a.md",
        "jobs/north/b.html",
    ]
    with pytest.raises(InputError) as caught:
        documents([str(folder / "*.docx"), str(folder / "jobs" / ".git" / "none*")])
    assert len(caught.value.problems) == 2


def test_a_folder_below_a_hidden_one_is_searched_and_what_is_hidden_in_it_is_not(
    tmp_path: Path,
) -> None:
    for name in (".store/jobs/a.md", ".store/jobs/.git/b.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Case Manager", encoding="utf-8")
    for named in (tmp_path / ".store" / "jobs", tmp_path / ".store" / "jobs" / "*.md"):
        assert [Path(one).name for one in documents([str(named)])] == ["a.md"]


def test_one_that_cannot_be_read_is_named_and_the_others_are_checked(folder: Path) -> None:
    (folder / "jobs" / "broken.docx").write_bytes(b"no zip")
    done = run("check", "jobs", *DAY, "--select", "TPL001", folder=folder)
    assert done.returncode == 2
    assert "jobs/broken.docx" in done.stderr
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "2 documents, 1 not checked: 2 errors."
    assert any(line.startswith("  jobs/broken.docx: not checked: ") for line in lines)
    for start in ("jobs/a.md:3:6: error TPL001", "jobs/north/b.html:1:"):
        assert any(line.startswith(start) for line in lines)


def test_the_status_follows_the_findings_of_all(folder: Path) -> None:
    (folder / "clean.md").write_text(CLEAN, encoding="utf-8")

    def status(*arguments: str) -> int:
        return run("check", *arguments, *DAY, "--select", "TPL001", folder=folder).returncode

    assert status("clean.md") == status("clean.md", "clean.md") == 0
    assert status("clean.md", "jobs") == 1
    assert status("clean.md", "jobs", "--fail-on", "never") == 0


def test_json_of_many_fits_the_schema(folder: Path) -> None:
    (folder / "jobs" / "empty.txt").write_bytes(b"")
    data = json.loads(run("check", "jobs", *DAY, "-f", "json", folder=folder).stdout)
    jsonschema.validate(data, json.loads(read_text("data", "schemas", "report.schema.json")))
    assert [one["document"] for one in data["reports"]] == ["jobs/a.md", "jobs/north/b.html"]
    assert [one["document"] for one in data["unreadable"]] == ["jobs/empty.txt"]
    assert data["counts"]["error"] == sum(one["counts"]["error"] for one in data["reports"])


def test_one_sarif_log_with_one_run_holds_all(folder: Path) -> None:
    (folder / "jobs" / "empty.txt").write_bytes(b"")
    run("check", "jobs", *DAY, "--select", "TPL001", "-o", "all.sarif", folder=folder)
    (log,) = json.loads((folder / "all.sarif").read_text(encoding="utf-8"))["runs"]
    places = [one["locations"][0]["physicalLocation"] for one in log["results"]]
    assert [one["artifactLocation"]["uri"] for one in places] == ["jobs/a.md", "jobs/north/b.html"]
    (invocation,) = log["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "jobs/empty.txt" in invocation["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize("form", ["markdown", "html", "docx", "json", "text"])
def test_many_reports_come_in_every_format(folder: Path, form: str) -> None:
    done = run("check", "jobs", *DAY, "-f", form, "-o", "out", "--select", "TPL", folder=folder)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "wrote out\n")
    data = (folder / "out").read_bytes()
    # A report that is read names files without the folder that they share.
    named = b"a.md" if form in ("markdown", "html") else b"jobs/a.md"
    assert data[:2] == b"PK" if form == "docx" else named in data


def test_a_selector_that_names_no_rule_is_told_once(folder: Path) -> None:
    done = run("check", "jobs", *DAY, "--select", "TPL9", folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("TPL9") == 1


def test_place_and_head_count_are_told_without_a_second_file(folder: Path) -> None:
    text = "# Case Manager\n\nJoin Lakeside Health. We offer medical and dental insurance.\n"
    (folder / "short.md").write_text(text, encoding="utf-8")

    def severity(*told: str) -> str:
        done = run(
            "check", "short.md", *DAY, "--select", "PAY010", "-f", "json", *told, folder=folder
        )
        found = json.loads(done.stdout)["findings"]
        return found[0]["severity"] if found else ""

    assert severity() == ""
    assert severity("--location", "Newark, NJ") == "warning"
    assert severity("--location", "Newark, NJ", "--employees", "9") == ""
    assert severity("--location", "New Jersey", "--employees", "10") == "error"
    wrong = run("check", "short.md", "--location", "Atlantis, ZZ", folder=folder)
    assert wrong.returncode == 2
    assert "--location" in wrong.stderr


def test_a_short_file_gives_the_findings_of_a_long_one(folder: Path) -> None:
    """A title, an employer, a place and one sentence: silence would look like a clean bill."""
    text = "# Case Manager\n\nLakeside Health, Denver, CO. You plan care for patients.\n"
    (folder / "short.md").write_text(text, encoding="utf-8")
    done = run("check", "short.md", *DAY, "-f", "json", folder=folder)
    codes = {one["code"] for one in json.loads(done.stdout)["findings"]}
    assert done.returncode == 1
    assert codes >= {"PAY010", "PAY011", "PAY013", "PAY014", "COM010"}
    assert not codes & {"COM005", "COM006", "COM013", "COM014"}, "what law wants is missed once"


def test_law_alone_decides_the_status_where_law_alone_is_asked_for(folder: Path) -> None:
    (folder / "blank.md").write_text("# Case Manager\n\nJoin [Organization].\n", encoding="utf-8")
    assert run("check", "blank.md", *DAY, folder=folder).returncode == 1
    assert run("check", "blank.md", *DAY, "--law", folder=folder).returncode == 0
    (folder / "short.md").write_text(CLEAN, encoding="utf-8")
    done = run("check", "short.md", *DAY, "--law", "--select", "PAY010", folder=folder)
    assert done.returncode == 1
    assert "Colorado" in done.stdout


def test_nothing_read_is_no_clean_bill() -> None:
    assert Reports().passed
    assert not Reports(unreadable=(object(),)).passed  # type: ignore[arg-type]
