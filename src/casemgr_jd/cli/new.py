"""``casemgr-jd new``."""

import click

from casemgr_jd.builder.effective import effective_requisition
from casemgr_jd.cli._files import write
from casemgr_jd.cli._template import requisition_file
from casemgr_jd.content.load import load_catalog
from casemgr_jd.model.requisition import Requisition

__all__ = ["command"]


@click.command("new")
@click.option("--setting", multiple=True, help="Practice setting; may be given several times.")
@click.option("--tier", help="Seniority tier.")
@click.option("--role", help="Role, and with it the title.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(
    setting: tuple[str, ...], tier: str | None, role: str | None, output: str | None
) -> None:
    """Write a commented requisition to fill in."""
    catalog = load_catalog()
    chosen = Requisition(setting=setting, tier=tier, role=role)
    effective_requisition(chosen, catalog)
    write(requisition_file(chosen, catalog), output)
