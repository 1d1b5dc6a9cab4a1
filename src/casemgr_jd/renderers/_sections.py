"""Sections in pieces: one that stood in another posting is joined with its values, not run again."""

from collections.abc import Callable
from copy import copy
from operator import itemgetter
from typing import Any, Protocol

from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.document import Block, Document, Fact, Paragraph, Section, slots_of
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers._marks import Hooked, Late, Tracer
from casemgr_jd.renderers._ready import Holes, ReadyValues
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import RenderContext

__all__ = ["STAND_ALONE", "Sections", "remembered_sections"]

_MOST_REMEMBERED = 2048
_MOST_RENDERERS = 32
_MOST_DECLARATIONS = 8
STAND_ALONE: frozenset[type] = frozenset((Section, Fact, Paragraph))
"""What is remembered: the blocks of which a posting consists, and of its facts at a glance each, for hardly
two rows of a table have the same of them."""


class Working(Hooked, Protocol):
    """A renderer of hooks at work on a document."""

    document: Document
    _escaped: dict[str, str]
    _tracer: Tracer | None
    _sections: "Sections | None"

    def hooked(self, node: Block | Fact, level: int) -> str: ...
    def value(self, slot_id: str) -> str: ...


class _Pieces:
    """A block in pieces: constant texts, and between them what stands for values."""

    def __init__(self, texts: list[str], holes: list[str | Late]) -> None:
        self._holes = holes
        self._all: list[str] = [""] * (len(texts) + len(holes))
        self._all[::2] = texts
        slots = [one for one in holes if isinstance(one, str)]
        is_plain = len(slots) == len(holes) > 1
        self._values: Callable[[Any], Any] | None = itemgetter(*slots) if is_plain else None
        self._is_constant = not holes

    def joined(self, run: Working) -> str:
        """Return the block with the values of the document that *run* works on."""
        if self._is_constant:
            return self._all[0]
        parts = self._all.copy()
        if self._values is not None and run._escaped.__class__ is ReadyValues:
            parts[1::2] = self._values(run._escaped)
        else:
            value = run.value
            parts[1::2] = [
                value(one) if isinstance(one, str) else one.function(value) for one in self._holes
            ]
        return "".join(parts)


class Sections:
    """The sections that renderers of one class, with equal options, have given in one context.

    Args:
        renderer: one of them.
    """

    def __init__(self, renderer: Hooked) -> None:
        self._inside = renderer._inside()
        # Each is held, so that the identity by which it is found stays its own.
        self._known: dict[tuple[int, int], tuple[object, _Pieces | None]] = {}
        self._holes: dict[int, Holes] = {}

    def values(self, posting: Posting) -> ReadyValues:
        """Return the values of a posting as such a renderer shows them."""
        found = self._holes.get(id(posting.slots))
        if found is None:
            if len(self._holes) >= _MOST_DECLARATIONS:
                self._holes.clear()
            found = self._holes[id(posting.slots)] = Holes(self._inside, posting.slots)
        return ReadyValues(found, posting)

    def text(self, run: Working, block: Block | Fact, level: int) -> str:
        """Return a block, or a fact, as the hooks of *run*, which works on a posting, give it."""
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
        return run.hooked(block, level) if pieces is None else pieces.joined(run)


_NOT_YET = _Pieces([""], [])


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
        found = _remembered[key] = Sections(renderer)
    return found


_remembered: dict[tuple[Any, ...], Sections] = {}


def _pieces(run: Working, block: Block | Fact, level: int) -> _Pieces | None:
    """Return a block in pieces, or nothing where it is more than constant texts and values."""
    posting: Any = run.document
    slots = tuple({*slots_of((block,)), *(slot.id for slot in posting.slots)})
    tracer = Tracer(posting, FACTS, slots)
    try:
        return _in_pieces(run, posting, block, level, tracer)
    finally:
        tracer.forget()


def _in_pieces(
    run: Working, posting: Posting, block: Block | Fact, level: int, tracer: Tracer
) -> _Pieces | None:
    twin = copy(run)
    twin.document, reads = watched(posting)
    twin._tracer, twin._sections = tracer, None
    text = twin.hooked(block, level)
    if tracer.looked or reads:
        return None
    parts = [*tracer.parted(text)]
    holes = [one for _, one in parts if isinstance(one, str | Late)]
    if len(holes) < len(parts) - 1:
        return None
    return _Pieces([words for words, _ in parts], holes)
