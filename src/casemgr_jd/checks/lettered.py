"""Lists that are lettered in a sentence: a (b) without its (a) lost the first of two choices."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_pieces
from casemgr_jd.reading.source import Span

__all__ = ["letter_without_first"]

# "or (b) have a degree": no paragraph of a law, which has a number before it.
_SECOND = late(r"(?:(?<=\bor )|(?<=\band )|(?<=[,;] ))\(?[bB]\)(?= [A-Za-z])")
_FIRST = late(r"(?<![a-z0-9])a\)")
_LETTERED = with_pieces("b)")


def letter_without_first(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the second of a lettered list where nothing in the text is marked as the first."""
    second = next(iter(each_match(context.source, _SECOND, _LETTERED)), None)
    if second is not None and not _FIRST.search(context.source.whole.folded):
        yield Hit(Span(*second.span()))
