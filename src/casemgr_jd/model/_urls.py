"""Reading web addresses: only those that a reader can safely follow."""

import re
from typing import cast

from casemgr_jd.model._entry import line, rejected

__all__ = ["url"]

# What stands in an address without ever ending or opening markup around it.
_SAFE = r"[^\s<>\"'`{}|\\^\[\]]"
_ADDRESS = rf"(?:https?://(?!/){_SAFE}+|mailto:{_SAFE}+@{_SAFE}+)"


def url(value: str | None) -> str | None:
    """Read an address that starts with https://, http:// or mailto:, without spaces or quotes."""
    text = line(value)
    if not isinstance(text, str) or (text.isprintable() and re.fullmatch(_ADDRESS, text)):
        return text
    if "://" not in text and not text.lower().startswith("mailto:"):
        guess = f"mailto:{text}" if "@" in text else f"https://{text}"
        return cast("None", rejected(f"is an address without scheme: {text!r}", f"like {guess}"))
    reason = f"is not an address that a browser can follow: {text!r}"
    return cast("None", rejected(reason, "use https:// and percent-encode spaces and brackets"))
