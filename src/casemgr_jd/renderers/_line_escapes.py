"""Escaping for Markdown: every character that CommonMark (or a table) could take for markup."""

import re
from collections.abc import Callable
from functools import lru_cache

from casemgr_jd._late import late

__all__ = ["escape_inline", "escape_opening", "escape_value"]

_SPECIAL = frozenset("\\`*_[]<|~&#!>")
# An underscore between letters or digits is no emphasis, and a backslash there would break an address.
# Each branch begins with its character, so that the others are passed over in C.
_INLINE = late(r"\\|`|\*|\[|\]|_(?<![^\W_]_)|_(?![^\W_])|#(?<!\S#)|#(?=\s*$)|!(?=\[)|>(?=\s*$)")
# No backslash helps against these everywhere: Python-Markdown, which MkDocs uses, shows it.
# An entity may begin at the end of some words and go on in the value behind them.
_BY_ENTITY = late(r"<|\||~|&(?=#?\w{1,32};|#?\w{0,32}$)")
_ENTITIES = {"<": "&lt;", "|": "&#124;", "~": "&#126;", "&": "&amp;"}
_CAN_OPEN = frozenset("-+=>:.)0123456789")
# A period opens nothing by itself: it ends the number of an item, before a space (".9 FTE" is a figure).
_OPENING = late(r"(?:[-+=>:]|[.)](?=\s|$)|\d+(?=[.)](?:\s|$)))")


def _inline(words: str) -> str:
    """Return *words* so that CommonMark reads them as plain text inside a line.

    >>> _inline("50% *off* a_b & _c_ R&D &copy;")
    '50% \\\\*off\\\\* a_b & \\\\_c\\\\_ R&D &amp;copy;'
    """
    if _SPECIAL.isdisjoint(words):
        return words
    escaped = _INLINE.sub(_with_backslash, words)
    return _BY_ENTITY.sub(lambda found: _ENTITIES[found[0]], escaped)


def escape_value(words: str) -> str:
    """Return *words* so that they are plain text even where they open a line.

    >>> escape_value("- 1. # x")
    '\\\\- 1. \\\\# x'
    >>> escape_value("1. x")
    '1\\\\. x'
    >>> escape_value(".9 FTE")
    '.9 FTE'
    """
    escaped = words if _SPECIAL.isdisjoint(words) else _inline(words)
    if not escaped or escaped[0] not in _CAN_OPEN:
        return escaped
    opening = _OPENING.match(escaped)
    if opening is None:
        return escaped
    cut = opening.end() if opening[0].isdigit() else 0
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def _with_backslash(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


# Postings are made of the same sentences again and again; a value is remembered where it goes.
escape_inline: Callable[[str], str] = lru_cache(maxsize=2048)(_inline)
escape_opening: Callable[[str], str] = lru_cache(maxsize=2048)(escape_value)
