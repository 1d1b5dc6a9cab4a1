"""What the catalog takes from the files of law, so that an overlay can lay its own over it.

Imports nothing of ours: the build loads this file by its path, to pack the same tables into the wheel.
"""

from collections.abc import Mapping
from typing import Any

__all__ = ["content_tables"]

_OF_PLACES = ("id", "name", "level", "state", "cities", "counties", "unincorporated")
_FROM_PLACES = ("as_of", "review_by")


def content_tables(
    files: Mapping[str, Mapping[str, Any]], states: Mapping[str, str]
) -> dict[str, list[dict[str, Any]]]:
    """Return the places (every state, and those with a file) and the statements, as content tables.

    >>> head = {"id": "CO", "name": "Colorado", "level": "state", "state": "CO", "as_of": 1, "review_by": 2}
    >>> file = {"place": head, "statements": [{"id": "s"}]}
    >>> content_tables({"co.toml": file}, {"CO": "Colorado"})["statements"]
    [{'place': 'CO', 'as_of': 1, 'review_by': 2, 'id': 's'}]
    """
    named = [
        {"id": code, "name": name, "level": "state", "state": code} for code, name in states.items()
    ]
    tables = [files[name] for name in sorted(files)]
    local = [
        {key: table["place"][key] for key in _OF_PLACES if key in table["place"]}
        for table in tables
        if table["place"]["level"] in ("county", "city")
    ]
    statements = [
        {**inherited(table), **row} for table in tables for row in table.get("statements", ())
    ]
    return {"places": [*named, *local], "statements": statements}


def inherited(table: Mapping[str, Any]) -> dict[str, Any]:
    """Return what each record of a place's file takes from its head."""
    place = table["place"]
    return {"place": place["id"], **{key: place[key] for key in _FROM_PLACES}}
