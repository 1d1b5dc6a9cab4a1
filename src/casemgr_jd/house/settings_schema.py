"""JSON Schema of a settings file, made from the fields that its tables become."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from casemgr_jd._attrs import fields
from casemgr_jd._field_docs import field_docs
from casemgr_jd._formats import FORMATS
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.overlay_schema import key_schemas
from casemgr_jd.content.requisition_schema import requisition_schema
from casemgr_jd.errors import CaseMgrError
from casemgr_jd.house.check_choices import CheckChoices
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.house.own_section import OwnSection
from casemgr_jd.house.settings import CHECK, STYLE
from casemgr_jd.renderers.theme import Theme

__all__ = ["settings_schema"]

Schema = dict[str, Any]

_DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_WORDS: Schema = {"type": "object", "additionalProperties": _TEXT}


def settings_schema(catalog: Catalog | None = None) -> Schema:
    """Return the JSON Schema (draft 7) of a settings file, ``casemgr-jd.toml``.

    Args:
        catalog: the content whose settings, tiers, roles and own slots are offered; the packaged one if left
            out.

    >>> settings_schema()["properties"]["style"]["properties"]["letterhead"]["description"]
    'Lines at the top of every posting, with `{slot}` for a value.'
    """
    facts = requisition_schema(catalog)["properties"]
    return {
        "$schema": _DIALECT,
        "$id": "urn:casemgr-jd:schema:settings:1",
        "title": "House style of Case Manager postings",
        "type": "object",
        "properties": {
            "extends": {
                **_TEXTS,
                "description": "Other settings files, or names of installed house styles, beneath this one.",
            },
            "style": _described(HouseStyle, _style(facts), {one: one for one in STYLE}),
            "theme": _described(Theme, {}, {one.name: one.name for one in fields(Theme)}),
            "check": _described(CheckChoices, _check(facts), CHECK),
            "outlets": _outlets(),
        },
        "additionalProperties": False,
    }


def _described(kind: type, shapes: Mapping[str, Schema], keys: Mapping[str, str]) -> Schema:
    """Return the schema of a table: by each key the shape of its field, which is a text if left out."""
    docs = field_docs(kind)
    return _object(
        {
            key: {**shapes.get(name, _TEXT), "description": docs[name].replace("``", "`")}
            for key, name in keys.items()
        }
    )


def _any_spelling(key: str) -> str:
    return f"^{key.replace('-', '[-_]')}$"


def _object(properties: Mapping[str, Schema], needed: Iterable[str] = ()) -> Schema:
    # Offered as we write them, and taken with an underscore too.
    spelt = {_any_spelling(key): one for key, one in properties.items() if "-" in key}
    return {
        "type": "object",
        "properties": {**properties},
        "patternProperties": spelt,
        "required": [*needed],
        "additionalProperties": False,
    }


def _style(facts: Mapping[str, Schema]) -> dict[str, Schema]:
    own = {one.name: one.name for one in fields(OwnSection)}
    section = _described(OwnSection, {"paragraphs": _TEXTS, "bullets": _TEXTS}, own)
    slot = _object({name: one for name, one in key_schemas("slots").items() if name != "field"})
    slot["properties"]["options"] = {
        "description": slot["properties"]["options"]["description"],
        **_TEXTS,
    }
    return {
        "content": _TEXTS,
        "letterhead": _TEXTS,
        "facts": _object(facts),
        "values": {"type": "object", "additionalProperties": _TEXTS},
        "slots": _one_or_several({**slot, "required": ["id"]}),
        "sections": _one_or_several({**section, "required": ["id"]}),
        "renames": _WORDS,
        "banned": {"anyOf": [_WORDS, _TEXTS]},
    }


def _one_or_several(table: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": table}, table]}


def _check(facts: Mapping[str, Schema]) -> dict[str, Schema]:
    return {
        "select": _TEXTS,
        "ignore": _TEXTS,
        "fail_on": {**_TEXT, "examples": ["error", "warning", "info", "never"]},
        "employees": {"type": "integer", "minimum": 0},
        "inline_suppressions": {"type": "boolean"},
        "outlets": _TEXTS,
        "suppress": facts["suppress"],
    }


def _options(name: str) -> Mapping[str, object]:
    with suppress(CaseMgrError):
        found: Mapping[str, object] = getattr(FORMATS.get(name), "options", {})
        return found
    # A format whose extra is not installed says nothing of its options.
    return {}


def _outlets() -> Schema:
    formats = {
        name: {"type": "object", "properties": {option: {} for option in options}}
        for name in FORMATS.built_in
        if (options := _options(name))
    }
    return {
        "description": "Options by outlet, as under [publish] of a requisition, which go before them.",
        "type": "object",
        "properties": formats,
        "additionalProperties": {"type": "object"},
    }
