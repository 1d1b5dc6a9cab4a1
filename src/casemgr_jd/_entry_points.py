"""What other distributions register under a name of ours."""

import sys
from collections.abc import Iterable
from importlib.machinery import PathFinder
from os import scandir
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

__all__ = ["installed_entry_points"]

_DISTRIBUTIONS = (".dist-info", ".egg-info")


def installed_entry_points(group: str) -> "Iterable[EntryPoint]":
    """Return the entry points of a group.

    To import what reads them takes longer than most commands do, so the files are first asked whether one
    names the group at all.

    >>> list(installed_entry_points("casemgr_jd.nothing"))
    []
    """
    if "importlib.metadata" not in sys.modules and not _may_be_named(group):
        return ()
    from importlib.metadata import entry_points

    return entry_points(group=group)


def _may_be_named(group: str) -> bool:
    """Tell whether a file of an installed distribution names a group; true where that cannot be told."""
    if any(one is not PathFinder and hasattr(one, "find_distributions") for one in sys.meta_path):
        return True
    return any(_names(folder, group.encode()) for folder in sys.path)


def _names(folder: str, group: bytes) -> bool:
    try:
        with scandir(folder or ".") as entries:
            names = [one.name for one in entries]
    except FileNotFoundError:
        return False
    except OSError:
        # An archive, or a folder that others may read.
        return True
    if any(name.endswith(".egg") for name in names):
        return True
    found = (name for name in names if name.endswith(_DISTRIBUTIONS))
    return any(group in _read(f"{folder or '.'}/{name}/entry_points.txt") for name in found)


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
