"""Figures as spreadsheets and people write them: amounts, ranges and pay in one cell."""

import re
from typing import Any

__all__ = ["number_of", "pay_of", "range_of"]

_NUMBER = re.compile(r"(?:USD|\$)?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,9})?(k)?", re.IGNORECASE)
_DASH = re.compile(r"\s*(?:[-–—]|\bto\b)\s*")
_RANGE = re.compile(
    r"(\d{1,6})(?:\s*(?:[-–—]|to)\s*(\d{1,6}))?\s*(\+)?\s*(?:%|percent|years?|yrs?)?", re.IGNORECASE
)
_PER = re.compile(r"\s*(?:\ban?\b|\bper\b|/)\s*(hour|hr|year|yr)\.?\s*$", re.IGNORECASE)
_PERIODS = {"hour": "hour", "hr": "hour", "year": "year", "yr": "year"}


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


def pay_of(text: str) -> Any:
    """Return the pay that a cell says, as a posting shows it or barely.

    >>> pay_of("$72,000–$92,000 a year")
    {'minimum': 72000, 'maximum': 92000, 'per': 'year'}
    >>> pay_of("41.50/hr")
    {'rate': 41.5, 'per': 'hour'}
    """
    period = _PER.search(text)
    amounts = text[: period.start()] if period else text
    ends = [number_of(one) for one in _DASH.split(amounts.strip())]
    if not 1 <= len(ends) <= 2 or any(isinstance(one, str) for one in ends):
        return text
    pay = {"rate": ends[0]} if len(ends) == 1 else {"minimum": ends[0], "maximum": ends[1]}
    return {**pay, "per": _PERIODS[period[1].lower()]} if period else pay
