"""``casemgr-jd import``."""

import click

from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.content.load import load_catalog
from casemgr_jd.serde.page import load_page

__all__ = ["command"]


@click.command("import")
@click.argument("page")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(page: str, output: str | None) -> None:
    """Read the JSON-LD JobPosting of PAGE (a saved .html page or a .json file) as a requisition.

    What could not be read is listed on standard error, each with the reason.
    """
    reading = load_page(page)
    write(requisition_file(reading.requisition, load_catalog()), output)
    for problem in reading.unread:
        say(f"not read: {problem}")
