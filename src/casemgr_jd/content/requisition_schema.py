"""JSON Schema of a requisition file, made from the one description of each field.

Editors offer and check keys and values with it. It refuses nothing that a requisition accepts; what no
schema can say, such as that one figure is above another, is left to the reader of the file.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from casemgr_jd._attrs import fields
from casemgr_jd._doors import door
from casemgr_jd.content.allowed import allowed
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.choices import PayPeriod
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.pay import PayPart, PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.ranges import HOURS_OF_A_WEEK, PercentRange, YearsRange
from casemgr_jd.model.requisition import GUIDE, ONGOING, Addition, Omission, Suppression
from casemgr_jd.model.states import STATES

__all__ = ["requisition_schema"]

Schema = dict[str, Any]
Maker = Callable[[FieldPlan, Catalog], Schema]

_DIALECT = "http://json-schema.org/draft-07/schema#"
"""The one that editors of TOML read."""
_MOST = 1_000_000_000
_TEXT: Schema = {"type": ["string", "null"]}
_WHOLE: Schema = {"type": ["integer", "null"], "minimum": 0, "maximum": _MOST}
_FLAG: Schema = {"type": ["boolean", "null"]}
# Whatever Python reads as a calendar date, or nothing.
_DATE: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\s*(?:\d{4}-?\d{2}-?\d{2}|\d{4}-?W\d{2}(?:-?\d)?)?\s*$",
}
_AMOUNT: Schema = {
    "type": ["number", "null"],
    "exclusiveMinimum": 0,
    "exclusiveMaximum": 10_000_000,
}


@door()
def requisition_schema(catalog: Catalog | None = None) -> dict[str, Any]:
    """Return the JSON Schema (draft 7) of a requisition file.

    Args:
        catalog: the content whose settings, tiers, roles and own slots are offered; the packaged one if left
            out.

    >>> schema = requisition_schema()
    >>> schema["properties"]["organization"]["title"]
    'Organization'
    """
    content = catalog or load_catalog()
    return {
        "$schema": _DIALECT,
        "$id": "urn:casemgr-jd:schema:requisition:1",
        "title": "Requisition of a Case Manager posting",
        "description": "Every key may be left out; what is needed and missing stays a visible blank.",
        "type": "object",
        "properties": {**_FRAME, **{one.name: _field(one, content) for one in content.fields}},
        "additionalProperties": False,
    }


_FRAME: dict[str, Schema] = {
    "$schema": {"type": "string", "description": "The schema that an editor of JSON is to use."},
    "schema_version": {"title": "Version of the form", "const": 1},
    "kind": {"title": "Kind of file", "const": "Requisition"},
    "publish": {
        "title": "Options of outlets",
        "description": "A table for each outlet, such as [publish.linkedin].",
        "type": "object",
        "additionalProperties": {"type": "object"},
    },
}


def _field(plan: FieldPlan, catalog: Catalog) -> Schema:
    made: Schema = {"title": plan.label, "description": _says(plan)}
    if plan.sample is not None:
        made["examples"] = [_as_json(plan.sample)]
    return made | _MAKERS[plan.kind](plan, catalog)


def _says(plan: FieldPlan) -> str:
    adopted = f' "guide" takes over {plan.adopt}.' if plan.adopt else ""
    return f"{plan.help or plan.ask}{adopted}"


def _as_json(value: Any) -> Any:
    """Return a value of TOML as JSON has it."""
    if isinstance(value, list | tuple):
        return [_as_json(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _as_json(one) for key, one in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else value


def _suggesting(*options: str) -> Schema:
    """Return the schema of a text for which there are suggestions."""
    return {"anyOf": [{"enum": [*options]}, _TEXT]} if options else _TEXT


def _one_of(names: Iterable[str]) -> Schema:
    """Return the schema of one of some names; an editor offers them as we write them."""
    known = list(names)
    forms = "|".join(map(_any_form, known))
    loose = {"type": "string", "pattern": rf"^\s*(?:{forms})?\s*$"}
    return {"anyOf": [{"enum": known}, loose, {"type": "null"}]}


def _any_form(name: str) -> str:
    """Return a pattern of the ways in which a name may be written: large letters, hyphens, spaces."""
    return "".join(map(_any_letter, name))


def _any_letter(letter: str) -> str:
    if letter in "_-":
        return r"[-_\s]"
    if letter.isalpha():
        return f"[{letter.lower()}{letter.upper()}]"
    return rf"\{letter}" if letter == "." else letter


def _one_or_several(one: Schema) -> Schema:
    return {"anyOf": [{"type": "array", "items": one}, one, {"type": "null"}]}


def _table(kind: type, parts: Mapping[str, Schema], *needed: str) -> Schema:
    """Return the schema of a table with the fields of a class; what *parts* leaves out is a text."""
    names = [one.alias or one.name for one in fields(kind)]
    made: Schema = {
        "type": "object",
        "properties": {name: parts.get(name, _TEXT) for name in names},
        "additionalProperties": False,
    }
    return {**made, "required": [*needed]} if needed else made


def _names(plan: FieldPlan, catalog: Catalog) -> Schema:
    also = (
        [name for tier in catalog.tiers for name in tier.also_called] if plan.name == "tier" else []
    )
    return _one_of([*allowed(plan, catalog), *also])


def _several_names(plan: FieldPlan, catalog: Catalog) -> Schema:
    return _one_or_several(_names(plan, catalog))


def _text(plan: FieldPlan, catalog: Catalog) -> Schema:
    return _suggesting(*plan.options)


def _list(plan: FieldPlan, catalog: Catalog) -> Schema:
    return _one_or_several(_suggesting(*plan.options, *([GUIDE] if plan.adopt else [])))


def _measures(plan: FieldPlan, catalog: Catalog) -> Schema:
    known = dict.fromkeys(kpi.id for _, _, kpis in catalog.kpi_sets for kpi in kpis)
    return _one_or_several(_suggesting(GUIDE, *known))


def _omissions(plan: FieldPlan, catalog: Catalog) -> Schema:
    name = _suggesting(*sorted(catalog.names()))
    return _one_or_several({"anyOf": [name, _table(Omission, {"id": name}, "id")]})


def _additions(plan: FieldPlan, catalog: Catalog) -> Schema:
    sections = _suggesting(*(one.id for one in catalog.sections))
    return _one_or_several(_table(Addition, {"section": sections}, "section", "text"))


def _extra(plan: FieldPlan, catalog: Catalog) -> Schema:
    declared = {
        one.id: {
            "title": one.label,
            **({"description": one.hint} if one.hint else {}),
            **_one_or_several(_suggesting(*one.options)),
        }
        for one in catalog.own_slots
    }
    return {
        "type": ["object", "null"],
        "properties": declared,
        "additionalProperties": _one_or_several(_TEXT),
    }


def _always(schema: Schema) -> Maker:
    return lambda plan, catalog: schema


def _pair(end: Schema) -> Schema:
    return {"type": "array", "items": end, "minItems": 2, "maxItems": 2}


def _bounded(most: float, kind: str = "integer") -> Schema:
    return {"type": kind, "minimum": 0, "maximum": most}


_PERCENT = _bounded(100)
_YEARS = _bounded(_MOST)
_HOURS: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": HOURS_OF_A_WEEK}
_NULL: Schema = {"type": "null"}
_STATE = _suggesting(*STATES)
_PLACE = _table(Location, {"state": _STATE, "country": {"type": "string"}, "unincorporated": _FLAG})

_AMOUNTS = dict.fromkeys(("minimum", "maximum", "rate"), _AMOUNT)
_ENDS: list[Schema] = [{"required": ["minimum", "maximum"]}, {"required": ["rate"]}]
_PART = {**_table(PayPart, _AMOUNTS, "name"), "anyOf": _ENDS}
_PAY: Schema = {
    **_table(
        PayRange,
        {
            **_AMOUNTS,
            "currency": {"type": "string", "pattern": r"^\s*[A-Za-z]{3}\s*$"},
            "per": _one_of(one.value for one in PayPeriod),
            "by": _one_or_several(_PART),
        },
    ),
    "anyOf": [*_ENDS, {"required": ["by"]}],
}

_MAKERS: dict[str, Maker] = {
    "id": _names,
    "ids": _several_names,
    "choice": _names,
    "text": _text,
    "contact": _text,
    "url": _always(
        {"type": ["string", "null"], "pattern": r"^\s*(?:(?:https?://|mailto:)\S+)?\s*$"}
    ),
    "sentences": _list,
    "some_of": _list,
    "measures": _measures,
    "states": _always(_one_or_several(_STATE)),
    "countries": _always(_one_or_several(_TEXT)),
    "places": _always(_one_or_several(_PLACE)),
    "flag": _always(_FLAG),
    "count": _always(_WHOLE),
    "counts": _always(
        {"type": ["object", "null"], "additionalProperties": _bounded(_MOST)},
    ),
    "days": _always({"anyOf": [_bounded(7), _TEXT]}),
    "percent": _always(
        {
            "anyOf": [
                _PERCENT,
                _pair(_PERCENT),
                _table(PercentRange, dict.fromkeys(("low", "high"), _PERCENT), "low", "high"),
                _NULL,
            ]
        }
    ),
    "years": _always(
        {
            "anyOf": [
                _YEARS,
                _pair(_YEARS),
                _table(
                    YearsRange,
                    {"minimum": _YEARS, "maximum": _WHOLE, "or_more": _FLAG},
                    "minimum",
                ),
                _NULL,
            ]
        }
    ),
    "hours": _always({"anyOf": [_HOURS, {**_pair(_HOURS), "minItems": 1}, _TEXT]}),
    "caseload": _always(
        {
            "anyOf": [
                {"enum": [GUIDE]},
                {"type": "string", "pattern": rf"^\s*(?:{_any_form(GUIDE)})?\s*$"},
                _pair(_YEARS),
                _table(
                    CaseloadRange,
                    {
                        "low": _YEARS,
                        "high": _YEARS,
                        "adjusted_for": _one_or_several(_TEXT),
                        "about": _FLAG,
                        "source": {},
                    },
                    "low",
                    "high",
                ),
                _NULL,
            ]
        }
    ),
    "pay": _always({"anyOf": [_PAY, _NULL]}),
    "date": _always(_DATE),
    "date_or_text": _always(_TEXT),
    "date_or_ongoing": _always(
        {
            "anyOf": [
                {"enum": [ONGOING]},
                {"type": "string", "pattern": rf"^\s*{_any_form(ONGOING)}\s*$"},
                {"type": "string", "pattern": r"^\s*\d{4}-?\d{2}-?\d{2}.*:"},
                _DATE,
            ]
        }
    ),
    "additions": _additions,
    "suppressions": _always(
        _one_or_several(_table(Suppression, {"until": _DATE}, "code", "reason"))
    ),
    "omissions": _omissions,
    "extra": _extra,
}
"""What a value of each kind looks like in a file."""
