"""Pay: a range or one rate, in a currency, by the hour, day, week, month or year, or by the visit."""

from collections.abc import Iterable, Mapping
from typing import Any, cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._clean import clean_line
from casemgr_jd._doors import by_name
from casemgr_jd._late import late
from casemgr_jd._names import joined
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._value import Value
from casemgr_jd.model.choices import PayPeriod, period
from casemgr_jd.model.document import Document, Paragraph

__all__ = ["PayPart", "PayRange", "amounts"]

_MOST = 10_000_000
_IN_BRACKETS = late(r"\s*\(([^()]*)\)")
_SYMBOLS = {"USD": "$", "CAD": "CA$", "EUR": "€", "GBP": "£"}


def _amount(value: float | None) -> float | None:
    if value is None or (value.__class__ is int and 0 < value < _MOST):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        reason = f"must be a number, not {_entry.described(value)}"
        return cast("None", _entry.rejected(reason, "like 72000, without sign or commas"))
    if not 0 < value < _MOST:
        return cast("None", _entry.rejected(f"must be above 0 and below {_MOST:,}, not {value}"))
    if isinstance(value, int):
        return value
    return int(value) if value == int(value) else round(float(value), 2)


def _currency(value: object) -> str:
    if value.__class__ is str and value == "USD":
        return "USD"
    code = clean_line(value).upper() if isinstance(value, str) else ""
    if len(code) == 3 and code.isascii() and code.isalpha():
        return code
    return cast(
        "str",
        _entry.rejected(f"must be a currency code such as USD, not {_entry.described(value)}"),
    )


def _conflicts(pay: "PayPart | PayRange") -> list[Problem]:
    """Return what is wrong with the amounts of a pay or of a part of it."""
    low, high, rate = pay.minimum, pay.maximum, pay.rate
    kinds: tuple[type, ...] = (low.__class__, high.__class__, rate.__class__)
    if _entry.Rejected in kinds:
        return []
    if rate is not None:
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


@by_name
@frozen(repr=False, eq=False)
class PayPart(Value):
    """What a job pays at one of its places, or in one of its grades; in currency and period of the whole.

    >>> PayPart("Colorado", 84_000, 104_000).high
    104000
    """

    name: str = field(default="", converter=_entry.line)
    """The place or the grade, as it reads: *Colorado*, *Grade 2*."""
    minimum: float | None = field(default=None, converter=_amount)
    """The lower end of the range."""
    maximum: float | None = field(default=None, converter=_amount)
    """The upper end of the range."""
    rate: float | None = field(default=None, converter=_amount)
    """One fixed amount, in place of a range."""

    def __attrs_post_init__(self) -> None:
        hint = "say the place or the grade, such as Colorado"
        missing = [] if self.name else [Problem("name", "is missing", hint)]
        _entry.settle(self, [*missing, *_conflicts(self)])

    @property
    def low(self) -> float:
        """The lower end, or the one rate."""
        return self.rate if self.minimum is None else self.minimum  # type: ignore[return-value]

    @property
    def high(self) -> float:
        """The upper end, or the one rate."""
        return self.rate if self.maximum is None else self.maximum  # type: ignore[return-value]


def _parts(value: "Iterable[PayPart | Mapping[str, Any]] | None") -> tuple[PayPart, ...]:
    if value.__class__ is tuple and not value:
        return ()
    from casemgr_jd.model.ranges import several

    return several(PayPart, value)


@by_name
@frozen(repr=False, eq=False)
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
    """The lower end of the range, in units of ``currency``, above 0."""
    maximum: float | None = field(default=None, converter=_amount)
    """The upper end of the range, in the same units."""
    rate: float | None = field(default=None, converter=_amount)
    """One fixed amount, in place of a range."""
    currency: str = field(default="USD", converter=_currency)
    """ISO 4217 code of the currency."""
    per: PayPeriod = field(default=PayPeriod.YEAR, converter=period)
    """What an amount is for: a ``PayPeriod``, or its text, such as ``"hour"``."""
    by: tuple[PayPart, ...] = field(default=(), converter=_parts)
    """What it pays by place or by grade; ``minimum`` and ``maximum`` then follow from these."""

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = []
        if self.by and _entry.is_settled(self, "by", "minimum", "maximum", "rate"):
            problems = self._spanned()
        _entry.settle(self, problems or _conflicts(self))

    def _spanned(self) -> list[Problem]:
        """Take the ends from the parts; ends that are given too must be the same."""
        low, high = min(one.low for one in self.by), max(one.high for one in self.by)
        if self.rate is not None or (self.minimum, self.maximum) not in ((None, None), (low, high)):
            hint = "leave minimum, maximum and rate out beside by"
            return [Problem("by", "spans another range than the pay", hint)]
        object.__setattr__(self, "minimum", low)
        object.__setattr__(self, "maximum", high)
        return []

    def at(self, *names: "str | None") -> "PayRange":
        """Return the pay under one of *names*, such as a state's; all of it where no part has that name.

        >>> pay = PayRange(by=[PayPart("Colorado", 84_000, 104_000), PayPart("Ohio", rate=80_000)])
        >>> print(pay.at("CO", "Colorado"))
        $84,000–$104,000 a year
        """
        wanted = {name.casefold() for name in names if name}
        for one in self.by:
            if one.name.casefold() in wanted:
                return PayRange(one.minimum, one.maximum, one.rate, self.currency, self.per)
        return self

    def to_document(self) -> Document:
        """Return the pay as a document: its sentence."""
        return Document("Pay", [Paragraph(self.statement())])

    @property
    def low(self) -> float:
        """The lower end, or the one rate."""
        return self.rate if self.minimum is None else self.minimum  # type: ignore[return-value]

    @property
    def high(self) -> float:
        """The upper end, or the one rate."""
        return self.rate if self.maximum is None else self.maximum  # type: ignore[return-value]

    @property
    def is_fixed(self) -> bool:
        """Whether no offer can fall anywhere else: one rate, or one in each part.

        >>> PayRange(by=[PayPart("Days", rate=38), PayPart("Nights", rate=41)], per="hour").is_fixed
        True
        """
        return all(one.low == one.high for one in self.by) if self.by else self.low == self.high

    def statement(self) -> str:
        """Return the pay as a sentence for a posting.

        >>> PayRange(72_000, 92_000).statement()
        'The good-faith pay range for this role is $72,000–$92,000 a year.'
        """
        kind = "rate" if self.is_fixed else "range"
        return f"The good-faith pay {kind} for this role is {self}."

    def __str__(self) -> str:
        if not self.by:
            return self._told(self)
        return joined([f"{self._told(one)} ({_unbracketed(one.name)})" for one in self.by], "or")

    def _told(self, pay: "PayPart | PayRange") -> str:
        per = self.per
        an = "an" if per == "hour" else "a"
        cents = any(_has_cents(one.low, one.high) for one in self.by)
        return f"{amounts(pay.low, pay.high, self.currency, cents=cents)} {an} {per}"


def _unbracketed(name: str) -> str:
    """Return a name that stands in brackets itself.

    >>> _unbracketed("Grade 13 (bilingual)")
    'Grade 13, bilingual'
    """
    return _IN_BRACKETS.sub(r", \1", name).lstrip(", ")


def _has_cents(low: float, high: float) -> bool:
    return bool(low % 1 or high % 1)


def amounts(low: float, high: float, currency: str, *, cents: bool = False) -> str:
    """Return two amounts of money as they read, one where they are the same.

    Args:
        low: the lower one.
        high: the upper one.
        currency: ISO 4217 code of the currency.
        cents: whether amounts that stand beside them show cents, so that these do too.

    >>> amounts(41.5, 52, "USD"), amounts(31_200_000, 31_200_000, "KRW")
    ('$41.50–$52.00', 'KRW 31,200,000')
    """
    symbol = _SYMBOLS.get(currency, f"{currency} ")
    how = ",.2f" if cents or _has_cents(low, high) else ",.0f"
    lower = f"{symbol}{low:{how}}"
    return lower if low == high else f"{lower}–{symbol}{high:{how}}"
