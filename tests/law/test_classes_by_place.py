"""The classes that law at a place protects are named where the employer says whom it considers."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

import casemgr_jd as jd
from casemgr_jd.law import (
    Job,
    added_classes,
    place_name,
    places,
    protected_classes,
    protected_names,
)
from casemgr_jd.model.document import Bullet, Paragraph
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import table_map_of

FEDERAL_ENDS, VETERANS = "genetic information", "protected veteran status"
WITH_CLASSES = tuple(dict.fromkeys(law.place for law in added_classes()))
MOST = 14
BASE: dict[str, Any] = {
    "organization": "Lakeside Health",
    "role": "rn",
    "setting": ["hospital"],
    "tier": "senior",
    "edition": "full",
}


def _in(place: str) -> jd.Location:
    """Return a location in a place that law names."""
    found = places()[place]
    return jd.Location(found.cities[0] if found.cities else None, found.state)


def _posting(**facts: Any) -> jd.Posting:
    return jd.build(jd.Requisition(**{**BASE, **facts}))


def _sentence(**facts: Any) -> str:
    found: list[str] = [
        one.text.filled(str)
        for one in _blocks(_posting(**facts).blocks)
        if "eeo.statement" in one.states
    ]
    assert len(found) == 1
    return found[0]


def _blocks(blocks: Iterable[Any]) -> Iterable[Any]:
    for block in blocks:
        if isinstance(block, Paragraph | Bullet):
            yield block
        yield from _blocks(getattr(block, "blocks", ()))


def _named(**facts: Any) -> list[str]:
    """Return what the sentence names between the federal classes and veterans."""
    words = _sentence(**facts)
    between = words.partition(FEDERAL_ENDS)[2].partition(VETERANS)[0]
    return [one for one in between.split(", ") if one]


def test_minnesota_names_what_its_law_adds() -> None:
    assert _named(locations=[jd.Location("Minneapolis", "MN")]) == [
        "creed",
        "marital status",
        "status with regard to public assistance",
        "familial status",
        "local human rights commission activity",
    ]


def test_two_places_name_what_either_adds_each_once() -> None:
    florida, missouri, both = (
        protected_names(Job(locations=tuple(map(_in, some))))
        for some in (("FL",), ("CO",), ("CO", "FL"))
    )
    assert florida == ("marital status",)
    assert set(both) == {*florida, *missouri}
    assert _named(locations=[_in("CO"), _in("FL")]) == list(both)
    assert len(both) == len(set(both)) == len(missouri)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"locations": [jd.Location("Austin", "TX")]},
        {"locations": [jd.Location("Toronto", country="CA")]},
        {"work_model": "remote"},
    ],
    ids=("no place", "no list", "abroad", "anywhere"),
)
def test_where_no_list_is_known_the_sentence_stands_as_it_is(facts: dict[str, Any]) -> None:
    assert _named(**facts) == []
    assert f"{FEDERAL_ENDS}, {VETERANS} or any other" in _sentence(**facts)


def test_states_of_remote_work_count_as_places() -> None:
    remote = _named(work_model="remote", remote_states=["WI", "MN"])
    on_site = _named(locations=[_in("WI"), _in("MN")])
    assert remote == on_site
    assert "ancestry" in remote
    assert "familial status" in remote


def test_a_city_adds_to_its_state_and_its_law_is_told() -> None:
    city, state = ([jd.Location(one, "NY")] for one in ("Brooklyn", "Utica"))
    assert set(_named(locations=state)) < set(_named(locations=city))
    assert "caregiver status" in _named(locations=city)
    assert "law of New York City" in _sentence(locations=city)
    assert "New York City" not in _sentence(locations=state)


def test_a_law_that_does_not_reach_the_employer_names_nothing() -> None:
    where = {"locations": [_in("FL")]}
    assert _named(**where) == _named(**where, employees=15) == ["marital status"]
    assert _named(**where, employees=14) == []
    # The head-count of one place decides nothing, so that it may vary in a plan.
    assert _named(locations=[_in("OH")], employees_in={"OH": 2}) == _named(locations=[_in("OH")])


def test_the_day_of_the_posting_counts() -> None:
    where = {"locations": [_in("CT")]}
    assert "erased criminal history" in _named(**where, posted_on=date(2023, 1, 1))
    assert "erased criminal history" not in _named(**where, posted_on=date(2022, 12, 31))


def test_what_was_confirmed_in_no_source_is_not_named() -> None:
    doubtful = [law for law in protected_classes() if law.unconfirmed and law.place != "US"]
    assert doubtful
    for law in doubtful:
        sure = {name for one in added_classes() if one.place == law.place for name in one.names}
        named = _named(locations=[_in(law.place)])
        assert set(named).isdisjoint(set(law.names) - sure), law.place


def test_so_many_that_nobody_would_read_them_are_left_to_what_closes_the_list() -> None:
    many = ["CA", "NY", "IL"]
    assert len(protected_names(Job(remote_states=tuple(many)))) > MOST
    assert _named(work_model="remote", remote_states=many) == []
    assert "Illinois" in jd.render(_posting(work_model="remote", remote_states=many), "markdown")


@pytest.mark.parametrize("place", WITH_CLASSES, ids=place_name)
def test_each_list_reads_in_the_sentence_and_the_checker_takes_no_offense(place: str) -> None:
    where: dict[str, Any] = {"locations": [_in(place)]}
    named = _named(**where)
    assert named == list(protected_names(Job(locations=(_in(place),))))
    assert 0 < len(named) <= MOST
    for law in added_classes():
        assert not [name for name in law.names if "," in name or name != name.strip(" .")]
        assert law.address.startswith("http"), law
    text = jd.render(_posting(**where), "markdown")
    listed = "".join(f"{name}, " for name in named)
    assert text.count(listed + VETERANS) == 1
    with_them, without = (
        [
            (one.code, one.severity)
            for one in jd.check_document(words, requisition=jd.Requisition(**where))
        ]
        for words in (text, text.replace(listed + VETERANS, VETERANS))
    )
    assert with_them == without


def test_rows_over_all_places_give_what_each_gives_alone() -> None:
    columns = ("organization", "role", "setting", "tier", "location", "employees", "edition")
    rows = [
        ("Lakeside Health", "rn", "hospital", "senior", str(_in(place)), size, "full")
        for place in (*WITH_CLASSES, "TX", "GA")
        for size in ("4", "500")
    ]
    reader = RowReader(list(columns), table_map_of({}))
    # Often enough that a plan is made of each make-up.
    table = [dict(zip(columns, row, strict=True)) for row in rows] * 4
    found = list(jd.batch(table, format="text"))
    alone = {row: jd.render(jd.build(reader.requisition(row)), "text") for row in rows}
    assert [one.output for one in found] == [alone[row] for row in rows] * 4


def test_a_plan_gives_the_classes_of_each_place_or_refuses_it() -> None:
    renderer = jd.get_renderer("markdown")
    plan = renderer.plan(_posting(locations=[_in("MN")]), ["locations"])
    taken = 0
    for place in (*WITH_CLASSES, "TX"):
        for where in ([_in(place)], [_in(place), _in("MN")]):
            requisition = jd.Requisition(**BASE, locations=where)
            try:
                text = plan.render(requisition)
            except jd.CaseMgrError:
                continue
            taken += 1
            assert text == renderer.render(jd.build(requisition))
    assert taken
