"""Reading many attributes of a value at once, and comparing them with those read before."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

__all__ = ["Remembered", "reader_of"]


def reader_of(names: Iterable[str]) -> Callable[[object], tuple[Any, ...]]:
    """Return what reads these attributes of a value, as a tuple however many they are.

    >>> reader_of(["real"])(3), reader_of(["real", "imag"])(3)
    ((3,), (3, 0))
    """
    listed = tuple(names)
    if len(listed) > 1:
        return attrgetter(*listed)
    return lambda value: tuple(getattr(value, name) for name in listed)


class Remembered:
    """What each of some attributes of a value makes, made anew only for those that are another object.

    Args:
        makers: by the name of an attribute, what makes something of it.

    >>> Remembered({"real": str, "imag": bool})(3)
    ('3', False)
    """

    def __init__(self, makers: dict[str, Callable[[Any], Any]]) -> None:
        self._makers = tuple(makers.values())
        self._read = reader_of(makers)
        missing = object()
        self._last: tuple[tuple[Any, ...], tuple[Any, ...]] = (
            (missing,) * len(makers),
            (None,) * len(makers),
        )

    def __call__(self, value: object) -> tuple[Any, ...]:
        """Return what is made of each attribute, in order."""
        read = self._read(value)
        before, made = self._last
        found = tuple(
            [
                known if one is last else make(one)
                for one, last, known, make in zip(read, before, made, self._makers)
            ]
        )
        # Kept as one, so that another thread finds values and what was made of them together.
        self._last = (read, found)
        return found
