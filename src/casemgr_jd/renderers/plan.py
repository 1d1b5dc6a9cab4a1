"""Plans: the hooks of a renderer run once, with marks where values go; filling one is a join."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import count
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, fields

from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import PlanError
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._marks import Inside, Late, LateFunction, Made, MadeFunction, Tracer
from casemgr_jd.renderers._watch import fields_read, watched
from casemgr_jd.renderers.context import RenderContext

if TYPE_CHECKING:
    from casemgr_jd.renderers.base import NodeRenderer

__all__ = ["Plan"]

_PROBES = ("a", "Zx9 <&> *_[#] " * 12)


class Plan:
    """A rendering with holes: made by ``renderer.plan(posting, varying=[...])``.

    ``exact`` tells whether a fill is a join; where a hook looked into a value it is false, ``reason``
    says why, and each fill renders afresh: slower, but always what ``render`` gives.

    >>> from casemgr_jd import draft, get_renderer
    >>> plan = get_renderer("text").plan(draft().build(), varying=["organization"])
    >>> plan.exact, "Lakeside Health" in plan.fill(organization="Lakeside Health")
    (True, True)
    """

    def __init__(
        self,
        renderer: "NodeRenderer",
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
    ) -> None:
        self.posting = posting
        self.varying = varying
        self.slots: tuple[str, ...] = _slots_of(posting, varying)
        self.exact: bool = True
        self.reason: str = ""
        self._renderer = renderer
        self._context = context
        self._proven = False
        self._slots = tuple(posting.slot(name) for name in self.slots)
        self._makers = [renderer.maker(slot) for slot in self._slots]
        self._late: tuple[LateFunction, ...] = ()
        self._fixed: dict[str, str] = {}
        self._parts: tuple[_Part, ...] = ()
        self._constants: tuple[str, ...] = ()
        self._order: Callable[[tuple[str, ...]], tuple[str, ...]] = tuple
        self.join: Callable[[tuple[str, ...]], str] = self._joined
        """Takes what ``ready`` gives (values that are escaped already, in the order of ``slots``)."""
        self._trace()
        if self.exact:
            self._probe()

    @classmethod
    def made(
        cls,
        renderer: "NodeRenderer",
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
    ) -> "Plan":
        """Check what is to vary, and make the plan.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.
        """
        known = [one.name for one in fields(Requisition)]
        for name in varying:
            if name not in known:
                guess = did_you_mean(name, known)
                raise PlanError(f"{name!r} is not a field of a requisition; {guess}".rstrip("; "))
            if name in posting.structure.fields:
                raise PlanError(
                    f"{name!r} cannot vary in a plan: it decides which items stand in the posting; "
                    f"build a posting for each value of it"
                )
        return cls(renderer, posting, varying, context)

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
        return self.render(evolve(self.posting.requisition, **values))

    def render(self, requisition: Requisition) -> str:
        """Return the posting with the varying fields of *requisition*.

        Raises:
            PlanError: a value of it changes which items stand in the posting.
        """
        changed = self.posting.structure.changed(self.posting.requisition, requisition)
        if changed:
            raise PlanError(
                f"this value of {changed!r} changes which items stand in the posting; build it anew"
            )
        if not self.exact:
            return self._afresh(requisition)
        text = self.join(self.ready(requisition))
        return text if self._proven else self._proof(text, requisition)

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[str]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def ready(self, requisition: Requisition) -> tuple[str, ...]:
        """Return what ``join`` takes: each of ``slots`` escaped, then each text made from typed facts.

        For who joins the same facts with many others: reading and escaping them costs more than joining.
        """
        words = [display(requisition, slot) for slot in self._slots]
        return self._made_ready(requisition, words)

    def write(self, values: Sequence[str | None]) -> str:
        """Return the posting with how each of ``slots`` reads, in that order; escapes them.

        Raises:
            PlanError: typed facts stand in this output too, so that readings alone do not fill it.
        """
        return self.join(self._escaped(values))

    def _made_ready(self, requisition: Requisition, words: Sequence[str | None]) -> tuple[str, ...]:
        if not self._parts:
            return self._escaped(words)
        posting = evolve(self.posting, requisition=requisition)
        return self._escaped(words) + tuple([part(posting, words) for part in self._parts])

    def _escaped(self, values: Sequence[str | None]) -> tuple[str, ...]:
        if None in values:
            return tuple(map(self._ready, self._slots, values))
        return tuple(
            [make(words) for make, words in zip(self._makers, values)]  # type: ignore[arg-type]
        )

    def _joined(self, ready: tuple[str, ...]) -> str:
        return "".join(self.pieces(ready))

    def pieces(self, ready: tuple[str, ...]) -> tuple[str, ...]:
        """Return what ``join`` joins, in order: constant pieces and what ``ready`` gives.

        Raises:
            PlanError: typed facts stand in this output too, so that readings alone do not fill it.
        """
        if len(ready) < len(self.slots) + len(self._parts):
            raise PlanError(
                f"{self._renderer.name!r} shows typed facts, which no reading of a slot tells; "
                "fill this plan with render(requisition), fill(...) or join(ready(requisition))"
            )
        return self._order(self._constants + self._with_late(ready))

    def _with_late(self, ready: tuple[str, ...]) -> tuple[str, ...]:
        if not self._late:
            return ready
        value = {**self._fixed, **dict(zip(self.slots, ready))}.__getitem__
        return ready + tuple([function(value) for function in self._late])

    def _given(self, posting: Posting, words: Sequence[str | None]) -> str:
        """Return *posting*, of this make-up, given how each of ``slots`` reads in it."""
        return self.join(self._made_ready(posting.requisition, words))

    def _trace(self) -> None:
        tracer = Tracer(self.posting, self.varying, self.slots)
        posting, reads = watched(self.posting, self.varying)
        traced = self._renderer._run(posting, self._context, self.posting.values(), tracer)
        looked = sorted(reads & set(self.varying))
        if tracer.looked or looked:
            what = f"read {', '.join(looked)} directly" if looked else "looked into a value"
            self._give_up(f"a hook {what}")
            return
        self._split(traced, tracer)

    def _split(self, traced: str, tracer: Tracer) -> None:
        constants: list[str] = []
        order: list[int] = []
        marks = [tracer.meanings[one] for one in traced if one in tracer.meanings]
        late = [one.function for one in marks if isinstance(one, Late)]
        fixed = {slot for one in marks if isinstance(one, Late) for slot in one.slots}
        parts = [one for one in marks if isinstance(one, Made | Inside)]
        part_places = count(len(self.slots))
        late_places = count(len(self.slots) + len(parts))
        slot = self.posting.slot
        start = 0
        places = {name: index for index, name in enumerate(self.slots)}
        for index, character in enumerate(traced):
            meaning = tracer.meanings.get(character)
            if meaning is None:
                continue
            order.append(-len(constants) - 1)
            constants.append(traced[start:index])
            start = index + 1
            if isinstance(meaning, str):
                order.append(places[meaning])
            else:
                order.append(next(late_places if isinstance(meaning, Late) else part_places))
        order.append(-len(constants) - 1)
        constants.append(traced[start:])
        self._constants = tuple(constants)
        self._late = tuple(late)
        self._parts = tuple(map(self._part, parts))
        self._fixed = {
            name: self._ready(slot(name), self.posting.value(name))
            for name in fixed.difference(self.slots)
        }
        positions = [(-one - 1) if one < 0 else len(constants) + one for one in order]
        # A text without any mark is one piece, whatever values are given.
        self._order = itemgetter(*positions) if len(positions) > 1 else itemgetter(slice(0, 1))
        if not late and not parts:
            self.join = _joiner(self._constants, positions)

    def _part(self, meaning: Made | Inside) -> "_Part":
        if isinstance(meaning, Made):
            return partial(_made, meaning.function)
        inner = meaning.renderer.plan(self.posting, self.varying, self._context)
        return inner._given if inner.exact else inner._anew

    def _anew(self, posting: Posting, words: Sequence[str | None]) -> str:
        values = {**posting.values(), **dict(zip(self.slots, words))}
        return self._renderer._run(posting, self._context, values)

    def _ready(self, slot: Slot, words: str | None) -> str:
        return self._renderer.blank(slot) if words is None else self._renderer.filled(slot, words)

    def _probe(self) -> None:
        """Compare fills with fresh renderings for values of very different length and content."""
        for probe in _PROBES:
            known: dict[str, str | None] = {
                **self.posting.values(),
                **dict.fromkeys(self.slots, probe),
            }
            fresh = self._renderer._run(self.posting, self._context, known)
            if self._given(self.posting, [probe] * len(self.slots)) != fresh:
                self._give_up("a hook looked into a value")
                return

    def _proof(self, filled: str, requisition: Requisition) -> str:
        """Compare the first fill with a fresh rendering; from then on trust the plan, or give it up."""
        self._proven = True
        fresh = self._afresh(requisition)
        if fresh != filled:
            self._give_up("a hook looked into a value")
        return fresh

    def _afresh(self, requisition: Requisition) -> str:
        return self._renderer.render(evolve(self.posting, requisition=requisition), self._context)

    def _give_up(self, reason: str) -> None:
        self.exact = False
        self.reason = reason

    def __repr__(self) -> str:
        kind = "exact" if self.exact else f"renders each: {self.reason}"
        return f"Plan({self._renderer.name!r}, varying={list(self.varying)}, {kind})"


_Part: TypeAlias = Callable[[Posting, Sequence[str | None]], str]
"""Makes its text from a posting and from how the slots of the plan read in it."""


def _made(function: MadeFunction, posting: Posting, words: Sequence[str | None]) -> str:
    return function(posting)


def _joiner(constants: tuple[str, ...], positions: list[int]) -> Callable[[tuple[str, ...]], str]:
    """Return a function that joins constants and values: all that a fill costs.

    The function is compiled from a source of numbered names only, as attrs and named tuples compile
    theirs: picking the pieces by index would cost as much again as joining them.
    """
    count = len(constants)
    names = "".join(f"{{c{one}}}" if one < count else f"{{v[{one - count}]}}" for one in positions)
    scope: dict[str, Any] = {f"c{index}": words for index, words in enumerate(constants)}
    exec(f"def join(v):\n    return f'{names}'", scope)
    joined: Callable[[tuple[str, ...]], str] = scope["join"]
    return joined


def _slots_of(posting: Posting, varying: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slots whose reading looks at one of the varying fields."""
    return tuple(
        slot.id
        for slot in posting.slots
        if fields_read(posting.requisition, partial(display, slot=slot)) & set(varying)
    )
