"""What law by place says of questions to candidates, from the package's tables of law.

The tables serve the checker too; each fact stands in them once, with its source and confidence.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from casemgr_jd._resources import read_text
from casemgr_jd.model.citation import Citation

__all__ = ["LawRow", "federal", "law_rows"]


class LawRow(NamedTuple):
    """What the law of one place says."""

    place: str
    citation: Citation
    since: str = ""
    """The day it came into force, as ISO text, where the table has one."""
    employees: int = 0
    """The headcount from which it reaches an employer."""
    what: str = ""
    """What it protects, where the table says so."""
    note: str = ""


@cache
def law_rows(table: str) -> tuple[LawRow, ...]:
    """Return the rows of a table of law, named ``file.key``.

    >>> law_rows("salary_history.bans")[1].place
    'CA'
    """
    file, _, key = table.partition(".")
    source, rows = _read(file)
    return tuple(one for row in rows[key] for one in _rows(row, source))


def federal(citation: str) -> Citation:
    """Return a federal law by its citation, with its confidence where the table has it.

    >>> federal("GINA").confidence
    'high'
    >>> federal("A law of your own").confidence
    'unconfirmed'
    """
    source, rows = _read("applicants")
    for row in rows["federal_classes"]:
        if row["citation"] == citation:
            return _citation(row, source)
    return Citation(citation, confidence="unconfirmed")


@cache
def _read(file: str) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    table = tomllib.loads(read_text("data", "law", f"{file}.toml"))
    return table["source"], table


def _rows(row: Mapping[str, Any], source: Mapping[str, Any]) -> Iterator[LawRow]:
    places: Iterable[str] = row["places"] if "places" in row else [row["place"]]
    since = row.get("effective_from")
    for place in places:
        yield LawRow(
            place=place,
            citation=_citation(row, source),
            since=since.isoformat() if since else "",
            employees=row.get("employees", 0),
            what=row.get("name", ""),
            note=row.get("note", row.get("text", "")),
        )


def _citation(row: Mapping[str, Any], source: Mapping[str, Any]) -> Citation:
    return Citation(
        row.get("citation", source["title"]),
        url=row.get("url", source.get("url", "")),
        as_of=source["as_of"],
        confidence=row.get("confidence", source["confidence"]),
    )
