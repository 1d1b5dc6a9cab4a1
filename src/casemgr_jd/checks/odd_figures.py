"""Figures of pay that no one can have meant: a range of one figure or of cents, thousands with four digits."""

from collections.abc import Iterator
from decimal import Decimal

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_signs
from casemgr_jd.reading.source import Span

__all__ = ["malformed", "narrow_range", "only_about", "range_of_one"]

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


def narrow_range(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each range of pay whose ends are apart, and no more than a few percent."""
    percent: int = rule.options["percent"]
    for found in each_match(context.source, _RANGE, _PRICED):
        low, high = (_amount(found.in_block[end]) for end in ("low", "high"))
        if low < high and high * 100 <= low * (100 + percent):
            yield Hit(Span(*found.span()), {"percent": percent})


def _amount(figure: str) -> Decimal:
    return Decimal(figure.strip("$ ").replace(",", ""))


def malformed(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each amount whose thousands have too many digits, or too few."""
    for found in each_match(context.source, _MALFORMED, _PRICED):
        yield Hit(Span(*found.span()))


def only_about(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first base pay before which stands that it is only about so much."""
    source, told = context.source, set[int]()
    for pay in context.facts.base_pay:
        index = source.block_index(pay.span.start)
        if index in told:
            continue  # "$25 an hour, about $52,000 a year": the rate is what binds
        told.add(index)
        block = source.span_of(index)
        start = max(block.start, pay.span.start - _HEDGE)
        before = source.folded[start : pay.span.start].rstrip(" $:.")
        hedge = next(
            (one for one in rule.options["about"] if before.endswith(f" {one}") or before == one),
            "",
        )
        if hedge:
            at = start + before.rindex(hedge)
            yield Hit(Span(at, pay.span.end))
            return


_HEDGE = 40
