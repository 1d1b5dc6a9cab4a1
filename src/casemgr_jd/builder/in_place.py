"""Values in their place: with a capital at the head of a line, without a second period at its end."""

from collections.abc import Mapping
from itertools import pairwise
from typing import TypeAlias

from casemgr_jd.model.reading import opened
from casemgr_jd.model.slot import Place, Slot
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["Places", "begun", "in_place", "places_in"]

Places: TypeAlias = Mapping[tuple[str, Place], SlotRef]
"""By slot and place, what shows the value as it reads there; nothing where it reads as anywhere else."""


def places_in(slots: tuple[Slot, ...]) -> Places:
    """Return how values read in their places, by the views that are declared.

    >>> from casemgr_jd.model.slot import views_of
    >>> views = views_of(Slot("team", "Team"), [Place.HEAD])
    >>> places_in(views)
    {('team', 'head'): SlotRef(slot='team_at_head')}
    """
    return {(one.of, one.place): SlotRef(one.id) for one in slots if one.place is not None}


def begun(text: Text, places: Places) -> Text:
    """Return a text as it stands behind a label: its own words, or its value, begin with a capital."""
    first, *others = text.parts or ("",)
    words = opened(first) if isinstance(first, str) else first
    return in_place(text if words is first else Text((words, *others)), places, at_head=True)


def in_place(text: Text, places: Places, *, at_head: bool) -> Text:
    """Return a text with each value as it reads where it stands; the same text where none reads otherwise.

    Args:
        text: what stands.
        places: how values read in their places.
        at_head: whether it opens a line.
    """
    parts = tuple(
        _placed(one, behind, places, at_head and at == 0)
        for at, (one, behind) in enumerate(pairwise((*text.parts, "")))
    )
    return text if parts == text.parts else Text(parts)


def _placed(
    part: str | SlotRef, behind: str | SlotRef, places: Places, is_first: bool
) -> str | SlotRef:
    if isinstance(part, str):
        return part
    ends = isinstance(behind, str) and behind.startswith(".")
    for place in _fitting(is_first, ends):
        if (part.slot, place) in places:
            return places[part.slot, place]
    return part


def _fitting(is_first: bool, ends: bool) -> tuple[Place, ...]:
    """Return the places that a value is in; the first of them that it has a view for says how it reads."""
    if is_first and ends:
        return Place.ALONE, Place.HEAD, Place.END
    return (Place.HEAD,) * is_first + (Place.END,) * ends
