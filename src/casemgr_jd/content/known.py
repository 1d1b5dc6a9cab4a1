"""The items that a catalog read of its tables, so that who lays something over it reads only what is new."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.source import OF_ITEMS
from casemgr_jd.model.item import Item

__all__ = ["known_items"]

_Pair: TypeAlias = tuple[list[Any], tuple[Item, ...]]


def known_items(catalog: Catalog) -> Mapping[int, Item]:
    """Return the items of *catalog* by the identities of the tables that they were read of.

    They stay what they are as long as the catalog is there, which holds its tables.
    """
    if catalog.own:
        # What a program gave stands in the place of what was read.
        return {}
    return {
        id(table): item
        for tables, items in _lists(catalog)
        if [table.get("id") for table in tables] == [item.id for item in items]
        for table, item in zip(tables, items)
    }


def _lists(catalog: Catalog) -> Iterator[_Pair]:
    """Yield each list of tables of items, with what was read of it."""
    settings = catalog._tables["settings.toml"]
    yield _listed(settings, "general"), catalog.general
    yield _listed(settings, "titled"), catalog.titled
    plans = (
        ("template.toml", "template", [one.items for one in catalog.template]),
        ("template.toml", "modules", [one.items for one in catalog.modules]),
        ("sections.toml", "sections", [one.items for one in catalog.sections]),
        ("settings.toml", "settings", [one.items for one in catalog.settings]),
        ("tiers.toml", "tiers", [one.scope for one in catalog.tiers]),
        ("roles.toml", "roles", [one.core for one in catalog.roles]),
    )
    for file, key, read in plans:
        for table, items in zip(_listed(catalog._tables[file], key), read):
            yield from ((_listed(table, name), items) for name in OF_ITEMS if name in table)


def _listed(table: Mapping[str, Any], key: str) -> list[Any]:
    found: list[Any] = table.get(key) or []
    return found
