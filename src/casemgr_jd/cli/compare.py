"""``casemgr-jd compare``."""

import sys

import click

from casemgr_jd._paint import Paint, is_colored
from casemgr_jd.cli._compared import compared
from casemgr_jd.cli._documents import is_for_terminal, show
from casemgr_jd.cli._files import built
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._options import edition_option
from casemgr_jd.cli._output import write
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._terminal import terminal_width
from casemgr_jd.comparison.differences import compare
from casemgr_jd.variation.ladder import ladder

__all__ = ["command"]


@click.command("compare", cls=HouseCommand)
@click.argument("first")
@click.argument("second")
@click.argument("more", nargs=-1)
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@edition_option
def command(
    first: str,
    second: str,
    more: tuple[str, ...],
    format_: str | None,
    output: str | None,
    edition: str | None,
    house: House,
) -> None:
    """Show how the posting of SECOND differs from that of FIRST, each a .toml or .json file.

    With MORE, each is a step of a ladder above the one before: what it adds, and where two tiers are
    pressed together.
    """
    paths = (first, second, *more)
    if paths.count(STANDARD_STREAM) > 1:
        raise click.UsageError("standard input holds one requisition; name a file for the other")
    one, other, *above = (built(path, house, edition=edition) for path in paths)
    if above:
        show(ladder([one, other, *above]).to_document(), format_, output, house)
        return
    found = compare(one, other)
    if is_for_terminal(format_, output):
        write(compared(found, Paint(is_colored(sys.stdout)), terminal_width()), None)
    else:
        show(found.to_document(), format_, output, house)
