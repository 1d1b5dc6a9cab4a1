"""Getting at the content files: the package's own, compiled or as TOML, and an employer's folder."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from casemgr_jd.content.files import FILES
from casemgr_jd.errors import ContentError, Problem

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LAW", "Tables", "folder_tables", "packaged_tables", "parse_toml"]

LAW = "law"
"""The name under which the tables of law stand among those of the files."""
Tables: TypeAlias = Mapping[str, Mapping[str, Any]]
"""Parsed files by name: ``{"slots.toml": {"slots": [...]}}``."""


def packaged_tables() -> tuple[Tables, str]:
    """Return the guide's tables and their digest: as compiled into the wheel, else from the TOML.

    From the TOML the digest is left to be made; it is empty.
    """
    try:
        compiled = import_module("casemgr_jd.data._compiled")
    except ImportError:
        return {**dict(_packaged_toml()), LAW: _law()}, ""
    return compiled.TABLES, compiled.DIGEST


def _law() -> Mapping[str, Any]:
    """What an overlay may change of the packaged law: its places and statements."""
    from casemgr_jd.law.files import place_tables
    from casemgr_jd.law.gather import content_tables
    from casemgr_jd.model.states import STATES

    return content_tables(place_tables(), STATES)


def _packaged_toml() -> Iterator[tuple[str, Mapping[str, Any]]]:
    from casemgr_jd._resources import read_text

    for name in FILES:
        yield name, parse_toml(read_text("data", name), name)


def folder_tables(folder: str) -> Tables:
    """Read every TOML file of an overlay's folder.

    Raises:
        ContentError: there is no such folder, it holds no TOML, or a file does not parse.
    """
    from pathlib import Path

    files = sorted(Path(folder).glob("*.toml"))
    if not files:
        raise ContentError(
            [Problem("", "holds no .toml file", "name a folder with content files")], folder
        )
    return {path.name: parse_toml(_text(path), str(path)) for path in files}


def _text(path: "Path") -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise ContentError([Problem("", reason, "check the path")], str(path)) from None
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text: {error.reason} at byte {error.start}"
        raise ContentError([Problem("", reason, "save it as UTF-8")], str(path)) from None


def parse_toml(text: str, name: str) -> Mapping[str, Any]:
    """Parse TOML; a syntax error becomes a ``ContentError`` with file and line."""
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContentError(
            [Problem("", f"is not valid TOML: {error}", "see that line")], name
        ) from None
