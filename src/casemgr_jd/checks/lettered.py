"""Lists that are lettered or numbered in a text, and of which a part was lost: a (b) without its (a), a 22 behind 19."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_numbers, with_pieces
from casemgr_jd.reading.source import Span

__all__ = ["letter_without_first", "numbers_skipped"]

# "or (b) have a degree": no paragraph of a law, which has a number before it.
_SECOND = late(r"(?:(?<=\bor )|(?<=\band )|(?<=[,;] ))\(?[bB]\)(?= [A-Za-z])")
_FIRST = late(r"(?<![a-z0-9])a\)")
_LETTERED = with_pieces("b)")


def letter_without_first(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the second of a lettered list where nothing in the text is marked as the first."""
    second = next(iter(each_match(context.source, _SECOND, _LETTERED)), None)
    if second is not None and not _FIRST.search(context.source.whole.folded):
        yield Hit(Span(*second.span()))


# "19. Writes notes": the number of an item, at the start of a line or of a sentence
_ITEM = late(r"(?:(?<![^\n])|(?<=[.;:!?] )|(?<=[a-z.;]))(?P<number>[1-9]\d?)\. ?(?=[A-Z])")


def numbers_skipped(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the number of an item before which, in a list of some length, others are missing."""
    source, last, length, end = context.source, 0, 0, 0
    for found in each_match(source, _ITEM, with_numbers):
        number = int(found.in_block["number"])
        follows = number == last + 1
        if length >= int(rule.options["fewest"]) and last + 1 < number <= last + _MOST_LOST:
            start = found.start() + found.in_block.start("number") - found.in_block.start()
            if not _stands_between(source.text[end:start], last + 1):
                yield Hit(Span(start, start + len(str(number))), {"last": last})
            follows = True
        last, length, end = number, length + 1 if follows else 1, found.end()


_MOST_LOST = 6


def _stands_between(text: str, number: int) -> bool:
    """Whether a number stands in a text in the way of a list, with no end of a sentence before it."""
    return f" {number}." in text or f" {number})" in text or f"\n{number}" in text
