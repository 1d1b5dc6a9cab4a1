"""``casemgr-jd schema``."""

import click

from casemgr_jd._resources import files, read_text
from casemgr_jd.cli._output import write
from casemgr_jd.errors import UnknownNameError

__all__ = ["command"]

_OURS = ("law", "overlay", "report", "requisition", "rules")
"""What is written or read by people who use an editor, or by other programs."""


@click.command("schema")
@click.argument("name")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(name: str, output: str | None) -> None:
    """Print the JSON Schema of NAME: law (a file of law by place) or report (check -f json)."""
    known = _known()
    if name not in known:
        raise UnknownNameError("schema", name, known)
    write(read_text("data", "schemas", f"{name}.schema.json"), output)


def _known() -> list[str]:
    folder = files("casemgr_jd") / "data" / "schemas"
    return [name for name in _OURS if (folder / f"{name}.schema.json").is_file()]
