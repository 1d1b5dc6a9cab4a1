"""What the make-up of a posting rests on, so that a plan knows what may vary without changing it."""

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.place import Place
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.traits import TRAITS

__all__ = ["Structure"]


def _dates(values: Iterable[date]) -> tuple[date, ...]:
    return tuple(values)


def _regions(values: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one) for one in values)


@frozen(repr=False)
class Structure(Value):
    """The facts that decided which items stand; derived from the content when a posting is built."""

    fields: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields whose value was compared."""
    filled: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields of which it only mattered whether they hold a value."""
    places: tuple[Place, ...] = ()
    """Places of which it mattered whether the job is there."""
    traits: tuple[str, ...] = field(default=(), converter=strings)
    """Names of traits of which it mattered whether they hold."""

    days: tuple[date, ...] = field(default=(), converter=_dates)
    """Days on which what law wants of a posting changes."""

    regions: tuple[tuple[str, ...], ...] = field(default=(), converter=_regions)
    """Groups of states, by postal code, of which it mattered whether all of the job is in one."""

    def changed(self, before: Requisition, after: Requisition) -> str:
        """Return the field in which *after* would change the structure, or nothing."""
        for name in self.fields:
            if getattr(before, name) != getattr(after, name):
                return name
        for name in self.filled:
            if is_filled(before, name) != is_filled(after, name):
                return name
        for name in self.traits:
            trait = TRAITS.get(name)
            if trait is not None and trait.holds(before) != trait.holds(after):
                return trait.field
        for place in self.places:
            covered = (any(map(place.covers, one.locations)) for one in (before, after))
            if len(set(covered)) > 1:
                return "locations"
        for region in self.regions:
            if _within(region, before) != _within(region, after):
                return "locations"
        return "posted_on" if self._turned(before.posted_on, after.posted_on) else ""

    def _turned(self, before: date | None, after: date | None) -> bool:
        """Tell whether a day on which law changes lies between two days of posting."""
        if before is None or after is None:
            return before != after and bool(self.days)
        early, late = sorted((before, after))
        return any(early < day <= late for day in self.days)


def _within(region: tuple[str, ...], requisition: Requisition) -> bool:
    states = {one.state for one in requisition.locations} | set(requisition.remote_states)
    return bool(states) and states.issubset(region)
