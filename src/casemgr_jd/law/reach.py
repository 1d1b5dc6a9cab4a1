"""Which places' law reaches a job, and whether it reaches an employer of this size."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Generic, TypeVar

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.law.job import Job, of_equal_jobs
from casemgr_jd.law.records import Law
from casemgr_jd.law.tables import all_laws, places
from casemgr_jd.model.place import Location, Place

__all__ = ["COUNTRY", "HERE", "Reach", "Standing", "by_state", "reached", "standing", "standings"]

HERE = ("country", "located", "remote_named")
"""The ways in which a place's law surely speaks of the work itself."""
COUNTRY = Place("US", "United States", "country", "")
R = TypeVar("R", bound=Law)


@attrs.frozen(eq=False)
class Reach(ByContent):
    """A place whose law may reach the job, and why."""

    place: Place
    how: str
    """``country`` (the law of the whole country), ``located`` (work is done there), ``remote_named``
    (remote workers may live there), ``remote_anywhere`` (they may live anywhere), ``reports_to`` (an
    office there leads the job) or ``federal`` (work is done there, for a federal agency)."""
    certain: bool = True
    """``False`` where the facts leave open whether the place is meant."""


@attrs.frozen(eq=False)
class Standing(ByContent, Generic[R]):
    """A law that may reach a job, and how sure that is."""

    law: R
    reach: Reach
    threshold: str
    """``none`` (it reaches every employer), ``met``, ``unknown`` or ``not_met``."""

    @property
    def applies(self) -> str:
        """``yes``, ``unknown`` or ``no``: threshold and reach taken together."""
        if self.threshold == "not_met" or not _reaches(self.law, self.reach):
            return "no"
        sure = self.threshold != "unknown" and self.reach.certain and _surely(self.law, self.reach)
        return "yes" if sure else "unknown"


@of_equal_jobs
def reached(job: Job) -> tuple[Reach, ...]:
    """Return the places that the job's facts name, each once, the surest reason first.

    >>> [reach.place.id for reach in reached(Job(locations=(Location("Brooklyn", "NY"),)))]
    ['NY', 'ny-new-york-city', 'US']
    """
    best: dict[str, Reach] = {}
    for reach in (*_located(job), *_remote(job), *_offices(job), *_anywhere(job)):
        best.setdefault(
            reach.place.id, attrs.evolve(reach, how="federal") if job.federal else reach
        )
    return (*best.values(), Reach(COUNTRY, "country"))


def standings(job: Job, laws: Iterable[R], hows: Iterable[str] = HERE) -> tuple[Standing[R], ...]:
    """Return how each of the laws in force on the job's day stands to it, where reached in one of these ways.

    Laws that surely do not apply are left out.
    """
    wanted = tuple(hows)
    by_place = {one.place.id: one for one in reached(job) if one.how in wanted}
    found = (
        standing(job, law, by_place[law.place])
        for law in laws
        if law.place in by_place and law.in_force(job.day)
    )
    return tuple(one for one in found if one.applies != "no")


def standing(job: Job, law: R, reach: Reach) -> Standing[R]:
    """Return how one law stands to the job, whatever the day."""
    return Standing(law, reach, _threshold(job, law, reach.place))


def _reaches(law: Law, reach: Reach) -> bool:
    if reach.how == "federal":
        return False
    if reach.how == "remote_anywhere":
        return law.remote in ("anywhere", "in_place")
    return reach.how != "reports_to" or law.reports_to


def _surely(law: Law, reach: Reach) -> bool:
    if reach.how == "remote_named":
        return law.remote in ("anywhere", "in_place")
    return reach.how in ("country", "located")


def _threshold(job: Job, law: Law, place: Place) -> str:
    total, here = job.employees, job.employees_at(place.id, place.name)
    local = law.counted == "in_place" or bool(law.employees_in_place)
    if here == 0 and local and law.employees:
        return "not_met"
    if law.employees <= 1:
        return "none"
    if total is not None and total < law.employees:
        return "not_met"
    if here is not None and here >= law.employees:
        return "met"
    if total is not None and law.counted == "anywhere":
        return "met"
    return "not_met" if here is not None and law.counted == "in_place" else "unknown"


def _located(job: Job) -> Iterator[Reach]:
    for location in job.locations:
        for place in _known(job).get(location.state or "", ()):
            if place.covers(location):
                yield Reach(place, "located")
            elif _perhaps(place, location):
                yield Reach(place, "located", certain=False)


def _perhaps(place: Place, location: Location) -> bool:
    """A town known to lie outside the cities of a county, where nothing is said of it."""
    open_ = place.unincorporated and location.unincorporated is not False
    return open_ and bool(location.city) and location.city in place.cities


def _remote(job: Job) -> Iterator[Reach]:
    for state in job.remote_states:
        for place in _known(job).get(state, ()):
            if place.level == "state":
                yield Reach(place, "remote_named")


def _offices(job: Job) -> Iterator[Reach]:
    for place in job.offices:
        if place in places():
            yield Reach(places()[place], "reports_to", certain=False)


def _anywhere(job: Job) -> Iterator[Reach]:
    if not job.anywhere:
        return
    for place in places().values():
        if place.level == "state" or place.id in _wide_places():
            yield Reach(place, "remote_anywhere", certain=False)


@cache
def _wide_places() -> frozenset[str]:
    """Places with a law for jobs that could be done there, wherever they are offered."""
    return frozenset(law.place for law in all_laws() if law.remote == "anywhere")


def _known(job: Job) -> Mapping[str, tuple[Place, ...]]:
    return _packaged() if job.places is None else job.places


@cache
def _packaged() -> Mapping[str, tuple[Place, ...]]:
    return by_state(places().values())


def by_state(known: Iterable[Place]) -> Mapping[str, tuple[Place, ...]]:
    """Return places by the postal code of their state, as a ``Job`` looks them up."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in known:
        found[place.state] = (*found.get(place.state, ()), place)
    return found
