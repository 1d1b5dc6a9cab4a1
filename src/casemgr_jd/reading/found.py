"""A match in one block, seen from the whole text."""

import re

__all__ = ["Found"]


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
