"""English words, common ones and all. The table is made of SCOWL (Copyright 2000-2011 by Kevin Atkinson)."""

from functools import lru_cache

from casemgr_jd._resources import read_text

__all__ = ["START", "is_common", "is_english", "with_start"]

START = 3
"""So many letters tell where in the table a word stands."""
_OTHERS = "\t"
"""Behind common words, before others."""


def is_english(word: str) -> bool:
    """Return whether the table has this word of four letters or more.

    >>> is_english("closely"), is_english("workclosely")
    (True, False)
    """
    return f" {word[START:]} " in _table().get(word[:START], "")


def is_common(word: str) -> bool:
    """Return whether a word is a common one.

    >>> is_common("closely"), is_common("cloister")
    (True, False)
    """
    return f" {word[START:]} " in _common(word[:START])


def with_start(start: str, *, common: bool) -> list[str]:
    """Return the words, or the common ones alone, that start with these three letters."""
    ends = _common(start) if common else _table().get(start, "")
    return [start + end for end in ends.replace(_OTHERS, " ").split()]


def _common(start: str) -> str:
    return f"{_table().get(start, '').partition(_OTHERS)[0]} "


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """The ends of words by their starts, each between spaces: common ones first."""
    lines = read_text("data", "words.tsv").splitlines()
    return {line[:START]: f"{line[START:]} ".replace("\t", " ", 1) for line in lines}
