"""Plans: the hooks of a renderer run once, with marks where values go; filling one is a join."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from casemgr_jd._doors import doors
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, PlanError, Problem, require
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.changes import FACTS, changed
from casemgr_jd.model.posting import Posting, over
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._filling import Filling
from casemgr_jd.renderers._joining import Join, joiner
from casemgr_jd.renderers._marks import Hooked
from casemgr_jd.renderers._plan_parts import Anew, Part
from casemgr_jd.renderers._trace import traced, varying_slots
from casemgr_jd.renderers._view import View
from casemgr_jd.renderers.context import RenderContext

if TYPE_CHECKING:
    from casemgr_jd.renderers.plan_rows import Outcome, RowFiller
    from casemgr_jd.serde.table.rows import RowReader
    from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["Plan", "planned"]

_NEEDED = "a value is blank without which this output is another one; use render(requisition)"
_PROBES = ("a", "Zx9 <&> *_[#] " * 12)


@doors
class Plan(ShowsItself):
    """A rendering with holes: made by ``renderer.plan(posting, varying=[...])``.

    ``exact`` tells whether a fill is a join; where a hook looked into a value it is false, ``reason``
    says why, and each fill renders afresh: slower, but always what ``render`` gives. A plan pickles: what
    is sent is what it was made from.

    >>> from casemgr_jd import draft, get_renderer
    >>> posting = draft().fill(organization="Harbor Care").build()
    >>> plan = get_renderer("text").plan(posting, varying=["organization"])
    >>> plan.exact, "Lakeside Health" in plan.fill(organization="Lakeside Health")
    (True, True)
    """

    def __init__(
        self,
        renderer: Hooked,
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
        origin: Any = None,
        guards: Iterable[Part] = (),
    ) -> None:
        self.posting = posting
        self.varying = varying
        self.slots: tuple[str, ...] = varying_slots(posting, varying)
        self.exact: bool = True
        self.reason: str = ""
        self.origin: Any = origin or renderer
        """The renderer whose ``plan`` made this."""
        self.context = context
        self._renderer = renderer
        self.proven: bool = False
        """Whether a fill was compared with a fresh rendering and found equal."""
        self._deciding = tuple(one for one in posting.structure.names if one in varying)
        self._pieces: tuple[str | Part, ...] = ()
        self.parts: tuple[Part, ...] = ()
        """What stands between the constant texts, each once; ``ready`` gives their texts."""
        self._texts: Callable[[Requisition], list[str]] = Filling(posting, ()).texts
        self.join: Join = self._nothing
        """Takes what ``ready`` gives: texts that are escaped already."""
        fixed = [name for name in FACTS if name not in varying]
        self._fixed: Callable[[Requisition], object] = attrgetter(*fixed) if fixed else _no_fact
        self._fixed_facts = self._fixed(posting.requisition)
        self._trace(tuple(guards))
        if self.exact:
            self._probe()

    @classmethod
    def made(
        cls,
        renderer: Hooked,
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
        origin: Any = None,
        guards: Iterable[Part] = (),
    ) -> "Plan":
        """Check what is to vary, and make the plan.

        Args:
            renderer: whose hooks are run.
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.
            origin: the renderer whose ``plan`` is being answered, where it is another one.
            guards: parts that are empty, and find the facts of which *origin* makes something else.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        for name in varying:
            if name not in FACTS:
                guess = did_you_mean(name, FACTS)
                raise PlanError(f"{name!r} is not a field of a requisition; {guess}".rstrip("; "))
            if name in posting.structure.fields:
                raise PlanError(
                    f"{name!r} cannot vary in a plan: it decides which items stand in the posting; "
                    f"build a posting for each value of it"
                )
        return cls(renderer, posting, varying, context, origin, guards)

    def fill(self, **values: Any) -> str:
        """Return the posting with *values* of the varying fields; a field left out keeps its value.

        Raises:
            PlanError: a field was not declared as varying, or its value changes which items stand.
            InputError: a value is not of its field's kind.
        """
        for name in values:
            if name not in self.varying:
                raise PlanError(
                    f"{name!r} does not vary in this plan (it varies: {', '.join(self.varying)})"
                )
        return self.render(changed(self.posting.requisition, values))

    def render(self, requisition: Requisition) -> str:
        """Return the posting with the facts of *requisition*, such as the one it was built from.

        What the requisition leaves out stands as role, tier and setting have it.

        Raises:
            PlanError: a fact differs that was not declared as varying, or changes which items stand.
        """
        return self.same(self.facts(requisition))

    def same(self, facts: Requisition) -> str:
        """Return the posting with *facts*, which are known to be of this make-up and complete."""
        if not self.exact:
            return self.afresh(facts)
        try:
            text = self.join(self._texts(facts))
        except Anew:
            return self.afresh(facts)
        return text if self.proven else self.proof(text, facts)

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[str]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def rows(
        self,
        table: Any,
        *,
        header: Iterable[str] | None = None,
        table_map: "TableMap | None" = None,
    ) -> "Iterator[Outcome]":
        """Yield what became of each row of a table: its text, or all that is wrong with it.

        Cells are raw, as for ``batch``; only what varies is read, and a reading is remembered by its cells.
        A cell that holds nothing leaves its fact out; a fact without a column keeps its value.

        Args:
            table: mappings, tuples under a header, a data frame, an Arrow table or batch.
            header: names of the columns of tuples; their first row if left out.
            table_map: what other names of columns, and codes in their cells, mean.

        Raises:
            InputError: the table is none, or a column is no field.

        >>> from casemgr_jd import PayRange, draft, get_renderer
        >>> posting = draft().fill(organization="Harbor Care", pay=PayRange(64_000, 78_000)).build()
        >>> plan = get_renderer("text").plan(posting, varying=["organization", "pay"])
        >>> rows = [("organization", "pay"), ("Lakeside Health", "72000-92000"), ("Harbor Care", "much")]
        >>> for row in plan.rows(rows):
        ...     print(row.number, row.ok, *row.problems)
        1 True
        2 False pay: is not an amount or a range: 'much' (like 72000-92000 a year, or 41.50 an hour)
        """
        from casemgr_jd.renderers.plan_rows import outcomes

        return outcomes(self, table, header, table_map)

    def filler(self, reader: "RowReader") -> "RowFiller":
        """Return what fills this plan from rows that *reader* reads; its ``output`` takes the cells of one.

        Raises:
            PlanError: a fact that all rows share is not what the plan was made with, and does not vary in it.
        """
        from casemgr_jd.renderers.plan_rows import RowFiller
        from casemgr_jd.serde.table.rows import RowReader

        require(reader, RowReader, "reader")
        return RowFiller(self, reader)

    def ready(self, requisition: Requisition) -> tuple[str, ...]:
        """Return what ``join`` takes: the text of each of ``parts``.

        For who joins the same facts with many others: reading and escaping them costs more than joining.

        Raises:
            PlanError: a fact differs that was not declared as varying, or changes which items stand; or a
                blank is left without whose value the output is another one.
        """
        try:
            return tuple(self._texts(self.facts(requisition)))
        except Anew:
            raise PlanError(_NEEDED) from None

    def write(self, values: Sequence[str | None]) -> str:
        """Return the posting with how each of ``slots`` reads, in that order; escapes them.

        Raises:
            PlanError: typed facts stand in this output too, so that readings alone do not fill it.
        """
        if any(part.typed for part in self.parts):
            raise PlanError(
                f"{self._renderer.name!r} shows typed facts, which no reading of a slot tells; "
                "fill this plan with render(requisition), fill(...) or rows(...)"
            )
        if len(values) != len(self.slots):
            count = f"must be {len(self.slots)}, one for each of slots, not {len(values)}"
            raise InputError([Problem("values", count)])
        try:
            return self._filled(dict(zip(self.slots, values, strict=True)))
        except Anew:
            raise PlanError(_NEEDED) from None

    def pieces(self, ready: Sequence[str]) -> tuple[str, ...]:
        """Return what ``join`` joins, in order: constant texts and what ``ready`` gives."""
        self.join(ready)
        text = dict(zip(self.parts, ready, strict=True))
        return tuple(one if isinstance(one, str) else text[one] for one in self._pieces)

    def joined_in(self, order: Sequence[Part], constant: "dict[Part, str]") -> Join:
        """Return a ``join`` for the texts of *order* only, where the other parts have constant texts."""
        places = {part: index for index, part in enumerate(order)}
        return joiner([constant.get(one, one) for one in self._pieces], places)  # type: ignore[arg-type]

    def facts(self, requisition: Requisition) -> Requisition:
        """Return *requisition* with what it leaves out, if this plan can render it.

        Raises:
            PlanError: a fact differs that was not declared as varying, or changes which items stand.
        """
        own = self.posting.requisition
        if requisition is own:
            return own
        completion = self.posting.structure.completion
        completed = completion.of(requisition)
        if self._fixed(completed) != self._fixed_facts:
            raise PlanError(self._difference(completed))
        if completed.title is None and completion.defaults.title is not None:
            raise PlanError(changes_make_up("tier"))
        if self._deciding:
            name = self.posting.structure.changed(own, completed, self._deciding)
            if name:
                raise PlanError(changes_make_up(name))
        return completed

    def anew(self, requisition: Requisition) -> Posting:
        """Return the posting of this make-up over other facts."""
        return over(self.posting, requisition)

    def proof(self, filled: str, requisition: Requisition) -> str:
        """Compare the first fill with a fresh rendering; from then on trust the plan, or give it up."""
        self.proven = True
        fresh = self.afresh(requisition)
        if fresh != filled:
            self._give_up("a hook looked into a value")
        return fresh

    def _difference(self, requisition: Requisition) -> str:
        own = self.posting.requisition
        name = next(
            one
            for one in FACTS
            if one not in self.varying and getattr(own, one) != getattr(requisition, one)
        )
        if self.posting.structure.changed(own, requisition, [name]):
            return changes_make_up(name)
        return (
            f"{name!r} is not what this plan was made with, and does not vary in it "
            f"(it varies: {', '.join(self.varying)}); name it as varying, or make another plan"
        )

    def _filled(self, words: Mapping[str, str | None]) -> str:
        view = View(self.posting, self.posting.requisition, words=words)
        return self.join([part.text(view) for part in self.parts])

    def _nothing(self, texts: Sequence[str]) -> str:
        raise PlanError(f"this plan renders each posting afresh: {self.reason}")

    def _trace(self, guards: tuple[Part, ...]) -> None:
        found = traced(self._renderer, self.posting, self.varying, self.context)
        if found.reason:
            self._give_up(found.reason)
            return
        self._pieces = (*guards, *found.pieces)
        self.parts = tuple(dict.fromkeys(one for one in self._pieces if not isinstance(one, str)))
        self._texts = Filling(self.posting, self.parts).texts
        self.join = joiner(self._pieces, {part: index for index, part in enumerate(self.parts)})

    def _probe(self) -> None:
        """Compare fills with fresh renderings for values of very different length and content."""
        for probe in _PROBES:
            words = dict.fromkeys(self.slots, probe)
            known = {**self.posting.values(), **words}
            fresh = self._renderer._run(self.posting, self.context, known)
            try:
                if self._filled(words) != fresh:
                    self._give_up("a hook looked into a value")
                    return
            except Anew:
                # What the posting itself lacks, its fillings may have; the first of them is compared.
                return

    def afresh(self, requisition: Requisition) -> str:
        """Return the posting over these facts without the plan: slower, and always right."""
        origin = self.origin
        render = origin.render_afresh if hasattr(origin, "render_afresh") else origin.render
        text: str = render(self.anew(requisition), self.context)
        return text

    def _give_up(self, reason: str) -> None:
        self.exact = False
        self.reason = reason

    def __reduce__(self) -> tuple[Any, ...]:
        return planned, (self.origin, self.posting, self.varying, self.context)

    def __repr__(self) -> str:
        kind = "exact" if self.exact else f"renders each: {self.reason}"
        return f"Plan({self._renderer.name!r}, varying={list(self.varying)}, {kind})"


def planned(
    renderer: Any, posting: Posting, varying: tuple[str, ...], context: RenderContext
) -> Any:
    """Return the plan of *renderer*: how a pickled plan is made again."""
    return renderer.plan(posting, varying, context)


def changes_make_up(name: str) -> str:
    """Return the words for a value that a plan cannot take."""
    return f"this value of {name!r} changes which items stand in the posting; build it anew"


def _no_fact(requisition: Requisition) -> object:
    return ()
