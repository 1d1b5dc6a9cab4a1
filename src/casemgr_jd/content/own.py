"""Settings, tiers and roles that a program gives as values: laid over a catalog, as a file's tables are."""

from collections.abc import Iterable
from typing import Protocol, TypeAlias, TypeVar

from casemgr_jd._attrs import evolve
from casemgr_jd.model.measures import KPI, CaseloadRange
from casemgr_jd.model.setting import Role, SeniorityTier, SettingModule

__all__ = ["Own", "caseloads_of", "kpi_sets_of", "laid_over", "whole"]

Own: TypeAlias = SettingModule | SeniorityTier | Role


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Identified)
KpiSet: TypeAlias = tuple[str, str, tuple[KPI, ...]]


def laid_over(base: tuple[T, ...], own: Iterable[T]) -> tuple[T, ...]:
    """Return *base* with *own* over it: the same id replaces, a new id adds."""
    found = {one.id: one for one in base}
    found.update({one.id: one for one in own})
    return tuple(found.values())


def whole(module: SettingModule) -> SettingModule:
    """Return a setting whose caseload says of which setting it is typical, and bears an id."""
    if module.caseload is None:
        return module
    name = module.caseload.id or f"caseload.{module.id}"
    return evolve(module, caseload=evolve(module.caseload, id=name, setting=module.id))


def caseloads_of(
    base: tuple[CaseloadRange, ...], own: Iterable[SettingModule]
) -> tuple[CaseloadRange, ...]:
    """Return the caseloads of a catalog with those of own settings."""
    modules = tuple(own)
    replaced = {one.id for one in modules}
    kept = tuple(one for one in base if one.setting not in replaced)
    return (*kept, *(one.caseload for one in modules if one.caseload is not None))


def kpi_sets_of(base: tuple[KpiSet, ...], own: Iterable[SettingModule]) -> tuple[KpiSet, ...]:
    """Return the sets of measures of a catalog with those of own settings.

    A measure that a set of the guide holds stays in it, in the words of the own setting.
    """
    modules = tuple(own)
    worded = {kpi.id: kpi for one in modules for kpi in one.kpis}
    kept = tuple(
        (name, setting, tuple(worded.get(kpi.id, kpi) for kpi in kpis))
        for name, setting, kpis in base
    )
    known = {kpi.id for _, _, kpis in base for kpi in kpis}
    added = (
        (f"kpi.{one.id}.own", one.id, tuple(kpi for kpi in one.kpis if kpi.id not in known))
        for one in modules
    )
    return (*kept, *(one for one in added if one[2]))
