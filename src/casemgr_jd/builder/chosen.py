"""What stands in a posting: an item, in the words that stand."""

from typing import NamedTuple

from casemgr_jd.model.text import Text

__all__ = [
    "ALWAYS_KEPT",
    "AT_THE_TOP",
    "CONTINUES",
    "FACTS",
    "HEADS",
    "LEADS",
    "PARAGRAPHS",
    "Chosen",
]

ALWAYS_KEPT = 0
FACTS = "facts"
"""Id of the section of labeled facts, and the form of what stands there."""
AT_THE_TOP = (FACTS, "particulars")
"""The section plans that stand as labeled facts: the terms, and what is asked after them."""
LEADS = "leads"
"""The form of a line that leads to the bullets behind it; without them it does not stand."""

CONTINUES = "continues"
"""The form of a sentence that goes on in the paragraph of the one before it."""
HEADS = "heads"
"""The form of a line that heads those behind it, as a part of the section with a heading of its own."""
PARAGRAPHS = ("paragraphs", LEADS, CONTINUES)
"""The forms of what is no bullet."""


class Chosen(NamedTuple):
    """An item that stands, in the words that stand."""

    id: str
    text: Text
    label: str = ""
    priority: int = 3
    form: str = "bullets"
    states: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    """Requisition fields that the words tell without a slot that shows them."""
    unsaid: bool = False
    """Whether it stands only where no other sentence shows what fills its slots."""
    is_true_of_any: bool = False
    """Whether it tells no fact of this job: it is true of any such job, and gives way to what is."""
