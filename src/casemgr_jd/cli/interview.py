"""``casemgr-jd interview``."""

import click

from casemgr_jd.cli._documents import show
from casemgr_jd.cli._files import built
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._options import edition_option
from casemgr_jd.hiring.kit import interview_kit

__all__ = ["command"]


@click.command("interview", cls=HouseCommand)
@click.argument("requisition")
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--candidates", default=1, show_default=True, help="How many blank scorecards.")
@edition_option
def command(
    requisition: str,
    format_: str | None,
    output: str | None,
    candidates: int,
    edition: str | None,
    house: House,
) -> None:
    """Write the interview kit for REQUISITION, a .toml or .json file (or - for TOML on standard input)."""
    posting = built(requisition, house, edition=edition)
    kit = interview_kit(posting, candidates=candidates, catalog=house.catalog())
    show(kit.to_document(), format_, output, house)
