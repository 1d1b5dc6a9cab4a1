"""One name in two wordings, which a small word parts: "Institute for Inclusion", "Institute of Inclusion"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["names_in_two_wordings"]

_FEWEST_WORDS = 3


def names_in_two_wordings(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each name where it stands with another small word in it than before."""
    if not context.whole:
        raise NotApplicable
    source, first, end_of_last = context.source, dict[tuple[str, ...], Span](), -1
    for start, found in each_block(source, "names with small words", _names):
        for words, at, end in found:
            span = Span(start + at, start + end)
            seen = first.setdefault(words, span)
            differs = source.snippet(seen) != source.snippet(span)
            if differs and span.start >= end_of_last:
                end_of_last = span.end
                yield Hit(span, the_other(source, seen))


def _names(source: Source) -> list[tuple[tuple[str, ...], int, int]]:
    """The names of a block in which a small word stands, each by its words in capitals.

    "At the Institute of Community Living" may be one from each of its words in capitals on.
    """
    found = list[tuple[tuple[str, ...], int, int]]()
    for match in _name().finditer(source.whole.text):
        words, start = match.group().split(" "), match.start()
        for at, word in enumerate(words):
            rest = words[at:]
            large = tuple(one for one in rest if one[:1].isupper())
            if word[:1].isupper() and _FEWEST_WORDS <= len(large) < len(rest):
                found.append((large, start, match.end()))
            start += len(word) + 1
    return found


@lru_cache(maxsize=1)
def _name() -> re.Pattern[str]:
    """Words in capitals, with small ones between them."""
    small = "|".join(lexicon("slips")["small_in_names"])
    return re.compile(rf"(?<!\w)[A-Z][\w’'&-]+(?: (?:(?:{small}) ){{0,2}}[A-Z][\w’'&-]+){{2,6}}")
