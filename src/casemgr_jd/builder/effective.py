"""The facts of a posting: what was asked for, with what role, tier and setting add to it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.requisition import GUIDE, Requisition
from casemgr_jd.model.setting import Role, SettingModule

__all__ = [
    "DEFAULT_ROLE",
    "adopted_values",
    "effective_requisition",
    "has_fieldwork",
    "measures_of",
    "modules_of",
    "name_problems",
]

DEFAULT_ROLE = "case_manager"
_GENERAL_POPULATION = ("patients", "clients", "members")


def effective_requisition(requisition: Requisition, catalog: Catalog) -> Requisition:
    """Return *requisition* with what its choices mean: role, tier and setting, and what it adopts.

    A role brings its license, a tier its years, a setting its word for the people served. What the guide
    offers as an example is taken over only where the requisition says ``"guide"``.

    Raises:
        InputError: it names a setting, tier, role or own slot that the catalog does not have, or adopts
            what the guide has nothing to offer for.
    """
    problems = name_problems(requisition, catalog)
    if problems:
        raise InputError(problems)
    role = catalog.role(requisition.role or DEFAULT_ROLE)
    defaults: dict[str, Any] = {"role": role.id}
    if requisition.tier:
        defaults["tier"] = catalog.tier(requisition.tier).id
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
    if isinstance(requisition.caseload, CaseloadRange):
        defaults["caseload"] = _with_unit(requisition, requisition.caseload, catalog)
    return evolve(requisition, **defaults, **_adopted(requisition, role, catalog))


def _of_tier(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    experience = catalog.tier(requisition.tier).experience if requisition.tier else None
    return {"experience_years": experience} if experience else {}


def _of_settings(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    modules = [catalog.setting(one) for one in requisition.setting]
    if not modules:
        return {"population": _GENERAL_POPULATION}
    return {
        "population": tuple(dict.fromkeys(module.population for module in modules)),
        "setting_name": tuple(dict.fromkeys(module.noun for module in modules)),
    }


def _title(requisition: Requisition, catalog: Catalog, role_title: str) -> str:
    if not requisition.tier:
        return role_title
    tier = catalog.tier(requisition.tier)
    # "mid" is the same tier without its word in the title.
    prefix = tier.title_prefix if snake(requisition.tier) == tier.id else ""
    return f"{prefix} {role_title}".strip()


def _with_unit(requisition: Requisition, given: CaseloadRange, catalog: Catalog) -> CaseloadRange:
    guides = [module.caseload for module in modules_of(requisition, catalog) if module.caseload]
    unit = guides[0].unit if guides else "clients"
    basis = guides[0].basis if guides else ""
    return evolve(given, unit=given.unit or unit, basis=given.basis or basis)


def _adopted(requisition: Requisition, role: Role, catalog: Catalog) -> Mapping[str, Any]:
    """Return the fields that say ``"guide"``, each with what the guide offers for it."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for plan in catalog.fields:
        if getattr(requisition, plan.name, None) not in ((GUIDE,), GUIDE):
            continue
        values = adopted_values(plan.name, requisition, role, catalog) or plan.adopts
        if values:
            found[plan.name] = values
        elif plan.name != "caseload" or not _has_caseload(requisition, role, catalog):
            hint = "choose a setting, or give your own" if plan.adopt else "give your own"
            problems.append(Problem(plan.name, "has nothing to take over from the guide", hint))
    if problems:
        raise InputError(problems)
    return found


def adopted_values(
    field: str, requisition: Requisition, role: Role, catalog: Catalog
) -> tuple[str, ...]:
    """Return what ``"guide"`` stands for where it follows from setting and role; empty elsewhere."""
    if field == "experience_area":
        own = role.defaults.get(field, ())
        areas = (catalog.setting(one).defaults.get(field, ()) for one in requisition.setting)
        return own or tuple(dict.fromkeys(area for group in areas for area in group))
    if field == "measures":
        return measures_of(requisition, role, catalog)
    return ()


def measures_of(requisition: Requisition, role: Role, catalog: Catalog) -> tuple[str, ...]:
    """Return ids of the guide's measures for a job: those of its settings that fit its role."""
    modules = modules_of(requisition, catalog)
    of_settings = [kpi.id for module in modules for kpi in module.kpis]
    if not role.measures:
        return tuple(dict.fromkeys(of_settings))
    fitting = [one for one in of_settings if one in role.measures]
    return tuple(dict.fromkeys(fitting or of_settings))


def _has_caseload(requisition: Requisition, role: Role, catalog: Catalog) -> bool:
    # The guide's ranges are those of a case manager; a role of another kind does not promise them.
    return role.caseload and any(module.caseload for module in modules_of(requisition, catalog))


def modules_of(requisition: Requisition, catalog: Catalog) -> tuple[SettingModule, ...]:
    """Return the modules of the chosen settings; a niche tells a day of its own.

    A niche without caseload or measures of its own has those of the module that it belongs to.
    """
    return tuple(_complete(catalog.setting(name), catalog) for name in requisition.setting)


def _complete(module: SettingModule, catalog: Catalog) -> SettingModule:
    if not module.parent or (module.caseload and module.kpis):
        return module
    parent = catalog.setting(module.parent)
    if not (parent.caseload or parent.kpis):
        return module
    return evolve(
        module, caseload=module.caseload or parent.caseload, kpis=module.kpis or parent.kpis
    )


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
        "tier": list(_tier_names(catalog)),
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


def _tier_names(catalog: Catalog) -> Iterator[str]:
    for tier in catalog.tiers:
        yield tier.id
        yield from tier.also_called


def _hint(kind: str, name: str, known: list[str]) -> str:
    if kind == "extra" and not known:
        return "an overlay declares such slots; none does"
    guess = did_you_mean(name, known)
    return f"{guess} One of: {', '.join(known)}" if guess else f"one of: {', '.join(known)}"
