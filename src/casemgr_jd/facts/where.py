"""Which blocks are worth a look, told by the words and the signs that they hold.

Most looks find nothing in most blocks. So each says what a block must hold one of, and a block is asked once what it
holds: the looks that remain are few.
"""

from collections.abc import Callable, Set
from functools import cached_property
from typing import Any

from casemgr_jd.facts.phrases import Wording, some_stand_in, wordings_of
from casemgr_jd.reading.source import Source
from casemgr_jd.reading.words import NUMBER

__all__ = [
    "DIGITS",
    "EVERYWHERE",
    "Where",
    "Worth",
    "fitting",
    "holds_a_number",
    "with_numbers",
    "with_pieces",
    "with_signs",
    "with_words",
    "with_wordings",
]

Fits = Callable[[Source], bool]
Words = frozenset[str] | Callable[[], frozenset[str]]
_NO_WORDS, _NO_WORDINGS = frozenset[str](), frozenset[Wording[Any]]()


class Where:
    """The blocks that hold one of these, in their folded text, and of which *fits* is true.

    Where nothing is named that they must hold, all are asked.

    Args:
        words: whole words.
        signs: single characters, which are no letters.
        wordings: phrases that stand in them.
        pieces: any pieces of text.
        fits: what else must be true of a block; it is asked last.
    """

    def __init__(
        self,
        words: Words = _NO_WORDS,
        signs: str = "",
        wordings: frozenset[Wording[Any]] = _NO_WORDINGS,
        pieces: tuple[str, ...] = (),
        fits: Fits | None = None,
    ) -> None:
        self._words, self.signs, self.wordings = words, frozenset(signs), wordings
        self.pieces, self.fits = pieces, fits
        self.always = not (words or signs or wordings or pieces)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words, read when they are first asked for."""
        return self._words if isinstance(self._words, frozenset) else self._words()

    def __call__(self, source: Source) -> bool:
        """Whether a block is worth a look."""
        return self.may_stand_in(source) and (self.fits is None or self.fits(source))

    def may_stand_in(self, source: Source) -> bool:
        """Whether a text, of one block or of many, holds one of these."""
        return (
            self.always
            or not source.words.vocabulary.isdisjoint(self.words)
            or not self.signs.isdisjoint(source.folded)
            or self.holds_a_piece(source)
            or (bool(self.wordings) and some_stand_in(source, self.wordings))
        )

    def holds_a_piece(self, source: Source) -> bool:
        """Whether a text holds one of the pieces."""
        folded = source.folded
        return any(piece in folded for piece in self.pieces)


EVERYWHERE = Where()


def with_words(words: Words, fits: Fits | None = None) -> Where:
    """The blocks that hold one of these words."""
    return Where(words=words, fits=fits)


def with_signs(signs: str, fits: Fits | None = None) -> Where:
    """The blocks that hold one of these characters."""
    return Where(signs=signs, fits=fits)


def with_pieces(*pieces: str, fits: Fits | None = None) -> Where:
    """The blocks that hold one of these pieces of text."""
    return Where(pieces=pieces, fits=fits)


def with_wordings(wordings: frozenset[Wording[Any]]) -> Where:
    """The blocks in which one of these wordings stands."""
    return Where(wordings=wordings)


def fitting(fits: Fits) -> Where:
    """The blocks of which this is true."""
    return Where(fits=fits)


DIGITS = "0123456789"


def holds_a_number(source: Source) -> bool:
    """Whether a number stands in a block, and not only in an address of it."""
    return bool(source.words.at(NUMBER))


with_numbers = with_signs(DIGITS, holds_a_number)
"""The blocks that hold a number."""


class Worth:
    """All looks by what a block must hold for them."""

    def __init__(self) -> None:
        self._wheres: list[Where] = []
        self._asked: list[int] = []
        """The looks that are asked themselves: all blocks, or pieces of text, are theirs."""
        self._words: dict[str, list[int]] = {}
        self._signs: dict[str, list[int]] = {}
        self._wordings: dict[Wording[Any], list[int]] = {}

    def add(self, where: Where) -> None:
        """Add a look; looks are numbered as they come."""
        number = len(self._wheres)
        self._wheres.append(where)
        if where.always or where.pieces:
            self._asked.append(number)
        for word in where.words:
            self._words.setdefault(word, []).append(number)
        for sign in where.signs:
            self._signs.setdefault(sign, []).append(number)
        for wording in where.wordings:
            self._wordings.setdefault(wording, []).append(number)

    def of_text(self, source: Source, first: int) -> Set[int]:
        """The looks from a number on that may find something in a text of many blocks."""
        wheres = self._wheres
        if len(wheres) - first < _FEW:
            return {n for n in range(first, len(wheres)) if wheres[n].may_stand_in(source)}
        return {number for number in self._held(source, None) if number >= first}

    def of(self, source: Source, among: Set[int]) -> list[int]:
        """Those of these looks for which a block is worth it, in order."""
        wheres = self._wheres
        if len(among) < _FEW:
            return [number for number in sorted(among) if wheres[number](source)]
        return [
            number
            for number in sorted(self._held(source, among))
            if (fits := wheres[number].fits) is None or fits(source)
        ]

    def _held(self, source: Source, among: Set[int] | None) -> Set[int]:
        met, known = wordings_of(source)
        held = set[int]()
        for word in self._words.keys() & source.words.vocabulary:
            held.update(self._words[word])
        for sign in self._signs.keys() & set(source.folded):
            held.update(self._signs[sign])
        for wording in self._wordings.keys() & met:
            held.update(self._wordings[wording])
        asked = set(self._asked)
        for wording in self._wordings.keys() - known:
            # It was met after the block was gone through.
            asked.update(self._wordings[wording])
        if among is not None:
            held &= among
            asked &= among
        wheres = self._wheres
        held.update(
            number
            for number in asked - held
            if (where := wheres[number]).always
            or where.holds_a_piece(source)
            or (bool(where.wordings) and some_stand_in(source, where.wordings))
        )
        return held


_FEW = 8
