"""Reading the packaged law, once."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, TypeVar

from casemgr_jd.checks._packaged import packaged_table
from casemgr_jd.checks.law.records import (
    AgeDataLaw,
    AiLaw,
    Compact,
    CredentialFacts,
    DrivingLaw,
    ExemptFloor,
    FairChanceLaw,
    PayLaw,
    ProtectedClass,
    SalaryHistoryBan,
    Statement,
    UnemployedLaw,
)
from casemgr_jd.content.source import Tables, packaged_tables
from casemgr_jd.model.place import Place

__all__ = [
    "age_data_laws",
    "ai_laws",
    "compacts",
    "credentials",
    "driving_laws",
    "exempt_floors",
    "fair_chance_laws",
    "oldest_fact",
    "pay_laws",
    "places",
    "protected_classes",
    "salary_history_bans",
    "signals",
    "statements",
    "unemployed_laws",
]

R = TypeVar("R")


@cache
def pay_laws() -> tuple[PayLaw, ...]:
    """Return every pay transparency law, states first.

    >>> [law.wants for law in pay_laws() if law.id == "CO"][0][-2:]
    ('closing_date', 'how_to_apply')
    """
    states, local = _file("pay_states"), _file("pay_places")
    return (*_dated(PayLaw, states, "laws"), *_dated(PayLaw, local, "laws"))


@cache
def salary_history_bans() -> tuple[SalaryHistoryBan, ...]:
    """Return where an employer must not ask what an applicant earned."""
    return _dated(SalaryHistoryBan, _file("salary_history"), "bans")


@cache
def fair_chance_laws() -> tuple[FairChanceLaw, ...]:
    """Return what fair-chance laws say about the words of a posting."""
    return _dated(FairChanceLaw, _file("fair_chance"), "rules")


@cache
def exempt_floors() -> tuple[ExemptFloor, ...]:
    """Return the lowest salaries of exempt employees, by place and year."""
    return _dated(ExemptFloor, _file("exempt_floors"), "floors")


@cache
def driving_laws() -> tuple[DrivingLaw, ...]:
    """Return where a posting may not simply ask for a driver's license."""
    return _dated(DrivingLaw, _file("applicants"), "driving")


@cache
def unemployed_laws() -> tuple[UnemployedLaw, ...]:
    """Return where a posting may not exclude people who have no job."""
    return _dated(UnemployedLaw, _file("applicants"), "unemployed")


@cache
def age_data_laws() -> tuple[AgeDataLaw, ...]:
    """Return where asking for dates that reveal age is limited."""
    return _dated(AgeDataLaw, _file("applicants"), "age_data")


@cache
def ai_laws() -> tuple[AiLaw, ...]:
    """Return where applicants must be told of automated decisions."""
    return _dated(AiLaw, _file("applicants"), "ai")


@cache
def protected_classes() -> tuple[ProtectedClass, ...]:
    """Return the federal protected classes, and those that places add."""
    table = _file("applicants")
    return tuple(
        ProtectedClass(**_tuples(row))
        for key in ("federal_classes", "classes")
        for row in table[key]
    )


@cache
def compacts() -> Mapping[str, Compact]:
    """Return the licensure compacts by id.

    >>> "CA" in compacts()["NLC"].not_members
    True
    """
    table = _file("licensure")
    as_of = table["source"]["as_of"]
    return {row["id"]: Compact(**_tuples(row), as_of=as_of) for row in table["compacts"]}


@cache
def credentials() -> Mapping[str, CredentialFacts]:
    """Return the certifications of the field by their letters.

    >>> credentials()["CMGT-BC"].former
    ('RN-BC',)
    """
    return {row["id"]: CredentialFacts(**_tuples(row)) for row in _file("licensure")["credentials"]}


@cache
def places() -> Mapping[str, Place]:
    """Return the places that law names, by id."""
    rows = _content("places.toml")["places"]
    return {row["id"]: Place(**_tuples(row)) for row in rows}


@cache
def statements() -> tuple[Statement, ...]:
    """Return the sentences that law wants in a posting."""
    table = _content("statements.toml")
    return tuple(_statement(row, table["source"]["as_of"]) for row in table["statements"])


@cache
def signals() -> Mapping[str, tuple[str, ...]]:
    """Return the lists of phrases that wording rules share, by name."""
    return {name: tuple(phrases) for name, phrases in _file("signals")["signals"].items()}


def _statement(row: Mapping[str, Any], as_of: date) -> Statement:
    fields = {key: value for key, value in row.items() if key != "citation"}
    return Statement(
        **{"as_of": as_of, **fields}, citation=row["citation"]["title"], url=row["citation"]["url"]
    )


def oldest_fact() -> date:
    """Return the day on which the oldest of the packaged law tables was gathered."""
    names = (
        "pay_states",
        "pay_places",
        "salary_history",
        "fair_chance",
        "exempt_floors",
        "applicants",
        "licensure",
    )
    return min(_as_of(_file(name)) for name in names)


def _as_of(table: Mapping[str, Any]) -> date:
    day: date = table["source"]["as_of"]
    return day


def _content(name: str) -> Mapping[str, Any]:
    return _contents()[name]


@cache
def _contents() -> Tables:
    return packaged_tables()[0]


@cache
def _file(name: str) -> Mapping[str, Any]:
    return packaged_table("law", f"{name}.toml")


def _dated(kind: type[R], table: Mapping[str, Any], key: str) -> tuple[R, ...]:
    """Make records of a file's rows; what a row leaves out comes from the file's source."""
    shared = {"as_of": table["source"]["as_of"], "confidence": table["source"]["confidence"]}
    if "url" in table["source"]:
        shared["url"] = table["source"]["url"]
    return tuple(kind(**{**shared, **_tuples(row)}) for row in table[key])


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
