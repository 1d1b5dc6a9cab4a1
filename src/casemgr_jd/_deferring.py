"""Fields of a value that are read when they are first asked for, where few programs ask for them all."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

__all__ = ["Deferring", "defer"]


class Deferring:
    """A value of an attrs class with slots, some of whose fields may wait to be read."""

    __slots__ = ("_deferred",)

    _deferred: dict[str, Callable[[], Any]]

    # A type checker would take any name for a field.
    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            # Python asks here only for what is not there.
            try:
                read = object.__getattribute__(self, "_deferred")[name]
            except (AttributeError, KeyError):
                told = f"{type(self).__name__!r} object has no attribute {name!r}"
                raise AttributeError(told, name=name, obj=self) from None
            value = read()
            getattr(type(self), name).__set__(self, value)
            return value


def defer(value: Deferring, name: str, read: Callable[[], Any]) -> None:
    """Have a field of a value, whatever it holds, read with the first use of it."""
    if not hasattr(value, "_deferred"):
        _DEFERRED.__set__(value, {})
    value._deferred[name] = read
    field: Any = getattr(type(value), name)
    field.__delete__(value)


_DEFERRED: Any = vars(Deferring)["_deferred"]
"""Sets what waits in a value of a frozen class."""
