"""Settings of a project stand where an option is left out, are named, and can be left out."""

import json
from pathlib import Path

import pytest
from test_check_command import BAD, DAY, run

SETTINGS = """
[check]
select = ["TPL", "PRO014", "PAY010"]
ignore = ["TPL002"]
fail-on = "never"
employees = 40
location = "Newark, NJ"

[[check.suppress]]
code = "TPL001"
reason = "The agency fills it in"
"""


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.md").write_text(BAD, encoding="utf-8")
    (tmp_path / "casemgr-jd.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def codes(folder: Path, *options: str) -> list[str]:
    done = run("check", "bad.md", *DAY, "-f", "json", *options, folder=folder)
    return [one["code"] for one in json.loads(done.stdout)["findings"]]


def test_settings_stand_and_are_named(folder: Path) -> None:
    done = run("check", "bad.md", *DAY, "-f", "json", folder=folder)
    assert done.returncode == 0
    assert done.stderr == "casemgr-jd: settings from casemgr-jd.toml\n"
    report = json.loads(done.stdout)
    assert [one["code"] for one in report["findings"]] == ["PRO014", "PAY010"]
    assert report["accepted"][0]["reason"] == "The agency fills it in"
    assert report["findings"][1]["severity"] == "error", "the head-count of the settings counts"


def test_an_option_goes_before_a_setting(folder: Path) -> None:
    assert codes(folder, "--select", "PRO014") == ["PRO014"]
    assert "PAY010" not in codes(folder, "--employees", "3")
    done = run("check", "bad.md", *DAY, "--fail-on", "warning", folder=folder)
    assert done.returncode == 1


def test_settings_can_be_left_out(folder: Path) -> None:
    done = run("check", "bad.md", *DAY, "--no-settings", "-f", "json", folder=folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert "TPL001" in {one["code"] for one in json.loads(done.stdout)["findings"]}


def test_settings_of_a_project_file_stand_too(folder: Path) -> None:
    (folder / "casemgr-jd.toml").unlink()
    text = SETTINGS.replace("[check", "[tool.casemgr-jd.check")
    (folder / "pyproject.toml").write_text(text, encoding="utf-8")
    assert codes(folder) == ["PRO014", "PAY010"]
    (folder / "pyproject.toml").write_text("[tool.ruff]\n", encoding="utf-8")
    assert run("check", "bad.md", *DAY, folder=folder).stderr == ""


def test_a_setting_that_does_not_fit_a_document_is_passed_over(folder: Path) -> None:
    (folder / "r.toml").write_text('setting = "hospital"\n', encoding="utf-8")
    assert run("check", "r.toml", *DAY, folder=folder).returncode == 0
    told = run("check", "r.toml", *DAY, "--employees", "3", folder=folder)
    assert told.returncode == 2
    assert "--employees" in told.stderr


def test_comments_in_documents_can_be_switched_off_for_good(folder: Path) -> None:
    comment = "<!-- casemgr-jd accept PRO014: loud on purpose -->\n\n"
    (folder / "bad.md").write_text(comment + BAD, encoding="utf-8")
    assert "PRO014" not in codes(folder)
    text = SETTINGS.replace("employees = 40", "employees = 40\ninline-suppressions = false")
    (folder / "casemgr-jd.toml").write_text(text, encoding="utf-8")
    assert "PRO014" in codes(folder)


def test_wrong_settings_are_told_all_at_once(folder: Path) -> None:
    wrong = '[check]\nselct = ["TPL"]\nemployees = "forty"\nfail-on = 3\n'
    (folder / "casemgr-jd.toml").write_text(wrong, encoding="utf-8")
    done = run("check", "bad.md", *DAY, folder=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean 'select'" in done.stderr
    assert "check.employees: must be a whole number" in done.stderr
    assert "check.fail-on: must be text" in done.stderr
    for broken in (
        "[check",
        '[check]\nfail-on = "sometimes"\n',
        '[[check.suppress]]\ncode = "TPL"\n',
    ):
        (folder / "casemgr-jd.toml").write_text(broken, encoding="utf-8")
        done = run("check", "bad.md", *DAY, folder=folder)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
