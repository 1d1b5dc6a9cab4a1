"""Postings of many requisitions that share their sources: what one value of a fact adds is found out once.

A posting made here is the one that ``build`` makes of the same facts.
"""

from collections.abc import Hashable, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import Any

from casemgr_jd.builder.compose import posting_on
from casemgr_jd.builder.effective import asks_otherwise, completion_of, effective_requisition
from casemgr_jd.builder.sight import facts_looked_at
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.changes import Begun, contradictions, replaced, writer_of
from casemgr_jd.model.completion import Completion, is_given, says_guide
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition

__all__ = ["Given", "Many"]

_CHOICES = ("setting", "tier", "role")
_ASKING = ("license", "education", "qualifications")
"""Facts by which an employer may ask for less than the role brings."""
_NAMED = ("extra", "measures")
"""Facts that name something which the catalog must have."""
_MOST_BASES = 256


class Given:
    """One value of one fact, and what it adds to a posting."""

    __slots__ = ("bits", "is_given", "part", "value")

    def __init__(self, value: Any, is_given: bool | None, bits: int, part: Hashable = None) -> None:
        self.value: Any = value
        self.is_given: bool | None = is_given
        """Whether it says anything; nothing where that follows from other facts."""
        self.bits: int = bits
        """Those of what candidates look at that it sets."""
        self.part: Hashable = part
        """What it adds to the make-up, as who asked has it."""


class _Base:
    """What stands where the facts that differ are left out, for one choice of setting, tier and role."""

    def __init__(
        self,
        begun: Begun,
        completion: Completion,
        bits: int,
        absent: Iterable[tuple[Any, int]],
    ):
        self.begun = begun
        """Requisitions of the facts that do not differ."""
        self.completion = completion
        self.bits = bits
        """Those of the facts that do not differ."""
        self.absent: tuple[tuple[Any, int], ...] = tuple(absent)
        """For each fact that may differ, what stands where it is left out, and the bits of that."""


class Many:
    """Makes postings of requisitions that differ in some facts.

    Args:
        names: the facts that may differ.
        common: what is the same in all of them.
        catalog: the content.
    """

    def __init__(self, names: Iterable[str], common: Requisition, catalog: Catalog) -> None:
        self.names: tuple[str, ...] = tuple(names)
        self._common = common
        self._catalog = catalog
        self._places = {name: place for place, name in enumerate(self.names)}
        self._chosen = [(name, self._places.get(name)) for name in (*_CHOICES, *_ASKING)]
        self._asks = any(one in self._places or getattr(common, one) for one in _ASKING[1:])
        differing = [name for name in self.names if name not in _CHOICES]
        self._differing = [
            (self._places[name], number, writer_of(name)) for number, name in enumerate(differing)
        ]
        self._names_differing = differing
        self._bases: dict[Hashable, _Base] = {}
        self._signals = facts_looked_at(catalog)
        self._looking, self._settled = self._signals.parted(differing)

    @property
    def is_current(self) -> bool:
        """Whether what was found out still holds: content may turn out to ask for more."""
        return facts_looked_at(self._catalog) is self._signals

    def given(self, name: str, value: Any, part: Hashable = None) -> Given:
        """Return what *value* of fact *name*, as ``read_fact`` has read it, adds to a posting.

        Args:
            name: of the fact.
            value: what it holds.
            part: what it adds to the make-up.
        """
        own = getattr(self._common, name)
        if name in _CHOICES:
            return Given(value, True, 0, part)
        if is_given(value):
            follows = (
                says_guide(value)
                or name in _NAMED
                or (isinstance(value, CaseloadRange) and not value.unit)
            )
            return Given(value, None if follows else True, self._signals.of_one(name, value), part)
        # What says that there is nothing, where all others have something, is no absence.
        return Given(value, None if value is not own and is_given(own) else False, 0, part)

    def posting(self, given: Sequence[Given]) -> Posting | None:
        """Return the posting of these values, one for each of ``names``; nothing where it is made alone.

        Raises:
            InputError: a choice names something that the catalog does not have.
        """
        base = self._base(given)
        facts = base.begun.another()
        bits, absent = base.bits, base.absent
        for place, number, write in self._differing:
            one = given[place]
            if one.is_given:
                write(facts, one.value)
                bits |= one.bits
            elif one.is_given is None:
                return None
            else:
                value, own = absent[number]
                write(facts, value)
                bits |= own
        if contradictions(facts):
            return None
        bits |= self._signals.of_several(facts, self._looking)
        return posting_on(facts, base.completion, self._catalog, bits, self._signals)

    def _base(self, given: Sequence[Given]) -> _Base:
        setting, tier, role, license, education, qualifications = [
            getattr(self._common, name) if place is None else given[place].value
            for name, place in self._chosen
        ]
        is_otherwise = self._asks and asks_otherwise(
            license, education, qualifications, self._catalog
        )
        key = setting, tier, role, is_otherwise
        found = self._bases.get(key)
        if found is None:
            if len(self._bases) >= _MOST_BASES:
                self._bases.clear()
            found = self._bases[key] = self._made(
                setting, tier, role, (license, education, qualifications)
            )
        return found

    def _made(self, setting: Any, tier: Any, role: Any, asking: Sequence[Any]) -> _Base:
        chosen = {"setting": setting, "tier": tier, "role": role}
        asked = dict(zip(_ASKING, asking))
        requisition = replaced(self._common, chosen)
        # Refuses names that the catalog does not have.
        effective_requisition(requisition, self._catalog)
        completion = completion_of(replaced(requisition, asked), self._catalog)
        facts = completion.of(requisition)
        differing = set(self._names_differing)
        bits_of = self._signals.by_fact(facts)
        settled = [one for name, one in bits_of.items() if name not in differing]
        bits = reduce(or_, settled, self._signals.of_several(facts, self._settled))
        absent = [(getattr(facts, one), bits_of.get(one, 0)) for one in self._names_differing]
        return _Base(Begun(facts, differing), completion, bits, absent)
