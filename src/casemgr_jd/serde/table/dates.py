"""Dates as spreadsheets write and export them."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from casemgr_jd._months import DAYS, MONTHS

__all__ = ["day_of"]

# Names of months and days are read by us: how Python reads them follows the language of the computer.
_EITHER_WAY = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d-m%m-%Y", "%d-m%m-%y", "%d m%m %Y")
_WORDED = ("m%m %d, %Y", "m%m %d %Y")
_NUMBERS = {
    name.lower(): f"m{number:02}"
    for number, month in enumerate(MONTHS, 1)
    for name in (month, month[:3])
}
_MONTH = re.compile(rf"\b(?:{'|'.join(_NUMBERS)})\b", re.IGNORECASE)
_DAY = re.compile(rf"(?:{'|'.join(DAYS)}), (?=m\d)", re.IGNORECASE)
_MONTH_FIRST = ("%m/%d/%Y", "%m/%d/%y", "%m-%d-%Y", "%m.%d.%Y")
_DAY_FIRST = ("%d/%m/%Y", "%d/%m/%y", "%d-%m-%Y", "%d.%m.%Y")
_MIDNIGHT = (" 00:00:00", "T00:00:00", " 0:00:00", " 0:00", " 00:00", " 12:00:00 AM", " 12:00 AM")
# Spreadsheets count days from here; 1900-02-29, which they count too, lies before all that is asked for.
_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(36_526, 73_051)
"""The days of the years 2000 to 2099."""


def day_of(cell: Any, day_first: bool = False) -> Any:
    """Return the day that a cell says, or the cell where it says none.

    >>> day_of("12/31/2026"), day_of("31-Dec-26"), day_of(46387)
    (datetime.date(2026, 12, 31), datetime.date(2026, 12, 31), datetime.date(2026, 12, 31))
    """
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell
    if isinstance(cell, str):
        return _written(cell, day_first)
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell in _SERIALS:
        return _FIRST_DAY + timedelta(days=int(cell))
    return cell


def _written(cell: str, day_first: bool) -> Any:
    words = cell.strip()
    for ending in _MIDNIGHT:
        words = words.removesuffix(ending)
    if words.isdecimal() and len(words) == 5:
        found = day_of(int(words))
        return cell if isinstance(found, int) else found
    words = _DAY.sub("", _MONTH.sub(lambda name: _NUMBERS[name[0].lower()], words))
    for form in (*_EITHER_WAY, *_WORDED, *(_DAY_FIRST if day_first else _MONTH_FIRST)):
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    return cell
