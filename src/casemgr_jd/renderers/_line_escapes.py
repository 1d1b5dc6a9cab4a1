"""Escaping for Markdown: every character that CommonMark (or a table) could take for markup."""

import re
from functools import lru_cache

__all__ = ["escape_inline", "escape_opening"]

_SPECIAL = frozenset("\\`*_[]<|~&#!>")
_INLINE = re.compile(r"[\\`*_\[\]<|~]|&(?=[#\w])|(?:(?<=\s)|^)#|#(?=\s*$)|!(?=\[)|>(?=\s*$)")
_CAN_OPEN = frozenset("-+=>:.)0123456789")
_OPENING = re.compile(r"(?:[-+=>:.)]|\d+(?=[.)]))")


@lru_cache(maxsize=8192)
def escape_inline(words: str) -> str:
    """Return *words* so that CommonMark reads them as plain text inside a line.

    >>> escape_inline("50% *off* a_b")
    '50% \\\\*off\\\\* a\\\\_b'
    """
    if _SPECIAL.isdisjoint(words):
        return words
    return _INLINE.sub(r"\\\g<0>", words)


@lru_cache(maxsize=8192)
def escape_opening(words: str) -> str:
    """Return *words* so that they are plain text even where they open a line.

    >>> escape_opening("- 1. # x")
    '\\\\- 1. \\\\# x'
    >>> escape_opening("1. x")
    '1\\\\. x'
    """
    escaped = escape_inline(words)
    if not escaped or escaped[0] not in _CAN_OPEN:
        return escaped
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    cut = opening.end() if opening[0].isdigit() else 0
    return f"{escaped[:cut]}\\{escaped[cut:]}"
