"""The kept form of values: plain data from which they are made anew without a look at any of it.

Equal values are kept once. Used where a wheel is built; ``casemgr_jd._restoring`` reads the form.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from casemgr_jd._records import NamedTuple
from casemgr_jd._restoring import fields_of

__all__ = ["kept"]

_PLAIN = ("plain",)
_TEXTS_AND_NUMBERS = (str, int, float, bool, type(None))


class _Kept(NamedTuple):
    """One value: the pool that it is made in, and from what; parts are numbers of other values."""

    depth: int
    """One more than that of its deepest part: a pool is made after those that it takes from."""
    pool: tuple[str, ...]
    parts: tuple[int, ...] = ()
    plain: Any = None


def kept(value: object) -> tuple[tuple[Any, ...], ...]:
    """Return the kept form of a value, of immutable classes and plain containers.

    Raises:
        TypeError: something in it is of a class that is not kept, such as a function.

    >>> from datetime import date
    >>> day = date(2026, 11, 26)
    >>> kept((("a", "b"), day, ("a", "b"), day))
    (('dates', (739946,)), ('plain', (('a', 'b'),)), ('rows', 'builtins:tuple', ((1, 0, 1, 0),)))
    """
    keeper = _Keeper()
    keeper.number(value)
    return tuple(keeper.pools())


class _Keeper:
    """Numbers values, equal ones once, each after its parts; the last is the whole."""

    def __init__(self) -> None:
        self._found: list[_Kept] = []
        self._numbers: dict[Any, int] = {}
        self._seen: dict[int, tuple[object, int]] = {}

    def number(self, value: object) -> int:
        if id(value) not in self._seen:
            found = self._kept(value)
            # Equal is not enough: 1, 1.0 and True are; and what can be changed is nobody else's.
            own = id(value) if isinstance(value, list | dict) else 0
            key = (found.pool, found.parts, repr(found.plain), own)
            self._seen[id(value)] = value, self._numbers.setdefault(key, len(self._found))
            if len(self._numbers) > len(self._found):
                self._found.append(found)
        return self._seen[id(value)][1]

    def _kept(self, value: Any) -> _Kept:
        kind = type(value)
        home = f"{kind.__module__}:{kind.__qualname__}"
        if _is_plain(value):
            return _Kept(0, _PLAIN, (), value)
        if isinstance(value, Enum):
            return _Kept(0, ("members", home), (), value.value)
        if isinstance(value, date) and not isinstance(value, datetime):
            return _Kept(0, ("dates",), (), value.toordinal())
        if kind is tuple or kind is list:
            return self._made(("rows", home), value)
        if isinstance(value, Mapping):
            return self._made(("maps", home), value.values(), tuple(value))
        if hasattr(kind, "__attrs_attrs__") or hasattr(kind, "_fields"):
            fields = fields_of(kind)
            return self._made(("things", home, *fields), [getattr(value, one) for one in fields])
        raise TypeError(f"a {kind.__qualname__} is not kept: {value!r:.80}")

    def _made(self, pool: tuple[str, ...], parts: Iterable[object], plain: Any = None) -> _Kept:
        numbers = tuple(map(self.number, parts))
        depth = 1 + max((self._found[one].depth for one in numbers), default=0)
        return _Kept(depth, pool, numbers, plain)

    def pools(self) -> Iterator[tuple[Any, ...]]:
        """Yield the pools, each after those that it takes from."""
        groups: dict[tuple[int, tuple[str, ...]], list[int]] = {}
        for number, one in enumerate(self._found):
            groups.setdefault((one.depth, one.pool), []).append(number)
        ordered = dict(sorted(groups.items()))
        taken = {len(self._found) - 1}.union(*map(self._taken, ordered.values()))
        places: dict[int, int] = {}
        for (_, pool), numbers in ordered.items():
            members = [one for one in numbers if one in taken]
            places |= {one: len(places) + index for index, one in enumerate(members)}
            if members:
                yield self._pool(pool, [self._found[one] for one in members], places)

    def _taken(self, numbers: list[int]) -> Iterator[int]:
        """Yield the numbers of the values that a pool takes from others."""
        members = [self._found[one] for one in numbers]
        for column in _columns(members) if members[0].pool[0] == "things" else ():
            yield from () if self._are_plain(column) else column
        for one in members if members[0].pool[0] != "things" else ():
            yield from one.parts

    def _pool(
        self, pool: tuple[str, ...], members: list[_Kept], places: Mapping[int, int]
    ) -> tuple[Any, ...]:
        kind, *home = pool
        rows = [tuple(places[part] for part in one.parts if part in places) for one in members]
        if kind == "rows":
            return (kind, *home, tuple(rows))
        if kind == "maps":
            return (kind, *home, tuple((one.plain, row) for one, row in zip(members, rows)))
        if kind == "things":
            columns = tuple(self._column(one, places) for one in _columns(members))
            return (kind, home[0], tuple(home[1:]), len(members), columns)
        return (*pool, tuple(one.plain for one in members))

    def _column(self, column: tuple[int, ...], places: Mapping[int, int]) -> tuple[str, Any]:
        alike = len(set(column)) == 1
        if self._are_plain(column):
            values = tuple(self._found[one].plain for one in column)
            return ("all", values[0]) if alike else ("each", values)
        numbers = tuple(places[one] for one in column)
        return ("all made", numbers[0]) if alike else ("each made", numbers)

    def _are_plain(self, column: tuple[int, ...]) -> bool:
        return all(self._found[one].pool == _PLAIN for one in column)


def _columns(members: list[_Kept]) -> list[tuple[int, ...]]:
    return list(zip(*(one.parts for one in members)))


def _is_plain(value: object) -> bool:
    if type(value) is tuple:
        return all(map(_is_plain, value))
    return type(value) in _TEXTS_AND_NUMBERS
