"""The files of law: a lawyer can read and write them, and a new place needs no Python."""

import json
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import jsonschema
import pytest

from casemgr_jd import law
from casemgr_jd._resources import files, read_text
from casemgr_jd.errors import ContentError
from casemgr_jd.law import tables
from casemgr_jd.law.files import place_tables
from casemgr_jd.model.place import Location

FOLDER = files("casemgr_jd") / "data" / "law" / "places"
NAMES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
SCHEMA = json.loads(read_text("data", "schemas", "law.schema.json"))
VOCABULARY = (
    "as_of, review_by",
    "citation",
    "official, archived, url",
    "effective_from, _until",
    "employees, counted",
    "employees_in_place",
    "remote",
    "reports_to",
    "confidence",
    "[[pay]]",
    "[[statements]]",
    "[[wordings]]",
    "[[limits]]",
    "[[fair_chance]]",
    "[[exempt_floors]]",
    "[[protected]]",
)


def plain(value: Any) -> Any:
    """Dates as text: JSON has none."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def test_there_are_files() -> None:
    assert len(NAMES) > 40
    assert "us.toml" in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_file_explains_its_words_and_fits_the_schema(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    first, *rest = text.splitlines()
    assert first == "#:schema ../../schemas/law.schema.json"
    head = [line for line in rest if line.startswith("#")]
    for word in VOCABULARY:
        assert any(line.startswith(f"#   {word} ") for line in head), word
    jsonschema.validate(plain(tomllib.loads(text)), SCHEMA)


@pytest.mark.parametrize("name", NAMES)
def test_a_file_bears_the_name_of_its_place_and_says_when_to_look_again(name: str) -> None:
    place = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))["place"]
    assert name == f"{place['id'].lower()}.toml"
    assert place["as_of"] < place["review_by"]
    assert place["id"] == "US" or place["state"] == place["id"][:2].upper()


def test_a_slip_in_a_file_does_not_fit_the_schema() -> None:
    table = plain(tomllib.loads((FOLDER / "co.toml").read_text(encoding="utf-8")))
    for key, value in (("wants", ["salary"]), ("counted", "here"), ("citation", ""), ("wnats", [])):
        broken = json.loads(json.dumps(table))
        broken["pay"][0][key] = value
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, SCHEMA)


@pytest.mark.parametrize("kind", tables.kinds(), ids=lambda kind: kind.table)
def test_the_schema_knows_every_field_and_no_other(kind: type[law.Law]) -> None:
    known = {one.name for one in attrs.fields(kind)} - {"place"}
    assert set(SCHEMA["$defs"][kind.table]["properties"]) == known


def test_records_with_a_primary_text_name_its_address() -> None:
    pay = [one for one in law.pay_laws() if one.wants and len(one.place) == 2 and one.place != "ME"]
    assert len(pay) > 14
    assert [one.place for one in pay if not one.official] == ["DE"]


@pytest.fixture(name="packaged")
def _packaged(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Stand another set of files in place of the packaged ones."""

    def stand_in(extra: dict[str, Any]) -> None:
        known = {**place_tables(), **extra}
        monkeypatch.setattr(tables, "place_tables", lambda: known)
        monkeypatch.setattr(tables, "kept_value", lambda module, name: None)
        _forget()

    yield stand_in
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    from casemgr_jd.law import reach
    from casemgr_jd.law.job import forget_jobs

    tables._READ.clear()
    forget_jobs()
    for one in (
        tables.limits,
        tables.wordings,
        tables.places,
        tables.office_words,
        reach._packaged,
    ):
        one.cache_clear()


TROY = """
[place]
id = "ny-troy"
name = "Troy"
level = "city"
state = "NY"
cities = ["Troy"]
as_of = 2026-11-23
review_by = 2027-02-28

[[pay]]
id = "TROY"
name = "Troy"
citation = "Troy City Code § 1"
effective_from = 2026-01-01
wants = ["pay", "benefits"]
employees = 4

[[statements]]
id = "statement.ny_troy"
text = "We welcome people of Troy."
citation = "Troy City Code § 2"
"""


def test_a_new_place_is_one_file_and_no_python(packaged: Any) -> None:
    job = law.Job(locations=(Location("Troy", "NY"),), employees=40)
    assert "Troy" not in [one.law.name for one in law.pay_duties(job).standings]
    packaged({"ny-troy.toml": tomllib.loads(TROY)})
    assert "benefits" in law.pay_duties(job).elements
    assert "Troy" in [one.law.name for one in law.pay_duties(job).standings]
    assert [one.law.id for one in law.statements_due(job)] == ["statement.ny_troy"]
    places = {one.reach.place.id for one in law.survey(job)}
    assert places == {"NY", "ny-troy", "US"}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('wants = ["pay", "benefits"]', 'wants = ["wage"]', "pay[TROY]"),
        ("employees = 4", "employes = 4", "employes"),
        ('citation = "Troy City Code § 1"\n', "", "citation"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_record(
    packaged: Any, old: str, new: str, words: str
) -> None:
    packaged({"ny-troy.toml": tomllib.loads(TROY.replace(old, new, 1))})
    with pytest.raises(ContentError) as caught:
        law.pay_laws()
    assert "law/places/ny-troy.toml" in str(caught.value)
    assert words in str(caught.value)
