"""Getting at the files of law: one for each place, as compiled into the wheel, else as TOML."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeAlias

from casemgr_jd._written import packed_tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["Table", "law_table", "place_tables"]

Table: TypeAlias = Mapping[str, Any]


@cache
def place_tables() -> Mapping[str, Table]:
    """Return what the file of each place holds, by the name of the file.

    >>> place_tables()["co.toml"]["place"]["name"]
    'Colorado'
    """
    return packed_tables("_law_compiled") or _from_toml("places/")


def law_table(name: str) -> Table:
    """Return what a file of law that belongs to no one place holds, such as ``"licensure.toml"``."""
    return _of_no_place()[name]


@cache
def _of_no_place() -> Mapping[str, Table]:
    # Kept apart: a posting needs them, and the law of its places only as it is kept ready.
    return packed_tables("_law_shared_compiled") or _from_toml()


def _from_toml(below: str = "") -> Mapping[str, Table]:
    from casemgr_jd._resources import files

    folder = files("casemgr_jd") / "data" / "law"
    found = (folder / below if below else folder).iterdir()
    return {
        entry.name: _parsed(entry.read_text(encoding="utf-8"), f"{below}{entry.name}")
        for entry in sorted(found, key=lambda one: one.name)
        if entry.name.endswith(".toml")
    }


def _parsed(text: str, name: str) -> Table:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], f"law/{name}") from error
