"""Figures as spreadsheets and people write them: amounts, ranges and pay in one cell."""

import re
from typing import Any

from casemgr_jd.errors import InputError, Problem

__all__ = ["number_of", "pay_of", "range_of", "with_period"]

_NUMBER = re.compile(r"(?:USD|\$)?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,9})?(k)?", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:[-–—]|\bto\b)\s*")
_RANGE = re.compile(
    r"(\d{1,6})(?:\s*(?:[-–—]|to)\s*(\d{1,6}))?\s*(\+)?\s*(?:%|percent|years?|yrs?)?", re.IGNORECASE
)
_PERIODS = {
    "hour": ("hour", "hr", "hourly"),
    "day": ("day", "daily"),
    "week": ("week", "wk", "weekly"),
    "month": ("month", "mo", "monthly"),
    "year": ("year", "yr", "yearly", "annually", "annum", "p.a"),
    "visit": ("visit",),
}
"""What an amount is for, by the words that say so behind it."""
_PERIOD_OF = {word: period for period, words in _PERIODS.items() for word in words}
_PER = re.compile(
    rf"\s*(?:\ban?\b|\bper\b|/)?\s*\b({'|'.join(map(re.escape, _PERIOD_OF))})\.?\s*$", re.IGNORECASE
)
_CURRENCY_BEHIND = re.compile(r"\s*\bUSD\s*$", re.IGNORECASE)
_AMOUNTS = ("rate", "minimum", "maximum")
_SURELY_A_YEAR, _SURELY_AN_HOUR = 5_000, 500
_LIKE = "like 72000-92000 a year, or 41.50 an hour"


def number_of(text: str) -> Any:
    """Return the number that a cell says, or the cell where it says none.

    >>> number_of(" $72,000.00 "), number_of("72k"), number_of("about 70")
    (72000, 72000, 'about 70')
    """
    if text.isascii() and text.isdigit() and len(text) < 13:
        return int(text)
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return text
    whole, cents, thousands = found.groups()
    if len(cents or "") == 4 and len(whole) < 4 and not thousands:
        # Three digits behind a dot may be thousands, as much of the world writes them.
        return text
    value = float(whole.replace(",", "") + (cents or "")) * (1000 if thousands else 1)
    return int(value) if value == int(value) else value


def range_of(text: str) -> Any:
    """Return the range that a cell says: one figure, two, or a least one with more welcome.

    >>> range_of("0–20%"), range_of("2+ years"), range_of("3-5+")
    ([0, 20], 2, {'minimum': 3, 'maximum': 5, 'or_more': True})
    """
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return text
    low, high, more = found.groups()
    if high is None:
        return int(low)
    if more:
        return {"minimum": int(low), "maximum": int(high), "or_more": True}
    return [int(low), int(high)]


def pay_of(text: str) -> dict[str, Any]:
    """Return the pay that a cell or an answer says, as a posting shows it or barely.

    Raises:
        InputError: it is no amount or range, or it could be for more than one time.

    >>> pay_of("$72,000–$92,000 a year")
    {'minimum': 72000, 'maximum': 92000, 'per': 'year'}
    >>> pay_of("41.50/hr"), pay_of("41.50")
    ({'rate': 41.5, 'per': 'hour'}, {'rate': 41.5, 'per': 'hour'})
    """
    period = _PER.search(text)
    amounts = _CURRENCY_BEHIND.sub("", text[: period.start()] if period else text)
    ends = [number_of(one) for one in _DASH.split(amounts.strip())]
    if any(isinstance(one, str) for one in ends):
        raise InputError([Problem("", f"is not an amount or a range: {text!r:.60}", _LIKE)])
    if len(ends) > 2:
        raise InputError([Problem("", f"has more than two ends: {text!r:.60}", _LIKE)])
    pay = {"rate": ends[0]} if len(ends) == 1 else {"minimum": ends[0], "maximum": ends[1]}
    return with_period({**pay, "per": _PERIOD_OF[period[1].lower()]} if period else pay)


def with_period(pay: dict[str, Any]) -> dict[str, Any]:
    """Return amounts with the time that they are for, as said, or as no other could be meant.

    Raises:
        InputError: more than one could.

    >>> with_period({"minimum": 28.5, "maximum": 36})
    {'minimum': 28.5, 'maximum': 36, 'per': 'hour'}
    """
    if "per" in pay:
        return pay
    amounts = [pay[one] for one in _AMOUNTS if one in pay and _is_amount(pay[one])]
    if not amounts:
        return pay
    if min(amounts) >= _SURELY_A_YEAR:
        return {**pay, "per": "year"}
    if max(amounts) < _SURELY_AN_HOUR:
        return {**pay, "per": "hour"}
    shown = "-".join(map(str, amounts))
    raise InputError([Problem("", f"does not say for which time: {shown}", f"say it, {_LIKE}")])


def _is_amount(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
