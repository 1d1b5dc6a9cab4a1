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
    return {
        path.removeprefix("places/"): table
        for path, table in _all().items()
        if path.startswith("places/")
    }


def law_table(name: str) -> Table:
    """Return what a file of law that belongs to no one place holds, such as ``"licensure.toml"``."""
    return _all()[name]


@cache
def _all() -> Mapping[str, Table]:
    return packed_tables("_law_compiled") or _from_toml()


def _from_toml() -> Mapping[str, Table]:
    from casemgr_jd._resources import files

    folder = files("casemgr_jd") / "data" / "law"
    found = [
        (f"{sub}{entry.name}", entry)
        for sub in ("", "places/")
        for entry in (folder / sub if sub else folder).iterdir()
    ]
    return {
        name: _parsed(entry.read_text(encoding="utf-8"), name)
        for name, entry in sorted(found, key=lambda one: one[0])
        if name.endswith(".toml")
    }


def _parsed(text: str, name: str) -> Table:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], f"law/{name}") from error
