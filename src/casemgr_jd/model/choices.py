"""The closed sets of the vocabulary: each a ``StrEnum``, which equals its text and is read from it."""

from enum import StrEnum

from casemgr_jd.model._entry import member, one_of

__all__ = [
    "Bound",
    "Confidence",
    "Direction",
    "Edition",
    "EmploymentType",
    "FindingKind",
    "FlsaStatus",
    "Need",
    "PayPeriod",
    "Severity",
    "WorkModel",
]


class _Choice(StrEnum):
    """A choice by its id, which also knows how it reads."""

    label: str

    def __new__(cls, value: str, label: str) -> "_Choice":
        made = str.__new__(cls, value)
        made._value_ = value
        made.label = label
        return made

    def __str__(self) -> str:
        return self.label


class WorkModel(_Choice):
    """Where the work is done."""

    ONSITE = ("onsite", "On-site")
    HYBRID = ("hybrid", "Hybrid")
    REMOTE = ("remote", "Remote")
    FIELD = ("field", "Field-based")


class EmploymentType(_Choice):
    """The kind of employment offered."""

    FULL_TIME = ("full_time", "Full-time")
    PART_TIME = ("part_time", "Part-time")
    PER_DIEM = ("per_diem", "Per diem")
    CONTRACT = ("contract", "Contract")
    TEMPORARY = ("temporary", "Temporary")


class FlsaStatus(_Choice):
    """Whether the job is exempt from overtime under the Fair Labor Standards Act."""

    EXEMPT = ("exempt", "Exempt")
    NON_EXEMPT = ("non_exempt", "Non-exempt")


class Edition(_Choice):
    """What a posting is for: candidates, a description in the guide's sections, or a job board."""

    POSTING = ("posting", "Posting")
    FULL = ("full", "Full")
    BOARD = ("board", "Board")


class Word(StrEnum):
    """A word of a closed set, such as ``"hour"``; it shows as the text that it equals."""

    def __repr__(self) -> str:
        return repr(self.value)


class Direction(Word):
    """Which way of a measure is the better one."""

    LOWER = "lower"
    HIGHER = "higher"
    ON_TIME = "on_time"
    NONE = "none"
    """None is: the measure is looked at, and not steered by."""


class Bound(Word):
    """On which side of its target a measure is to be."""

    AT_MOST = "<="
    AT_LEAST = ">="
    NONE = ""
    """There is no target, or it is to be met as it is."""


class Confidence(Word):
    """How sure a fact, a rule or a finding is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    UNCONFIRMED = "unconfirmed"


class Severity(Word):
    """How much a finding weighs, the heaviest first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class FindingKind(Word):
    """How a rule came out: wrong, for a person to look at, in order, or without anything to say."""

    FAIL = "fail"
    REVIEW = "review"
    PASS = "pass"
    NOT_APPLICABLE = "not_applicable"


class Need(Word):
    """Whether a posting waits for a requisition field."""

    NEEDED = "needed"
    LAW = "law"
    """Needed where law at the place wants it."""
    OPTIONAL = "optional"


class PayPeriod(Word):
    """The time, or the unit of work, that an amount of pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    VISIT = "visit"


def direction(value: Direction | str) -> Direction:
    """Read a direction."""
    return one_of(Direction, value)


def bound(value: Bound | str) -> Bound:
    """Read a bound."""
    return one_of(Bound, value)


def confidence(value: Confidence | str) -> Confidence:
    """Read a confidence."""
    return one_of(Confidence, value)


def severity(value: Severity | str) -> Severity:
    """Read a severity."""
    return one_of(Severity, value)


def finding_kind(value: FindingKind | str) -> FindingKind:
    """Read how a rule came out."""
    return one_of(FindingKind, value)


def severity_or_none(value: Severity | str | None) -> Severity | None:
    """Read a severity, where one is given."""
    return member(Severity, value)


def finding_kind_or_none(value: FindingKind | str | None) -> FindingKind | None:
    """Read how a rule came out, where it is given."""
    return member(FindingKind, value)


def confidence_or_none(value: Confidence | str | None) -> Confidence | None:
    """Read a confidence, where one is given."""
    return member(Confidence, value)


def period(value: PayPeriod | str) -> PayPeriod:
    """Read a period of pay."""
    return one_of(PayPeriod, value)
