"""A house style as an overlay: its letterhead, sections, headings and slots, as tables of content."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.house.own_section import OwnSection
from casemgr_jd.model.slot import Slot

__all__ = ["HOUSE", "as_written", "house_tables"]

HOUSE = "house style"
"""What the tables of a house style are called where one of them is wrong."""

_LETTERHEAD = "letterhead"
_FACT = "fact"
_FIRST = "facts"
"""The section with which a posting begins."""

Table = dict[str, Any]


def house_tables(
    letterhead: Iterable[str],
    sections: Iterable[OwnSection],
    renames: Mapping[str, str],
    slots: Iterable[Slot],
    catalog: Catalog,
) -> Mapping[str, Mapping[str, Any]]:
    """Return what a house style says as the tables of an overlay.

    Raises:
        InputError: a rename names nothing.
    """
    tables: dict[str, list[Table]] = {"sections": [], "items": [], "slots": []}
    lines = tuple(letterhead)
    if lines:
        tables["sections"].append({"id": _LETTERHEAD, "form": "paragraphs", "before": _FIRST})
        tables["items"] += _items(_LETTERHEAD, lines, "paragraphs")
    for one in sections:
        tables["sections"].append(_section(one))
        tables["items"] += _items(one.id, one.paragraphs, "paragraphs")
        tables["items"] += _items(one.id, one.bullets, "bullets", len(one.paragraphs))
    tables["slots"] += [_slot(one) for one in slots]
    for key, table in _renamed(renames, catalog):
        tables.setdefault(key, []).append(table)
    stale = _no_longer_said(tables["items"], catalog)
    told: dict[str, Any] = {"remove": stale, **tables}
    return {HOUSE: {key: value for key, value in told.items() if value}}


def as_written(problem: Problem) -> Problem:
    """Return a problem of one of the tables under the part of the house style that it was made of.

    >>> as_written(Problem("house.letterhead.2.text", "names no slot")).path
    'letterhead[1]'
    """
    path = problem.path.removeprefix(f"{HOUSE}: ")
    start, _, rest = path.partition(".")
    part, _, number = rest.removesuffix(".text").rpartition(".")
    if start != "house" or not number.isdigit():
        return problem._replace(path=path)
    at = f"{_LETTERHEAD}[{int(number) - 1}]" if part == _LETTERHEAD else f"sections[{part}]"
    return problem._replace(path=at)


def _no_longer_said(items: Iterable[Table], catalog: Catalog) -> list[str]:
    """Return what a style beneath says in the sections that this one words anew."""
    own = {one["id"] for one in items}
    starts = tuple({name.rpartition(".")[0] + "." for name in own})
    said = (one.id for one in catalog.posting_items() if one.id.startswith(starts))
    return [name for name in said if name not in own] if starts else []


def _section(one: OwnSection) -> Table:
    given = {"title": one.title, "before": one.before, "after": one.after}
    return {"id": one.id, **{key: value for key, value in given.items() if value}}


def _items(section: str, texts: Iterable[str], form: str, told: int = 0) -> Iterator[Table]:
    for number, text in enumerate(texts, told + 1):
        yield {
            "id": f"house.{section}.{number}",
            "section": section,
            "text": text,
            "form": form,
            "priority": 1,
        }


def _slot(one: Slot) -> Table:
    made: Table = {"id": one.id, "label": one.label, "kind": one.kind.value, "field": "extra"}
    made |= {"options": list(one.options), "join": one.join, "hint": one.hint}
    return made


def _renamed(renames: Mapping[str, str], catalog: Catalog) -> Iterator[tuple[str, Table]]:
    """Yield each table that a rename changes, with the key that it stands under."""
    known = _named(catalog)
    problems: list[Problem] = []
    for name, words in renames.items():
        if found := known.get(snake(name)):
            yield from ((key, {"id": id_, field: words}) for key, field, id_ in found)
        else:
            hint = did_you_mean(name, known) or "name a section, setting, tier, role or fact"
            problems.append(Problem(f"renames.{name}", "names nothing", hint))
    if problems:
        raise InputError(problems)


_Words = tuple[str, str, str]
"""Words that can be given anew: the key of their table, their field in it, and its id."""


def _named(catalog: Catalog) -> dict[str, list[_Words]]:
    """Return the words that each name stands for.

    A section, setting, tier or role is known by its id, a line at the top by its fact.
    """
    found: dict[str, list[_Words]] = {}
    for item in catalog.posting_items():
        if item.label:
            start, *more = item.id.split(".")
            words = ("items", "label", item.id)
            found.setdefault(item.id, []).append(words)
            if start == _FACT:
                found.setdefault(more[0], []).append(words)
    found |= {one.id: [("settings", "name", one.id)] for one in catalog.settings}
    found |= {one.id: [("roles", "title", one.id)] for one in catalog.roles}
    for tier in catalog.tiers:
        names = ("name", "title_prefix") if tier.title_prefix else ("name",)
        found[tier.id] = [("tiers", one, tier.id) for one in names]
    found |= {one.id: [("sections", "title", one.id)] for one in catalog.sections}
    return found
