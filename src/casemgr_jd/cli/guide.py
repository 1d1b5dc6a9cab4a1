"""``casemgr-jd guide``."""

import click

from casemgr_jd.cli._documents import show
from casemgr_jd.cli._house import House, HouseCommand

__all__ = ["command"]


@click.command("guide", cls=HouseCommand)
@click.argument("topic", required=False)
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(topic: str | None, format_: str | None, output: str | None, house: House) -> None:
    """Show the writer's guide, or one TOPIC: definition, use, sections, titles, related, pay, caseload,
    compliance, interview, questions or next."""
    guide = house.catalog().guide
    show(guide.topic(topic) if topic else guide.to_document(), format_, output, house)
