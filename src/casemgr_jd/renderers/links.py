"""Where a contact leads: a web page, or a message to write."""

from collections.abc import Callable, Iterator

from casemgr_jd._late import late
from casemgr_jd.model._urls import is_address, url

__all__ = ["linked", "pieces_of", "target_of", "words_of"]

# Within other words an address of mail has a dot behind its sign, and is no part of another address.
_WITHIN = late(
    r"https?://[^\s<>\"'`{}|\\^\[\]]+"
    r"|(?<!mailto:)(?<![\w.+@/-])\w[\w.+-]{0,63}@(?:[\w-]{1,63}\.){1,8}[\w-]{1,62}[^\W_](?![\w@/]|[.-]\w)"
)
_MARKS = ".,;:!?"
"""Of the sentence, where an address ends with one."""


def target_of(contact: str) -> str | None:
    """Return the address that a contact stands for, or ``None`` where it is words.

    >>> target_of("hr@lakeside.example"), target_of("https://lakeside.example/help")
    ('mailto:hr@lakeside.example', 'https://lakeside.example/help')
    >>> target_of("Ask at the desk, 303-555-0100")
    """
    is_address = "://" in contact or contact.startswith("mailto:")
    if " " in contact or not (is_address or "@" in contact):
        return None
    found: object = url(contact if is_address else f"mailto:{contact}")
    return found if isinstance(found, str) else None


def pieces_of(contact: str) -> Iterator[tuple[str, str | None]]:
    """Yield a contact piece by piece: words, and each address with what it leads to.

    >>> list(pieces_of("Ana Ruiz, ana@lakeside.example."))
    [('Ana Ruiz, ', None), ('ana@lakeside.example', 'mailto:ana@lakeside.example'), ('.', None)]
    """
    whole = _without_marks(contact)
    target = target_of(whole)
    found = [(0, len(whole), target)] if target else list(_within(contact))
    end = 0
    for start, behind, leads_to in found:
        if contact[end:start]:
            yield contact[end:start], None
        yield contact[start:behind], leads_to
        end = behind
    if contact[end:]:
        yield contact[end:], None


def linked(contact: str, link: Callable[[str], str], escape: Callable[[str], str]) -> Iterator[str]:
    """Yield a contact piece by piece, ready to stand in the output: addresses as links, words as words."""
    for piece, target in pieces_of(contact):
        yield link(target) if target else escape(piece)


def _within(contact: str) -> Iterator[tuple[int, int, str]]:
    """Yield where an address stands among other words, and what it leads to."""
    if "@" not in contact and "://" not in contact:
        return
    for match in _WITHIN.finditer(contact):
        address = _without_marks(match[0])
        target = address if "://" in address else f"mailto:{address}"
        if is_address(target):
            yield match.start(), match.start() + len(address), target


def _without_marks(address: str) -> str:
    """Return an address without the marks of the sentence behind it; a bracket opened in it closes in it."""
    bare = address.rstrip(_MARKS)
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(_MARKS)
    return bare


def words_of(address: str) -> str:
    """Return what a reader is shown of an address.

    >>> words_of("mailto:hr@lakeside.example?subject=CM-1042")
    'hr@lakeside.example'
    """
    if address.startswith("mailto:"):
        return address.removeprefix("mailto:").partition("?")[0]
    return address
