"""The facts of a posting: what was asked for, with what role, tier and setting add to it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from casemgr_jd._attrs import evolve
from casemgr_jd._names import did_you_mean, snake
from casemgr_jd.builder.telling import spoken_of
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.scope import GENERAL, UNLICENSED
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.changes import FACTS, all_facts
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.completion import Completion, is_given
from casemgr_jd.model.requisition import GUIDE, Requisition
from casemgr_jd.model.setting import Role, SettingModule

__all__ = [
    "DEFAULT_ROLE",
    "adopted_values",
    "asks_otherwise",
    "brings_degree_and_license",
    "completion_of",
    "effective_requisition",
    "group_asked",
    "has_fieldwork",
    "measures_of",
    "modules_of",
    "modules_of_settings",
    "name_problems",
    "role_in",
]

DEFAULT_ROLE = "case_manager"
_MEASURE = "kpi."
"""What the ids of measures begin with."""
# What a role offers for it is the employer's only when the requisition adopts it.
_ADOPTED_ONLY = ("experience_area",)
_GENERAL_POPULATION = ("patients", "clients", "members")
_COUNTED = "clients"


def effective_requisition(requisition: Requisition, catalog: Catalog) -> Requisition:
    """Return *requisition* with what its choices mean: role, tier and setting, and what it adopts.

    A role brings its license, a tier its years unless it only offers them, a setting its word for the
    people served. What the guide offers as an example is taken over only where the requisition says
    ``"guide"``.

    Raises:
        InputError: it names a setting, tier, role or own slot that the catalog does not have, or adopts
            what the guide has nothing to offer for.
    """
    problems = name_problems(requisition, catalog)
    if problems:
        raise InputError(problems)
    found = completion_of(requisition, catalog)
    problems = _nothing_offered(requisition, found, catalog)
    if problems:
        raise InputError(problems)
    return found.of(requisition)


def completion_of(requisition: Requisition, catalog: Catalog) -> Completion:
    """Return what the setting, tier and role of *requisition* mean for its other facts."""
    is_otherwise = asks_otherwise(
        requisition.license, requisition.education, requisition.qualifications, catalog
    )
    return _completion(
        requisition.setting, requisition.tier, requisition.role, is_otherwise, catalog
    )


def asks_otherwise(
    license: tuple[str, ...],
    education: tuple[str, ...],
    qualifications: tuple[str, ...],
    catalog: Catalog,
) -> bool:
    """Tell whether an employer who names no license takes somebody who has none."""
    return not is_given(license) and _names_a_way_without_license(
        education, qualifications, catalog
    )


@lru_cache(maxsize=512)
def _completion(
    setting: tuple[str, ...],
    tier: str | None,
    role_name: str | None,
    is_otherwise: bool,
    catalog: Catalog,
) -> Completion:
    chosen = Requisition(setting=setting, tier=tier, role=role_name)
    role = catalog.role(role_name or DEFAULT_ROLE)
    defaults: dict[str, Any] = {}
    unsaid = _unsaid(role, is_otherwise)
    of_role = {
        key: one
        for key, one in role.defaults.items()
        if key not in _ADOPTED_ONLY and key not in unsaid
    }
    of_settings, of_tier = _of_settings(chosen, catalog), _of_tier(chosen, catalog)
    for source in (of_settings, of_role, of_tier, {"population": _GENERAL_POPULATION}):
        defaults = {**source, **defaults}
    defaults["role"] = DEFAULT_ROLE
    defaults["title"] = _title(chosen, catalog, role.title)
    guides = [module.caseload for module in modules_of(chosen, catalog) if module.caseload]
    offered: dict[str, Any] = {
        plan.name: values
        for plan in catalog.fields
        if (values := adopted_values(plan.name, chosen, role, catalog) or plan.adopts)
    }
    return Completion(
        defaults=Requisition(**defaults),
        offered=Requisition(**offered),
        unit=guides[0].unit if guides else _one_name(defaults["population"]),
        called=tier,
        tier=catalog.tier(tier).id if tier else None,
    )


def _one_name(population: tuple[str, ...]) -> str:
    """Return what the people served are called where a caseload counts them."""
    return population[0] if len(population) == 1 else _COUNTED


@lru_cache(maxsize=512)
def _names_a_way_without_license(
    education: tuple[str, ...], qualifications: tuple[str, ...], catalog: Catalog
) -> bool:
    own = (*education, *qualifications)
    return bool(own) and bool(spoken_of(own, catalog.unlicensed))


_DEGREE_AND_LICENSE = ("license", "education")


def brings_degree_and_license(role: Role) -> bool:
    """Tell whether a role brings both: then a lesser degree that the employer takes asks for no license."""
    return all(role.defaults.get(name) for name in _DEGREE_AND_LICENSE)


def _unsaid(role: Role, is_otherwise: bool) -> tuple[str, ...]:
    """Return what a role that has a degree and a license leaves unsaid: the license takes the degree."""
    if not brings_degree_and_license(role):
        return ()
    return _DEGREE_AND_LICENSE if is_otherwise else ("education",)


def _of_tier(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    years = catalog.tier(requisition.tier).brought_years if requisition.tier else None
    return {"experience_years": years} if years else {}


def _of_settings(requisition: Requisition, catalog: Catalog) -> Mapping[str, Any]:
    modules = [catalog.setting(one) for one in requisition.setting]
    if not modules:
        return {}
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


def _nothing_offered(
    requisition: Requisition, completion: Completion, catalog: Catalog
) -> list[Problem]:
    """Return a problem for each field that says ``"guide"`` where the guide has nothing to offer."""
    # As ``says_guide`` tells, without a call for each: hardly any of the ninety facts says so.
    adopted = [
        name
        for name, fact in zip(FACTS, all_facts(requisition))
        if (fact.__class__ is tuple and fact == _THE_GUIDES)
        or (fact.__class__ is str and fact == GUIDE)
    ]
    if not adopted:
        return []
    problems: list[Problem] = []
    role = catalog.role(requisition.role or DEFAULT_ROLE)
    for plan in catalog.fields:
        if plan.name not in adopted:
            continue
        if is_given(getattr(completion.offered, plan.name)):
            continue
        if plan.name != "caseload" or not _has_caseload(requisition, role, catalog):
            hint = "choose a setting, or give your own" if plan.adopt else "give your own"
            problems.append(Problem(plan.name, "has nothing to take over from the guide", hint))
    return problems


_THE_GUIDES = (GUIDE,)
"""How a list says that it takes over what the guide offers."""


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
    return modules_of_settings(requisition.setting, catalog)


@lru_cache(maxsize=512)
def modules_of_settings(settings: tuple[str, ...], catalog: Catalog) -> tuple[SettingModule, ...]:
    """Return the modules of settings by their names."""
    return tuple(_complete(catalog.setting(name), catalog) for name in settings)


def _complete(module: SettingModule, catalog: Catalog) -> SettingModule:
    if not module.parent or (module.caseload and module.kpis):
        return module
    parent = catalog.setting(module.parent)
    if not (parent.caseload or parent.kpis):
        return module
    return evolve(
        module, caseload=module.caseload or parent.caseload, kpis=module.kpis or parent.kpis
    )


def group_asked(requisition: Requisition, catalog: Catalog) -> str:
    """Return whose work a job is, by the license that the employer asks for, or that the role brings.

    *requisition* has what its choices mean.
    """
    role, licenses = catalog.role(requisition.role or ""), requisition.license
    if not licenses and (role.defaults.get("license") or not role.license_required):
        return UNLICENSED
    found = catalog.scope.group_of(licenses or role.licenses)
    # Letters of several groups, or of none that is known, widen no role that is held without a license.
    return UNLICENSED if found == GENERAL and not role.license_required else found


@lru_cache(maxsize=512)
def role_in(group: str, name: str, catalog: Catalog) -> Role:
    """Return a role as those of *group* hold it: with the duties that their license permits."""
    role = catalog.role(name)
    if group == UNLICENSED:
        return evolve(role, licenses=(), license_required=False)
    if role.license_required:
        return role
    return evolve(role, licenses=catalog.scope.licenses_of(group), license_required=True)


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
    given = {
        "setting": requisition.setting,
        "tier": (requisition.tier,) if requisition.tier else (),
        "role": (requisition.role,) if requisition.role else (),
        "extra": tuple(requisition.extra),
        # Any other text is a measure in the employer's own words.
        "measures": tuple(one for one in requisition.measures if one.startswith(_MEASURE)),
    }
    known = _names_known(catalog)
    return [
        Problem(kind, f"{name!r} is not known", _hint(kind, name, known[kind]))
        for kind, names in given.items()
        for name in names
        if name not in known[kind]
    ]


@lru_cache(maxsize=8)
def _names_known(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    return {
        "setting": tuple(module.id for module in catalog.settings),
        "tier": tuple(_tier_names(catalog)),
        "role": tuple(role.id for role in catalog.roles),
        "extra": tuple(slot.id for slot in catalog.own_slots),
        "measures": tuple(kpi.id for _, _, kpis in catalog.kpi_sets for kpi in kpis),
    }


def _tier_names(catalog: Catalog) -> Iterator[str]:
    for tier in catalog.tiers:
        yield tier.id
        yield from tier.also_called


def _hint(kind: str, name: str, known: tuple[str, ...]) -> str:
    if kind == "extra" and not known:
        return "an overlay declares such slots; none does"
    guess = did_you_mean(name, known)
    return f"{guess} One of: {', '.join(known)}" if guess else f"one of: {', '.join(known)}"
