"""Law as data: one small record for each thing that law at a place says about a posting."""

from datetime import date

import attrs

from casemgr_jd.model.citation import Citation

__all__ = [
    "AgeDataLaw",
    "AiLaw",
    "Compact",
    "CredentialFacts",
    "DrivingLaw",
    "ExemptFloor",
    "FairChanceLaw",
    "LawRecord",
    "PayLaw",
    "ProtectedClass",
    "SalaryHistoryBan",
    "Statement",
    "UnemployedLaw",
]

_ELEMENTS = (
    "pay",
    "benefits",
    "other_compensation",
    "closing_date",
    "how_to_apply",
    "job_description",
)
_COUNTED = ("anywhere", "in_place", "unsettled")
_REMOTE = ("anywhere", "in_place", "office_here", "unsettled")
_OPEN_ENDED = ("not_compliant", "discouraged", "unsettled")
_FIXED = ("yes", "hourly", "unknown")
_CONFIDENCES = ("high", "medium", "low", "unconfirmed")
_one_of = attrs.validators.in_


@attrs.frozen(kw_only=True)
class LawRecord:
    """What every record holds: where, in which law, since when, how sure."""

    place: str
    """Id of a place (``"CO"``, ``"ny-new-york-city"``), or ``"US"``."""
    citation: str
    url: str = ""
    effective_from: date | None = None
    effective_until: date | None = None
    """The last day in force."""
    as_of: date
    """The day on which the fact was gathered."""
    confidence: str = attrs.field(default="high", validator=_one_of(_CONFIDENCES))
    note: str = ""

    def in_force(self, today: date | None) -> bool:
        """Tell whether the law is in force on a day (without one: on the day the fact was gathered).

        >>> ban = SalaryHistoryBan(place="VA", citation="§", effective_from=date(2026, 7, 1), as_of=date(2026, 11, 23))
        >>> ban.in_force(date(2026, 6, 30)), ban.in_force(date(2026, 7, 1)), ban.in_force(None)
        (False, True, True)
        """
        day = today or self.as_of
        started = self.effective_from is None or self.effective_from <= day
        return started and (self.effective_until is None or day <= self.effective_until)

    @property
    def unconfirmed(self) -> bool:
        """Whether the fact was not confirmed in a source: it is never reported as an error."""
        return self.confidence == "unconfirmed"

    def reference(self) -> Citation:
        """Return the record's source as a citation."""
        return Citation(self.citation, url=self.url, as_of=self.as_of, confidence=self.confidence)


@attrs.frozen(kw_only=True)
class PayLaw(LawRecord):
    """What the law of a place wants in a posting about pay."""

    id: str
    name: str
    wants: tuple[str, ...] = attrs.field(
        default=(), validator=attrs.validators.deep_iterable(_one_of(_ELEMENTS))
    )
    """The elements a posting must hold; empty where there is no duty in the posting itself."""
    fixed_rate: str = attrs.field(default="unknown", validator=_one_of(_FIXED))
    """Whether one fixed rate may stand in place of a range: ``yes``, ``hourly`` (pay by the hour) or ``unknown``."""
    open_ended: str = attrs.field(default="unsettled", validator=_one_of(_OPEN_ENDED))
    """How "up to $Y" or "$X and up" is seen: ``not_compliant``, ``discouraged`` or ``unsettled``."""
    open_ended_confidence: str = attrs.field(default="", validator=_one_of(("", *_CONFIDENCES)))
    employees: int = 0
    """The smallest employer covered; 0 covers every employer."""
    counted: str = attrs.field(default="anywhere", validator=_one_of(_COUNTED))
    """Which employees count: ``anywhere``, ``in_place`` or ``unsettled``."""
    employees_in_place: int = 0
    """How many of them must be in the place, beside the total."""
    remote: str = attrs.field(default="unsettled", validator=_one_of(_REMOTE))
    """Which remote jobs are reached: ``anywhere`` they may be done, done ``in_place``, for an ``office_here``."""
    reports_to: bool = False
    """Whether jobs done elsewhere that report to an office in the place are reached."""
    enforced_from: date | None = None
    """The first day of enforcement, where it is later than the law itself."""
    superseded_by: str = ""
    closed_lists: bool = False
    """Whether "etc." or "and more" in a list of benefits falls short."""
    link_suffices: bool = False
    """Whether a link to a public page with pay and benefits is enough."""
    range_cap: float | None = None
    """The widest range, as top divided by bottom."""
    range_cap_confidence: str = attrs.field(default="", validator=_one_of(("", *_CONFIDENCES)))
    amended: tuple[date, ...] = ()
    good_faith: str = ""
    cure: str = ""
    penalty: str = ""

    def announced(self, today: date | None) -> bool:
        """Tell whether the law is known, but not yet in force (or enforced) on a day."""
        day = today or self.as_of
        start = max(filter(None, (self.effective_from, self.enforced_from)), default=None)
        return bool(self.wants) and start is not None and day < start

    def enforced(self, today: date | None) -> bool:
        """Tell whether the law wants something in a posting on a day."""
        return bool(self.wants) and self.in_force(today) and not self.announced(today)


@attrs.frozen(kw_only=True)
class SalaryHistoryBan(LawRecord):
    """A ban on asking applicants what they earned."""

    penalizes_refusal_only: bool = False


@attrs.frozen(kw_only=True)
class FairChanceLaw(LawRecord):
    """What a fair-chance law says about a posting's words on criminal records."""

    employees: int = 0
    bars_exclusion: bool
    check_sentence: str = attrs.field(
        validator=_one_of(("barred", "tolerated", "notice", "unsettled"))
    )
    statement: bool = False


@attrs.frozen(kw_only=True)
class Statement(LawRecord):
    """A sentence that law at a place wants in the posting."""

    id: str
    text: str
    minimum_employees: int = 0


@attrs.frozen(kw_only=True)
class ExemptFloor(LawRecord):
    """The lowest salary of an employee exempt from overtime, in US dollars."""

    name: str
    year: float
    week: float
    exemptions: tuple[str, ...] = ("executive", "administrative", "professional")
    except_places: tuple[str, ...] = ()
    """Places inside this one that have a floor of their own."""


@attrs.frozen(kw_only=True)
class DrivingLaw(LawRecord):
    """When a posting may ask for a driver's license."""

    text: str


@attrs.frozen(kw_only=True)
class UnemployedLaw(LawRecord):
    """A ban on excluding applicants who have no job."""


@attrs.frozen(kw_only=True)
class AgeDataLaw(LawRecord):
    """A limit on asking for a date of birth or of graduation."""


@attrs.frozen(kw_only=True)
class AiLaw(LawRecord):
    """A duty to tell applicants that software helps to decide."""

    text: str


@attrs.frozen(kw_only=True)
class ProtectedClass:
    """A class that law in some places adds to the federal ones."""

    name: str
    places: tuple[str, ...] = ()
    citation: str = ""
    confidence: str = "high"


@attrs.frozen(kw_only=True)
class Compact:
    """An agreement of states to honor each other's licenses."""

    id: str
    name: str
    licenses: tuple[str, ...]
    issuing: tuple[str, ...] = ()
    """States that issue multistate licenses."""
    enacted_only: tuple[str, ...] = ()
    """States that joined and issue none yet."""
    partial: tuple[str, ...] = ()
    not_members: tuple[str, ...] = ()
    url: str = ""
    note: str = ""
    as_of: date


@attrs.frozen(kw_only=True)
class CredentialFacts:
    """A certification: its letters, its name, who issues it."""

    id: str
    name: str
    issuer: str
    former: tuple[str, ...] = ()
    wrong_issuers: tuple[str, ...] = ()
    needs_experience: bool = False
    experience_months: int = 0
    url: str = ""
    note: str = ""
    confidence: str = "high"
