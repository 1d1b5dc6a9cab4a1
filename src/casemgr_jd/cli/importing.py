"""``casemgr-jd import``."""

import click

from casemgr_jd.cli._output import must_not_lose, write
from casemgr_jd.cli._streams import say
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.content.load import load_catalog
from casemgr_jd.serde.page import load_page

__all__ = ["command"]


@click.command("import")
@click.argument("page")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(page: str, output: str | None, force: bool) -> None:
    """Read the job posting in the data of PAGE as a requisition.

    PAGE is a saved .html page with JSON-LD or microdata, or a JSON-LD file. What could not be read is
    listed on standard error, each with the reason.
    """
    must_not_lose(output, force)
    reading = load_page(page)
    write(requisition_file(reading.requisition, load_catalog()), output)
    for problem in reading.unread:
        say(f"not read: {problem}")
