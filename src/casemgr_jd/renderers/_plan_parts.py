"""What stands between the constant pieces of a plan: a value, text of several values, text of facts."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from casemgr_jd.model.changes import FACTS, replaced
from casemgr_jd.model.posting import Posting, over
from casemgr_jd.model.reading import display, facts_of
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._marks import Hooked, LateFunction, MadeFunction
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import RenderContext

__all__ = [
    "Anew",
    "AnewPart",
    "BlanksPart",
    "LatePart",
    "MadePart",
    "NeededPart",
    "Part",
    "SlotPart",
    "View",
]


_NO_FACT = object()


def _never_the_same(facts: object) -> object:
    """Stand for a fact that no requisition has, whose reading is not remembered."""
    return object()


class Anew(Exception):
    """These facts give an output of another make-up, which must be rendered afresh."""


class View:
    """The facts that a plan is filled with: how slots read, and the posting; both when asked for.

    Args:
        posting: what the plan was made of.
        requisition: the facts.
        values: facts in place of those of *requisition*, settled.
        words: how slots read, where that is known and no fact is.
    """

    def __init__(
        self,
        posting: Posting,
        requisition: Requisition,
        values: Mapping[str, Any] | None = None,
        words: Mapping[str, str | None] | None = None,
    ) -> None:
        self._made_of = posting
        self._base = requisition
        self._values = values
        self._words = {**words} if words else {}
        self._requisition: Requisition | None = None if values else requisition
        # Reading a slot looks at a fact or two: making the whole requisition would cost more than that.
        self._facts: Any = _Facts(requisition, values) if values else requisition
        self.facts: Any = None if words else self._facts
        """What slots are read from; nothing where their words were given."""

    @property
    def requisition(self) -> Requisition:
        """The facts.

        Raises:
            InputError: one of them contradicts another.
        """
        if self._requisition is None:
            self._requisition = replaced(self._base, self._values or {})
        return self._requisition

    @property
    def posting(self) -> Posting:
        """The posting over these facts.

        Raises:
            InputError: one of them contradicts another.
        """
        return over(self._made_of, self.requisition)

    def word(self, slot: Slot) -> str | None:
        """Return how a slot reads; nothing where it is blank."""
        if slot.id not in self._words:
            self._words[slot.id] = display(self._facts, slot)
        return self._words[slot.id]


class _Facts:
    """Some facts of its own, and those of a requisition for the rest."""

    def __init__(self, requisition: Requisition, values: Mapping[str, Any]) -> None:
        self.__dict__ |= values
        self._requisition = requisition

    def __getattr__(self, name: str) -> Any:
        return getattr(self._requisition, name)


class Part:
    """What stands in a hole of a plan; ``facts`` are those that it rests on."""

    typed = False
    """Whether it needs facts, and not only how slots read."""

    def __init__(self, facts: Iterable[str] = ()) -> None:
        self.facts = frozenset(facts)

    def text(self, view: View) -> str:
        """Return the text for these facts."""
        return ""

    def watched_text(self, view: View) -> str:
        """Return the text, adding to ``facts`` whatever was looked at this time."""
        return self.text(view)


class SlotPart(Part):
    """The value of one slot, escaped as its renderer escapes it."""

    def __init__(self, renderer: Hooked, slot: Slot) -> None:
        names = facts_of(slot)
        super().__init__(names)
        self._slot = slot
        is_fact = set(names).issubset(FACTS)
        self._pick: Callable[[Any], Any] = attrgetter(*names) if is_fact else _never_the_same
        self._last: tuple[Any, str] = (_NO_FACT, "")
        inside = renderer._inside()
        self._make: Callable[[str], str] = inside.maker(slot)
        self.blank: str = inside.blank(slot)
        """What stands while nothing fills it."""

    def text(self, view: View) -> str:
        if view.facts is None:
            return self._of(view)
        # From one filling to the next most facts are the same, and read the same.
        fact = self._pick(view.facts)
        last, text = self._last
        if fact is last or fact == last:
            return text
        text = self._of(view)
        self._last = (fact, text)
        return text

    def _of(self, view: View) -> str:
        words = view.word(self._slot)
        return self.blank if words is None else self._make(words)


class NeededPart(Part):
    """Nothing, for a slot without whose value the output is another one."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(facts_of(slot))
        self._slot = slot

    def text(self, view: View) -> str:
        if view.word(self._slot) is None:
            raise Anew
        return ""


class LatePart(Part):
    """Text that depends on how several slots read, such as a wrapped paragraph.

    Args:
        function: makes the text of what slots give.
        slots: the slots among them that may vary.
        fixed: what the others give.
    """

    def __init__(
        self,
        function: LateFunction,
        slots: Mapping[str, SlotPart],
        fixed: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(fact for part in slots.values() for fact in part.facts)
        self._function = function
        self._slots = slots
        self._fixed = dict(fixed or {})
        self._only = next(iter(slots.values())) if len(slots) == 1 else None
        self._last: tuple[str | None, str] = (None, "")

    def text(self, view: View) -> str:
        if self._only is None:
            return self._made(view)
        # Of one value, which is the same object from one filling to the next where its fact is the same.
        value = self._only.text(view)
        last, text = self._last
        if value is not last:
            text = self._made(view)
            self._last = (value, text)
        return text

    def _made(self, view: View) -> str:
        texts = self._fixed | {name: part.text(view) for name, part in self._slots.items()}
        return self._function(texts.__getitem__)


class BlanksPart(LatePart):
    """Text that tells which of several slots are blank, such as the note of a draft."""

    def __init__(
        self,
        function: LateFunction,
        slots: Mapping[str, SlotPart],
        fixed: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(function, slots, fixed)
        self._parts = tuple(slots.values())
        self._known: dict[tuple[bool, ...], str] = {}

    def text(self, view: View) -> str:
        blank = tuple([part.text(view) == part.blank for part in self._parts])
        text = self._known.get(blank)
        if text is None:
            text = self._known[blank] = super().text(view)
        return text


class MadePart(Part):
    """Text that is made from the typed facts of a posting."""

    typed = True

    def __init__(self, function: MadeFunction, facts: Iterable[str] = ()) -> None:
        super().__init__(facts)
        self._function = function

    def text(self, view: View) -> str:
        return self._function(view.posting)

    def watched_text(self, view: View) -> str:
        twin, reads = watched(view.posting)
        try:
            return self._function(twin)
        finally:
            if not reads <= self.facts:
                self.facts |= reads


class AnewPart(Part):
    """The posting in another format whose hooks look into values, so that it is rendered each time."""

    typed = True

    def __init__(self, renderer: Hooked, context: RenderContext, varying: Iterable[str]) -> None:
        super().__init__(varying)
        self._renderer = renderer
        self._context = context

    def text(self, view: View) -> str:
        values = {slot.id: view.word(slot) for slot in view.posting.slots}
        return self._renderer._run(view.posting, self._context, values)
