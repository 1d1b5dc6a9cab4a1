"""The vocabulary that recognizers share: named lists and frames, written in ``data/lexicon/*.toml``."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

from casemgr_jd._resources import read_text
from casemgr_jd.errors import ContentError, Problem
from casemgr_jd.reading.phrases import Phrase, compile_phrase

__all__ = ["lexicon", "pattern_of", "phrase_list"]


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
    try:
        return tomllib.loads(read_text("data", "lexicon", file))
    except tomllib.TOMLDecodeError as error:
        raise ContentError([Problem("", str(error), "correct the TOML")], file) from error


@lru_cache(maxsize=512)
def phrase_list(name: str, key: str) -> tuple[Phrase, ...]:
    """Return the phrases under a key of a file of the lexicon; they may use the lists of that file."""
    table = lexicon(name)
    lists = table.get("lists", {})
    texts = lists[key] if key in lists else table[key]
    return tuple(compile_phrase(text, lists) for text in texts)


@lru_cache(maxsize=256)
def pattern_of(name: str, *keys: str, table: str = "lists") -> re.Pattern[str]:
    """Return one pattern for all phrases under these keys of a table of a file: where any of them starts a word."""
    content = lexicon(name)
    rows, lists = content.get(table, content), content.get("lists", {})
    body = "|".join(
        compile_phrase(text, lists).pattern.pattern for key in keys for text in rows[key]
    )
    return re.compile(rf"(?<![a-z0-9])(?:{body})")


@cache
def _compiled() -> Mapping[str, Mapping[str, Any]]:
    try:
        tables: Mapping[str, Mapping[str, Any]] = import_module(
            "casemgr_jd.data._lexicon_compiled"
        ).TABLES
    except ImportError:
        return {}
    return tables
