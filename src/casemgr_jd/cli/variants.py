"""``casemgr-jd variants``."""

from collections.abc import Mapping
from typing import Any

import click

from casemgr_jd.cli._files import requisition_from
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._output import write_folder
from casemgr_jd.cli._place import place_of
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError
from casemgr_jd.serde.table.figures import pay_of
from casemgr_jd.variation.outputs import outputs
from casemgr_jd.variation.variants import variants

__all__ = ["command"]


def _names(option: str, value: str | None) -> list[str] | None:
    if value is None:
        return None
    names = [one.strip() for one in value.split(",") if one.strip()]
    if not names:
        raise click.UsageError(f"{option} names nothing; leave it out, or name one or more")
    return names


def _facts(locations: str | None, pays: tuple[str, ...]) -> dict[str, Any]:
    """Return the facts that vary, as ``variants`` takes them."""
    facts: dict[str, Any] = {}
    if locations is not None:
        places = [one.strip() for one in locations.split(";") if one.strip()]
        facts["locations"] = [place_of(one, "--locations") for one in places]
    if pays:
        facts["pay"] = dict(map(_pay, pays))
    return facts


def _pay(words: str) -> tuple[str, Mapping[str, Any]]:
    key, _, said = words.rpartition("=")
    try:
        return key.strip(), pay_of(said)
    except InputError as error:
        raise InputError(error.problems, f"--pay {words!r}") from None


@click.command("variants", cls=HouseCommand)
@click.argument("requisition")
@click.option("--settings", help="Practice settings, separated by commas.")
@click.option("--tiers", help="Seniority tiers, separated by commas.")
@click.option("--roles", help="Roles, separated by commas.")
@click.option("--editions", "--edition", help="Editions, separated by commas.")
@click.option("--locations", help='Places, separated by semicolons: "Denver, CO; Boise, ID".')
@click.option(
    "--pay",
    "pays",
    multiple=True,
    metavar="FOR=LOW-HIGH",
    help='Pay by tier, place or both, such as "lead CO=90000-110000" or "lead=41-52 an hour".',
)
@click.option(
    "-f", "--format", "format_", default="markdown", show_default=True, help="Format of each file."
)
@click.option("-o", "--output", required=True, help="Folder to write to.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes that work at once.")
def command(
    requisition: str,
    settings: str | None,
    tiers: str | None,
    roles: str | None,
    editions: str | None,
    locations: str | None,
    pays: tuple[str, ...],
    format_: str,
    output: str,
    jobs: int,
    house: House,
) -> None:
    """Write a posting for each combination of choices over REQUISITION into a folder."""
    renderer = house.renderer(format_)
    found = variants(
        requisition_from(requisition, house.catalog()),
        settings=_names("--settings", settings),
        tiers=_names("--tiers", tiers),
        roles=_names("--roles", roles),
        editions=_names("--editions", editions),
        house=house.style,
        **_facts(locations, pays),
    )
    write_folder(output, outputs(found, renderer, jobs))
    for pair in found.ruled_out:
        say(f"left out: {pair}")
    say(f"{len(found)} postings in {output}")
