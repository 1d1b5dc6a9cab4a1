"""Laying out what stands: which sections an edition has, how many items each keeps, how they are headed."""

from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from casemgr_jd.builder.chosen import ALWAYS_KEPT, HEADS, LEADS, Chosen
from casemgr_jd.builder.homes import heading_of, layouts_of
from casemgr_jd.builder.select import Selection
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import EditionPlan, Layout
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["Selected", "laid_out", "token"]

_FIRST_PRIORITY_TO_WEIGH = 2
_MOST_REMEMBERED = 4096


class Selected(NamedTuple):
    """A section that stands, with what stands in it."""

    id: str
    title: str
    tip: str
    items: tuple[Chosen, ...]


def laid_out(
    selection: Selection, edition: EditionPlan, requisition: Requisition, catalog: Catalog
) -> tuple[Selected, ...]:
    """Return the sections of an edition in order, each with what stands in it."""
    roomed = [
        _roomed(layout, heading_of(layout, requisition.tier, catalog), items, selection)
        for layout in layouts_of(edition.id, catalog)
        if (items := _taken(layout.takes, selection))
    ]
    sections = tuple(one.section for one in roomed if one.section.items)
    if edition.words:
        sections = _within(edition.words, sections, catalog.slots)
    elif not any(one.is_unsaid for one in roomed):
        return tuple(one.led for one in roomed if one.led.items)
    shown = frozenset().union(*(_shown(one.items) for one in sections))
    led = (one._replace(items=_led(_unsaid(one.items, shown))) for one in sections)
    return tuple(one for one in led if one.items)


class _Roomed(NamedTuple):
    """A section with what it has room for."""

    section: Selected
    led: Selected
    """The same without a line that leads to no bullet."""
    is_unsaid: bool
    """Whether anything in it stands only where no other sentence shows the same."""
    held: tuple[Layout, tuple[Chosen, ...]]
    """What it is found by: held, so that its identity stays its own."""


_known: dict[Hashable, _Roomed] = {}


def _roomed(
    layout: Layout, heading: str, items: tuple[Chosen, ...], selection: Selection
) -> _Roomed:
    own = sum(map(_is_own, _taken(layout.counts, selection) if layout.counts else items))
    key = id(layout), heading, own, *map(token, items)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        kept = _with_room(layout, items, own)
        section = Selected(layout.id, heading, layout.tip, kept)
        is_unsaid = any(one.unsaid for one in kept)
        led = section._replace(items=_led(kept))
        found = _known[key] = _Roomed(section, led, is_unsaid, (layout, items))
    return found


def token(item: Chosen) -> Hashable:
    """Return what tells an item from others while it is held: itself, where it is new each time."""
    return item if item.priority == ALWAYS_KEPT else id(item)


def _shown(items: Iterable[Chosen]) -> frozenset[str]:
    return frozenset(slot for one in items if not one.unsaid for slot in one.text.slots)


def _with_room(layout: Layout, items: tuple[Chosen, ...], own: int) -> tuple[Chosen, ...]:
    """Return what stands in a section: what is true of any job as far as the employer leaves it room.

    A sentence of the employer's own says more than one of ours, so each takes the place of two, down to
    the number that is enough.
    """
    if layout.enough and own >= layout.enough:
        return tuple(one for one in items if not one.is_true_of_any)
    most = max(layout.most - own, layout.enough) if layout.most else 0
    return _most(items, most)


def _taken(takes: Iterable[str], selection: Selection) -> tuple[Chosen, ...]:
    return tuple(one for name in takes for one in selection.standing.get(name, ()))


def _is_own(item: Chosen) -> bool:
    return item.priority == ALWAYS_KEPT and item.form != HEADS


def _most(items: tuple[Chosen, ...], most: int) -> tuple[Chosen, ...]:
    """Return at most so many of *items*, the most essential ones, in the order in which they stood.

    The employer's own stand, however many they are.
    """
    own = sum(map(_is_own, items))
    # A line that heads others takes no room of theirs.
    most = max(most, own) + sum(one.form == HEADS for one in items) if most else 0
    if not most or len(items) <= most:
        return items
    ranked = sorted(range(len(items)), key=lambda index: items[index].priority)
    return tuple(items[index] for index in sorted(ranked[:most]))


def _within(
    words: int, sections: tuple[Selected, ...], slots: Iterable[Slot]
) -> tuple[Selected, ...]:
    """Return the sections with as many items as fit a budget of words, most essential first.

    The words counted are those of the text with its blanks, so that no value changes what stands.
    """
    blanks = {slot.id: slot.blank for slot in slots}
    ranked = sorted(
        (one for section in sections for one in section.items if one.form != LEADS),
        key=lambda item: item.priority,
    )
    kept = {one.id for section in sections for one in section.items if one.form == LEADS}
    spent = 0
    for item in ranked:
        cost = _words(item, blanks)
        if item.priority < _FIRST_PRIORITY_TO_WEIGH or spent + cost <= words:
            kept.add(item.id)
            spent += cost
    return tuple(
        section._replace(items=tuple(one for one in section.items if one.id in kept))
        for section in sections
    )


def _unsaid(items: tuple[Chosen, ...], shown: AbstractSet[str]) -> tuple[Chosen, ...]:
    """Return the items without those whose facts other sentences show already."""
    return tuple(one for one in items if not (one.unsaid and set(one.text.slots) <= shown))


def _led(items: tuple[Chosen, ...]) -> tuple[Chosen, ...]:
    """Return the items without a line that leads to no bullet."""
    behind = [one.form for one in items[1:]] + [""]
    return tuple(
        one
        for one, form in zip(items, behind, strict=False)
        if one.form != LEADS or form == "bullets"
    )


def _words(item: Chosen, blanks: dict[str, str]) -> int:
    text = item.text.filled(lambda slot: blanks.get(slot, f"[{slot}]"))
    return len(f"{item.label} {text}".split())
