"""Pay: a range or one rate, in a currency, by the hour, day, week, month or year, or by the visit."""

from typing import cast

from attrs import field, frozen

from casemgr_jd._clean import clean_line
from casemgr_jd._names import joined
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Document, Paragraph

__all__ = ["PERIODS", "PayRange"]

_SYMBOLS = {"USD": "$", "CAD": "CA$", "EUR": "€", "GBP": "£"}
PERIODS = ("hour", "day", "week", "month", "year", "visit")


def _amount(value: float | None) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        reason = f"must be a number, not {_entry.described(value)}"
        return cast("None", _entry.rejected(reason, "like 72000, without sign or commas"))
    if not 0 < value < 10_000_000:
        return cast("None", _entry.rejected(f"must be above 0 and below 10,000,000, not {value}"))
    if isinstance(value, int):
        return value
    return int(value) if value == int(value) else round(float(value), 2)


def _currency(value: object) -> str:
    if isinstance(value, str) and value == "USD":
        return "USD"
    code = clean_line(value).upper() if isinstance(value, str) else ""
    if len(code) == 3 and code.isascii() and code.isalpha():
        return code
    return cast(
        "str",
        _entry.rejected(f"must be a currency code such as USD, not {_entry.described(value)}"),
    )


def _period(value: object) -> str:
    if isinstance(value, str) and value in PERIODS:
        return str(value)
    if isinstance(value, str) and clean_line(value).lower() in PERIODS:
        return clean_line(value).lower()
    known = joined(PERIODS, "or")
    return cast("str", _entry.rejected(f"must be {known}, not {_entry.described(value)}"))


@frozen(repr=False)
class PayRange(ShowsItself):
    """What a job pays: ``minimum`` and ``maximum``, or one fixed ``rate``.

    Amounts are in units of ``currency`` per ``per``: ``hour``, ``day``, ``week``, ``month``, ``year`` or
    ``visit``.

    Raises:
        InputError: an amount is no positive number, the range is upside down, only one end is
            given, or both a range and a rate are.

    >>> print(PayRange(72_000, 92_000))
    $72,000–$92,000 a year
    >>> print(PayRange(rate=41.5, per="hour"))
    $41.50 an hour
    >>> print(PayRange(55, 70, per="visit"))
    $55–$70 a visit
    """

    minimum: float | None = field(default=None, converter=_amount)
    maximum: float | None = field(default=None, converter=_amount)
    rate: float | None = field(default=None, converter=_amount)
    currency: str = field(default="USD", converter=_currency)
    per: str = field(default="year", converter=_period)

    def __attrs_post_init__(self) -> None:
        _entry.settle(self, self._conflicts())

    def to_document(self) -> Document:
        """Return the pay as a document: its sentence."""
        return Document("Pay", [Paragraph(self.statement())])

    def _conflicts(self) -> list[Problem]:
        if not _entry.is_settled(self, "minimum", "maximum", "rate"):
            return []
        low, high = self.minimum, self.maximum
        if self.rate is not None:
            both = low is not None or high is not None
            hint = "keep the rate, or the minimum and maximum"
            return [Problem("rate", "stands beside a range", hint)] if both else []
        if low is None or high is None:
            missing = "maximum" if high is None else "minimum"
            if low is None and high is None:
                return [Problem("", "states no pay", "give minimum and maximum, or rate")]
            hint = "give both ends, or one fixed rate as rate"
            return [Problem(missing, "is missing: a range needs both ends", hint)]
        if low > high:
            reason = f"is above the maximum ({low:,} > {high:,})"
            return [Problem("minimum", reason, "swap the two figures")]
        return []

    @property
    def low(self) -> float:
        """The lower end, or the one rate."""
        return cast("float", self.rate if self.minimum is None else self.minimum)

    @property
    def high(self) -> float:
        """The upper end, or the one rate."""
        return cast("float", self.rate if self.maximum is None else self.maximum)

    def statement(self) -> str:
        """Return the pay as a sentence for a posting.

        >>> PayRange(72_000, 92_000).statement()
        'The good-faith pay range for this role is $72,000–$92,000 a year.'
        """
        kind = "rate" if self.low == self.high else "range"
        return f"The good-faith pay {kind} for this role is {self}."

    def __str__(self) -> str:
        ends = dict.fromkeys((self.low, self.high))
        amounts = "–".join(
            self._money(amount, bool(self.low % 1 or self.high % 1)) for amount in ends
        )
        return f"{amounts} {'an' if self.per == 'hour' else 'a'} {self.per}"

    def _money(self, amount: float, cents: bool) -> str:
        symbol = _SYMBOLS.get(self.currency, f"{self.currency} ")
        return f"{symbol}{amount:,.2f}" if cents else f"{symbol}{amount:,.0f}"
