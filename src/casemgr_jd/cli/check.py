"""``casemgr-jd check``."""

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from casemgr_jd.checks.entry import check, check_document
from casemgr_jd.checks.report import Report
from casemgr_jd.checks.views.document import to_document
from casemgr_jd.cli._files import STANDARD_INPUT, built, write
from casemgr_jd.renderers.registry import get_renderer

__all__ = ["command"]

_OURS = (".toml", ".json")


@click.command("check")
@click.argument("posting")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "json", "sarif", "html", "markdown"]),
    default="text",
)
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day of the check; the present day if left out.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    help="Exit with 1 from this severity on.",
)
@click.option("--select", multiple=True, help="Run only this code, family or slug.")
@click.option("--ignore", multiple=True, help="Leave out this code, family or slug.")
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
def command(
    posting: str,
    format_: str,
    output: str | None,
    today: datetime | None,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    content: tuple[str, ...],
) -> None:
    """Check POSTING: a requisition (.toml), our JSON, or a .md, .html, .txt or .docx file.

    The report is information, not legal advice.
    """
    # Reading the clock is the shell's part: the library takes the day as an argument.
    day = today.date() if today else date.today()
    report = _report(posting, day, select, ignore, content)
    write(_shown(report, format_), output)
    if fail_on != "never" and report.at_or_above(fail_on):
        sys.exit(1)


def _report(
    path: str, day: date, select: tuple[str, ...], ignore: tuple[str, ...], content: tuple[str, ...]
) -> Report:
    if path == STANDARD_INPUT or Path(path).suffix.lower() in _OURS:
        return check(built(path, content), today=day, select=select, ignore=ignore)
    return check_document(Path(path), today=day, select=select, ignore=ignore)


def _shown(report: Report, name: str) -> str:
    if name == "text":
        return report.to_text() + "\n"
    if name == "json":
        return report.to_json() + "\n"
    if name == "sarif":
        return json.dumps(report.to_sarif(), ensure_ascii=False, indent=2) + "\n"
    return str(get_renderer(name).render(to_document(report)))
