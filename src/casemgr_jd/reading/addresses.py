"""Where a text holds addresses of the Web and of mail, which are no wording."""

import re

__all__ = ["WORD_OR_ADDRESS", "addresses", "may_hold_addresses"]

#: A word or a number, or (caught by the group) an address, in a text in lower case.
WORD_OR_ADDRESS = re.compile(
    r"((?:https?://|www\.)[^\s<>()]+|[a-z0-9][\w.+-]{0,63}@[\w-]+(?:\.[\w-]+)+|[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{1,62})+/[^\s<>()]*)|[a-z]+|[0-9]+(?:[.,][0-9]+)*"
)
_PATH = re.compile(r"\.[a-z]{2,8}/[a-z]")


def may_hold_addresses(text: str) -> bool:
    """Return whether a text in lower case may hold one; cheap, and rarely wrong."""
    return "@" in text or "://" in text or "www." in text or _PATH.search(text) is not None


def addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses start and end in a text in lower case.

    >>> addresses("write to hr@lakeside.example or see lakeside.example/jobs")
    [(9, 28), (36, 57)]
    """
    if not may_hold_addresses(text):
        return []
    return [match.span() for match in WORD_OR_ADDRESS.finditer(text) if match.lastindex]
