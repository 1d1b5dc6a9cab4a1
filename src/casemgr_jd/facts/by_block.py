"""Recognition remembered by block: of a posting of which four sentences changed, four are gone through."""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any, TypeVar

import attrs

from casemgr_jd.reading.source import Block, Source, Span

__all__ = ["by_block", "each_block", "pieces_of"]

F = TypeVar("F")
_MOST = 16_384
_PIECES: dict[tuple[object, ...], "Piece"] = {}


class Piece:
    """One block by itself, and what was found in it."""

    __slots__ = ("found", "source")

    def __init__(self, block: Block) -> None:
        self.source: Source = Source((block,))
        self.found: dict[object, Any] = {}


def pieces_of(source: Source) -> tuple[Piece, ...]:
    """Return the blocks of a source, each by itself; equal blocks of all sources share what is known of them."""
    known = source.remembered("pieces")
    if "all" not in known:
        known["all"] = tuple(map(_piece, source.blocks))
    pieces: tuple[Piece, ...] = known["all"]
    return pieces


def _piece(block: Block) -> Piece:
    key = (block.kind, block.text, block.section, block.heading, block.header, block.links)
    found = _PIECES.get(key)
    if found is None:
        if len(_PIECES) >= _MOST:
            _PIECES.clear()
        found = _PIECES[key] = Piece(block)
    return found


def each_block(source: Source, key: object, look: Callable[[Source], F]) -> Iterator[tuple[int, F]]:
    """Yield where each block starts, and what a look at it alone gives; under *key* it is remembered."""
    for piece, start in zip(pieces_of(source), source.starts, strict=True):
        if key not in piece.found:
            piece.found[key] = look(piece.source)
        yield start, piece.found[key]


def by_block(find: Callable[[Source], tuple[F, ...]]) -> Callable[[Source], tuple[F, ...]]:
    """Make a recognizer that looks at one block at a time remember what it found in each.

    It may look at the block's words, kind, section, heading, table header and links, and at nothing around it.
    """

    @wraps(find)
    def remembering(source: Source) -> tuple[F, ...]:
        if len(source.blocks) < 2:
            return find(source)
        found: list[F] = []
        for piece, start in zip(pieces_of(source), source.starts, strict=True):
            known = piece.found.get(find)
            if known is None:
                known = piece.found[find] = find(piece.source)
            if known:
                found.extend(_moved(one, start) for one in known)
        return tuple(found)

    return remembering


def _moved(one: Any, start: int) -> Any:
    return attrs.evolve(one, span=Span(one.span.start + start, one.span.end + start))
