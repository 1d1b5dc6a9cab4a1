"""Reading a requisition from a file: TOML or JSON, with every problem at once."""

from collections.abc import Mapping
from os import PathLike
from typing import Any

from attrs import fields

from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.requisition import Requisition

__all__ = [
    "load_requisition",
    "parsed",
    "read_requisition",
    "read_table",
    "requisition_of",
    "table_of",
]

SCHEMA_VERSION = 1


def load_requisition(path: "str | PathLike[str]") -> Requisition:
    """Read a requisition file, ``.toml`` or ``.json``.

    Raises:
        InputError: the file cannot be read or parsed (with the line), or anything in it is wrong;
            ``problems`` lists all of it, each with its field path.
    """
    try:
        return requisition_of(read_table(path))
    except InputError as error:
        raise error if error.source else error.named(str(path)) from None


def read_table(path: "str | PathLike[str]") -> Mapping[str, Any]:
    """Read a ``.toml`` or ``.json`` file as a table, without looking at its keys."""
    from pathlib import Path

    file = Path(path)
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise InputError([Problem("", reason, "check the path")], str(path)) from None
    return table_of(data, "json" if file.suffix.lower() == ".json" else "toml", str(path))


def table_of(data: bytes, syntax: str, name: str) -> Mapping[str, Any]:
    """Read the bytes of a file or stream as a table; *name* says in a message where they came from."""
    try:
        return parsed(data.decode("utf-8-sig"), syntax)
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text: {error.reason} at byte {error.start}"
        raise InputError([Problem("", reason, "save it as UTF-8")], name) from None
    except InputError as error:
        raise error.named(name) from None


def read_requisition(text: str, syntax: str = "toml") -> Requisition:
    """Read a requisition from TOML or JSON text.

    >>> read_requisition('organization = "Lakeside Health"').organization
    'Lakeside Health'
    """
    return requisition_of(parsed(text, syntax))


def requisition_of(data: Mapping[str, Any]) -> Requisition:
    """Make a requisition of a table, such as a parsed file or a row.

    Raises:
        InputError: a key is unknown or a value is wrong; all problems at once.
    """
    known = [one.name for one in fields(Requisition)]
    problems = [
        Problem(key, "is not a field of a requisition", did_you_mean(key, known))
        for key in data
        if key not in known and key not in ("schema_version", "kind")
    ]
    if data.get("schema_version", SCHEMA_VERSION) != SCHEMA_VERSION:
        reason = f"is {data['schema_version']!r}"
        problems.append(Problem("schema_version", reason, f"this version reads {SCHEMA_VERSION}"))
    given = {key: value for key, value in data.items() if key in known}
    try:
        made = Requisition(**given)
    except InputError as error:
        raise InputError([*problems, *error.problems]) from None
    if problems:
        raise InputError(problems)
    return made


def parsed(text: str, syntax: str) -> Mapping[str, Any]:
    """Parse TOML or JSON text; a syntax error becomes an ``InputError`` with the line."""
    return _parsed_json(text) if syntax == "json" else _parsed_toml(text)


def _parsed_toml(text: str) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Besides a syntax error: a number of more digits than Python reads.
        raise InputError(
            [Problem("", f"is not valid TOML: {error}", "text stands in quotes")]
        ) from None


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a table of the pairs; of a key that stands twice, one value would be lost in silence."""
    table = dict(pairs)
    if len(table) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twice!r} stands twice in one table")
    return table


def _parsed_json(text: str) -> Mapping[str, Any]:
    import json

    try:
        data = json.loads(text, object_pairs_hook=_without_repetition)
    except (ValueError, RecursionError) as error:
        raise InputError([Problem("", f"is not valid JSON: {error}")]) from None
    if not isinstance(data, dict):
        raise InputError([Problem("", "is not a JSON object", "write { … } with the fields")])
    return data
