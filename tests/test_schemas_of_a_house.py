"""The schemas of a settings file and of an overlay: good for editors, refusing nothing that is accepted."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

import casemgr_jd as jd
from casemgr_jd.cli.main import program
from casemgr_jd.content.overlay_schema import overlay_schema
from casemgr_jd.content.overlay_tables import TABLES
from casemgr_jd.content.packaged import packaged_tables
from casemgr_jd.house.settings_schema import settings_schema

ROOT = Path(__file__).parents[1]
SETTINGS, OVERLAY = settings_schema(), overlay_schema()
FENCE = re.compile(r"```toml\n(.*?)```", re.DOTALL)
WRITTEN = re.compile(r"write_text\(\s*'''(.*?)'''", re.DOTALL)


def plain(value: Any) -> Any:
    """Return a value of TOML as an editor's schema sees it."""
    return json.loads(json.dumps(value, default=lambda one: one.isoformat()))


def refusals(schema: dict[str, Any], text: str) -> list[str]:
    found = Draft7Validator(schema).iter_errors(plain(tomllib.loads(text)))
    return [f"{'.'.join(map(str, one.path))}: {one.message}" for one in found]


@pytest.mark.parametrize("name", ["settings", "overlay"])
def test_the_command_prints_a_schema(name: str) -> None:
    done = CliRunner().invoke(program, ["schema", name, "--no-settings"])
    assert done.exit_code == 0, done.output
    Draft7Validator.check_schema(json.loads(done.stdout))
    assert json.loads(done.stdout) == {"settings": SETTINGS, "overlay": OVERLAY}[name]


def test_a_schema_beside_requisitions_is_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("job.toml").write_text('tier = "senior"\n', encoding="utf-8")
    for name in ("settings", "overlay", "requisition"):
        written = CliRunner().invoke(program, ["schema", name, "-o", f"{name}.schema.json"])
        assert written.exit_code == 0, written.output
    done = CliRunner().invoke(program, ["check", ".", "-f", "json", "--fail-on", "never"])
    assert done.exit_code == 0, done.output
    assert "job.toml" in done.output
    assert "schema.json" not in done.stdout.replace("report.schema.json", "")


def test_the_settings_of_the_how_to_page_are_valid() -> None:
    text = FENCE.findall((ROOT / "docs" / "house-style.md").read_text(encoding="utf-8"))[0]
    assert "letterhead" in text
    assert refusals(SETTINGS, text) == []


SETTINGS_THAT_LOAD = (
    'extends = "base.toml"',
    '[style]\nletterhead = "One line"\nbanned = ["ninja"]\ncontent = "own"',
    '[[style.slots]]\nid = "union"\nkind = "one_of"\noptions = ["1199", "721"]\njoin = "or"',
    '[style.slots]\nid = "union"\noptions = "1199"',
    '[style.values]\nphones = ["303-555-0100", "303-555-0101"]',
    '[style.sections]\nid = "union"\nbullets = "We bargain."\nafter = "pay"',
    '[check]\nfail_on = "never"\nfor = ["linkedin"]\nemployees = 12\ninline-suppressions = false',
    '[[check.suppress]]\ncode = "TPL001"\nreason = "Known."\nuntil = 2027-01-01',
    "[outlets.some_plugin]\nanything = 1",
)


@pytest.mark.parametrize("text", SETTINGS_THAT_LOAD, ids=range(len(SETTINGS_THAT_LOAD)))
def test_what_settings_accept_the_schema_accepts(text: str) -> None:
    if "extends" not in text:
        jd.house_style_of(tomllib.loads(text))
    assert refusals(SETTINGS, text) == []


SETTINGS_THAT_FAIL = (
    '[styles]\nletterhead = "x"',
    '[style]\nletterheads = "x"',
    '[style.facts]\norganisation = "x"',
    '[style.sections]\ntitle = "No id"',
    '[check]\nemployees = "many"',
    "[theme]\naccent = 5",
    '[outlets]\nlinkedin = "x"',
)


@pytest.mark.parametrize("text", SETTINGS_THAT_FAIL, ids=range(len(SETTINGS_THAT_FAIL)))
def test_what_settings_refuse_the_schema_refuses(text: str) -> None:
    with pytest.raises(jd.InputError):
        jd.house_style_of(tomllib.loads(text))
    assert refusals(SETTINGS, text)


def test_the_guide_itself_fits_the_schema_of_an_overlay() -> None:
    told = 0
    for tables in packaged_tables()[0].values():
        for key in TABLES.keys() & tables.keys():
            found = Draft7Validator(OVERLAY).iter_errors(plain({key: tables[key]}))
            assert [f"{list(one.path)[:4]}: {one.message[:200]}" for one in found] == [], key
            told += len(tables[key])
    assert told > 150


@pytest.mark.parametrize("page", ["own-setting.md", "writing-an-overlay.md"])
def test_the_overlays_of_the_how_to_pages_are_valid(page: str) -> None:
    text = re.sub(
        r"^(>>>|\.\.\.) ?",
        "",
        (ROOT / "docs" / page).read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
    overlays = [one for one in WRITTEN.findall(text) if "texte" not in one]
    assert overlays
    for one in overlays:
        assert refusals(OVERLAY, one) == [], one


OVERLAYS_THAT_FAIL = (
    '[[tiers]]\nid = "entry"\nexperiance = 3',
    '[[tiers]]\nname = "No id"',
    '[[settings]]\nid = "hospital"\nfieldwork = "yes"',
    "[[settings]]\nid = 3",
    '[[items]]\nid = "responsibilities.documentation"\nwhen = { teir = ["senior"] }',
    '[[kpis]]\nid = "kpis.hospital"\nmeasure = []',
    '[[settings]]\nid = "hospital"\ndefaults = { organisation = "x" }',
    '[[nothing]]\nid = "x"',
    "remove = [3]",
)


@pytest.mark.parametrize("text", OVERLAYS_THAT_FAIL, ids=range(len(OVERLAYS_THAT_FAIL)))
def test_what_an_overlay_may_not_say_both_refuse(text: str, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(jd.InputError):
        jd.load_catalog().overlay(tmp_path)
    assert refusals(OVERLAY, text)


def test_every_key_says_what_it_means() -> None:
    for name, table in TABLES.items():
        assert [one.name for one in table.keys if not one.meaning] == [], name
        for key in table.keys:
            assert [one.name for one in key.inside if not one.meaning] == [], (name, key.name)
    tables = OVERLAY["properties"]["tiers"]["items"]["properties"]
    assert tables["before"]["description"]
    assert "senior" in tables["id"]["description"]
