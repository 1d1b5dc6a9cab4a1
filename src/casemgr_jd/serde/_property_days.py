"""The days of a schema.org ``JobPosting``: when it was posted, and the last day for applications."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from casemgr_jd.serde._property_values import Partly, Unread

__all__ = ["day", "last_day"]

_DATE = re.compile(r"(\d{4}-?\d{2}-?\d{2})(?:T(.*))?")
_TIME = re.compile(r"(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?")


def day(value: Any, job: Mapping[str, Any]) -> date:
    """Read a date, without the time of day."""
    return _dated(value)[0]


def _dated(value: Any) -> tuple[date, str]:
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    try:
        if match is not None:
            return date.fromisoformat(match[1]), match[2] or ""
    except ValueError:
        pass
    raise Unread(f"is not an ISO date: {value!r}")


def last_day(value: Any, job: Mapping[str, Any]) -> Any:
    """Read the last day, with its time where a zone says whose; one that leaves the day open is refused."""
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
