"""The catalog that a wheel keeps ready is the one that is read, and one that does not fit is never used."""

import importlib
import pickle
import re
import sys
import zipfile
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import casemgr_jd as jd
import casemgr_jd.data
from casemgr_jd._attrs import evolve
from casemgr_jd._frozen import FrozenMap
from casemgr_jd._keeping import kept
from casemgr_jd._packed import kept_value
from casemgr_jd._restoring import MismatchError, fields_of, restored
from casemgr_jd._written import packed, packed_tables
from casemgr_jd.builder import of_catalog as looking
from casemgr_jd.builder.candidates import titles_told
from casemgr_jd.builder.naming import anchors
from casemgr_jd.builder.of_catalog import OfCatalog
from casemgr_jd.builder.resting import conditions_of, rested_on, thresholds
from casemgr_jd.checks import rules as reading_rules
from casemgr_jd.checks.law import parts as law_parts
from casemgr_jd.checks.law.parts import parts
from casemgr_jd.checks.rules import KEPT as KEPT_RULES
from casemgr_jd.checks.rules import read_packaged
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.kept import KEPT, catalog_modules, kept_catalog
from casemgr_jd.content.packaged import packaged_tables, read_catalog
from casemgr_jd.content.source import COMPILED
from casemgr_jd.law import Law
from casemgr_jd.law.tables import (
    GATHERED,
    OFFICES,
    PLACES,
    as_of,
    kinds,
    office_words,
    places,
    read_as_of,
    read_office_words,
    read_places,
    read_records,
)
from casemgr_jd.law.tables import KEPT as KEPT_LAW
from casemgr_jd.reading import phrases as reading
from casemgr_jd.reading.phrases import KEPT as KEPT_PHRASES
from casemgr_jd.reading.phrases import compile_phrase, read_phrase, ready_phrases


def _told(catalog: Catalog) -> str:
    """Everything that a catalog holds, each value with its class."""
    return repr(
        kept(tuple(getattr(catalog, name) for name in fields_of(Catalog) if name != "_tables"))
    )


LOOKED: tuple[OfCatalog[Any], ...] = (anchors, conditions_of, rested_on, thresholds, titles_told)


# What takes seconds is made where a test asks for it: a module is imported by every worker.
@cache
def fresh() -> Catalog:
    return read_catalog()


@cache
def tables() -> str:
    """The source of the tables that a wheel holds."""
    held = dict(packaged_tables()[0])
    return f"import datetime\n\nDIGEST = {fresh().hash!r}\nTABLES = {held!r}\n"


@cache
def modules() -> dict[str, str]:
    """The sources of what a wheel keeps of the catalog, by the names of their modules."""
    found = {one.name: one.find(fresh()) for one in LOOKED}
    return dict(catalog_modules(fresh(), {COMPILED: tables().encode()}, **found))


@cache
def told() -> str:
    return _told(fresh())


def test_a_wheel_keeps_one_that_is_used() -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT}", reason="made for a wheel")
    ready = kept_catalog()
    assert ready is not None
    assert _told(ready) == told()


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that stands in the place of the package's data, with the files of a wheel in it."""
    told()
    modules()  # Both are of the package itself.
    monkeypatch.setattr(casemgr_jd.data, "__path__", [str(tmp_path)])
    before = {name: sys.modules.pop(name, None) for name in _names()}
    (tmp_path / f"{COMPILED}.py").write_text(tables(), encoding="utf-8")
    for name, source in modules().items():
        (tmp_path / f"{name}.py").write_text(source, encoding="utf-8")
    importlib.invalidate_caches()
    yield tmp_path
    for name, module in before.items():
        sys.modules.pop(name, None)
        if module is not None:
            sys.modules[name] = module


def _names() -> list[str]:
    return [f"casemgr_jd.data.{name}" for name in (COMPILED, *modules())]


def test_the_kept_catalog_is_the_one_that_is_read(data: Path) -> None:
    ready = kept_catalog()
    assert ready is not None
    assert ready is not fresh()
    for name in fields_of(Catalog):
        assert getattr(ready, name) == getattr(fresh(), name), name
    assert _told(ready) == told()
    assert dict(ready._tables) == dict(fresh()._tables)


def test_postings_of_both_are_the_same(data: Path) -> None:
    ready = kept_catalog()
    requisition = jd.Requisition(
        organization="Lakeside Health", setting=["hospital"], tier="lead", role="rn",
        locations=[jd.Location("Denver", "CO")], measures="guide", caseload="guide",
    )  # fmt: skip
    pair = [jd.build(requisition, catalog=one) for one in (ready, fresh())]
    assert jd.dumps(pair[0]) == jd.dumps(pair[1])
    assert jd.render(pair[0], "html") == jd.render(pair[1], "html")


def test_overlays_and_pickles_of_both_are_the_same(data: Path) -> None:
    ready = kept_catalog()
    assert ready is not None
    own = {"own.toml": {"items": [{"id": "summary.team", "text": "You work in a team."}]}}
    laid, read = (one.overlay_tables(own) for one in (ready, fresh()))
    assert laid.hash == read.hash != ready.hash
    assert _told(laid) == _told(read)
    for again in (pickle.loads(pickle.dumps(ready)), pickle.loads(pickle.dumps(laid))):
        assert type(again._tables) is dict
    assert _told(pickle.loads(pickle.dumps(ready))) == told()
    assert ready.advising == fresh().advising
    assert ready.interviewing == fresh().interviewing


def test_an_archive_holds_it_as_well_as_a_folder(
    data: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = tmp_path_factory.mktemp("zip") / "data.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for one in data.glob("*.py"):
            file.write(one, one.name)
    monkeypatch.setattr(casemgr_jd.data, "__path__", [str(archive)])
    ready = kept_catalog()
    assert ready is not None
    assert _told(ready) == told()


BROKEN: dict[str, Callable[[str], str]] = {
    "nothing in it": lambda ready: "",
    "no Python": lambda ready: "VERSION = (\n",
    "cut off": lambda ready: ready[: len(ready) // 2],
    "a zero byte": lambda ready: ready + "\0",
    "another version": lambda ready: ready.replace(
        f"VERSION = {jd.__version__!r}", "VERSION = '0.0.1'"
    ),
    "made from other tables": lambda ready: ready.replace(
        f"{{{COMPILED!r}: ", f"{{{COMPILED!r}: 1"
    ),
    "made from tables that are not there": lambda ready: ready.replace(COMPILED, "_elsewhere", 1),
    "other fields of a class": lambda ready: ready.replace(
        "'label', 'priority'", "'priority', 'label'"
    ),
    "a class that is gone": lambda ready: ready.replace(":Condition'", ":Circumstance'"),
    "fewer values": lambda ready: (
        ready.partition("FORMS")[0] + "FORMS = {'catalog': (('plain', ((1, 2),)),)}\n"
    ),
    "no form": lambda ready: ready.partition("FORMS")[0] + "FORMS = 5\n",
    "an error of its own": lambda ready: "raise RuntimeError('no')\n",
}


@pytest.mark.parametrize("how", BROKEN)
def test_what_does_not_fit_is_not_used(data: Path, how: str) -> None:
    ready = modules()[KEPT]
    broken = BROKEN[how](ready)
    assert broken != ready
    (data / f"{KEPT}.py").write_text(broken, encoding="utf-8")
    assert kept_catalog() is None


def test_tables_that_changed_are_read(data: Path) -> None:
    changed = tables().replace("Hospital/Acute Care", "Hospital of another day")
    assert changed != tables()
    (data / f"{COMPILED}.py").write_text(changed, encoding="utf-8")
    assert kept_catalog() is None
    assert read_catalog().setting("hospital").name == "Hospital of another day"


@pytest.mark.parametrize("source", ["", "TABLES = (\n", "raise RuntimeError('no')\n", "\0"])
def test_damaged_tables_are_read_from_the_toml(data: Path, source: str) -> None:
    (data / f"{COMPILED}.py").write_text(source, encoding="utf-8")
    assert packed_tables(COMPILED) is None
    assert kept_catalog() is None
    assert _told(read_catalog()) == told()


def test_there_is_none_where_no_wheel_was_built(data: Path) -> None:
    for one in data.glob("*.py"):
        one.unlink()
    assert packed(KEPT) is None
    assert kept_catalog() is None


def test_what_few_postings_need_is_read_when_it_is_asked_for(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = kept_catalog()
    assert ready is not None
    monkeypatch.setattr(looking, "load_catalog", lambda: ready)
    jd.build(jd.Requisition(setting=["hospital"], tier="lead", role="rn"), catalog=ready)
    loaded = {name for name in modules() if f"casemgr_jd.data.{name}" in sys.modules}
    assert loaded == {KEPT, f"{KEPT}_setting_hospital_items"}
    assert len(modules()) > 20


@pytest.mark.parametrize("source", ["", "VERSION = (", "\0", None])
def test_a_part_that_is_damaged_is_read_from_the_tables(data: Path, source: str | None) -> None:
    if source is None:
        source = modules()[KEPT].partition("FORMS")[0]
    for name in modules():
        if name != KEPT:
            (data / f"{name}.py").write_text(source, encoding="utf-8")
    ready = kept_catalog()
    assert ready is not None
    assert _told(ready) == told()


def test_a_value_says_what_it_does_not_have_as_any_does(data: Path) -> None:
    ready = kept_catalog()
    assert ready is not None
    for one in (ready, ready.role("rn"), jd.Role("own", "Own")):
        assert not hasattr(one, "corre")
        with pytest.raises(AttributeError, match=f"'{type(one).__name__}' object has no attribute"):
            getattr(one, "corre")  # noqa: B009


def test_a_copy_of_a_value_has_all_of_it(data: Path) -> None:
    ready = kept_catalog()
    assert ready is not None
    name = "social_worker"
    read = fresh().role(name)
    assert read.core
    for again in (copy, deepcopy, evolve, lambda one: pickle.loads(pickle.dumps(one))):
        module = kept_catalog()
        assert module is not None
        assert again(module.role(name)) == read


PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
DAYS = st.dates(max_value=date(9999, 12, 31))
VALUES = st.recursive(
    PLAIN | DAYS | st.sampled_from(jd.Severity),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.dictionaries(st.text(), inner)
        | st.dictionaries(st.text(), inner.filter(lambda one: True)).map(FrozenMap)
    ),
)


@given(VALUES)
def test_any_value_is_made_anew_as_it_was(value: object) -> None:
    again = restored(kept(value))
    assert again == value
    assert repr(again) == repr(value)


def test_what_can_be_changed_is_nobody_elses() -> None:
    first, second = restored(kept((["a"], ["a"])))
    first.append("b")
    assert second == ["a"]


def test_values_that_are_equal_and_differ_stay_apart() -> None:
    assert (
        repr(restored(kept((1, True, 1.0, "1", (1,), (True,)))))
        == "(1, True, 1.0, '1', (1,), (True,))"
    )


def test_a_class_of_other_fields_is_told() -> None:
    form = ("things", "casemgr_jd.model.text:Text", ("pieces",), 1, (("all", ()),))
    with pytest.raises(MismatchError, match="other fields"):
        restored((form,))


def test_what_cannot_be_kept_is_told() -> None:
    with pytest.raises(TypeError, match="a set is not kept"):
        kept(("one", {1}))


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.table)
def test_kept_records_of_law_are_those_that_are_read(kind: type[Law]) -> None:
    read = read_records(kind)
    assert read
    again = restored(kept(read))
    assert again == read
    assert repr(again) == repr(read)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.table)
def test_a_wheel_keeps_records_of_law_that_are_used(kind: type[Law]) -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT_LAW}", reason="made for a wheel")
    assert repr(kept_value(KEPT_LAW, kind.table)) == repr(read_records(kind))


def test_a_wheel_keeps_places_that_are_used() -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT_LAW}", reason="made for a wheel")
    kept = kept_value(KEPT_LAW, PLACES)
    assert len(kept) > 50
    assert repr(kept) == repr(read_places()) == repr(places())
    assert kept_value(KEPT_LAW, OFFICES) == read_office_words() == office_words()
    assert kept_value(KEPT_LAW, GATHERED) == read_as_of() == as_of()


@pytest.mark.parametrize("one", LOOKED, ids=lambda one: one.name)
def test_a_wheel_keeps_what_is_found_out_of_its_catalog(one: OfCatalog[Any]) -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT}", reason="made for a wheel")
    assert kept_value(KEPT, one.name) == one.find(jd.load_catalog())


@pytest.mark.parametrize("one", LOOKED, ids=lambda one: one.name)
def test_what_is_found_out_of_a_catalog_is_kept_as_it_was(one: OfCatalog[Any]) -> None:
    found = one.find(fresh())
    again = restored(kept(found))
    assert any(found)
    assert again == found
    assert type(again) is type(found)


def test_kept_rules_are_those_that_are_read() -> None:
    read = read_packaged()
    assert len(read) > 100
    again = restored(kept(read))
    assert again == read
    assert repr(again) == repr(read)


def test_a_wheel_keeps_rules_that_are_used() -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT_RULES}", reason="made for a wheel")
    read = read_packaged()
    assert repr(kept_value(KEPT_RULES, "rules")) == repr(tuple(zip(read, map(parts, read))))


def test_kept_parts_of_rules_are_those_that_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    made = tuple((rule, parts(rule)) for rule in read_packaged())
    assert any(found for _, found in made)
    again = restored(kept(made))
    assert repr(again) == repr(made)
    monkeypatch.setattr(reading_rules, "_ready", lambda: again)
    monkeypatch.setattr(law_parts, "_PARTS", {})
    for rule, found in again:
        assert parts(rule) is found or not found


def test_a_phrase_that_is_kept_reads_as_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["plan* [the] care", "guarantee^ (a job|work)", "# hour shift", "^ who we are $"]
    texts += ["no @list", "no (@other|c) of @list"]
    lists = {"list": ["a b", "c|d"], "other": ["e", "@list"]}
    broken = ["a @none", ".. starts with a gap", "(no end"]
    ready = ready_phrases([(text, lists) for text in (*texts, *broken)])
    assert len(ready) == len(texts)
    monkeypatch.setattr(reading, "_ready", lambda: restored(kept(ready)))
    for text in texts:
        quick, read = compile_phrase(text, lists), read_phrase(text, lists)
        assert quick == read
        assert quick.written == quick.expression == read.expression
    for changed in ({**lists, "list": ["a b", "c"]}, {**lists, "list": ["a b", "c|d", "f"]}):
        for text in texts[-2:]:
            quick, read = compile_phrase(text, changed), read_phrase(text, changed)
            assert not quick.written
            assert quick.expression == read.expression


def test_a_wheel_keeps_the_phrases_of_rules() -> None:
    pytest.importorskip(f"casemgr_jd.data.{KEPT_PHRASES}", reason="made for a wheel")
    phrases = kept_value(KEPT_PHRASES, "phrases")
    rules = read_packaged()
    terms = [term for rule in rules for term in rule.terms]
    texts = [text for term in terms for text in (*term.find, *term.unless, *term.unless_anywhere)]
    groups = [group for rule in rules for group in rule.options.get("groups", ())]
    assert groups
    texts += [text for group in groups for text in (*group["find"], *group.get("unless", ()))]
    texts = [text for text in texts if "@" not in text]
    assert len(texts) > 1_000
    for text in texts:
        read = read_phrase(text)
        assert phrases[text] == (read.starts, read.needs, read.expression)


def test_all_that_is_found_out_of_a_catalog_is_kept() -> None:
    """Who has something more kept names it for the build, and here."""
    source = Path(casemgr_jd.__file__).parent
    texts = (one.read_text(encoding="utf-8") for one in (source / "builder").glob("*.py"))
    named = {
        name
        for text in texts
        for name in re.findall(r'^@of_catalog\("(\w+)"\)', text, re.MULTILINE)
    }
    assert named == {one.name for one in LOOKED}
