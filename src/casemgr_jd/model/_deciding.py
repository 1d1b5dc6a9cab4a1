"""What the value of one fact adds to the make-up of a posting: one function for each deciding fact."""

from bisect import bisect
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from functools import partial
from types import SimpleNamespace
from typing import Any, Protocol, TypeAlias

from casemgr_jd.model.completion import Completion, is_given, says_guide
from casemgr_jd.model.place import Location, Place
from casemgr_jd.model.requisition import GUIDE
from casemgr_jd.model.title_traits import TITLED_TRAITS, titled_order
from casemgr_jd.model.traits import TRAITS, Trait

__all__ = ["Decider", "deciders"]

Decider: TypeAlias = Callable[[Any], Hashable]
_MOST_PLACES = 4096


class Resting(Protocol):
    """What the make-up of a posting rests on; ``Structure`` is it."""

    @property
    def fields(self) -> tuple[str, ...]: ...
    @property
    def filled(self) -> tuple[str, ...]: ...
    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def traits(self) -> tuple[str, ...]: ...
    @property
    def days(self) -> tuple[date, ...]: ...
    @property
    def regions(self) -> tuple[tuple[str, ...], ...]: ...
    @property
    def usual(self) -> tuple[str, ...]: ...
    @property
    def completion(self) -> Completion: ...
    @property
    def names(self) -> tuple[str, ...]: ...


def deciders(structure: Resting) -> dict[str, Decider]:
    """Return, for each fact that *structure* names, what its values add to the make-up."""
    found: dict[str, Decider] = dict.fromkeys(structure.fields, _itself)
    for name in structure.names:
        if name not in found:
            found[name] = _all_of(tuple(_of_field(name, structure)))
    return found


def _itself(value: Hashable) -> Hashable:
    return value


def _all_of(parts: tuple[Decider, ...]) -> Decider:
    if len(parts) == 1:
        return parts[0]
    return lambda value: tuple([part(value) for part in parts])


def _of_field(name: str, structure: Resting) -> Iterator[Decider]:
    if name in structure.usual:
        yield partial(_is_same, getattr(structure.completion.defaults, name))
    if name in structure.filled:
        yield _given
    titled = TITLED_TRAITS.intersection(structure.traits)
    if name == "title" and titled:
        yield partial(_titled, titled)
    traits = [TRAITS[one] for one in structure.traits if one in TRAITS and one not in titled]
    own = tuple(trait for trait in traits if trait.field == name)
    if own:
        yield partial(_traits, name, own)
    if name == "locations" and structure.places:
        yield _Covering(structure.places)
    if name in ("locations", "remote_states") and structure.regions:
        regions = tuple(map(frozenset, structure.regions))
        yield partial(_within, name == "locations", regions)
    if name == "posted_on" and structure.days:
        yield partial(_days_before, structure.days)


def _is_same(usual: object, value: object) -> Hashable:
    return value == usual


def _given(value: Any) -> Hashable:
    # Most facts of a requisition are left out or are plain words, and this is asked of each of them.
    if value is None or (value.__class__ is tuple and not value):
        return False
    if value.__class__ is str and value and value != GUIDE:
        return True
    return GUIDE if says_guide(value) else is_given(value)


def _titled(traits: frozenset[str], title: str | None) -> Hashable:
    # Which of two trades leads follows from the title, too.
    return tuple(filter(None, (traits & one for one in titled_order(title))))


def _traits(name: str, traits: tuple[Trait, ...], value: Any) -> Hashable:
    alone: Any = SimpleNamespace(**{name: value})
    return tuple([trait.holds(alone) for trait in traits])


def _within(
    are_places: bool, regions: tuple[frozenset[str], ...], value: Iterable[Any]
) -> Hashable:
    states = {one.state for one in value if one.state} if are_places else set(value)
    return bool(states), tuple([states <= region for region in regions])


def _days_before(days: tuple[Any, ...], value: Any) -> Hashable:
    return bisect(days, value) if value else None


class _Covering:
    """Tells which places cover some locations; what covers a location is remembered."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_state: dict[str | None, list[Place]] = {}
        for place in places:
            self._by_state.setdefault(place.state, []).append(place)
        self._known: dict[Location, frozenset[str]] = {}

    def __call__(self, locations: Iterable[Location]) -> Hashable:
        return frozenset().union(*map(self._of, locations))

    def _of(self, location: Location) -> frozenset[str]:
        found = self._known.get(location)
        if found is None:
            near = self._by_state.get(location.state, ())
            found = frozenset(place.id for place in near if place.covers(location))
            if len(self._known) >= _MOST_PLACES:
                self._known.clear()
            self._known[location] = found
        return found
