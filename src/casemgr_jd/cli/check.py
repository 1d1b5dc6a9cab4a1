"""``casemgr-jd check``."""

import json
import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from casemgr_jd.checks.entry import check, check_document
from casemgr_jd.checks.report import Report
from casemgr_jd.cli._output import write
from casemgr_jd.cli._paths import STANDARD_STREAM, holds_requisition
from casemgr_jd.errors import InputError, Problem

if TYPE_CHECKING:
    from casemgr_jd.checks.fix import Fixed

__all__ = ["command"]

_BY_SUFFIX = {
    ".json": "json",
    ".sarif": "sarif",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
}
_MOST_TOLD = 20


def _print_schema(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from casemgr_jd.checks.views.data import schema

        click.echo(schema(), nl=False)
        context.exit()


@click.command("check")
@click.argument("posting")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(["text", "json", "sarif", "html", "markdown"]),
    help="Format of the report; if left out, by the suffix of -o, else text.",
)
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of the check; today if left out.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Exit with status 1 at this severity or above.",
)
@click.option(
    "--select", multiple=True, help="Run only these rules: a code, the start of codes, or a slug."
)
@click.option(
    "--ignore", multiple=True, help="Leave out these rules: a code, the start of codes, or a slug."
)
@click.option(
    "--fix",
    is_flag=True,
    help="First mend white space, symbols and the braces of blanks in a Markdown or text file.",
)
@click.option(
    "--requisition",
    help="Requisition with facts about the employer, and suppressions, for a document.",
)
@click.option(
    "--below", help="The posting of the same job one tier below: finds grade compression."
)
@click.option(
    "--for",
    "outlets",
    multiple=True,
    metavar="OUTLET",
    help="Where it is to be published: tells what would be refused there; see: list outlets.",
)
@click.option("--content", multiple=True, help="Folder or installed overlay with your own content.")
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of -f json, and exit.",
)
def command(
    posting: str,
    format_: str | None,
    output: str | None,
    today: datetime | None,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fix: bool,
    requisition: str | None,
    below: str | None,
    outlets: tuple[str, ...],
    content: tuple[str, ...],
) -> None:
    """Check POSTING: a requisition, a posting saved with -f json, or a .md, .html, .txt or .docx file.

    The report is information, not legal advice.
    """
    _must_differ(posting, output)
    form = format_ or _format_of(output)
    if fix:
        from casemgr_jd.cli._mend import mend

        _tell(posting, mend(posting))
    # Reading the clock is the shell's part: the library takes the day as an argument.
    day = today.date() if today else date.today()
    report = _report(
        posting, below, day, _codes(select), _codes(ignore), requisition, content, outlets
    )
    write(_shown(report, form, output), output)
    if fail_on != "never" and report.at_or_above(fail_on):
        sys.exit(1)


def _format_of(output: str | None) -> str:
    suffix = Path(output or "").suffix.lower()
    if suffix in (".docx", ".pdf"):
        raise click.UsageError(f"a report is not written as {suffix!r}; name a format with -f")
    return _BY_SUFFIX.get(suffix, "text")


def _must_differ(posting: str, output: str | None) -> None:
    """Refuse to write the report over what is checked."""
    both_exist = output is not None and Path(output).exists() and Path(posting).exists()
    if both_exist and os.path.samefile(str(output), posting):
        problem = Problem("", "is the file to check", "give another file for the report")
        raise InputError([problem], str(output))


def _codes(given: tuple[str, ...]) -> tuple[str, ...]:
    """Several codes may be given in one word, with commas between them."""
    return tuple(code for words in given for code in words.split(",") if code.strip())


def _tell(name: str, fixed: "Fixed") -> None:
    """Tell on standard error what was mended."""
    for change in fixed.changes[:_MOST_TOLD]:
        after = _quoted(change.after) if change.before or change.after else "an empty line less"
        before = f"{_quoted(change.before)} -> " if change.before or change.after else ""
        click.echo(f"{name}:{change.line}: fixed {change.fix}: {before}{after}", err=True)
    more = len(fixed.changes) - _MOST_TOLD
    if more > 0:
        click.echo(f"{name}: and {more} more", err=True)
    if not fixed.changes:
        click.echo(f"{name}: nothing to fix", err=True)


def _quoted(text: str) -> str:
    """Quote a line for people; bytes that are not UTF-8 stay in the file, and show as what is unreadable."""
    return repr(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _report(
    path: str,
    below: str | None,
    day: date,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    requisition: str | None,
    content: tuple[str, ...],
    outlets: tuple[str, ...],
) -> Report:
    if holds_requisition(path):
        if requisition:
            problem = Problem("", "is for a document", "a posting of ours holds its requisition")
            raise InputError([problem], "--requisition")
        # A document needs neither builder nor catalog, so that only a requisition waits for them.
        from casemgr_jd.cli._files import built

        lower = built(below, content) if below else None
        posting = built(path, content)
        report = check(
            posting, today=day, select=select, ignore=ignore, below=lower, outlets=outlets
        )
        return attrs.evolve(report, document="" if path == STANDARD_STREAM else _posix(path))
    if content and not requisition:
        problem = Problem(
            "", "is for a requisition", "name one with --requisition, or leave it out"
        )
        raise InputError([problem], "--content")
    if outlets:
        reason = "is for a requisition, or a posting saved with -f json"
        raise InputError([Problem("", reason, "check the requisition it was made from")], "--for")
    facts = None
    if requisition:
        from casemgr_jd.cli._files import requisition_from
        from casemgr_jd.content.load import load_catalog
        from casemgr_jd.content.overlays import with_overlays

        facts = requisition_from(requisition, with_overlays(load_catalog(), content))
    return check_document(
        Path(path),
        today=day,
        select=select,
        ignore=ignore,
        requisition=facts,
        name=_posix(path),
        below=Path(below) if below else None,
    )


def _posix(path: str) -> str:
    return Path(path).as_posix()


def _shown(report: Report, name: str, output: str | None) -> str:
    if name == "text":
        colored = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        return report.to_text(color=colored) + "\n"
    if name == "json":
        return report.to_json() + "\n"
    if name == "sarif":
        return json.dumps(report.to_sarif(), ensure_ascii=False, indent=2) + "\n"
    from casemgr_jd.renderers.registry import get_renderer

    return str(get_renderer(name).render(report.to_document()))
