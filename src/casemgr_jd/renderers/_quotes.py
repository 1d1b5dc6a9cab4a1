"""Quotation marks and apostrophes as a typographer sets them, in what people look at.

A text is written with the marks of a keyboard, which data and plain text keep. Each mark becomes one other
mark, so that no character moves, and what is read of a page is found in the text.
"""

from collections.abc import Sequence
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.model.text import SlotRef

__all__ = ["curled", "curled_parts"]

_VALUE = "\ufffc"
"""Stands for a value that is filled in: something that is quoted, or that has an apostrophe behind it."""
_STRAIGHT = late("[\"']")
_KEPT = late(r"\S*(?:://|\w@\w|`|=[\"'])\S*")
"""Addresses and what is typed into a machine: there a mark is itself."""
_OPENS_BEHIND = frozenset(" \t\n\u00a0([{<-–—/“‘\"'")
_PAIR = late(r"(?<!\w)'(?=\w)([^'\"]*\w[.,!?]?)'(?!\w)")
"""Words between two single marks."""


def curled_parts(parts: Sequence[str | SlotRef]) -> tuple[str | SlotRef, ...]:
    """Return the parts of a text with the marks of a typographer, each seen with what stands around it.

    >>> curled_parts(('We call it "', SlotRef("term"), '".'))
    ('We call it “', SlotRef(slot='term'), '”.')
    """
    if not any(isinstance(one, str) and ("'" in one or '"' in one) for one in parts):
        return tuple(parts)
    whole = curled("".join(one if isinstance(one, str) else _VALUE for one in parts))
    made: list[str | SlotRef] = []
    start = 0
    for one in parts:
        end = start + (len(one) if isinstance(one, str) else 1)
        made.append(whole[start:end] if isinstance(one, str) else one)
        start = end
    return tuple(made)


@lru_cache(maxsize=4096)
def curled(words: str) -> str:
    """Return words with the marks of a typographer; it is as long as they are.

    >>> curled('A patient\\'s "own" choice, in the \\'90s; say \\'yes\\'')
    'A patient’s “own” choice, in the ’90s; say ‘yes’'
    >>> curled('6\\'2" at https://lake.example/o\\'brien?q="x"')
    '6\\'2" at https://lake.example/o\\'brien?q="x"'
    """
    if "'" not in words and '"' not in words:
        return words
    signs = list(words)
    kept = [found.span() for found in _KEPT.finditer(words)]
    opening = {found.start() for found in _PAIR.finditer(words)}
    is_open = False
    for found in _STRAIGHT.finditer(words):
        at = found.start()
        if any(start <= at < end for start, end in kept):
            continue
        before = words[at - 1] if at else " "
        if found[0] == "'":
            signs[at] = _single(words, at, opening)
        elif before.isdigit() and not is_open:
            continue  # inches
        else:
            is_open = not is_open and before in _OPENS_BEHIND
            signs[at] = "“" if is_open else "”"
    return "".join(signs)


def _single(words: str, at: int, opening: set[int]) -> str:
    if at in opening:
        return "‘"
    is_feet = words[at - 1 : at].isdigit() and not words[at + 1 : at + 2].isalpha()
    return "'" if is_feet else "’"
