"""The properties of a schema.org ``JobPosting``, each read as a field of a requisition or refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from html import unescape
from typing import Any, NamedTuple, TypeAlias

from casemgr_jd._embedded import plain_lines
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.countries import country_code
from casemgr_jd.model.place import Location
from casemgr_jd.model.states import state_code

__all__ = ["Unread", "properties", "read_properties"]


class Unread(Exception):
    """A property does not say plainly what a field means: the reason, and what to do."""

    def __init__(self, reason: str, hint: str = "fill the field by hand") -> None:
        super().__init__(reason, hint)
        self.reason: str = reason
        self.hint: str = hint


class Partly(NamedTuple):
    """A value of which a part could be read, and why the others could not."""

    value: Any
    problems: tuple[Unread, ...]


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
_DATE = re.compile(r"(\d{4}-?\d{2}-?\d{2})(?:T(.*))?")
_TIME = re.compile(r"(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?")
# Three digits behind a dot may be thousands, as much of the world writes them.
_NUMBER = re.compile(r"\d+(?:\.\d{1,2})?")
_UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
_UNIT_CODES = {"HUR": "HOUR", "DAY": "DAY", "WEE": "WEEK", "MON": "MONTH", "ANN": "YEAR"}
"""What schema.org takes as unitCode: the codes of UN/CEFACT."""
_UNITED_STATES = {"US", "USA", "UNITED STATES", "UNITED STATES OF AMERICA"}
_PARTS = re.compile(r"\s*[;,]\s*")
_A_WEEK = re.compile(
    r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(?:hours|hrs\.?|hr\.?|h)"
    r"\s*(?:a|per|/|each)?\s*(?:week|wk\.?)",
    re.IGNORECASE,
)
"""The hours of a week, as a part of ``workHours`` that says nothing else."""
_COUNTRY_AT_END = re.compile(r",\s*(?:US|USA|United States)$", re.IGNORECASE)


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


def _text(value: Any, job: Mapping[str, Any]) -> str:
    if isinstance(value, str):
        return " ".join(plain_lines(value))
    raise Unread("is not one text")


def _texts(value: Any, job: Mapping[str, Any]) -> list[str]:
    return [line for one in _all(value) for line in _lines(one)]


def _entries(value: Any, job: Mapping[str, Any]) -> list[str]:
    """Read a list of short entries, which one line may separate by semicolons."""
    parts = (one.strip() for line in _texts(value, job) for one in line.split(";"))
    return [one for one in parts if one]


def _schedule(value: Any, job: Mapping[str, Any]) -> str:
    """Read days and hours in the employer's words, without the hours of a week, which have their field."""
    return "; ".join(filter(None, map(_without_week, _texts(value, job))))


def _without_week(text: str) -> str:
    # Each part with the mark before it, which goes where the part goes.
    parts = re.findall(r"[;,]?[^;,]*", text)
    kept = [one for one in parts if not _A_WEEK.fullmatch(one.strip(" ;,"))]
    return "".join(kept).strip(" ;,") if len(kept) < len(parts) else text


def _hours_a_week(value: Any, job: Mapping[str, Any]) -> str:
    for text in _texts(value, job):
        for part in _PARTS.split(text):
            found = _A_WEEK.fullmatch(part.strip())
            if found:
                return "–".join(filter(None, found.groups()))
    return ""


def _lines(value: Any) -> list[str]:
    if isinstance(value, str):
        return plain_lines(value)
    raise Unread("is not a list of texts")


def _address(value: Any, job: Mapping[str, Any]) -> str:
    if isinstance(value, str):
        return unescape(value)
    raise Unread("is not one address")


def _named(value: Any, job: Mapping[str, Any]) -> str:
    if not isinstance(value, dict):
        return _text(value, job)
    if "name" not in value and isinstance(value.get("@id"), str):
        raise Unread(f"stands under {value['@id']!r}, which is nowhere on the page")
    return _text(value.get("name"), job)


def _identifier(value: Any, job: Mapping[str, Any]) -> str:
    given = value.get("value") if isinstance(value, dict) else value
    return (
        str(given) if isinstance(given, int) and not isinstance(given, bool) else _text(given, job)
    )


def _employment(value: Any, job: Mapping[str, Any]) -> str:
    given = _all(value)
    known = _EMPLOYMENT.get(_constant(given[0])) if len(given) == 1 else None
    if known is None:
        raise Unread(f"is not one kind of employment that a requisition knows: {given}")
    return known


def _day(value: Any, job: Mapping[str, Any]) -> date:
    return _dated(value)[0]


def _dated(value: Any) -> tuple[date, str]:
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    try:
        if match is not None:
            return date.fromisoformat(match[1]), match[2] or ""
    except ValueError:
        pass
    raise Unread(f"is not an ISO date: {value!r}")


def _last_day(value: Any, job: Mapping[str, Any]) -> Any:
    day, time = _dated(value)
    if not time:
        return day
    match = _TIME.fullmatch(time)
    if match is None:
        raise Unread(f"is not an ISO date: {value!r}")
    clock, zone = match[1], match[2]
    if clock == "00:00":
        raise Unread("ends as a day begins, so that day may count or not", "give the last day")
    if zone in ("Z", "+00:00", "+0000", "+00"):
        reason = f"names a time in UTC, so that the day rests on the employer's zone: {value!r}"
        raise Unread(reason, "give the last day as it is at the place of work")
    if clock == "23:59":
        return day
    if zone is not None:
        return datetime.fromisoformat(value)
    reason = f"ends at {clock} of that day, without saying in which zone"
    hint = f'give it in closing_date with its zone, as in "{day} {clock} EST"'
    return Partly(day, (Unread(reason, hint),))


def _work_model(value: Any, job: Mapping[str, Any]) -> str:
    if _constant(value) != "TELECOMMUTE":
        raise Unread(f"is not a value that schema.org readers know: {value!r}")
    if job.get("jobLocation"):
        raise Unread("stands beside a jobLocation: remote or hybrid, it does not say which")
    return "remote"


def _states(value: Any, job: Mapping[str, Any]) -> Any:
    return _each(value, lambda one: _state(one, job))


def _state(place: Any, job: Mapping[str, Any]) -> str | None:
    """Return the code of a state; none for a country, which has a field of its own."""
    name = _COUNTRY_AT_END.sub("", _named(place, job))
    if _country_meant(place, name):
        return None
    code = state_code(name)
    if code is None:
        raise Unread(f"names no state: {name!r}", "name the states in remote_states")
    return code


def _countries(value: Any, job: Mapping[str, Any]) -> list[str]:
    named = (_country_meant(one, _name(one)) for one in _all(value))
    return [code for code in named if code is not None]


def _name(place: Any) -> str:
    """Return the name of a place as far as it has one; what has none is told where states are read."""
    name = place.get("name") if isinstance(place, dict) else place
    return name if isinstance(name, str) else ""


def _each(value: Any, read: Callable[[Any], Any]) -> Any:
    """Return what can be read of several values, and why the others cannot."""
    found: list[Any] = []
    problems: list[Unread] = []
    for one in _all(value):
        try:
            found.append(read(one))
        except Unread as error:
            problems.append(error)
    known = [one for one in found if one is not None]
    return Partly(known, tuple(problems)) if problems else known


def _country_meant(value: Any, name: str) -> str | None:
    """Return the code of the country that a place is, and not a state of the same name or code."""
    kind = value.get("@type") if isinstance(value, dict) else None
    return None if kind != "Country" and state_code(name) else country_code(name)


def _locations(value: Any, job: Mapping[str, Any]) -> Any:
    return _each(value, _location)


def _location(place: Any) -> Location:
    address = place.get("address") if isinstance(place, dict) else None
    if not isinstance(address, dict):
        raise Unread("holds no address in parts", "give city and state by hand")
    parts = {
        "city": "addressLocality",
        "state": "addressRegion",
        "postal_code": "postalCode",
        "street": "streetAddress",
    }
    given: dict[str, Any] = {
        ours: _text(address[theirs], {}) for ours, theirs in parts.items() if address.get(theirs)
    }
    try:
        return Location(country=_country(address), **given)
    except (InputError, TypeError, AttributeError) as error:
        raise Unread(f"holds an address that cannot be read: {error}") from None


def _country(address: Mapping[str, Any]) -> str:
    country = address.get("addressCountry")
    name = country.get("name") if isinstance(country, dict) else country
    if not isinstance(name, str):
        raise Unread("names no country", "give the location by hand")
    if name.strip().upper() in _UNITED_STATES:
        return "US"
    if len(name.strip()) != 2:
        raise Unread(f"names a country without its two-letter code: {name!r}")
    return name


def _pay(value: Any, job: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(value, dict) or not isinstance(value.get("value"), dict):
        raise Unread("names no currency and no period")
    amount = value["value"]
    currency = value.get("currency") or job.get("salaryCurrency")
    unit = amount.get("unitText") or amount.get("unitCode")
    known = _UNIT_CODES.get(_constant(unit), _constant(unit))
    if not currency or known not in _UNITS:
        raise Unread(f"needs a currency, and one of {', '.join(_UNITS)}: {currency!r}, {unit!r}")
    ends = {"minimum": "minValue", "maximum": "maxValue", "rate": "value"}
    given = {
        ours: _number(amount[theirs])
        for ours, theirs in ends.items()
        if amount.get(theirs) not in (None, "")
    }
    return {**given, "currency": currency, "per": known.lower()}


def _number(value: Any) -> float:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise Unread(f"holds an amount that is not a plain number: {value!r}")


def _count(value: Any, job: Mapping[str, Any]) -> int:
    number = _number(value)
    if number < 1 or number % 1:
        raise Unread(f"is no count of openings: {value!r}")
    return int(number)


def _years(value: Any, job: Mapping[str, Any]) -> int:
    months = value.get("monthsOfExperience") if isinstance(value, dict) else None
    number = _number(months) if months is not None else 0
    if number <= 0 or number % 12:
        raise Unread("names no whole years of experience")
    return int(number // 12)


def _education(value: Any, job: Mapping[str, Any]) -> Any:
    raise Unread("names a level, not the degrees or licenses that are accepted")


def _qualifications(value: Any, job: Mapping[str, Any]) -> Any:
    reason = "mixes licenses, degrees and years, which have fields of their own, with what has none"
    raise Unread(reason, "give each in its field, and the others in qualifications")


def _constant(value: Any) -> str:
    """Return the name of a constant in capital letters alone, however pages write it.

    >>> _constant("Full-time"), _constant("https://schema.org/FULL_TIME")
    ('FULLTIME', 'FULLTIME')
    """
    name = re.split(r"[/#]", value)[-1] if isinstance(value, str) else ""
    return "".join(one for one in name.upper() if one.isalpha())


def _all(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


_READERS: dict[str, tuple[str, Reader]] = {
    "title": ("title", _text),
    "hiringOrganization": ("organization", _named),
    "identifier": ("requisition_id", _identifier),
    "employmentType": ("employment_type", _employment),
    "datePosted": ("posted_on", _day),
    "validThrough": ("closing_date", _last_day),
    "jobLocationType": ("work_model", _work_model),
    "jobLocation": ("locations", _locations),
    "applicantLocationRequirements": ("remote_states", _states),
    "applicantLocationRequirements.country": ("remote_countries", _countries),
    "baseSalary": ("pay", _pay),
    "url": ("apply_url", _address),
    "totalJobOpenings": ("openings", _count),
    "jobBenefits": ("benefits", _entries),
    "incentiveCompensation": ("other_compensation", _entries),
    "hiringOrganization.sameAs": ("website", _address),
    "employerOverview": ("about", _texts),
    "workHours": ("schedule", _schedule),
    "workHours.week": ("hours_per_week", _hours_a_week),
    "jobStartDate": ("start_date", _text),
    "physicalRequirement": ("physical_demands", _entries),
    "responsibilities": ("duties", _texts),
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
