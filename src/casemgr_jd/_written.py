"""Modules that the build writes into a wheel: tables and values as Python literals, and code of attrs.

They are as much to be trusted as the code beside them: installed with it, never written while it runs.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["packed", "packed_tables"]


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
