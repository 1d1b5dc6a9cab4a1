"""``casemgr-jd variants``."""

from collections.abc import Iterator

import click

from casemgr_jd.cli._files import requisition_from
from casemgr_jd.cli._output import write_folder
from casemgr_jd.cli._streams import say
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.renderers.protocol import Renderer
from casemgr_jd.renderers.registry import get_renderer
from casemgr_jd.variation.variants import Variants, variants

__all__ = ["command"]


def _names(option: str, value: str | None) -> list[str] | None:
    if value is None:
        return None
    names = [one.strip() for one in value.split(",") if one.strip()]
    if not names:
        raise click.UsageError(f"{option} names nothing; leave it out, or name one or more")
    return names


def _files(found: Variants, renderer: Renderer) -> Iterator[tuple[str, bytes]]:
    for variant in found:
        made = renderer.render(variant.posting)
        data = made.encode("utf-8") if isinstance(made, str) else made
        yield f"{variant.id}{renderer.suffix}", data


@click.command("variants")
@click.argument("requisition")
@click.option("--settings", help="Practice settings, separated by commas.")
@click.option("--tiers", help="Seniority tiers, separated by commas.")
@click.option("--roles", help="Roles, separated by commas.")
@click.option("--editions", "--edition", help="Editions, separated by commas.")
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
    write_folder(output, _files(found, renderer))
    for pair in found.ruled_out:
        say(f"left out: {pair}")
    say(f"{len(found)} postings in {output}")
