"""Color for a terminal, which says nothing that words or signs do not say too."""

import os
from typing import Any

__all__ = ["Paint", "is_colored"]

_COLORS = {
    "error": "31",
    "warning": "33",
    "info": "36",
    "added": "32",
    "removed": "31",
    "changed": "33",
    "moved": "36",
    "blank": "33",
    "bold": "1",
    "faint": "2",
}


class Paint:
    """Colors words for a terminal, or leaves them alone.

    >>> Paint(True)("!", "error"), Paint(False)("!", "error")
    ('\\x1b[31m!\\x1b[0m', '!')
    """

    def __init__(self, on: bool) -> None:
        self._on = on

    def __call__(self, words: str, color: str) -> str:
        return f"\x1b[{_COLORS[color]}m{words}\x1b[0m" if self._on and words.strip() else words


def is_colored(stream: Any) -> bool:
    """Tell whether to color what a stream shows: a terminal that can, whose user did not say no.

    It follows ``NO_COLOR`` (see no-color.org) and ``TERM=dumb``.
    """
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(stream.isatty())
