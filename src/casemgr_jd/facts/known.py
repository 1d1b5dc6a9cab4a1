"""A property of what a text says: worked out when it is first asked for, with a note of what it read for that."""

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from casemgr_jd._records import NamedTuple

__all__ = ["Worked", "fact", "fact_named"]

T = TypeVar("T")


class Worked(NamedTuple):
    """What a property came to, and what was asked of the text (and of other properties) for it."""

    value: Any
    reads: set[Hashable]


def fact_named(name: str) -> Hashable:
    """Name the question for a property."""
    return ("fact", name)


class fact(Generic[T]):
    """A property of an object with a ``source`` and a dictionary ``worked_out``; it is worked out once."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find, self.__doc__ = find, find.__doc__
        self._name, self._read = find.__name__, fact_named(find.__name__)

    def __get__(self, facts: Any, owner: Any = None) -> T:
        if facts is None:
            return self  # type: ignore[return-value]  # the class is asked for its documentation
        notes = facts.source.notes
        notes.add(self._read)
        known = facts.worked_out.get(self._name)
        if known is None:
            with notes.taken() as reads:
                value = self._find(facts)
            known = facts.worked_out[self._name] = Worked(value, reads)
        found: T = known.value
        return found
