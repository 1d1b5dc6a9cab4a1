"""Rows of a table through a plan: each text is remembered by the raw cells that it rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from casemgr_jd.errors import InputError, Problem, RenderError
from casemgr_jd.model.changes import contradictions, replaced
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._gates import Gate, UnfitError
from casemgr_jd.renderers._joining import Join
from casemgr_jd.renderers._plan_parts import Anew, LatePart, MadePart, NoPart, Part
from casemgr_jd.renderers._row_holes import LateHole, RowHole
from casemgr_jd.renderers._view import View
from casemgr_jd.serde.table.outcome import Outcome, as_input_error
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.tables import BadRow, Table, table_of

if TYPE_CHECKING:
    from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["FileFunction", "Outcome", "RowFiller", "UnfitError", "outcomes"]

FileFunction: TypeAlias = Callable[[Requisition, str], bytes]


class Filled(Protocol):
    """What a table fills, row by row; a ``Plan`` is it."""

    posting: Posting
    varying: tuple[str, ...]
    exact: bool
    proven: bool
    parts: tuple[Part, ...]
    join: Join

    def facts(self, requisition: Requisition) -> Requisition: ...
    def proof(self, filled: str, requisition: Requisition) -> str: ...
    def afresh(self, requisition: Requisition) -> str: ...
    def joined_in(self, order: Sequence[Part], constant: "dict[Part, str]") -> Join: ...


def outcomes(
    plan: Filled,
    table: Any,
    header: Iterable[str] | None = None,
    table_map: "TableMap | None" = None,
    file: FileFunction | None = None,
) -> Iterator[Outcome]:
    """Yield what became of each row of *table*; with *file*, the file made of its text."""
    source = table_of(table, header)
    return _outcomes(plan, source, RowReader(source.header, table_map, source.grows), file)


def _outcomes(
    plan: Filled, source: Table, reader: RowReader, file: FileFunction | None
) -> Iterator[Outcome]:
    output = RowFiller(plan, reader, file).output
    header = source.header
    settled = len(header) if source.grows else None
    for number, row in enumerate(source, 1):
        if isinstance(row, BadRow):
            yield Outcome(number, None, (row.problem,), (row.text,), reader)
            continue
        cells = row if row.__class__ is tuple else tuple(row)
        try:
            if len(header) != reader.width:
                reader = RowReader(header, reader.map, source.grows, settled)
                output = RowFiller(plan, reader, file).output
            yield Outcome._make((number, output(cells), (), cells, reader))
        except InputError as error:
            yield Outcome(number, None, error.problems, cells, reader)


class RowFiller:
    """Fills a plan from rows of raw cells.

    Args:
        plan: what is filled.
        reader: what reads the cells.
        file: makes a file of facts and text, where the output is one.

    Raises:
        PlanError: a fact that all rows share is not what the plan was made with, and does not vary in it.
    """

    def __init__(self, plan: Filled, reader: RowReader, file: FileFunction | None = None) -> None:
        self.plan = plan
        self._file = file
        self._reader = reader
        # Of rows in which a cell may be out of place, each is looked at.
        self._width = reader.width if reader.is_plain else -1
        own, common = plan.posting.requisition, reader.map.every_row
        shared = {one: getattr(common, one) for one in common.given if one not in reader.readers}
        self._common = plan.facts(replaced(own, shared))
        self._gates = {
            name: Gate(one, plan.posting, plan.varying) for name, one in reader.readers.items()
        }
        self._holes: list[RowHole] = []
        self._late: list[LateHole] = []
        self._may_grow = False
        self._never_fits = False
        self._lookups: list[tuple[Callable[[Any], Any], Mapping[Any, str]]] = []
        self._join: Callable[[Sequence[str]], str] = plan.join
        self._make_holes()

    @property
    def output(self) -> Callable[[tuple[Any, ...]], str | bytes]:
        """What takes the cells of a row and gives its posting: a text, or the file made of it."""
        return self.text if self._file is None else partial(self._in_file, self._file)

    def _in_file(self, file: FileFunction, row: tuple[Any, ...]) -> bytes:
        return file(self._view(row).requisition, self.text(row))

    def text(self, row: tuple[Any, ...]) -> str:
        """Return the posting of a row.

        Raises:
            InputError: anything is wrong with any cell; all problems, each under its column.
        """
        try:
            # A row whose cells each say one fact, or were seen before: no more than looking up and joining.
            plan = self.plan
            if len(row) == self._width and plan.exact and plan.proven and not self._never_fits:
                return self._joined([texts[pick(row)] for pick, texts in self._lookups])
        except (KeyError, TypeError, Anew, InputError, RenderError):
            # What no single cell tells, a look at the whole row does, with all that is wrong with it.
            pass
        return self._read(row)

    def _joined(self, texts: list[str]) -> str:
        for late in self._late:
            texts.append(late.text(texts))
        return self._join(texts)

    def _read(self, row: tuple[Any, ...]) -> str:
        row = self._reader.fitted(row)
        view = self._view(row)
        try:
            if self._never_fits or not self.plan.exact:
                return self._afresh(view.requisition)
            texts = [hole.text(row, view) for hole in self._holes]
            if self._may_grow and any(hole.has_grown for hole in self._holes):
                self._make_holes()
                texts = [hole.text(row, view) for hole in self._holes]
            text = self._joined(texts)
            return text if self.plan.proven else self.plan.proof(text, view.requisition)
        except Anew:
            return self._afresh(view.requisition)
        except UnfitError:
            raise
        except RenderError as error:
            raise as_input_error(error) from None
        except InputError as error:
            raise InputError(self._reader.placed(error.problems)) from None

    def _afresh(self, requisition: Requisition) -> str:
        try:
            return self.plan.afresh(requisition)
        except RenderError as error:
            raise as_input_error(error) from None

    def _view(self, row: tuple[Any, ...]) -> View:
        values: dict[str, Any] = {}
        problems: list[Problem] = []
        is_unfit = True
        for gate in self._gates.values():
            try:
                values[gate.name] = gate.value(gate.pick(row))
            except InputError as error:
                problems += error.problems
                is_unfit = is_unfit and isinstance(error, UnfitError)
        if problems:
            raise (UnfitError if is_unfit else InputError)(problems)
        return View(self.plan.posting, self._common, values)

    def _make_holes(self) -> None:
        """Find out which cells each part of the plan rests on; parts that rest on none are constant."""
        plan, view = self.plan, View(self.plan.posting, self._common)
        late = [one for one in plan.parts if isinstance(one, LatePart)]
        parts: list[Part] = [one for one in plan.parts if one not in late]
        parts += [MadePart(_agreement), *(slot for one in late for slot in one.slots.values())]
        # Watched once, each part knows which facts it rests on here; later ones may be added.
        made = {part: _text(part, view) for part in dict.fromkeys(parts)}
        holes = [RowHole(part, self._reader, self._gates, self._common) for part in made]
        read = {name for hole in holes for name in hole.facts}
        constant = {hole.part: made[hole.part] for hole in holes if not hole.facts}
        self._never_fits = None in constant.values()
        # A fact that shows nowhere must be read all the same, or a wrong cell would pass.
        unseen = [NoPart((name,)) for name in self._reader.readers if name not in read]
        holes += [RowHole(part, self._reader, self._gates, self._common) for part in unseen]
        self._holes = [hole for hole in holes if hole.facts]
        places = {hole.part: place for place, hole in enumerate(self._holes)}
        rests = {one: any(slot in places for slot in one.slots.values()) for one in late}
        self._late = [LateHole(one, places, constant) for one in late if rests[one]]
        constant |= {one: _text(one, view) for one in late if not rests[one]}
        self._may_grow = any(hole.part.typed for hole in self._holes)
        self._lookups = [(hole.pick, hole.texts) for hole in self._holes]
        self._join = plan.joined_in(
            [*places, *(hole.part for hole in self._late)],
            {part: text or "" for part, text in constant.items()},
        )


def _text(part: Part, view: View) -> str | None:
    """Return the text of a part, or nothing where the plan does not fit the facts."""
    try:
        return part.watched_text(view)
    except Anew:
        return None


def _agreement(posting: Posting) -> str:
    """Return nothing, having looked at the facts that may contradict each other."""
    contradictions(posting.requisition)
    return ""
