"""Looking around a match: is it required or preferred, is it turned around by a "not"?"""

import re
from bisect import bisect_left

from casemgr_jd._late import late
from casemgr_jd.reading.source import Source, Span

__all__ = ["clause", "need_of"]

_NEEDS = late(
    r"(?P<none>(?:is|are)? ?not (?:be )?(?:required|needed|necessary|mandatory|a requirement)|(?:is|are)n't (?:required|needed|necessary)|"
    r"no (?:[a-z/]+ ){0,3}(?:license|licensure|certification|degree|experience)[a-z ]{0,12}(?:required|needed|necessary)|optional|not a must|(?:does|do) not (?:qualify|count|suffice)|(?:is|are) not (?:enough|accepted))"
    r"|(?P<later>within (?:the first )?[\w-]+ ?(?:\(\d+\) )?(?:months?|years?|days?)|eligib(?:le|ility) (?:for|to)|(?:or )?eligible\b|obtain|willing(?:ness)? to|"
    r"work(?:ing)? to(?:ward)?s?|in progress|pursu\w+|toward|achiev\w+|earn (?:it|your|the)|(?:once|when|after) (?:you are )?(?:eligible|hired)|support(?:ed)? (?:to|in|for)|sit for)"
    r"|(?P<preferred>prefer\w*|(?:is|are|would be)? ?an? (?:strong |big |real |definite )?(?:plus|asset|advantage|bonus)\b|plus(?=[.;,)]|$)|desir\w+|helpful|nice to have|"
    r"ideal(?:ly)?|advantageous|beneficial|(?<!applicants )(?<!candidates )(?<!graduates )(?<!grads )(?<!people )welcomed?|encouraged|valued|we like|bonus points)"
    r"|(?P<required>required?s?|must|minimum|mandatory|necessary|need(?:s|ed)?\b|at least|essential\b|you have|you hold|you are an?\b|you will need|holds? an?|(?:active|current|valid|unrestricted|unencumbered)(?=[,\s]))"
)
_SECTION_NEEDS = {
    "required": "required",
    "qualifications": "required",
    "licensure": "required",
    "preferred": "preferred",
    "skills": "required",
}


_MARKS = (", ", "; ", " - ", " / ", " but ")


def clause(source: Source, span: Span) -> Span:
    """Return the part of the sentence around a span, up to the nearest comma, semicolon, dash or slash."""
    sentence = source.sentence(span.start, span.end)
    start = max(_after(source.folded, mark, sentence.start, span.start) for mark in _MARKS)
    ends = (source.folded.find(mark, span.end, sentence.end) for mark in _MARKS)
    return Span(start, min((end for end in ends if end >= 0), default=sentence.end))


def _after(text: str, mark: str, floor: int, ceiling: int) -> int:
    found = text.rfind(mark, floor, ceiling)
    return found + len(mark) if found >= 0 else floor


def need_of(source: Source, span: Span) -> str:
    """Return whether what stands at a span is ``required``, ``preferred``, ``later``, ``none`` or ``unknown``.

    The words of its own clause decide, then those after it, then those before it, then the section.
    """
    own, sentence = clause(source, span), source.sentence(span.start, span.end)
    said = source.matches(_NEEDS, sentence)
    first = bisect_left(said, own.start, key=_start_of)
    last = bisect_left(said, own.end, key=_start_of)
    if first < last:
        # "required" next to "within 12 months" means later; "not required" is read as one
        kinds = [match.lastgroup or "" for match in said[first:last]]
        for kind in ("none", "later", "preferred"):
            if kind in kinds:
                return kind
        return kinds[0]
    nearest = said[last : last + 1] or said[max(first - 1, 0) : first]
    return (nearest[0].lastgroup or "unknown") if nearest else _label_need(source, span)


def _start_of(match: re.Match[str]) -> int:
    return match.start()


def _label_need(source: Source, span: Span) -> str:
    index = source.block_index(span.start)
    block = source.span_of(index)
    label, colon, _ = source.folded[block.start : span.start].partition(":")
    if colon and len(label) < 40:
        found = _NEEDS.search(label)
        if found:
            return found.lastgroup or "unknown"
    return _SECTION_NEEDS.get(source.blocks[index].section, "unknown")
