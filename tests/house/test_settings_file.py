"""One settings file beside the requisitions, one table of a project, or a distribution: one house style."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import casemgr_jd as jd
from casemgr_jd.cli.main import program
from casemgr_jd.house import STYLES

SETTINGS = """
[style]
letterhead = ["{organization} · {phone}"]
content = ["own"]

[style.values]
phone = "303-555-0100"

[style.facts]
organization = "Lakeside Health"

[theme]
accent = "#7a1f3d"
logo = "logo.svg"
logo_alt = "Lakeside Health"

[check]
ignore = ["REA"]

[outlets.linkedin]
company_id = 42
"""
OVERLAY = '[[sections]]\nid = "apply"\ntitle = "Join us"\n'
REQUISITION = 'setting = "hospital"\n[[locations]]\ncity = "Denver"\nstate = "CO"\n'
WHOLE = """
requisition_id = "7"
posted_on = 2026-11-20
employment_type = "full_time"
apply_url = "https://lakeside.example"
benefits = ["medical"]
other_compensation = ["a yearly bonus"]
closing_date = "ongoing"
pay = { minimum = 60000, maximum = 70000 }
"""
TOLD = "casemgr-jd: settings from"


@pytest.fixture(name="jobs")
def _jobs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    jobs = tmp_path / "jobs"
    (jobs / "own").mkdir(parents=True)
    (jobs / "own" / "house.toml").write_text(OVERLAY, encoding="utf-8")
    (jobs / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (jobs / "casemgr-jd.toml").write_text(SETTINGS, encoding="utf-8")
    (jobs / "r.toml").write_text(REQUISITION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return jobs


@pytest.fixture(name="installed")
def _installed(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    made: dict[str, object] = {}
    monkeypatch.setattr(STYLES, "_added", made)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(program, [*arguments])


COMMANDS = (
    ("render", "jobs/r.toml"),
    ("render", "jobs/r.toml", "-f", "html"),
    ("render", "--gallery", "gallery", "jobs/r.toml"),
    ("check", "jobs/r.toml", "--today", "2026-11-26", "--fail-on", "never"),
    ("check", "jobs", "--today", "2026-11-26", "--fail-on", "never"),
    ("interview", "jobs/r.toml"),
    ("compare", "jobs/r.toml", "jobs/r.toml"),
    ("variants", "jobs/r.toml", "-o", "made"),
    ("read", "jobs/r.toml"),
    ("advise", "--from", "jobs/r.toml"),
    ("new", "--from", "jobs/r.toml"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_follows_it_and_names_it(command: tuple[str, ...], jobs: Path) -> None:
    done = run(*command)
    assert done.exit_code == 0, done.output
    assert done.stderr.startswith(f"{TOLD} jobs/casemgr-jd.toml\n")
    without = run(
        command[0],
        "--no-settings",
        *[f"{one}2" if one in ("gallery", "made") else one for one in command[1:]],
    )
    assert TOLD not in without.stderr
    assert without.exit_code in (0, 1, 2)


def test_it_says_shows_and_publishes(jobs: Path) -> None:
    text = run("render", "jobs/r.toml", "-f", "text").stdout
    assert "Lakeside Health · 303-555-0100" in text
    assert "Join us" in text
    page = run("render", "jobs/r.toml", "-f", "html").stdout
    assert "#7a1f3d" in page
    assert "data:image/svg+xml" in page
    style = jd.load_house_style(jobs)
    assert style.renderer("linkedin").given["company_id"] == 42
    assert style == jd.load_house_style(jobs / "casemgr-jd.toml")
    built = jd.draft().pipe(style).with_requisition(jd.load_requisition(jobs / "r.toml")).build()
    assert jd.render(built, "text") == text


def test_a_phone_number_is_changed_in_one_line(jobs: Path) -> None:
    text = SETTINGS.replace("303-555-0100", "720-555-0199")
    assert (
        sum(one != two for one, two in zip(SETTINGS.splitlines(), text.splitlines(), strict=True))
        == 1
    )
    (jobs / "casemgr-jd.toml").write_text(text, encoding="utf-8")
    for form in ("text", "html", "json"):
        output = run("render", "jobs/r.toml", "-f", form).stdout
        assert "720-555-0199" in output
        assert "303-555-0100" not in output


def test_an_option_goes_before_the_settings(jobs: Path) -> None:
    (jobs / "theme.toml").write_text('accent = "#123456"\n', encoding="utf-8")
    page = run("render", "jobs/r.toml", "-f", "html", "--theme", "jobs/theme.toml").stdout
    assert "#123456" in page
    assert "#7a1f3d" not in page
    (jobs / "other.toml").write_text('[style.values]\nphone = "1"\n', encoding="utf-8")
    other = run("render", "jobs/r.toml", "-f", "text", "--style", "jobs/other.toml")
    assert other.stderr == f"{TOLD} jobs/other.toml\n"
    assert "Lakeside" not in other.stdout


def test_a_new_requisition_leaves_the_facts_of_the_house_to_the_house(jobs: Path) -> None:
    made = run("new", "--from", "jobs/r.toml").stdout
    assert "Lakeside" not in made
    assert "phone" in made


def test_files_beside_different_settings_do_not_mix(jobs: Path) -> None:
    other = jobs.parent / "other"
    other.mkdir()
    (other / "r.toml").write_text(REQUISITION, encoding="utf-8")
    assert run("compare", "jobs/r.toml", "other/r.toml").exit_code == 0
    (other / "casemgr-jd.toml").write_text("[style]\n", encoding="utf-8")
    done = run("compare", "jobs/r.toml", "other/r.toml")
    assert "several lie beside the files: jobs/casemgr-jd.toml, other/casemgr-jd.toml" in str(
        done.exception
    )
    assert run("compare", "jobs/r.toml", "other/r.toml", "--no-settings").exit_code == 0


def test_the_settings_of_the_working_folder_serve_where_none_lie_beside(
    jobs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (jobs / "2026").mkdir()
    (jobs / "r.toml").rename(jobs / "2026" / "r.toml")
    monkeypatch.chdir(jobs)
    assert run("render", "2026/r.toml").stderr == f"{TOLD} casemgr-jd.toml\n"


def test_a_feed_and_a_batch_follow_it(jobs: Path) -> None:
    whole = WHOLE + REQUISITION
    (jobs / "r.toml").write_text(whole, encoding="utf-8")
    feed = run("feed", "jobs", "-f", "linkedin")
    assert feed.exit_code == 0, feed.exception
    assert "<companyId><![CDATA[42]]>" in feed.stdout
    assert "1 of 1 requisitions" in feed.stderr
    (jobs / "rows.csv").write_text("tier,organization\nentry,\nlead,Pier\n", encoding="utf-8")
    done = run("batch", "jobs/rows.csv", "-o", "out", "-f", "text", "--on", "2026-11-26")
    assert done.exit_code == 0, done.output
    first, second = sorted(Path("out").glob("*.txt"))
    assert "Lakeside Health · 303-555-0100" in first.read_text(encoding="utf-8")
    assert "Pier · 303-555-0100" in second.read_text(encoding="utf-8")


def test_one_file_may_extend_another_and_a_distribution(
    jobs: Path, installed: dict[str, object]
) -> None:
    installed["acme"] = lambda: jd.HouseStyle(renames={"eeo": "Fair to all"}, values={"phone": "0"})
    installed["by_path"] = lambda: str(jobs / "casemgr-jd.toml")
    assert jd.load_house_style("acme").renames["eeo"] == "Fair to all"
    assert jd.load_house_style("by-path").values["phone"] == "303-555-0100"
    (jobs / "site.toml").write_text(
        'extends = ["acme", "casemgr-jd.toml"]\n[style.values]\ndesk = "4"\n', encoding="utf-8"
    )
    style = jd.load_house_style(jobs / "site.toml")
    assert style.renames["eeo"] == "Fair to all"
    assert dict(style.values) == {"phone": "303-555-0100", "desk": "4"}


def test_a_project_has_them_in_a_table(jobs: Path) -> None:
    tables = SETTINGS.replace("[style", "[tool.casemgr-jd.style").replace(
        "[theme", "[tool.casemgr-jd.theme"
    )
    tables = tables.replace("[check", "[tool.casemgr-jd.check").replace(
        "[outlets", "[tool.casemgr-jd.outlets"
    )
    before = jd.load_house_style(jobs)
    (jobs / "casemgr-jd.toml").unlink()
    (jobs / "pyproject.toml").write_text(tables, encoding="utf-8")
    assert jd.load_house_style(jobs) == before


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[stile]\n", "stile: is not known (did you mean 'style'?)"),
        ("style = 3\n", "style: must be a table, not a number 3 (write [style])"),
        (
            "[style]\nleterhead = 'x'\n",
            "style.leterhead: is not known (did you mean 'letterhead'?)",
        ),
        ("[style.facts]\ntier = 3\n", "style.facts.tier: must be text"),
        ("[[style.sections]]\nid = 'a'\n", "style.sections[0]: says nothing"),
        ("[[check.suppress]]\ncode = 'TPL'\n", "check.suppress[0].reason: is missing"),
        ("[theme]\nlogo = 'no.svg'\n", "theme.logo: "),
        ("outlets = 3\n", "outlets: must be a table"),
        ("extends = 'casemgr-jd.toml'\n", "leads back to itself"),
        ("extends = 'acme'\n", "neither a settings file nor an installed house style"),
        ("[style\n", "is not valid TOML"),
    ],
)
def test_a_mistake_is_told_with_the_name_of_the_file(text: str, words: str, jobs: Path) -> None:
    (jobs / "casemgr-jd.toml").write_text(text, encoding="utf-8")
    with pytest.raises(jd.InputError) as told:
        jd.load_house_style(jobs)
    assert words in str(told.value)
    assert str(told.value).startswith(str(jobs / "casemgr-jd.toml"))
    done = run("render", "jobs/r.toml")
    assert isinstance(done.exception, jd.InputError)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'letterhead = ["Lakeside", "At {organisation}"]',
            "style.letterhead[1]: names no slot: 'organisation' (did you mean 'organization'?)",
        ),
        (
            '[[style.sections]]\nid = "q"\ntitle = "Q"\nbullets = ["Call {phon}."]',
            "style.sections[q]: names no slot: 'phon'",
        ),
        (
            '[[style.sections]]\nid = "q"\ntitle = "Q"\nbullets = ["Call."]\nbefore = "aply"',
            "style.sections[q].before: names nothing to stand beside: 'aply' (did you mean 'apply'?)",
        ),
        ('renames = { aply = "x" }', "style.renames.aply: names nothing (did you mean 'apply'?)"),
    ],
)
def test_what_names_nothing_is_told_where_it_is_written(text: str, words: str, jobs: Path) -> None:
    settings = jobs / "casemgr-jd.toml"
    settings.write_text(f"[style]\n{text}\n", encoding="utf-8")
    done = run("render", "jobs/r.toml")
    assert isinstance(done.exception, jd.InputError)
    assert str(done.exception) == f"jobs/casemgr-jd.toml: {words}"


def test_an_option_of_an_outlet_is_checked_with_its_place(jobs: Path) -> None:
    wrong = jd.HouseStyle(outlets={"linkedin": {"compny_id": 1}, "text": {"x": 1}})
    with pytest.raises(jd.InputError, match=r"outlets\.linkedin\.compny_id: is not an option"):
        wrong.renderer("linkedin")
    with pytest.raises(jd.InputError, match="takes no options"):
        wrong.renderer("text")


@pytest.mark.parametrize("given", [3, None, "no-such-style", "", "no/such/file.toml"])
def test_what_is_no_house_style_is_refused(given: object) -> None:
    with pytest.raises(jd.InputError):
        jd.load_house_style(given)  # type: ignore[arg-type]


def test_an_entry_point_that_gives_something_else_is_named(installed: dict[str, object]) -> None:
    installed["broken"] = lambda: 3
    with pytest.raises(jd.InputError, match="broken: gives a number 3, not a HouseStyle"):
        jd.load_house_style("broken")
