"""Places as one cell names them."""

import re
from typing import Any

from casemgr_jd.model.states import state_code

__all__ = ["postal_code", "sites_of"]

# What many systems write behind a state.
_COUNTRY = re.compile(
    r",\s*(?:US|USA|U\.S\.(?:A\.)?|United States(?: of America)?)\s*$", re.IGNORECASE
)
_STATE_AND_CODE = re.compile(r"(.*?)\s*(\d{5}(?:-\d{4})?)")


def sites_of(words: str) -> dict[str, Any]:
    """Return the place that some words name, as the fields of a location.

    >>> sites_of("Denver, CO 80204")
    {'city': 'Denver', 'state': 'CO', 'postal_code': '80204'}
    >>> sites_of("Cook County, Illinois")
    {'county': 'Cook', 'state': 'Illinois'}
    """
    *before, last = [part.strip() for part in _COUNTRY.sub("", words).split(",")]
    coded = _STATE_AND_CODE.fullmatch(last)
    state, code = coded.groups() if coded else (last, None)
    if not before and state_code(state) is None:
        return {"city": last}
    place: dict[str, Any] = {}
    if before:
        *street, city = before
        if street:
            place["street"] = ", ".join(street)
        place |= {"county": city[:-7]} if city.endswith(" County") else {"city": city}
    place["state"] = state
    return {**place, "postal_code": code} if code else place


def postal_code(cell: Any) -> Any:
    """Return a postal code with the zeros that a spreadsheet takes off its front.

    >>> postal_code(2134), postal_code("2134"), postal_code("80204")
    ('02134', '02134', '80204')
    """
    digits = str(int(cell)) if isinstance(cell, float) and cell == int(cell) else str(cell)
    return digits.zfill(5) if digits.isdecimal() and 3 <= len(digits) < 5 else digits
