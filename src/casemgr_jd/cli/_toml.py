"""A value of a requisition as TOML."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from attrs import asdict, has

from casemgr_jd.model.moment import written

__all__ = ["toml", "toml_key", "toml_line"]

_WIDTH = 98


def toml(value: object) -> str:
    """Return a value as TOML that a requisition file reads back; nothing for what is not given.

    >>> from casemgr_jd import Location
    >>> toml((Location("Denver", "CO"),))
    '[{city = "Denver", state = "CO", country = "US"}]'
    """
    if isinstance(value, Enum):
        return toml(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    if isinstance(value, date):
        words = written(value)
        # TOML knows no zone by its name.
        return toml(words) if " " in words else words
    if isinstance(value, str):
        # What JSON escapes in a text, TOML reads alike; DEL is the one that TOML wants escaped too.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if value else ""
    if isinstance(value, Mapping):
        return _table(value.items())
    if value is not None and has(type(value)):
        return _table(asdict(value, recurse=False).items())  # type: ignore[arg-type]
    if isinstance(value, tuple | list) and value:
        return f"[{', '.join(map(toml, value))}]"
    return ""


def toml_line(name: str, value: object) -> str:
    """Return a key with its value; a list that is too long for a line has a line for each member.

    >>> print(toml_line("shift", ("Day", "evening")))
    shift = ["Day", "evening"]
    """
    line = f"{toml_key(name)} = {toml(value)}"
    if len(line) <= _WIDTH or not isinstance(value, tuple | list) or len(value) < 2:
        return line
    members = "".join(f"    {toml(one)},\n" for one in value)
    return f"{toml_key(name)} = [\n{members}]"


def _table(pairs: Iterable[tuple[str, object]]) -> str:
    written = [(name, words) for name, one in pairs if (words := toml(one))]
    return "{" + ", ".join(f"{toml_key(name)} = {words}" for name, words in written) + "}"


def toml_key(name: str) -> str:
    """Return a name as a key: bare where TOML takes it so, else in quotes.

    >>> toml_key("shift"), toml_key("St. Louis")
    ('shift', '"St. Louis"')
    """
    return name if name.isascii() and name.replace("_", "").isalnum() else toml(name)
