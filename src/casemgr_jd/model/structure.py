"""What the make-up of a posting rests on, so that a plan knows what may vary without changing it."""

from bisect import bisect
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.changes import replaced
from casemgr_jd.model.place import Location, Place
from casemgr_jd.model.requisition import Requisition

__all__ = ["Structure"]


def _dates(values: Iterable[date]) -> tuple[date, ...]:
    return tuple(values)


@frozen(repr=False)
class Structure(Value):
    """The facts that decided which items stand; derived from the content when a posting is built."""

    fields: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields whose value was compared."""
    filled: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields of which it only mattered whether they hold a value."""
    places: tuple[Place, ...] = ()
    """Places of which it mattered whether the job is there."""
    days: tuple[date, ...] = field(default=(), converter=_dates)
    """Days on which what law wants of a posting changes, in order."""
    defaults: Requisition = field(factory=Requisition)
    """What stands for the facts that the requisition leaves out: what role, tier and setting add."""

    @property
    def names(self) -> tuple[str, ...]:
        """The requisition fields that can change the make-up, each once."""
        places = ("locations",) if self.places else ()
        days = ("posted_on",) if self.days else ()
        return tuple(dict.fromkeys((*self.fields, *self.filled, *places, *days)))

    def part(self, name: str, value: Any) -> Hashable:
        """Return what *value* of field *name* adds to the make-up: equal parts, equal make-up.

        >>> structure = Structure(fields=["tier"], filled=["shift"])
        >>> structure.part("tier", "lead"), structure.part("shift", ("Day",))
        ('lead', True)
        """
        whole: Hashable = None
        if name in self.fields:
            whole = value
        elif name in self.filled:
            whole = _is_given(value)
        if name == "locations" and self.places:
            return whole, self._covered(value)
        if name == "posted_on" and self.days:
            return whole, bisect(self.days, value) if value else None
        return whole

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

    def _covered(self, locations: Iterable[Location]) -> tuple[bool, ...]:
        return tuple([any(map(place.covers, locations)) for place in self.places])


def _is_given(value: object) -> bool:
    return not (value is None or value in ((), "") or (isinstance(value, Mapping) and not value))
