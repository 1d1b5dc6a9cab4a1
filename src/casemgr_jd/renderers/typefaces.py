"""Of which kind a typeface is, so that a format that lacks it takes another one of its kind."""

from collections.abc import Iterable
from typing import Final

__all__ = ["GENERIC", "generic_of", "without_serifs"]

GENERIC: Final = ("serif", "sans-serif", "monospace")
"""The kinds, as CSS names them."""

_WITHOUT_SERIFS = (
    *("Helvetica Neue", "Helvetica", "Arial", "Segoe UI", "Liberation Sans", "Noto Sans"),
    *("Open Sans", "Source Sans 3", "Carlito", "DejaVu Sans"),
)
"""Faces that computers have, the plainest first: those that may stand in for another one."""

_SERIF = frozenset(
    (
        *("antiqua", "baskerville", "bookman", "cambria", "caslon", "century", "charter"),
        *(
            "constantia",
            "didot",
            "garamond",
            "georgia",
            "lora",
            "merriweather",
            "minion",
            "palatino",
        ),
        *(
            "perpetua",
            "playfair",
            "roman",
            "serif",
            "slab",
            "spectral",
            "sylfaen",
            "times",
            "utopia",
        ),
    )
)
_MONOSPACE = frozenset(("code", "consolas", "courier", "menlo", "mono", "monaco", "typewriter"))
"""Words in the names of typefaces that many people have."""


def generic_of(font: str) -> str:
    """Return the kind of a typeface by its name; without serifs, if the name tells nothing.

    >>> [generic_of(name) for name in ("Georgia", "Noto Serif", "Open Sans", "IBM Plex Mono")]
    ['serif', 'serif', 'sans-serif', 'monospace']
    """
    words = set(font.casefold().split())
    if words & _MONOSPACE:
        return "monospace"
    return "serif" if words & _SERIF and "sans" not in words else "sans-serif"


def without_serifs(font: str, families: Iterable[str]) -> str:
    """Return what stands for a font without serifs: itself, or a plain one of *families*; empty without any.

    >>> without_serifs("Inter", ["DejaVu Sans", "Georgia", "Arial"]), without_serifs("Inter", ["Georgia"])
    ('Arial', '')
    """
    there = set(families)
    return next((one for one in (font, *_WITHOUT_SERIFS) if one in there), "")
