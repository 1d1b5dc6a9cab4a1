"""Reading many attributes of a value at once, and what each of them makes, made once for a value."""

from collections.abc import Callable, Hashable, Iterable
from itertools import compress
from operator import attrgetter, is_not
from typing import Any

__all__ = ["Remembered", "SeenBefore", "reader_of"]

_MOST_VALUES = 256
_MOST_SEEN = 8_192


def reader_of(names: Iterable[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what reads these attributes of a value, as a tuple however many they are.

    >>> reader_of(["real"])(3), reader_of(["real", "imag"])(3)
    ((3,), (3, 0))
    """
    listed = tuple(names)
    if not listed:
        return lambda value: ()
    read = attrgetter(*listed)
    return read if len(listed) > 1 else lambda value: (read(value),)


class Remembered:
    """What each of some attributes of a value makes, made anew only for one that is another object.

    Args:
        makers: by the name of an attribute, what makes something of it.

    >>> Remembered({"real": str, "imag": bool})(3)
    ('3', False)
    """

    def __init__(self, makers: dict[str, Callable[[Any], Any]]) -> None:
        # Each value is held, so that the identity by which it is found stays its own.
        self._makers: tuple[tuple[Callable[[Any], Any], dict[int, tuple[Any, Any]]], ...] = tuple(
            (make, {}) for make in makers.values()
        )
        self._read = reader_of(makers)
        self._places = range(len(makers))
        missing = object()
        self._last: tuple[tuple[Any, ...], tuple[Any, ...]] = (
            (missing,) * len(makers),
            (None,) * len(makers),
        )

    def __call__(self, value: object) -> tuple[Any, ...]:
        """Return what is made of each attribute, in order."""
        read = self._read(value)
        before, last = self._last
        made = list(last)
        # From one value to the next most attributes are the same: no loop of Python's own looks at those.
        for place in compress(self._places, map(is_not, read, before)):
            one, maker = read[place], self._makers[place]
            made[place] = (maker[1].get(id(one)) or _made(one, *maker))[1]
        found = tuple(made)
        # Kept as one, so that another thread finds values and what was made of them together.
        self._last = (read, found)
        return found


def _made(
    value: Any, make: Callable[[Any], Any], known: dict[int, tuple[Any, Any]]
) -> tuple[Any, Any]:
    if len(known) >= _MOST_VALUES:
        known.clear()
    found = known[id(value)] = value, make(value)
    return found


class SeenBefore:
    """Tells whether something came before, so that only what comes again is kept.

    Two things of one hash are taken for one: no harm is done by keeping something too early.

    >>> seen = SeenBefore()
    >>> seen("a"), seen("a"), seen("b")
    (False, True, False)
    """

    def __init__(self) -> None:
        self._hashes: set[int] = set()

    def __call__(self, thing: Hashable) -> bool:
        """Tell whether this was asked before; from now on it was."""
        number = hash(thing)
        if number in self._hashes:
            return True
        if len(self._hashes) >= _MOST_SEEN:
            self._hashes.clear()
        self._hashes.add(number)
        return False
