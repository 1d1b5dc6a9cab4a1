"""Items: the smallest pieces of the guide, each under an id of its own."""

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.text import Text

__all__ = ["Item"]

ALWAYS = Condition()


@frozen(repr=False)
class Item(Value):
    """One piece of the guide: its words, and when they stand in a posting."""

    id: str
    text: Text
    label: str = ""
    priority: int = 3
    """From 1 (kept in the shortest edition) to 5 (the first to go)."""
    when: Condition = ALWAYS
    needs: str = ""
    """Id of the duty that the item asks a person to perform."""
    otherwise: Text | None = None
    """How the item reads for a role that may not perform that duty; without it, it is left out."""
    same: str = ""
    """Items that declare the same name appear once in a posting."""
    kind: str = "item"
    source: Citation | None = None
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
