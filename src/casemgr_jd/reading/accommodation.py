"""Where an applicant can ask for an accommodation, or an employer promises one."""

import re
import sys
from collections.abc import Iterator

from casemgr_jd.reading.lexicon import Said

__all__ = ["accommodations"]

_SAID = Said("accommodation", "asked_or_promised")
_OTHERS = Said("accommodation", "others")


def accommodations(folded: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
    """Yield where a text says so, and not where one is arranged for those served, or refused.

    >>> [one.group() for one in accommodations("need an accommodation? guests need hotel accommodations")]
    ['need an accommodation']
    """
    others = None
    for one in _SAID.finditer(folded, start, end):
        if others is None:
            others = [other.span() for other in _OTHERS.finditer(folded, start, end)]
        if all(one.end() <= first or one.start() >= last for first, last in others):
            yield one
