"""``casemgr-jd guide``."""

import click

from casemgr_jd.cli._documents import show
from casemgr_jd.content.load import load_catalog
from casemgr_jd.content.overlays import with_overlays

__all__ = ["command"]


@click.command("guide")
@click.argument("topic", required=False)
@click.option("-f", "--format", "format_", help="Format; see: casemgr-jd list formats.")
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
def command(
    topic: str | None, format_: str | None, output: str | None, content: tuple[str, ...]
) -> None:
    """Show the writer's guide, or one TOPIC: definition, use, sections, titles, related, pay, caseload,
    compliance, interview, questions or next."""
    guide = with_overlays(load_catalog(), content).guide
    show(guide.topic(topic) if topic else guide.to_document(), format_, output)
