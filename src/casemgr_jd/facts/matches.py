"""Where a regular expression stands in a text, looked for block by block and remembered with each block."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.by_block import Where, each_block, everywhere
from casemgr_jd.reading.source import Searched, Source

__all__ = ["Found", "each_match", "stands"]


class Found:
    """Where something stands in a text, and what its named parts hold: a match in a block, seen from the whole."""

    __slots__ = ("_end", "_match", "_start")

    def __init__(self, match: re.Match[str], offset: int) -> None:
        self._match = match
        self._start, self._end = match.start() + offset, match.end() + offset

    def start(self) -> int:
        """Where it starts."""
        return self._start

    def end(self) -> int:
        """Where it ends."""
        return self._end

    def span(self) -> tuple[int, int]:
        """Where it starts and ends."""
        return self._start, self._end

    def group(self) -> str:
        """The words, as they stand in the text that was searched."""
        return self._match.group()

    def groupdict(self) -> dict[str, str | None]:
        """What the named parts hold."""
        return self._match.groupdict()

    @property
    def in_block(self) -> re.Match[str]:
        """The match as it stands in its block alone."""
        return self._match


def each_match(
    source: Source, pattern: re.Pattern[str], where: Where = everywhere
) -> Iterator[Found]:
    """Yield every place where a pattern (one that lives on) stands in the text as it is written.

    *where* says which blocks count.
    """

    def look(block: Source) -> list[re.Match[str]]:
        return list(pattern.finditer(block.text)) if where(block) else []

    for start, matches in each_block(source, ("matches", pattern, where), look):
        for match in matches:
            yield Found(match, start)


def stands(source: Source, pattern: Searched) -> bool:
    """Whether a pattern (one that lives on) stands somewhere in the folded text."""

    def look(block: Source) -> bool:
        return pattern.search(block.folded, 0, len(block.folded)) is not None

    return bool(each_block(source, ("stands", pattern), look))
