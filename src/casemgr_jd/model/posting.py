"""The posting: a finished document whose text refers to slots, with the requisition that fills them."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from casemgr_jd._attrs import evolve, field, fields, frozen
from casemgr_jd._doors import node
from casemgr_jd._frozen import in_order
from casemgr_jd._names import counted
from casemgr_jd.errors import UnknownNameError, require
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.document import Block, Document, texts
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import Text

__all__ = ["Posting", "over", "posting_of"]

_FACTS = frozenset(one.name for one in fields(Requisition))


def _options(values: Iterable[OpenOption]) -> tuple[OpenOption, ...]:
    return values if isinstance(values, tuple) else in_order(values)


def _slots(values: Iterable[Slot]) -> tuple[Slot, ...]:
    return values if isinstance(values, tuple) else in_order(values)


class MakeUp(Protocol):
    """What postings share that have the same items, and what is found out of it when somebody asks."""

    title: Text
    blocks: tuple[Block, ...]

    @property
    def structure(self) -> Structure: ...
    @property
    def open_options(self) -> tuple[OpenOption, ...]: ...


class Source(Protocol):
    """The content that a posting is made of; a ``Catalog`` is it."""

    @property
    def slots(self) -> tuple[Slot, ...]: ...
    @property
    def version(self) -> str: ...
    @property
    def hash(self) -> str: ...


_LATER = ("structure", "open_options")
"""What a posting of a make-up is asked for but seldom: of a table's rows hardly one ever is."""


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

    _make_up: MakeUp | None = field(default=None, init=False, eq=False, repr=False)
    """What finds the parts in ``_LATER`` when the first of them is asked for."""

    if not TYPE_CHECKING:
        # A type checker would take any name for an attribute.

        def __getattr__(self, name: str) -> Any:
            if name not in _LATER:
                kind = type(self).__name__
                raise AttributeError(
                    f"{kind!r} object has no attribute {name!r}", name=name, obj=self
                )
            make_up = self._make_up
            if make_up is not None:
                for one in _LATER:
                    _WRITE[one](self, getattr(make_up, one))
                _WRITE["_make_up"](self, None)
            # Where there is none any more, another thread has written them meanwhile.
            return _READ[name](self)

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
        sections = counted(len(self.sections), "section")
        blanks = counted(len(self.unfilled), "blank")
        return f"Posting({self.heading!r}, {sections}, {blanks})"


# The descriptors set what is settled already; the class itself refuses to be changed.
_READ = {name: vars(Posting)[name].__get__ for name in _LATER}
_WRITE = {one.name: getattr(Posting, one.name).__set__ for one in fields(Posting)}


def posting_of(make_up: MakeUp, requisition: Requisition, catalog: Source) -> Posting:
    """Return a posting of parts that are settled already, such as the builder's: none is looked at again.

    Args:
        make_up: all of it but the facts.
        requisition: the facts.
        catalog: the content that it is made of.
    """
    made = object.__new__(Posting)
    write = _WRITE
    write["title"](made, make_up.title)
    write["blocks"](made, make_up.blocks)
    write["lang"](made, "en")
    write["requisition"](made, requisition)
    write["slots"](made, catalog.slots)
    write["catalog_version"](made, catalog.version)
    write["catalog_hash"](made, catalog.hash)
    write["_make_up"](made, make_up)
    return made


def over(posting: Posting, requisition: Requisition) -> Posting:
    """Return *posting* over other facts."""
    if type(posting) is not Posting:
        return evolve(posting, requisition=requisition)
    made = object.__new__(Posting)
    # Read once, and first: another thread may find what comes later meanwhile.
    make_up = posting._make_up
    for name, write in _WRITE.items():
        if name not in _LATER or make_up is None:
            write(made, getattr(posting, name))
    _WRITE["requisition"](made, requisition)
    _WRITE["_make_up"](made, make_up)
    return made
