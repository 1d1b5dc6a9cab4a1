"""What the readers of a schema.org ``JobPosting`` have in common: plain values, and what says too little."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from casemgr_jd._embedded import plain_lines
from casemgr_jd._records import NamedTuple

__all__ = [
    "Partly",
    "Unread",
    "all_of",
    "constant",
    "each",
    "lines",
    "named",
    "number",
    "text",
    "texts",
]

# Three digits behind a dot may be thousands, as much of the world writes them.
_NUMBER = re.compile(r"\d+(?:\.\d{1,2})?")


class Unread(Exception):
    """A property does not say plainly what a field means: the reason, and what to do."""

    def __init__(self, reason: str, hint: str = "fill the field by hand") -> None:
        super().__init__(reason, hint)
        self.reason: str = reason
        self.hint: str = hint


class Partly(NamedTuple):
    """A value of which a part could be read, and why the others could not."""

    value: Any
    problems: tuple[Unread, ...]


def text(value: Any, job: Mapping[str, Any]) -> str:
    """Read one text, without tags."""
    if isinstance(value, str):
        return " ".join(plain_lines(value))
    raise Unread("is not one text")


def texts(value: Any, job: Mapping[str, Any]) -> list[str]:
    """Read lines of text, of one value or of several."""
    return [line for one in all_of(value) for line in lines(one)]


def lines(value: Any) -> list[str]:
    """Return the lines of a text, without tags."""
    if isinstance(value, str):
        return plain_lines(value)
    raise Unread("is not a list of texts")


def all_of(value: Any) -> list[Any]:
    """Return one value or several as several."""
    return value if isinstance(value, list) else [value]


def each(value: Any, read: Callable[[Any], Any]) -> Any:
    """Return what can be read of several values, and why the others cannot."""
    found: list[Any] = []
    problems: list[Unread] = []
    for one in all_of(value):
        try:
            found.append(read(one))
        except Unread as error:
            problems.append(error)
    known = [one for one in found if one is not None]
    return Partly(known, tuple(problems)) if problems else known


def constant(value: Any) -> str:
    """Return the name of a constant in capital letters alone, however pages write it.

    >>> constant("Full-time"), constant("https://schema.org/FULL_TIME")
    ('FULLTIME', 'FULLTIME')
    """
    name = re.split(r"[/#]", value)[-1] if isinstance(value, str) else ""
    return "".join(one for one in name.upper() if one.isalpha())


def number(value: Any) -> float:
    """Read a plain number, as a figure or as a text."""
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return float(value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise Unread(f"holds an amount that is not a plain number: {value!r}")


def named(value: Any, job: Mapping[str, Any]) -> str:
    """Read what is given by name, or as a text."""
    if not isinstance(value, dict):
        return text(value, job)
    if "name" not in value and isinstance(value.get("@id"), str):
        raise Unread(f"stands under {value['@id']!r}, which is nowhere on the page")
    return text(value.get("name"), job)
