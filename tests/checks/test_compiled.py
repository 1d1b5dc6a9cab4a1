"""The rules and law that a wheel carries in compiled form are those of the TOML beside them."""

import tomllib

import pytest

from casemgr_jd._resources import files
from casemgr_jd.checks._packaged import packaged_table, packaged_tables
from casemgr_jd.facts.gazetteer import COMPILED, read_table
from casemgr_jd.law.files import law_table, place_tables
from casemgr_jd.reading.lexicon import lexicon

DATA = files("casemgr_jd") / "data"


def toml(*folder: str) -> dict[str, object]:
    """What the TOML files of a folder of the package's data hold, by name."""
    place = DATA
    for part in folder:
        place = place / part
    return {
        entry.name: tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in place.iterdir()
        if entry.name.endswith(".toml")
    }


def test_what_is_read_of_rules_is_what_the_toml_says() -> None:
    rules = toml("rules")
    assert len(rules) > 10
    assert {name: packaged_table("rules", name) for name in rules} == rules
    assert [name for name, _ in packaged_tables()] == sorted(rules)


def test_what_is_read_of_law_is_what_the_toml_says() -> None:
    places, others = toml("law", "places"), toml("law")
    assert len(places) > 40
    assert place_tables() == places
    assert {name: law_table(name) for name in others} == others


def test_what_is_read_of_the_lexicon_is_what_the_toml_says() -> None:
    files = toml("lexicon")
    assert len(files) > 3
    assert {name: lexicon(name.removesuffix(".toml")) for name in files} == files


def test_the_compiled_gazetteer_is_that_of_its_file() -> None:
    compiled = pytest.importorskip(f"casemgr_jd.data.{COMPILED}", reason="made for a wheel")
    assert read_table() == compiled.TABLE


@pytest.mark.parametrize(
    ("module", "folders"),
    [
        ("_checks_compiled", [("rules",)]),
        ("_law_compiled", [("law", "places")]),
        ("_law_shared_compiled", [("law",)]),
        ("_lexicon_compiled", [("lexicon",)]),
    ],
)
def test_the_compiled_form_holds_every_file(module: str, folders: list[tuple[str, ...]]) -> None:
    compiled = pytest.importorskip(f"casemgr_jd.data.{module}", reason="made for a wheel")
    assert len(compiled.TABLES) == sum(len(toml(*folder)) for folder in folders)
