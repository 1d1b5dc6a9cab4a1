"""``casemgr-jd render``."""

import sys
from pathlib import Path

import click

from casemgr_jd.cli._files import built, write
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.registry import get_renderer

__all__ = ["command"]

_BY_SUFFIX = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json",
    ".jsonld": "jsonld",
}


@click.command("render")
@click.argument("requisition")
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--strict", is_flag=True, help="Exit with 1 if blanks are left.")
@click.option(
    "--audience",
    type=click.Choice(["candidate", "writer"]),
    default="candidate",
    help="A writer also sees the guide's tips.",
)
@click.option(
    "--losses", is_flag=True, help="List on standard error what the format does not show."
)
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
def command(
    requisition: str,
    format_: str | None,
    output: str | None,
    strict: bool,
    audience: str,
    losses: bool,
    content: tuple[str, ...],
) -> None:
    """Render the posting of REQUISITION, a .toml or .json file (or - for TOML on standard input)."""
    renderer = get_renderer(format_ or _from_suffix(output))
    posting = built(requisition, content)
    write(renderer.render(posting, RenderContext(audience=audience)), output)
    if losses:
        _report_losses(renderer, posting)
    if strict and posting.unfilled:
        click.echo(
            f"casemgr-jd: {requisition}: still blank: {', '.join(posting.unfilled)}", err=True
        )
        sys.exit(1)


def _from_suffix(output: str | None) -> str:
    return _BY_SUFFIX.get(Path(output).suffix.lower(), "markdown") if output else "markdown"


def _report_losses(renderer: object, posting: Posting) -> None:
    """Tell what is in no field of its own, and what the output does not hold at all."""
    folded, losses = (getattr(renderer, name, None) for name in ("folded", "losses"))
    in_text = folded(posting) if folded else ()
    found = losses(posting) if losses else ()
    lines = [f"in the text only: {', '.join(in_text)}"] if in_text else []
    lines += [str(loss) for loss in found] or ["nothing is lost"]
    click.echo("\n".join(lines), err=True)
