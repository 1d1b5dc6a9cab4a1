"""Where a fact comes from, and how sure it is."""

from datetime import date

from attrs import frozen

from casemgr_jd.model._value import Value

__all__ = ["Citation"]


@frozen(repr=False)
class Citation(Value):
    """The source of a fact.

    >>> Citation("29 CFR 1625.4", "eCFR", as_of=date(2026, 11, 23)).confidence
    'high'
    """

    title: str
    publisher: str = ""
    url: str = ""
    as_of: date | None = None
    """The day on which the source was read."""
    confidence: str = "high"
    """``high``, ``medium``, ``low`` or ``unconfirmed``."""
