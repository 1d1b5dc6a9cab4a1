"""The properties of a schema.org ``JobPosting``, each read as a field of a requisition or refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from typing import Any, TypeAlias

from casemgr_jd.errors import Problem
from casemgr_jd.serde._property_days import day, last_day
from casemgr_jd.serde._property_places import countries, locations, states, work_model
from casemgr_jd.serde._property_values import (
    Partly,
    Unread,
    all_of,
    constant,
    named,
    number,
    text,
    texts,
)

__all__ = ["Unread", "properties", "read_properties"]


Found: TypeAlias = dict[str, tuple[str, Any]]
Reader: TypeAlias = Callable[[Any, Mapping[str, Any]], Any]

_STRUCTURAL = {"@context", "@type", "@id", "salaryCurrency"}
_EMPLOYMENT = {
    "FULLTIME": "full_time",
    "PARTTIME": "part_time",
    "PERDIEM": "per_diem",
    "CONTRACTOR": "contract",
    "TEMPORARY": "temporary",
}
_UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
_UNIT_CODES = {"HUR": "HOUR", "DAY": "DAY", "WEE": "WEEK", "MON": "MONTH", "ANN": "YEAR"}
"""What schema.org takes as unitCode: the codes of UN/CEFACT."""
_PARTS = re.compile(r"\s*[;,]\s*")
_A_WEEK = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(?:hours|hrs\.?|hr\.?|h)"
    r"\s*(?:a|per|/|each)?\s*(?:week|wk\.?)",
    re.IGNORECASE,
)
"""The hours of a week, as a part of ``workHours`` that says nothing else."""


def read_properties(job: Mapping[str, Any]) -> tuple[Found, list[Problem]]:
    """Return what was read, by field with the property it came from, and what was not.

    >>> found, unread = read_properties({"title": "Nurse", "baseSalary": 40})
    >>> found
    {'title': ('title', 'Nurse')}
    >>> print(*unread)
    baseSalary: names no currency and no period (fill the field by hand)
    """
    found: Found = {}
    unread: list[Problem] = []
    for name, value in (*job.items(), *_inner(job)):
        if name in _STRUCTURAL or value in (None, "", [], {}):
            continue
        field, reader = _READERS.get(name, ("", _no_field))
        try:
            read = reader(value, job)
        except Unread as error:
            unread.append(Problem(name, error.reason, error.hint))
            continue
        if isinstance(read, Partly):
            unread += [Problem(name, one.reason, one.hint) for one in read.problems]
            read = read.value
        found[field] = (name, read)
    return found, unread


def _inner(job: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Return the properties inside another one that have a field of their own."""
    employer = job.get("hiringOrganization")
    site = employer.get("sameAs") if isinstance(employer, dict) else None
    reach = job.get("applicantLocationRequirements")
    return [
        ("hiringOrganization.sameAs", site),
        ("applicantLocationRequirements.country", reach),
        ("workHours.week", job.get("workHours")),
    ]


def _no_field(value: Any, job: Mapping[str, Any]) -> Any:
    raise Unread("has no field in a requisition", "add by hand what you need of it")


def _description(value: Any, job: Mapping[str, Any]) -> Any:
    raise Unread("is text, which is not taken apart", "check it as a document, or copy from it")


def _entries(value: Any, job: Mapping[str, Any]) -> list[str]:
    """Read a list of short entries, which one line may separate by semicolons."""
    parts = (one.strip() for line in texts(value, job) for one in line.split(";"))
    return [one for one in parts if one]


def _schedule(value: Any, job: Mapping[str, Any]) -> str:
    """Read days and hours in the employer's words, without the hours of a week, which have their field."""
    return "; ".join(filter(None, map(_without_week, texts(value, job))))


def _without_week(text: str) -> str:
    # Each part with the mark before it, which goes where the part goes.
    parts = re.findall(r"[;,]?[^;,]*", text)
    kept = [one for one in parts if not _A_WEEK.fullmatch(one.strip(" ;,"))]
    return "".join(kept).strip(" ;,") if len(kept) < len(parts) else text


def _hours_a_week(value: Any, job: Mapping[str, Any]) -> str:
    for line in texts(value, job):
        for part in _PARTS.split(line):
            found = _A_WEEK.fullmatch(part.strip())
            if found:
                return "–".join(filter(None, found.groups()))
    return ""


def _address(value: Any, job: Mapping[str, Any]) -> str:
    if isinstance(value, str):
        return unescape(value)
    raise Unread("is not one address")


def _identifier(value: Any, job: Mapping[str, Any]) -> str:
    given = value.get("value") if isinstance(value, dict) else value
    return (
        str(given) if isinstance(given, int) and not isinstance(given, bool) else text(given, job)
    )


def _employment(value: Any, job: Mapping[str, Any]) -> str:
    given = all_of(value)
    known = _EMPLOYMENT.get(constant(given[0])) if len(given) == 1 else None
    if known is None:
        raise Unread(f"is not one kind of employment that a requisition knows: {given}")
    return known


def _pay(value: Any, job: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(value, dict) or not isinstance(value.get("value"), dict):
        raise Unread("names no currency and no period")
    amount = value["value"]
    currency = value.get("currency") or job.get("salaryCurrency")
    unit = amount.get("unitText") or amount.get("unitCode")
    known = _UNIT_CODES.get(constant(unit), constant(unit))
    if not currency or known not in _UNITS:
        raise Unread(f"needs a currency, and one of {', '.join(_UNITS)}: {currency!r}, {unit!r}")
    ends = {"minimum": "minValue", "maximum": "maxValue", "rate": "value"}
    given = {
        ours: number(amount[theirs])
        for ours, theirs in ends.items()
        if amount.get(theirs) not in (None, "")
    }
    return {**given, "currency": currency, "per": known.lower()}


def _count(value: Any, job: Mapping[str, Any]) -> int:
    count = number(value)
    if count < 1 or count % 1:
        raise Unread(f"is no count of openings: {value!r}")
    return int(count)


def _years(value: Any, job: Mapping[str, Any]) -> int:
    months = value.get("monthsOfExperience") if isinstance(value, dict) else None
    known = number(months) if months is not None else 0
    if known <= 0 or known % 12:
        raise Unread("names no whole years of experience")
    return int(known // 12)


def _education(value: Any, job: Mapping[str, Any]) -> Any:
    raise Unread("names a level, not the degrees or licenses that are accepted")


def _qualifications(value: Any, job: Mapping[str, Any]) -> Any:
    reason = "mixes licenses, degrees and years, which have fields of their own, with what has none"
    raise Unread(reason, "give each in its field, and the others in qualifications")


_READERS: dict[str, tuple[str, Reader]] = {
    "title": ("title", text),
    "hiringOrganization": ("organization", named),
    "identifier": ("requisition_id", _identifier),
    "employmentType": ("employment_type", _employment),
    "datePosted": ("posted_on", day),
    "validThrough": ("closing_date", last_day),
    "jobLocationType": ("work_model", work_model),
    "jobLocation": ("locations", locations),
    "applicantLocationRequirements": ("remote_states", states),
    "applicantLocationRequirements.country": ("remote_countries", countries),
    "baseSalary": ("pay", _pay),
    "url": ("apply_url", _address),
    "totalJobOpenings": ("openings", _count),
    "jobBenefits": ("benefits", _entries),
    "incentiveCompensation": ("other_compensation", _entries),
    "hiringOrganization.sameAs": ("website", _address),
    "employerOverview": ("about", texts),
    "workHours": ("schedule", _schedule),
    "workHours.week": ("hours_per_week", _hours_a_week),
    "jobStartDate": ("start_date", text),
    "physicalRequirement": ("physical_demands", _entries),
    "responsibilities": ("duties", texts),
    "experienceRequirements": ("experience_years", _years),
    "educationRequirements": ("", _education),
    "qualifications": ("", _qualifications),
    "description": ("", _description),
}


def properties() -> Iterable[tuple[str, str]]:
    """Return which property is read as which field, for a table in the documentation.

    >>> dict(properties())["validThrough"]
    'closing_date'
    """
    return tuple((name, field) for name, (field, _) in _READERS.items() if field)
