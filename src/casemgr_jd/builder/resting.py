"""What the make-up of postings rests on: derived from the content, never from a list kept by hand."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.lawful import ELEMENTS
from casemgr_jd.builder.of_catalog import of_catalog
from casemgr_jd.builder.required import (
    counts_in_place,
    head_counts,
    places_watched,
    resting_on,
    turning_days,
)
from casemgr_jd.builder.waiting import offered
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import Law, compacts, pay_laws, wordings
from casemgr_jd.model.condition import Condition, is_filled
from casemgr_jd.model.item import Item
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.traits import gives

__all__ = [
    "conditions_of",
    "rested_on",
    "structure_of",
    "structure_resting",
    "thresholds",
    "whole_structure",
]

# These decide by themselves what is taken from the catalog, whatever its conditions say.
_SELECTORS = ("setting", "tier", "role", "license", "edition", "omit", "add", "measures")


class _Watched(NamedTuple):
    """What law rests on that is no sentence of a posting: on pay, and on conditions of hire."""

    places: frozenset[str]
    fields: frozenset[str]


@lru_cache(maxsize=8)
def whole_structure(catalog: Catalog) -> Structure:
    """Return all that any posting of *catalog* may rest on."""
    regions = {tuple(sorted(one.issuing)) for one in compacts().values()}
    watched = _watched(conditions_of(catalog), tells_all=False)
    return structure_of(catalog, watched, tuple(sorted(regions)))


@lru_cache(maxsize=64)
def structure_of(
    catalog: Catalog, watched: _Watched, regions: tuple[tuple[str, ...], ...]
) -> Structure:
    rested = rested_on(catalog)
    wanted = watched.places.union(rested.places)
    return Structure(
        fields=sorted({*rested.fields, *watched.fields}),
        filled=rested.filled,
        places=tuple(place for place in catalog.places if place.id in wanted),
        days=rested.days,
        traits=rested.traits,
        regions=regions,
    )


class _Rested(NamedTuple):
    """What the make-up of any posting of a catalog rests on, wherever the job is."""

    fields: list[str]
    filled: list[str]
    places: list[str]
    days: list[date]
    traits: list[str]


@of_catalog("rested")
def rested_on(catalog: Catalog) -> _Rested:
    """Return what the make-up of any posting of a catalog rests on: all its conditions tell."""
    items = list(catalog.posting_items())
    # Many items have the same condition, mostly that they always stand.
    every = [item.when for item in items]
    every += [entry.when for entry in catalog.entries if entry.section]
    conditions = list({id(one): one for one in every}.values())
    compared = {name for one in conditions for name in one.structural_fields}
    compared |= {plan.name for plan in catalog.fields if plan.stands} | resting_on(catalog)
    # Law of any place may want something of a job that may be done anywhere in the country.
    compared |= {"remote_countries"}
    return _Rested(
        fields=sorted(compared | set(_SELECTORS)),
        filled=sorted(_looked_for(items, conditions, catalog)),
        places=sorted(places_watched(catalog).union(*(one.place for one in conditions))),
        days=sorted({*turning_days(catalog), *_days_of_other_law(catalog)}),
        traits=sorted({name for one in conditions for name in (*one.traits, *one.lacks)}),
    )


def _days_of_other_law(catalog: Catalog) -> Iterator[date]:
    """Yield the days on which other law turns that decides what stands."""
    for law in _other_law(catalog):
        yield from law.turns


def _other_law(catalog: Catalog) -> Iterator[Law]:
    """Yield the laws that decide what stands and are no sentences: on pay, and on conditions of hire."""
    yield from pay_laws()
    for one in conditions_of(catalog):
        yield from wordings(one)


@of_catalog("thresholds")
def thresholds(catalog: Catalog) -> tuple[int, ...]:
    """Return the head-counts, in order, from which on any law decides what stands in a posting.

    Between two of them law tells no two employers apart by how many people they employ.
    """
    others = {law.employees for law in _other_law(catalog)}
    return tuple(sorted(head_counts(catalog) | others))


def structure_resting(
    facts: Requisition, catalog: Catalog, regions: tuple[tuple[str, ...], ...]
) -> Structure:
    """Return what the make-up of a posting of *facts* rests on."""
    # That nothing comes besides the base pay is told where law asks for it.
    tells_all = all(is_filled(facts, name) for name in ELEMENTS) and gives(facts.other_compensation)
    return structure_of(catalog, _watched(planned_conditions(facts, catalog), tells_all), regions)


@lru_cache(maxsize=64)
def _watched(planned: tuple[str, ...], tells_all: bool) -> _Watched:
    laws: list[Law] = [law for condition in planned for law in wordings(condition)]
    if not tells_all:
        laws += (law for law in pay_laws() if set(law.wants).intersection(ELEMENTS))
    counts = any(map(counts_in_place, laws))
    places = frozenset(law.place for law in laws)
    return _Watched(places, frozenset({"employees_in"} if counts else ()))


def planned_conditions(facts: Requisition, catalog: Catalog) -> tuple[str, ...]:
    """Return the conditions of hire that the requisition states."""
    return tuple([name for name in conditions_of(catalog) if getattr(facts, name)])


@of_catalog("conditions")
def conditions_of(catalog: Catalog) -> tuple[str, ...]:
    """Return the ids of the conditions of hire that items of a catalog state."""
    return tuple(item.condition for item in catalog.posting_items() if item.condition)


def _looked_for(items: list[Item], conditions: list[Condition], catalog: Catalog) -> set[str]:
    """Return the fields of which it matters whether they are given.

    A sentence waits for each, or a writer is told of it while it is not.
    """
    fields = {slot.id: slot.field for slot in catalog.slots if slot.field != "extra"}
    every = (text for item in items for text in (item.text, item.otherwise) if text is not None)
    texts = {id(text): text for text in every}.values()
    named = {fields[slot] for text in texts for slot in text.slots if slot in fields}
    told = {plan.name for plan, section in offered(catalog) if section}
    looked = {name for one in conditions for name in (*one.filled, *one.blank)}
    return named | told | looked | {"caseload"}
