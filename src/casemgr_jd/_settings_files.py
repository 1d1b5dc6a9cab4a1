"""Where the settings of a house lie: ``casemgr-jd.toml``, or a table of ``pyproject.toml``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from casemgr_jd._files import decoded, read_file
from casemgr_jd._tables import toml_table
from casemgr_jd.errors import InputError, Problem

__all__ = [
    "FILE",
    "PROJECT",
    "SCHEMA_FILE",
    "is_about_requisitions",
    "settings_in",
    "settings_near",
    "settings_table",
]

FILE, PROJECT, TOOL = "casemgr-jd.toml", "pyproject.toml", "casemgr-jd"
SCHEMA_FILE = "requisition.schema.json"
"""The schema by which editors check the requisitions beside it."""
_SCHEMAS = ".schema.json"
"""How the name of a schema ends, whatever it is for."""


def is_about_requisitions(path: Path) -> bool:
    """Tell whether a file may stand beside requisitions and is none: settings, or a schema.

    >>> is_about_requisitions(Path("jobs/casemgr-jd.toml")), is_about_requisitions(Path("jobs/a.toml"))
    (True, False)
    """
    return path.name in (FILE, PROJECT) or path.name.endswith(_SCHEMAS)


def settings_near(paths: Iterable[str]) -> Path | None:
    """Return the settings file beside the first of *paths* that has one, else that of the working folder.

    Raises:
        InputError: files lie beside different settings, so that no one style holds for all.
    """
    found: dict[Path, Path] = {}
    for one in paths:
        near = settings_in(Path(one) if Path(one).is_dir() else Path(one).parent)
        if near is not None:
            found.setdefault(near.resolve(), near)
    if len(found) > 1:
        names = ", ".join(map(str, found.values()))
        hint = "name one with --style, or leave all out with --no-settings"
        raise InputError([Problem("settings", f"several lie beside the files: {names}", hint)])
    return next(iter(found.values()), None) or settings_in(Path())


def settings_in(folder: Path) -> Path | None:
    """Return the settings file of a folder, if one there says anything to us."""
    for name in (FILE, PROJECT):
        if _is_file(folder / name) and settings_table(folder / name):
            return folder / name
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        # What is no path has no file beside it; the command says so itself.
        return False


def settings_table(path: Path) -> Mapping[str, Any]:
    """Return what a settings file holds for us.

    Raises:
        InputError: it cannot be read, or is no TOML.
    """
    table = toml_table(decoded(read_file(path), str(path)), str(path))
    if path.name != PROJECT:
        return table
    tools = table.get("tool", {})
    own = tools.get(TOOL, {}) if isinstance(tools, Mapping) else {}
    return own if isinstance(own, Mapping) else {TOOL: own}
