"""``casemgr-jd batch``."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import click

from casemgr_jd.batching.feed import FeedSink, JobElements
from casemgr_jd.batching.journal import Journal, must_be_of_same_table
from casemgr_jd.batching.run import Job, run
from casemgr_jd.batching.sinks import FEED, Sink, is_folder, sink_for
from casemgr_jd.batching.sources import open_table
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._map_template import map_template
from casemgr_jd.cli._options import configured
from casemgr_jd.cli._output import must_be_files, write
from casemgr_jd.cli._progress import Progress
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.law import as_of
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.feeds import FeedRenderer
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import TableMap, load_table_map
from casemgr_jd.serde.table.tables import Table

__all__ = ["command"]

_FILES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""Media types of formats whose output is no text."""


@click.command("batch", cls=HouseCommand)
@click.argument("file", metavar="FILE")
@click.option(
    "-o",
    "--output",
    help="Folder of files, one .jsonl, .parquet or .zip file, or one .xml feed.",
)
@click.option("-f", "--format", "format_", default="markdown", show_default=True, help="Format.")
@click.option("--map", "map_", metavar="MAP", help="TOML file with names of columns and codes.")
@click.option(
    "--map-template", is_flag=True, help="Print a map for the columns of FILE, to be filled in."
)
@click.option(
    "--rejects", metavar="CSV", help="Where rejected rows go; beside the output if left out."
)
@click.option("--sheet", help="Sheet of a workbook; the first one if left out.")
@click.option("--check", "check_", is_flag=True, help="Reject postings with errors of the checker.")
@click.option("--for", "outlet", metavar="OUTLET", default="", help="Reject what OUTLET refuses.")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The date that the manifest gives, and for which is checked; today if left out.",
)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, help="Processes that work at once.")
@click.option("--resume", is_flag=True, help="Go on where a run was interrupted.")
@click.option("--quiet", is_flag=True, help="Say nothing but errors.")
@click.option("--option", "options", multiple=True, metavar="NAME=VALUE", help="Option of FORMAT.")
def command(
    file: str,
    output: str | None,
    format_: str,
    map_: str | None,
    map_template: bool,
    rejects: str | None,
    sheet: str | None,
    check_: bool,
    outlet: str,
    day: datetime | None,
    jobs: int,
    resume: bool,
    quiet: bool,
    options: tuple[str, ...],
    house: House,
) -> None:
    """Make a posting of each row of FILE: a .csv, .xlsx, .jsonl or .parquet table.

    The columns are the fields of a requisition, or what MAP says. A row that is no posting goes to the
    rejects with all that is wrong with it; mended there, it can be run again.
    """
    table = open_table(file, sheet)
    if map_template:
        write(map_template_of(table), None)
        return
    if output is None:
        raise click.UsageError(
            "name an output with -o: a folder, or a .jsonl, .parquet, .zip or .xml file"
        )
    table_map = load_table_map(map_) if map_ else TableMap()
    refused = _beside(output, "rejects.csv") if rejects is None else rejects
    manifest, kept = _beside(output, "manifest.jsonl"), _beside(output, "journal")
    must_be_files(output, refused, manifest, kept)
    house.catalog()
    _check_columns(table, table_map, file)
    renderer = configured(house.renderer(format_), options)
    on = day.date() if day else date.today()
    renderer, sink = _destination(output, renderer)
    job = Job(renderer, table_map, house.style or HouseStyle(), RenderContext(), on, check_, outlet)
    journal = Journal(kept, _described(file, job, sheet, options))
    must_be_of_same_table(manifest, journal.run)
    with _told(output, sink):
        _run(table, job, sink, journal, jobs, resume and sink.can_resume, quiet, output)
        # All is noted before anything takes its place: a run that dies here can still be resumed.
        journal.flush()
        sink.finish()
        mended = Path(refused) if rejects is None and not journal.rejected else None
        journal.finish(
            manifest,
            Path(refused) if journal.rejected else None,
            list(table.header),
            table.delimiter,
            mended,
        )
        sink.clear()
    if not quiet:
        say(
            f"{journal.rows:,} rows: {journal.issued:,} postings in {output}, {journal.rejected:,} rejected"
        )
        if journal.rejected:
            say(f"what is wrong with each: {refused}")
    sys.exit(1 if journal.rejected else 0)


def _destination(output: str, renderer: Any) -> tuple[Any, Sink]:
    """Return what makes the output of a row, and where it goes: the jobs of all rows into one feed."""
    if isinstance(renderer, FeedRenderer) and Path(output).suffix.lower() == FEED:
        return JobElements(renderer), FeedSink(output, renderer)
    return renderer, sink_for(output, renderer.media_type not in _FILES)


def map_template_of(table: Table) -> str:
    """Return a map for the columns of a table."""
    if not table.header:
        next(iter(table), None)
    return map_template(table.header)


def _run(
    table: Table,
    job: Job,
    sink: Sink,
    journal: Journal,
    jobs: int,
    resume: bool,
    quiet: bool,
    output: str,
) -> None:
    journal.open(resume)
    progress = Progress(quiet, journal.rows)
    try:
        sink.open(journal.end)
    except BaseException:
        # What did not open has nothing to close, and nothing to go on from but what was there before.
        if journal.rows:
            journal.close()
        else:
            journal.drop()
        raise
    try:
        run(table, job, sink, journal, jobs, progress.show)
    except BaseException as error:
        _stop(sink, journal)
        progress.end()
        if isinstance(error, KeyboardInterrupt):
            say(f"casemgr-jd: {output}: interrupted after {journal.rows:,} rows; {_again(sink)}")
            sys.exit(2)
        raise
    progress.end()


@contextmanager
def _told(output: str, sink: Sink) -> Iterator[None]:
    """Say which file could not be written, as on a full disk, and how to go on."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        place = str(error.filename or output)
        raise InputError([Problem("", reason, f"make room, then {_again(sink)}")], place) from None


def _again(sink: Sink) -> str:
    return "--resume goes on" if sink.can_resume else "run it again"


def _digest(file: str) -> str:
    with open(file, "rb") as stream:
        return file_digest(stream, "sha256").hexdigest()


def _stop(sink: Sink, journal: Journal) -> None:
    """Close what is open; what could not be kept, as on a full disk, was told by what stopped the run."""
    with suppress(OSError):
        sink.stop()
    with suppress(OSError):
        if sink.can_resume:
            journal.close()
        else:
            journal.drop()


def _check_columns(table: Table, table_map: TableMap, file: str) -> None:
    if not table.header and not table.grows:
        hint = "give a table whose first row names its columns"
        raise InputError([Problem("", "is empty", hint)], file)
    try:
        RowReader(table.header, table_map, table.grows)
    except InputError as error:
        hint = "casemgr-jd batch --map-template shows a map for these columns"
        raise InputError([*error.problems, Problem("columns", "do not fit", hint)], file) from None


def _beside(output: str, what: str) -> Path:
    """Return the path of a file that belongs to an output: inside a folder, else beside the file."""
    target = Path(output)
    return target / what if is_folder(output) else Path(f"{output}.{what}")


def _described(
    file: str, job: Job, sheet: str | None, options: tuple[str, ...]
) -> dict[str, object]:
    """Return what a run is: a run that goes on where another stopped must be the same."""
    catalog = job.house.catalog()
    return {
        "input": Path(file).name,
        "input_sha256": _digest(file),
        "sheet": sheet,
        "map": sha256(repr(job.table_map).encode()).hexdigest()[:16],
        "options": list(options),
        "format": job.renderer.name,
        "check": job.check,
        "outlet": job.outlet,
        "date": job.today.isoformat() if job.today else None,
        "catalog_version": catalog.version,
        "catalog_hash": catalog.hash,
        "law_as_of": as_of().isoformat(),
        "style": sha256(repr(job.house).encode()).hexdigest()[:16],
    }
