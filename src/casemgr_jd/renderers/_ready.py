"""The values of a posting as a renderer shows them: read and escaped once for a fact, not for a posting."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display, facts_of
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.renderers._marks import Hooked
from casemgr_jd.renderers.blanks import slots_in_text

__all__ = ["Holes", "ReadyValues"]

_MOST_REMEMBERED = 1024


class Hole:
    """Where the value of one slot goes, as renderers of one class with equal options show it.

    Args:
        renderer: one of them, at work on no document.
        slot: the slot.
    """

    def __init__(self, renderer: Hooked, slot: Slot) -> None:
        self.blank: str = renderer.blank(slot)
        """What stands while nothing fills it."""
        self.base: str = slot.base
        """Id of the slot that is filled where this one is."""
        self._slot = slot
        self._make: Callable[[str], str] = renderer.maker(slot)
        read = dict.fromkeys((*facts_of(slot), slot.id))
        names = [one for one in read if one in FACTS]
        self.read: Callable[[Requisition], Any] = attrgetter(*names) if names else _itself
        """Reads the fact, or the several facts, on which the value rests."""
        self.is_of_one: bool = len(names) <= 1
        """Whether that is one fact; without any, it is the requisition."""
        # Each is held, so that the identity by which it is found stays its own.
        self.known: dict[Any, tuple[Any, str]] = {}
        """Values by the identity of the facts on which they rest, with these."""

    def of_several(self, requisition: Requisition) -> tuple[Any, str]:
        """Return the facts and the value that a requisition gives, where it rests on several."""
        facts = self.read(requisition)
        key = tuple(map(id, facts))
        return self.known.get(key) or self.made(requisition, key, facts)

    def made(self, requisition: Requisition, key: Any, facts: Any) -> tuple[Any, str]:
        """Return the facts and the value that a requisition gives, which is known from now on."""
        words = display(requisition, self._slot)
        text = self.blank if words is None else self._make(words)
        if len(self.known) >= _MOST_REMEMBERED:
            self.known.clear()
        found = self.known[key] = facts, text
        return found


class Holes(dict[str, Hole]):
    """The holes of such renderers by slot, for postings with the same declarations.

    Args:
        renderer: one of them, at work on no document.
        slots: the declarations; held, for by their identity these are found.
    """

    def __init__(self, renderer: Hooked, slots: tuple[Slot, ...]) -> None:
        super().__init__()
        self.slots = slots
        self.notes: dict[tuple[str, ...], str] = {}
        """What is said of a draft, by the slots that are blank in it."""
        self._renderer = renderer

    def of(self, slot_id: str, posting: Posting) -> Hole:
        """Return the hole for the value of a slot."""
        found = self.get(slot_id)
        if found is None:
            found = self[slot_id] = Hole(self._renderer, posting.slot(slot_id))
        return found


class ReadyValues(dict[str, str]):
    """The values of one posting by slot, each made when it is asked for.

    Args:
        holes: where they go.
        posting: whose they are.
    """

    def __init__(self, holes: Holes, posting: Posting) -> None:
        super().__init__()
        self._holes = holes
        self._posting = posting
        self._requisition = posting.requisition
        self._blank: set[str] = set()

    def __missing__(self, slot_id: str) -> str:
        self._read((slot_id,))
        return self[slot_id]

    def _read(self, slots: Iterable[str]) -> None:
        """Read the values of slots that nobody asked for yet."""
        holes, requisition = self._holes, self._requisition
        for one in slots:
            hole = holes.get(one) or holes.of(one, self._posting)
            if hole.is_of_one:
                # No call for what is known: a row of a table reads twenty values.
                fact = hole.read(requisition)
                found = hole.known.get(id(fact)) or hole.made(requisition, id(fact), fact)
            else:
                found = hole.of_several(requisition)
            text = self[one] = found[1]
            if text == hole.blank:
                self._blank.add(one)

    def blank_in(self, document: Document) -> tuple[str, ...]:
        """Return the slots of a text whose blank stands, without further views of what one shows already."""
        slots = slots_in_text(document)
        self._read([one for one in slots if one not in self])
        if self._blank.isdisjoint(slots):
            return ()
        holes, first = self._holes, dict[str, str]()
        for one in slots:
            first.setdefault(holes[one].base, one)
        return tuple([one for one in first.values() if one in self._blank])

    def note(self, blank: tuple[str, ...], make: Callable[[Iterable[str]], str]) -> str:
        """Return what is said of a draft in which these slots are blank, as *make* words it."""
        notes = self._holes.notes
        found = notes.get(blank)
        if found is None:
            if len(notes) >= _MOST_REMEMBERED:
                notes.clear()
            found = notes[blank] = make(blank)
        return found


def _itself(requisition: Requisition) -> Requisition:
    return requisition
