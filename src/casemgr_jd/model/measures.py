"""Measures of the work: typical caseloads, and what performance is tracked by."""

from collections.abc import Mapping
from math import isfinite
from typing import Any, cast

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name, doors, node
from casemgr_jd._names import joined
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._value import cleaned
from casemgr_jd.model.choices import Bound, Direction
from casemgr_jd.model.choices import bound as as_bound
from casemgr_jd.model.choices import direction as as_direction
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
_RUNS_ON = ("per ", "a ", "in ", "on ", "at ", "each ", "by ", "over ", "with ", "for ")
"""How a basis begins that goes on in the phrase; any other stands behind a comma."""
_ALWAYS_ADJUSTED_FOR = ("acuity", "staffing", "census")


def _citation(value: Citation | Mapping[str, Any] | None) -> Citation | None:
    if value is None or isinstance(value, Citation):
        return value
    if isinstance(value, Mapping):
        return cast("Citation", made(Citation, value))
    return cast("None", _entry.rejected(f"must be a table, not {_entry.described(value)}"))


@doors
@by_name
@frozen(repr=False, eq=False)
class CaseloadRange(ShowsItself):
    """A typical number of active cases for one case manager; a starting point, never a promise.

    Raises:
        InputError: an end is no whole number, or the low end is above the high end.

    >>> print(CaseloadRange(12, 22, "patients", "per day", ("throughput",)).statement())
    Typical caseload: 12–22 patients per day, adjusted for throughput, acuity, staffing and census.
    """

    low: int = field(converter=_entry.whole_number)
    """The least number of cases, from 0 up; 0 where the other end is a limit: "up to 20" then."""
    high: int = field(converter=_entry.whole_number)
    """The largest number of cases; at least ``low``."""
    unit: str = field(default="", converter=_entry.words)
    """What is counted: patients, members, clients; left out, it follows the setting."""
    basis: str = field(default="", converter=_entry.words)
    """How it is counted: per day, active panel, active caseload, active census."""
    adjusted_for: tuple[str, ...] = field(default=(), converter=_entry.lines)
    """What moves the number, such as ``"throughput"``; acuity, staffing and census always do."""
    setting: str = field(default="", converter=_entry.words)
    """Id of the setting that it is typical of."""
    id: str = field(default="", converter=_entry.words)
    """Its id; empty for an employer's own."""
    source: Citation | None = field(default=None, converter=_citation)
    """Where it comes from: a ``Citation``, or a table of its fields."""
    about: bool | None = field(default=None, converter=_entry.flag)
    """Whether the number is a rough one: it reads "about 15 patients" then."""

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
        basis = "" if self.basis in ("", "caseload") else self.basis
        if basis.startswith("active"):
            basis = f" on an {basis}"
        elif basis:
            basis = f" {basis}" if basis.startswith(_RUNS_ON) else f", {basis}"
        unit = _singular(self.unit) if self.high == 1 else self.unit
        return f"{self._count()} {unit}{basis}"

    def _count(self) -> str:
        about = "about " if self.about else ""
        if self.low == self.high:
            return f"{about}{self.low}"
        return f"{about}{self.low}–{self.high}" if self.low else f"up to {about}{self.high}"


def _singular(unit: str) -> str:
    """Return what one of *unit* is called.

    >>> _singular("patients"), _singular("families"), _singular("active cases")
    ('patient', 'family', 'active case')
    """
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit[:-1] if unit.endswith("s") and not unit.endswith("ss") else unit


def caseload_range(
    value: "CaseloadRange | Mapping[str, Any] | list[int] | tuple[int, ...] | None",
) -> CaseloadRange | None:
    """Read a caseload: a range, a table of its fields, or its two ends as ``[12, 18]``."""
    if value is None or isinstance(value, CaseloadRange):
        return value
    if isinstance(value, list | tuple) and len(value) == 2:
        value = {"low": value[0], "high": value[1]}
    if isinstance(value, Mapping):
        return cast("CaseloadRange", made(CaseloadRange, value))
    return cast("None", _entry.rejected("must be a range", "like [12, 18]"))


def _figure(value: float | None) -> float | None:
    # Not attrs' optional(float): reading the signature of float takes longer than making the class.
    try:
        figure = None if value is None else float(value)
    except OverflowError:
        return cast("None", _entry.rejected("is too large a figure"))
    if figure is not None and not isfinite(figure):
        return cast("None", _entry.rejected(f"must be a figure, not {figure}"))
    return figure


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class KPI(ShowsItself):
    """One measure that performance is tracked by.

    Raises:
        InputError: a field is of another kind, a text is none of its closed set, or there is a comparison
            and nothing to compare with.

    >>> KPI("kpi.hospital.assessment", "Initial assessment", "hours", target=24, comparison="<=").statement()
    'Initial assessment within 24 hours'
    """

    id: str = field(converter=_entry.said)
    """Its id, by which a requisition asks for it: ``kpi.``, the setting, a dot and a name."""
    name: str = field(converter=_entry.said)
    """What is tracked, as the words of a bullet."""
    unit: str = ""
    """Unit of the measure: percent, hours, days, rate per 1,000, score …"""
    direction: Direction = field(default=Direction.NONE, converter=as_direction)
    """Which way is better: a ``Direction``, or its text, such as ``"lower"``."""
    target: float | None = field(default=None, converter=_figure)
    """A figure that the guide names, in ``unit``; tracked, never promised."""
    comparison: Bound = field(default=Bound.NONE, converter=as_bound)
    """On which side of the target: a ``Bound``, or its text ``"<="``, ``">="``."""
    window: str = ""
    """The time that the measure looks at, such as ``30 days``."""
    definition: str = ""
    """What is measured, as one sentence."""
    source: Citation | None = field(default=None, converter=_citation)
    """Where it comes from: a ``Citation``, or a table of its fields."""

    def __attrs_post_init__(self) -> None:
        wrong: list[Problem] = []
        if self.comparison in (Bound.AT_MOST, Bound.AT_LEAST) and self.target is None:
            wrong.append(Problem("comparison", "has no target", "give the target, or neither"))
        _entry.settle(self, wrong)

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
