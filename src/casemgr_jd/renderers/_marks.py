"""Marks that stand where values go, while the hooks of a renderer are run once for a plan.

A mark is a private-use character, which neither a value nor content can contain. Looking into a mark
(its length, its letters, what it equals) is noted, because the answer would differ for a value.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, Self, TypeAlias

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import DEFAULT, RenderContext

__all__ = [
    "Hooked",
    "Inside",
    "Late",
    "LateFunction",
    "Made",
    "MadeFunction",
    "Mark",
    "Meaning",
    "Tracer",
]

LateFunction: TypeAlias = Callable[[Callable[[str], str]], str]
MadeFunction: TypeAlias = Callable[[Posting], str]

_FIRST_MARK = 0xF0000
_MARK = late(f"[{chr(_FIRST_MARK)}-{chr(0x10FFFF)}]")


def _watching(method: str) -> Any:
    plain = getattr(str, method)

    def watch(self: "Mark", *args: Any, **kwargs: Any) -> Any:
        self.tracer.looked = True
        return plain(self, *args, **kwargs)

    return watch


# Joining, formatting and concatenating carry a value along; everything else looks into it.
_CARRYING = {
    "__new__",
    "__init__",
    "__str__",
    "__format__",
    "__add__",
    "__hash__",
    "__class__",
    "__getattribute__",
    "__repr__",
    "__init_subclass__",
    "__subclasshook__",
    "__doc__",
    "__reduce__",
    "__reduce_ex__",
    "__setattr__",
    "__delattr__",
    "__dir__",
    "__sizeof__",
    "__getnewargs__",
    "__getstate__",
    "join",
    "format",
    "__mod__",
    "__rmod__",
    "maketrans",
}
_LOOKING = [one for one in dir(str) if one not in _CARRYING and callable(getattr(str, one))]


class Mark(str):
    """A character that stands for a value, and tells its tracer when something looks into it."""

    tracer: "Tracer"

    # Written into the class while it is made: afterwards each would have all its slots gone through.
    vars().update({one: _watching(one) for one in _LOOKING})

    def __html__(self) -> str:
        """Stand in a template unescaped, as an escaped value does."""
        return self


class Late(NamedTuple):
    """Text that depends on how several slots read."""

    slots: tuple[str, ...]
    function: LateFunction
    by_blanks: bool = False
    """Whether it is the same while the same slots are blank."""


class Made(NamedTuple):
    """Text that is made from the typed facts of a posting."""

    function: MadeFunction
    facts: frozenset[str]
    """The varying facts that it looked at."""


class Inside(NamedTuple):
    """The same posting as another renderer gives it."""

    renderer: "Hooked"


Meaning: TypeAlias = str | Late | Made | Inside


class Tracer:
    """Hands out marks for what varies, and remembers what each stands for."""

    def __init__(self, posting: Posting, varying: tuple[str, ...], slots: Iterable[str]) -> None:
        self._slots = frozenset(slots)
        self.meanings: dict[str, Meaning] = {}
        self._posting = posting
        self._varying = frozenset(varying)
        self.looked = False
        self._marks: dict[str, Mark] = {}

    def mark(self, slot: str) -> Mark | None:
        """Return the mark of a slot, or nothing for one that does not vary."""
        if slot not in self._slots:
            return None
        if slot not in self._marks:
            self._marks[slot] = self._new(slot)
        return self._marks[slot]

    def late_mark(
        self, slots: tuple[str, ...], function: LateFunction, by_blanks: bool = False
    ) -> Mark | None:
        """Return a mark for a function of several slots, or nothing where none of them varies."""
        if self._slots.isdisjoint(slots):
            return None
        return self._new(Late(slots, function, by_blanks))

    def made_mark(self, function: MadeFunction) -> Mark | None:
        """Return a mark for a function of typed facts, or nothing where it reads none that varies."""
        posting, reads = watched(self._posting)
        function(posting)
        facts = self._varying & reads
        return self._new(Made(function, facts)) if facts else None

    def inside_mark(self, renderer: "Hooked") -> Mark | None:
        """Return a mark for the posting in another format, or nothing where nothing varies."""
        return self._new(Inside(renderer)) if self._varying else None

    def parted(self, text: str) -> "Iterator[tuple[str, Meaning | None]]":
        """Yield the texts between marks, each with what the mark behind it stands for; last with none."""
        start = 0
        for found in _MARK.finditer(text):
            meaning = self.meanings.get(found[0])
            if meaning is not None:
                yield text[start : found.start()], meaning
                start = found.end()
        yield text[start:], None

    def forget(self) -> None:
        """Forget the marks, when all of them are known: they hold this, and would be held by it."""
        self._marks.clear()
        self.meanings.clear()

    def _new(self, meaning: Meaning) -> Mark:
        mark = Mark(chr(_FIRST_MARK + len(self.meanings)))
        mark.tracer = self
        self.meanings[str.__str__(mark)] = meaning
        return mark


class Hooked(Protocol):
    """A renderer of hooks, as plans run one; a ``NodeRenderer`` is it."""

    name: str

    def _run(
        self,
        document: Document,
        context: RenderContext,
        values: Mapping[str, str | None],
        tracer: Tracer | None = None,
    ) -> str: ...
    def _inside(self) -> Self: ...
    def needs(self, document: Document) -> tuple[str, ...]: ...
    def blank(self, slot: Slot) -> str: ...
    def maker(self, slot: Slot) -> Callable[[str], str]: ...
    def render_afresh(self, document: Document, context: RenderContext = DEFAULT) -> str: ...
