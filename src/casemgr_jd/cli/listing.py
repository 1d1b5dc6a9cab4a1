"""``casemgr-jd list``."""

import json
from collections.abc import Callable, Iterable
from typing import Any

import click

from casemgr_jd._formats import FORMATS
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import write
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.renderers.outlets import OUTLETS, outlet_named

__all__ = ["command"]

Rows = Iterable[dict[str, Any]]


def _settings(catalog: Catalog) -> Rows:
    for one in catalog.settings:
        yield {"id": one.id, "name": one.name, "population": one.population}


def _tiers(catalog: Catalog) -> Rows:
    for one in catalog.tiers:
        yield {"id": one.id, "name": one.name, "experience": str(one.experience or "")}


def _roles(catalog: Catalog) -> Rows:
    for one in catalog.roles:
        yield {"id": one.id, "title": one.title, "licenses": list(one.licenses)}


def _kpis(catalog: Catalog) -> Rows:
    for _, setting, measures in catalog.kpi_sets:
        for one in measures:
            yield {
                "id": one.id,
                "setting": setting,
                "name": one.statement(),
                "unit": one.unit,
                "direction": one.direction,
                "definition": one.definition,
            }


def _caseloads(catalog: Catalog) -> Rows:
    for one in catalog.caseloads:
        yield {"id": one.id, "setting": one.setting, "statement": one.statement()}


def _slots(catalog: Catalog) -> Rows:
    for one in (one for one in catalog.slots if not one.of):
        yield {
            "id": one.id,
            "label": one.label,
            "kind": one.kind.value,
            "field": one.field,
            "options": list(one.options),
        }


def _sections(catalog: Catalog) -> Rows:
    for one in catalog.sections:
        yield {"id": one.id, "title": one.title, "tip": one.tip}


def _items(catalog: Catalog) -> Rows:
    for one in catalog.items():
        yield {"id": one.id, "kind": one.kind, "text": one.text, "options": list(one.options)}


def _formats(catalog: Catalog) -> Rows:
    return [{"id": name} for name in FORMATS.names()]


def _outlets(catalog: Catalog) -> Rows:
    for one in map(outlet_named, OUTLETS):
        yield {"id": one.id, "name": one.name, "format": one.format, "source": one.source}


def _jurisdictions(catalog: Catalog) -> Rows:
    for one in catalog.places:
        yield {"id": one.id, "name": one.name, "level": one.level, "state": one.state}


_KINDS: dict[str, Callable[[Catalog], Rows]] = {
    "settings": _settings,
    "tiers": _tiers,
    "roles": _roles,
    "kpis": _kpis,
    "caseloads": _caseloads,
    "slots": _slots,
    "sections": _sections,
    "items": _items,
    "formats": _formats,
    "outlets": _outlets,
    "jurisdictions": _jurisdictions,
}


@click.command("list", cls=HouseCommand)
@click.argument("kind", type=click.Choice(list(_KINDS)))
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Format of the list.",
)
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(kind: str, format_: str, output: str | None, house: House) -> None:
    """List what the guide holds of KIND."""
    rows = list(_KINDS[kind](house.catalog()))
    if format_ == "json":
        write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n", output)
    else:
        write("".join(f"{_line(row)}\n" for row in rows), output)


def _line(row: dict[str, Any]) -> str:
    name, *rest = row.values()
    words = [", ".join(value) if isinstance(value, list) else str(value) for value in rest]
    return "  ".join([f"{name:<28}".rstrip() if not words else f"{name:<28}", *filter(None, words)])
