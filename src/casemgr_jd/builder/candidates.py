"""Which items may stand for the choices of a job; what they wait for besides is looked at row by row.

Choices are few and facts are many: what follows from the choices alone is found out once for each.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import TypeAlias
from weakref import WeakKeyDictionary, WeakMethod

from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.answers import IsBlank, IsNotFilled
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.builder.chosen import DUTIES
from casemgr_jd.builder.effective import modules_of_settings, role_in
from casemgr_jd.builder.groups import Group, Stretch
from casemgr_jd.builder.of_catalog import of_catalog
from casemgr_jd.builder.signals import FactSignals, Signals
from casemgr_jd.builder.sources import Part, Source
from casemgr_jd.builder.trades import Titled, in_order, with_second
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import SectionPlan
from casemgr_jd.model.condition import Choices
from casemgr_jd.model.item import Item
from casemgr_jd.model.setting import Role
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.model.title_traits import TITLED_TRAITS

__all__ = [
    "Candidates",
    "Groups",
    "candidates",
    "fact_signals",
    "signals_of",
    "stretch_of",
    "titles_told",
]

_MOST_CHOICES = 512
_MOST_ASKED = 8
_COLORS_A_SENTENCE = ("employer", "tools", "measures")
"""Groups of fields that color a sentence and do not make it one about this job."""


Groups: TypeAlias = tuple[Group, ...]
"""Candidates in order, a few to a group: so few that facts which look alike to a group come again."""


class Candidates(NamedTuple):
    """What may stand for some choices, by the id of its section plan."""

    of_job: Mapping[str, tuple[Groups, ...]]
    """What each of title, role, settings and tier brings: the nearest first."""
    common: Mapping[str, Groups]
    """What stands in postings of any job."""


@lru_cache(maxsize=_MOST_CHOICES)
def candidates(catalog: Catalog, edition: str, choices: Choices, titled: Titled) -> Candidates:
    """Return what may stand in *edition* of a posting for a job of these choices.

    Args:
        catalog: the content.
        edition: the edition that is wanted.
        choices: what conditions compare.
        titled: the traits of the specialties that the title names, the leading one first.
    """
    return _Finder(catalog, edition, choices, titled).candidates()


def signals_of(catalog: Catalog) -> Signals:
    """Return the bits in which all that candidates of *catalog* look at is told."""
    return _made_of(catalog).signals


def fact_signals(catalog: Catalog, also: Callable[[Catalog], Iterable[str]]) -> FactSignals:
    """Return what tells which bits the facts of a requisition set, of all that was asked so far.

    Args:
        catalog: the content.
        also: returns fields of which it matters besides whether they are given.
    """
    made = _made_of(catalog)
    if not made.is_watching:
        deque(map(made.is_not_filled, also(catalog)), maxlen=0)
        # Hardly anything is asked later that was not asked now, or bits would be found out anew.
        deque(map(made.is_blank, catalog.slots), maxlen=0)
        made.is_watching = True
    return made.facts


def stretch_of(catalog: Catalog, groups: Groups) -> Stretch:
    """Return groups that follow each other as one, the same one each time."""
    known = _made_of(catalog).stretches
    return known.get(groups) or known.setdefault(groups, Stretch(groups))


class _Finder:
    def __init__(self, catalog: Catalog, edition: str, choices: Choices, titled: Titled) -> None:
        self._catalog = catalog
        self._edition = edition
        self._choices = choices
        self._titled = titled
        self._role: Role = role_in(choices.group, choices.role, catalog)
        self._slots = {slot.id: slot for slot in catalog.slots}
        self._names_only = frozenset(
            plan.slot for plan in catalog.fields if plan.group in _COLORS_A_SENTENCE
        )
        self._made = _made_of(catalog)

    def candidates(self) -> Candidates:
        """Return what may stand, section by section."""
        plans = self._catalog.sections
        sources = list(self._sources())
        of_job = {
            plan.id: tuple(
                [self._grouped(one.parts[plan.id], plan) for one in sources if plan.id in one.parts]
            )
            for plan in plans
        }
        common = {plan.id: self._grouped(self._made.common(plan), plan) for plan in plans}
        return Candidates(of_job, common)

    def _sources(self) -> Iterator[Source]:
        """Yield what title, role, settings and tier bring."""
        source, role = self._made.source, self._role
        yield source(self._of_title(), DUTIES)
        yield source(role.core, DUTIES)
        modules = modules_of_settings(self._choices.setting, self._catalog)
        for day in [module.items for module in modules] or [self._catalog.general]:
            yield source(day, DUTIES, role.id if role.core else None)
        if self._choices.tier:
            yield source(self._catalog.tier(self._choices.tier).scope, "level")

    def _of_title(self) -> tuple[Item, ...]:
        """Return what the title brings: the trade that leads it, and a line or two of a second one."""
        told = self._made.titled(self._catalog, self._titled)
        return self._made.once(with_second(told, self._titled, self._choices))

    def _grouped(self, part: Part, plan: SectionPlan) -> Groups:
        """Return the items that fit, in groups that look at few facts each."""
        return part.groups(
            self._edition, self._choices, lambda: self._grouped_anew(part.items, plan)
        )

    def _grouped_anew(self, items: Iterable[Item], plan: SectionPlan) -> Groups:
        echoes = self._catalog.echoes if plan.id == DUTIES else ()
        groups: list[list[Candidate]] = [[]]
        asked: set[object] = set()
        for one in self._fitting(items, plan.form):
            asks = (*one.asks, *((one.agrees,) if one.agrees else ()))
            asked.update(asks)
            if len(asked) > _MOST_ASKED and groups[-1]:
                groups.append([])
                asked = set(asks)
            groups[-1].append(one)
        return tuple(self._made.group(tuple(one), echoes) for one in groups if one)

    def _fitting(self, items: Iterable[Item], form: str) -> Iterator[Candidate]:
        for item in items:
            if item.editions and self._edition not in item.editions:
                continue
            if not item.when.suits(self._choices):
                continue
            may = not item.needs or self._catalog.scope.may(self._role, item.needs)
            text = item.text if may else item.otherwise
            if text is not None:
                yield self._candidate(item, text, form)

    def _candidate(self, item: Item, text: Text, form: str) -> Candidate:
        """Return the candidate, one and the same for all choices that have it."""
        key = id(item), id(text), form
        found = self._made.candidates.get(key)
        if found is None:
            slots = tuple(
                self._slots.get(one) or Slot(one, one, field="extra") for one in text.slots
            )
            waits_for = (
                *map(self._made.is_not_filled, item.when.filled),
                *map(self._made.is_blank, slots),
            )
            without = tuple(map(self._made.is_not_filled, item.when.blank))
            found = Candidate(item, text, form, slots, self._names_only, waits_for, without)
            self._made.candidates[key] = found
        return found


class _Made:
    """What was made for the choices of a catalog, each once."""

    def __init__(self, catalog: Catalog) -> None:
        self.signals = Signals()
        self.is_watching = False
        self.candidates: dict[tuple[int, int, str], Candidate] = {}
        self.asks: dict[object, IsNotFilled | IsBlank] = {}
        # What was made must not keep the catalog that it is found by.
        self._places_of = WeakMethod(catalog.places_of)
        self.groups: dict[tuple[tuple[Candidate, ...], tuple[str, ...]], Group] = {}
        self.stretches: dict[Groups, Stretch] = {}
        self._sources: dict[Hashable, Source] = {}
        self._common: dict[str, Part] = {}
        self._titled: dict[Titled, tuple[Item, ...]] = {}
        self._once: dict[tuple[Item, ...], tuple[Item, ...]] = {}
        self._facts: tuple[int, FactSignals | None] = (0, None)

    @property
    def facts(self) -> FactSignals:
        """What reads the bits of facts, of all that was asked so far."""
        count, found = self._facts
        if found is None or count != len(self.asks):
            asks = tuple(self.asks.values())
            found = FactSignals(asks, self.signals, self._places_of)
            self._facts = len(asks), found
        return found

    def group(self, fitting: tuple[Candidate, ...], echoes: tuple[str, ...]) -> Group:
        """Return the group of candidates, one and the same for all choices that have them."""
        found = self.groups.get((fitting, echoes))
        if found is None:
            # What the employer's own duties speak of counts for all of them.
            told = self.signals.bits("told", echoes)
            looked_at = map(self.signals.looked_at, fitting)
            found = self.groups[fitting, echoes] = Group(fitting, reduce(or_, looked_at, told))
        return found

    def once(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Return items that are the same object as any that were equal: sources are found by them."""
        if len(self._once) >= _MOST_CHOICES:
            self._once.clear()
        return self._once.setdefault(items, items)

    def titled(self, catalog: Catalog, titled: Titled) -> tuple[Item, ...]:
        """Return what titles bring that name these specialties: most titles name one of many, or none."""
        found = self._titled.get(titled)
        if found is None:
            if len(self._titled) >= _MOST_CHOICES:
                self._titled.clear()
            found = self._titled[titled] = _titled(catalog, titled)
        return found

    def source(self, items: tuple[Item, ...], home: str, only_for: str | None = None) -> Source:
        """Return items by section: all of them, or those that are for one role by its id."""
        key = id(items), home, only_for
        found = self._sources.get(key)
        if found is None:
            if len(self._sources) >= _MOST_CHOICES:
                self._sources.clear()
            some = [one for one in items if only_for is None or only_for in one.when.role]
            found = self._sources[key] = Source(some, home, by=items)
        return found

    def common(self, plan: SectionPlan) -> Part:
        """Return the items of a section plan itself."""
        return self._common.get(plan.id) or self._common.setdefault(plan.id, Part(plan.items))

    def is_not_filled(self, name: str) -> IsNotFilled | IsBlank:
        return self.asks.get(name) or self.asks.setdefault(name, IsNotFilled(name))

    def is_blank(self, slot: Slot) -> IsNotFilled | IsBlank:
        # A view of a value is blank where the value is; only what an overlay declares is told by its own id.
        asked = slot if slot.field == "extra" else (slot.base, slot.field)
        return self.asks.get(asked) or self.asks.setdefault(asked, IsBlank(slot))


def _titled(catalog: Catalog, titled: Titled) -> tuple[Item, ...]:
    told = titles_told(catalog)
    traits = frozenset[str]().union(*titled)
    if traits.isdisjoint(told) and _ANY_TITLE not in told:
        # Most titles: what there is of others is not even read.
        return ()
    others = TITLED_TRAITS - traits
    return in_order((one for one in catalog.titled if others.isdisjoint(one.when.traits)), titled)


_ANY_TITLE = ""


@of_catalog("titles_told")
def titles_told(catalog: Catalog) -> tuple[str, ...]:
    """Return the traits of titles of which a catalog tells something; an empty text for any title."""
    named = [TITLED_TRAITS.intersection(one.when.traits) or (_ANY_TITLE,) for one in catalog.titled]
    return tuple(sorted(frozenset(chain.from_iterable(named))))


_made: "WeakKeyDictionary[Catalog, _Made]" = WeakKeyDictionary()


def _made_of(catalog: Catalog) -> _Made:
    return _made.get(catalog) or _made.setdefault(catalog, _Made(catalog))
