"""Where a regular expression stands in a text, looked for block by block and remembered with each block."""

import re
from collections.abc import Iterator

from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import EVERYWHERE, Where
from casemgr_jd.reading.found import Found
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.source import Source

__all__ = ["each_match", "stands"]


def each_match(
    source: Source, pattern: re.Pattern[str], where: Where = EVERYWHERE
) -> Iterator[Found]:
    """Yield every place where a pattern (one that lives on) stands in the text as it is written.

    *where* says which blocks count.
    """

    def look(block: Source) -> list[re.Match[str]]:
        return list(pattern.finditer(block.text))

    for start, matches in each_block(source, ("matches", pattern), look, where):
        for match in matches:
            yield Found(match, start)


def stands(source: Source, said: LatePattern) -> bool:
    """Whether wording of the lexicon stands somewhere in the text."""
    return bool(phrases_in(source, said.phrases))
