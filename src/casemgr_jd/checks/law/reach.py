"""Which places' law reaches a posting, and whether it reaches an employer of this size."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

import attrs

from casemgr_jd.checks.context import Context
from casemgr_jd.checks.law.records import LawRecord, PayLaw
from casemgr_jd.checks.law.tables import places
from casemgr_jd.facts.found import Located
from casemgr_jd.model.place import Location, Place

__all__ = ["Reach", "coverage", "reached", "reaching"]

# under this name a context remembers its places: many rules ask for them
_KEY = "_reached"
HERE = ("located", "remote_named")
R = TypeVar("R", bound=LawRecord)


@attrs.frozen
class Reach:
    """A place whose law may reach the posting, and why."""

    place: Place
    how: str
    """``located`` (work is done there), ``remote_named`` (remote workers may live there), ``remote_anywhere`` or
    ``reports_to`` (the job reports to an office there)."""
    certain: bool = True
    """``False`` where the text leaves open whether the place is meant."""


def reached(context: Context) -> tuple[Reach, ...]:
    """Return the places named by the posting, each once, the surest reason first."""
    remembered = vars(context)
    if _KEY not in remembered:
        best: dict[str, Reach] = {}
        for reach in (*_located(context), *_reported(context), *_anywhere(context)):
            best.setdefault(reach.place.id, reach)
        remembered[_KEY] = tuple(best.values())
    found: tuple[Reach, ...] = remembered[_KEY]
    return found


def reaching(
    context: Context, records: Iterable[R], hows: tuple[str, ...] = HERE
) -> tuple[tuple[R, Reach], ...]:
    """Return the records in force on the day of the check whose place is reached in one of these ways."""
    by_place = {reach.place.id: reach for reach in reached(context) if reach.how in hows}
    return tuple(
        (record, by_place[record.place])
        for record in records
        if record.place in by_place and record.in_force(context.today)
    )


def coverage(context: Context, law: PayLaw, reach: Reach) -> str:
    """Tell whether a pay law covers this employer and job: ``yes``, ``no`` or ``unknown``."""
    if reach.how == "remote_anywhere" and law.remote not in ("anywhere", "in_place"):
        return "no"
    if reach.how == "reports_to" and not law.reports_to:
        return "no"
    size = _size(context, law, reach)
    if size == "yes" and not (reach.certain and _surely_there(context, law, reach)):
        return "unknown"
    return size


def _size(context: Context, law: PayLaw, reach: Reach) -> str:
    total, here = _headcount(context), _headcount_in(context, reach.place)
    if here == 0 and (law.counted == "in_place" or law.employees_in_place) and law.employees:
        return "no"
    if law.employees <= 1:
        return "yes"
    if here is not None and here >= law.employees:
        return "yes"
    if total is not None and total < law.employees:
        return "no"
    if law.counted == "anywhere" and total is not None:
        return "yes"
    if law.counted == "in_place" and here is not None:
        return "no"
    return "unknown"


def _surely_there(context: Context, law: PayLaw, reach: Reach) -> bool:
    if reach.how == "located":
        return True
    if reach.how == "remote_named":
        return law.remote in ("anywhere", "in_place")
    return law.remote == "anywhere" and bool(_headcount_in(context, reach.place))


def _headcount(context: Context) -> int | None:
    total = context.known("employees")
    return total if isinstance(total, int) else None


def _headcount_in(context: Context, place: Place) -> int | None:
    counted = context.known("employees_in") or {}
    wanted = {place.id.casefold(), place.name.casefold()}
    return next((number for key, number in counted.items() if key.casefold() in wanted), None)


def _located(context: Context) -> Iterator[Reach]:
    given = context.known("locations") or ()
    for location in given:
        yield from _covering(location)
    for located in context.facts.locations:
        if located.remote:
            yield from _remote(located)
        elif not given:
            yield from _covering(Location(city=located.city or None, state=located.state))


def _covering(location: Location) -> Iterator[Reach]:
    for place in _by_state().get(location.state or "", ()):
        if place.covers(location):
            yield Reach(place, "located")
        elif (
            place.unincorporated
            and location.unincorporated is not False
            and _named(place, location)
        ):
            yield Reach(place, "located", certain=False)


def _named(place: Place, location: Location) -> bool:
    return bool(location.city) and location.city in place.cities


def _remote(located: Located) -> Iterator[Reach]:
    for place in _by_state().get(located.state, ()):
        if place.level == "state":
            yield Reach(place, "remote_named")


def _anywhere(context: Context) -> Iterator[Reach]:
    named_states = context.known("remote_states") or any(
        one.remote for one in context.facts.locations
    )
    if context.facts.nationwide is None or named_states:
        return
    for place in places().values():
        if place.level == "state" or place.id == "ny-new-york-city":
            yield Reach(place, "remote_anywhere", certain=False)


_OFFICES = {
    "NY": ("new york", "nyc", "manhattan", "brooklyn", "albany", "buffalo", "rochester"),
    "IL": ("illinois", "chicago", "springfield office", "naperville", "peoria"),
}


def _reported(context: Context) -> Iterator[Reach]:
    manager = context.known("manager") or ""
    for one in context.facts.reporting:
        sentence = context.source.sentence(one.span.start, one.span.end)
        words = context.source.folded[one.span.start : sentence.end]
        yield from _offices(words)
    yield from _offices(manager.lower())


def _offices(words: str) -> Iterator[Reach]:
    for state, names in _OFFICES.items():
        if any(name in words for name in names):
            yield Reach(places()[state], "reports_to", certain=False)


@lru_cache(maxsize=1)
def _by_state() -> dict[str, tuple[Place, ...]]:
    found: dict[str, tuple[Place, ...]] = {}
    for place in places().values():
        found[place.state] = (*found.get(place.state, ()), place)
    return found
