"""The same requisition gives the same bytes: in any language, under any hash seed, in any time zone."""

import ast
import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from samples import VALUES, complete

import casemgr_jd as jd
from casemgr_jd.model.moment import long_date
from casemgr_jd.serde.table.dates import day_of

SOURCE = Path(jd.__file__).parent
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "hospital-senior-rn.toml"


class German(date):
    """A day as Python writes it where the computer speaks German."""

    def strftime(self, form: str) -> str:
        return super().strftime(form.replace("%B", "Dezember").replace("%b", "Dez"))

    def __format__(self, form: str) -> str:
        return self.strftime(form) if form else str(self)


def test_a_month_is_english_whatever_the_computer_speaks() -> None:
    assert f"{German(2026, 12, 31):%B}" == "Dezember"
    assert long_date(German(2026, 12, 31)) == "December 31, 2026"
    made = jd.build(jd.Requisition(closing_date=German(2026, 12, 31), setting=["hospital"]))
    text = jd.render(made, "markdown")
    assert "December 31, 2026" in text
    assert "Dez" not in text


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_of_a_spreadsheet_is_english_too(number: int) -> None:
    day = date(2026, number, 9)
    for form in ("%d-%b-%Y", "%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y", "%b %d %Y", "%d-%b-%y"):
        assert day_of(day.strftime(form)) == day_of(day.strftime(form).upper()) == day


# What a computer's language, and not its clock, decides in a date.
LANGUAGE = ("%a", "%A", "%b", "%B", "%c", "%x", "%X", "%p")


@pytest.mark.skipif(not (SOURCE / "_months.py").exists(), reason="needs the source")
@pytest.mark.once
def test_nothing_asks_the_computer_for_the_name_of_a_month() -> None:
    found = {
        (path.name, node.value)
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if len(node.value) < 30 and any(one in node.value for one in LANGUAGE)
    }
    assert found == set()


RENDER = """
import sys
from hashlib import sha256
import casemgr_jd as jd
facts = jd.load_requisition(sys.argv[1])
kept = {"license": {"RN", "LCSW", "LMSW"}, "benefits": frozenset(("medical", "dental"))}
kept["posted_on"] = "2026-11-20"
names = {name: getattr(facts, name) for name in facts.given} | kept
posting = jd.build(jd.Requisition(**names))
for name in ("markdown", "text", "html", "json", "jsonld", "docx"):
    made = jd.render(posting, name)
    print(name, sha256(made if isinstance(made, bytes) else made.encode()).hexdigest())
print(sha256(jd.check(posting).to_json().encode()).hexdigest())
"""


def printed(**environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", RENDER, str(EXAMPLE)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "0", **environment},
    ).stdout


def test_no_hash_seed_no_locale_and_no_time_zone_shows() -> None:
    first = printed()
    assert len(first.splitlines()) == 7
    assert (
        printed(PYTHONHASHSEED="4711", TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONUTF8="0") == first
    )


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
"""A computer whose encoding is not UTF-8, and streams that are not."""
COMMANDS = (
    "render r.toml -f {form} -o out/{form}",
    "variants r.toml --tiers entry,senior -o out/variants",
    "feed jobs -f linkedin --rejects out/rejects.csv -o out/feed.xml",
    "batch rows.csv -o out/rows --on 2026-11-26 --quiet",
    "render r.toml -f text",
    "list settings",
    "guide -f text",
    "check d.md --today 2026-11-26 --fail-on never",
    "read d.md",
    "import d.md",
    "interview r.toml -f text",
    "compare r.toml r.toml -f text",
    "advise --duty therapy -f text",
)


@pytest.mark.skipif(os.name != "posix", reason="needs a locale that is not UTF-8")
def test_every_command_writes_the_same_where_the_encoding_is_not_utf_8(tmp_path: Path) -> None:
    code = f"""
import io, locale, os, shlex, sys
from contextlib import suppress
from casemgr_jd.cli.main import main
print(sys.getfilesystemencoding(), file=open("encoding", "w"))
for line in {COMMANDS!r}:
    for form in ("markdown", "html", "json", "jsonld", "email", "docx") if "form" in line else [""]:
        with suppress(SystemExit):
            main(shlex.split(line.format(form=form)))
"""
    made = []
    for number, environment in enumerate(({"PYTHONUTF8": "1"}, ASCII)):
        home = tmp_path / str(number)
        (home / "jobs").mkdir(parents=True)
        (home / "out").mkdir()
        facts = 'organization = "Zoë 案件"\nlocations = [{ city = "Cañon City", state = "CO" }]\n'
        for name in ("r.toml", "jobs/Zoe.toml"):
            (home / name).write_text(facts, encoding="utf-8")
        (home / "rows.csv").write_text("organization\nZoë 案件\n", encoding="utf-8")
        (home / "d.md").write_text(
            "# RN Case Manager, Zoë 案件\n\n- Plan care.\n", encoding="utf-8"
        )
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            cwd=home,
            check=False,
            env={**os.environ, **environment},
        )
        assert b"Traceback" not in done.stderr
        files = {
            path.relative_to(home): path.read_bytes()
            for path in sorted((home / "out").rglob("*"))
            if path.is_file()
        }
        made.append((done.stdout, files))
        says = (home / "encoding").read_text(encoding="ascii").strip()
        assert says == ("utf-8" if number == 0 else "ascii")
    assert "案件".encode() in made[0][0]
    assert len(made[0][1]) > 10
    assert made[0] == made[1]


# --- nothing inside a fact is lost -------------------------------------------------------------------

CASELOAD = {"low": 10, "high": 14, "unit": "patients", "basis": "per day"}
INSIDE: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({"caseload": CASELOAD}, {"caseload": {**CASELOAD, "adjusted_for": ["weekend cover"]}}),
    ({"caseload": CASELOAD}, {"caseload": {**CASELOAD, "source": {"title": "Survey"}}}),
    ({"caseload": CASELOAD}, {"caseload": {**CASELOAD, "setting": "hospital"}}),
    ({"caseload": CASELOAD}, {"caseload": {**CASELOAD, "id": "own.caseload"}}),
    ({"omit": [{"id": "skills"}]}, {"omit": [{"id": "skills", "reason": "Said elsewhere"}]}),
)


@pytest.mark.parametrize("name", ["markdown", "text", "html", "docx", "jsonld"])
@pytest.mark.parametrize(("before", "after"), INSIDE, ids=lambda one: str(list(one)))
def test_what_is_given_inside_a_fact_is_shown_or_told(
    before: dict[str, Any], after: dict[str, Any], name: str
) -> None:
    """Law 5, one level down."""
    renderer = jd.get_renderer(name)
    context = jd.RenderContext(allow_incomplete=True)
    found = []
    for facts in (before, after):
        made = jd.build(complete(**facts))
        found.append((renderer.render(made, context), renderer.losses(made)))
    assert found[0] != found[1]


def test_a_time_of_day_is_no_part_of_a_date() -> None:
    assert VALUES["posted_on"][0] == date(2026, 11, 20)
    with pytest.raises(jd.InputError, match="posted_on: must be a date"):
        jd.Requisition(posted_on=datetime(2026, 11, 20, 9, 30))
