"""``casemgr-jd feed``."""

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from casemgr_jd._settings_files import SETTINGS_FILES
from casemgr_jd.cli._files import built
from casemgr_jd.cli._house import House, HouseCommand
from casemgr_jd.cli._options import configured
from casemgr_jd.cli._output import write
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import CaseMgrError, InputError, Problem, RenderError
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import RenderContext

__all__ = ["command"]

_FEEDS = ("indeed", "linkedin")
_SUFFIXES = (".toml", ".json")
_COLUMNS = ("file", "requisition_id", "field", "problem", "remedy")
_READ_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
    """
    renderer = configured(house.renderer(format_), options)
    files = _requisitions(folder)
    postings, refused = _read(files, posted_on, house)
    found = renderer.collect([posting for _, posting in postings], RenderContext())
    names = {id(posting): name for name, posting in postings}
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
    return path.suffix.lower() in _SUFFIXES and path.name not in SETTINGS_FILES


def _read(
    files: Iterable[Path], posted_on: datetime | None, house: House
) -> tuple[list[tuple[str, Posting]], list[_Reject]]:
    """Return the postings that could be built, and why the others could not."""
    made: list[tuple[str, Posting]] = []
    refused: list[_Reject] = []
    for file in files:
        try:
            day = posted_on.date() if posted_on else None
            made.append((file.name, built(str(file), house, posted_on=day)))
        except InputError as error:
            refused += [_Reject(file.name, "", problem) for problem in error.problems]
        except CaseMgrError as error:
            refused.append(_Reject(file.name, "", Problem("", str(error))))
    return made, refused


def _csv(refused: Iterable[_Reject]) -> str:
    """Return the rejects as CSV, in which no cell is a formula to a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in refused:
        row = (one.file, one.requisition_id, one.problem.path, one.problem.reason, one.problem.hint)
        writer.writerow([*_inert(row)])
    return out.getvalue()


def _inert(cells: Iterable[str]) -> Iterator[str]:
    return (f"'{cell}" if cell.startswith(_READ_AS_FORMULA) else cell for cell in cells)
