"""``casemgr-jd new``."""

import sys
from typing import Any

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
@click.option("--organization", help="Name of the employer.")
@click.option("--city", help="City of the job.")
@click.option("--state", help="State of the job.")
@click.option("--work-model", help="onsite, hybrid, remote or field.")
@click.option("--employment-type", help="full_time, part_time, per_diem, contract or temporary.")
@click.option("--pay", nargs=2, type=float, help="Lowest and highest pay.")
@click.option("--per", type=click.Choice(["year", "hour"]), default="year", show_default=True)
@click.option("--shift", multiple=True, help="Shift; may be given several times.")
@click.option("--emr", multiple=True, help="EMR or EHR; may be given several times.")
@click.option("--benefits", multiple=True, help="Benefit; may be given several times.")
@click.option("--apply-url", help="Link to apply.")
@click.option("--accommodation-contact", help="Contact for accommodation requests.")
@click.option("--interactive", is_flag=True, help="Ask, in a terminal, for what is not given.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
def command(interactive: bool, output: str | None, **options: Any) -> None:
    """Write a commented requisition to fill in."""
    catalog = load_catalog()
    facts = _facts(options)
    if interactive:
        if not sys.stdin.isatty():
            raise click.UsageError(
                "--interactive needs a terminal; without one, give the facts as options."
            )
        from casemgr_jd.cli._asking import ask_for

        facts = ask_for(facts, catalog)
    chosen = Requisition(**facts)
    effective_requisition(chosen, catalog)
    write(requisition_file(chosen, catalog), output)


def _facts(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options that were given, as fields of a requisition."""
    given = {name: value for name, value in options.items() if value}
    place = {name: given.pop(name) for name in ("city", "state") if name in given}
    per, pay = given.pop("per"), given.pop("pay", None)
    if place:
        given["locations"] = [place]
    if pay:
        given["pay"] = {"minimum": pay[0], "maximum": pay[1], "per": per}
    return given
