"""``casemgr-jd render``."""

import sys
from typing import Any

import click

from casemgr_jd.cli._documents import format_of
from casemgr_jd.cli._files import built, requisition_from
from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.registry import get_renderer

__all__ = ["command"]


@click.command("render")
@click.argument("requisition", required=False)
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--strict", is_flag=True, help="Exit with status 1 if blanks are left.")
@click.option(
    "--audience",
    type=click.Choice(["candidate", "writer"]),
    default="candidate",
    help="A writer also sees the guide's tips.",
)
@click.option(
    "--losses", is_flag=True, help="List on standard error what the format does not show."
)
@click.option(
    "--theme", help="TOML file with accent, font and logo, for formats that people look at."
)
@click.option(
    "--gallery",
    metavar="DIR",
    help="Write a page of every setting at every tier into a new folder, with an index.",
)
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
def command(
    requisition: str | None,
    format_: str | None,
    output: str | None,
    strict: bool,
    audience: str,
    losses: bool,
    theme: str | None,
    gallery: str | None,
    content: tuple[str, ...],
) -> None:
    """Render the posting of REQUISITION, a .toml or .json file (or - for TOML on standard input).

    With --gallery, REQUISITION may be left out: the pages show what the guide says, with blanks.
    """
    if gallery is not None:
        if format_ or output or strict or losses:
            raise click.UsageError(
                "--gallery writes HTML pages; leave out -f, -o, --strict, --losses"
            )
        _write_gallery(gallery, requisition, theme, audience, content)
        return
    if requisition is None:
        raise click.UsageError("name a REQUISITION, or write a --gallery")
    name = format_of(output, format_, "markdown")
    renderer = _themed(get_renderer(name), name, theme)
    posting = built(requisition, content)
    write(renderer.render(posting, RenderContext(audience=audience)), output)
    if losses:
        _report_losses(renderer, posting)
    if strict and posting.unfilled:
        say(f"casemgr-jd: {requisition}: still blank: {', '.join(posting.unfilled)}")
        sys.exit(1)


def _themed(renderer: Any, name: str, theme: str | None) -> Any:
    """Return *renderer* with the theme of a file, where it has a look that a theme can change."""
    if theme is None:
        return renderer
    if not hasattr(renderer, "with_theme"):
        raise click.UsageError(
            f"the format {name!r} has no look; --theme goes with html, docx or pdf"
        )
    from casemgr_jd.renderers.theme import load_theme

    return renderer.with_theme(load_theme(theme))


def _write_gallery(
    folder: str, path: str | None, theme: str | None, audience: str, content: tuple[str, ...]
) -> None:
    from casemgr_jd.cli._gallery import write_gallery

    catalog = with_overlays(load_catalog(), content)
    renderer = _themed(get_renderer("html"), "html", theme)
    facts = requisition_from(path, catalog) if path else None
    count = write_gallery(folder, facts, renderer, RenderContext(audience=audience), catalog)
    say(f"{count} pages and index.html in {folder}")


def _report_losses(renderer: object, posting: Posting) -> None:
    """Tell what is in no field of its own, and what the output does not hold at all."""
    folded, losses = (getattr(renderer, name, None) for name in ("folded", "losses"))
    in_text = folded(posting) if folded else ()
    found = losses(posting) if losses else ()
    lines = [f"in the text only: {', '.join(in_text)}"] if in_text else []
    lines += [str(loss) for loss in found] or ["nothing is lost"]
    say("\n".join(lines))
