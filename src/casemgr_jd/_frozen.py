"""Immutable, hashable containers for what stands inside immutable values."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from casemgr_jd._clean import clean_line

__all__ = ["FrozenMap", "frozen_deep", "in_order", "strings"]

T = TypeVar("T")
V = TypeVar("V")


def in_order(values: Iterable[T]) -> tuple[T, ...]:
    """Return values as they come; those of a set in an order that is the same in every run."""
    return tuple(sorted(values, key=str) if isinstance(values, set | frozenset) else values)


def strings(values: str | Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple of clean lines: what a frozen value keeps of any list of them.

    One text is a list of one, here and wherever a list of texts is wanted.

    >>> strings("RN"), strings(["RN", " LCSW "])
    (('RN',), ('RN', 'LCSW'))
    """
    if isinstance(values, str):
        values = (values,)
    return tuple(map(clean_line, in_order(values)))


def frozen_deep(value: Any) -> Any:
    """Return plain data with its lists as tuples and its tables as maps that cannot change.

    >>> frozen_deep({"words": ["a", "b"]})
    FrozenMap({'words': ('a', 'b')})
    """
    if isinstance(value, Mapping):
        return FrozenMap({key: frozen_deep(one) for key, one in value.items()})
    if isinstance(value, list | tuple):
        return tuple(map(frozen_deep, value))
    return value


class FrozenMap(Mapping[str, V], Generic[V]):
    """A mapping of strings that cannot change, compares by content and can be hashed.

    >>> FrozenMap({"WY": 40, "CO": 1900})
    FrozenMap({'CO': 1900, 'WY': 40})
    """

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, items: Mapping[str, V] | None = None) -> None:
        ordered = {key: items[key] for key in sorted(items)} if items else {}
        object.__setattr__(self, "_items", ordered)

    def __getitem__(self, key: str) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        if other.__class__ is FrozenMap:
            # As any mapping does, without a copy of both.
            return self._items == other._items
        return super().__eq__(other)

    def __hash__(self) -> int:
        return hash(tuple(self._items.items()))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("a FrozenMap cannot be changed")

    def __reduce__(self) -> tuple[type["FrozenMap[V]"], tuple[dict[str, V]]]:
        return (FrozenMap, (dict(self._items),))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"
