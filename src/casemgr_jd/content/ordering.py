"""Where an overlay's table stands among others of its kind: ``before`` or ``after`` one of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from casemgr_jd._names import did_you_mean
from casemgr_jd._records import NamedTuple
from casemgr_jd.errors import Problem

__all__ = ["KEYS", "Place", "place_of", "put"]

KEYS = ("before", "after")
"""The keys with which a table says where it stands."""


class Place(NamedTuple):
    """A place beside the table that has an id."""

    beside: str
    behind: bool


def place_of(
    table: Mapping[str, Any], known: Iterable[str], where: str, problems: list[Problem]
) -> Place | None:
    """Return the place that a table asks for; what is wrong with it goes to *problems*."""
    given = [key for key in KEYS if key in table]
    if not given:
        return None
    (key, *more), names = given, list(known)
    if more:
        problems.append(Problem(where, "says both before and after", "leave one of them out"))
        return None
    wanted = table[key]
    if not isinstance(wanted, str) or wanted not in names or wanted == table.get("id"):
        hint = did_you_mean(str(wanted), names) or f"one of: {', '.join(names)}"
        problems.append(
            Problem(f"{where}.{key}", f"names nothing to stand beside: {wanted!r}", hint)
        )
        return None
    return Place(wanted, key == "after")


def put(
    home: list[Any], one: Any, place: Place | None, is_beside: Callable[[Any, str], bool]
) -> None:
    """Put *one* into its list, at the end where it has no place or its neighbor is not there."""
    found = [index for index, other in enumerate(home) if place and is_beside(other, place.beside)]
    if place is None or not found:
        home.append(one)
    else:
        home.insert(found[-1] + 1 if place.behind else found[0], one)
