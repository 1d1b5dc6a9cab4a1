"""The vocabulary that recognizers share: named lists and frames, written in ``data/lexicon/*.toml``."""

import re
from functools import lru_cache

from casemgr_jd._lexicon import lexicon
from casemgr_jd.reading.phrases import Phrase, compile_phrase

__all__ = ["lexicon", "pattern_of", "phrase_list"]


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
