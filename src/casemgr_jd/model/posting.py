"""The posting: a finished document whose text refers to slots, with the requisition that fills them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from casemgr_jd._attrs import evolve, field, fields, frozen
from casemgr_jd._doors import node
from casemgr_jd._frozen import in_order
from casemgr_jd.errors import UnknownNameError, require
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.document import Document, texts
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.structure import Structure

__all__ = ["Posting", "over", "posting_of"]

_FACTS = frozenset(one.name for one in fields(Requisition))


def _options(values: Iterable[OpenOption]) -> tuple[OpenOption, ...]:
    return values if isinstance(values, tuple) else in_order(values)


def _slots(values: Iterable[Slot]) -> tuple[Slot, ...]:
    return values if isinstance(values, tuple) else in_order(values)


class Waiting(Protocol):
    """What knows the sentences that wait for a fact."""

    @property
    def options(self) -> tuple[OpenOption, ...]: ...


_MOST_REMEMBERED = 32
_known_slots: dict[int, tuple[tuple[Slot, ...], dict[str, Slot]]] = {}
"""Slots by id, with the tuple of them: held, so that the identity by which it is found stays its own."""


def _by_id(slots: tuple[Slot, ...]) -> Mapping[str, Slot]:
    found = _known_slots.get(id(slots))
    if found is None:
        if len(_known_slots) >= _MOST_REMEMBERED:
            _known_slots.clear()
        by_id = {one.id: one for one in reversed(slots)}
        found = _known_slots[id(slots)] = slots, by_id
    return found[1]


@node
@frozen(field_transformer=cleaned, eq=False)
class Posting(Document):
    """A complete Case Manager posting. Whatever consumes it needs nothing else.

    Variants of a posting share their blocks and slots and differ in the requisition.
    """

    requisition: Requisition = field(factory=Requisition)
    """The facts that fill the slots, with what role, tier and setting add to them."""
    slots: tuple[Slot, ...] = field(default=(), converter=_slots)
    """The declarations of the slots that its texts refer to."""
    structure: Structure = field(factory=Structure)
    """What the choice of items rests on."""
    open_options: tuple[OpenOption, ...] = field(default=(), converter=_options)
    """What could be said besides, if a fact were given; for the writer."""
    catalog_version: str = ""
    """Version of the content that it was made of."""
    catalog_hash: str = ""
    """Digest of that content."""

    _waiting: Waiting | None = field(default=None, init=False, eq=False, repr=False)
    """What finds ``open_options`` when they are asked for: most postings of a table never are."""

    if not TYPE_CHECKING:
        # A type checker would take any name for an attribute.

        def __getattr__(self, name: str) -> Any:
            if name != "open_options":
                kind = type(self).__name__
                raise AttributeError(
                    f"{kind!r} object has no attribute {name!r}", name=name, obj=self
                )
            waiting = self._waiting
            if waiting is not None:
                _WRITE[name](self, waiting.options)
                _WRITE["_waiting"](self, None)
            # Where nothing waits any more, another thread has written them meanwhile.
            return _READ_OPTIONS(self)

    def value(self, slot_id: str) -> str | None:
        """Return how a slot reads, or ``None`` while it is blank.

        Raises:
            UnknownNameError: nothing declares or mentions a slot of that name.
        """
        slot = self.slot(slot_id)
        return display(self.requisition, slot)

    def slot(self, slot_id: str) -> Slot:
        """Return the declaration of a slot; one that only the words mention is labeled by its id.

        Raises:
            UnknownNameError: nothing declares or mentions a slot of that name.
        """
        if type(slot_id) is not str:
            require(slot_id, str, "slot_id")
        found = self._by_id.get(slot_id)
        if found is not None:
            return found
        if slot_id not in _FACTS and slot_id not in self._mentioned():
            known = dict.fromkeys((*(slot.id for slot in self.slots), *self._mentioned(), *_FACTS))
            raise UnknownNameError("slot", slot_id, tuple(known))
        return Slot(slot_id, slot_id.replace("_", " ").capitalize(), field="extra")

    def _mentioned(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(slot for text in texts(self) for slot in text.slots))

    def read(self, slot_id: str) -> str:
        """Return how a slot reads, or its visible blank."""
        return self.value(slot_id) or self.slot(slot_id).blank

    def values(self) -> Mapping[str, str | None]:
        """Return how every declared slot reads; ``None`` for each blank one."""
        requisition = self.requisition
        return {slot.id: display(requisition, slot) for slot in self.slots}

    @property
    def _by_id(self) -> Mapping[str, Slot]:
        """The declared slots by id; of two with one id the first."""
        return _by_id(self.slots)

    @property
    def heading(self) -> str:
        """The title as a reader sees it."""
        return self.title.filled(self.read)

    @property
    def unfilled(self) -> tuple[str, ...]:
        """Ids of the slots that are needed and still stand blank in the text, in reading order."""
        blank = (slot for slot in self._mentioned() if self.value(slot) is None)
        return tuple(dict.fromkeys(self.slot(one).base for one in blank))

    @property
    def settings(self) -> tuple[str, ...]:
        """Ids of the practice settings."""
        return self.requisition.setting

    @property
    def tier(self) -> str | None:
        """Id of the seniority tier."""
        return self.requisition.tier

    @property
    def role(self) -> str | None:
        """Id of the role."""
        return self.requisition.role

    def __repr__(self) -> str:
        sections, blanks = len(self.sections), len(self.unfilled)
        plural = "" if blanks == 1 else "s"
        return f"Posting({self.heading!r}, {sections} sections, {blanks} blank{plural})"


# The descriptors set what is settled already; the class itself refuses to be changed.
_READ_OPTIONS = vars(Posting)["open_options"].__get__
_WRITE = {one.name: getattr(Posting, one.name).__set__ for one in fields(Posting)}


def posting_of(waiting: Waiting, **parts: Any) -> Posting:
    """Return a posting of parts that are settled already, such as the builder's: none is looked at again.

    Args:
        waiting: what finds the open options.
        parts: all the others, by name.
    """
    made = object.__new__(Posting)
    for name, part in parts.items():
        _WRITE[name](made, part)
    _WRITE["_waiting"](made, waiting)
    return made


def over(posting: Posting, requisition: Requisition) -> Posting:
    """Return *posting* over other facts."""
    if type(posting) is not Posting:
        return evolve(posting, requisition=requisition)
    made = object.__new__(Posting)
    # Read once, and first: another thread may find the options meanwhile.
    waiting = posting._waiting
    for name, write in _WRITE.items():
        if name != "open_options" or waiting is None:
            write(made, getattr(posting, name))
    _WRITE["requisition"](made, requisition)
    _WRITE["_waiting"](made, waiting)
    return made
