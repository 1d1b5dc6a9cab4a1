"""Values in hooks, as they read for one posting or as the marks of a plan.

A value of the requisition enters a hook through ``self.value(slot)`` or ``self.late(slots, function)`` and in
no other way; that is what lets the same hooks serve one posting and, as a ``Plan``, ten thousand.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from casemgr_jd.errors import RenderError
from casemgr_jd.model._urls import is_address
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot, SlotKind
from casemgr_jd.model.text import Text
from casemgr_jd.renderers._hooks import as_written, guard_hooks
from casemgr_jd.renderers._quotes import curled, curled_parts
from casemgr_jd.renderers.context import DEFAULT, RenderContext

if TYPE_CHECKING:
    from casemgr_jd.renderers._marks import Tracer

__all__ = ["ValueHooks", "Values"]

Values: TypeAlias = Mapping[str, str | None]

_OF_A_RUN = ("document", "_values", "_escaped")
"""What only the copy has that works on a document."""


@guard_hooks
class ValueHooks:
    """Hooks that say how words and values look, and what brings a value into a hook."""

    curls: ClassVar[bool] = False
    """Whether quotation marks and apostrophes are set as a typographer sets them, as on a page."""

    context: RenderContext = DEFAULT
    document: Document
    _values: Values
    _escaped: dict[str, str]
    _tracer: "Tracer | None" = None

    def __getattr__(self, name: str) -> Any:
        if name in _OF_A_RUN:
            raise RenderError(
                f"a hook of {type(self).__name__} is called outside a rendering; call render"
            )
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}", name=name)

    # --- hooks ---------------------------------------------------------------------------------

    def escape(self, words: str) -> str:
        """Return *words* so that this format shows them as they are."""
        return words

    def shown(self, words: str) -> str:
        """Return a value so that this format shows it as it is, wherever in a line it stands."""
        return self.prose(words)

    def link(self, address: str) -> str:
        """Return a value that is a web address."""
        return self.shown(address)

    def contact(self, words: str) -> str:
        """Return a value that says how to reach somebody: an address, or other words."""
        return self.shown(words)

    def blank(self, slot: Slot) -> str:
        """Return what stands for a slot that nothing fills."""
        return self.escape(slot.blank)

    # --- what hooks and plans call ---------------------------------------------------------------

    def text(self, text: Text) -> str:
        """Return a text with its slots, escaped."""
        value, escape = self.value, self.escape
        parts = curled_parts(text.parts) if self.curls else text.parts
        return "".join(
            [escape(part) if isinstance(part, str) else value(part.slot) for part in parts]
        )

    def prose(self, words: str) -> str:
        """Return words that a reader reads, escaped: a heading, a label, a value."""
        return self.escape(curled(words) if self.curls else words)

    def value(self, slot_id: str) -> str:
        """Return the value of a slot, or its blank, escaped: the one way for a value into a hook."""
        if self._tracer is not None:
            mark = self._tracer.mark(slot_id)
            if mark is not None:
                return mark
        try:
            return self._escaped[slot_id]
        except KeyError:
            ready = self._escaped[slot_id] = self._ready(slot_id, self._values.get(slot_id))
        return ready

    def late(self, slots: Iterable[str], function: "Callable[[Callable[[str], str]], str]") -> str:
        """Return ``function(value)`` for text that depends on several values or on their length.

        Args:
            slots: ids of the slots that *function* reads.
            function: takes a function from slot id to escaped value, returns text of this format.
        """
        return self._late(tuple(slots), function)

    def _late(
        self,
        slots: tuple[str, ...],
        function: "Callable[[Callable[[str], str]], str]",
        by_blanks: bool = False,
    ) -> str:
        if self._tracer is not None:
            mark = self._tracer.late_mark(slots, function, by_blanks)
            if mark is not None:
                return mark
        return function(self.value)

    def label_of(self, slot_id: str) -> str:
        """Return the label of a slot."""
        return self._slot(slot_id).label

    def made(self, function: "Callable[[Posting], str]") -> str:
        """Return ``function(posting)`` for text that rests on typed facts, not on how they read.

        Args:
            function: takes the posting, returns text of this format, escaped. A plan calls it for each
                filling where it reads a field that varies.

        A document that is no posting has no facts, and gives an empty text.
        """
        if not isinstance(self.document, Posting):
            return ""
        if self._tracer is not None:
            mark = self._tracer.made_mark(function)
            if mark is not None:
                return mark
        return function(self.document)

    def maker(self, slot: Slot) -> "Callable[[str], str]":
        """Return the hook that makes a value of *slot* ready to stand in the output."""
        if slot.kind is SlotKind.URL:
            return self._addressed
        if slot.kind is SlotKind.CONTACT:
            return self.contact
        # Spares the many fills of a plan a call that does nothing else.
        plain = type(self).shown is _SHOWN and not self.curls
        return self.escape if plain else self.shown

    def filled(self, slot: Slot, words: str) -> str:
        """Return the value of a slot, ready to stand in the output."""
        return self.maker(slot)(words)

    def _addressed(self, words: str) -> str:
        """Return a link, or the words where they are no address that a reader can safely follow."""
        return self.link(words) if is_address(words) else self.shown(words)

    def _ready(self, slot_id: str, words: str | None) -> str:
        slot = self._slot(slot_id)
        return self.blank(slot) if words is None else self.filled(slot, words)

    def _slot(self, slot_id: str) -> Slot:
        document = self.document
        if isinstance(document, Posting):
            return document.slot(slot_id)
        return Slot(slot_id, slot_id.replace("_", " ").capitalize())


_SHOWN = as_written(ValueHooks.shown)
