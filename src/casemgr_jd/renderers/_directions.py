"""Words in letters that run from right to left, among words that run from left to right."""

from collections.abc import Iterator
from unicodedata import bidirectional

__all__ = ["by_direction"]

_LEFTWARD = ("R", "AL")
_CLOSES = {")": "(", "]": "[", "}": "{"}


def by_direction(words: str) -> list[str]:
    """Return *words* in parts, of which every second one keeps its order to itself.

    That is each stretch of leftward letters, with what stands between them; all of it where nothing runs
    from left to right. A line takes what stands beside such letters, a comma or a figure, into their order
    otherwise, and shows a list of names and words with its end first.

    >>> by_direction("Ask \u05d3\u05f4\u05e8 \u05db\u05d4\u05df, 2 West")
    ['Ask ', '\u05d3\u05f4\u05e8 \u05db\u05d4\u05df', ', 2 West']
    >>> by_direction("\u05d0 (2)"), by_direction("Lakeside")
    (['', '\u05d0 (2)', ''], ['Lakeside'])
    """
    if words.isascii():
        return [words]
    kinds = [bidirectional(one) for one in words]
    if not any(kind in _LEFTWARD for kind in kinds):
        return [words]
    if "L" not in kinds:
        return ["", words, ""]
    parts, at = [], 0
    for start, end in _stretches(words, kinds):
        parts += [words[at:start], words[start:end]]
        at = end
    return [*parts, words[at:]]


def _stretches(words: str, kinds: list[str]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch begins and ends: at leftward letters, or at a bracket opened within."""
    start = last = -1
    for at, kind in enumerate([*kinds, "L"]):
        if kind in _LEFTWARD:
            start, last = (at if start < 0 else start), at
        elif kind == "L" and start >= 0:
            yield start, _closed(words, start, last + 1)
            start = -1


def _closed(words: str, start: int, end: int) -> int:
    """Return the end of a stretch, behind the bracket that closes one opened in it."""
    opening = _CLOSES.get(words[end : end + 1])
    within = words[start:end]
    if opening and within.count(opening) > within.count(words[end]):
        return end + 1
    return end
