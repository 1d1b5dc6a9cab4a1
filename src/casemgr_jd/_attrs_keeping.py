"""What a wheel keeps of what attrs and ``typing`` write for our classes; used where a wheel is built.

``casemgr_jd._attrs`` and ``casemgr_jd._records`` make the classes of it again.
"""

import inspect
import os
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from textwrap import indent
from typing import Any

import attrs

import casemgr_jd
from casemgr_jd._attrs import KEPT_CLASSES, marks_of, of_attrs
from casemgr_jd._records import KEPT_TUPLES
from casemgr_jd._version import __version__

__all__ = ["classes_module", "our_classes", "our_tuples"]

_TOLD = ("__attrs_attrs__", "__attrs_props__", "__match_args__")
_PLAIN = ("NOTHING", "_cached_setattr_get", "attr_dict")
_OF_A_FIELD = ("__attr_converter_", "__attr_factory_")
_WRITTEN_BY_ATTRS = ("__eq__", "__hash__")


def our_classes() -> list[type]:
    """Return the classes that attrs makes for us, in the modules that can be imported here."""
    return [one for one in _all_classes() if "__attrs_attrs__" in vars(one)]


def our_tuples() -> list[type]:
    """Return our named tuples, in the modules that can be imported here."""
    return [one for one in _all_classes() if "_fields" in vars(one) and issubclass(one, tuple)]


@cache
def _all_classes() -> list[type]:
    found = {}
    for module in walk_packages(casemgr_jd.__path__, "casemgr_jd."):
        if module.name.endswith("__main__") or ".data." in module.name:
            continue
        try:
            members = vars(import_module(module.name)).values()
        except ImportError:
            # What needs more than a wheel is built with is made by attrs, as ever.
            continue
        for one in members:
            if isinstance(one, type) and one.__module__.startswith("casemgr_jd."):
                found[_home(one)] = one
    return [one for _, one in sorted(found.items())]


def classes_module(classes: Iterable[type], tuples: Iterable[type] = ()) -> str:
    """Return the source of a module that keeps what was written for classes of attrs and named tuples."""
    kept = [one for one in map(of_attrs, classes) if _can_be_kept(one)]
    functions, entries = [], []
    for number, kind in enumerate(kept):
        code = _filling(kind, f"_{number}")
        functions.append(code)
        rows = tuple(map(_row, attrs.fields(kind)))
        asked = tuple(sorted(_asked(kind)))
        made_of = f"({rows!r}, {asked!r}, {f'_{number}' if code else None})"
        entries.append(f"    {_home(kind)!r}: {made_of},\n")
    news = [f"    {_home(kind)!r}: {_new(kind)},\n" for kind in tuples]
    return (
        f"VERSION = {__version__!r}\n\n\n{''.join(functions)}"
        f"{KEPT_CLASSES} = {{\n{''.join(entries)}}}\n"
        f"{KEPT_TUPLES} = {{\n{''.join(news)}}}\n"
    )


def _home(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


def _new(kind: Any) -> str:
    names = "".join(f"{name}, " for name in kind._fields)
    return f"lambda _cls, {names}: _tuple_new(_cls, ({names}))"


def _can_be_kept(kind: type) -> bool:
    """Tell whether there is nothing about a class that only attrs knows how to make."""
    chain = [one for one in kind.__mro__ if "__attrs_attrs__" in vars(one)]
    slots = [name for one in chain for name in vars(one).get("__slots__", ())]
    names = [name for one in chain for name in _own_names(one)]
    return (
        not any(_is_of_attrs(vars(one).get(name)) for one in chain for name in _WRITTEN_BY_ATTRS)
        and all("__slots__" in vars(one) for one in kind.__mro__[:-1] if one.__module__ != "typing")
        and len(slots) == len(set(slots))
        and len(names) == len(set(names))
    )


def _own_names(kind: type) -> list[str]:
    return [one.name for one in attrs.fields(kind) if not one.inherited]


def _row(one: Any) -> tuple[Any, ...]:
    is_factory = isinstance(one.default, attrs.Factory)  # type: ignore[arg-type]
    is_given = one.default is not attrs.NOTHING and not is_factory
    marks = marks_of(is_given, is_factory, one.converter is not None)
    concluded = (one.init, bool(one.eq), one.hash, one.kw_only, one.alias)
    is_usual = concluded == (True, True, None, False, one.name)
    return one.name, marks, *(() if is_usual else concluded)


def _asked(kind: type) -> Iterator[str]:
    """Yield the names of what attrs wrote into a class beside what fills a new value."""
    for name, one in vars(kind).items():
        if name in _TOLD or (name != "__init__" and _is_of_attrs(one)):
            yield name


def _is_of_attrs(one: object) -> bool:
    code = getattr(one, "__code__", None)
    home = os.path.dirname(attrs.define.__code__.co_filename)
    return code is not None and code.co_filename.startswith(("<attrs generated", home))


def _filling(kind: type, name: str) -> str:
    """Return a function that makes the ``__init__`` of a class; nothing where it needs attrs itself."""
    written = inspect.unwrap(getattr(kind, "__init__"))  # noqa: B009 - of the class, not of a value
    source = inspect.getsource(written)
    wanted = [one for one in written.__code__.co_names if one in written.__globals__]
    wanted = list(dict.fromkeys([*wanted, *(one for one in _PLAIN if one in source)]))
    if not all(one in _PLAIN or one.startswith(_OF_A_FIELD) for one in wanted):
        return ""
    return f"def {name}({', '.join(wanted)}):\n{indent(source, '    ')}    return __init__\n\n\n"
