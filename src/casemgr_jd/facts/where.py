"""Which blocks are worth a look, told by the words and the signs that they hold.

Most looks find nothing in most blocks. So each says what a block must hold one of, and a block is asked once what it
holds: the looks that remain are few.
"""

from collections.abc import Callable
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
        others: what is true of further blocks, though they hold none of these.
        fits: what else must be true of a block; it is asked last.
    """

    def __init__(
        self,
        words: Words = _NO_WORDS,
        signs: str = "",
        wordings: frozenset[Wording[Any]] = _NO_WORDINGS,
        pieces: tuple[str, ...] = (),
        others: Fits | None = None,
        fits: Fits | None = None,
    ) -> None:
        self._words = words
        self.signs: frozenset[str] = frozenset(signs)
        self.wordings: frozenset[Wording[Any]] = wordings
        self.pieces: tuple[str, ...] = pieces
        self.others: Fits | None = others
        self.fits: Fits | None = fits
        self.always: bool = not (words or signs or wordings or pieces or others)

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
            or (self.others is not None and (len(source.blocks) > 1 or self.others(source)))
        )

    def holds_a_piece(self, source: Source) -> bool:
        """Whether a text holds one of the pieces."""
        folded = source.folded
        for piece in self.pieces:  # a loop: every block of every text is asked  # noqa: SIM110
            if piece in folded:
                return True
        return False


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


with_numbers: Where = with_signs(DIGITS, holds_a_number)
"""The blocks that hold a number."""


class Worth:
    """All looks by what a block must hold for them."""

    def __init__(self) -> None:
        self._wheres: list[Where] = []
        self._words: dict[str, list[int]] = {}
        self._signs: dict[str, list[int]] = {}
        self._wordings: dict[Wording[Any], list[int]] = {}
        self._last: tuple[frozenset[int], frozenset[Wording[Any]], _Asked] | None = None

    def add(self, where: Where) -> None:
        """Add a look; looks are numbered as they come."""
        number = len(self._wheres)
        self._wheres.append(where)
        for word in where.words:
            self._words.setdefault(word, []).append(number)
        for sign in where.signs:
            self._signs.setdefault(sign, []).append(number)
        for wording in where.wordings:
            self._wordings.setdefault(wording, []).append(number)

    def of_text(self, source: Source, first: int) -> frozenset[int]:
        """The looks from a number on that may find something in a text of many blocks."""
        wheres = self._wheres
        every = range(first, len(wheres))
        if len(every) < _FEW:
            return frozenset(number for number in every if wheres[number].may_stand_in(source))
        return frozenset(self._held(source, frozenset(every)))

    def of(self, source: Source, among: frozenset[int]) -> list[int]:
        """Those of these looks for which a block is worth it, in order."""
        wheres = self._wheres
        if len(among) < _FEW:
            return [number for number in sorted(among) if wheres[number](source)]
        held = list[int]()
        for number in sorted(self._held(source, among)):
            fits = wheres[number].fits
            if fits is None or fits(source):
                held.append(number)
        return held

    def _held(self, source: Source, among: frozenset[int]) -> set[int]:
        met, known = wordings_of(source)
        always, asked, others, unknown = self._asked_of(among, known)
        held = set(always)
        by_word, by_sign, by_wording = self._words, self._signs, self._wordings
        for word in by_word.keys() & source.words.vocabulary:
            held.update(by_word[word])
        for sign in by_sign.keys() & set(source.folded):
            held.update(by_sign[sign])
        for wording in met:
            if wording in by_wording:
                held.update(by_wording[wording])
        held &= among
        for number, where in asked:
            if number not in held and where.holds_a_piece(source):
                held.add(number)
        for number, is_worth_it in others:
            if number not in held and (len(source.blocks) > 1 or is_worth_it(source)):
                held.add(number)
        for number, where in unknown:
            if number not in held and some_stand_in(source, where.wordings):
                held.add(number)
        return held

    def _asked_of(self, among: frozenset[int], known: frozenset[Wording[Any]]) -> "_Asked":
        """Of these looks, those that all blocks are worth, those with pieces, and those with wordings that are not known.

        The blocks of a text are asked one after the other: what was answered for the last one is kept.
        """
        if self._last is None or self._last[0] is not among or self._last[1] is not known:
            wheres = [(number, self._wheres[number]) for number in sorted(among)]
            always = [number for number, where in wheres if where.always]
            asked = [(number, where) for number, where in wheres if where.pieces]
            others = [(number, one) for number, where in wheres if (one := where.others)]
            unknown = [(number, where) for number, where in wheres if not where.wordings <= known]
            self._last = (among, known, (always, asked, others, unknown))
        return self._last[2]


_Asked = tuple[list[int], list[tuple[int, Where]], list[tuple[int, Fits]], list[tuple[int, Where]]]
_FEW = 8
