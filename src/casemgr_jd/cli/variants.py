"""``casemgr-jd variants``."""

from pathlib import Path

import click

from casemgr_jd.cli._files import requisition_from
from casemgr_jd.cli._output import write
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.renderers.registry import get_renderer
from casemgr_jd.variation.variants import variants

__all__ = ["command"]


def _names(option: str, value: str | None) -> list[str] | None:
    if value is None:
        return None
    names = [one.strip() for one in value.split(",") if one.strip()]
    if not names:
        raise click.UsageError(f"{option} names nothing; leave it out, or name one or more")
    return names


@click.command("variants")
@click.argument("requisition")
@click.option("--settings", help="Practice settings, separated by commas.")
@click.option("--tiers", help="Seniority tiers, separated by commas.")
@click.option("--roles", help="Roles, separated by commas.")
@click.option("--editions", help="Editions, separated by commas.")
@click.option(
    "-f", "--format", "format_", default="markdown", show_default=True, help="Format of each file."
)
@click.option("-o", "--output", required=True, help="Folder to write to.")
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
def command(
    requisition: str,
    settings: str | None,
    tiers: str | None,
    roles: str | None,
    editions: str | None,
    format_: str,
    output: str,
    content: tuple[str, ...],
) -> None:
    """Write a posting for each combination of choices over REQUISITION into a folder."""
    renderer = get_renderer(format_)
    catalog = with_overlays(load_catalog(), content)
    found = variants(
        requisition_from(requisition, catalog),
        settings=_names("--settings", settings),
        tiers=_names("--tiers", tiers),
        roles=_names("--roles", roles),
        editions=_names("--editions", editions),
        catalog=catalog,
    )
    folder = Path(output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            [Problem("", f"cannot be made: {error.strerror}", "check the path")], output
        ) from None
    for variant in found:
        write(renderer.render(variant.posting), str(folder / f"{variant.id}{renderer.suffix}"))
    for pair in found.ruled_out:
        click.echo(f"left out: {pair}", err=True)
    click.echo(f"{len(found)} postings in {output}", err=True)
