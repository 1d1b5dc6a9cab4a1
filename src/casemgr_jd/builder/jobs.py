"""What follows from the choices of a job alone: its settings' modules, its role, what may stand for it."""

from collections.abc import Hashable, Mapping
from functools import lru_cache
from itertools import chain
from weakref import WeakKeyDictionary

from casemgr_jd.builder.candidates import (
    DUTIES,
    Candidates,
    Groups,
    candidates,
    signals_of,
    signals_set,
)
from casemgr_jd.builder.effective import has_fieldwork, modules_of, role_asked
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.signals import Signals
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry
from casemgr_jd.model.condition import Situation
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role, SettingModule
from casemgr_jd.model.traits import ASSUMED, traits_of

__all__ = ["MEASURES", "OPENING", "Job", "entries_of", "job_of"]

OPENING = "summary"
MEASURES = "measures"
_MOST_REMEMBERED = 1024


class Job:
    """A job of some choices.

    Args:
        requisition: one that makes them.
        catalog: the content.
        edition: the edition that is wanted.
    """

    def __init__(self, requisition: Requisition, catalog: Catalog, edition: str) -> None:
        self.modules: tuple[SettingModule, ...] = modules_of(requisition, catalog)
        self.role: Role = role_asked(requisition, catalog)
        self.fieldwork: bool = has_fieldwork(requisition, self.modules)
        self.group: str = catalog.scope.group_of(self.role, requisition.license)
        self.traits: frozenset[str] = _assumed(requisition, self.role)
        """The traits that follow from the choices."""
        chosen = Situation(requisition, self.fieldwork, group=self.group).choices
        self.candidates: Candidates = candidates(catalog, edition, chosen)
        self.one_after_the_other: Mapping[str, Groups | None] = {
            plan.id: self._plain(plan.id, catalog) for plan in catalog.sections
        }
        """The groups of each section in which nothing stands but what stands of them, in this order."""
        needed = (plan.name for plan in catalog.fields if plan.need == "needed")
        signals = signals_of(catalog)
        self._signals = signals.bits("trait", self.traits) | signals.bits("needed", needed)

    def _plain(self, section: str, catalog: Catalog) -> Groups | None:
        is_shared = len(self.modules) > 1 and section in (OPENING, DUTIES)
        common = self.candidates.common[section]
        is_sorted = section == MEASURES and bool(common)
        if is_shared or is_sorted or entries_of(catalog, section):
            return None
        return tuple(chain(*self.candidates.of_job[section], common))

    def signals(self, requisition: Requisition, catalog: Catalog) -> int:
        """Return which bits a requisition of this job sets, of what candidates look at."""
        return self._signals | signals_set(catalog, requisition)

    def situation(self, requisition: Requisition, catalog: Catalog, lawful: Lawful) -> Situation:
        """Return what conditions look at for a requisition of this job."""
        places = catalog.places_of(requisition.locations)
        traits = traits_of(requisition) | lawful.traits | self.traits
        return Situation(requisition, self.fieldwork, places, self.group, traits)


@lru_cache(maxsize=512)
def entries_of(catalog: Catalog, section: str) -> tuple[Entry, ...]:
    """Return the advice that an overlay lets stand in a section."""
    return tuple(entry for entry in catalog.entries if entry.section == section)


def job_of(requisition: Requisition, catalog: Catalog, edition: str) -> Job:
    """Return the job that a requisition speaks of; shared by those that make the same choices."""
    years = requisition.experience_years
    key = (
        edition,
        requisition.setting,
        requisition.tier,
        requisition.role,
        requisition.license,
        requisition.fieldwork,
        requisition.work_model,
        bool(requisition.performance_line),
        years.minimum if years else None,
    )
    known = _known.setdefault(signals_of(catalog), {})
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        found = known[key] = Job(requisition, catalog, edition)
    return found


_known: "WeakKeyDictionary[Signals, dict[Hashable, Job]]" = WeakKeyDictionary()


def _assumed(requisition: Requisition, role: Role) -> frozenset[str]:
    """Return a trait where the license is the role's: states give these licenses names of their own."""
    license = role.defaults.get("license")
    is_named = any(one in role.title.split() for one in license or ())
    is_assumed = bool(license) and requisition.license == license and not is_named
    return frozenset({ASSUMED} if is_assumed else ())
