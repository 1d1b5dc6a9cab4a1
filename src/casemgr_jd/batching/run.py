"""Running a batch: rows in, postings into a sink, each row noted, in one process or in several."""

import gc
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from hashlib import sha256
from itertools import islice
from typing import Any

from casemgr_jd._processes import in_order
from casemgr_jd._records import NamedTuple
from casemgr_jd.batching.batch import Batcher
from casemgr_jd.batching.journal import Journal
from casemgr_jd.batching.sinks import Sink
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.errors import CaseMgrError, InputError, Problem
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.serde.table.outcome import Outcome
from casemgr_jd.serde.table.table_map import TableMap
from casemgr_jd.serde.table.tables import BadRow, Table

__all__ = ["Job", "run"]

_CHUNK = 200
_ROWS_BETWEEN_WRITES = 50
_ROWS_BETWEEN_COLLECTIONS = 5_000
"""The collector waits for more than a table leaves behind: memory would grow with the rows."""
_MOST_LETTERS = 60


class Job(NamedTuple):
    """What is done with each row; it can be sent to other processes."""

    renderer: Any
    table_map: TableMap
    house: HouseStyle
    context: RenderContext
    today: date | None = None
    """The day for which it is done."""
    check: bool = False
    """Whether a posting with errors of the checker is rejected."""
    outlet: str = ""
    """An outlet that must take the posting."""


class _Done(NamedTuple):
    row: int
    data: bytes | None
    requisition_id: str | None
    problems: tuple[str, ...]
    cells: tuple[Any, ...]


def run(
    table: Table,
    job: Job,
    sink: Sink,
    journal: Journal,
    jobs: int = 1,
    told: Callable[[Journal], None] | None = None,
) -> None:
    """Make a posting of each row of *table* that is not done yet, in order.

    Args:
        table: the rows.
        job: what is done with each.
        sink: where postings go; open.
        journal: where each row is noted; open.
        jobs: how many processes work.
        told: is called now and then.
    """
    rows = islice(iter(table), journal.rows, None)
    done = _in_order(table, rows, job, journal.rows + 1, jobs)
    for one in done:
        journal.note(_put(one, table.header, job.renderer.suffix, sink))
        if journal.rows % _ROWS_BETWEEN_WRITES == 0:
            sink.flush()
            journal.flush()
            if told is not None:
                told(journal)


def _put(one: _Done, header: Sequence[str], suffix: str, sink: Sink) -> dict[str, Any]:
    """Put a posting where it goes, and return what is to be noted of its row."""
    if one.data is None:
        return {"row": one.row, "problems": one.problems, "cells": one.cells}
    name = f"{one.row:06d}{_slug(one.requisition_id)}{suffix}"
    try:
        end = sink.put(name, one.row, one.requisition_id, one.data)
    except InputError as error:
        return {"row": one.row, "problems": tuple(map(str, error.problems)), "cells": one.cells}
    given = {
        column: cell for column, cell in zip(header, one.cells) if cell is not None and cell != ""
    }
    digest = sha256(one.data).hexdigest()
    return {"row": one.row, "file": name, "sha256": digest, "requisition": given, "end": end}


def _slug(name: str | None) -> str:
    words = "".join(one if one.isalnum() else "-" for one in (name or "").lower())
    kept = "-".join(part for part in words.split("-") if part)[:_MOST_LETTERS]
    return f"-{kept}" if kept else ""


def _in_order(
    table: Table, rows: Iterator[Any], job: Job, first: int, jobs: int
) -> Iterator[_Done]:
    if jobs <= 1:
        worker = _Worker(job, table.header, table.grows)
        for number, row in enumerate(rows, first):
            yield worker.done(number, row)
        return
    parts = _parts(table, rows, first)
    for done in in_order(_work, parts, jobs, _start, (job, table.grows)):
        yield from done


def _parts(table: Table, rows: Iterator[Any], first: int) -> Iterator[tuple[Any, ...]]:
    while chunk := list(islice(rows, _CHUNK)):
        yield list(table.header), first, chunk
        first += len(chunk)


class _Worker:
    def __init__(self, job: Job, header: list[str], grows: bool) -> None:
        self._job = job
        self.header = header
        self._batcher = Batcher(
            header, job.renderer, job.table_map, job.house, None, job.context, grows
        )

    def done(self, number: int, row: Any) -> _Done:
        if number % _ROWS_BETWEEN_COLLECTIONS == 0:
            gc.collect()
        if isinstance(row, BadRow):
            return _Done(number, None, None, (str(row.problem),), (row.text,))
        cells = row if row.__class__ is tuple else tuple(row)
        outcome = self._batcher.outcome(number, cells)
        problems = outcome.problems or self._objections(outcome)
        if problems:
            return _Done(number, None, None, tuple(map(str, problems)), cells)
        output = outcome.output
        data = output.encode("utf-8") if isinstance(output, str) else output
        return _Done(number, data, self._id(outcome), (), cells)

    def _id(self, outcome: Outcome) -> str | None:
        reader = outcome.reader.readers.get("requisition_id")
        return None if reader is None else reader.value(reader.pick(outcome.row))

    def _objections(self, outcome: Outcome) -> Sequence[Problem]:
        """Return what the checker, or the outlet, would refuse."""
        if not (self._job.check or self._job.outlet):
            return ()
        try:
            posting = build(outcome.requisition, catalog=self._batcher.catalog)
        except CaseMgrError as error:
            return (Problem("", str(error)),)
        found: list[Problem] = []
        if self._job.check:
            report = self._job.house.check(
                posting, today=self._job.today, catalog=self._batcher.catalog
            )
            found += [
                Problem(one.code, one.message) for one in report.findings if one.severity == "error"
            ]
        if self._job.outlet:
            from casemgr_jd.renderers.acceptance import remarks

            found += [
                one.problem for one in remarks(posting, self._job.outlet) if one.severity == "error"
            ]
        return outcome.reader.placed(found)


_here: list[_Worker] = []
_how: list[tuple[Job, bool]] = []


def _start(job: Job, grows: bool) -> None:
    _how[:] = [(job, grows)]


def _work(header: list[str], first: int, rows: list[Any]) -> list[_Done]:
    if not _here:
        job, grows = _how[0]
        _here.append(_Worker(job, header, grows))
    worker = _here[0]
    if len(header) != len(worker.header):
        worker.header += header[len(worker.header) :]
    return [worker.done(number, row) for number, row in enumerate(rows, first)]
