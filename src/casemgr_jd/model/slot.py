"""Slots: the blanks of the guide that an employer fills."""

from typing import cast

from casemgr_jd import _attrs as attrs
from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd.errors import Problem
from casemgr_jd.model._entry import one_of, rejected, settle
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.choices import Word
from casemgr_jd.model.text import SLOT_ID_HINT, is_slot_id

__all__ = ["Slot", "SlotKind"]


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

    def __attrs_post_init__(self) -> None:
        wrong = not is_slot_id(self.id)
        settle(self, [Problem("id", f"is no id: {self.id!r}", SLOT_ID_HINT)] if wrong else ())

    @property
    def blank(self) -> str:
        """What stands in the text while nothing fills the slot."""
        return f"[{self.label}]"
