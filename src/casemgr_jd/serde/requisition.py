"""Reading a requisition from a file: TOML or JSON, with every problem at once."""

from collections.abc import Iterable, Mapping
from os import PathLike, fspath
from pathlib import PurePath
from typing import Any

from casemgr_jd._attrs import fields
from casemgr_jd._doors import door
from casemgr_jd._files import decoded, read_file
from casemgr_jd._names import did_you_mean
from casemgr_jd._tables import json_value, toml_table, version_problem
from casemgr_jd.errors import InputError, Problem, UnknownNameError, require
from casemgr_jd.model._entry import described
from casemgr_jd.model.requisition import Requisition

__all__ = [
    "load_requisition",
    "parsed",
    "publish_options",
    "publish_path",
    "read_requisition",
    "read_table",
    "requisition_of",
    "table_of",
]

SCHEMA_VERSION = 1
KIND = "Requisition"
PUBLISH = "publish"
"""Key of the options of outlets in a requisition file."""
SYNTAXES = ("toml", "json")


@door(path=None)
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
    data, name = read_file(path), fspath(path)
    suffix = PurePath(name).suffix.lower()
    try:
        return table_of(data, "json" if suffix == ".json" else "toml", name)
    except InputError:
        if suffix in ("", *(f".{one}" for one in SYNTAXES)):
            raise
    hint = "casemgr-jd import makes one of a page or a document"
    raise InputError([Problem("", f"is no requisition file: {suffix}", hint)], name)


def table_of(data: bytes, syntax: str, name: str) -> Mapping[str, Any]:
    """Read the bytes of a file or stream as a table; *name* says in a message where they came from."""
    return parsed(decoded(data, name), syntax, name)


@door(text="load_requisition reads a file")
def read_requisition(text: str, syntax: str = "toml") -> Requisition:
    """Read a requisition from TOML or JSON text.

    >>> read_requisition('organization = "Lakeside Health"').organization
    'Lakeside Health'
    """
    return requisition_of(parsed(text, syntax))


@door(data=None)
def requisition_of(data: Mapping[str, Any]) -> Requisition:
    """Make a requisition of a table, such as a parsed file or a row.

    Raises:
        InputError: a key is unknown or a value is wrong; all problems at once.
    """
    require(data, Mapping, "requisition", "load_requisition reads a file")
    known = [one.name for one in fields(Requisition)]
    problems = [
        Problem(str(key), "is not a field of a requisition", did_you_mean(key, known))
        for key in data
        if key not in known and key not in ("schema_version", "kind", PUBLISH)
    ]
    problems += _publish_problems(data.get(PUBLISH, {}))
    problems += version_problem(data.get("schema_version", SCHEMA_VERSION), SCHEMA_VERSION)
    if not _is_kind(data.get("kind", KIND)):
        hint = "a requisition may say so, or leave it out"
        problems.append(Problem("kind", f"is not {KIND!r}, but {described(data['kind'])}", hint))
    given = {key: value for key, value in data.items() if key in known}
    try:
        made = Requisition(**given)
    except InputError as error:
        raise InputError([*problems, *error.problems]) from None
    if problems:
        raise InputError(problems)
    return made


def _publish_problems(publish: object) -> list[Problem]:
    hint = "write a table for each outlet, such as [publish.linkedin]"
    if not isinstance(publish, Mapping):
        return [Problem(PUBLISH, "must be a table", hint)]
    return [
        Problem(f"{PUBLISH}.{name}", "must be a table of options", hint)
        for name, options in publish.items()
        if not isinstance(options, Mapping)
    ]


def publish_options(data: Mapping[str, Any], names: Iterable[str]) -> dict[str, Any]:
    """Return the options that a requisition file gives for an outlet, by its name or its format's.

    They are no facts of the job: the requisition made of the file does not hold them.

    >>> publish_options({"publish": {"linkedin": {"company_id": 42}}}, ["linkedin"])
    {'company_id': 42}
    """
    tables = data.get(PUBLISH, {})
    return {name: value for one in names for name, value in tables.get(one, {}).items()}


def publish_path(data: Mapping[str, Any], names: Iterable[str], option: str) -> str:
    """Return where in a requisition file an option of an outlet stands.

    >>> publish_path({"publish": {"google": {"logo": "x"}}}, ["jsonld", "google"], "logo")
    'publish.google'
    """
    tables = data.get(PUBLISH, {})
    return f"{PUBLISH}.{[one for one in names if option in tables.get(one, {})][-1]}"


def _is_kind(found: object) -> bool:
    return isinstance(found, str) and found == KIND


def parsed(text: str, syntax: str, name: str = "") -> Mapping[str, Any]:
    """Parse TOML or JSON text; a syntax error becomes an ``InputError`` with the line."""
    if syntax not in SYNTAXES:
        raise UnknownNameError("syntax", syntax, SYNTAXES)
    if syntax == "toml":
        return toml_table(text, name)
    data = json_value(text, name)
    if not isinstance(data, dict):
        problem = Problem("", "is not a JSON object", "write { … } with the fields")
        raise InputError([problem], name)
    return data
