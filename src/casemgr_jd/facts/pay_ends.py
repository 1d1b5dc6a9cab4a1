"""One range that stands in two lines, each with a label of its own: "Pay range from: 45,000", "Pay range to: 61,000"."""

from collections.abc import Iterable, Iterator
from functools import cache

from casemgr_jd import _attrs as attrs
from casemgr_jd.facts.found import Pay
from casemgr_jd.reading.fold import fold
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source

__all__ = ["joined_ends"]


def joined_ends(source: Source, found: Iterable[Pay]) -> Iterator[Pay]:
    """Yield each figure; one that a label calls the lower end takes the upper end from the line below."""
    waiting: Pay | None = None
    for pay in found:
        if waiting is not None and _is_the_upper_end(source, waiting, pay):
            yield attrs.evolve(waiting, maximum=pay.maximum, open_end="")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = pay
    if waiting is not None:
        yield waiting


def _is_the_upper_end(source: Source, low: Pay, high: Pay) -> bool:
    first, second = (source.block_index(one.span.start) for one in (low, high))
    if second != first + 1 or low.minimum is None or high.maximum is None:
        return False
    what, end = _parted(source, first)
    other, top = _parted(source, second)
    return (
        what == other
        and (end, top) in _ends()
        and low.minimum <= high.maximum
        and (low.kind, low.period) == (high.kind, high.period)
    )


def _parted(source: Source, index: int) -> tuple[str, str]:
    """The label of a line without its word for an end, and that word: "pay range", "from"."""
    label, colon, _ = fold(source.blocks[index].text).partition(":")
    words = label.split() if colon else []
    ends = {word for pair in _ends() for word in pair}
    end = next((word for word in words if word in ends), "")
    return " ".join(word for word in words if word != end), end


@cache
def _ends() -> frozenset[tuple[str, str]]:
    lows, highs = (lexicon("pay")["words"][name] for name in ("low_ends", "high_ends"))
    return frozenset(zip(lows, highs, strict=True))
