"""The places of a schema.org ``JobPosting``: where the work is, and from where it may be done."""

import re
from collections.abc import Mapping
from typing import Any

from casemgr_jd.errors import InputError
from casemgr_jd.model.countries import country_code
from casemgr_jd.model.place import Location
from casemgr_jd.model.states import state_code
from casemgr_jd.serde._property_values import Unread, all_of, constant, each, named, text

__all__ = ["countries", "locations", "states", "work_model"]

_TELLING = ("streetAddress", "addressLocality", "addressRegion", "postalCode")
_COUNTRY_AT_END = re.compile(r",\s*(?:US|USA|United States)$", re.IGNORECASE)


def work_model(value: Any, job: Mapping[str, Any]) -> str:
    """Read that the work is remote, where nothing speaks against it."""
    if constant(value) != "TELECOMMUTE":
        raise Unread(f"is not a value that schema.org readers know: {value!r}")
    if job.get("jobLocation"):
        raise Unread("stands beside a jobLocation: remote or hybrid, it does not say which")
    return "remote"


def states(value: Any, job: Mapping[str, Any]) -> Any:
    """Read from which states the work may be done."""
    return each(value, lambda one: _state(one, job))


def _state(place: Any, job: Mapping[str, Any]) -> str | None:
    """Return the code of a state; none for a country, which has a field of its own."""
    name = _COUNTRY_AT_END.sub("", named(place, job))
    if _country_meant(place, name):
        return None
    code = state_code(name)
    if code is None:
        raise Unread(f"names no state: {name!r}", "name the states in remote_states")
    return code


def countries(value: Any, job: Mapping[str, Any]) -> list[str]:
    """Read from which countries the work may be done."""
    named = (_country_meant(one, _name(one)) for one in all_of(value))
    return [code for code in named if code is not None]


def _name(place: Any) -> str:
    """Return the name of a place as far as it has one; what has none is told where states are read."""
    name = place.get("name") if isinstance(place, dict) else place
    return name if isinstance(name, str) else ""


def _country_meant(value: Any, name: str) -> str | None:
    """Return the code of the country that a place is, and not a state of the same name or code."""
    kind = value.get("@type") if isinstance(value, dict) else None
    return None if kind != "Country" and state_code(name) else country_code(name)


def locations(value: Any, job: Mapping[str, Any]) -> Any:
    """Read where the work is."""
    return each(value, _location)


def _location(place: Any) -> Location:
    address = place.get("address") if isinstance(place, dict) else None
    if not isinstance(address, dict):
        raise Unread(
            f"holds no address in parts{_told(place, address)}", "give city and state by hand"
        )
    parts = {
        "city": "addressLocality",
        "state": "addressRegion",
        "postal_code": "postalCode",
        "street": "streetAddress",
    }
    given: dict[str, Any] = {
        ours: text(address[theirs], {}) for ours, theirs in parts.items() if address.get(theirs)
    }
    try:
        return Location(country=_country(address), **given)
    except (InputError, TypeError, AttributeError) as error:
        raise Unread(f"holds an address that cannot be read: {error}") from None


def _country(address: Mapping[str, Any]) -> str:
    country = address.get("addressCountry")
    name = country.get("name") if isinstance(country, dict) else country
    if not isinstance(name, str):
        where = ", ".join(str(address[one]) for one in _TELLING if address.get(one))
        raise Unread(f"names no country{_told(where)}", "give the location by hand")
    code = country_code(name)
    if code is None:
        raise Unread(f"names a country without its two-letter code: {name!r}")
    return code


def _told(*given: Any) -> str:
    """Return the first text among what is given, as it ends a reason: of several places, it says which."""
    words = [one for one in given if isinstance(one, str) and one]
    return f": {words[0]!r}" if words else ""
