"""What candidates look at, each thing a bit of one number, so that facts which look alike are found at once.

Of thousands of rows hardly two are alike, and yet each of their sections stands in few ways. What tells
those apart is a trait that holds, a fact that is left out, a sentence that was said before: yes or no.
"""

from collections.abc import Callable, Hashable, Iterable
from functools import reduce
from operator import or_
from types import SimpleNamespace
from typing import Any, TypeAlias

from casemgr_jd._reading import Remembered, reader_of
from casemgr_jd.builder.answers import IsBlank, IsNotFilled
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.model.place import Location
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.title_traits import TITLED_TRAITS, titled_traits
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
        return self._first_of(condition) * known.setdefault(words, len(known) + 1)

    def any_wording(self, condition: str) -> int:
        """Return the number in which every bit is set that ``wording`` may set for a condition."""
        return self._first_of(condition) * ((1 << _WORDINGS) - 1)

    def _first_of(self, condition: str) -> int:
        """Return the lowest of the bits in which the words for a condition are numbered."""
        is_new = ("wording", condition) not in self._bits
        found = self.bit("wording", condition)
        if is_new:
            self._width += _WORDINGS - 1
        return found

    def looked_at(self, one: Candidate) -> int:
        """Return the bits of all that decides whether and how a candidate stands."""
        when, item = one.item.when, one.item
        names = [ask.name for ask in one.waits_for]
        looked: tuple[tuple[str, Iterable[Hashable]], ...] = (
            ("trait", when.traits),
            ("trait", when.lacks),
            ("place", when.place),
            ("left out", one.asks),
            ("same", (item.same,) if item.same else ()),
            ("stated", item.states),
            ("shown", names),
            ("needed", names),
            ("yields", one.told_by),
        )
        words = self.any_wording(item.condition) if item.condition else 0
        return reduce(
            or_, [self.bit(kind, one) for kind, things in looked for one in things], words
        )


class FactSignals:
    """Tells which bits a requisition sets; what was looked at before is not looked at again.

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
        looks: dict[tuple[str, ...], list[_Look]] = {}
        for name, trait in TRAITS.items():
            if name in TITLED_TRAITS:
                continue
            look = _holding(trait.holds, signals.bit("trait", name))
            looks.setdefault((trait.field,), []).append(look)
        for ask in asks:
            if ask.fields:
                look = _holding(ask.is_left_out, signals.bit("left out", ask))
                looks.setdefault(ask.fields, []).append(look)

        def titled(facts: Any) -> int:
            return signals.bits("trait", titled_traits(facts.title))

        def places(facts: Any) -> int:
            found = places_of()
            return signals.bits("place", found(facts.locations)) if found else 0

        looks.setdefault(("title",), []).append(titled)
        looks.setdefault(("locations",), []).append(places)
        self._single = {
            one[0]: _of_one(one[0], looks[one]) for one in sorted(looks) if len(one) == 1
        }
        self.names: tuple[str, ...] = tuple(self._single)
        """The facts that set bits by themselves."""
        self._remembered = Remembered(self._single)
        self._several = [_Several(one, looks[one]) for one in sorted(looks) if len(one) > 1]

    def of(self, requisition: Requisition) -> int:
        """Return the bits of a requisition."""
        return reduce(or_, self._remembered(requisition), self.of_several(requisition))

    def by_fact(self, requisition: Requisition) -> dict[str, int]:
        """Return the bits that each fact of a requisition sets by itself."""
        return dict(zip(self.names, self._remembered(requisition)))

    def of_one(self, name: str, value: Any) -> int:
        """Return the bits that one value of a fact sets by itself."""
        look = self._single.get(name)
        return look(value) if look else 0

    def of_several(
        self, requisition: Requisition, several: "Iterable[_Several] | None" = None
    ) -> int:
        """Return the bits that facts of a requisition set together: all of them, or *several*."""
        bits = 0
        for one in self._several if several is None else several:
            bits |= one.of(requisition)
        return bits

    def parted(self, names: Iterable[str]) -> "tuple[tuple[_Several, ...], tuple[_Several, ...]]":
        """Return what looks at one of *names* and at other facts, and what looks at none of these."""
        some = set(names)
        looking = tuple(one for one in self._several if not some.isdisjoint(one.fields))
        return looking, tuple(one for one in self._several if some.isdisjoint(one.fields))


_Look: TypeAlias = Callable[[Any], int]
"""Looks at facts, and returns the bits that they set."""


class _Several:
    """The bits that follow from several facts together; remembered while they are held."""

    def __init__(self, fields: tuple[str, ...], looks: Iterable[_Look]) -> None:
        self.fields = fields
        self._read = reader_of(fields)
        self._looks = tuple(looks)
        self._known: dict[tuple[int, ...], tuple[tuple[Any, ...], int]] = {}

    def of(self, requisition: Requisition) -> int:
        """Return the bits of *requisition*."""
        facts = self._read(requisition)
        key = tuple(map(id, facts))
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_VALUES:
                self._known.clear()
            bits = reduce(or_, [look(requisition) for look in self._looks])
            found = self._known[key] = facts, bits
        return found[1]


def _of_one(field: str, looks: Iterable[_Look]) -> Callable[[Any], int]:
    made = tuple(looks)

    def bits(value: Any) -> int:
        alone = SimpleNamespace(**{field: value})
        return reduce(or_, [look(alone) for look in made])

    return bits


def _holding(holds: Callable[[Any], bool], bit: int) -> _Look:
    return lambda facts: bit if holds(facts) else 0
