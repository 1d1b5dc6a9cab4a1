"""Plans: the hooks of a renderer run once, with marks where values go; filling one is a join."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from attrs import evolve, fields

from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import PlanError
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._marks import LateFunction, Tracer
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
    """

    def __init__(
        self, renderer: "NodeRenderer", posting: Posting, varying: tuple[str, ...], context: RenderContext
    ) -> None:
        self.posting = posting
        self.varying = varying
        self.slots = _slots_of(posting, varying)
        self.exact = True
        self.reason = ""
        self._renderer = renderer
        self._context = context
        self._proven = False
        self._late: tuple[tuple[int, LateFunction], ...] = ()
        self._constants: tuple[str, ...] = ()
        self._order: Callable[[tuple[str, ...]], tuple[str, ...]] = tuple
        self._trace()
        if self.exact:
            self._probe()

    @classmethod
    def made(
        cls, renderer: "NodeRenderer", posting: Posting, varying: tuple[str, ...], context: RenderContext
    ) -> "Plan":
        """Check what is to vary, and make the plan."""
        known = [one.name for one in fields(Requisition)]
        for name in varying:
            if name not in known:
                guess = did_you_mean(name, known)
                raise PlanError(f"{name!r} is no field of a requisition; {guess}".rstrip("; "))
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
                raise PlanError(f"{name!r} does not vary in this plan (it varies: {', '.join(self.varying)})")
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
        slot = self.posting.slot
        text = self.write([display(requisition, slot(name)) for name in self.slots])
        return text if self._proven else self._proof(text, requisition)

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[str]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def write(self, values: Iterable[str | None]) -> str:
        """Return the posting with how each of ``slots`` reads, in that order; escapes them."""
        slot, renderer = self.posting.slot, self._renderer
        return self.join(
            tuple(
                renderer.blank(slot(name)) if words is None else renderer.filled(slot(name), words)
                for name, words in zip(self.slots, values, strict=True)
            )
        )

    def join(self, ready: tuple[str, ...]) -> str:
        """Return the posting with values that are escaped already, in the order of ``slots``."""
        return "".join(self.pieces(ready))

    def pieces(self, ready: tuple[str, ...]) -> tuple[str, ...]:
        """Return what ``join`` joins: constant pieces and escaped values, in order."""
        if self._late:
            value = self._values(ready).__getitem__
            ready += tuple(function(value) for _, function in self._late)
        return self._order(self._constants + ready)

    def _values(self, ready: tuple[str, ...]) -> Mapping[str, str]:
        return {**self._fixed, **dict(zip(self.slots, ready, strict=True))}

    def _trace(self) -> None:
        tracer = Tracer(self.slots)
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
        late: list[tuple[int, LateFunction]] = []
        fixed: set[str] = set()
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
                order.append(len(self.slots) + len(late))
                late.append((len(late), meaning[1]))
                fixed |= set(meaning[0]) - set(self.slots)
        order.append(-len(constants) - 1)
        constants.append(traced[start:])
        self._constants = tuple(constants)
        self._late = tuple(late)
        self._fixed = {name: self._ready(name) for name in fixed}
        positions = [(-one - 1) if one < 0 else len(constants) + one for one in order]
        self._order = itemgetter(*positions) if len(positions) > 1 else tuple

    def _ready(self, slot_id: str) -> str:
        slot = self.posting.slot(slot_id)
        words = self.posting.value(slot_id)
        return self._renderer.blank(slot) if words is None else self._renderer.filled(slot, words)

    def _probe(self) -> None:
        """Compare fills with fresh renderings for values of very different length and content."""
        for probe in _PROBES:
            known: dict[str, str | None] = {**self.posting.values(), **dict.fromkeys(self.slots, probe)}
            fresh = self._renderer._run(self.posting, self._context, known)
            if self.write([probe] * len(self.slots)) != fresh:
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


def _slots_of(posting: Posting, varying: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slots whose reading looks at one of the varying fields."""
    return tuple(
        slot.id for slot in posting.slots
        if fields_read(posting.requisition, partial(display, slot=slot)) & set(varying)
    )
