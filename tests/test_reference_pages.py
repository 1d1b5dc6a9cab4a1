"""The reference is made from what it is about, so that it cannot say anything else."""

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd._formats import FORMATS
from casemgr_jd.cli.main import program
from casemgr_jd.content.overlay_tables import TABLES

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    made = runpy.run_path(str(DOCS / "reference_pages.py"))
    folder = tmp_path_factory.mktemp("reference")
    made["write_reference_pages"](folder)
    return {one.stem: one.read_text(encoding="utf-8") for one in folder.iterdir()}


def test_every_public_name_has_its_description(pages: dict[str, str]) -> None:
    for name in jd.__all__:
        if callable(getattr(jd, name)):
            _, mark, rest = pages["api"].partition(f"\n## {name}\n")
            assert mark, name
            # A heading, the signature, and words of its own.
            assert rest.split("\n## ")[0].count("\n\n") >= 2, name
    assert "- `letterhead`: Lines at the top of every posting" in pages["api"]


def test_every_command_shows_its_help_and_a_run(pages: dict[str, str]) -> None:
    context: Any = None
    for name in program.list_commands(context):
        _, mark, rest = pages["commands"].partition(f"\n## casemgr-jd {name}\n")
        shown = rest.split("\n## ")[0]
        assert mark, name
        assert f"Usage: casemgr-jd {name}" in shown
        assert f"$ casemgr-jd {name}" in shown
        assert len(shown.split("$ casemgr-jd", 1)[1].splitlines()) > 2, name
    assert "Traceback" not in pages["commands"]


def test_every_format_shows_each_of_its_options(pages: dict[str, str]) -> None:
    options = 0
    for name in FORMATS.names():
        assert f"\n## {name}\n" in pages["formats"]
        for option in getattr(FORMATS.get(name), "options", {}):
            options += 1
            assert f"| `{option}` |" in pages["formats"]
    assert options > 10


def test_every_key_of_an_overlay_table_is_one_that_its_reader_takes(
    pages: dict[str, str], tmp_path: Path
) -> None:
    for name, table in TABLES.items():
        keys = [one.name for one in table.keys]
        assert "id" in keys
        assert all(f"| `{key}` |" in pages["overlay-tables"] for key in keys), name
    assert not re.search(r"\| (\*\*Needed\.\*\*)? *\|$", pages["overlay-tables"], re.MULTILINE)
    wrong = '[[tiers]]\nid = "entry"\nno_such_key = 1\n'
    (tmp_path / "house.toml").write_text(wrong, encoding="utf-8")
    with pytest.raises(jd.InputError, match="no_such_key: is not known"):
        jd.load_catalog().overlay(tmp_path)
    said = "".join(f"{one.name} = 1\n" for one in TABLES["tiers"].keys if one.name != "id")
    (tmp_path / "house.toml").write_text(f'[[tiers]]\nid = "entry"\n{said}', encoding="utf-8")
    with pytest.raises(jd.InputError) as told:
        jd.load_catalog().overlay(tmp_path)
    assert "is not known" not in str(told.value)
