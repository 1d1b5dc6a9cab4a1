"""Measures of the work: typical caseloads, and what performance is tracked by."""

from collections.abc import Mapping
from typing import Any, cast

from attrs import field, frozen

from casemgr_jd._doors import doors, node
from casemgr_jd._names import joined
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.document import Document, Paragraph
from casemgr_jd.model.ranges import made

__all__ = ["KPI", "CaseloadRange"]

_SWAP = "swap the two figures"
_TIMES = ("hours", "days", "weeks", "minutes")
_LINKS = {
    ("<=", True): "within",
    (">=", True): "after",
    ("<=", False): "of at most",
    (">=", False): "of at least",
}
_ALWAYS_ADJUSTED_FOR = ("acuity", "staffing", "census")


def _citation(value: Citation | Mapping[str, Any] | None) -> Citation | None:
    if value is None or isinstance(value, Citation):
        return value
    if isinstance(value, Mapping):
        return cast("Citation", made(Citation, value))
    return cast("None", _entry.rejected(f"must be a table, not {_entry.described(value)}"))


@doors
@frozen(repr=False)
class CaseloadRange(ShowsItself):
    """A typical number of active cases for one case manager; a starting point, never a promise.

    >>> print(CaseloadRange(12, 22, "patients", "per day", ("throughput",)).statement())
    Typical caseload: 12–22 patients per day, adjusted for throughput, acuity, staffing and census.
    """

    low: int = field(converter=_entry.whole_number)
    high: int = field(converter=_entry.whole_number)
    unit: str = field(default="", converter=_entry.words)
    """What is counted: patients, members, clients; left out, it follows the setting."""
    basis: str = field(default="", converter=_entry.words)
    """How it is counted: per day, active panel, active caseload, active census."""
    adjusted_for: tuple[str, ...] = field(default=(), converter=_entry.lines)
    setting: str = field(default="", converter=_entry.words)
    id: str = field(default="", converter=_entry.words)
    source: Citation | None = field(default=None, converter=_citation)

    def __attrs_post_init__(self) -> None:
        conflicts = _entry.needed(self, "low", "high")
        if not conflicts and _entry.is_settled(self, "low", "high") and self.low > self.high:
            conflicts.append(Problem("", "has its low end above its high end", _SWAP))
        _entry.settle(self, conflicts)

    def to_document(self) -> Document:
        """Return the range as a document: its sentence."""
        return Document("Caseload", [Paragraph(self.statement(), self.id)])

    def statement(self) -> str:
        """Return the range as a sentence that always carries its qualifier."""
        factors = list(self.adjusted_for)
        factors += [
            one for one in _ALWAYS_ADJUSTED_FOR if not any(one in factor for factor in factors)
        ]
        return f"Typical caseload: {self}, adjusted for {joined(factors, 'and')}."

    def __str__(self) -> str:
        count = f"{self.low}" if self.low == self.high else f"{self.low}–{self.high}"
        link = "on an " if self.basis.startswith("active") else ""
        basis = "" if self.basis in ("", "caseload") else f" {link}{self.basis}"
        unit = _singular(self.unit) if self.low == self.high == 1 else self.unit
        return f"{count} {unit}{basis}"


def _singular(unit: str) -> str:
    """Return what one of *unit* is called.

    >>> _singular("patients"), _singular("families"), _singular("active cases")
    ('patient', 'family', 'active case')
    """
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def _figure(value: float | None) -> float | None:
    # Not attrs' optional(float): reading the signature of float takes longer than making the class.
    try:
        return None if value is None else float(value)
    except OverflowError:
        raise InputError([Problem("target", "is too large a figure")]) from None


@node
@frozen(repr=False, field_transformer=cleaned)
class KPI(ShowsItself):
    """One measure that performance is tracked by.

    >>> KPI("kpi.hospital.assessment", "Initial assessment", "hours", target=24, comparison="<=").statement()
    'Initial assessment within 24 hours'
    """

    id: str
    name: str
    unit: str = ""
    """Unit of the measure: percent, hours, days, rate per 1,000, score …"""
    direction: str = "none"
    """Which way is better: ``lower``, ``higher``, ``on_time`` or ``none``."""
    target: float | None = field(default=None, converter=_figure)
    """A figure that the guide names, in ``unit``; tracked, never promised."""
    comparison: str = ""
    """``<=`` or ``>=``, where there is a target."""
    window: str = ""
    """The time that the measure looks at, such as ``30 days``."""
    definition: str = ""
    """What is measured, as one sentence."""
    source: Citation | None = None

    def to_document(self) -> Document:
        """Return the measure as a document: its statement and what is measured."""
        return Document(
            "Measure", [Paragraph(self.statement(), self.id), Paragraph(self.definition)]
        )

    def __repr__(self) -> str:
        return f"KPI({self.id!r}, {self.statement()!r})"

    def statement(self) -> str:
        """Return the measure as the words of a bullet."""
        if self.target is None:
            return self.name
        figure = f"{self.target:g}"
        if figure in self.name:
            return self.name
        link = _LINKS.get((self.comparison, self.unit in _TIMES), "at")
        return f"{self.name} {link} {figure} {self.unit}"
