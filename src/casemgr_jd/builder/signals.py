"""What candidates look at, each thing a bit of one number, so that facts which look alike are found at once.

Of thousands of rows hardly two are alike, and yet each of their sections stands in few ways. What tells
those apart is a trait that holds, a fact that is left out, a sentence that was said before: yes or no.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import reduce
from operator import attrgetter, or_
from typing import Any, TypeAlias

from casemgr_jd._reading import reader_of
from casemgr_jd.builder.answers import IsBlank, IsNotFilled
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.traits import TRAITS

__all__ = ["FactSignals", "Signals"]

PlacesOf: TypeAlias = Callable[[Iterable[Location]], frozenset[str]]
_WORDINGS = 16
"""Bits in which the words that law leaves a condition of hire are numbered."""
_MOST_VALUES = 512


class Signals:
    """The bits of one catalog; one that was given stays what it is."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, Hashable], int] = {}
        self._numbers: dict[str, dict[Hashable, int]] = {}
        self._width = 0

    def bit(self, kind: str, thing: Hashable) -> int:
        """Return the number in which the bit of one thing is set, and no other."""
        found = self._bits.get((kind, thing))
        if found is None:
            found = self._bits[kind, thing] = 1 << self._width
            self._width += 1
        return found

    def bits(self, kind: str, things: Iterable[Hashable]) -> int:
        """Return the number in which the bits of several things are set."""
        return reduce(or_, [self.bit(kind, one) for one in things], 0)

    def wording(self, condition: str, words: Hashable) -> int:
        """Return the number that stands for the words that a condition of hire is left."""
        known = self._numbers.setdefault(condition, {})
        return self.bit("wording", condition) * known.setdefault(words, len(known) + 1)

    def any_wording(self, condition: str) -> int:
        """Return the number in which every bit is set that ``wording`` may set for a condition."""
        if ("wording", condition) not in self._bits:
            self.bit("wording", condition)
            self._width += _WORDINGS - 1
        return self.bit("wording", condition) * ((1 << _WORDINGS) - 1)

    def looked_at(self, one: Candidate, echoes: Iterable[str]) -> int:
        """Return the bits of all that decides whether and how a candidate stands.

        Args:
            one: the candidate.
            echoes: what the employer's own duties may speak of, where that counts.
        """
        when, item = one.item.when, one.item
        names = [ask.name for ask in one.waits_for]
        return (
            self.bits("trait", (*when.traits, *when.lacks))
            | self.bits("place", when.place)
            | self.bits("left out", one.asks)
            | self.bits("same", [item.same] if item.same else [])
            | self.bits("stated", item.states)
            | self.bits("shown", names)
            | self.bits("needed", names)
            | self.bits("yields", one.told_by)
            | self.bits("told", echoes)
            | (self.any_wording(item.condition) if item.condition else 0)
        )


class FactSignals:
    """Tells which bits a requisition sets; what did not change since the last one is not looked at again.

    Args:
        asks: which facts may be left out.
        signals: the bits.
        places_of: refers to what tells the places whose law reaches some locations.
    """

    def __init__(
        self,
        asks: Iterable[IsNotFilled | IsBlank],
        signals: Signals,
        places_of: Callable[[], PlacesOf | None],
    ) -> None:
        makers: dict[tuple[str, ...], list[Callable[[Requisition], int]]] = {}
        for name, trait in TRAITS.items():
            made = _holding(trait.holds, signals.bit("trait", name))
            makers.setdefault((trait.field,), []).append(made)
        for ask in asks:
            if ask.fields:
                made = _holding(ask.is_left_out, signals.bit("left out", ask))
                makers.setdefault(ask.fields, []).append(made)

        def places(requisition: Requisition) -> int:
            found = places_of()
            return signals.bits("place", found(requisition.locations)) if found else 0

        makers.setdefault(("locations",), []).append(places)
        readings = [_Reading(fields, tuple(makers[fields])) for fields in sorted(makers)]
        self._single = [one for one in readings if len(one.fields) == 1]
        self._several = [one for one in readings if len(one.fields) > 1]
        self._read = reader_of(one.fields[0] for one in self._single)
        self._last: tuple[tuple[Any, ...], list[int]] = (
            (object(),) * len(self._single),
            [0] * len(self._single),
        )

    def of(self, requisition: Requisition) -> int:
        """Return the bits of a requisition."""
        read = self._read(requisition)
        before, bits = self._last
        found = [
            known if one is last else reading.of(requisition, one)
            for one, last, known, reading in zip(read, before, bits, self._single)
        ]
        # Kept as one, so that another thread finds values and their bits together.
        self._last = (read, found)
        several = [one.of(requisition, one.read(requisition)) for one in self._several]
        return reduce(or_, several, reduce(or_, found, 0))


class _Reading:
    """The bits that follow from one fact, or from several together; remembered while a value is held."""

    def __init__(
        self, fields: tuple[str, ...], makers: tuple[Callable[[Requisition], int], ...]
    ) -> None:
        self.fields = fields
        self.read: Callable[[Requisition], Any] = attrgetter(*fields)
        self._makers = makers
        self._is_one = len(fields) == 1
        self._known: dict[Any, tuple[Any, int]] = {}

    def of(self, requisition: Requisition, value: Any) -> int:
        """Return the bits of *requisition*, of which *value* was read."""
        key = id(value) if self._is_one else tuple(map(id, value))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_VALUES:
                self._known.clear()
            bits = reduce(or_, [make(requisition) for make in self._makers])
            found = self._known[key] = value, bits
        return found[1]


def _holding(holds: Callable[[Requisition], bool], bit: int) -> Callable[[Requisition], int]:
    return lambda requisition: bit if holds(requisition) else 0
