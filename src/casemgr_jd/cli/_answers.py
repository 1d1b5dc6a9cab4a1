"""The facts that ``casemgr-jd new`` asks for: their words, and how an answer or an option is read."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, get_origin

from attrs import fields_dict

from casemgr_jd.builder.effective import name_problems
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import Edition, EmploymentType, FlsaStatus, WorkModel
from casemgr_jd.model.requisition import Requisition

__all__ = ["FIXED", "TIPS", "WORDS", "choices", "is_list", "read_answer", "read_option"]

WORDS = {
    "setting": "Practice setting",
    "tier": "Seniority tier",
    "role": "Role",
    "edition": "Edition",
    "title": "Title of the posting, if not the role's",
    "organization": "Name of the employer",
    "requisition_id": "Requisition ID",
    "locations": "City and state, such as Denver, CO",
    "work_model": "Work model",
    "remote_states": "States where a remote worker may live",
    "employment_type": "Employment type",
    "pay": "Pay range, such as 72000-92000, or one rate",
    "per": "Period of the pay",
    "flsa_status": "FLSA status",
    "license": "License, any one of which is enough",
    "education": "Education, any one of which is enough",
    "experience_years": "Years of experience, such as 1-2 or 3+",
    "experience_area": "Area of experience",
    "criteria_tool": "Utilization criteria",
    "travel_percent": "Percent of travel, such as 0-20",
    "region": "Region traveled, such as the Front Range",
    "shift": "Shift",
    "rotation": "Rotation",
    "on_call": "On-call expectations",
    "physical_demands": "Physical demands, each starting with a verb",
    "manager": "Title of the manager",
    "emr": "EMR or EHR",
    "cm_platform": "Case management platform",
    "payer_portal": "Payer portal",
    "benefits": "Benefits that are offered",
    "differentials": "Differentials and bonuses",
    "other_compensation": "Other compensation, such as bonus eligibility",
    "apply_url": "Link to apply",
    "accommodation_contact": "Contact for accommodation requests",
    "posted_on": "Date of the posting, such as 2026-11-20",
    "closing_date": "Closing date, such as 2026-12-31, or ongoing",
    "interview_mode": "Interview mode",
    "accreditor": "Accrediting body",
    "employees": "Headcount of the employer",
}
"""Each fact that an option or a question gives, with the words that ask for it."""

TIPS = {
    "setting": "Name one or more; the posting takes the duties and measures of each.",
    "tier": "The tier adds the scope at its level and the years of experience.",
    "employees": "Some laws begin at a headcount; left out, every law is taken to apply.",
}
"""Advice on facts that no slot has a hint for."""

FIXED = {
    "work_model": tuple(str(one.value) for one in WorkModel),
    "employment_type": tuple(str(one.value) for one in EmploymentType),
    "flsa_status": tuple(str(one.value) for one in FlsaStatus),
    "edition": tuple(str(one.value) for one in Edition),
    "per": ("year", "hour"),
}
"""The facts that take one of a few names, with those names."""
_LEAVE_OUT = "-"
_RANGE = re.compile(r"(\d+)\s*(?:[-–]|to)\s*(\d+)\s*(\+?)")


def is_list(field: str) -> bool:
    """Tell whether a fact takes several values.

    >>> is_list("shift"), is_list("manager")
    (True, False)
    """
    known = fields_dict(Requisition)
    return field in known and get_origin(known[field].type) is tuple


def choices(field: str, catalog: Catalog) -> tuple[str, ...]:
    """Return what may be answered, or what is suggested; empty where anything may be said."""
    listed = {
        "setting": [one.id for one in catalog.settings],
        "tier": [one.id for one in catalog.tiers],
        "role": [one.id for one in catalog.roles],
    }
    if field in listed:
        return tuple(listed[field])
    if field in FIXED:
        return FIXED[field]
    slots = {slot.field: slot.options for slot in catalog.slots if slot.field != "extra"}
    return () if field in ("experience_years", "travel_percent") else slots.get(field, ())


def read_answer(
    field: str, said: str, facts: Mapping[str, Any], catalog: Catalog
) -> dict[str, Any]:
    """Return the facts that an answer gives; nothing for an answer that leaves the fact out.

    A number stands for the option of that number; several values are separated with commas.

    Raises:
        InputError: the answer cannot be used; says why.
    """
    if said in ("", _LEAVE_OUT):
        return {}
    separator = ";" if field == "locations" else ","
    parts = said.split(separator) if is_list(field) else [said]
    offered = choices(field, catalog)
    return _checked(field, [_chosen(one.strip(), offered) for one in parts], facts, catalog)


def read_option(
    field: str, given: Iterable[str], facts: Mapping[str, Any], catalog: Catalog
) -> dict[str, Any]:
    """Return the facts that an option of the command gives, once or several times.

    Raises:
        InputError: the value cannot be used; says why.
    """
    return _checked(field, [one.strip() for one in given], facts, catalog)


def _chosen(said: str, offered: tuple[str, ...]) -> str:
    if said.isdecimal() and 1 <= int(said) <= len(offered):
        return offered[int(said) - 1]
    return said


def _checked(
    field: str, values: list[str], facts: Mapping[str, Any], catalog: Catalog
) -> dict[str, Any]:
    found = _read(field, [one for one in values if one], facts)
    made = Requisition(**{**facts, **found})
    problems = [one for one in name_problems(made, catalog) if one.path in found]
    if problems:
        raise InputError(problems)
    return found


def _read(field: str, values: list[str], facts: Mapping[str, Any]) -> dict[str, Any]:
    if not values:
        return {}
    if field == "locations":
        return {"locations": [_location(one) for one in values]}
    if field == "pay":
        return {"pay": _pay(values[0], facts)}
    if field == "per":
        if not facts.get("pay"):
            raise InputError([Problem("per", "stands without pay", "give the pay too")])
        return {"pay": {**facts["pay"], "per": values[0].lower()}}
    if field in ("travel_percent", "experience_years"):
        return {field: _span(field, values[0])}
    if field == "employees":
        plain = values[0].replace(",", "")
        return {field: int(plain) if plain.isdecimal() else values[0]}
    return {field: values if is_list(field) else values[0]}


def _location(said: str) -> dict[str, str]:
    city, comma, state = said.rpartition(",")
    if not comma or not state.strip() or not city.strip(" ,"):
        raise InputError([Problem("locations", f"names no state: {said!r}", "like Denver, CO")])
    return {"city": city.strip(), "state": state.strip()}


def _pay(said: str, facts: Mapping[str, Any]) -> dict[str, Any]:
    plain = said.replace("$", "").replace(",", "").replace("–", "-")
    figures = [one.strip() for one in plain.split("-")]
    try:
        amounts = [float(one) for one in figures]
    except ValueError:
        reason = f"is not an amount or a range: {said!r}"
        raise InputError([Problem("pay", reason, "like 72000-92000, or 41.50")]) from None
    if len(amounts) > 2:
        raise InputError([Problem("pay", f"has more than two ends: {said!r}", "like 72000-92000")])
    per = (facts.get("pay") or {}).get("per", "year")
    low, high = amounts[0], amounts[-1]
    ends = {"minimum": low, "maximum": high} if len(amounts) == 2 else {"rate": low}
    return {**ends, "per": per}


def _span(field: str, said: str) -> Any:
    """Read ``20``, ``0-20``, ``3+`` or ``3-5+`` with or without its unit."""
    plain = re.sub(r"\s*(%|percent|years?|yrs?)\s*$", "", said.strip().lower())
    both = _RANGE.fullmatch(plain)
    if both and field == "experience_years":
        low, high, more = int(both[1]), int(both[2]), bool(both[3])
        return {"minimum": low, "maximum": high, "or_more": more}
    if both and not both[3]:
        return [int(both[1]), int(both[2])]
    single = plain.removesuffix("+") if field == "experience_years" else plain
    if single.isdecimal():
        return int(single)
    hint = "like 1-2 or 3+" if field == "experience_years" else "like 0-20"
    raise InputError([Problem(field, f"is not a range: {said!r}", hint)])
