"""Law as data: one small record for each thing that law at a place wants in a posting, or protects."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, ClassVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.model.citation import Citation
from casemgr_jd.model.text import Text

__all__ = ["SECTIONS_OF_LAW", "Law", "PayLaw", "ProtectedClasses", "Statement", "Wording"]

ELEMENTS = (
    "pay",
    "benefits",
    "other_compensation",
    "closing_date",
    "how_to_apply",
    "job_description",
)
SECTIONS_OF_LAW = ("eeo", "notices")
"""The section plans at whose end stand the sentences that law wants."""
CONFIDENCES = ("high", "medium", "low", "unconfirmed")
_COUNTED = ("anywhere", "in_place", "unsettled")
_REMOTE = ("anywhere", "in_place", "office_here", "unsettled")
_OPEN_ENDED = ("not_compliant", "discouraged", "unsettled")


def one_of(words: tuple[str, ...]) -> Callable[[Any, Any, Any], None]:
    """Return what refuses a value that is none of *words*, with attrs' sentence."""

    def require(made: Any, field: Any, value: Any) -> None:
        from attrs import validators

        validators.in_(words)(made, field, value)

    return require


def _each_of(require: Callable[[Any, Any, Any], None]) -> Callable[[Any, Any, Any], None]:
    def require_each(made: Any, field: Any, values: Any) -> None:
        for one in values:
            require(made, field, one)

    return require_each


@attrs.frozen(kw_only=True, eq=False)
class Law(ByContent):
    """What every record holds: where, in which law, since when, for whom, how sure.

    >>> law = Wording(place="VA", condition="driving", citation="§", effective_from=date(2026, 7, 1),
    ...               as_of=date(2026, 11, 23), review_by=date(2027, 2, 28))
    >>> law.in_force(date(2026, 6, 30)), law.in_force(date(2026, 7, 1)), law.in_force(None)
    (False, True, True)
    """

    table: ClassVar[str] = ""
    """The table of a place's file that holds such records."""

    place: str
    """Id of a place (``"CO"``, ``"ny-new-york-city"``), or ``"US"``."""
    citation: str
    """The law, as one cites it, such as ``C.R.S. § 8-5-201(2)``."""
    official: str = ""
    """Address of the text at its publisher."""
    archived: str = ""
    """Address of a kept copy of it."""
    url: str = ""
    """The page that was read, where that is another."""
    effective_from: date | None = None
    """The first day in force; left out where that is long past or not known."""
    effective_until: date | None = None
    """The last day in force."""
    enforced_from: date | None = None
    """The first day of enforcement, where it is later than the law itself."""
    superseded_by: str = ""
    """The law that took its place."""
    amended: tuple[date, ...] = ()
    """The days on which it was changed."""
    employees: int = 0
    """The smallest employer reached; 0 reaches every employer."""
    counted: str = attrs.field(default="anywhere", validator=one_of(_COUNTED))
    """Which employees count: ``anywhere``, ``in_place`` or ``unsettled``."""
    employees_in_place: int = 0
    """How many of them must be in the place, beside the total."""
    remote: str = attrs.field(default="in_place", validator=one_of(_REMOTE))
    """Which remote jobs are reached: ``anywhere`` they may be done, ``in_place``, for an ``office_here``."""
    reports_to: bool = False
    """Whether jobs done elsewhere that report to an office in the place are reached."""
    as_of: date
    """The day on which the fact was gathered."""
    review_by: date
    """The day by which someone looks at it again."""
    confidence: str = attrs.field(default="high", validator=one_of(CONFIDENCES))
    """How sure the fact is: ``high``, ``medium``, ``low`` or ``unconfirmed``."""
    note: str = ""
    """What a reader should know besides."""

    def in_force(self, day: date | None) -> bool:
        """Tell whether it holds on a day (without one: on the day the fact was gathered)."""
        today = day or self.as_of
        return not self.announced(today) and not self.ended(today)

    def announced(self, day: date | None) -> bool:
        """Tell whether it is known, but not yet in force (or enforced) on a day."""
        return self.starts is not None and (day or self.as_of) < self.starts

    def ended(self, day: date | None) -> bool:
        """Tell whether its last day is past."""
        return self.effective_until is not None and self.effective_until < (day or self.as_of)

    @property
    def turns(self) -> tuple[date, ...]:
        """The days from which on it counts, or counts no longer."""
        ended = self.effective_until and self.effective_until + timedelta(days=1)
        return tuple(day for day in (self.starts, ended) if day is not None)

    @property
    def starts(self) -> date | None:
        """The first day on which it counts; ``None`` where that is long past or not known."""
        return max(filter(None, (self.effective_from, self.enforced_from)), default=None)

    @property
    def unconfirmed(self) -> bool:
        """Whether the fact was not confirmed in a source: it is never reported as an error."""
        return self.confidence == "unconfirmed"

    @property
    def address(self) -> str:
        """Where to read the law: at its publisher, else a kept copy, else where it was read."""
        return self.official or self.archived or self.url

    def reference(self) -> Citation:
        """Return the record's source as a citation."""
        return Citation(
            self.citation, url=self.address, as_of=self.as_of, confidence=self.confidence
        )


@attrs.frozen(kw_only=True, eq=False)
class PayLaw(Law):
    """What the law of a place wants in a posting about pay."""

    table: ClassVar[str] = "pay"

    id: str
    name: str
    wants: tuple[str, ...] = attrs.field(default=(), validator=_each_of(one_of(ELEMENTS)))
    """The elements a posting must hold; empty where there is no duty in the posting itself."""
    fixed_rate: str = attrs.field(default="unknown", validator=one_of(("yes", "hourly", "unknown")))
    """Whether one fixed rate may stand for a range: ``yes``, ``hourly`` (pay by the hour) or ``unknown``."""
    open_ended: str = attrs.field(default="unsettled", validator=one_of(_OPEN_ENDED))
    """How "up to $Y" or "$X and up" is seen: ``not_compliant``, ``discouraged`` or ``unsettled``."""
    open_ended_confidence: str = attrs.field(default="", validator=one_of(("", *CONFIDENCES)))
    closed_lists: bool = False
    """Whether "etc." or "and more" in a list of benefits falls short."""
    range_at_hire: bool = False
    """Whether the range is the one expected upon hire, not the whole band of a career."""
    no_carve_out: bool = False
    """Whether words that leave out people of the place do not lift the duty."""
    link_suffices: bool = False
    """Whether a link to a public page with pay and benefits is enough."""
    range_cap: float | None = None
    """The widest range, as top divided by bottom."""
    range_cap_confidence: str = attrs.field(default="", validator=one_of(("", *CONFIDENCES)))
    good_faith: str = ""
    cure: str = ""
    penalty: str = ""

    def enforced(self, day: date | None) -> bool:
        """Tell whether the law wants something in a posting on a day."""
        return bool(self.wants) and self.in_force(day)


@attrs.frozen(kw_only=True, eq=False)
class Statement(Law):
    """A sentence that law at a place wants in the posting, or that is wise there."""

    table: ClassVar[str] = "statements"

    id: str
    """By which an overlay replaces or removes it, and a requisition leaves it out."""
    text: Text
    """Its words, with ``{slot}`` for a value."""
    kind: str = attrs.field(default="required", validator=one_of(("required", "advisable")))
    """``required`` by law, or ``advisable`` there."""
    topic: str = ""
    """What it speaks of, such as ``fair_chance`` or ``age_data``."""
    when: tuple[str, ...] = ()
    """What must be planned for it to be due, such as ``documents`` or ``ai_screening``; nothing: always."""
    stands: str = attrs.field(default="eeo", validator=one_of(SECTIONS_OF_LAW))
    """The section in which it stands: ``eeo``, or ``notices`` for what one must know while applying."""
    named_by: tuple[str, ...] = ()
    """Words by which a sentence of the employer's own is known to speak of this law."""


@attrs.frozen(kw_only=True, eq=False)
class Wording(Law):
    """How a condition of hire may be worded in a place."""

    table: ClassVar[str] = "wordings"

    condition: str = attrs.field(
        validator=one_of(
            (
                "background_check",
                "background_check_by_law",
                "driving",
                "drug_screen",
                "physical_exam",
                "vaccination",
                "work_authorization",
            )
        )
    )
    text: Text | None = None
    """The sentence; ``None`` where it is better not in the posting at all."""
    strictness: int = 1
    """Of the wordings of several places the strictest is fit for all of them."""


@attrs.frozen(kw_only=True, eq=False)
class ProtectedClasses(Law):
    """Classes of people that law protects in employment; places add to the federal ones."""

    table: ClassVar[str] = "protected"

    names: tuple[str, ...]
    """Each in words that read in a list, such as ``marital status``."""
