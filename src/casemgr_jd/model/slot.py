"""Slots: the blanks of the guide that an employer fills."""

from enum import StrEnum

import attrs
from attrs import frozen

from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value, cleaned

__all__ = ["Slot", "SlotKind"]


class SlotKind(StrEnum):
    """What kind of value fills a slot."""

    TEXT = "text"
    ONE_OF = "one_of"
    SOME_OF = "some_of"
    RANGE = "range"
    MONEY = "money"
    DATE = "date"
    URL = "url"
    CONTACT = "contact"


@node
@frozen(repr=False, field_transformer=cleaned)
class Slot(Value):
    """A blank, declared once: how it is labeled, what may fill it, which field holds it.

    >>> Slot("region", "Region").blank
    '[Region]'
    """

    id: str
    label: str
    kind: SlotKind = SlotKind.TEXT
    field: str = ""
    """The requisition field behind it; ``extra`` for a slot that an overlay declares."""
    options: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """Suggestions; an employer's own words are accepted as well."""
    join: str = "and"
    """How several values are joined: ``and`` or ``or``."""
    hint: str = ""
    """Advice to the writer."""

    @property
    def blank(self) -> str:
        """What stands in the text while nothing fills the slot."""
        return f"[{self.label}]"
