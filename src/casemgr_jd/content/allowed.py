"""The names that may stand for a requisition field, where no words of an employer's own may."""

from collections.abc import Iterable
from enum import Enum
from typing import Any, get_args

from attrs import fields_dict

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.requisition import Requisition

__all__ = ["allowed", "members"]


def allowed(plan: FieldPlan, catalog: Catalog) -> tuple[str, ...]:
    """Return the only names that may stand; empty where an employer's own words may."""
    listed: dict[str, Iterable[Any]] = {
        "setting": catalog.settings,
        "tier": catalog.tiers,
        "role": catalog.roles,
    }
    if plan.name in listed:
        return tuple(one.id for one in listed[plan.name])
    return tuple(str(one.value) for one in members(plan))


def members(plan: FieldPlan) -> Iterable[Enum]:
    """Return the members of the choice that a field is, where it is one."""
    known = fields_dict(Requisition)
    kinds = get_args(known[plan.name].type) if plan.name in known else ()
    return next((one for one in kinds if isinstance(one, type) and issubclass(one, Enum)), ())
