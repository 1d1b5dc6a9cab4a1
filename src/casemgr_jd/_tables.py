"""Parsing TOML and JSON into tables: one way, in which no key is lost and nothing is nested without end."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from casemgr_jd.errors import InputError, Problem

__all__ = ["DEEPEST", "json_value", "toml_table", "version_problem"]

DEEPEST = 200
"""How many tables and lists may stand one inside the other; whatever follows may walk down them."""

Refusal: TypeAlias = type[InputError]


def toml_table(text: str, name: str = "", refusal: Refusal = InputError) -> Mapping[str, Any]:
    """Parse TOML.

    Args:
        text: what a file holds.
        name: where it came from, for messages.
        refusal: the class of the error to raise.

    Raises:
        InputError: it is no TOML, with the line; or it is nested too deep.
    """
    import tomllib

    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # Besides a syntax error: a number of more digits than Python reads.
        hint = "see that line; text stands in quotes"
        raise refusal([Problem("", f"is not valid TOML: {_reason(error)}", hint)], name) from None
    _must_be_shallow(table, "TOML", name, refusal)
    return table


def json_value(
    text: str | bytes, name: str = "", refusal: Refusal = InputError, *, strict: bool = True
) -> Any:
    """Parse JSON; no key may stand twice in one table, and no number may be none.

    Args:
        text: what a file holds.
        name: where it came from, for messages.
        refusal: the class of the error to raise.
        strict: whether a line break in the middle of a text is refused.

    Raises:
        InputError: it is no such JSON, or it is nested too deep.
    """
    import json

    try:
        value = json.loads(
            text,
            strict=strict,
            object_pairs_hook=_without_repetition,
            parse_constant=_no_number,
        )
    except (ValueError, RecursionError) as error:
        raise refusal([Problem("", f"is not valid JSON: {_reason(error)}")], name) from None
    _must_be_shallow(value, "JSON", name, refusal)
    return value


def version_problem(found: object, known: int) -> list[Problem]:
    """Return the problem with a ``schema_version`` that is not the *known* one."""
    # True equals 1, and is no version.
    if type(found) is int and found == known:
        return []
    return [Problem("schema_version", f"is {_short(found)}", f"this version reads {known}")]


def _short(found: object) -> str:
    known = isinstance(found, str | bool | float) or (type(found) is int and abs(found) < 1_000_000)
    return f"{found!r:.40}" if known else f"a {type(found).__name__}"


def _reason(error: Exception) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make a table of the pairs; of a key that stands twice, one value would be lost in silence."""
    table = dict(pairs)
    if len(table) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise ValueError(f"the key {twice!r} stands twice in one table")
    return table


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is not a number that JSON has")


_NESTING = (dict, list)


def _must_be_shallow(value: Any, language: str, name: str, refusal: Refusal) -> None:
    level = [value] if isinstance(value, _NESTING) else []
    for _ in range(DEEPEST):
        level = [
            one
            for outer in level
            for one in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(one, _NESTING)
        ]
        if not level:
            return
    reason = f"is not valid {language}: it is nested more than {DEEPEST} deep"
    raise refusal([Problem("", reason, "give tables and lists that are less deep")], name)
