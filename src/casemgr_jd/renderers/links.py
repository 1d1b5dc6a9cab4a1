"""Where a contact leads: a web page, or a message to write."""

from casemgr_jd.model._urls import url

__all__ = ["target_of", "words_of"]


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


def words_of(address: str) -> str:
    """Return what a reader is shown of an address.

    >>> words_of("mailto:hr@lakeside.example?subject=CM-1042")
    'hr@lakeside.example'
    """
    if address.startswith("mailto:"):
        return address.removeprefix("mailto:").partition("?")[0]
    return address
