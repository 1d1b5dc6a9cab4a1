"""Making values anew from their kept form: plain data, columns of it by class, without a look at any of it.

What is kept was read and checked when the wheel was built, by the classes that read everything else. The form
is plain data and names classes; nothing in it is run. ``casemgr_jd._keeping`` writes it.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from itertools import islice, repeat
from typing import Any, TypeVar

from casemgr_jd._attrs import fields

__all__ = ["MismatchError", "fields_of", "filled", "restored"]


T = TypeVar("T")


class MismatchError(ValueError):
    """What is kept is not of the classes that there are."""


def restored(form: Iterable[tuple[Any, ...]]) -> Any:
    """Return the value whose kept form this is: the last that its pools make.

    Raises:
        MismatchError: a class has other fields now.

    >>> restored((("plain", ("a", "b")), ("rows", "builtins:tuple", ((0, 1, 0),))))
    ('a', 'b', 'a')
    """
    made: list[Any] = []
    for kind, *told in form:
        made += _POOLS[kind](made, *told)
    return made[-1]


def filled(kind: type[T], values: Mapping[str, Any]) -> T:
    """Return an instance of an attrs class with these values in its fields, not looked at."""
    made = kind.__new__(kind)
    for name, value in values.items():
        getattr(kind, name).__set__(made, value)
    return made


def fields_of(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of an attrs class or of a named tuple, in order."""
    if issubclass(kind, tuple):
        names: tuple[str, ...] = getattr(kind, "_fields")  # noqa: B009 - no type tells of it
        return names
    return tuple(one.name for one in fields(kind))  # type: ignore[arg-type]


def _plain(made: list[Any], values: Iterable[Any]) -> Iterable[Any]:
    return values


def _dates(made: list[Any], days: Iterable[int]) -> Iterable[Any]:
    return map(date.fromordinal, days)


def _members(made: list[Any], home: str, values: Iterable[Any]) -> Iterable[Any]:
    return map(_class(home), values)


def _rows(made: list[Any], home: str, rows: Iterable[tuple[int, ...]]) -> Iterable[Any]:
    kind, take = _class(home), made.__getitem__
    return [kind(map(take, row)) for row in rows]


def _maps(
    made: list[Any], home: str, rows: Iterable[tuple[tuple[str, ...], tuple[int, ...]]]
) -> Iterable[Any]:
    kind, take = _class(home), made.__getitem__
    return [kind(dict(zip(keys, map(take, values)))) for keys, values in rows]


def _things(
    made: list[Any],
    home: str,
    fields: tuple[str, ...],
    count: int,
    columns: Iterable[tuple[str, Any]],
) -> Iterable[Any]:
    kind = _class(home)
    if fields_of(kind) != fields:
        raise MismatchError(f"{home} has other fields than when it was kept")
    filled = [_column(made, how, what) for how, what in columns]
    if issubclass(kind, tuple):
        return map(partial(tuple.__new__, kind), islice(zip(*filled), count))
    things = [kind.__new__(kind) for _ in range(count)]
    for name, values in zip(fields, filled):
        # A frozen class sets its own fields so, too.
        deque(map(getattr(kind, name).__set__, things, values), maxlen=0)
    return things


def _column(made: list[Any], how: str, what: Any) -> Iterable[Any]:
    if how == "all":
        return repeat(what)
    if how == "all made":
        return repeat(made[what])
    return what if how == "each" else map(made.__getitem__, what)


def _class(home: str) -> Any:
    module, _, name = home.partition(":")
    return getattr(import_module(module), name)


_POOLS: Mapping[str, Any] = {
    "plain": _plain,
    "dates": _dates,
    "members": _members,
    "rows": _rows,
    "maps": _maps,
    "things": _things,
}
