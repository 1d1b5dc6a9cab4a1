"""``casemgr-jd import``."""

from pathlib import Path

import click

from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import must_not_lose, write
from casemgr_jd.cli._schema_file import write_schema_beside
from casemgr_jd.cli._streams import say
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.errors import DocumentError, Problem
from casemgr_jd.model.requisition import Requisition

__all__ = ["command"]

_WITH_DATA = (".html", ".htm", ".xhtml", ".json", ".jsonld")


@click.command("import", cls=HouseCommand)
@click.argument("page")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(page: str, output: str | None, force: bool, house: House) -> None:
    """Read an old posting as a requisition, so that it can be issued anew.

    PAGE is a saved .html page, a JSON-LD file, or a .docx, .md or .txt file. The data of a page (JSON-LD or
    microdata) are read where it has them, and its text where it has none. What could not be read is listed on
    standard error, each with the reason.
    """
    must_not_lose(output, force)
    requisition, unread = _read(page)
    write(requisition_file(requisition, house.catalog()), output)
    write_schema_beside(output, house.catalog())
    for problem in unread:
        say(f"not read: {problem}")


def _read(page: str) -> tuple[Requisition, tuple[Problem, ...]]:
    suffix = Path(page).suffix.lower()
    if suffix not in _WITH_DATA:
        return _from_text(page)
    from casemgr_jd.serde.page import load_page

    try:
        found = load_page(page)
    except DocumentError as error:
        if suffix in _DATA_ALONE or not Path(page).is_file():
            raise
        try:
            requisition, unread = _from_text(page)
        except DocumentError:
            raise error from None  # no text either; what is wrong with the data tells more
        if len(requisition.given) < _FEWEST:
            raise  # neither data nor a posting
        # Behind the first problem, that there are no data, stands what is wrong with those there are.
        return requisition, (*error.problems[1:], *unread)
    return found.requisition, found.unread


def _from_text(page: str) -> tuple[Requisition, tuple[Problem, ...]]:
    from casemgr_jd.facts.entry import read_posting

    return read_posting(Path(page)).requisition()


_DATA_ALONE = (".json", ".jsonld")
_FEWEST = 3
"""A page whose text gives fewer facts is no posting."""
