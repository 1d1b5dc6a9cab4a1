"""Columns of words side by side, each wrapped in its own width."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["columns", "width_of", "wrapped"]

_GAP = 2
_LEAST = 8
"""Cells, below which no column is made narrower."""


def width_of(words: str) -> int:
    """Return how many cells of a terminal words take.

    >>> width_of("Zoë"), width_of("日本")
    (3, 4)
    """
    if words.isascii():
        return len(words)
    return sum(
        0 if unicodedata.combining(one) else 1 + (unicodedata.east_asian_width(one) in "WF")
        for one in words
    )


def wrapped(words: str, width: int) -> list[str]:
    """Return words in lines of at most *width* cells; a word that is longer is cut.

    >>> wrapped("meet new patients", 9)
    ['meet new', 'patients']
    """
    lines = [""]
    for word in words.split():
        for piece in _pieces(word, width):
            joined = f"{lines[-1]} {piece}" if lines[-1] else piece
            if width_of(joined) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    return lines


def columns(rows: Iterable[Sequence[str]], width: int) -> Iterator[list[list[str]]]:
    """Yield the lines of each row, each a list of cells of even width, in at most *width* cells together.

    >>> [[one.rstrip() for one in line] for row in columns([("Tier", "entry"), ("Pay", "none")], 30)
    ...     for line in row]
    [['Tier', 'entry'], ['Pay', 'none']]
    """
    cells = [list(row) for row in rows]
    widths = _widths(cells, width)
    for row in cells:
        texts = [wrapped(words, room) for words, room in zip(row, widths)]
        deep = max(map(len, texts), default=0)
        yield [
            [_padded(text[at] if at < len(text) else "", room) for text, room in zip(texts, widths)]
            for at in range(deep)
        ]


def _widths(rows: list[list[str]], width: int) -> list[int]:
    """Return widths that fit: what is short keeps its own, and the rest share what is left."""
    count = max(map(len, rows), default=0)
    wanted = [
        max((width_of(row[at]) for row in rows if at < len(row)), default=0) for at in range(count)
    ]
    room = max(width - _GAP * (count - 1), count)
    widths = [0] * count
    for left, at in zip(range(count, 0, -1), sorted(range(count), key=wanted.__getitem__)):
        widths[at] = max(min(wanted[at], max(room // left, min(_LEAST, room))), 1)
        room -= widths[at]
    return widths


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and width_of(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


def _padded(words: str, width: int) -> str:
    return words + " " * (width - width_of(words))
