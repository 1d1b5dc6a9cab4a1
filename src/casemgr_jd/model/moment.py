"""A moment at which something ends: a day, a time and the zone that it is told in."""

from datetime import date, datetime, timedelta, timezone
from typing import cast

from casemgr_jd._clean import clean_line
from casemgr_jd._late import late
from casemgr_jd._months import MONTHS
from casemgr_jd.model import _entry

__all__ = ["long_date", "long_moment", "moment", "written"]

ZONES = {
    "UTC": 0,
    "AST": -4,
    "EDT": -4,
    "EST": -5,
    "CDT": -5,
    "CST": -6,
    "MDT": -6,
    "MST": -7,
    "PDT": -7,
    "PST": -8,
    "AKDT": -8,
    "AKST": -9,
    "HST": -10,
}
"""Zones of the United States by their names, which say whether it is summer; hours from UTC."""
_NAMED = late(r"(\d{4}-\d\d-\d\d)[ T]+(\d\d:\d\d)(?::00)?\s*([A-Za-z]{3,4})")
_HINT = "like 2026-12-31T17:00:00-05:00, or 2026-12-31 17:00 EST"


def moment(value: datetime | str) -> datetime | None:
    """Read a day and a time with a zone: an offset, or the name of a zone of the United States.

    >>> long_moment(moment("2026-12-31 17:00 EST"))
    'December 31, 2026, 5:00 p.m. EST'
    """
    found = value if isinstance(value, datetime) else _read(clean_line(value))
    if found is None:
        reason = f"must be a day and a time, not {_entry.described(value)}"
        return cast("None", _entry.rejected(reason, _HINT))
    if found.utcoffset() is None:
        return cast("None", _entry.rejected("names a time without its zone", _HINT))
    return found.replace(second=0, microsecond=0)


def _read(words: str) -> datetime | None:
    named = _NAMED.fullmatch(words)
    try:
        if named is None:
            return datetime.fromisoformat(words)
        zone = named[3].upper()
        if zone not in ZONES:
            return None
        found = datetime.fromisoformat(f"{named[1]}T{named[2]}")
        return found.replace(tzinfo=timezone(timedelta(hours=ZONES[zone]), zone))
    except ValueError:
        return None


def written(found: date) -> str:
    """Return a date or a moment as it is read back, with the name of its zone where it has one.

    >>> written(moment("2026-12-31 17:00 EST")), written(date(2026, 12, 31))
    ('2026-12-31 17:00 EST', '2026-12-31')
    """
    if isinstance(found, datetime) and found.tzname() in ZONES:
        return f"{found:%Y-%m-%d %H:%M} {found.tzname()}"
    return found.isoformat()


def long_date(day: date) -> str:
    """Return a date as it stands in a sentence: *December 31, 2026*."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def long_moment(found: datetime) -> str:
    """Return a moment as it stands in a sentence: *December 31, 2026, 5:00 p.m. EST*."""
    half = "a.m." if found.hour < 12 else "p.m."
    clock = f"{found.hour % 12 or 12}:{found.minute:02d} {half}"
    if (found.hour, found.minute) == (12, 0):
        clock = "noon"
    return f"{long_date(found)}, {clock} {found.tzname()}"
