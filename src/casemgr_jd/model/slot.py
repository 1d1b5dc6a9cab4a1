"""Slots: the blanks of the guide that an employer fills."""

from collections.abc import Iterable
from typing import cast

from casemgr_jd import _attrs as attrs
from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd.errors import Problem
from casemgr_jd.model._entry import one_of, rejected, settle
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.choices import Word
from casemgr_jd.model.text import SLOT_ID_HINT, is_slot_id

__all__ = ["Place", "Slot", "SlotKind", "views_of"]


class SlotKind(Word):
    """What kind of value fills a slot."""

    TEXT = "text"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    RANGE = "range"
    MONEY = "money"
    DATE = "date"
    URL = "url"
    CONTACT = "contact"


class Place(Word):
    """Where in a text a value stands, if that decides how it reads."""

    HEAD = "head"
    """At the head of a line: it begins with a capital."""
    END = "end"
    """Before the period of a sentence: it brings none of its own."""
    ALONE = "alone"
    """Both: it is all of a sentence but the period."""


def _place(value: Place | str | None) -> Place | None:
    return None if value in (None, "") else one_of(Place, value)


def _kind(value: SlotKind | str) -> SlotKind:
    return one_of(SlotKind, value)


def _joint(value: str) -> str:
    if value in ("and", "or", ";"):
        return value
    return cast("str", rejected(f"is not known: {value!r}", "one of: and, or, ;"))


@node
@attrs.frozen(repr=False, field_transformer=cleaned, eq=False)
class Slot(Value):
    """A blank, declared once: how it is labeled, what may fill it, which field holds it.

    Raises:
        InputError: a field is of another kind, or the id, the kind or the joint is none.

    >>> Slot("region", "Region").blank
    '[Region]'
    """

    id: str
    """By which a text refers to it: small letters, digits and underscores, as in ``{pay_range}``."""
    label: str
    """What stands in brackets while it is blank."""
    kind: SlotKind = attrs.field(default=SlotKind.TEXT, converter=_kind)
    """What kind of value fills it: a ``SlotKind``, or its text, such as ``"date"``."""
    field: str = ""
    """The requisition field behind it; ``extra`` for a slot that an overlay declares."""
    options: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Suggestions; an employer's own words are accepted as well."""
    join: str = attrs.field(default="and", converter=_joint)
    """How several values are joined: ``and``, ``or``, or ``;`` for sentences set side by side."""
    hint: str = ""
    """Advice to the writer."""
    of: str = ""
    """Id of the slot whose value it shows as that reads in one place; empty for one with its own."""
    place: Place | None = attrs.field(default=None, converter=_place)
    """That place: a ``Place``, or its text, such as ``"head"``."""

    def __attrs_post_init__(self) -> None:
        wrong = not is_slot_id(self.id)
        settle(self, [Problem("id", f"is no id: {self.id!r}", SLOT_ID_HINT)] if wrong else ())

    @property
    def base(self) -> str:
        """Id of the slot that is filled where this one is: its own, but for a view of another.

        >>> Slot("team_at_end", "Team", of="team", place="end").base
        'team'
        """
        return self.of or self.id

    @property
    def blank(self) -> str:
        """What stands in the text while nothing fills the slot."""
        return f"[{self.label}]"


_IDS = {Place.HEAD: "at_head", Place.END: "at_end", Place.ALONE: "alone"}


def views_of(slot: Slot, places: Iterable[Place]) -> tuple[Slot, ...]:
    """Return the views of a slot: how its value reads in each of *places*, and in both of two.

    >>> [one.id for one in views_of(Slot("team", "Team"), (Place.HEAD, Place.END))]
    ['team_at_head', 'team_at_end', 'team_alone']
    """
    given = tuple(places)
    both = (Place.ALONE,) if {Place.HEAD, Place.END}.issubset(given) else ()
    return tuple(
        attrs.evolve(slot, id=f"{slot.id}_{_IDS[one]}", of=slot.id, place=one)
        for one in (*given, *both)
    )
