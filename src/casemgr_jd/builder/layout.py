"""Laying out what stands: which sections an edition has, how many items each keeps, how they are headed."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any

from casemgr_jd.builder.chosen import ALWAYS_KEPT, HEADS, LEADS, Chosen, Items, Selected, token
from casemgr_jd.builder.groups import Outcome
from casemgr_jd.builder.homes import heading_of, layouts_of
from casemgr_jd.builder.jobs import Job
from casemgr_jd.builder.select import Selection
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import EditionPlan, Layout
from casemgr_jd.model.slot import Slot

__all__ = ["laid_out"]

_FIRST_PRIORITY_TO_WEIGH = 2
_MOST_REMEMBERED = 4096
_MOST_JOBS = 256
_MOST_OUTCOMES = 1024
"""Ways in which a section stands that are kept: most are the same for hundreds of jobs."""


def laid_out(
    selection: Selection, edition: EditionPlan, tier: str | None, catalog: Catalog
) -> tuple[Selected, ...]:
    """Return the sections of an edition in order, each with what stands in it.

    One that stands as it stood before is the same object.

    Args:
        selection: what stands.
        edition: whose sections it has.
        tier: as the requisition calls it.
        catalog: the content.
    """
    places = _places(selection.job, edition.id, tier, catalog)
    found = selection.found
    # Done for each section of each row of a table: a call for what is known would be a third of it.
    rooms = [one.rooms.get(one.read(found)) or one.room(selection) for one in places]
    if edition.words:
        sections = _within(edition.words, [one.section for one in rooms], catalog.slots)
        shown = frozenset().union(*(_shown(one.items) for one in sections))
        led = [one._replace(items=_led(_unsaid(one.items, shown))) for one in sections]
        return tuple(_shared(one) for one in led if one.items)
    if [one for one in rooms if one.is_unsaid]:
        shown = frozenset().union(*[one.shown for one in rooms])
        told = [one.beside(shown) if one.is_unsaid else one.led for one in rooms]
        return tuple([one for one in told if one.items])
    return tuple([one.led for one in rooms if one.led.items])


@lru_cache(maxsize=_MOST_JOBS)
def _places(job: Job, edition: str, tier: str | None, catalog: Catalog) -> "tuple[_Place, ...]":
    layouts = layouts_of(edition, catalog)
    return tuple(_Place(one, heading_of(one, tier, catalog), job) for one in layouts)


@lru_cache(maxsize=_MOST_JOBS)
def _rooms(layout: Layout, heading: str) -> "dict[Any, _Room]":
    """Return the rooms of a section by what was found for it, whatever the job."""
    return {}


class _Place:
    """A section of an edition for one job, which has room for what is found in some of its places."""

    def __init__(self, layout: Layout, heading: str, job: Job) -> None:
        self._layout = layout
        self._heading = heading
        names = (*layout.takes, *layout.counts)
        spans = [job.places[name] for name in names if name in job.places]
        places = [place for one in spans for place in range(one.start, one.stop)]
        self.read: Callable[[Sequence[Outcome]], Any] = itemgetter(*places) if places else len
        """Reads what was found for it, which tells the room."""
        self.rooms = _rooms(layout, heading)
        """The rooms that are known, by what was found."""

    def room(self, selection: Selection) -> "_Room":
        """Return the room with what was found, which is known from now on."""
        if len(self.rooms) >= _MOST_OUTCOMES:
            self.rooms.clear()
        made = self.rooms[self.read(selection.found)] = _room(
            self._layout, self._heading, selection
        )
        return made


class _Room:
    """A section with what it has room for, of what it takes.

    Args:
        layout: what the edition says of it.
        heading: how it is headed.
        taken: what stands in the section plans that it takes; held, as ``counted`` is, for that is what
            it is found by.
        counted: what stands where the employer's own sentences count.
    """

    def __init__(
        self, layout: Layout, heading: str, taken: tuple[Items, ...], counted: tuple[Items, ...]
    ) -> None:
        self._found_by = layout, taken, counted
        items = tuple(chain.from_iterable(taken))
        own = sum(map(_is_own, chain.from_iterable(counted) if layout.counts else items))
        kept = _with_room(layout, items, own)
        self.section = Selected(layout.id, heading, layout.tip, kept)
        self.led = self.section._replace(items=_led(kept))
        """The same without a line that leads to no bullet."""
        self.is_unsaid: bool = any(one.unsaid for one in kept)
        """Whether anything in it stands only where no other sentence shows the same."""
        self.shown: frozenset[str] = _shown(kept)
        """The slots that it shows by what stands in any case."""
        self._slots = frozenset(slot for one in kept if one.unsaid for slot in one.text.slots)
        self._beside: dict[frozenset[str], Selected] = {}

    def beside(self, shown: frozenset[str]) -> Selected:
        """Return the section where the whole posting shows these slots in any case."""
        known = shown & self._slots
        found = self._beside.get(known)
        if found is None:
            items = _led(_unsaid(self.section.items, shown))
            found = self._beside[known] = self.section._replace(items=items)
        return found


_known: dict[Hashable, _Room] = {}


def _room(layout: Layout, heading: str, selection: Selection) -> _Room:
    taken = _taken(layout.takes, selection)
    counted = _taken(layout.counts, selection) if layout.counts else ()
    key = id(layout), heading, *map(id, taken), None, *map(id, counted)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        found = _known[key] = _Room(layout, heading, taken, counted)
    return found


def _shared(section: Selected) -> Selected:
    """Return a section that is the same object as any that was equal to it."""
    key = section.id, section.title, section.tip, *map(token, section.items)
    if len(_known_sections) >= _MOST_REMEMBERED:
        _known_sections.clear()
    return _known_sections.setdefault(key, section)


_known_sections: dict[Hashable, Selected] = {}


def _shown(items: Iterable[Chosen]) -> frozenset[str]:
    return frozenset(slot for one in items if not one.unsaid for slot in one.text.slots)


def _with_room(layout: Layout, items: Items, own: int) -> Items:
    """Return what stands in a section: what is true of any job as far as the employer leaves it room.

    A sentence of the employer's own says more than one of ours, so each takes the place of two, down to
    the number that is enough.
    """
    if layout.enough and own >= layout.enough:
        return tuple(one for one in items if not one.is_true_of_any)
    most = max(layout.most - own, layout.enough) if layout.most else 0
    return _most(items, most)


def _taken(takes: Iterable[str], selection: Selection) -> tuple[Items, ...]:
    return tuple([items for name in takes if (items := selection.items(name))])


def _is_own(item: Chosen) -> bool:
    return item.priority == ALWAYS_KEPT and item.form != HEADS


def _most(items: Items, most: int) -> Items:
    """Return at most so many of *items*, the most essential ones, in the order in which they stood.

    The employer's own stand, however many they are.
    """
    own = sum(map(_is_own, items))
    # A line that heads others, or leads to them, takes no room of theirs.
    most = max(most, own) + sum(one.form in (HEADS, LEADS) for one in items) if most else 0
    if not most or len(items) <= most:
        return items
    ranked = sorted(range(len(items)), key=lambda index: items[index].priority)
    return tuple(items[index] for index in sorted(ranked[:most]))


def _within(
    words: int, sections: Iterable[Selected], slots: Iterable[Slot]
) -> tuple[Selected, ...]:
    """Return the sections with as many items as fit a budget of words, most essential first.

    The words counted are those of the text with its blanks, so that no value changes what stands.
    """
    blanks = {slot.id: slot.blank for slot in slots}
    sections = [one for one in sections if one.items]
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


def _unsaid(items: Items, shown: AbstractSet[str]) -> Items:
    """Return the items without those whose facts other sentences show already."""
    return tuple(one for one in items if not (one.unsaid and set(one.text.slots) <= shown))


def _led(items: Items) -> Items:
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
