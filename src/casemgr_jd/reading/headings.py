"""Which part of a posting a heading opens."""

from functools import cache, lru_cache

from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.phrase_table import PhraseTable
from casemgr_jd.reading.phrases import compile_phrase
from casemgr_jd.reading.words import WordIndex

__all__ = ["section_of_heading"]


@lru_cache(maxsize=2048)
def section_of_heading(heading: str) -> str:
    """Return the kind of section a heading opens, or ``"unknown"``.

    >>> section_of_heading("What You'll Do"), section_of_heading("Pay & Benefits")
    ('responsibilities', 'compensation')
    """
    folded = fold(heading).strip(" :").rstrip("?!")
    if len(folded) > _LONGEST:
        return "unknown"
    held = _phrases().matches(folded, WordIndex.of(folded))
    row = min((row for row, _ in held), default=-1)
    kind = "unknown" if row < 0 else lexicon("sections")["headings"][row]["kind"]
    return "compensation" if kind == "benefits" and _OF_PAY.search(folded) else kind


_LONGEST = 90
_OF_PAY = Said("sections", "of_pay")


@cache
def _phrases() -> PhraseTable[int]:
    """The phrases that headings hold, each with the number of its row: the first row counts."""
    table = PhraseTable[int]()
    for row, content in enumerate(lexicon("sections")["headings"]):
        for text in content["said"]:
            table.add(compile_phrase(text), row)
    return table
