"""The rules and law tables that a wheel carries in compiled form are those of the TOML beside them."""

import tomllib

import pytest

from casemgr_jd._resources import files
from casemgr_jd.checks._packaged import packaged_table, packaged_tables

FOLDERS = ("law", "rules")


def packaged_toml() -> dict[str, object]:
    data = files("casemgr_jd") / "data"
    return {
        f"{folder}/{entry.name}": tomllib.loads(entry.read_text(encoding="utf-8"))
        for folder in FOLDERS
        for entry in (data / folder).iterdir()
        if entry.name.endswith(".toml")
    }


def test_what_is_read_is_what_the_toml_says() -> None:
    toml = packaged_toml()
    assert len(toml) > 15
    for path, table in toml.items():
        folder, name = path.split("/")
        assert packaged_table(folder, name) == table
    names = [name for name, _ in packaged_tables()]
    assert names == sorted(path.removeprefix("rules/") for path in toml if path.startswith("rules"))


def test_the_compiled_form_holds_every_file() -> None:
    compiled = pytest.importorskip("casemgr_jd.data._checks_compiled", reason="made for a wheel")
    assert packaged_toml() == compiled.TABLES
