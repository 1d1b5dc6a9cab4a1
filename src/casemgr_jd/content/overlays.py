"""Finding an overlay by what a person calls it: a folder, or the name of an installed one."""

from casemgr_jd._files import is_path
from casemgr_jd._registry import Registry
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import ContentError, Problem, UnknownNameError
from casemgr_jd.model._entry import described

__all__ = ["OVERLAYS", "with_overlays"]


def _unfit(made: object) -> str:
    return "" if is_path(made) else f"gives {described(made)}, not the path of a folder"


OVERLAYS: Registry[object] = Registry("content overlay", "casemgr_jd.content", {}, _unfit)
"""Installed overlays; each entry point names a function that returns the path of a folder."""


def with_overlays(catalog: Catalog, names: tuple[str, ...]) -> Catalog:
    """Return *catalog* with each of *names* over it: a folder, or an installed overlay.

    Raises:
        ContentError: there is neither a folder nor an installed overlay of that name, or its content
            is malformed.
    """
    from pathlib import Path

    folders = [name if Path(name).is_dir() else _installed(name) for name in names]
    return catalog.overlay(*folders) if folders else catalog


def _installed(name: str) -> str:
    try:
        return str(OVERLAYS.get(name))
    except UnknownNameError as error:
        known = ", ".join(error.known) or "none is installed"
        hint = f"name a folder, or an installed overlay ({known})"
        raise ContentError(
            [Problem("", "is neither a folder nor an installed overlay", hint)], name
        ) from None
