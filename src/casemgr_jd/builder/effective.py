"""The facts of a posting: what was asked for, with what role, tier and setting add to it."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from casemgr_jd._names import did_you_mean
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import SettingModule

__all__ = [
    "DEFAULT_ROLE",
    "effective_requisition",
    "has_fieldwork",
    "modules_of",
    "name_problems",
]

DEFAULT_ROLE = "case_manager"
_GENERAL_POPULATION = ("patients", "clients", "members")


def effective_requisition(requisition: Requisition, catalog: Catalog) -> Requisition:
    """Return *requisition* with each blank filled from role, then tier, then setting.

    Raises:
        InputError: it names a setting, tier, role or own slot that the catalog does not have.
    """
    problems = name_problems(requisition, catalog)
    if problems:
        raise InputError(problems)
    role = catalog.role(requisition.role or DEFAULT_ROLE)
    defaults: dict[str, Any] = {"role": role.id}
    for source in (
        dict(role.defaults),
        _of_tier(requisition, catalog),
        _of_settings(requisition, catalog),
    ):
        for name, value in source.items():
            if name not in defaults and not is_filled(requisition, name):
                defaults[name] = value
    if not requisition.title:
        defaults["title"] = _title(requisition, catalog, role.title)
    if requisition.caseload is not None:
        defaults["caseload"] = _with_unit(requisition, catalog)
    return evolve(requisition, **defaults)


def _of_tier(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    experience = catalog.tier(requisition.tier).experience if requisition.tier else None
    return {"experience_years": experience} if experience else {}


def _of_settings(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    modules = [catalog.setting(one) for one in requisition.setting]
    if not modules:
        return {}
    found: dict[str, Any] = {
        "population": tuple(dict.fromkeys(module.population for module in modules)),
        "setting_name": tuple(dict.fromkeys(module.noun for module in modules)),
    }
    for module in modules:
        for name, value in module.defaults.items():
            found[name] = (*found.get(name, ()), *value) if isinstance(value, tuple) else value
    return found


def _title(requisition: Requisition, catalog: Catalog, role_title: str) -> str:
    prefix = catalog.tier(requisition.tier).title_prefix if requisition.tier else ""
    return f"{prefix} {role_title}".strip()


def _with_unit(requisition: Requisition, catalog: Catalog) -> Any:
    guides = [module.caseload for module in modules_of(requisition, catalog) if module.caseload]
    unit = guides[0].unit if guides else "clients"
    basis = guides[0].basis if guides else "caseload"
    given = requisition.caseload
    return evolve(given, unit=given.unit or unit, basis=given.basis or basis) if given else None


def modules_of(requisition: Requisition, catalog: Catalog) -> tuple[SettingModule, ...]:
    """Return the modules that a posting takes items from: each setting with its niches or parent."""
    found: dict[str, SettingModule] = {}
    for name in requisition.setting:
        module = catalog.setting(name)
        family = (module, *catalog.niches(module))
        if module.parent:
            family = (module, catalog.setting(module.parent))
        found |= {one.id: one for one in family if one.id not in found}
    return tuple(found.values())


def has_fieldwork(requisition: Requisition, modules: Iterable[SettingModule]) -> bool:
    """Tell whether the job includes visits: as given, else by work model and setting."""
    if requisition.fieldwork is not None:
        return requisition.fieldwork
    if requisition.work_model is WorkModel.FIELD:
        return True
    away = requisition.work_model is not WorkModel.REMOTE
    return away and any(module.fieldwork for module in modules)


def name_problems(requisition: Requisition, catalog: Catalog) -> list[Problem]:
    """Return what *requisition* names and *catalog* does not have, each with the nearest name."""
    known = {
        "setting": [module.id for module in catalog.settings],
        "tier": [tier.id for tier in catalog.tiers],
        "role": [role.id for role in catalog.roles],
        "extra": [slot.id for slot in catalog.slots if slot.field == "extra"],
    }
    given = {
        "setting": requisition.setting,
        "tier": (requisition.tier,) if requisition.tier else (),
        "role": (requisition.role,) if requisition.role else (),
        "extra": tuple(requisition.extra),
    }
    return [
        Problem(kind, f"{name!r} is not known", _hint(kind, name, known[kind]))
        for kind, names in given.items()
        for name in names
        if name not in known[kind]
    ]


def _hint(kind: str, name: str, known: list[str]) -> str:
    if kind == "extra" and not known:
        return "an overlay declares such slots; none does"
    guess = did_you_mean(name, known)
    return f"{guess} One of: {', '.join(known)}" if guess else f"one of: {', '.join(known)}"
