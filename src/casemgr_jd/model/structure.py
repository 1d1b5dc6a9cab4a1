"""What the make-up of a posting rests on, so that a plan knows what may vary without changing it."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Any

from casemgr_jd._attrs import field, fields, frozen
from casemgr_jd._frozen import strings
from casemgr_jd._reading import Remembered
from casemgr_jd.model._deciding import Decider, deciders
from casemgr_jd.model._value import Value
from casemgr_jd.model.completion import Completion
from casemgr_jd.model.place import Place
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.traits import TRAITS

__all__ = ["Structure"]


def _dates(values: Iterable[date]) -> tuple[date, ...]:
    return tuple(values)


def _regions(values: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one) for one in values)


@frozen(repr=False, eq=False)
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
    usual: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields of which it mattered whether they stand as ``completion`` has them."""
    completion: Completion = field(factory=Completion)
    """What stands for the facts that the requisition leaves out."""

    _deciders: "dict[str, Decider] | None" = field(default=None, init=False, eq=False, repr=False)
    """Made when they are asked for: most postings never are."""
    _key: "Remembered | None" = field(default=None, init=False, eq=False, repr=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The requisition fields that can change the make-up, each once."""
        found = [*self.fields, *self.filled, *self.usual]
        found += [TRAITS[one].field for one in self.traits if one in TRAITS]
        found += ["locations"] if self.places else []
        found += ["locations", "remote_states"] if self.regions else []
        return tuple(dict.fromkeys([*found, *(["posted_on"] if self.days else [])]))

    @property
    def deciders(self) -> "Mapping[str, Decider]":
        """For each field of ``names``, what a value of it adds to the make-up."""
        if self._deciders is None:
            object.__setattr__(self, "_deciders", deciders(self))
        return self._deciders or {}

    def part(self, name: str, value: Any) -> Hashable:
        """Return what *value* of field *name* adds to the make-up: equal parts, equal make-up.

        >>> structure = Structure(fields=["tier"], filled=["shift"])
        >>> structure.part("tier", "lead"), structure.part("shift", ("Day",))
        ('lead', True)
        """
        decide = self.deciders.get(name)
        return decide(value) if decide else None

    def key(self, requisition: Requisition) -> tuple[Hashable, ...]:
        """Return what tells the make-up: requisitions of equal keys give the same items."""
        if self._key is None:
            object.__setattr__(self, "_key", Remembered(dict(self.deciders)))
        return self._key(requisition) if self._key else ()

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

    def __reduce__(self) -> tuple[Any, ...]:
        # The deciders are functions, which do not pickle; the others say all that they are made from.
        return _again, tuple(getattr(self, one.name) for one in fields(type(self)) if one.init)


def _again(*values: Any) -> Structure:
    return Structure(*values)
