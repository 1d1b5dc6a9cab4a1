"""Several values as one document: what a notebook shows of a list."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import starmap

from casemgr_jd._doors import door
from casemgr_jd._names import counted
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Block, Document, Fact, FactList, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text

__all__ = ["listed"]

_WORDS = re.compile("[A-Z]+(?![a-z])|[A-Z][a-z]*")
"""The words of the name of a kind."""
_TOLD = {"Employer": "organization", "Where": "location", "Pay": "pay_range"}
"""What tells one posting from another at a glance, by label: the slot that holds it."""


@door()
def listed(values: Iterable[ShowsItself], title: str = "") -> Document:
    """Return several values as one document, a section for each; a notebook shows it, a format renders it.

    Of a posting it tells who hires, where, for what pay and how much is blank, for its text belongs to its
    own facts. A notebook shows plain lists and tuples this way.

    Args:
        values: requisitions, findings, roles, measures, plans, pay, or whatever else shows itself.
        title: of the document; what the values are and how many, if left out.

    Raises:
        InputError: a value is none that shows itself.

    >>> from casemgr_jd import PayRange
    >>> document = listed([PayRange(60_000, 70_000), PayRange(rate=41.5, per="hour")])
    >>> str(document.title), len(document.blocks)
    ('2 pay ranges', 2)
    """
    found = tuple(values)
    counts = Counter(type(one).__name__ for one in found)
    heading = title or ", ".join(starmap(_counted, counts.items())) or "0 values"
    sections = [_section(number, one) for number, one in enumerate(found, 1)]
    return Document(Text.plain(heading), sections)


def _counted(kind: str, count: int) -> str:
    """Return how many values of a kind there are, in words.

    >>> _counted("PayRange", 2), _counted("KPI", 1), _counted("SeniorityTier", 3)
    ('2 pay ranges', '1 KPI', '3 seniority tiers')
    """
    words = _WORDS.findall(kind)
    name = " ".join(one if one.isupper() else one.lower() for one in words)
    return counted(count, name)


def _told(posting: Posting) -> FactList:
    given = [(label, posting.value(slot)) for label, slot in _TOLD.items()]
    left = posting.unfilled
    blank = f"{len(left)}: {', '.join(posting.slot(one).label for one in left)}" if left else "none"
    facts = [(label, words) for label, words in (*given, ("Blank", blank)) if words]
    return FactList(Fact(label, Text.plain(words)) for label, words in facts)


def _section(number: int, value: ShowsItself) -> Section:
    if isinstance(value, Posting):
        return Section(f"value_{number}", value.heading, [_told(value)])
    document: Document = value if isinstance(value, Document) else value.to_document()
    blocks: Iterable[Block] = document.blocks
    title = document.title.filled(
        lambda slot: Slot(slot, slot.replace("_", " ").capitalize()).blank
    )
    return Section(f"value_{number}", title, blocks)
