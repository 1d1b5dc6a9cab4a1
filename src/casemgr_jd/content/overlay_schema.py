"""JSON Schema of an overlay's file, made from the keys that our readers take.

It refuses nothing that an overlay accepts; names of other tables are left to the reader of the file.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._field_docs import field_docs
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.ordering import KEYS
from casemgr_jd.content.overlay_tables import TABLES, Key
from casemgr_jd.content.packaged import packaged_tables
from casemgr_jd.content.requisition_schema import requisition_schema
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition

__all__ = ["key_schemas", "overlay_schema"]

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors of TOML read."""
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}
_TABLE: Schema = {"type": "object"}
_SHAPES: Mapping[str, Schema] = {
    "text": {"type": "string"},
    "number": {"type": "number"},
    "true or false": {"type": "boolean"},
    "list of texts": _TEXTS,
    "table": _TABLE,
    "tables": {"type": "array", "items": _TABLE},
    # A date of TOML is text to an editor.
    "date": {"type": "string"},
    "any": {},
}
_PLACES: Mapping[str, Schema] = {
    key: {"type": "string", "description": f"Id of the table of its kind to stand {key}."}
    for key in KEYS
}


def overlay_schema() -> Schema:
    """Return the JSON Schema (draft 7) of a file of an overlay.

    >>> schema = overlay_schema()
    >>> schema["properties"]["tiers"]["items"]["properties"]["title_prefix"]["type"]
    'string'
    """
    others = {
        key: {"type": "array", "items": _TABLE}
        for table in packaged_tables()[0].values()
        for key in table
        if key != "source"
    }
    ours = {
        name: {
            "description": f"{table.words[0].upper()}{table.words[1:]}.",
            "type": "array",
            "items": _object(table.keys, needed=["id"], more=_PLACES),
        }
        for name, table in TABLES.items()
    }
    return {
        "$schema": _DIALECT,
        "$id": "urn:casemgr-jd:schema:overlay:1",
        "title": "Content of an employer's own, laid over the guide",
        "description": "A table with the id of a known one changes what it names; a new id adds.",
        "type": "object",
        "properties": {**others, **ours, "remove": _REMOVE, "source": _citation()},
        "additionalProperties": False,
        "definitions": {"facts": _facts()},
    }


def key_schemas(table: str) -> dict[str, Schema]:
    """Return the schema of each key of a table of an overlay."""
    return {one.name: _of_key(one) for one in TABLES[table].keys}


_ID: Schema = {"type": "string"}
_REASONED: Schema = {
    "type": "object",
    "properties": {"id": _ID, "reason": {"type": "string"}},
    "required": ["id"],
    "additionalProperties": False,
}
_REMOVE: Schema = {
    "description": "Ids to take out; one that law wants needs a reason.",
    "anyOf": [_ID, _REASONED, {"type": "array", "items": {"anyOf": [_ID, _REASONED]}}],
}


def _object(
    keys: Iterable[Key], needed: Iterable[str] = (), more: Mapping[str, Schema] | None = None
) -> Schema:
    return {
        "type": "object",
        "properties": {**{one.name: _of_key(one) for one in keys}, **(more or {})},
        "required": [*needed],
        "additionalProperties": False,
    }


def _of_key(key: Key) -> Schema:
    return {**_shape(key), **_saying(key.meaning)}


def _shape(key: Key) -> Schema:
    if key.name in _TABLES_INSIDE and key.takes == "table":
        return _TABLES_INSIDE[key.name]()
    if key.inside:
        return {"type": "array", "items": _object(key.inside)}
    return _SHAPES[key.takes] | ({"examples": [*key.choices]} if key.choices else {})


def _saying(words: str) -> Schema:
    return {"description": words.replace("``", "`")} if words else {}


def _citation() -> Schema:
    docs = field_docs(Citation)
    return {
        "type": "object",
        "properties": {
            one.name: {"type": "string", **_saying(docs.get(one.name, ""))}
            for one in attrs.fields(Citation)
        },
        "additionalProperties": False,
    }


def _condition() -> Schema:
    docs = field_docs(Condition)
    return {
        "type": "object",
        "properties": {
            one.name: _of_condition(one.name) | _saying(docs.get(one.name, ""))
            for one in attrs.fields(Condition)
        },
        "additionalProperties": False,
    }


def _of_condition(name: str) -> Schema:
    if name == "experience_below":
        return {"type": "number"}
    return {"type": "boolean"} if name in ("fieldwork", "performance_line") else _TEXTS


def _facts() -> Schema:
    facts = requisition_schema()["properties"]
    known = {one.name for one in load_catalog().fields}
    return {
        "type": "object",
        "properties": {name: schema for name, schema in facts.items() if name in known},
        "additionalProperties": False,
    }


_TABLES_INSIDE: Mapping[str, Callable[[], Schema]] = {
    "when": _condition,
    "source": _citation,
    "defaults": lambda: {"allOf": [{"$ref": "#/definitions/facts"}]},
}
