"""``casemgr-jd schema``."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import click

from casemgr_jd._resources import read_text
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import write
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import UnknownNameError

__all__ = ["command", "requisition_text"]

_OURS = ("law", "report")
"""Schemas that are files: what people with an editor write, or other programs read."""


@click.command("schema", cls=HouseCommand)
@click.argument("name")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(name: str, output: str | None, house: House) -> None:
    """Print the JSON Schema of NAME: requisition, settings (casemgr-jd.toml), overlay, law or report.

    That of a requisition, and of the facts in settings, offers the settings, tiers, roles and slots of the
    house. An overlay is a file of content of your own, law a file of law by place, and report what
    check -f json writes.
    """
    if name in _MADE:
        write(_MADE[name](house), output)
    elif name in _OURS:
        write(read_text("data", "schemas", f"{name}.schema.json"), output)
    else:
        raise UnknownNameError("schema", name, sorted([*_OURS, *_MADE]))


def requisition_text(catalog: Catalog) -> str:
    """Return the schema of a requisition file as JSON."""
    from casemgr_jd.content.requisition_schema import requisition_schema

    return _as_json(requisition_schema(catalog))


def _settings_text(house: House) -> str:
    from casemgr_jd.house.settings_schema import settings_schema

    return _as_json(settings_schema(house.catalog()))


def _overlay_text(_house: House) -> str:
    from casemgr_jd.content.overlay_schema import overlay_schema

    return _as_json(overlay_schema())


def _as_json(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


_MADE: Mapping[str, Callable[[House], str]] = {
    "requisition": lambda house: requisition_text(house.catalog()),
    "settings": _settings_text,
    "overlay": _overlay_text,
}
"""Schemas that are made from what describes the file."""
