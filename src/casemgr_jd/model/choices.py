"""The closed choices of a requisition, with the words that a reader sees."""

from enum import StrEnum

__all__ = ["Edition", "EmploymentType", "FlsaStatus", "WorkModel"]


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
