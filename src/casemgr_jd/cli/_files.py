"""Reading the input of a command: a requisition, or a posting as our JSON."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from casemgr_jd._attrs import evolve
from casemgr_jd._files import read_file
from casemgr_jd.builder.effective import name_problems
from casemgr_jd.builder.posting_builder import build
from casemgr_jd.cli._house import House
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._streams import standard_input
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.requisition import read_table, requisition_of, table_of

__all__ = ["built", "built_with_table", "in_edition", "requisition_from"]


def built(
    path: str,
    house: House,
    posted_on: date | None = None,
    edition: str | None = None,
) -> Posting:
    """Return the posting of a file: a requisition, or a posting as our JSON.

    *posted_on* stands in for a date of posting that the file does not give, *edition* above the edition
    that it names.
    """
    return built_with_table(path, house, posted_on, edition)[0]


def built_with_table(
    path: str,
    house: House,
    posted_on: date | None = None,
    edition: str | None = None,
) -> tuple[Posting, Mapping[str, Any]]:
    """Return the posting of a file as ``built`` does, and what the file says besides, as a table."""
    table = _table(path)
    if table.get("kind") == "Posting":
        posting = _posting(path)
        if edition:
            reason = "is a finished posting, whose edition is settled"
            raise InputError([Problem("", reason, "give its requisition with --edition")], path)
        return evolve(posting, requisition=_dated(posting.requisition, posted_on, path)), {}
    catalog = house.catalog()
    facts = house.requisition(_dated(_requisition(table, path, catalog), posted_on, path))
    return build(in_edition(facts, edition), catalog=catalog), table


def in_edition(requisition: Requisition, edition: str | None) -> Requisition:
    """Return a requisition in an edition, where one is named; else as it is."""
    return evolve(requisition, edition=edition) if edition else requisition


def _dated(requisition: Requisition, posted_on: date | None, path: str) -> Requisition:
    if posted_on is None or requisition.posted_on is not None:
        return requisition
    try:
        return evolve(requisition, posted_on=posted_on)
    except InputError as error:
        raise error.named(path) from None


def requisition_from(path: str, catalog: Catalog) -> Requisition:
    """Return the requisition in a file, or in standard input for ``-``."""
    return _requisition(_table(path), path, catalog)


def _table(path: str) -> Mapping[str, Any]:
    if path != STANDARD_STREAM:
        return read_table(path)
    return table_of(standard_input(), "toml", "standard input")


def _requisition(table: Mapping[str, Any], path: str, catalog: Catalog) -> Requisition:
    """Make the requisition, telling what is wrong with its form and with its names in one go."""
    problems: list[Problem] = []
    made = Requisition()
    try:
        made = requisition_of(table)
    except InputError as error:
        problems += error.problems
    problems += name_problems(made if not problems else _names_only(table), catalog)
    if problems:
        raise InputError(problems, "standard input" if path == STANDARD_STREAM else path)
    return made


def _names_only(table: Mapping[str, Any]) -> Requisition:
    found: dict[str, Any] = {}
    for key in ("setting", "tier", "role", "extra"):
        try:
            found[key] = getattr(Requisition(**{key: table.get(key)}), key)
        except InputError:
            continue
    return Requisition(**found)


def _posting(path: str) -> Posting:
    from casemgr_jd.serde.json import loads

    try:
        value = loads(read_file(path))
    except InputError as error:
        raise error.named(path) from None
    if not isinstance(value, Posting):
        raise InputError([Problem("", f"holds a {type(value).__name__}, not a posting")], path)
    return value
