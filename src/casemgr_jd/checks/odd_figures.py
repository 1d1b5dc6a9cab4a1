"""Figures of pay that no one can have meant: a range of one figure, thousands with four digits."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_signs
from casemgr_jd.reading.source import Span

__all__ = ["malformed", "range_of_one"]

_FIGURE = r"\$ ?\d[\d,]*(?:\.\d\d)?"
_RANGE = late(
    rf"(?P<low>{_FIGURE})(?:\d*[a-z/. ]{{0,12}})(?: ?[-–—] ?| to )(?P<high>{_FIGURE})(?!\d)"
)
_MALFORMED = late(r"\$ ?\d{1,3}(?:,\d{3})*,(?:\d{4,6}|\d{1,2})(?![\d,]|\.\d{3})")
_PRICED = with_signs("$")


def range_of_one(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each range of pay whose two ends are the same."""
    for found in each_match(context.source, _RANGE, _PRICED):
        low, high = (found.in_block[end].replace(" ", "") for end in ("low", "high"))
        if low.removesuffix(".00") == high.removesuffix(".00"):
            yield Hit(Span(*found.span()))


def malformed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each amount whose thousands have too many digits, or too few."""
    for found in each_match(context.source, _MALFORMED, _PRICED):
        yield Hit(Span(*found.span()))
