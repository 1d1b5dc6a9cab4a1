"""Recognition remembered by block: of a posting of which four sentences changed, four are gone through.

Whatever looks at one block at a time is a *look*. Looks are numbered as they first come; each block keeps, by number,
what the looks found in it and nothing where they found nothing, so that a text is put together from little.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from threading import RLock
from typing import Any, TypeVar

import attrs

from casemgr_jd.reading.source import Block, Source, Span

__all__ = ["by_block", "each_block", "forget", "forget_blocks"]

F = TypeVar("F")
Look = Callable[[Source], Any]
_MOST_PIECES = 16_384
_PIECES: dict[tuple[object, ...], "_Piece"] = {}
_LOOKS: list[Look | None] = []
_NUMBERS: dict[object, int] = {}
_LOCK = RLock()


class _Piece:
    """One block by itself, and what the looks so far found in it."""

    __slots__ = ("found", "looks", "source")

    def __init__(self, block: Block) -> None:
        self.source = Source((block,))
        self.looks = 0
        self.found: dict[int, Any] = {}

    def look(self) -> None:
        """Take the looks that came since."""
        while self.looks < len(_LOOKS):
            number = self.looks
            self.looks += 1
            look = _LOOKS[number]
            found = look(self.source) if look is not None else None
            if found:
                self.found[number] = found


class _Merged:
    """What the looks found in a whole text: by number, each with where its block starts."""

    __slots__ = ("found", "looks", "pieces")

    def __init__(self, source: Source) -> None:
        self.pieces = tuple(zip(map(_piece, source.blocks), source.starts, strict=True))
        self.looks = 0
        self.found: dict[int, list[tuple[int, Any]]] = {}

    def of(self, number: int) -> Sequence[tuple[int, Any]]:
        """What one look found."""
        if self.looks <= number:
            with _LOCK:
                self._catch_up()
        return self.found.get(number, ())

    def _catch_up(self) -> None:
        first, last = self.looks, len(_LOOKS)
        for piece, start in self.pieces:
            piece.look()
            numbers = range(first, last) if last - first < len(piece.found) else piece.found
            for known in numbers:
                if known >= first and known in piece.found:
                    self.found.setdefault(known, []).append((start, piece.found[known]))
        self.looks = last


def _piece(block: Block) -> _Piece:
    """Equal blocks of all texts share what is known of them."""
    key = (block.kind, block.text, block.section, block.heading, block.header, block.links)
    found = _PIECES.get(key)
    if found is None:
        if len(_PIECES) >= _MOST_PIECES:
            _PIECES.clear()
        found = _PIECES[key] = _Piece(block)
    return found


def each_block(source: Source, key: object, look: Callable[[Source], F]) -> Sequence[tuple[int, F]]:
    """Return what a look at each block alone gives, with where the block starts, where it gives anything.

    It may look at the block's words, kind, section, heading, table header and links, and at nothing around it.
    It is known by its key, which must be its own.
    """
    if len(source.blocks) < 2:
        alone = source.remembered("alone")
        if key not in alone:
            alone[key] = look(source)
        return ((0, alone[key]),) if alone[key] else ()
    number = _NUMBERS.get(key)
    if number is None:
        with _LOCK:
            number = _NUMBERS[key] = len(_LOOKS)
            _LOOKS.append(look)
    merged = source.remembered("merged")
    if "all" not in merged:
        merged["all"] = _Merged(source)
    found: Sequence[tuple[int, F]] = merged["all"].of(number)
    return found


def forget(key: object) -> None:
    """Take a look no more: another has come in its place."""
    number = _NUMBERS.pop(key, None)
    if number is not None:
        _LOOKS[number] = None


def forget_blocks() -> None:
    """Let go of every block that was seen."""
    _PIECES.clear()


def by_block(find: Callable[[Source], tuple[F, ...]]) -> Callable[[Source], tuple[F, ...]]:
    """Make a recognizer that looks at one block at a time remember what it found in each."""

    @wraps(find)
    def remembering(source: Source) -> tuple[F, ...]:
        if len(source.blocks) < 2:
            return find(source)
        looks = each_block(source, find, find)
        return tuple(_moved(one, start) for start, found in looks for one in found)

    return remembering


def _moved(one: Any, start: int) -> Any:
    """The same fact, seen from the whole text."""
    kind = type(one)
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(field.name for field in attrs.fields(kind))
    first, last = one.span
    span = Span._make((first + start, last + start))
    return kind(*(span if name == "span" else getattr(one, name) for name in names))


_NAMES: dict[type, tuple[str, ...]] = {}
