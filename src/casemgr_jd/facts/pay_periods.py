"""The period for which an amount is paid, where the figure itself does not say it."""

from casemgr_jd._late import late
from casemgr_jd.facts.labels import labelled
from casemgr_jd.reading.source import Source, Span

__all__ = ["period_around"]


_PERIODS = (
    ("hour", r"hour(?!s)|hourly|hrs?\b|/h\b|/ ?hr"),
    ("year", r"annual(?! (?:cost|increase|merit|raise|review)|ly)|annually|annum|year|yearly|yr\b"),
    ("salary", r"salar(?:y|ied)"),
    ("month", r"month"),
    ("week", r"week"),
    ("day", r"daily|per day|diem rate"),
    ("visit", r"per visit|visit rate"),
)


_PERIOD_WORDS = tuple((name, late(rf"(?<![a-z])(?:{words})")) for name, words in _PERIODS)


def period_around(source: Source, span: Span, amount: float) -> str:
    """The period that the words beside a figure give: after it, before it, below it or in its header."""
    index = source.block_index(span.start)
    block, whole = source.blocks[index], source.span_of(index)
    after = source.folded[span.end : min(whole.end, span.end + 40)]
    before = source.folded[max(whole.start, span.start - 70) : span.start]
    for text in (
        after,
        before,
        _beside(source, index + 1),
        block.header,
        block.heading,
        _beside(source, index - 1),
    ):
        nearest = min(
            (
                (match.start() if text is after else -match.start(), name)
                for name, words in _PERIOD_WORDS
                if _plausible(amount, name)
                for match in words.finditer(text.lower())
            ),
            default=None,
        )
        if nearest:
            return "year" if nearest[1] == "salary" else nearest[1]
    return _paid_how_often(source, amount)


def _paid_how_often(source: Source, amount: float) -> str:
    """The period that a label of its own gives to all pay: "Pay frequency: Monthly"."""
    for one in labelled(source, "pay_frequency"):
        said = source.folded[one.value.start : one.value.end]
        for name, words in _PERIOD_WORDS:
            if words.match(said.strip()) and _plausible(amount, name):
                return name
    return ""


def _beside(source: Source, index: int) -> str:
    """The line above or below, if it is as short as a label or a unit: "Annual salary", "per year"."""
    if not 0 <= index < len(source.blocks):
        return ""
    text = source.blocks[index].text
    return text if len(text) <= _LABEL_SIZE and not any(map(str.isdigit, text)) else ""


_LABEL_SIZE = 24


def _plausible(amount: float, period: str) -> bool:
    """Whether someone could be paid an amount for a period that stands near it, not at it."""
    low, high = _PLAUSIBLE.get(period, (0, 2_000))
    return low <= amount <= high


_PLAUSIBLE = {
    "hour": (5, 400),
    "year": (5_000, 900_000),
    "salary": (12_000, 900_000),
    "month": (1_000, 25_000),
    "week": (200, 8_000),
}
