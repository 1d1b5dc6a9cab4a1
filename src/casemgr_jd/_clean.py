"""How text is normalized where it enters the library, once, so that no later step has to."""

import unicodedata

__all__ = ["clean_line", "clean_part", "is_shown"]

_REMOVED_CATEGORIES = {"Cc", "Cs", "Co", "Cn"}
_BIDI_OVERRIDES = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# U+FEFF is a byte order mark, U+2028 and U+2029 end a line for many readers.
_OTHER_INVISIBLES = frozenset("\ufeff\ufff9\ufffa\ufffb")
_LINE_BREAKS = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def clean_line(text: str) -> str:
    """Return *text* as one clean line: NFC, trimmed, no control or direction-changing characters.

    Line breaks and tabs become spaces; control, bidirectional-override, private-use and unassigned
    characters are removed, so that what a person sees is what the text says.

    >>> clean_line("  Lakeside\\nHealth\\u202e ")
    'Lakeside Health'
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    return clean_part(text).strip()


def clean_part(text: str) -> str:
    """Return *text* as ``clean_line`` does, but with the spaces at its ends: a piece of a line."""
    if text.isprintable():
        return text if text.isascii() else unicodedata.normalize("NFC", text)
    kept = "".join(
        " " if character in _LINE_BREAKS else character
        for character in text
        if character in _LINE_BREAKS or not _is_removed(character)
    )
    return unicodedata.normalize("NFC", kept)


def is_shown(character: str) -> bool:
    """Tell whether a character shows as itself, on its line."""
    return character not in _LINE_BREAKS and not _is_removed(character)


def _is_removed(character: str) -> bool:
    return (
        character in _BIDI_OVERRIDES
        or character in _OTHER_INVISIBLES
        or unicodedata.category(character) in _REMOVED_CATEGORIES
    )
