"""What stands between the constant pieces of a plan: a value, text of several values, text of facts."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from operator import attrgetter, eq
from typing import Any, Self

from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.reading import display, facts_of, of_one_fact
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._marks import Hooked, LateFunction, MadeFunction
from casemgr_jd.renderers._view import FactsOver, View
from casemgr_jd.renderers._watch import watched
from casemgr_jd.renderers.context import RenderContext

__all__ = [
    "Anew",
    "AnewPart",
    "BlanksPart",
    "LatePart",
    "MadePart",
    "NeededPart",
    "NoPart",
    "Part",
    "SlotPart",
]


_NO_FACT = object()


def _never_the_same(facts: object) -> object:
    """Stand for a fact that no requisition has, whose reading is not remembered."""
    return object()


class Anew(Exception):
    """These facts give an output of another make-up, which must be rendered afresh."""


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

    def of_fact(self, name: str, common: Requisition) -> Callable[[Any], str] | None:
        """Return what makes the text of a value of one fact, where the others are *common*; if any can."""
        return None


class NoPart(Part):
    """Nothing, for a fact that shows nowhere."""

    def of_fact(self, name: str, common: Requisition) -> Callable[[Any], str] | None:
        return lambda value: ""


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

    def of_fact(self, name: str, common: Requisition) -> Callable[[Any], str] | None:
        read, make, blank = _reading(self._slot, name, common), self._make, self.blank

        def text(value: Any) -> str:
            words = read(value)
            return blank if words is None else make(words)

        return text

    def _of(self, view: View) -> str:
        words = view.word(self._slot)
        return self.blank if words is None else self._make(words)


def _reading(slot: Slot, name: str, common: Requisition) -> Callable[[Any], str | None]:
    """Return how *slot* reads as a function of the fact *name*, where the others are *common*."""
    over: Any = FactsOver
    return of_one_fact(slot) or (lambda value: display(over(common, {name: value}), slot))


class NeededPart(Part):
    """Nothing, for a slot without whose value the output is another one."""

    def __init__(self, slot: Slot) -> None:
        super().__init__(facts_of(slot))
        self._slot = slot

    def text(self, view: View) -> str:
        if view.word(self._slot) is None:
            raise Anew
        return ""

    def of_fact(self, name: str, common: Requisition) -> Callable[[Any], str] | None:
        read = _reading(self._slot, name, common)

        def text(value: Any) -> str:
            if read(value) is None:
                raise Anew
            return ""

        return text


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
        self.slots = dict(slots)
        """The parts of the slots that may vary."""
        self._fixed = dict(fixed or {})

    def with_fixed(self, texts: Mapping[str, str]) -> Self:
        """Return this part where some of its slots have these texts for good."""
        slots = {name: part for name, part in self.slots.items() if name not in texts}
        return type(self)(self._function, slots, {**self._fixed, **texts})

    def text(self, view: View) -> str:
        return self.made([part.text(view) for part in self.slots.values()])

    def key(self, texts: tuple[str, ...]) -> Hashable:
        """Return what this part makes of the texts of its slots: of equal keys equal texts."""
        return texts

    def made(self, texts: Iterable[str]) -> str:
        """Return the text for those of its slots, in order."""
        return self._function({**self._fixed, **dict(zip(self.slots, texts))}.__getitem__)


class BlanksPart(LatePart):
    """Text that tells which of several slots are blank, such as the note of a draft."""

    def __init__(
        self,
        function: LateFunction,
        slots: Mapping[str, SlotPart],
        fixed: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(function, slots, fixed)
        self._blanks = tuple(part.blank for part in slots.values())
        self._known: dict[tuple[bool, ...], str] = {}

    def key(self, texts: Iterable[str]) -> Hashable:
        return tuple(map(eq, texts, self._blanks))

    def made(self, texts: Iterable[str]) -> str:
        given = tuple(texts)
        blank = tuple(map(eq, given, self._blanks))
        text = self._known.get(blank)
        if text is None:
            text = self._known[blank] = super().made(given)
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
