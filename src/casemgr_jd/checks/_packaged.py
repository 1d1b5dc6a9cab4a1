"""Reading the packaged rules: as compiled into the wheel, else from the TOML."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from casemgr_jd._written import packed_tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["home_of", "packaged_table", "packaged_tables"]


def packaged_tables() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the name of each file of rules, and the tables in it."""
    for name in _names():
        yield name, packaged_table("rules", name)["rules"]


def home_of(code: str) -> str:
    """Return the name of the file in which a packaged rule is written, or nothing.

    >>> home_of("PAY001")
    'pay.toml'
    """
    return _homes().get(code, "")


@cache
def _homes() -> Mapping[str, str]:
    return {one["code"]: name for name, tables in packaged_tables() for one in tables}


def packaged_table(folder: str, name: str) -> Mapping[str, Any]:
    """Return what a file of ``data/rules`` holds.

    >>> packaged_table("rules", "pay.toml")["rules"][0]["code"]
    'PAY001'
    """
    compiled = _compiled()
    if compiled:
        return compiled[f"{folder}/{name}"]
    import tomllib

    from casemgr_jd._resources import read_text

    try:
        return tomllib.loads(read_text("data", folder, name))
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], name) from error


def _names() -> list[str]:
    compiled = _compiled()
    if compiled:
        return [path.removeprefix("rules/") for path in compiled if path.startswith("rules/")]
    from casemgr_jd._resources import files

    folder = files("casemgr_jd") / "data" / "rules"
    return sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))


@cache
def _compiled() -> Mapping[str, Mapping[str, Any]]:
    return packed_tables("_checks_compiled") or {}
