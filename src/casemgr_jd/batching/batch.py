"""Rows of a table to postings, grouped by make-up, so that nearly all of them are a plan's filling."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, TypeAlias

from casemgr_jd._attrs import evolve
from casemgr_jd._doors import door
from casemgr_jd.builder.effective import name_problems
from casemgr_jd.builder.many import Given, Many
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.builder.resting import whole_structure
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import CaseMgrError, ExtraNotInstalledError, InputError, Problem
from casemgr_jd.house.house_style import HouseStyle
from casemgr_jd.model.changes import replaced
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.plan_rows import UnfitError
from casemgr_jd.serde.table.facts import MOST_REMEMBERED, FactReader, is_memorable
from casemgr_jd.serde.table.outcome import Outcome, as_input_error
from casemgr_jd.serde.table.rows import RowReader
from casemgr_jd.serde.table.table_map import TableMap
from casemgr_jd.serde.table.tables import BadRow, table_of

if TYPE_CHECKING:
    from casemgr_jd.renderers.protocol import Renderer

__all__ = ["Batcher", "batch"]

Output: TypeAlias = Callable[[tuple[Any, ...]], Any]
_NAMING = ("setting", "tier", "role", "extra")
"""Facts that name something which the catalog must have."""
_ROWS_BEFORE_A_PLAN = 8
_MOST_COUNTED = 8_192
_MOST_MAKE_UPS = 48
"""Make-ups whose plans are kept; a table of more gives its oldest ones up, and stays as small."""


@door(rows=None)
def batch(
    rows: Any,
    *,
    format: "str | Renderer" = "markdown",
    header: Iterable[str] | None = None,
    table_map: TableMap | None = None,
    catalog: Catalog | None = None,
    house: HouseStyle | None = None,
    context: RenderContext = DEFAULT,
) -> Iterator[Outcome]:
    """Yield what became of each row of a table of requisitions: its posting, or all that is wrong with it.

    A row gives what its requisition, built and rendered alone, would give. Rows are read as they are
    needed; memory does not grow with their number.

    Args:
        rows: mappings, tuples under a header, a pandas or polars data frame, an Arrow table or batches.
        format: name of a format, or a renderer.
        header: names of the columns of tuples; their first row if left out.
        table_map: what other names of columns, and codes in their cells, mean.
        catalog: content in place of the packaged guide.
        house: the style that every posting follows.
        context: as for ``render``.

    Raises:
        InputError: there is no table, or a column is no field; before the first row.
        ExtraNotInstalledError: the format needs an extra; with the first row.

    >>> rows = [("organization", "tier"), ("Lakeside Health", "senior"), ("Harbor Care", "boss")]
    >>> for outcome in batch(rows, format="text"):
    ...     print(outcome.number, outcome.ok, [problem.path for problem in outcome.problems])
    1 True []
    2 False ['tier']
    """
    source = table_of(rows, header)
    style = house or HouseStyle()
    renderer = style.renderer(format) if isinstance(format, str) else format
    batcher = Batcher(source.header, renderer, table_map, style, catalog, context, source.grows)
    return batcher.outcomes(source)


class Batcher:
    """Makes postings of the rows under one header.

    Args:
        header: names of the columns; the header of mappings may grow while they are read.
        renderer: of the format that is wanted.
        table_map: what columns and codes mean.
        house: the style that every posting follows.
        catalog: content in place of the packaged guide.
        context: as for ``render``.
        grows: whether columns may follow, as in a table of mappings.

    Raises:
        InputError: a column is no field and is not left out on purpose.
    """

    def __init__(
        self,
        header: list[str],
        renderer: Any,
        table_map: TableMap | None = None,
        house: HouseStyle | None = None,
        catalog: Catalog | None = None,
        context: RenderContext = DEFAULT,
        grows: bool = False,
    ) -> None:
        self.renderer = renderer
        style, given = house or HouseStyle(), table_map or TableMap()
        self.catalog: Catalog = style.catalog(catalog)
        self._header = header
        # What no cell of a row says, the house says.
        self._map = evolve(given, every_row=style.requisition(given.every_row))
        self._context = context
        self._grows = grows
        # The plans kept behind render are for who has no rows: here there are others.
        self._render = getattr(renderer, "render_afresh", renderer.render)
        # Of a file of lines even the first columns are found while it is read.
        self._settled = len(header) if grows else None
        self._open()

    def outcomes(self, rows: Iterable[Any], first: int = 1) -> Iterator[Outcome]:
        """Yield what became of each row; the first has the number *first*."""
        for number, row in enumerate(rows, first):
            if isinstance(row, BadRow):
                yield Outcome(number, None, (row.problem,), (row.text,), self.reader)
            else:
                yield self.outcome(number, row if row.__class__ is tuple else tuple(row))

    def outcome(self, number: int, row: tuple[Any, ...]) -> Outcome:
        """Return what became of one row."""
        try:
            if len(self._header) != self.reader.width or not self._many.is_current:
                self._open()
            return Outcome._make((number, self._output(row), (), row, self.reader))
        except InputError as error:
            problems = dict.fromkeys((*self._misread(row), *error.problems))
            return Outcome(number, None, tuple(problems), row, self.reader)

    def _misread(self, row: tuple[Any, ...]) -> list[Problem]:
        """Return what is wrong with the cells and names of a row, all of it."""
        facts: dict[str, Any] = {}
        problems: list[Problem] = []
        for name, reader in self.reader.readers.items():
            try:
                facts[name] = reader.value(reader.pick(self.reader.fitted(row)))
            except InputError as error:
                problems += error.problems
        names = {one: facts[one] for one in _NAMING if one in facts}
        named = replaced(Requisition(), names)
        return problems + self.reader.placed(name_problems(named, self.catalog))

    def _open(self) -> None:
        self.reader: RowReader = RowReader(self._header, self._map, self._grows, self._settled)
        self._many = Many(self.reader.readers, self._map.every_row, self.catalog)
        structure = whole_structure(self.catalog)
        self._cells = tuple(
            _Cells(reader, structure.deciders.get(name), self._many)
            for name, reader in self.reader.readers.items()
        )
        self._lookups = tuple((one.pick, one) for one in self._cells)
        self._rows_before_a_plan = _ROWS_BEFORE_A_PLAN
        self._outputs: dict[Hashable, Output] = {}
        # By their hash: most make-ups come once, and keys of theirs would fill the memory.
        self._counts: dict[int, int] = {}

    def _output(self, row: tuple[Any, ...]) -> Any:
        try:
            given = [known[pick(row)] for pick, known in self._lookups]
        except (TypeError, IndexError):
            row = self.reader.fitted(row)
            given = [one.read(one.pick(row)) for one in self._cells]
        if len(row) != self.reader.width or not self.reader.is_plain:
            row = self.reader.fitted(row)
        # What tells the make-up of a row.
        key = tuple([one.part for one in given])
        output = self._outputs.get(key) or self._planned(key, row)
        try:
            return self._alone(row, given) if output is None else output(row)
        except UnfitError:
            return self._alone(row, given)

    def _planned(self, key: tuple[Hashable, ...], row: tuple[Any, ...]) -> Output | None:
        """Return what gives the output of rows of this make-up, once enough of them came."""
        number = hash(key)
        count = self._counts[number] = self._counts.get(number, 0) + 1
        if count < self._rows_before_a_plan or not hasattr(self.renderer, "plan"):
            if len(self._counts) > _MOST_COUNTED:
                self._counts.clear()
            return None
        posting = self._built(self.reader.fitted(row))
        varying = [one for one in self.reader.readers if one not in posting.structure.fields]
        plan = self.renderer.plan(posting, varying, self._context)
        if len(self._outputs) >= _MOST_MAKE_UPS:
            oldest = next(iter(self._outputs))
            del self._outputs[oldest]
            # It must come often again before it has another, and so must all: plans that follow each other
            # cost more than they spare.
            self._counts.pop(hash(oldest), None)
            self._rows_before_a_plan += 1
        output: Output = plan.filler(self.reader).output
        self._outputs[key] = output
        return output

    def _alone(self, row: tuple[Any, ...], given: Sequence[Given]) -> Any:
        """Return the output of a row without any plan."""
        posting = self._made(given) or self._built(row)
        try:
            return self._render(posting, self._context)
        except ExtraNotInstalledError:
            # No fault of a row: what no row can be made of is told once.
            raise
        except CaseMgrError as error:
            raise as_input_error(error) from None

    def _made(self, given: Sequence[Given]) -> Posting | None:
        """Return the posting of a row straight from its cells; nothing where it is built like any other."""
        try:
            return self._many.posting(given)
        except InputError:
            # What is wrong with it is told of the whole row.
            return None

    def _built(self, row: tuple[Any, ...]) -> Posting:
        requisition = self.reader.requisition(row)
        try:
            return build(requisition, catalog=self.catalog)
        except InputError as error:
            raise InputError(self.reader.placed(error.problems)) from None


class _Cells(dict[Any, Given]):
    """What the cells of one fact say, remembered by the cells."""

    def __init__(
        self, reader: FactReader, decide: Callable[[Any], Hashable] | None, many: Many
    ) -> None:
        super().__init__()
        self.pick = reader.pick
        self._reader = reader
        self._decide = decide
        self._many = many
        self._numbers = _Numbers()

    def __missing__(self, raw: Any) -> Given:
        cell = self.read(raw)
        if is_memorable(raw):
            if len(self) >= MOST_REMEMBERED:
                self.clear()
            self[raw] = cell
        return cell

    def read(self, raw: Any) -> Given:
        """Return what raw cells say."""
        value = self._reader.read(raw)
        part = self._numbers.of(self._decide(value)) if self._decide else None
        return self._many.given(self._reader.field, value, part)


class _Numbers:
    """Numbers in place of what values add to a make-up: the same for equal ones, and compared at once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, int] = {}
        # Never one again: some rows have what had it before.
        self._next = count()

    def of(self, part: Hashable) -> int:
        """Return the number of what a value adds."""
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        return self._known.setdefault(part, next(self._next))
