"""Reading the packaged rules."""

import tomllib
from collections.abc import Iterator
from typing import Any

from casemgr_jd._resources import files
from casemgr_jd.errors import ContentError, Problem

__all__ = ["packaged_tables"]


def packaged_tables() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the name of each file of rules, and the tables in it."""
    folder = files("casemgr_jd") / "data" / "rules"
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".toml"):
            try:
                yield entry.name, tomllib.loads(entry.read_text(encoding="utf-8"))["rules"]
            except tomllib.TOMLDecodeError as error:
                raise ContentError(
                    [Problem("", str(error), "correct the TOML")], entry.name
                ) from error
