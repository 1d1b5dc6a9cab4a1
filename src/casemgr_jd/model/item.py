"""Items: the smallest pieces of the guide, each under an id of its own."""

from typing import cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import node
from casemgr_jd._frozen import strings
from casemgr_jd.model._entry import rejected, said, settle
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.text import Text, as_template

__all__ = ["Item"]

ALWAYS = Condition()
LEAST_ESSENTIAL = 5


def _otherwise(value: Text | str | None) -> Text | None:
    return None if value is None else as_template(value)


def _priority(value: int) -> int:
    if 1 <= value <= LEAST_ESSENTIAL:
        return value
    reason = f"must be from 1 to {LEAST_ESSENTIAL}, not {value}"
    return cast("int", rejected(reason, "1 is kept in the shortest edition"))


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class Item(Value):
    """One piece of content: its words, and when they stand in a posting.

    Raises:
        InputError: a field is of another kind, the id is missing, or the priority is none.

    >>> Item("own.rounds", "Lead rounds at {organization}.", states="hospital.discharge").text.slots
    ('organization',)
    """

    id: str = field(converter=said)
    """By which an overlay replaces it, and a requisition leaves it out."""
    text: Text = field(converter=as_template)
    """Its words: a ``Text``, or a string in which ``{slot}`` refers to a slot."""
    label: str = ""
    """What stands in bold before the words; empty for nothing."""
    priority: int = field(default=3, converter=_priority)
    """From 1 (kept in the shortest edition) to 5 (the first to go)."""
    when: Condition = ALWAYS
    """For which jobs it stands."""
    needs: str = ""
    """Id of the duty that the item asks a person to perform."""
    otherwise: Text | None = field(default=None, converter=_otherwise)
    """How the item reads for a role that may not perform that duty; without it, it is left out."""
    same: str = ""
    """Items that declare the same name appear once in a posting."""
    kind: str = "item"
    """What it is in the guide: ``item``, ``tier`` or ``role``."""
    source: Citation | None = None
    """Where it comes from."""
    section: str = ""
    """Id of the section that it stands in; empty for the one that declares it."""
    states: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the guide items that the words state."""
    editions: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the editions in which it stands; empty for all."""
    form: str = ""
    """``bullets``, ``paragraphs``, ``facts``, or ``leads`` for a line before bullets.

    Empty for the form of its section.
    """
    unsaid: bool = False
    """Whether it stands only where no other sentence shows what fills its slots."""
    condition: str = ""
    """Id of the condition of hire that it states; law may want other words, or none."""
    classes_before: str = ""
    """Words of its text before which the classes are named that law at the place protects besides."""

    def __attrs_post_init__(self) -> None:
        settle(self)
