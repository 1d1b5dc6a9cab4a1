"""``casemgr-jd read``."""

import json
from pathlib import Path

import click

from casemgr_jd._files import decoded
from casemgr_jd.cli._documents import format_of, show
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import write
from casemgr_jd.cli._paths import STANDARD_STREAM, holds_requisition
from casemgr_jd.cli._streams import standard_input
from casemgr_jd.facts.entry import read_posting
from casemgr_jd.facts.posting import PostingFacts

__all__ = ["command"]


@click.command("read", cls=HouseCommand)
@click.argument("source")
@click.option("-f", "--format", "format_", help="Format; json, or see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(source: str, format_: str | None, output: str | None, house: House) -> None:
    """Show what was understood of a posting, each fact with its words and its place.

    SOURCE is a .md, .html, .txt or .docx file, "-" for text on standard input, or a requisition.
    """
    reading = _read(source, house)
    if format_of(output, format_, "text") == "json":
        write(json.dumps(reading.to_dict(), indent=2, ensure_ascii=False) + "\n", output)
    else:
        show(reading.to_document(), format_, output, house)


def _read(source: str, house: House) -> PostingFacts:
    if source == STANDARD_STREAM:
        return read_posting(decoded(standard_input(), "standard input"))
    if holds_requisition(source):
        from casemgr_jd.cli._files import built

        return read_posting(built(source, house))
    return read_posting(Path(source))
