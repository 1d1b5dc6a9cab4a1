"""Sections of an overlay: what they are headed by in every edition, and how one is taken out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from casemgr_jd._located import like
from casemgr_jd.content.ordering import KEYS, Place, put

__all__ = ["gathered", "headed", "without_section"]

_WORDS = ("title", "tip")
_SENTENCES = ("sections.toml", "settings.toml", "tiers.toml", "roles.toml")
"""The files that hold the sentences of postings."""


def headed(tables: Mapping[str, Any], sections: Sequence[Mapping[str, Any]]) -> None:
    """Give each section, in every edition and in the guide's template, the words and place of an overlay."""
    words = {one["id"]: {key: one[key] for key in _WORDS if key in one} for one in sections}
    for plan in (*_layouts(tables), *tables["template.toml"]["template"]):
        plan.update(words.get(plan["id"], {}))
    for one in sections:
        for key in KEYS:
            if isinstance(one.get(key), str):
                _place(tables, one, Place(one[key], key == "after"))


def _place(tables: Mapping[str, Any], section: Mapping[str, Any], place: Place) -> None:
    """Lay a section out beside another in every edition."""
    for layouts in _editions(tables):
        own = [one for one in layouts if one["id"] == section["id"]]
        layouts[:] = [one for one in layouts if one not in own]
        made = {"id": section["id"], **{key: section[key] for key in _WORDS if key in section}}
        for one in layouts:
            if section["id"] in _taken(one):
                one["takes"] = [name for name in one["takes"] if name != section["id"]]
        put(layouts, own[0] if own else made, place, _takes)


def _takes(layout: Mapping[str, Any], name: str) -> bool:
    return name == layout["id"] or name in _taken(layout)


def _taken(layout: Mapping[str, Any]) -> list[Any]:
    """Return what a section takes; a value of another kind is told when the tables are read."""
    names = layout.get("takes")
    return names if isinstance(names, list) else []


def gathered(tables: Mapping[str, Any], sections: Sequence[Mapping[str, Any]]) -> None:
    """Move each item to the section in which an overlay words it, so that none stands in two."""
    plans = {one["id"]: one for one in tables["sections.toml"]["sections"]}
    homes = {item["id"]: plan for plan in plans.values() for item in plan.get("items", ())}
    for section in sections:
        here = plans.get(section["id"])
        for item in _items(section):
            home = homes.get(item["id"])
            if here is not None and home is not None and home is not here:
                moved = [one for one in home["items"] if one["id"] == item["id"]]
                home["items"] = [one for one in home["items"] if one not in moved]
                here["items"] = [*here.get("items", ()), *moved]


def _items(section: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    items = section.get("items")
    for one in items if isinstance(items, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            yield one


def without_section(tables: Mapping[str, Any], name: str) -> bool:
    """Take a section out of every edition, with what stands in it; tell whether there was one.

    The guide's own template keeps its section: what its items say may stand elsewhere as well.
    """
    plans = tables["sections.toml"]["sections"]
    if not any(one.get("id") == name for one in plans):
        return False
    named = [one for one in _layouts(tables) if one.get("id") == name]
    gone = {name, *_texts(part for one in named for part in _taken(one))}
    for home in _editions(tables):
        home[:] = [one for one in home if one.get("id") != name]
    for layout in _layouts(tables):
        if name in _taken(layout):
            layout["takes"] = [one for one in layout["takes"] if one != name]
    kept = _texts(part for one in _layouts(tables) for part in (one.get("id"), *_taken(one)))
    gone -= {*kept} - {name}
    plans[:] = [one for one in plans if one.get("id") not in gone]
    for file, table in tables.items():
        for home in _lists(table):
            _leave(home, gone, is_sentences=file in _SENTENCES)
    return True


def _texts(values: Iterable[Any]) -> Iterator[str]:
    """Yield the values that can be ids; one of another kind is told when the tables are read."""
    return (one for one in values if isinstance(one, str))


def _leave(home: list[Any], sections: Set[str], is_sentences: bool) -> None:
    """Take out the sentences of sections; what else speaks of them stays, in no section."""
    inside = [one for one in home if isinstance(one, dict) and one.get("section") in sections]
    if not inside:
        return
    if is_sentences:
        home[:] = [one for one in home if one not in inside]
    else:
        # In place of it: a table of an item is the base catalog's too.
        home[:] = [_nowhere(one) if one in inside else one for one in home]


def _nowhere(item: Mapping[str, Any]) -> dict[str, Any]:
    return like(item, {key: value for key, value in item.items() if key != "section"})


def _editions(tables: Mapping[str, Any]) -> list[list[Any]]:
    plans = tables["sections.toml"]["editions"]
    # An own edition that has none is told when the tables are read.
    return [plan["sections"] for plan in plans if "sections" in plan]


def _layouts(tables: Mapping[str, Any]) -> list[Any]:
    return [layout for layouts in _editions(tables) for layout in layouts]


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, Mapping):
        for one in value.values():
            yield from _lists(one)
    elif isinstance(value, list):
        yield value
        for one in value:
            yield from _lists(one)
