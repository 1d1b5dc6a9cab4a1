"""Which part of a posting a paragraph belongs to."""

import re
from collections.abc import Iterable
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.reading.accommodation import accommodations
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.lexicon import Said, lexicon, pattern_of

__all__ = ["LONGEST_STATEMENT", "equal_treatment", "section_of_text"]

_STRONG = frozenset({"compensation", "benefits", "preferred", "apply"})
_WEAK = frozenset({"environment", "reporting", "required", "licensure", "glance", "eeo"})
_KEEP = frozenset(
    {"environment", "responsibilities", "required", "preferred", "skills", "licensure"}
)
_LABEL = late(r"([a-z][a-z /&'-]{2,38}?)(?::| \|)")
_FIRST_SENTENCE = late(r"([a-z][a-z ,&]{2,80})\. ")
_RUN_IN = Said("sections", "run_in")
_ASKS = Said("sections", "asks")


def _labelled(text: str, folded: str, section: str) -> str:
    """Return the section that a label such as "Pay:" or "Preferred:" puts a line in."""
    label = _LABEL.match(folded) or _run_in(folded)
    if label is None:
        return section
    named = section_of_heading(label[1])
    elsewhere = section not in ("responsibilities", "skills", "measures")
    # among duties, "Documentation:" leads a duty, and "QUALIFICATIONS:" stands for a heading
    stands_out = text[: label.end(1)].isupper() or _ASKS.fullmatch(label[1].strip())
    if named in _STRONG or (named in _WEAK and (elsewhere or stands_out)):
        return named
    return section


def _run_in(folded: str) -> re.Match[str] | None:
    """Return a heading that ends with a period: "Pay and benefits. The range is"."""
    first = _FIRST_SENTENCE.match(folded)
    return first if first is not None and _RUN_IN.fullmatch(first[1]) else None


def equal_treatment(folded: str) -> re.Match[str] | None:
    """Return where a text states equal treatment: in so many words, or by the classes that are treated alike.

    >>> equal_treatment("self aware about race, ethnicity and religion") is None
    True
    """
    said = pattern_of("statements", "phrases", table="equal_treatment").search(folded)
    if said is not None:
        return said
    classes = pattern_of("statements", "classes", table="equal_treatment").search(folded)
    treated = pattern_of("statements", "treatment", table="equal_treatment").search
    return classes if classes is not None and treated(folded) else None


@lru_cache(maxsize=8192)
def section_of_text(text: str, section: str) -> str:
    """Return the kind of section of a paragraph in a section, read from its words where they say more.

    >>> section_of_text("We are an equal opportunity employer.", "benefits")
    'eeo'
    """
    folded = fold(text)
    if section == "eeo":
        return section
    section = _labelled(text, folded, section)
    if (
        len(text) < LONGEST_STATEMENT
        and _hinted("equal_treatment", folded)
        and equal_treatment(folded) is not None
    ):
        return "eeo"
    if (
        section not in _KEEP
        and len(text) < 400
        and _hinted("accommodation", folded)
        and any(accommodations(folded))
    ):
        return "eeo"
    # a whole posting on one line mentions such things near its end
    opening = folded[:_LONGEST_OPENING]
    if _hinted("legal", opening) and _LEGAL.search(opening):
        return "legal"
    return section


_LEGAL = Said("sections", "legal")


def _hinted(subject: str, folded: str) -> bool:
    """Whether a text holds a piece of a word without which it says nothing of a subject."""
    pieces: Iterable[str] = lexicon("sections")["hints"][subject]
    return any(piece in folded for piece in pieces)


_LONGEST_OPENING = 600
LONGEST_STATEMENT = 2_000
"""Letters of the longest paragraph that one statement makes its own; a longer one is a posting that lost its lines."""
