"""Recognition remembered by block: of a posting of which four sentences changed, four are gone through.

Whatever looks at one block at a time is a *look*. Looks are numbered as they first come; each block keeps, by number,
what the looks found in it and nothing where they found nothing, so that a text is put together from little.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from operator import attrgetter
from typing import Any, TypeVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._records import NamedTuple
from casemgr_jd.facts.phrases import looking
from casemgr_jd.facts.where import EVERYWHERE, Where, Worth
from casemgr_jd.reading.source import Source, Span

__all__ = ["by_block", "each_block", "found_in", "in_blocks", "moved", "take_looks"]

F = TypeVar("F")
_NUMBERS: dict[object, int] = {}


class _Look(NamedTuple):
    """Something that looks at a block."""

    key: object
    take: Callable[[Source], Any]
    where: Where


_LOOKS: list[_Look] = []
_WORTH = Worth()
"""For which looks a block is worth it: for all others it holds nothing."""


class _Piece:
    """What the looks so far found in one block."""

    __slots__ = ("found", "looks", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.looks = 0
        self.found: dict[int, Any] = {}

    def look(self, last: int, looks: frozenset[int]) -> None:
        """Take those of these looks that were not taken yet; of the others, up to the last, none finds anything."""
        source = self.source
        known = source.remembered("alone")
        for number in _WORTH.of(source, looks):
            if number < self.looks:
                continue
            key, take, _ = _LOOKS[number]
            if key not in known:
                known[key] = take(source)
            if known[key]:
                self.found[number] = known[key]
        # At the end: of what is broken off, all is looked for again.
        self.looks = max(last, self.looks)


def _piece(part: Source) -> _Piece:
    """What is known of a block is kept with it."""
    known = part.remembered("piece")
    if "all" not in known:
        known["all"] = _Piece(part)
    found: _Piece = known["all"]
    return found


def take_looks(source: Source) -> None:
    """Go through a text with all looks that are known."""
    _merged(source).catch_up(source)


def found_in(block: Source) -> Iterable[int]:
    """Return the numbers of the looks that found something in a block, of those that were taken."""
    return _piece(block).found


class _Merged:
    """What the looks found in a whole text: by number, each with where its block starts."""

    __slots__ = ("different", "found", "looks", "pieces")

    def __init__(self, source: Source) -> None:
        self.pieces = tuple(zip(map(_piece, source.parts), source.starts, strict=True))
        self.different = tuple(dict.fromkeys(piece for piece, _ in self.pieces))
        self.looks = 0
        self.found: dict[int, list[tuple[int, Any]]] = {}

    def of(self, number: int, source: Source) -> Sequence[tuple[int, Any]]:
        """What one look found."""
        if self.looks <= number:
            self.catch_up(source)
        return self.found.get(number, ())

    def catch_up(self, source: Source) -> None:
        """Take the looks that were not taken yet."""
        with looking(within=True):
            self._catch_up(source)

    def _catch_up(self, source: Source) -> None:
        first, last = self.looks, len(_LOOKS)
        fresh: dict[_Piece, list[int]] = {}
        behind = [piece for piece in self.different if piece.looks < last]
        first_look = min((piece.looks for piece in behind), default=last)
        looks = frozenset(range(first_look, last))
        if len(behind) > _FEW:
            looks = _WORTH.of_text(source, first_look)
        for piece in behind:
            piece.look(last, looks)
        for piece in self.different:
            numbers = range(first, last) if last - first < len(piece.found) else piece.found
            fresh[piece] = [one for one in numbers if one >= first and one in piece.found]
        new: dict[int, list[tuple[int, Any]]] = {}
        for piece, start in self.pieces if any(fresh.values()) else ():
            for known in fresh[piece]:
                new.setdefault(known, []).append((start, piece.found[known]))
        self.found |= new
        self.looks = last


_FEW = 8
"""So many blocks are asked themselves: it takes as long to ask the whole text."""


def each_block(
    source: Source, key: object, look: Callable[[Source], F], where: Where = EVERYWHERE
) -> Sequence[tuple[int, F]]:
    """Return what a look at each block alone gives, with where the block starts, where it gives anything.

    It may look at the block's words, kind, section, heading, table header and links, and at nothing around it.
    It is known by its key, which must be its own. *where* leaves out blocks in which there is nothing for it.
    """
    if len(source.blocks) < 2:
        found = _alone(source, key, look) if where(source) else None
        return ((0, found),) if found else ()
    number = _NUMBERS.get(key)
    if number is None:
        number = _new_look(_Look(key, look, where))
    source.notes.add(number)
    return _merged(source).of(number, source)


def _new_look(look: _Look) -> int:
    with looking():
        # Another thread may have come first.
        number = _NUMBERS.get(look.key)
        if number is None:
            number = len(_LOOKS)
            _WORTH.add(look.where)
            _LOOKS.append(look)
            _NUMBERS[look.key] = number
        return number


def _alone(source: Source, key: object, look: Callable[[Source], F]) -> F:
    """What a look finds in a block, remembered with the block."""
    known = source.remembered("alone")
    if key not in known:
        known[key] = look(source)
    found: F = known[key]
    return found


def _merged(source: Source) -> _Merged:
    merged = source.remembered("merged")
    if "all" not in merged:
        merged["all"] = _Merged(source)
    found: _Merged = merged["all"]
    return found


Find = Callable[[Source], tuple[F, ...]]


def by_block(find: Find[F]) -> Find[F]:
    """Make a recognizer that looks at one block at a time remember what it found in each."""
    return in_blocks(EVERYWHERE)(find)


def in_blocks(where: Where) -> Callable[[Find[F]], Find[F]]:
    """Do as ``by_block``, for a recognizer that finds nothing but in blocks of which *where* is true."""

    def making(find: Find[F]) -> Find[F]:
        @wraps(find)
        def remembering(source: Source) -> tuple[F, ...]:
            if len(source.blocks) < 2:
                return find(source)
            looks = each_block(source, find, find, where)
            return tuple(moved(one, start) for start, found in looks for one in found)

        return remembering

    return making


def moved(one: Any, start: int) -> Any:
    """Return a fact of a block as it is seen from the whole text, or from another place of it."""
    kind = type(one)
    fields = _FIELDS.get(kind)
    if fields is None:
        names = [field.name for field in attrs.fields(kind)]
        fields = _FIELDS[kind] = (attrgetter(*names), names.index("span"))
    values, at = list(fields[0](one)), fields[1]
    first, last = values[at]
    values[at] = Span(first + start, last + start)
    return kind(*values)


#: How to take all fields of a kind of fact, and which of them is its span.
_FIELDS: dict[type, tuple[Callable[[Any], tuple[Any, ...]], int]] = {}
