"""What can be recognised in a posting: small values, each with the span it was read from."""

from datetime import date

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.reading.source import Span

__all__ = ["Caseload", "Closing", "Credential", "Duty", "Located", "Pay", "Stated", "Years"]


@attrs.frozen(eq=False)
class Stated(ByContent):
    """Something said, and under which name we know it (``"remote"``, ``"retirement"``, ``"exempt"``)."""

    value: str
    span: Span


@attrs.frozen(eq=False)
class Located(ByContent):
    """A place named as a work location, or as where a remote worker may live."""

    state: str
    """Two-letter code; empty where the text leaves it open."""
    span: Span
    city: str = ""
    remote: bool = False
    """Named as a state that remote workers may live in."""
    candidates: tuple[str, ...] = ()
    """The states that have a city of this name, where the text names none."""


@attrs.frozen(eq=False)
class Pay(ByContent):
    """A pay figure or range."""

    span: Span
    minimum: float | None = None
    maximum: float | None = None
    """Equal to ``minimum`` for one fixed rate."""
    period: str = ""
    """``hour``, ``day``, ``week``, ``month``, ``year``, ``visit`` or empty where none is said."""
    open_end: str = ""
    """``up_to`` or ``and_up`` where an end is left open (then one of the figures is ``None``)."""
    kind: str = "base"
    """``base``, ``bonus``, ``differential``, ``benefit``, ``history`` (someone's past pay) or ``other``."""


@attrs.frozen(eq=False)
class Years(ByContent):
    """Years of experience asked for."""

    span: Span
    minimum: float | None = None
    maximum: float | None = None
    or_more: bool = False
    need: str = "unknown"
    """``required``, ``preferred`` or ``unknown``."""


@attrs.frozen(eq=False)
class Credential(ByContent):
    """A license, certification or degree that is named for the person hired."""

    name: str
    """As we know it: ``RN``, ``LCSW``, ``CCM``, ``bachelor`` …"""
    kind: str
    """``license``, ``certification`` or ``degree``."""
    span: Span
    need: str = "unknown"
    """``required``, ``preferred``, ``later`` (within some months of hire), ``none`` (said not to be needed) or
    ``unknown``."""


@attrs.frozen(eq=False)
class Caseload(ByContent):
    """A number of people (or visits) that one case manager carries."""

    span: Span
    low: float
    high: float
    unit: str = ""
    """``patients``, ``clients``, ``families`` …; empty where none is said."""
    basis: str = ""
    """``per day``, ``active``, ``per month`` …; empty where none is said."""
    qualified: bool = False
    """Whether it is called typical, average, adjusted, "about" or the like."""


@attrs.frozen(eq=False)
class Duty(ByContent):
    """Something the person hired will do: one bullet or sentence of the duties."""

    text: str
    span: Span


@attrs.frozen(eq=False)
class Closing(ByContent):
    """When applications close: a date, or on an ongoing basis."""

    span: Span
    on: date | None = None
    ongoing: bool = False
