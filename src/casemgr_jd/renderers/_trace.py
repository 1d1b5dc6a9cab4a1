"""Running the hooks of a renderer once with marks, and splitting what they return at the marks."""

from collections.abc import Iterable

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import facts_of
from casemgr_jd.renderers._marks import Hooked, Inside, Late, Made, Meaning, Tracer
from casemgr_jd.renderers._plan_parts import (
    AnewPart,
    BlanksPart,
    LatePart,
    MadePart,
    NeededPart,
    Part,
    SlotPart,
)
from casemgr_jd.renderers._view import View
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import RenderContext

__all__ = ["Trace", "needed_parts", "traced", "varying_slots"]


class Trace(NamedTuple):
    """A rendering in pieces: constant text, and the parts between."""

    pieces: tuple[str | Part, ...]
    reason: str = ""
    """Why the pieces cannot be trusted: what a hook looked into; empty if none did."""


def varying_slots(posting: Posting, varying: tuple[str, ...]) -> tuple[str, ...]:
    """Return the slots whose reading looks at one of the varying facts."""
    names = set(varying)
    return tuple(slot.id for slot in posting.slots if not names.isdisjoint(facts_of(slot)))


def traced(
    renderer: Hooked, posting: Posting, varying: tuple[str, ...], context: RenderContext
) -> Trace:
    """Return *posting* in pieces, with parts where what *varying* names shows."""
    return _Tracing(renderer, posting, varying, context).trace()


class _Tracing:
    def __init__(
        self,
        renderer: Hooked,
        posting: Posting,
        varying: tuple[str, ...],
        context: RenderContext,
    ) -> None:
        self._renderer = renderer
        self._posting = posting
        self._varying = varying
        self._context = context
        self._slots = varying_slots(posting, varying)
        self._parts: dict[str, SlotPart] = {}

    def trace(self) -> Trace:
        tracer = Tracer(self._posting, self._varying, self._slots)
        try:
            return self._traced_by(tracer)
        finally:
            tracer.forget()

    def _traced_by(self, tracer: Tracer) -> Trace:
        posting, reads = watched(self._posting)
        text = self._renderer._run(posting, self._context, self._posting.values(), tracer)
        looked = sorted(reads & set(self._varying))
        if tracer.looked or looked:
            what = f"read {', '.join(looked)} directly" if looked else "looked into a value"
            return Trace((), f"a hook {what}")
        pieces: list[str | Part] = []
        for words, meaning in tracer.parted(text):
            pieces += (words,) if meaning is None else (words, *self._of(meaning))
        return Trace(tuple(pieces))

    def _of(self, meaning: Meaning) -> tuple[str | Part, ...]:
        if isinstance(meaning, str):
            return (self._slot_part(meaning),)
        if isinstance(meaning, Made):
            return (MadePart(meaning.function, meaning.facts),)
        if isinstance(meaning, Late):
            return (self._late_part(meaning),)
        return self._inside(meaning)

    def _slot_part(self, name: str) -> SlotPart:
        if name not in self._parts:
            self._parts[name] = SlotPart(self._renderer, self._posting.slot(name))
        return self._parts[name]

    def _late_part(self, meaning: Late) -> LatePart:
        parts = {name: self._slot_part(name) for name in meaning.slots}
        varying = {name: part for name, part in parts.items() if name in self._slots}
        view = View(self._posting, self._posting.requisition)
        fixed = {name: part.text(view) for name, part in parts.items() if name not in varying}
        kind = BlanksPart if meaning.by_blanks else LatePart
        return kind(meaning.function, varying, fixed)

    def _inside(self, meaning: Inside) -> tuple[str | Part, ...]:
        needs = meaning.renderer.needs(self._posting)
        if any(self._posting.value(one) is None for one in needs if one not in self._slots):
            return ()
        inner = traced(meaning.renderer, self._posting, self._varying, self._context)
        if inner.reason:
            return (AnewPart(meaning.renderer, self._context, self._varying),)
        return (*needed_parts(self._posting, needs, self._varying), *inner.pieces)


def needed_parts(
    posting: Posting, slots: Iterable[str], varying: tuple[str, ...]
) -> tuple[NeededPart, ...]:
    """Return the parts that make sure that each of *slots* which may vary holds a value."""
    watched_for = set(varying_slots(posting, varying))
    return tuple(NeededPart(posting.slot(one)) for one in slots if one in watched_for)
