"""The vocabulary that recognizers share: named lists and frames, written in ``data/lexicon/*.toml``."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from casemgr_jd._lexicon import lexicon, word_list
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.phrases import Phrase, compile_phrase

__all__ = ["Said", "lexicon", "pattern_of", "phrase_list", "word_list"]


@lru_cache(maxsize=512)
def phrase_list(name: str, key: str) -> tuple[Phrase, ...]:
    """Return the phrases under a key of a file of the lexicon; they may use the lists of that file."""
    table = lexicon(name)
    lists = table.get("lists", {})
    texts = lists[key] if key in lists else table[key]
    return tuple(compile_phrase(text, lists) for text in texts)


@lru_cache(maxsize=256)
def pattern_of(name: str, *keys: str, table: str = "lists") -> LatePattern:
    """Return one pattern for all phrases under these keys of a table of a file: where any of them starts a word."""
    return LatePattern(lambda: _phrases(name, keys, table), _STARTS_A_WORD)


_STARTS_A_WORD = "(?<![a-z0-9])(?:{phrases})"


def _phrases(name: str, keys: Iterable[str], table: str) -> Iterator[Phrase]:
    content = lexicon(name)
    rows, lists = content.get(table, content), content.get("lists", {})
    return (compile_phrase(text, lists) for key in keys for text in rows[key])


class Said(LatePattern):
    """Wording under a key of a file of the lexicon (table ``said``), looked for as one pattern."""

    def __init__(self, file: str, key: str) -> None:
        super().__init__(lambda: _phrases(file, (key,), "said"), _STARTS_A_WORD)
