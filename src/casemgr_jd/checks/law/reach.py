"""The job as law sees it, and the laws that reach it."""

from collections.abc import Iterable
from typing import TypeVar

from casemgr_jd.checks.context import Context
from casemgr_jd.law import HERE, Job, Law, Reach, Standing, reached, standings

__all__ = ["HERE", "job_of", "places_reached", "reaching"]

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
