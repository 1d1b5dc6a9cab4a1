"""Every place of a requisition, an overlay, a theme and a saved posting, with values of wrong kinds.

Whatever stands there: it is read, or refused by an error of ours that names the place.
"""

import json
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from campaign import TOML, content, nested, places
from samples import complete
from wrong_values import PLAIN, PYTHON, paths, replaced

import casemgr_jd as jd
from casemgr_jd.errors import CaseMgrError
from casemgr_jd.renderers.theme import load_theme
from casemgr_jd.serde.requisition import requisition_of


def told(use: Callable[[], object]) -> str:
    """Return what is told of what cannot be read, or nothing."""
    try:
        use()
    except CaseMgrError as error:
        return str(error)
    return ""


REQUISITION = nested()


@pytest.mark.parametrize("path", list(paths(REQUISITION)), ids=str)
def test_a_requisition_with_anything_anywhere(path: tuple[Any, ...]) -> None:
    for value in PYTHON:
        said = told(lambda: jd.dumps(requisition_of(replaced(REQUISITION, path, value))))  # noqa: B023
        if said and path:
            assert str(path[0]) in said


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ({"locations": [None]}, "locations[0]"),
        ({"omit": [None]}, "omit[0]"),
        ({"suppress": [None]}, "suppress[0]"),
        ({"caseload": {"low": 1, "high": 2, "unit": 5}}, "caseload.unit"),
        ({"caseload": {"low": 1, "high": 2, "basis": []}}, "caseload.basis"),
        ({"caseload": {"low": 1, "high": 2, "source": "x"}}, "caseload.source"),
        ({"caseload": {"low": 1, "high": 2, "adjusted_for": 7}}, "caseload.adjusted_for"),
        ({"caseload": [1, float("nan")]}, "caseload.high"),
        ({"caseload": [1, float("inf")]}, "caseload.high"),
        ({"experience_years": {"minimum": None}}, "experience_years.minimum"),
        ({"employees": 10**400}, "employees"),
        ({"extra": {"a": {"b": 1}}}, "extra.a"),
        ({"5": 1}, "5"),
        ({"caseload": [-5, 2]}, "caseload.low"),
    ],
    ids=str,
)
def test_each_of_these_is_told_with_its_place(given: dict[Any, Any], place: str) -> None:
    with pytest.raises(jd.InputError) as error:
        requisition_of(given)
    assert [problem.path for problem in error.value.problems] == [place]


def test_or_more_may_be_left_open() -> None:
    years = {"minimum": 3, "maximum": 5, "or_more": None}
    assert str(requisition_of({"experience_years": years}).experience_years) == "3–5 years"


# --- overlays ----------------------------------------------------------------------------------------


CONTENT = content()


@pytest.mark.parametrize("name", CONTENT)
def test_an_overlay_with_anything_anywhere(name: str) -> None:
    """A few places of each file, spread over all of them, with a few values each, all of them in turn."""
    table = CONTENT[name]
    places = list(paths(table))
    catalog = jd.load_catalog()
    for number, path in enumerate(islice(places, 0, None, max(len(places) // 2, 1))):
        for value in TOML[number % len(TOML) :: len(TOML)]:
            told(lambda: _used(catalog.overlay_tables({name: replaced(table, path, value)})))  # noqa: B023


def _used(catalog: jd.Catalog) -> None:
    catalog.items()
    jd.render(jd.build(complete(tier="senior"), catalog=catalog), "markdown")


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"own.toml": {"items": {"id": "x"}}}, "items: must be tables"),
        ({"own.toml": {"roles": {"id": "x"}}}, "roles: must be tables"),
        ({"own.toml": {"roles": [{"id": "rn", "defaults": []}]}}, "defaults"),
        ({"own.toml": {"roles": [{"id": "rn", "defaults": {"a": 1}}]}}, "defaults.a"),
        ({"own.toml": {"caseloads": [{"id": "x", "low": float("nan")}]}}, "low"),
        ({"own.toml": {"items": [{"id": "x", "section": [], "text": "x"}]}}, "section"),
        ({"own.toml": {"items": [{"id": [], "section": "skills", "text": "x"}]}}, "id"),
        ({"own.toml": 5}, "own.toml: must be a table"),
        ({"a.toml": {"template": [{"id": []}], "sections": [{"id": "skills"}]}}, "template"),
        ({"own.toml": {"references": [{"id": "x", "setting": "", "text": "x"}]}}, "setting"),
        ({"own.toml": {"slots": [{"id": "x", "options": [1]}]}}, "options"),
    ],
    ids=str,
)
def test_what_is_wrong_with_an_overlay_is_told(tables: Any, words: str) -> None:
    with pytest.raises(jd.InputError) as error:
        jd.load_catalog().overlay_tables(tables)
    assert words in str(error.value)


SHAPES: tuple[Callable[[Any], Any], ...] = (
    lambda value: value,
    lambda value: [value],
    lambda value: [{"id": value}],
    lambda value: [{"id": "q", "takes": value}],
)


@pytest.mark.parametrize(
    "asks",
    [
        {"sections": [{"id": "skills", "after": "apply"}]},
        {"sections": [{"id": "own", "title": "Own", "before": "skills"}]},
        {"remove": ["skills"]},
    ],
    ids=["move", "add", "remove"],
)
@pytest.mark.parametrize("edition", ["board", "own"])
def test_what_moves_over_an_overlay_of_wrong_kinds_is_told(
    edition: str, asks: dict[str, Any]
) -> None:
    """Sections are moved and removed before the tables are read."""
    catalog = jd.load_catalog()
    for number, value in enumerate(TOML, start=len(edition) + len(asks)):
        for shape in islice(SHAPES, number % 2, None, 2):
            given = {"editions": [{"id": edition, "sections": shape(value)}], **asks}
            told(lambda: catalog.overlay_tables({"a.toml": given}))  # noqa: B023
    told(lambda: catalog.overlay_tables({"a.toml": {"editions": [{"id": "own"}], **asks}}))


def test_an_item_beside_items_of_wrong_kinds_is_told() -> None:
    catalog = jd.load_catalog()
    beside = {"id": "zz", "section": "tools", "text": "x", "after": "skills"}
    for number, value in enumerate(TOML):
        items = SHAPES[number % 3](value)
        given = {"sections": [{"id": "tools", "items": items}], "items": [beside]}
        assert "items" in told(lambda: catalog.overlay_tables({"a.toml": given}))  # noqa: B023


@pytest.mark.parametrize(
    ("sections", "words"),
    [
        (5, "editions[board].sections: must be tables"),
        ([5], "editions[board].sections: must be tables"),
        ([{"title": "x"}], "editions[board].sections: holds a table without an id"),
        ([{"id": "q", "takes": 5}], "takes: must not be a number 5"),
    ],
    ids=str,
)
def test_what_is_no_layout_is_told_at_its_place(sections: object, words: str) -> None:
    given = {"editions": [{"id": "board", "sections": sections}], "remove": ["tools"]}
    with pytest.raises(jd.InputError) as error:
        jd.load_catalog().overlay_tables({"a.toml": given})
    assert words in str(error.value)


# --- themes and saved postings -----------------------------------------------------------------------


@pytest.mark.parametrize("key", ["accent", "font", "logo", "logo_alt", "fonts"])
def test_a_theme_with_anything_anywhere(tmp_path: Path, key: str) -> None:
    values = (
        "true",
        "1",
        "-1.5",
        "nan",
        "inf",
        '""',
        '"\\u001b[31m"',
        "[]",
        "[1]",
        "{}",
        "2026-01-01",
    )
    file = tmp_path / "theme.toml"
    for value in (*values, '"/dev/zero"', '"."', '"a\\u0000b"', "{ a = [{}] }"):
        file.write_text(f"{key} = {value}\n", encoding="utf-8")
        said = told(lambda: load_theme(file))
        assert not said or key in said


SAVED, SPREAD = places("posting")


@pytest.mark.parametrize("path", SPREAD[:: max(len(SPREAD) // 40, 1)], ids=str)
def test_a_saved_posting_with_anything_anywhere(path: tuple[Any, ...]) -> None:
    for number, value in enumerate(PLAIN):
        text = json.dumps(replaced(SAVED, path, value))
        told(lambda: jd.render(jd.loads(text), ("markdown", "html", "text", "outline")[number % 4]))  # noqa: B023


@pytest.mark.parametrize(
    "name", sorted({type(one).__name__ for one in (complete(),)} | {"Posting"})
)
def test_a_saved_value_says_its_kind_and_its_version(name: str) -> None:
    saved = jd.dumps(complete()) if name == "Requisition" else json.dumps(SAVED)
    for key, value in (("kind", "Zebra"), ("schema_version", True), ("schema_version", "1")):
        altered = json.dumps({**json.loads(saved), key: value})
        with pytest.raises(jd.InputError, match=key):
            jd.loads(altered)
