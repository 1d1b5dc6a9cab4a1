"""Modules that the build writes into a wheel: tables and values as Python literals, and code of attrs.

They are as much to be trusted as the code beside them: installed with it, never written while it runs.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from casemgr_jd._version import __version__

__all__ = ["KEPT_CODE", "kept_code", "packed", "packed_tables"]

KEPT_CODE = "_classes_kept"
"""The module in which a wheel keeps code for our classes."""


def packed(name: str) -> ModuleType | None:
    """Return the module of that name that the build wrote, or nothing where none can be had."""
    try:
        return import_module(f"casemgr_jd.data.{name}")
    except Exception:
        # A damaged file is damaged in any way: no syntax, no end, no characters.
        return None


def packed_tables(name: str) -> Mapping[str, Mapping[str, Any]] | None:
    """Return the tables that the build wrote under *name*, or nothing where none can be had."""
    return getattr(packed(name), "TABLES", None)


@cache
def kept_code(kind: str) -> Mapping[str, Any]:
    """Return what is kept for one kind of classes, by their homes; nothing where it is of another version."""
    module: Any = packed(KEPT_CODE)
    kept: Mapping[str, Any] = getattr(module, kind, {})
    return kept if getattr(module, "VERSION", None) == __version__ else {}
