"""What the make-up of a posting rests on, so that a plan knows what may vary without changing it."""

from bisect import bisect
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.changes import replaced
from casemgr_jd.model.place import Place
from casemgr_jd.model.requisition import GUIDE, Requisition
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
    """Days on which what law wants of a posting changes, in order."""
    regions: tuple[tuple[str, ...], ...] = field(default=(), converter=_regions)
    """Groups of states, by postal code, of which it mattered whether all of the job is in one."""
    defaults: Requisition = field(factory=Requisition)
    """What stands for the facts that the requisition leaves out: what role, tier and setting add."""

    @property
    def names(self) -> tuple[str, ...]:
        """The requisition fields that can change the make-up, each once."""
        found = [*self.fields, *self.filled, *(TRAITS[one].field for one in self._known_traits)]
        found += ["locations"] if self.places else []
        found += ["locations", "remote_states"] if self.regions else []
        return tuple(dict.fromkeys([*found, *(["posted_on"] if self.days else [])]))

    def part(self, name: str, value: Any) -> Hashable:
        """Return what *value* of field *name* adds to the make-up: equal parts, equal make-up.

        >>> structure = Structure(fields=["tier"], filled=["shift"])
        >>> structure.part("tier", "lead"), structure.part("shift", ("Day",))
        ('lead', (True,))
        """
        if name in self.fields:
            return cast("Hashable", value)
        return tuple(self._parts(name, value))

    def _parts(self, name: str, value: Any) -> Iterator[Hashable]:
        if name in self.filled:
            yield GUIDE if value in (GUIDE, (GUIDE,)) else _is_given(value)
        alone = SimpleNamespace(**{name: value})
        for trait in self._known_traits:
            if TRAITS[trait].field == name:
                yield TRAITS[trait].holds(alone)  # type: ignore[arg-type]
        if name == "locations":
            yield from [any(map(place.covers, value)) for place in self.places]
        if name in ("locations", "remote_states"):
            states = set(value) if name == "remote_states" else {one.state for one in value}
            yield from [(bool(states), states.issubset(region)) for region in self.regions]
        if name == "posted_on" and self.days:
            yield bisect(self.days, value) if value else None

    def key(self, requisition: Requisition) -> tuple[Hashable, ...]:
        """Return what tells the make-up: requisitions of equal keys give the same items."""
        return tuple([self.part(name, getattr(requisition, name, None)) for name in self.names])

    def changed(
        self, before: Requisition, after: Requisition, among: Iterable[str] | None = None
    ) -> str:
        """Return the field in which *after* would change the structure, or nothing.

        Args:
            before: the facts that a posting was built from.
            after: other facts.
            among: fields to compare, where the others are known to be equal.
        """
        for name in self.names if among is None else among:
            old, new = getattr(before, name, None), getattr(after, name, None)
            if old is not new and self.part(name, old) != self.part(name, new):
                return name
        return ""

    def completed(self, requisition: Requisition) -> Requisition:
        """Return *requisition* with ``defaults`` for the facts that it leaves out."""
        defaults = self.defaults
        added = {
            name: getattr(defaults, name)
            for name in defaults.given
            if not _is_given(getattr(requisition, name))
        }
        return replaced(requisition, added)

    @property
    def _known_traits(self) -> tuple[str, ...]:
        return tuple(one for one in self.traits if one in TRAITS)


def _is_given(value: object) -> bool:
    return not (value is None or value in ((), "") or (isinstance(value, Mapping) and not value))
