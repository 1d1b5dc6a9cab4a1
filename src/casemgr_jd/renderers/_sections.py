"""Sections in pieces: one that stood in another posting is joined with its values, not run again."""

from collections.abc import Callable, Iterable
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

    def node(self, node: Any, level: int) -> str: ...
    def hooked(self, node: Block | Fact, level: int) -> str: ...
    def value(self, slot_id: str) -> str: ...


class _Pieces:
    """A block in pieces: constant texts, and between them what stands for values.

    Args:
        block: held, so that the identity by which this is found stays its own.
        texts: the constant texts.
        holes: what stands between them.
    """

    def __init__(self, block: object, texts: list[str], holes: list[str | Late]) -> None:
        self._block = block
        self._holes = holes
        slots = [one for one in holes if isinstance(one, str)]
        self.read: Callable[[Any], Any] | None = None
        """Reads what stands between the texts, where these are values of slots and nothing besides."""
        if slots and len(slots) == len(holes):
            self.read = itemgetter(*slots)
        self.form: str = "%s".join([one.replace("%", "%%") for one in texts])
        """The texts, with a place for each of the values."""

    def joined(self, run: Working) -> str:
        """Return the block with the values of the document that *run* works on."""
        value = run.value
        return self.form % tuple(
            [value(one) if isinstance(one, str) else one.function(value) for one in self._holes]
        )


class _Constant:
    """A block in which no value stands.

    Args:
        block: held, so that the identity by which this is found stays its own.
        text: what it reads.
    """

    read = None

    def __init__(self, block: object, text: str) -> None:
        self._block = block
        self.form = text

    def joined(self, run: Working) -> str:
        """Return the block."""
        return self.form


class _Asked:
    """A block that is asked for each time: it is more than texts and values, or was not met before.

    Args:
        block: the block.
        level: that of the section it stands in.
        is_new: whether it was not met before.
    """

    read, form = None, ""

    def __init__(self, block: Block | Fact, level: int, is_new: bool) -> None:
        self._block = block
        self._level = level
        self.is_new = is_new

    def joined(self, run: Working) -> str:
        """Return the block as its hook gives it now."""
        return run.hooked(self._block, self._level)


class Sections:
    """The sections that renderers of one class, with equal options, have given in one context.

    Args:
        renderer: one of them.
    """

    def __init__(self, renderer: Hooked) -> None:
        self._inside = renderer._inside()
        self._known: dict[tuple[int, int], _Pieces | _Constant | _Asked] = {}
        self._holes: dict[int, Holes] = {}

    def values(self, posting: Posting) -> ReadyValues:
        """Return the values of a posting as such a renderer shows them."""
        found = self._holes.get(id(posting.slots))
        if found is None:
            if len(self._holes) >= _MOST_DECLARATIONS:
                self._holes.clear()
            found = self._holes[id(posting.slots)] = Holes(self._inside, posting.slots)
        return ReadyValues(found, posting)

    def texts(self, run: Working, blocks: Iterable[Any], level: int) -> list[str]:
        """Return blocks, or facts, as the hooks of *run*, which works on a posting, give them."""
        known, values = self._known, run._escaped
        are_ready = values.__class__ is ReadyValues
        made: list[str] = []
        for one in blocks:
            found = known.get((id(one), level))
            if found is None or found.__class__ is _Asked:
                made.append(run.node(one, level))
            elif found.read is not None and are_ready:
                made.append(found.form % found.read(values))
            else:
                made.append(found.joined(run))
        return made

    def text(self, run: Working, block: Any, level: int) -> str:
        """Return a block, or a fact, as the hooks of *run*, which works on a posting, give it."""
        key = id(block), level
        found = self._known.get(key)
        if found is None:
            # Taken apart when it comes again: most blocks of a single posting never do.
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[key] = _Asked(block, level, is_new=True)
        elif isinstance(found, _Asked) and found.is_new:
            found = self._known[key] = _in_pieces(run, block, level)
        return found.joined(run)


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


def _in_pieces(run: Working, block: Block | Fact, level: int) -> _Pieces | _Constant | _Asked:
    """Return a block taken apart, as far as it is no more than constant texts and values."""
    posting: Any = run.document
    tracer = Tracer(posting, FACTS, {*posting._by_id, *slots_of((block,))})
    try:
        return _taken_apart(run, posting, block, level, tracer)
    finally:
        tracer.forget()


def _taken_apart(
    run: Working, posting: Posting, block: Block | Fact, level: int, tracer: Tracer
) -> _Pieces | _Constant | _Asked:
    twin = copy(run)
    twin.document, reads = watched(posting)
    twin._tracer, twin._sections = tracer, None
    text = twin.hooked(block, level)
    parts = [] if tracer.looked or reads else [*tracer.parted(text)]
    holes = [one for _, one in parts if isinstance(one, str | Late)]
    if len(holes) < len(parts) - 1 or not parts:
        return _Asked(block, level, is_new=False)
    texts = [words for words, _ in parts]
    return _Pieces(block, texts, holes) if holes else _Constant(block, *texts)
