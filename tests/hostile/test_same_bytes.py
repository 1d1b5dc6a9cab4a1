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
from casemgr_jd.model.reading import long_date
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
