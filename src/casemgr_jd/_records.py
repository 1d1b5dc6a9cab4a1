"""``NamedTuple``, of which a wheel keeps the code that Python writes and reads anew for each class.

A wheel holds the ``__new__`` of each class. Where none is kept, or it does not fit the class, the class is
made by ``typing``. ``casemgr_jd._attrs_keeping`` writes what is kept.
"""

import sys
import typing
from collections import namedtuple
from types import FunctionType, new_class
from typing import TYPE_CHECKING, Any

from casemgr_jd._written import kept_code

if TYPE_CHECKING:
    from typing import NamedTuple

__all__ = ["KEPT_TUPLES", "NamedTuple"]

KEPT_TUPLES = "TUPLES"
"""The name under which the code is kept."""


_PATTERN: Any = namedtuple("_PATTERN", ["field"], module="collections")
"""A named tuple of Python's, of which is taken what each of them has."""
_UNEXPECTED = TypeError if sys.version_info >= (3, 13) else ValueError
"""What its ``_replace`` raises for a field that there is not."""


class _Common:
    """What ``typing`` writes anew for each of them, and is the same for all."""

    @classmethod
    def _make(cls: Any, iterable: Any) -> Any:
        made = tuple.__new__(cls, iterable)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self: Any, /, **changes: Any) -> Any:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise _UNEXPECTED(f"Got unexpected field names: {list(changes)!r}")
        return made

    def __repr__(self: Any) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self))
        return f"{self.__class__.__name__}({', '.join(shown)})"


_COMMON: dict[str, Any] = {
    "__slots__": (),
    **{name: vars(_Common)[name] for name in ("_make", "_replace", "__repr__")},
    **{name: vars(_PATTERN)[name] for name in ("_asdict", "__getnewargs__")},
    # Python 3.13 has it.
    **({"__replace__": vars(_Common)["_replace"]} if "__replace__" in vars(_PATTERN) else {}),
}
_FIELD: Any = type(vars(_PATTERN)["field"])


class _Maker(type):
    """Makes a class that is derived from ``NamedTuple``."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        written = kept_code(KEPT_TUPLES).get(f"{space['__module__']}:{space['__qualname__']}")
        names = tuple(space.get("__annotations__", ()))
        if written is not None and written.__code__.co_varnames[1:] == names:
            return _made_of_kept(name, space, names, written)
        own = {key: value for key, value in space.items() if key != "__orig_bases__"}
        return new_class(name, (typing.NamedTuple,), exec_body=lambda made: made.update(own))


def _made_of_kept(
    name: str, space: dict[str, Any], names: tuple[str, ...], written: FunctionType
) -> type:
    defaults = {one: space[one] for one in names if one in space}
    # As with those of Python, whose code belongs to no module.
    there = {"__name__": f"namedtuple_{name}", "__builtins__": {}, "_tuple_new": tuple.__new__}
    new = FunctionType(written.__code__, there, "__new__", tuple(defaults.values()))
    new.__qualname__, new.__annotations__ = f"{name}.__new__", space["__annotations__"]
    new.__doc__ = f"Create new instance of {name}({', '.join(names)})"
    fields = {one: _FIELD(at, f"Alias for field number {at}") for at, one in enumerate(names)}
    told = {
        "__doc__": f"{name}({', '.join(names)})",
        **_COMMON,
        **space,
        **fields,
        "__orig_bases__": (typing.NamedTuple,),
        "__new__": new,
        "_fields": names,
        "_field_defaults": defaults,
        "__match_args__": names,
    }
    return type(name, (tuple,), told)


class _NamedTuple:
    """What a class is derived from to be a named tuple."""

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        return (_BASE,)


_BASE = type.__new__(_Maker, "NamedTuple", (), {})

if not TYPE_CHECKING:
    NamedTuple = _NamedTuple()
