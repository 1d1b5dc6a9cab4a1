"""Where two siblings differ, which questions that answers anew, and where what is the same stands now."""

from collections.abc import Hashable, Iterator
from functools import cached_property
from typing import Any

from attrs import asdict

from casemgr_jd import _attrs as attrs
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks.report import Finding
from casemgr_jd.facts.by_block import found_in, moved, take_looks
from casemgr_jd.facts.phrases import wordings_in
from casemgr_jd.facts.posting import Said
from casemgr_jd.reading.reads import ADDRESSES, MOST_AT_THE_TOP, WHOLE, in_section, of_kind, top
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import NUMBER

__all__ = ["Changes", "told"]

_BESIDE = 2
"""How many blocks before and behind a place a rule may look at, and no more."""


class _Anchored(NamedTuple):
    """A fact as its block alone tells it, with the blocks around it."""

    at: int
    around: tuple[Source, ...]
    fact: object


class Changes:
    """Where two texts differ: from which block to which, and how far what is behind has moved."""

    def __init__(self, before: Source, now: Source) -> None:
        self._before, self._now = before, now
        old, new = before.parts, now.parts
        self.shifted: int = len(new) - len(old)
        if not self.shifted:
            self._old = self._new = [
                at for at, pair in enumerate(zip(old, new, strict=True)) if pair[0] is not pair[1]
            ]
            self._until = len(old)
            return
        least = min(len(old), len(new))
        first = next((at for at in range(least) if old[at] is not new[at]), least)
        last = next(
            (at for at in range(least - first) if old[-1 - at] is not new[-1 - at]), least - first
        )
        # What is between and came out the same is where it was; what is behind has moved.
        self._until = len(old) - last
        self._old, self._new = ([*range(first, len(one) - last)] or [first] for one in (old, new))

    @property
    def of_a_sibling(self) -> bool:
        """Whether much is the same; of two texts that have little in common all is looked for anew."""
        return len(self._new) * 2 <= len(self._now.parts)

    def answered(self) -> Iterator[Hashable]:
        """Yield every question that a block answers that is new, gone, or beside one of those."""
        yield WHOLE
        if not self._old and not self._new:
            return
        take_looks(self._now)
        for source, changed in ((self._before, self._old), (self._now, self._new)):
            parts = source.parts
            near = {at + step for at in changed for step in range(-_BESIDE, _BESIDE + 1)}
            for at in near & set(range(len(parts))):
                yield from _answered_by(parts[at])
        first = min(*self._old, *self._new)
        yield from map(top, range(first + 1, MOST_AT_THE_TOP + 1))

    def _index(self, index: int) -> int:
        return index if index < self._until else index + self.shifted

    def _has_moved(self, index: int) -> bool:
        """Whether a block that is the same stands on another line, or under another path."""
        old, new = self._before.blocks[index], self._now.blocks[self._index(index)]
        return old is not new and (old.runs != new.runs or old.path != new.path)

    def found_anew(self, found: tuple[Finding, int]) -> tuple[Finding, int]:
        """The same finding, where its block is now."""
        finding, index = found
        if index < 0:
            return found
        at = self._index(index)
        if not self._has_moved(index):
            return found if at == index else (finding, at)
        start = self._now.starts[at] + finding.offset
        place = self._now.placed(Span(start, start + len(finding.match)))
        return attrs.evolve(finding, **asdict(place)), at

    def told_anew(self, fact: object) -> object:
        """What a fact came to, where its blocks are now."""
        if isinstance(fact, _Anchored):
            return fact._replace(at=self._index(fact.at))
        return tuple(map(self.told_anew, fact)) if isinstance(fact, tuple) else fact

    def said_anew(self, known: tuple[Said, int]) -> tuple[Said, int]:
        """The same fact, where its block is now."""
        one, index = known
        if index < 0:
            return known
        at = self._index(index)
        by = self._now.starts[at] - self._before.starts[index]
        if not by and not self._has_moved(index):
            return known if at == index else (one, at)
        data = moved(one.data, by)
        return attrs.evolve(one, data=data, where=self._now.placed(data.span)), at

    @cached_property
    def lines_moved(self) -> bool:
        """Whether a block that is the same stands on another line."""
        changed = set(self._old)
        known = (at for at in range(len(self._before.blocks)) if at not in changed)
        return bool(self.shifted) or any(map(self._has_moved, known))


def _answered_by(block: Source) -> Iterator[Hashable]:
    """Every question that a block answers, whatever the answer."""
    yield from found_in(block)
    yield from wordings_in(block)
    yield from block.words.vocabulary
    if block.words.at(NUMBER):
        yield NUMBER
    if block.addresses:
        yield ADDRESSES
    yield in_section(block.blocks[0].section)
    yield of_kind(block.blocks[0].kind)


def told(source: Source, value: Any) -> object:
    """What a fact came to, told by the blocks in which it stands instead of by offsets."""
    if isinstance(value, tuple):
        return tuple(told(source, one) for one in value)
    if not hasattr(value, "span"):
        return value
    index = source.block_index(value.span.start)
    around = source.parts[max(index - _BESIDE, 0) : index + _BESIDE + 1]
    return _Anchored(index, around, moved(value, -source.starts[index]))
