"""The files of the lexicon as plain data."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from casemgr_jd._written import packed_tables
from casemgr_jd.errors import ContentError, Problem

__all__ = ["OF_FACTS", "lexicon", "word_list"]

OF_FACTS = frozenset({"given.toml", "specialties.toml", "title_named.toml", "title_plain.toml"})
"""Files on how facts read and what a title names: a wheel holds them apart, a posting needs no others."""


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """Return a file of the lexicon as plain data.

    >>> "no" in lexicon("modality")["lists"]["denial"]
    True
    """
    file = f"{name}.toml"
    compiled = _compiled("_lexicon_of_facts_compiled" if file in OF_FACTS else "_lexicon_compiled")
    if file in compiled:
        return compiled[file]
    import tomllib

    from casemgr_jd._resources import read_text

    try:
        return tomllib.loads(read_text("data", "lexicon", file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], file) from error


@cache
def word_list(name: str, *keys: str) -> frozenset[str]:
    """Return the words that stand in a file of the lexicon under a key, or under keys one within another.

    >>> sorted(word_list("grammar", "classes", "and"))
    ['&', 'and', 'or']
    """
    found: Any = lexicon(name)
    for key in keys:
        found = found[key]
    return frozenset(found.split() if isinstance(found, str) else found)


@cache
def _compiled(module: str) -> Mapping[str, Mapping[str, Any]]:
    return packed_tables(module) or {}
