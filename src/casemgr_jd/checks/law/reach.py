"""From what a document says to what law needs to know of the job; and the laws that then reach it."""

from collections.abc import Iterable
from typing import TypeVar

from casemgr_jd.checks.context import Context
from casemgr_jd.law import HERE, Job, Law, Reach, Standing, offices_in, reached, standings
from casemgr_jd.model.place import Location

__all__ = ["HERE", "job_of", "places_reached", "reaching", "seen_by_law"]

R = TypeVar("R", bound=Law)


def job_of(context: Context) -> Job:
    """Return the job as law sees it: what the requisition gives, else what the document says."""
    return context.job


def places_reached(context: Context, hows: Iterable[str] = HERE) -> tuple[Reach, ...]:
    """Return the places whose law is reached in one of these ways, each once."""
    wanted = tuple(hows)
    return tuple(one for one in reached(job_of(context)) if one.how in wanted)


def reaching(
    context: Context, laws: Iterable[R], hows: Iterable[str] = HERE
) -> tuple[Standing[R], ...]:
    """Return how the laws in force on the day of the check stand to the job; those that surely do not apply are left out."""
    return standings(job_of(context), laws, hows)


def seen_by_law(context: Context) -> Job:
    """Work out the job as law sees it."""
    found = context.facts.locations
    given = context.known("locations") or tuple(
        Location(city=one.city or None, state=one.state) for one in found if not one.remote
    )
    remote = tuple(dict.fromkeys(one.state for one in found if one.remote))
    named = bool(context.known("remote_states")) or bool(remote)
    return Job(
        locations=given,
        remote_states=remote,
        anywhere=context.facts.nationwide is not None and not named,
        offices=_offices(context),
        day=context.today,
        employees=context.known("employees"),
        employees_in=context.known("employees_in") or {},
    )


def _offices(context: Context) -> tuple[str, ...]:
    source = context.source
    said = [
        source.folded[one.span.start : source.sentence(one.span.start, one.span.end).end]
        for one in context.facts.reporting
    ]
    words = (*said, context.known("manager") or "")
    return tuple(dict.fromkeys(place for one in words for place in offices_in(one)))
