"""Escaping for Markdown: every character that CommonMark (or a table) could take for markup."""

from functools import lru_cache

from casemgr_jd._late import late

__all__ = ["escape_inline", "escape_opening"]

_SPECIAL = frozenset("\\`*_[]<|~&#!>")
# An underscore between letters or digits is no emphasis, and a backslash there would break an address.
_INLINE = late(r"[\\`*\[\]]|(?<![^\W_])_|_(?![^\W_])|(?:(?<=\s)|^)#|#(?=\s*$)|!(?=\[)|>(?=\s*$)")
# No backslash helps against these everywhere: Python-Markdown, which MkDocs uses, shows it.
# An entity may begin at the end of some words and go on in the value behind them.
_BY_ENTITY = late(r"[<|~]|&(?=#?\w{1,32};|#?\w{0,32}$)")
_ENTITIES = {"<": "&lt;", "|": "&#124;", "~": "&#126;", "&": "&amp;"}
_CAN_OPEN = frozenset("-+=>:.)0123456789")
_OPENING = late(r"(?:[-+=>:.)]|\d+(?=[.)](?:\s|$)))")


@lru_cache(maxsize=2048)
def escape_inline(words: str) -> str:
    """Return *words* so that CommonMark reads them as plain text inside a line.

    >>> escape_inline("50% *off* a_b & _c_ R&D &copy;")
    '50% \\\\*off\\\\* a_b & \\\\_c\\\\_ R&D &amp;copy;'
    """
    if _SPECIAL.isdisjoint(words):
        return words
    escaped = _INLINE.sub(r"\\\g<0>", words)
    return _BY_ENTITY.sub(lambda found: _ENTITIES[found[0]], escaped)


@lru_cache(maxsize=2048)
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
