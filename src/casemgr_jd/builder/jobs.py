"""What follows from the choices of a job alone: its settings' modules, its role, what may stand for it."""

from collections.abc import Container, Hashable, Mapping
from itertools import chain
from typing import TypeAlias
from weakref import WeakKeyDictionary

from casemgr_jd._pause import collector_paused
from casemgr_jd.builder.candidates import Candidates, Groups, candidates, signals_of, stretch_of
from casemgr_jd.builder.chosen import DUTIES, LEADS, MEASURES, OPENING
from casemgr_jd.builder.effective import group_asked, has_fieldwork, modules_of, role_in
from casemgr_jd.builder.groups import NOTHING, Outcome, Stretch
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.signals import Signals
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry
from casemgr_jd.law import SECTIONS_OF_LAW
from casemgr_jd.model.condition import Situation
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role, SettingModule
from casemgr_jd.model.title_traits import names_other_license, titled_order
from casemgr_jd.model.traits import ASSUMED, traits_of

__all__ = ["Job", "job_of"]

_MOST_REMEMBERED = 512
_Plan: TypeAlias = tuple[str, str, int, Stretch | None]


class Job:
    """A job of some choices.

    Args:
        requisition: one that makes them.
        catalog: the content.
        edition: the edition that is wanted.
        years: the least years that it asks for, where conditions compare them.
    """

    def __init__(
        self, requisition: Requisition, catalog: Catalog, edition: str, years: int | None
    ) -> None:
        self.modules: tuple[SettingModule, ...] = modules_of(requisition, catalog)
        self.group: str = group_asked(requisition, catalog)
        self.role: Role = role_in(self.group, requisition.role or "", catalog)
        self.fieldwork: bool = has_fieldwork(requisition, self.modules)
        self.traits: frozenset[str] = _assumed(requisition, self.role)
        """The traits that follow from the choices."""
        choices = Situation(requisition, self.fieldwork, group=self.group).choices
        chosen = choices._replace(years=years)
        self.candidates: Candidates = candidates(
            catalog, edition, chosen, titled_order(requisition.title)
        )
        fitting = [one for one in catalog.entries if one.section and one.when.suits(chosen)]
        self.entries: Mapping[str, tuple[Entry, ...]] = {
            section: tuple(one for one in fitting if one.section == section)
            for section in dict.fromkeys(one.section for one in fitting)
        }
        """The advice that a section may take, by its id."""
        self.sections: tuple[_Plan, ...]
        """Each section: its id and form, its first place, and its groups where it holds nothing besides."""
        self.places: Mapping[str, slice]
        """Where the outcomes of a section stand; what law wants stands at the end of its own."""
        self.sections, self.places = self._placed(catalog)
        self.speaking: tuple[_Plan, ...] = tuple(
            one for one in self.sections if one[3] is None or one[3].groups
        )
        """Those of them in which anything may stand that no fact brings by itself."""
        self.speaks_in: frozenset[str] = frozenset(one[0] for one in self.speaking)
        """The ids of these."""
        self.nothing: list[Outcome] = [NOTHING] * max(
            (one.stop for one in self.places.values()), default=0
        )
        """An outcome for each place, as long as nothing stands."""
        needed = (plan.name for plan in catalog.fields if plan.need == "needed")
        self.needed: frozenset[str] = frozenset(needed)
        """The fields whose blanks show where nothing is given, wherever the job is."""
        signals = signals_of(catalog)
        self.bits: int = signals.bits("trait", self.traits) | signals.bits("needed", self.needed)
        """Those of what candidates look at that follow from the choices."""

    def _placed(self, catalog: Catalog) -> "tuple[tuple[_Plan, ...], Mapping[str, slice]]":
        sections: list[_Plan] = []
        places: dict[str, slice] = {}
        start = 0
        for plan in catalog.sections:
            groups = self._plain(plan.id)
            whole = None if groups is None else stretch_of(catalog, groups)
            sections.append((plan.id, plan.form, start, whole))
            end = start + 1 + (plan.id in SECTIONS_OF_LAW)
            places[plan.id] = slice(start, end)
            start = end
        return tuple(sections), places

    def _plain(self, section: str) -> Groups | None:
        if len(self.modules) > 1 and section in (OPENING, DUTIES):
            return None
        common = self.candidates.common[section]
        if section == MEASURES:
            leads = [one.chosen.form == LEADS for group in common for one in group.candidates]
            if leads != sorted(leads):
                return None
        return tuple(chain(*self.candidates.of_job[section], common))

    def situation(self, requisition: Requisition, catalog: Catalog, lawful: Lawful) -> Situation:
        """Return what conditions look at for a requisition of this job."""
        places = catalog.places_of(requisition.locations)
        traits = traits_of(requisition) | lawful.traits | self.traits
        return Situation(requisition, self.fieldwork, places, self.group, traits)


def job_of(
    requisition: Requisition, catalog: Catalog, edition: str, compared: Container[str]
) -> Job:
    """Return the job that a requisition speaks of; shared by those that make the same choices.

    Args:
        requisition: the facts.
        catalog: the content.
        edition: the edition that is wanted.
        compared: the facts whose value conditions compare.
    """
    asked = requisition.experience_years if "experience_years" in compared else None
    years = asked.minimum if asked else None
    key = (
        edition,
        requisition.setting,
        requisition.tier,
        requisition.role,
        requisition.license,
        requisition.fieldwork,
        requisition.work_model,
        bool(requisition.performance_line),
        titled_order(requisition.title),
        years,
    )
    known = _known.setdefault(signals_of(catalog), {})
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        # All that is found out for it stays.
        with collector_paused():
            found = known[key] = Job(requisition, catalog, edition, years)
    return found


_known: "WeakKeyDictionary[Signals, dict[Hashable, Job]]" = WeakKeyDictionary()


def _assumed(requisition: Requisition, role: Role) -> frozenset[str]:
    """Return a trait where the license is the role's, and a state or the title may call for another one."""
    license = role.defaults.get("license")
    is_named = any(one in role.title.split() for one in license or ())
    is_sure = is_named and not names_other_license(requisition.title)
    is_assumed = bool(license) and requisition.license == license and not is_sure
    return frozenset({ASSUMED} if is_assumed else ())
