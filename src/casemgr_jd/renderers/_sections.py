"""Sections in pieces: one that stood in another posting is joined with its values, not run again."""

from copy import copy
from typing import Any, Protocol

from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.document import Document, FactList, Section, slots_of
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._marks import Hooked, Tracer
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import RenderContext

__all__ = ["Sections", "remembered_sections"]

_MOST_REMEMBERED = 2048
_MOST_RENDERERS = 32
_NOT_YET: tuple[str, ...] = ("",)


class _Value(str):
    """The id of a slot whose value stands between two pieces."""

    __slots__ = ()


class Working(Hooked, Protocol):
    """A renderer of hooks at work on a document."""

    document: Document
    _tracer: Tracer | None
    _sections: "Sections | None"

    def hooked(self, node: Section | FactList, level: int) -> str: ...
    def value(self, slot_id: str) -> str: ...


class Sections:
    """The sections that renderers of one class, with equal options, have given in one context."""

    def __init__(self) -> None:
        # Each is held, so that the identity by which it is found stays its own.
        self._known: dict[tuple[int, int], tuple[object, tuple[str, ...] | None]] = {}
        self._blanks: dict[int, tuple[Slot, str]] = {}

    def blank(self, run: Working, slot: Slot) -> str:
        """Return what the hooks of *run* give for a slot while nothing fills it."""
        found = self._blanks.get(id(slot))
        if found is None:
            if len(self._blanks) >= _MOST_REMEMBERED:
                self._blanks.clear()
            found = self._blanks[id(slot)] = slot, run.blank(slot)
        return found[1]

    def text(self, run: Working, block: Section | FactList, level: int) -> str:
        """Return a block as the hooks of *run*, which works on a posting, give it."""
        key = id(block), level
        found = self._known.get(key)
        if found is None:
            # Taken apart when it comes again: most blocks of a single posting never do.
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            self._known[key] = block, _NOT_YET
            return run.hooked(block, level)
        pieces = found[1]
        if pieces is _NOT_YET:
            pieces = _pieces(run, block, level)
            self._known[key] = block, pieces
        if pieces is None:
            return run.hooked(block, level)
        value = run.value
        return "".join([value(one) if one.__class__ is _Value else one for one in pieces])


def remembered_sections(renderer: Hooked, lang: str, context: RenderContext) -> Sections | None:
    """Return the sections that such a renderer has given; nothing where they may not stand alone."""
    kind: type[Any] = type(renderer)
    if not vars(kind).get("sections_stand_alone", False):
        # A class says it of itself: what is derived from it may count its sections, or look around.
        return None
    key = (kind, lang, context, *vars(renderer).items())
    try:
        found = _remembered.get(key)
    except TypeError:
        return None
    if found is None:
        if len(_remembered) >= _MOST_RENDERERS:
            _remembered.clear()
        found = _remembered[key] = Sections()
    return found


_remembered: dict[tuple[Any, ...], Sections] = {}


def _pieces(run: Working, block: Section | FactList, level: int) -> tuple[str, ...] | None:
    """Return a block in pieces, or nothing where it is more than constant texts and values."""
    posting: Any = run.document
    slots = tuple({*slots_of((block,)), *(slot.id for slot in posting.slots)})
    tracer = Tracer(posting, FACTS, slots)
    twin = copy(run)
    twin.document, reads = watched(posting)
    twin._tracer, twin._sections = tracer, None
    text = twin.hooked(block, level)
    if tracer.looked or reads or not all(isinstance(one, str) for one in tracer.meanings.values()):
        return None
    pieces: list[str] = []
    start = 0
    for index, character in enumerate(text):
        meaning = tracer.meanings.get(character)
        if meaning is not None:
            pieces += [text[start:index], _Value(meaning)]
            start = index + 1
    pieces.append(text[start:])
    return tuple(pieces)
