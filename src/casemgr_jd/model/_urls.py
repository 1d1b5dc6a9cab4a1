"""Reading web addresses: only those that a reader can safely follow."""

import re
from functools import lru_cache
from typing import cast

from casemgr_jd._late import late
from casemgr_jd.model._entry import line, rejected

__all__ = ["is_address", "url"]

# What stands in an address without ever ending or opening markup around it.
_SAFE = r"[^\s<>\"'`{}|\\^\[\]]"
_ADDRESS = rf"(?:https?://(?!/){_SAFE}+|mailto:{_SAFE}+@{_SAFE}+)"
# The most frequent form, in which nothing needs a closer look: a host of plain letters, and no port.
_PLAIN = late(rf"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?:[/?#]{_SAFE}*)?")


@lru_cache(maxsize=1024)
def is_address(text: str) -> bool:
    """Tell whether a text is an address that a reader can safely follow.

    >>> is_address("https://lakeside.example/jobs"), is_address("javascript:alert(1)")
    (True, False)
    """
    if text.isascii() and text.isprintable() and _PLAIN.fullmatch(text):
        return True
    if not text.isprintable() or not re.fullmatch(_ADDRESS, text):
        return False
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(text)
        return parts.scheme == "mailto" or (bool(parts.hostname) and parts.port != 0)
    except ValueError:
        # A host that is none, such as one with a sign that stands for a slash, or a port that is none.
        return False


def url(value: str | None) -> str | None:
    """Read an address that starts with https://, http:// or mailto:, without spaces or quotes."""
    text = line(value)
    if not isinstance(text, str) or is_address(text):
        return text
    if "://" not in text and not text.lower().startswith("mailto:"):
        guess = f"mailto:{text}" if "@" in text else f"https://{text}"
        return cast("None", rejected(f"is an address without scheme: {text!r}", f"like {guess}"))
    reason = f"is not an address that a browser can follow: {text!r}"
    return cast("None", rejected(reason, "use https:// and percent-encode spaces and brackets"))
