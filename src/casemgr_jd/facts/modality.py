"""What a sentence does with the words in it: is a match denied, is it a name?"""

import re

from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["negated", "part_of_a_name"]

_NEGATION = re.compile(
    r"(?<![a-z])(?:no|not|never|without|nor|neither|cannot|avoid(?:s|ing)?|instead of|rather than|"
    r"(?:do|does|did|is|are|was|were|wo|ca|would|should|must)(?:n't| not))(?! only)(?:,? (?!and(?![a-z])|but(?![a-z]))[^\s.;:!?]+){0,6}$"
)
_SMALL = word_set("a an and at for in of on or the to with")


def negated(source: Source, span: Span) -> bool:
    """Return whether a negation shortly before it turns the matched wording around."""
    sentence = source.sentence(span.start, span.end)
    before = source.folded[max(sentence.start, span.start - 100) : span.start].rstrip()
    return bool(_NEGATION.search(before))


def part_of_a_name(source: Source, span: Span) -> bool:
    """Return whether the match is written as (part of) a capitalized name inside a sentence."""
    block_index = source.block_index(span.start)
    block = source.span_of(block_index)
    words = [word for word in source.snippet(span).split() if word.lower() not in _SMALL]
    if (
        source.blocks[block_index].kind == "heading"
        or not words
        or not all(w[:1].isupper() for w in words)
    ):
        return False
    before = source.text[max(block.start, span.start - 200) : span.start].split()
    after = source.text[span.end : min(block.end, span.end + 200)].split()
    return _names(before[::-1]) or _names(after)


def _names(words: list[str]) -> bool:
    for word in words[:3]:
        if word.lower() in _SMALL:
            continue
        return word[:1].isupper() and word[-1:] not in ".;:!?"
    return False
