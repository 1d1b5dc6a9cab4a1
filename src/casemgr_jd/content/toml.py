"""Reading content files: the package's own, where no wheel holds them compiled, and an employer's folder."""

from collections.abc import Mapping
from functools import cache
from os import PathLike
from pathlib import Path
from typing import Any

from casemgr_jd._files import decoded, is_path, read_file
from casemgr_jd._located import located
from casemgr_jd._resources import read_text
from casemgr_jd._tables import toml_table
from casemgr_jd.content.files import gathered
from casemgr_jd.content.source import LAW, Tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["folder_tables", "packaged_toml"]


@cache
def packaged_toml() -> Tables:
    """Return the guide's tables, parsed from the TOML of the package."""
    files = gathered(
        lambda name: toml_table(read_text("data", *name.split("/")), name, ContentError)
    )
    return {**files, LAW: _law()}


def _law() -> Mapping[str, Any]:
    """What an overlay may change of the packaged law: its places and statements."""
    from casemgr_jd.law.files import place_tables
    from casemgr_jd.law.gather import content_tables
    from casemgr_jd.model.states import STATES

    return content_tables(place_tables(), STATES)


def folder_tables(folder: str | PathLike[str]) -> Tables:
    """Read every TOML file of an overlay's folder.

    Raises:
        ContentError: there is no such folder, it holds no TOML, or a file does not parse.
    """
    if not is_path(folder):
        reason = f"must be the path of a folder, not {type(folder).__name__}"
        raise ContentError([Problem("folder", reason, "give it as text or as a Path")])
    try:
        files = sorted(Path(folder).glob("*.toml"))
    except (OSError, ValueError) as error:
        reason = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        raise ContentError([Problem("", reason, "check the path")], str(folder)) from None
    if not files:
        raise ContentError(
            [Problem("", "holds no .toml file", "name a folder with content files")], str(folder)
        )
    return {path.name: _table(path) for path in files}


def _table(path: Path) -> Mapping[str, Any]:
    text = decoded(read_file(path, ContentError), str(path), ContentError)
    return located(toml_table(text, str(path), ContentError), text, path.name)
