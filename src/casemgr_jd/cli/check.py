"""``casemgr-jd check``."""

import os
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casemgr_jd._paint import is_colored
from casemgr_jd.checks.many import Reports
from casemgr_jd.checks.report import Report
from casemgr_jd.cli._checking import Asked, check_all, check_one, documents
from casemgr_jd.cli._house import House, HouseCommand, settled
from casemgr_jd.cli._options import edition_option
from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError, Problem

if TYPE_CHECKING:
    from casemgr_jd.checks.fix import Fixed

__all__ = ["command"]

_MOST_TOLD = 20


def _print_schema(context: click.Context, option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from casemgr_jd.checks.views.data import schema

        write(schema(), None)
        context.exit()


@click.command("check", cls=HouseCommand)
@click.argument("postings", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "format_",
    help="Format of the report: text, json, sarif, or one of: casemgr-jd list formats.",
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
    "--law", is_flag=True, help="Only what law asks, by jurisdiction, as it is handed to counsel."
)
@click.option(
    "--changed-since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Only findings that exist because a law began, changed or ended since this day.",
)
@click.option(
    "--location", help='Where the job is, such as "Denver, CO", if a document leaves it out.'
)
@click.option(
    "--employees",
    type=click.IntRange(min=0),
    help="Head-count of the employer, for thresholds in law.",
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
    "--no-inline-suppressions",
    "inline",
    flag_value=False,
    default=True,
    help="Pay no heed to suppressions in comments of a document: for documents of others.",
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
@edition_option
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of -f json, and exit.",
)
@click.pass_context
def command(
    context: click.Context,
    /,
    postings: tuple[str, ...],
    format_: str | None,
    output: str | None,
    today: datetime | None,
    fail_on: str,
    law: bool,
    changed_since: datetime | None,
    fix: bool,
    house: House,
    **told: Any,
) -> None:
    """Check POSTINGS: files, folders or patterns.

    A file is a requisition, a posting saved with -f json, or a .md, .html, .txt or .docx document; each is
    checked as a posting, however short. The report is information, not legal advice.
    """
    paths = documents(postings, house)
    for path in paths:
        _must_differ(path, output)
    form = _format_of(output, format_, law)
    if fix:
        from casemgr_jd.cli._mend import mend

        for path in paths:
            _tell(path, mend(path))
    # Reading the clock is the shell's part: the library takes the day as an argument.
    day = today.date() if today else date.today()
    told.update({name: _codes(told[name]) for name in ("select", "ignore")})
    asked = Asked(
        day=day,
        house=house,
        settled=settled(context),
        **told,
    )
    several = len(paths) > 1 or paths != postings
    reports = check_all(paths, asked) if several else Reports(reports=(check_one(paths[0], asked),))
    if changed_since is not None:
        from casemgr_jd.checks.views.law import changed

        reports = changed(reports, changed_since.date())
    write(_shown(reports, form, output, house, several=several, law=law), output)
    for one in reports.unreadable:
        say(f"casemgr-jd: {one.document}: {one.reason}")
    if reports.unreadable:
        sys.exit(2)
    if fail_on != "never" and any(one.laws or not law for one in reports.at_or_above(fail_on)):
        sys.exit(1)


def _format_of(output: str | None, format_: str | None, law: bool) -> str:
    """Return the format to write: as named, else by the suffix of the file, else text."""
    from casemgr_jd.cli._documents import format_of

    suffix = Path(output or "").suffix.lower()
    form = "sarif" if suffix == ".sarif" and not format_ else format_of(output, format_, "text")
    if form not in ("text", "json", "sarif"):
        from casemgr_jd.renderers.registry import get_renderer

        get_renderer(form)
    elif law and form == "sarif":
        raise click.UsageError("--law is a document; SARIF holds the laws of every finding anyway")
    return form


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
        say(f"{name}:{change.line}: fixed {change.fix}: {before}{after}")
    more = len(fixed.changes) - _MOST_TOLD
    if more > 0:
        say(f"{name}: and {more} more")
    if not fixed.changes:
        say(f"{name}: nothing to fix")


def _quoted(text: str) -> str:
    """Quote a line for people; bytes that are not UTF-8 stay in the file, and show as what is unreadable."""
    return repr(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def _shown(
    reports: Reports, form: str, output: str | None, house: House, *, several: bool, law: bool
) -> str | bytes:
    report: Report | Reports = reports if several else reports.reports[0]
    if form in ("json", "sarif"):
        from json import dumps

        from casemgr_jd.checks.views.law import law_data

        made = law_data(reports) if law else report.to_dict()
        data = made if form == "json" else report.to_sarif()
        return dumps(data, ensure_ascii=False, indent=2) + "\n"
    if form == "text" and not law:
        colored = output is None and is_colored(sys.stdout)
        return report.to_text(color=colored) + "\n"
    from casemgr_jd.renderers.context import RenderContext

    document = reports.to_law() if law else report.to_document()
    shown: str | bytes = house.renderer(form).render(document, RenderContext())
    return shown
