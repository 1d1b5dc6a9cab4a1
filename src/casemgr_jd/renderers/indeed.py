"""Postings as an XML feed of the kind that Indeed documents (Job Sync XML)."""

from datetime import date
from typing import ClassVar

from casemgr_jd.model.choices import EmploymentType, WorkModel
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.crosswalk import EMPTY, Job, Make, Row
from casemgr_jd.renderers.feeds import FeedRenderer
from casemgr_jd.renderers.fragments import IndeedHtml, Told

__all__ = ["IndeedRenderer"]

_JOB_TYPE = {EmploymentType.FULL_TIME: "fulltime", EmploymentType.PART_TIME: "parttime"}
_SIGN = {"USD": "$", "EUR": "€", "GBP": "£"}
_PERIODS = ("hour", "day", "week", "month", "year")
_DESCRIPTION = Told(IndeedHtml())


def _is_remote(job: Job) -> bool:
    return job.facts.work_model is WorkModel.REMOTE


def _of_place(name: str) -> Make:
    """Return what reads a part of the place; for a remote job the field stands empty."""

    def made(job: Job) -> object:
        if _is_remote(job):
            return EMPTY
        return getattr(job.place, name) if job.place else None

    return made


def _city(job: Job) -> str | None:
    if _is_remote(job):
        return "Remote"
    return job.place.city if job.place else None


def _reach(facts: Requisition) -> tuple[str, ...]:
    """Return the countries in which a remote worker may live."""
    states = ("US",) if facts.remote_states else ()
    return tuple(dict.fromkeys((*states, *facts.remote_countries)))


def _country(job: Job) -> str | None:
    if _is_remote(job):
        return job.place.country if job.place else next(iter(_reach(job.facts)), None)
    return job.place.country if job.place else None


def _salary(job: Job) -> str | None:
    pay = job.pay
    sign = _SIGN.get(pay.currency) if pay else None
    if pay is None or sign is None or pay.per not in _PERIODS:
        return None
    ends = dict.fromkeys((pay.low, pay.high))
    cents = any(amount % 1 for amount in ends)
    amounts = [f"{sign}{amount:.2f}" if cents else f"{sign}{amount:.0f}" for amount in ends]
    return f"{' - '.join(amounts)} per {pay.per}"


def _closing(job: Job) -> str | None:
    closing = job.facts.closing_date
    # A day only, for no time is documented there; the text says it.
    return f"{closing:%Y-%m-%d}" if isinstance(closing, date) else None


ROWS = (
    Row("title", ("title",), lambda job: job.posting.heading),
    Row(
        "date",
        ("posted_on",),
        lambda job: job.facts.posted_on and job.facts.posted_on.isoformat(),
        "ISO 8601.",
    ),
    Row(
        "referencenumber",
        ("requisition_id",),
        lambda job: job.reference,
        "The requisition id; with several locations, each adds the words of its place.",
    ),
    Row("requisitionid", ("requisition_id",), lambda job: job.facts.requisition_id),
    Row(
        "url",
        ("apply_url",),
        lambda job: job.apply_page,
        "Indeed asks for the page of the job, not for the form; a mailto address is left out.",
    ),
    Row("company", ("organization",), lambda job: job.facts.organization),
    Row(
        "city",
        (),
        _city,
        "Remote for a remote job, with state and postal code empty.",
        needs=("locations",),
    ),
    Row("state", (), _of_place("state"), needs=("locations",)),
    Row(
        "country",
        (),
        _country,
        "For a remote job, the one where the worker may live.",
        needs=("locations",),
    ),
    Row(
        "postalcode",
        ("locations[*].postal_code",),
        _of_place("postal_code"),
    ),
    Row(
        "streetaddress",
        ("locations[*].street",),
        lambda job: job.place.street if job.place else None,
    ),
    Row(
        "salary",
        ("pay",),
        _salary,
        note="With currency sign and period, without commas; dollars, euros and pounds only.",
    ),
    Row("education", ("education",), lambda job: job.posting.value("education")),
    Row(
        "jobtype",
        ("employment_type",),
        lambda job: _JOB_TYPE.get(job.facts.employment_type) if job.facts.employment_type else "",
        note="Full-time and part-time; the words for other kinds are not confirmed, the text says it.",
    ),
    Row(
        "experience",
        ("experience_years",),
        lambda job: str(job.facts.experience_years or ""),
    ),
    Row(
        "expirationdate",
        ("closing_date",),
        _closing,
        note="A day; left out for an ongoing posting.",
    ),
    Row(
        "remotetype",
        (),
        lambda job: "Fully remote" if _is_remote(job) else None,
        note="For a remote job; no value for hybrid is confirmed, the text says it.",
    ),
    Row(
        "description",
        (),
        lambda job: _DESCRIPTION(job.posting),
        "The whole text, in h3, p, ul, li and strong.",
    ),
)


class IndeedRenderer(FeedRenderer):
    """A feed with a job for each location of each posting.

    >>> from casemgr_jd import build, Location, Requisition
    >>> here, there = Location("Denver", "CO"), Location("Boise", "ID")
    >>> posting = build(Requisition(requisition_id="CM-1", locations=[here, there]))
    >>> [job.reference for job in IndeedRenderer().jobs(posting)]
    ['CM-1-denver-co', 'CM-1-boise-id']
    """

    name = "indeed"
    rows: tuple[Row, ...] = ROWS
    head: ClassVar[tuple[str, str, str]] = ("publisher", "publisherurl", "lastBuildDate")

    def places(self, posting: Posting) -> tuple[Location, ...]:
        """Return the locations; for a remote job in several countries, each of these."""
        facts = posting.requisition
        if facts.work_model is not WorkModel.REMOTE:
            return facts.locations
        countries = _reach(facts)
        return tuple(Location(country=one) for one in countries) if len(countries) > 1 else ()
