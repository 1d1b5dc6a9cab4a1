"""What a fact of a posting begins with: a capital, however its value was typed."""

from collections.abc import Callable

from casemgr_jd._attrs import evolve
from casemgr_jd.model.document import Fact
from casemgr_jd.model.reading import opened
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["opening_at", "opening_slot", "with_capital"]

_NAMES = frozenset(
    ("organization", "location", "emr", "cm_platform", "payer_portal", "criteria_tool")
)
"""Slots whose values are names, which begin as their owners write them."""


def opening_slot(fact: Fact) -> str | None:
    """Return the slot that a fact begins with; nothing where that is a name, or words.

    >>> opening_slot(Fact("On call", Text.parse("{on_call}"))), opening_slot(Fact("On call", "none"))
    ('on_call', None)
    """
    first = next(iter(fact.text.parts), None)
    return first.slot if isinstance(first, SlotRef) and first.slot not in _NAMES else None


def with_capital(fact: Fact) -> Fact:
    """Return a fact whose own words, where it begins with such, begin with a capital.

    >>> str(with_capital(Fact("On call", "none")).text)
    'None'
    """
    first, *rest = fact.text.parts or ("",)
    if not isinstance(first, str) or not first.strip() or opened(first) == first:
        return fact
    return evolve(fact, text=Text((opened(first), *rest)))


def opening_at(
    slot_id: str, value: Callable[[str], str], capital: Callable[[str], str]
) -> Callable[[str], str]:
    """Return *value*, with a capital for the first time that it is asked for a slot."""
    waiting = [slot_id]

    def told(asked: str) -> str:
        if asked in waiting:
            waiting.clear()
            return capital(value(asked))
        return value(asked)

    return told
