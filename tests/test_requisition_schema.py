"""The schema of a requisition file: valid, good for editors, and refusing nothing that a file may say."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft7Validator
from samples import complete
from strategies import requisitions

import casemgr_jd as jd
from casemgr_jd.cli.main import program
from casemgr_jd.serde.requisition import read_table, requisition_of

SCHEMA = jd.requisition_schema()
CHECK = Draft7Validator(SCHEMA)
EXAMPLES = sorted(Path("examples").glob("*.toml"))


def plain(value: Any) -> Any:
    """Return a value of TOML as an editor's schema sees it."""
    return json.loads(json.dumps(value, default=lambda one: one.isoformat()))


def refusals(table: Any) -> list[str]:
    return [f"{list(one.path)}: {one.message[:80]}" for one in CHECK.iter_errors(plain(table))]


def test_it_is_a_schema_and_describes_every_key() -> None:
    Draft7Validator.check_schema(SCHEMA)
    for plan in jd.load_catalog().fields:
        entry = SCHEMA["properties"][plan.name]
        assert entry["title"] == plan.label
        assert entry["description"]
        assert entry.get("examples") or plan.sample is None
    assert "hospital" in json.dumps(SCHEMA["properties"]["setting"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_valid(path: Path) -> None:
    assert refusals(read_table(path)) == []


def test_the_example_of_every_key_is_valid_and_is_one() -> None:
    for plan in jd.load_catalog().fields:
        if plan.sample is not None:
            assert refusals({plan.name: plan.sample}) == []
            requisition_of({plan.name: plan.sample})


ACCEPTED: tuple[dict[str, Any], ...] = (
    {"setting": "Managed-Care", "tier": "MID", "role": " Care coordinator "},
    {"setting": [], "tier": "", "role": None},
    {"work_model": "On_Site".replace("_S", "s"), "employment_type": "Full-Time"},
    {"days_on_site": 3, "hours_per_week": [32, 40], "travel_percent": 20},
    {"hours_per_week": "40", "travel_percent": {"low": 0, "high": 20}},
    {"experience_years": 2},
    {"experience_years": [3, 5]},
    {"experience_years": {"minimum": 3, "or_more": True}},
    {"caseload": "Guide"},
    {"caseload": [12, 18]},
    {"caseload": {"low": 12, "high": 18, "unit": "clients", "adjusted_for": "acuity"}},
    {"measures": "guide", "benefits": "guide", "partners": "nurses"},
    {"locations": {"city": "Denver", "state": "Colorado"}},
    {"pay": {"rate": 41.5, "per": "Hour", "currency": "usd"}},
    {"pay": {"by": [{"name": "Colorado", "minimum": 1, "maximum": 2}]}},
    {"closing_date": "2026-12-31 17:00 EST"},
    {"posted_on": "2026-11-20", "closing_date": "Ongoing", "start_date": "soon"},
    {"omit": "eeo", "add": {"section": "apply", "text": "Parking is free."}},
    {"omit": ["eeo", {"id": "fact.pay", "reason": "x"}]},
    {"suppress": [{"code": "TPL001", "reason": "x", "until": "2027-03-01"}]},
    {"employees_in": {"CO": 1900}, "extra": {"phone": "1", "days": ["a", "b"]}},
    {"schema_version": 1, "kind": "Requisition", "publish": {"linkedin": {"company_id": 42}}},
)


@pytest.mark.parametrize("table", ACCEPTED, ids=range(len(ACCEPTED)))
def test_nothing_is_refused_that_a_requisition_accepts(table: dict[str, Any]) -> None:
    requisition_of(table)
    assert refusals(table) == []


REFUSED: tuple[dict[str, Any], ...] = (
    {"organisation": "x"},
    {"kind": "Posting"},
    {"schema_version": 2},
    {"organization": 3},
    {"fieldwork": "no"},
    {"employees": -1},
    {"employees": True},
    {"edition": "fulll"},
    {"work_model": "moon"},
    {"website": "lakeside.example"},
    {"posted_on": "tomorrow"},
    {"closing_date": "never"},
    {"pay": {"minimum": 1}},
    {"pay": {"rate": "1"}},
    {"pay": {"rate": 1, "per": "decade"}},
    {"travel_percent": 101},
    {"experience_years": [1, 2, 3]},
    {"experience_years": {"maximum": 3}},
    {"hours_per_week": 0},
    {"caseload": 12},
    {"caseload": {"low": 12}},
    {"locations": [{"town": "Denver"}]},
    {"suppress": [{"code": "TPL001"}]},
    {"add": [{"section": "apply"}]},
    {"omit": [{"reason": "x"}]},
    {"extra": "x"},
    {"license": {"a": 1}},
    {"publish": {"linkedin": 3}},
    {"days_on_site": 8},
)


@pytest.mark.parametrize("table", REFUSED, ids=range(len(REFUSED)))
def test_what_is_of_a_wrong_kind_is_refused_by_both(table: dict[str, Any]) -> None:
    with pytest.raises(jd.InputError):
        requisition_of(table)
    assert refusals(table)


@pytest.mark.parametrize("key", ["setting", "tier", "role"])
def test_a_name_that_no_content_has_is_refused(key: str) -> None:
    with pytest.raises(jd.InputError):
        jd.build(jd.Requisition(**{key: "hosptal"}))  # type: ignore[arg-type]
    assert refusals({key: "hosptal"})


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(requisitions)
def test_whatever_is_written_is_valid(requisition: jd.Requisition) -> None:
    table = json.loads(jd.dumps(requisition))
    known = {one.id for one in jd.load_catalog().settings}
    if set(requisition.setting) <= known:
        assert refusals(table) == []


def test_a_complete_requisition_is_valid() -> None:
    assert refusals(json.loads(jd.dumps(complete()))) == []


def test_the_house_adds_its_own_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = '[[style.slots]]\nid = "union"\nlabel = "Union local"\n'
    Path("casemgr-jd.toml").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(program, ["schema", "requisition"])
    assert done.exit_code == 0
    schema = json.loads(done.stdout)
    assert schema["properties"]["extra"]["properties"]["union"]["title"] == "Union local"
    plain_one = CliRunner().invoke(program, ["schema", "requisition", "--no-settings"]).stdout
    assert json.loads(plain_one) == SCHEMA


def test_a_new_file_names_its_schema_which_stands_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(program, ["new", "--setting", "hospital", "-o", "r.toml"])
    assert done.exit_code == 0, done.output
    first = Path("r.toml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "#:schema requisition.schema.json"
    assert json.loads(Path("requisition.schema.json").read_text(encoding="utf-8")) == SCHEMA
    assert refusals(read_table("r.toml")) == []
    Path("requisition.schema.json").write_text("{}", encoding="utf-8")
    CliRunner().invoke(program, ["new", "-o", "s.toml"])
    assert Path("requisition.schema.json").read_text(encoding="utf-8") == "{}"
    checked = CliRunner().invoke(program, ["check", ".", "-f", "json", "--fail-on", "never"])
    assert checked.exit_code == 0, checked.output
    assert "schema.json:" not in checked.output


def test_standard_output_gets_the_line_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(program, ["new", "--tier", "lead"])
    assert done.stdout.startswith("#:schema requisition.schema.json\n")
    assert list(tmp_path.iterdir()) == []
