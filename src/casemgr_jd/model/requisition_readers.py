"""How the fields of a requisition are read: each from the ways in which people write it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, cast

from casemgr_jd._clean import clean_line
from casemgr_jd._frozen import FrozenMap
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry, ranges
from casemgr_jd.model._entry import Rejected, calendar_date, line, lines, member, same_or_new
from casemgr_jd.model.choices import Edition, EmploymentType, FlsaStatus, WorkModel
from casemgr_jd.model.countries import country_code
from casemgr_jd.model.measures import CaseloadRange
from casemgr_jd.model.moment import moment
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location, _state
from casemgr_jd.model.requisition_parts import Addition, Omission, Suppression

__all__ = [
    "GUIDE",
    "ONGOING",
    "additions",
    "caseload",
    "closing",
    "countries",
    "days",
    "edition",
    "employment_type",
    "extra",
    "flsa_status",
    "locations",
    "omissions",
    "pay",
    "start",
    "states",
    "suppressions",
    "work_model",
]

ONGOING = "ongoing"
GUIDE = "guide"
"""The value by which a requisition takes over what the guide offers as an example."""


def edition(value: Edition | str | None) -> Edition | None:
    return member(Edition, value)


def employment_type(value: EmploymentType | str | None) -> EmploymentType | None:
    return member(EmploymentType, value)


def work_model(value: WorkModel | str | None) -> WorkModel | None:
    return member(WorkModel, value)


def flsa_status(value: FlsaStatus | str | None) -> FlsaStatus | None:
    return member(FlsaStatus, value)


def pay(value: PayRange | Mapping[str, Any] | None) -> PayRange | None:
    return ranges.one_of_kind(PayRange, value)


def locations(
    values: "Location | Mapping[str, Any] | Iterable[Location | Mapping[str, Any]] | None",
) -> tuple[Location, ...]:
    return ranges.several(Location, values)


def suppressions(
    values: "Iterable[Suppression | Mapping[str, Any]] | None",
) -> tuple[Suppression, ...]:
    return ranges.several(Suppression, values)


def omissions(
    values: "str | Iterable[str | Omission | Mapping[str, Any]] | None",
) -> tuple[Omission, ...]:
    return ranges.several(Omission, values, "id")


def additions(
    values: "Iterable[Addition | Mapping[str, Any]] | None",
) -> tuple[Addition, ...]:
    return ranges.several(Addition, values)


def days(value: "int | str | None") -> "str | None":
    """Read days on site: in words, or as a number of days a week."""
    if isinstance(value, bool) or not isinstance(value, int):
        return line(cast("str | None", value))
    if not 0 <= value <= 7:
        return cast("None", _entry.rejected(f"must be 0 to 7 days, not {value}"))
    return f"{value} day{'s' * (value != 1)} a week on site"


def start(value: "date | str | None") -> "date | str | None":
    """Read a start date, or words such as "as soon as possible"."""
    found: object = calendar_date(value)
    if isinstance(found, Rejected):
        return line(cast("str", value))
    return cast("date | None", found)


def states(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    if value is None or (value.__class__ is tuple and not value):
        return ()
    found = lines(value)
    if isinstance(found, Rejected):
        return found
    codes: tuple[object, ...] = tuple(_state(one) for one in found)
    wrong = [problem for code in codes if isinstance(code, Rejected) for problem in code.problems]
    return cast("tuple[str, ...]", Rejected(tuple(wrong)) if wrong else same_or_new(found, codes))


def countries(value: "str | Iterable[str] | None") -> tuple[str, ...]:
    if value is None or (value.__class__ is tuple and not value):
        return ()
    found = lines(value)
    if isinstance(found, Rejected):
        return found
    codes: tuple[object, ...] = tuple(country_code(one) for one in found)
    wrong = [
        Problem(f"[{at}]", f"is not a country: {found[at]!r}", "use its code, such as US")
        for at, code in enumerate(codes)
        if code is None
    ]
    if wrong:
        return cast("tuple[str, ...]", Rejected(tuple(wrong)))
    return cast("tuple[str, ...]", same_or_new(found, tuple(dict.fromkeys(codes))))


def closing(value: "date | str | None") -> "date | str | None":
    if isinstance(value, str) and clean_line(value).lower() == ONGOING:
        return ONGOING
    if isinstance(value, datetime) or (isinstance(value, str) and ":" in value):
        return moment(value)
    found = calendar_date(value)
    if isinstance(found, Rejected):
        reason = f'must be a date or "ongoing", not {_entry.described(value)}'
        return cast("None", _entry.rejected(reason, "like 2026-12-31"))
    return found


def caseload(
    value: "CaseloadRange | Mapping[str, Any] | list[int] | tuple[int, ...] | str | None",
) -> Any:
    if value is None or isinstance(value, CaseloadRange):
        return value
    if isinstance(value, str) and clean_line(value).lower() in ("", GUIDE):
        return clean_line(value).lower() or None
    if isinstance(value, list | tuple) and len(value) == 2:
        value = {"low": value[0], "high": value[1]}
    if not isinstance(value, Mapping):
        return _entry.rejected("must be a range", 'like [12, 18], {low = 12, high = 18} or "guide"')
    unknown = ranges.unknown_in(CaseloadRange, value)
    if unknown:
        return Rejected(unknown)
    if value.get("high") is None:
        return _entry.rejected("needs a whole number as high", "like [12, 18]")
    # A high end alone is a limit: "up to 20".
    low = value.get("low")
    return ranges.made(CaseloadRange, {**value, "low": 0 if low is None else low})


def extra(value: "Mapping[str, Any] | None") -> FrozenMap[Any]:
    if value is None:
        return FrozenMap()
    if isinstance(value, FrozenMap) and not value:
        return value
    if not isinstance(value, Mapping):
        return cast("FrozenMap[Any]", _entry.rejected("must be a table of slot values"))
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, one in value.items():
        entry: Any = line(one) if isinstance(one, str) or one is None else lines(one)
        if isinstance(entry, Rejected):
            problems += [problem.under(str(key)) for problem in entry.problems]
        elif entry:
            read[clean_line(str(key))] = entry
    if problems:
        return cast("FrozenMap[Any]", Rejected(tuple(problems)))
    return same_or_new(value, FrozenMap(read))
