"""Where a fact comes from, and how sure it is."""

from datetime import date

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name
from casemgr_jd.model._entry import calendar_date, settle, words
from casemgr_jd.model._value import Value
from casemgr_jd.model.choices import Confidence
from casemgr_jd.model.choices import confidence as as_confidence

__all__ = ["Citation"]


@by_name
@frozen(repr=False, eq=False)
class Citation(Value):
    """The source of a fact.

    Raises:
        InputError: a field is of another kind, or the confidence is none of those known.

    >>> Citation("29 CFR 1625.4", "eCFR", as_of=date(2026, 11, 23)).confidence
    'high'
    """

    title: str = field(converter=words)
    """What the source is called, such as ``"29 CFR 1625.4"``."""
    publisher: str = field(default="", converter=words)
    """Who publishes it; empty where the title says so."""
    url: str = field(default="", converter=words)
    """Where to read it; empty where it is not on the web."""
    as_of: date | None = field(default=None, converter=calendar_date)
    """The day on which the source was read: a date, or text such as ``"2026-11-23"``."""
    confidence: Confidence = field(default=Confidence.HIGH, converter=as_confidence)
    """How sure the fact is: a ``Confidence``, or its text, such as ``"medium"``."""

    def __attrs_post_init__(self) -> None:
        settle(self)
