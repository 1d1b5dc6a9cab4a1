"""Where a fact comes from, and how sure it is."""

from datetime import date

from attrs import field, frozen

from casemgr_jd.model._entry import calendar_date, settle, words
from casemgr_jd.model._value import Value

__all__ = ["Citation"]


@frozen(repr=False)
class Citation(Value):
    """The source of a fact.

    >>> Citation("29 CFR 1625.4", "eCFR", as_of=date(2026, 11, 23)).confidence
    'high'
    """

    title: str = field(converter=words)
    publisher: str = field(default="", converter=words)
    url: str = field(default="", converter=words)
    as_of: date | None = field(default=None, converter=calendar_date)
    """The day on which the source was read."""
    confidence: str = field(default="high", converter=words)
    """``high``, ``medium``, ``low`` or ``unconfirmed``."""

    def __attrs_post_init__(self) -> None:
        settle(self)
