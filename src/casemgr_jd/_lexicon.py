"""The files of the lexicon as plain data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from casemgr_jd._written import packed_tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["lexicon"]


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Return a file of the lexicon as plain data.

    >>> "no" in lexicon("modality")["lists"]["denial"]
    True
    """
    file = f"{name}.toml"
    compiled = _compiled()
    if file in compiled:
        return compiled[file]
    import tomllib

    from casemgr_jd._resources import read_text

    try:
        return tomllib.loads(read_text("data", "lexicon", file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], file) from error


@cache
def _compiled() -> Mapping[str, Mapping[str, Any]]:
    return packed_tables("_lexicon_compiled") or {}
