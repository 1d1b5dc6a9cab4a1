"""Hooks of renderers as doors: whoever calls one from outside a rendering has its arguments looked at.

Inside a rendering a hook is called by its renderer, which has just looked at what it gives. Hundreds of such
calls make a posting, so that what works on a document is of a class that has the hooks as they were written.
"""

from collections.abc import Callable, Mapping
from copy import copy
from functools import wraps
from types import FunctionType
from typing import Any, TypeVar

from casemgr_jd._doors import door
from casemgr_jd._reading import reader_of

__all__ = ["as_written", "at_work", "guard_hooks", "inside_class"]

C = TypeVar("C", bound=type)
R = TypeVar("R")


def guard_hooks(kind: C) -> C:
    """Make a door of each public method of a renderer, for those who call it outside a rendering."""
    if _INSIDE in vars(kind):
        return kind
    for name, one in list(vars(kind).items()):
        is_hook = isinstance(one, FunctionType) and not name.startswith("_")
        if is_hook and not hasattr(one, "__wrapped__"):
            setattr(kind, name, _guarded(one))
    return kind


def inside_class(kind: type[Any]) -> type[Any]:
    """Return the class of what works on a document: *kind*, with its hooks as they were written."""
    made: type[Any] | None
    made, read, hooks = vars(kind).get(_INSIDE, _NONE_YET)
    # Somebody may have given the class another hook since.
    if made is None or read(kind) != hooks:
        found = {name: one for name in dir(kind) if hasattr(one := getattr(kind, name), _BARE)}
        made, read = _made(kind, found), reader_of(found)
        setattr(kind, _INSIDE, (made, read, tuple(found.values())))
    return made


def at_work(renderer: R) -> R:
    """Return a copy of a renderer that has the hooks as they were written."""
    kind = inside_class(type(renderer))
    if not kind._copies_plainly:
        run = copy(renderer)
        run.__class__ = kind
        return run
    # Done for each posting: a plain copy asks a renderer for its state and how to take it.
    made: R = object.__new__(kind)
    made.__dict__.update(renderer.__dict__)
    return made


def as_written(hook: Callable[..., Any]) -> Callable[..., Any]:
    """Return a hook as it was written, which is how a class has it inside a rendering."""
    return getattr(hook, _BARE, hook)


_INSIDE = "_inside_class"
_OF_COPYING = ("__new__", "__copy__", "__reduce__", "__reduce_ex__", "__getstate__", "__setstate__")
_NONE_YET: tuple[Any, ...] = (None, None, ())
_BARE = "_bare"


def _made(kind: type[Any], hooks: Mapping[str, Any]) -> type[Any]:
    own = {
        "__module__": kind.__module__,
        "__qualname__": kind.__qualname__,
        "__doc__": kind.__doc__,
    }
    bare = {name: as_written(hook) for name, hook in hooks.items()}
    meta: Any = type(kind)
    made: type[Any] = meta(kind.__name__, (kind,), {**own, **bare, "__slots__": (), _INSIDE: ()})
    setattr(made, _INSIDE, (made, reader_of(()), ()))
    made._copies_plainly = all(
        getattr(kind, name, None) is getattr(object, name, None) for name in _OF_COPYING
    ) and not any(vars(base).get("__slots__") for base in kind.__mro__)
    return made


def _guarded(hook: Callable[..., Any]) -> Callable[..., Any]:
    checked = door()(hook)

    @wraps(hook)
    def called(self: Any, *arguments: Any, **named: Any) -> Any:
        # Only the copy that works on a document has one; it comes here from a hook that asks its base class.
        if "document" in self.__dict__:
            return hook(self, *arguments, **named)
        return checked(self, *arguments, **named)

    setattr(called, _BARE, hook)
    return called
