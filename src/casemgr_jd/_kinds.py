"""What an annotation takes: the one place that decides whether an argument is of the right kind.

The annotations of a function are what it says of its arguments anyway; here they are held to it, so that a
wrong one is refused where it enters, by its name, and not by whatever trips over it inside.
"""

import builtins
import collections.abc
import sys
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from os import PathLike
from typing import Any

from casemgr_jd._records import NamedTuple

__all__ = ["Kind", "kind_of"]


class Kind(NamedTuple):
    """What an annotation takes, and how a message names it."""

    words: str
    accepts: Callable[[Any], bool]
    exact: frozenset[type] = frozenset()
    """Classes whose values it takes without a closer look."""
    is_read_once: bool = False
    """Whether what comes piece by piece is to be held, for its pieces are looked at."""


def _anything(value: object) -> bool:
    return True


ANYTHING = Kind("anything", _anything)
NOTHING = Kind("None", lambda value: value is None, frozenset({type(None)}))


def kind_of(annotation: Any, names: Mapping[str, Any]) -> Kind:
    """Return what an annotation takes.

    Args:
        annotation: as it is written, a text too.
        names: what the names in it stand for, where it is a text.

    >>> kind_of("int | None", {}).words, kind_of("int | None", {}).accepts("5")
    ('an int or None', False)
    """
    return _Reader(names).kind(annotation)


class _ByName(type):
    """The class of a name that is not imported: it knows its instances by the names of their classes.

    There can be none before the module that makes them has been imported, so that nothing is missed. What
    offers all that a protocol asks for need not bear its name; that is looked up where no name fits.
    """

    def __instancecheck__(cls, value: object) -> bool:
        if any(one.__name__ == cls.__name__ for one in type(value).__mro__):
            return True
        named: Any = getattr(sys.modules.get(_PACKAGE), cls.__name__, None)
        return getattr(named, "_is_protocol", False) and _of_protocol(named).accepts(value)


class _Names(dict[str, Any]):
    """Names of a module, in which one that only a type checker imports stands for its class.

    So it does if it is public; of any other nothing is known.
    """

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            raise KeyError(name)
        public = getattr(sys.modules.get(_PACKAGE), "__all__", ())
        return _ByName(name, (), {}) if name in public else Any


_PACKAGE = __name__.partition(".")[0]


class _Reader:
    def __init__(self, names: Mapping[str, Any]) -> None:
        self._names = names

    def kind(self, annotation: Any) -> Kind:
        if isinstance(annotation, str):
            annotation = self._evaluated(annotation)
        if isinstance(annotation, typing.ForwardRef):
            return self.kind(annotation.__forward_arg__)
        if annotation is None or annotation is type(None):
            return NOTHING
        if annotation is Any:
            return ANYTHING
        if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
            return _of_class(annotation)
        origin = typing.get_origin(annotation)
        arguments = typing.get_args(annotation)
        if origin in (typing.Union, types.UnionType):
            return _either([self.kind(one) for one in arguments])
        if origin is typing.Literal:
            words = " or ".join(map(repr, arguments))
            return Kind(words, lambda value: isinstance(value, str | int) and value in arguments)
        if origin is type:
            return Kind("a class", lambda value: isinstance(value, type))
        if origin is collections.abc.Callable or annotation is Callable:
            return Kind("a function", callable)
        if origin is PathLike:
            return Kind("a path", _is_path)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self._table(origin, arguments)
        if isinstance(origin, type) and issubclass(origin, Iterable):
            return self._several(origin, arguments)
        return _of_class(origin) if isinstance(origin, type) else ANYTHING

    def _evaluated(self, text: str) -> Any:
        try:
            return eval(text, {"__builtins__": builtins}, _Names(self._names))
        except (TypeError, AttributeError):
            # What nothing is known of cannot be asked for its parts.
            return Any

    def _table(self, origin: Any, arguments: tuple[Any, ...]) -> Kind:
        keys, values = (
            self.kind(one) for one in (arguments if len(arguments) == 2 else (Any, Any))
        )
        return Kind(
            f"a mapping from {_bare(keys.words)} to {_bare(values.words)}",
            lambda value: (
                isinstance(value, origin)
                and all(keys.accepts(one) for one in value)
                and all(values.accepts(one) for one in value.values())
            ),
        )

    def _several(self, origin: Any, arguments: tuple[Any, ...]) -> Kind:
        if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
            return _places([self.kind(one) for one in arguments])
        member = self.kind(arguments[0]) if arguments else ANYTHING

        def accepts(value: Any) -> bool:
            # A text is a series of letters, which nobody means by it.
            if not isinstance(value, origin) or isinstance(value, str | bytes | bytearray):
                return False
            if isinstance(value, Iterator) or member.exact.issuperset(map(type, value)):
                return True
            return all(map(member.accepts, value))

        name = "a tuple" if origin is tuple else "a list" if origin is list else "an iterable"
        plain = _bare(member.words)
        words = name if member is ANYTHING else f"{name} of {plain}"
        return Kind(words, accepts, is_read_once=plain == "str" and origin is not tuple)


def _places(kinds: list[Kind]) -> Kind:
    def accepts(value: Any) -> bool:
        if not isinstance(value, tuple) or len(value) != len(kinds):
            return False
        return all(kind.accepts(one) for kind, one in zip(kinds, value, strict=True))

    return Kind(f"a tuple of {' and '.join(_bare(one.words) for one in kinds)}", accepts)


def _bare(words: str) -> str:
    return words.removeprefix("a ").removeprefix("an ")


def _of_class(kind: type) -> Kind:
    if kind is object:
        return ANYTHING
    if kind is bool:
        return Kind("a bool", lambda value: isinstance(value, bool), frozenset({bool}))
    if kind is int:
        return Kind("an int", _is_int, frozenset({int}))
    if kind is float:
        return Kind("a number", _is_number, frozenset({int, float}))
    if kind is date:
        return Kind("a date", _is_day, frozenset({date}))
    if getattr(kind, "_is_protocol", False):
        return _of_protocol(kind)
    vowel = "n" * (kind.__name__[:1].lower() in "aeiou")
    return Kind(
        f"a{vowel} {kind.__name__}", lambda value: isinstance(value, kind), frozenset({kind})
    )


def _of_protocol(kind: type) -> Kind:
    members = {*getattr(kind, "__annotations__", {}), *vars(kind)}
    wanted = [name for name in members if not name.startswith("_")]
    return Kind(
        f"a {kind.__name__}",
        lambda value: not isinstance(value, type) and all(hasattr(value, name) for name in wanted),
    )


def _either(kinds: list[Kind]) -> Kind:
    def accepts(value: Any) -> bool:
        return any(one.accepts(value) for one in kinds)

    return Kind(
        " or ".join(dict.fromkeys(one.words for one in kinds)),
        ANYTHING.accepts if ANYTHING in kinds else accepts,
        frozenset().union(*(one.exact for one in kinds)),
        any(one.is_read_once for one in kinds),
    )


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_day(value: object) -> bool:
    # A date with a time of day is another thing, though Python's class says that it is a date.
    return isinstance(value, date) and not isinstance(value, datetime)


def _is_path(value: object) -> bool:
    return isinstance(value, PathLike) and isinstance(value.__fspath__(), str)
