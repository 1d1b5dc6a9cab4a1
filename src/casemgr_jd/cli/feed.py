"""``casemgr-jd feed``."""

import csv
import io
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from casemgr_jd._records import NamedTuple
from casemgr_jd.batching.shield import shielded
from casemgr_jd.cli._files import built_with_table
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._options import configured, given_options
from casemgr_jd.cli._output import must_be_apart, write
from casemgr_jd.cli._paths import stands_beside
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import CaseMgrError, InputError, Problem, RenderError
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.feeds import FeedRenderer
from casemgr_jd.serde.requisition import publish_options

__all__ = ["command"]

_FEEDS = ("indeed", "linkedin")
_SUFFIXES = (".toml", ".json")
_COLUMNS = ("file", "requisition_id", "field", "problem", "remedy")


class _Made(NamedTuple):
    file: str
    posting: Posting
    renderer: FeedRenderer
    said: Mapping[str, Any]
    """The options that the file gives."""


class _Reject(NamedTuple):
    file: str
    requisition_id: str
    problem: Problem


@click.command("feed", cls=HouseCommand)
@click.argument("folder", metavar="DIR")
@click.option(
    "-f",
    "--format",
    "format_",
    type=click.Choice(_FEEDS),
    required=True,
    help="Which board it is for.",
)
@click.option("-o", "--output", help="File to write; standard output if left out.")
@click.option(
    "--rejects",
    metavar="FILE",
    help="CSV file for what the board would refuse; without it, one refused job stops the feed.",
)
@click.option(
    "--posted-on",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Date of posting, for requisitions that give none.",
)
@click.option(
    "--option",
    "options",
    multiple=True,
    metavar="NAME=VALUE",
    help="Option of the outlet, such as publisher=Lakeside or company_id=42.",
)
def command(
    folder: str,
    format_: str,
    output: str | None,
    rejects: str | None,
    posted_on: datetime | None,
    options: tuple[str, ...],
    house: House,
) -> None:
    """Make one XML feed of every requisition in DIR, in the order of their file names.

    Every job is in the feed or, with the reasons, in the rejects. The same files give the same feed.
    Options come from the [publish.indeed] or [publish.linkedin] of each file, and from --option above them.
    """
    if rejects is not None:
        must_be_apart(output, rejects)
    told, usual = given_options(options), house.renderer(format_)
    renderer = usual.with_options(told)
    files = _requisitions(folder)
    made, refused = _read(files, usual, told, posted_on, house)
    head, made, clashes = _headed(renderer, made, told)
    refused += clashes
    found = head.collect_from([(one.renderer, one.posting) for one in made], RenderContext())
    names = {id(one.posting): one.file for one in made}
    refused += [
        _Reject(names[id(posting)], posting.requisition.requisition_id or "", remark.problem)
        for posting, remarks in found.rejected
        for remark in remarks
    ]
    if refused and rejects is None:
        count = len({one.file for one in refused})
        lines = "\n".join(f"{one.file}: {one.problem}" for one in refused)
        raise RenderError(
            f"{renderer.outlet.name} would refuse {count} of {len(files)} jobs; nothing is written:\n"
            f"{lines}\nmend them, or set them aside with --rejects FILE"
        )
    write(found.text, output)
    if rejects is not None:
        write(_csv(refused), rejects)
    say(f"{len(found.postings)} of {len(files)} requisitions in the feed")
    if refused:
        sys.exit(1)


def _requisitions(folder: str) -> list[Path]:
    try:
        found = sorted(filter(_holds_requisition, Path(folder).iterdir()))
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise InputError([Problem("", reason, "name a folder of requisitions")], folder) from None
    if not found:
        hint = "name a folder with .toml or .json files"
        raise InputError([Problem("", "holds no requisition", hint)], folder)
    return found


def _holds_requisition(path: Path) -> bool:
    # What is hidden, such as what an editor or another system leaves beside a file, is no job of a feed.
    is_seen = not path.name.startswith(".")
    return is_seen and path.suffix.lower() in _SUFFIXES and not stands_beside(path)


def _read(
    files: Iterable[Path],
    usual: FeedRenderer,
    told: Mapping[str, str],
    posted_on: datetime | None,
    house: House,
) -> tuple[list[_Made], list[_Reject]]:
    """Return the postings that could be built, and why the others could not."""
    made: list[_Made] = []
    refused: list[_Reject] = []
    for file in files:
        try:
            day = posted_on.date() if posted_on else None
            posting, table = built_with_table(str(file), house, posted_on=day)
            own = configured(usual, (), table)
            said = publish_options(table, usual.option_tables)
            # What the command line says stands above what the file says.
            made.append(_Made(file.name, posting, own.with_options(told), said))
        except InputError as error:
            refused += [_Reject(file.name, "", problem) for problem in error.problems]
        except CaseMgrError as error:
            refused.append(_Reject(file.name, "", Problem("", str(error))))
    return made, refused


def _headed(
    renderer: FeedRenderer, made: list[_Made], typed: Mapping[str, str]
) -> tuple[FeedRenderer, list[_Made], list[_Reject]]:
    """Return what the feed says about itself, as the files say it, and the files that say otherwise."""
    said: dict[str, tuple[str, Any]] = {}
    kept: list[_Made] = []
    refused: list[_Reject] = []
    for one in made:
        clashes = []
        for name in FeedRenderer.options:
            value = one.renderer.given[name]
            if name in typed or name not in one.said:
                continue
            source, first = said.setdefault(name, (one.file, value))
            if value != first:
                reason = f"is {value!s}, and {source} says {first!s}: a feed has one"
                hint = f"write the same in both, or give --option {name}=…"
                clashes.append(Problem(f"publish.{renderer.name}.{name}", reason, hint))
        number = one.posting.requisition.requisition_id or ""
        refused += [_Reject(one.file, number, clash) for clash in clashes]
        kept += [] if clashes else [one]
    return renderer.with_options({name: value for name, (_, value) in said.items()}), kept, refused


def _csv(refused: Iterable[_Reject]) -> str:
    """Return the rejects as CSV, in which no cell is a formula to a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in refused:
        row = (one.file, one.requisition_id, one.problem.path, one.problem.reason, one.problem.hint)
        writer.writerow(map(shielded, row))
    return out.getvalue()
