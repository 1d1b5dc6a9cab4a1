"""Values that a wheel keeps ready beside its TOML, in modules of ``casemgr_jd.data`` that the build wrote.

Where one is missing or will not load, or a kept value is of another version or made from other tables, the
content is read instead.
"""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

from casemgr_jd._pause import collector_paused
from casemgr_jd._restoring import restored
from casemgr_jd._version import __version__
from casemgr_jd._written import packed

__all__ = ["kept_module", "kept_value", "mark"]


def kept_value(name: str, value: str) -> Any:
    """Return a value kept in the module of that name, or nothing where there is none to be used."""
    with collector_paused():
        module = packed(name)
        if module is None:
            return None
        try:
            return restored(module.FORMS[value]) if _fits(module) else None
        except Exception:
            # As above; and a form that fits no class here is of another day.
            return None


@cache
def _fits(module: Any) -> bool:
    """Tell whether a module keeps what this version would read, of the tables that are here."""
    made_from: Mapping[str, tuple[int, bytes]] = module.MADE_FROM
    return bool(__version__ == module.VERSION) and all(
        _mark_beside(module, name) == mark for name, mark in made_from.items()
    )


def kept_module(values: Mapping[str, object], made_from: Mapping[str, bytes]) -> str:
    """Return the source of a module that keeps values, made from other packed modules with these sources.

    >>> print(kept_module({"pair": ("a", 1)}, {"_compiled": b"TABLES = {}"}))
    VERSION = ...
    MADE_FROM = {'_compiled': (11, b'TABLES = {}')}
    FORMS = {'pair': (('plain', (('a', 1),)),)}
    """
    from casemgr_jd._keeping import kept

    told = {
        "VERSION": __version__,
        "MADE_FROM": {name: mark(source) for name, source in made_from.items()},
        "FORMS": {name: kept(value) for name, value in values.items()},
    }
    return "".join(f"{name} = {value!r}\n" for name, value in told.items())


def mark(source: bytes) -> tuple[int, bytes]:
    """Return what is another when the source is: no lock, a mark of belonging together.

    That is its size and how it starts, for the build writes a digest of its tables there.
    """
    return len(source), source[:_HEAD]


_HEAD = 256
"""How much of a source is looked at: to read all of it would take a start longer than what is kept in it."""


def _mark_beside(module: Any, name: str) -> tuple[int, bytes]:
    """Return the mark of the source of a module that stands beside another, in a folder or in an archive."""
    place = os.path.join(os.path.dirname(module.__spec__.origin), f"{name}.py")
    try:
        with open(place, "rb") as file:
            return os.fstat(file.fileno()).st_size, file.read(_HEAD)
    except OSError:
        return mark(module.__spec__.loader.get_data(place))
