"""``casemgr-jd schema``."""

import json

import click

from casemgr_jd._resources import files, read_text
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import write
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import UnknownNameError

__all__ = ["command", "requisition_text"]

_REQUISITION = "requisition"
_OURS = ("law", "overlay", "report", "rules")
"""What is written or read by people who use an editor, or by other programs."""


@click.command("schema", cls=HouseCommand)
@click.argument("name")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(name: str, output: str | None, house: House) -> None:
    """Print the JSON Schema of NAME: requisition, law (a file of law by place) or report (check -f json).

    That of a requisition offers the settings, tiers, roles and slots of the house.
    """
    known = _known()
    if name == _REQUISITION:
        write(requisition_text(house.catalog()), output)
    elif name in known:
        write(read_text("data", "schemas", f"{name}.schema.json"), output)
    else:
        raise UnknownNameError("schema", name, sorted([*known, _REQUISITION]))


def requisition_text(catalog: Catalog) -> str:
    """Return the schema of a requisition file as JSON."""
    from casemgr_jd.content.requisition_schema import requisition_schema

    return json.dumps(requisition_schema(catalog), ensure_ascii=False, indent=2) + "\n"


def _known() -> list[str]:
    folder = files("casemgr_jd") / "data" / "schemas"
    return [name for name in _OURS if (folder / f"{name}.schema.json").is_file()]
