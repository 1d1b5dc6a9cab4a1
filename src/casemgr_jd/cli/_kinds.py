"""How each kind of fact is read from words: those of an option, and those of an answer."""

import re
from collections.abc import Callable
from typing import Any

from casemgr_jd._records import NamedTuple
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.ranges import hours
from casemgr_jd.model.requisition import GUIDE
from casemgr_jd.serde.table.figures import pay_of

__all__ = ["KINDS", "Kind"]

Reader = Callable[[str, str], Any]
"""Takes the name of a field and what was said; returns a value as a requisition file would give it."""


class Kind(NamedTuple):
    """A kind of fact."""

    words: str
    """What a file gives, for the page that documents it."""
    read: Reader
    several: bool = False
    """Whether there may be several values."""
    between: str = ""
    """What separates them in one answer; empty where each takes a line of its own."""


def _as_said(field: str, said: str) -> str:
    return said


def _flag(field: str, said: str) -> bool:
    known = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}
    if said.lower() not in known:
        raise _refused(field, f"is neither yes nor no: {said!r}", "yes or no")
    return known[said.lower()]


def _count(field: str, said: str) -> int:
    plain = said.replace(",", "")
    if not plain.isdecimal():
        raise _refused(field, f"must be a whole number, not {said!r}", "like 250")
    return int(plain)


def _counts(field: str, said: str) -> tuple[str, int]:
    place, _, number = said.replace("=", " ").strip().rpartition(" ")
    if not place.strip():
        raise _refused(field, f"names no place with its number: {said!r}", "like CO 190")
    return place.strip(), _count(field, number)


def _percent(field: str, said: str) -> Any:
    ends = _ends(re.sub(r"\s*(%|percent)", "", said.lower()))
    if ends is None:
        raise _refused(field, f"is not a range: {said!r}", "like 0-20")
    return ends[0] if len(ends) == 1 else ends


_YEARS = re.compile(r"\s*(?:years?|yrs?)\s*$")


def _years(field: str, said: str) -> Any:
    plain = _YEARS.sub("", said.lower()).strip()
    ends = _ends(plain.removesuffix("+"))
    if ends is None:
        raise _refused(field, f"is not a range: {said!r}", "like 1-2 or 3+")
    if len(ends) == 1:
        return ends[0]
    return {"minimum": ends[0], "maximum": ends[1], "or_more": plain.endswith("+")}


def _hours(field: str, said: str) -> Any:
    try:
        figures = [float(one) for one in _parts(hours(said) or "")]
    except ValueError:
        return said
    return figures[0] if len(figures) == 1 else figures


_CASELOAD = re.compile(r"(\d+)(?:\s*(?:[-–]|to)\s*(\d+))?\s*(.*)")
_BASIS = re.compile(r"\s+(?=per\b)|\s+on an\s+(?=active\b)")


def _caseload(field: str, said: str) -> Any:
    if said.lower() == GUIDE:
        return GUIDE
    found = _CASELOAD.fullmatch(said)
    if found is None:
        raise _refused(field, f"is not a range: {said!r}", 'like 12-18, 12-18 clients or "guide"')
    unit, *basis = _BASIS.split(found[3], maxsplit=1)
    ends = {"low": int(found[1]), "high": int(found[2] or found[1])}
    named = {"unit": unit, "basis": basis[0] if basis else ""}
    return ends | {key: words for key, words in named.items() if words}


def _pay(field: str, said: str) -> Any:
    try:
        return pay_of(said)
    except InputError as error:
        raise InputError([one.under(field) for one in error.problems]) from None


_POSTAL_CODE = re.compile(r"\s+(\d{5}(?:-\d{4})?)$")


def _place(field: str, said: str) -> dict[str, str]:
    code = _POSTAL_CODE.search(said)
    city, comma, state = (said[: code.start()] if code else said).rpartition(",")
    if not comma or not state.strip() or not city.strip(" ,"):
        raise _refused(field, f"names no state: {said!r}", "like Denver, CO")
    found = {"city": city.strip(), "state": state.strip()}
    return found | ({"postal_code": code[1]} if code else {})


_ADDITION = re.compile(r"(\w+)\s*(?:\(([^)]+)\))?\s*:\s*(.+)")


def _addition(field: str, said: str) -> dict[str, str]:
    found = _ADDITION.fullmatch(said)
    if found is None:
        hint = "like environment: Parking is free, or environment (Parking): It is free"
        raise _refused(field, f"names no section before its text: {said!r}", hint)
    made = {"section": found[1], "text": found[3], "label": found[2] or ""}
    return {key: words for key, words in made.items() if words}


def _suppression(field: str, said: str) -> dict[str, str]:
    code, colon, reason = said.partition(":")
    if not colon or not reason.strip():
        hint = "like REA001: the board asked for the long form"
        raise _refused(field, f"gives no reason: {said!r}", hint)
    return {"code": code.strip(), "reason": reason.strip()}


def _omission(field: str, said: str) -> Any:
    name, colon, reason = said.partition(":")
    return {"id": name.strip(), "reason": reason.strip()} if colon else said


def _own_value(field: str, said: str) -> tuple[str, str]:
    name, equals, value = said.partition("=")
    if not equals or not name.strip():
        raise _refused(field, f"has no value: {said!r}", "like NAME=VALUE")
    return name.strip(), value.strip()


def _ends(said: str) -> list[int] | None:
    """Read ``20``, ``0-20`` or ``0 to 20``; nothing where it is no range of whole numbers."""
    parts = _parts(said)
    whole = all(one.isdecimal() for one in parts) and len(parts) <= 2
    return [int(one) for one in parts] if whole else None


def _parts(said: str) -> list[str]:
    return [one.strip() for one in re.split(r"[-–]|\bto\b", said)]


def _refused(field: str, reason: str, hint: str) -> InputError:
    return InputError([Problem(field, reason, hint)])


KINDS: dict[str, Kind] = {
    "id": Kind("id", _as_said),
    "ids": Kind("list of ids", _as_said, True, ","),
    "choice": Kind("one of the names", _as_said),
    "text": Kind("text", _as_said),
    "url": Kind("address with its scheme, such as `https://`", _as_said),
    "days": Kind("text, or a number of days a week", _as_said),
    "contact": Kind("text, such as an email address", _as_said),
    "sentences": Kind("list of sentences", _as_said, True),
    "some_of": Kind("list", _as_said, True, ","),
    "measures": Kind("list of ids or sentences", _as_said, True, ","),
    "states": Kind("list of states, by postal code or name", _as_said, True, ","),
    "countries": Kind("list of countries, by ISO 3166 code", _as_said, True, ","),
    "places": Kind("tables; see below", _place, True, ";"),
    "flag": Kind("flag", _flag),
    "count": Kind("whole number", _count),
    "counts": Kind("table of whole numbers by state or place", _counts, True, ","),
    "percent": Kind("a whole number, or two as `[0, 20]`", _percent),
    "years": Kind("years: `2`, `[3, 5]`, or a table with `minimum`, `maximum`, `or_more`", _years),
    "hours": Kind("a number, two as `[32, 40]`, or text", _hours),
    "caseload": Kind(
        "range: `[12, 18]`, or a table with `low`, `high`, `unit`, `basis`", _caseload
    ),
    "pay": Kind("table; see below", _pay),
    "date": Kind("date", _as_said),
    "date_or_text": Kind("date, or text", _as_said),
    "date_or_ongoing": Kind('date, day and time with its zone, or `"ongoing"`', _as_said),
    "additions": Kind("tables; see below", _addition, True),
    "suppressions": Kind("tables; see below", _suppression, True),
    "omissions": Kind("list of ids, or tables; see below", _omission, True),
    "extra": Kind("table; see below", _own_value, True),
}
"""Every kind that a requisition field may be of."""
