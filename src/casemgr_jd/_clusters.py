"""What a reader sees as one sign: a letter with its marks, an emoji made of several."""

import unicodedata

__all__ = ["clusters"]

_JOINER = "\u200d"


def clusters(text: str) -> list[str]:
    """Return the signs of a text, near enough to how Unicode tells them apart.

    >>> clusters("1\ufe0f\u20e3a\u0336b")
    ['1\ufe0f\u20e3', 'a\u0336', 'b']
    """
    found: list[str] = []
    for character in text:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(character: str, sign: str) -> bool:
    if unicodedata.category(character) in ("Mn", "Mc", "Me"):
        return True
    if character == _JOINER or sign.endswith(_JOINER) or _is_skin(character):
        return True
    return _is_half_flag(character) and len(sign) == 1 and _is_half_flag(sign)


def _is_skin(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff"


def _is_half_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
