"""What stands in a posting: an item, in the words that stand."""

from collections.abc import Hashable
from typing import TypeAlias

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.reading import closed, open_ended
from casemgr_jd.model.text import SlotRef, Text

__all__ = [
    "ALWAYS_KEPT",
    "CONTINUES",
    "DUTIES",
    "ENDS",
    "FACTS",
    "HEADS",
    "LABELED",
    "LEADS",
    "MEASURES",
    "OPENING",
    "PARAGRAPHS",
    "Chosen",
    "Items",
    "Selected",
    "closed_text",
    "open_parts",
    "shared_items",
    "token",
]

ALWAYS_KEPT = 0
FACTS = "facts"
"""Id of the section of labeled facts, and the form of what stands there."""
LABELED = (FACTS, "particulars", "closing")
"""The section plans of labeled facts: the terms, what comes on top of them, until when and where."""
OPENING = "summary"
DUTIES = "responsibilities"
MEASURES = "measures"
LEADS = "leads"
"""The form of a line that leads to the bullets behind it; without them it does not stand."""

CONTINUES = "continues"
"""The form of a sentence that goes on in the paragraph of the one before it."""
ENDS = "ends"
"""The form of a bullet that stands behind all others of its section, also behind those that a line heads."""
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


Items: TypeAlias = tuple[Chosen, ...]
_MOST_REMEMBERED = 4096


def token(item: Chosen) -> Hashable:
    """Return what tells an item from others while it is held: itself, where it is new each time."""
    return item if item.priority == ALWAYS_KEPT else id(item)


def shared_items(items: Items) -> Items:
    """Return items as one tuple, the same one for the same items: what is made of them is found by it."""
    if len(_known) >= _MOST_REMEMBERED:
        _known.clear()
    return _known.setdefault(tuple(map(token, items)), items)


_known: dict[Hashable, Items] = {}


class Selected(NamedTuple):
    """A section that stands, with what stands in it."""

    id: str
    title: str
    tip: str
    items: Items


def open_parts(text: Text) -> list[str | SlotRef]:
    """Return the parts of a sentence without the period that ends it; that of an abbreviation stays."""
    *parts, last = text.parts
    if last == ".":
        return parts
    return [*parts, open_ended(last) if isinstance(last, str) else last]


def closed_text(parts: list[str | SlotRef]) -> Text:
    """Return a sentence of some parts, with a mark at its end."""
    *rest, last = parts
    return Text((*rest, closed(last)) if isinstance(last, str) else (*parts, "."))
