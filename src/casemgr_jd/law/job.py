"""What law needs to know of a job: where it is done, for whom, on which day."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.law.tables import office_words
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.place import Location, Place

if TYPE_CHECKING:
    from casemgr_jd.model.requisition import Requisition

__all__ = ["Job", "forget_jobs", "of_equal_jobs", "offices_in", "when_law_changes"]

T = TypeVar("T")


@attrs.frozen(kw_only=True, eq=False)
class Job(ByContent):
    """A job as law sees it; what is left out is not known.

    >>> job = Job(locations=(Location("Denver", "CO"),), employees=40)
    """

    locations: tuple[Location, ...] = ()
    """Where the work is done."""
    remote_states: tuple[str, ...] = ()
    """Postal codes of the states where a remote worker may live."""
    anywhere: bool = False
    """Whether it may be done from anywhere in the country."""
    offices: tuple[str, ...] = ()
    """Ids of places to whose offices the job reports."""
    day: date | None = None
    """The day that counts; without one, the day on which each fact was gathered."""
    federal: bool = False
    """Whether a federal agency is hiring: law of states and cities on postings is not applied to it."""
    employees: int | None = None
    """Head-count of the employer."""
    employees_in: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    """Head-count by the id or the name of a place."""
    places: Mapping[str, tuple[Place, ...]] | None = attrs.field(default=None, eq=False)
    """The places to look among, by state; the packaged ones if left out."""

    @classmethod
    def of(
        cls,
        requisition: "Requisition",
        day: date | None = None,
        places: Mapping[str, tuple[Place, ...]] | None = None,
    ) -> "Job":
        """Return the job that a requisition describes, on *day* (else the day of its posting).

        >>> from casemgr_jd import Requisition
        >>> Job.of(Requisition(locations=[Location("Denver", "CO")], posted_on=date(2026, 12, 1))).day
        datetime.date(2026, 12, 1)
        """
        remote = requisition.work_model is WorkModel.REMOTE
        return cls(
            locations=requisition.locations,
            remote_states=requisition.remote_states,
            anywhere=remote
            and not requisition.remote_states
            and ("US" in requisition.remote_countries or not requisition.remote_countries),
            offices=offices_in(requisition.manager or ""),
            day=day or requisition.posted_on,
            employees=requisition.employees,
            employees_in=requisition.employees_in,
            places=places,
        )

    def employees_at(self, *names: str) -> int | None:
        """Return the head-count in a place given by its id and name, where it is known."""
        wanted = {name.casefold() for name in names}
        counts = self.employees_in.items()
        return next((number for key, number in counts if key.casefold() in wanted), None)


_REMEMBERED: list[Callable[[], None]] = []


def forget_jobs() -> None:
    """Let go of what was remembered of jobs: the law has changed."""
    for forget in _REMEMBERED:
        forget()


def when_law_changes(forget: Callable[[], None]) -> None:
    """Let something else that rests on the law be let go of as well."""
    _REMEMBERED.append(forget)


def of_equal_jobs(tell: "Callable[[Job], T]") -> "Callable[[Job], T]":
    """Remember what law says of the last jobs, by what they are: a posting and its variants are equal jobs.

    Equal jobs look among the same places: the job that is kept holds them, so their identity stays theirs.
    """

    @lru_cache(maxsize=256)
    def remembered(job: Job, places: int) -> T:
        return tell(job)

    _REMEMBERED.append(remembered.cache_clear)

    @wraps(tell)
    def told(job: Job) -> T:
        return remembered(job, id(job.places))

    return told


@lru_cache(maxsize=1024)
def offices_in(words: str) -> tuple[str, ...]:
    """Return the places whose law reaches jobs that report to an office there, and that these words name.

    >>> offices_in("Reports to the director in Chicago")
    ('IL',)
    """
    folded = words.casefold()
    return tuple(
        place for place, names in office_words().items() if any(name in folded for name in names)
    )
