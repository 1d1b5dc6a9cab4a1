"""Which items may stand for the choices of a job; what they wait for besides is looked at row by row.

Choices are few and facts are many: what follows from the choices alone is found out once for each.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from weakref import WeakKeyDictionary

from casemgr_jd.builder.chosen import Chosen
from casemgr_jd.builder.effective import modules_of_settings, without_license
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.condition import Choices
from casemgr_jd.model.item import Item
from casemgr_jd.model.setting import Role
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.model.traits import TRAITS

__all__ = ["DUTIES", "Candidate", "Candidates", "candidates"]

DUTIES = "responsibilities"
_MOST_CHOICES = 1024
_COLORS_A_SENTENCE = ("employer", "tools", "measures")
"""Groups of fields that color a sentence and do not make it one about this job."""
_UNLICENSED = "unlicensed"


class Candidate:
    """An item that stands unless facts speak against it, in the words for its role."""

    __slots__ = ("chosen", "is_bound", "item", "slots", "text", "told_by", "wanted")

    def __init__(
        self, item: Item, text: Text, form: str, slots: tuple[Slot, ...], names_only: frozenset[str]
    ) -> None:
        self.item: Item = item
        self.text: Text = text
        self.slots: tuple[Slot, ...] = slots
        """The slots of the words."""
        self.told_by: frozenset[str] = frozenset(
            (item.condition, *(slot.field for slot in slots))
        ) - {""}
        """Requisition fields that the words tell."""
        self.wanted: frozenset[str] = frozenset(item.when.filled)
        """Requisition fields that must be given."""
        when = item.when
        self.is_bound: bool = bool(when.traits or when.lacks or when.blank or when.place)
        """Whether facts other than what is given may speak against it."""
        told = tuple(dict.fromkeys(TRAITS[one].field for one in when.traits if one in TRAITS))
        made = item.form or form
        is_true_of_any = not told and not item.condition and names_only.issuperset(text.slots)
        self.chosen: Chosen = Chosen(
            *(item.id, text, item.label, item.priority, made, item.states, told, item.unsaid),
            is_true_of_any,
        )
        """How it stands, where law has no other words and all that it states is new."""


class Candidates(NamedTuple):
    """What may stand for some choices, by the id of its section plan."""

    of_job: Mapping[str, tuple[tuple[Candidate, ...], ...]]
    """What role, settings and tier bring, one group for each: the nearest first."""
    common: Mapping[str, tuple[Candidate, ...]]
    """What stands in postings of any job."""


@lru_cache(maxsize=_MOST_CHOICES)
def candidates(catalog: Catalog, edition: str, choices: Choices) -> Candidates:
    """Return what may stand in *edition* of a posting for a job of these choices."""
    return _Finder(catalog, edition, choices).candidates()


class _Finder:
    def __init__(self, catalog: Catalog, edition: str, choices: Choices) -> None:
        self._catalog = catalog
        self._edition = edition
        self._choices = choices
        self._role: Role = catalog.role(choices.role)
        if choices.group == _UNLICENSED and self._role.license_required:
            # The employer asks for no license of this role: its duties are those without one.
            self._role = without_license(self._role)
        self._slots = {slot.id: slot for slot in catalog.slots}
        self._names_only = frozenset(
            plan.slot for plan in catalog.fields if plan.group in _COLORS_A_SENTENCE
        )
        self._made = _made.setdefault(catalog, {})

    def candidates(self) -> Candidates:
        """Return what may stand, section by section."""
        plans = self._catalog.sections
        groups = list(self._groups())
        of_job = {
            plan.id: tuple(
                tuple(self._fitting(_of(plan.id, items, home), plan.form)) for items, home in groups
            )
            for plan in plans
        }
        common = {plan.id: tuple(self._fitting(plan.items, plan.form)) for plan in plans}
        return Candidates(of_job, common)

    def _groups(self) -> Iterator[tuple[Iterable[Item], str]]:
        """Yield the items of the role, the settings and the tier, with the section they belong to."""
        core = self._role.core
        yield core, DUTIES
        modules = modules_of_settings(self._choices.setting, self._catalog)
        for day in [module.items for module in modules] or [self._catalog.general]:
            yield [one for one in day if not core or self._role.id in one.when.role], DUTIES
        if self._choices.tier:
            yield self._catalog.tier(self._choices.tier).scope, "level"

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
        found = self._made.get(key)
        if found is None:
            slots = tuple(
                self._slots.get(one) or Slot(one, one, field="extra") for one in text.slots
            )
            found = self._made[key] = Candidate(item, text, form, slots, self._names_only)
        return found


_made: "WeakKeyDictionary[Catalog, dict[tuple[int, int, str], Candidate]]" = WeakKeyDictionary()


def _of(section: str, items: Iterable[Item], home: str) -> Iterator[Item]:
    """Yield the items for *section*; an item that names none belongs to *home*."""
    return (one for one in items if (one.section or home) == section)
