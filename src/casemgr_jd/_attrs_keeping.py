"""What a wheel keeps of what attrs writes for our classes; used where a wheel is built.

``casemgr_jd._attrs`` makes the classes of it again.
"""

import inspect
import os
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages
from textwrap import indent
from typing import Any

import attrs

import casemgr_jd
from casemgr_jd._attrs import marks_of, of_attrs
from casemgr_jd._version import __version__

__all__ = ["classes_module", "our_classes"]

_TOLD = ("__attrs_attrs__", "__attrs_props__", "__match_args__")
_PLAIN = ("NOTHING", "_cached_setattr_get", "attr_dict")
_OF_A_FIELD = ("__attr_converter_", "__attr_factory_")
_WRITTEN_BY_ATTRS = ("__eq__", "__hash__")


def our_classes() -> list[type]:
    """Return the classes that attrs makes for us, in the modules that can be imported here."""
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
                found[f"{one.__module__}:{one.__qualname__}"] = one
    return [one for _, one in sorted(found.items()) if "__attrs_attrs__" in vars(one)]


def classes_module(classes: Iterable[type]) -> str:
    """Return the source of a module that keeps what attrs wrote for *classes*."""
    kept = [one for one in map(of_attrs, classes) if _can_be_kept(one)]
    functions, entries = [], []
    for number, kind in enumerate(kept):
        code = _filling(kind, f"_{number}")
        functions.append(code)
        rows = tuple(map(_row, attrs.fields(kind)))
        asked = tuple(sorted(_asked(kind)))
        entries.append(
            f"    {f'{kind.__module__}:{kind.__qualname__}'!r}: "
            f"({rows!r}, {asked!r}, {f'_{number}' if code else None}),\n"
        )
    return (
        f"VERSION = {__version__!r}\n\n\n{''.join(functions)}CLASSES = {{\n{''.join(entries)}}}\n"
    )


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
