"""Showing a name or a word that somebody else chose, on one line that no terminal obeys."""

from casemgr_jd._clean import is_shown

__all__ = ["shown", "shown_lines"]


def shown(text: str) -> str:
    """Return *text* with everything that is not to be seen written out: line breaks, escapes, overrides.

    Bytes of a file's name that are not UTF-8 show as what is unreadable.

    >>> print(shown("old\\nposting\\x1b[31m.md"))
    old\\nposting\\x1b[31m.md
    """
    if text.isprintable():
        return text
    return "".join(_shown(one) for one in text)


def shown_lines(text: str) -> str:
    """Return *text* as ``shown`` does, with its lines kept apart."""
    return "\n".join(map(shown, text.split("\n")))


def _shown(character: str) -> str:
    if is_shown(character):
        return character
    return "\ufffd" if "\ud800" <= character <= "\udfff" else ascii(character)[1:-1]
