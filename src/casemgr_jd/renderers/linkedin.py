"""Postings as an XML feed of the kind that LinkedIn documents for basic jobs ("limited listings")."""

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from casemgr_jd._attrs import evolve
from casemgr_jd.model.choices import EmploymentType, WorkModel
from casemgr_jd.model.countries import country_name
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.states import state_name
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.feeds import FeedRenderer
from casemgr_jd.renderers.fragments import StrongHtml, Told
from casemgr_jd.renderers.options import OptionReader, mail, number, yes_or_no

__all__ = ["LinkedInRenderer"]

_JOB_TYPE = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.CONTRACT: "CONTRACT",
}
_WORKPLACE = {
    WorkModel.ONSITE: "On-site",
    WorkModel.FIELD: "On-site",
    WorkModel.HYBRID: "Hybrid",
    WorkModel.REMOTE: "Remote",
}
_EXPERIENCE = {"entry": "ENTRY_LEVEL", "senior": "MID_SENIOR_LEVEL", "lead": "MID_SENIOR_LEVEL"}
_PERIOD = {
    "year": "YEARLY",
    "month": "MONTHLY",
    "week": "WEEKLY",
    "day": "DAILY",
    "hour": "HOURLY",
}
_DESCRIPTION = Told(StrongHtml())


def _location(job: Job) -> str | None:
    place = job.place
    if place is None:
        return None
    region = state_name(place.state) if place.country == "US" and place.state else place.state
    country = country_name(place.country)
    return ", ".join(one for one in (place.city, region, country) if one)


def _salaries(job: Job, cents: bool = False) -> dict[str, Any] | None:
    pay = job.pay
    if pay is None or pay.per not in _PERIOD:
        return None
    has_cents = bool(pay.low % 1 or pay.high % 1)
    # The documented amounts are whole: 38.50 an hour is left out, for rounding would be untrue.
    if has_cents and not cents:
        return None
    ends = {
        name: {
            "amount": f"{amount:.2f}" if has_cents else f"{amount:.0f}",
            "currencyCode": pay.currency,
        }
        for name, amount in (("highEnd", pay.high), ("lowEnd", pay.low))
    }
    return {"salary": {**ends, "period": _PERIOD[pay.per], "type": "BASE_SALARY"}}


def _apply_url(job: Job) -> str | None:
    url = job.facts.apply_url
    return url if url and url.startswith("https://") else None


def _day(day: object) -> str | None:
    return f"{day:%m/%d/%Y}" if isinstance(day, date) else None


ROWS = (
    Row(
        "partnerJobId",
        ("requisition_id",),
        lambda job: job.reference,
        "At most 40 characters; with several locations, each adds the words of its place.",
    ),
    Row("company", ("organization",), lambda job: job.facts.organization),
    Row("title", ("title",), lambda job: job.posting.heading, note="At most 200 characters."),
    Row(
        "description",
        (),
        lambda job: _DESCRIPTION(job.posting),
        "The whole text, in p, ul, li and strong; 100 to 25,000 characters.",
    ),
    Row("applyUrl", ("apply_url",), _apply_url, note="An https address; others are left out."),
    Row(
        "location",
        (),
        _location,
        needs=("locations",),
        note="One place for each job; for a remote job without one, each state or country to live in.",
    ),
    Row(
        "postalCode",
        ("locations[*].postal_code",),
        lambda job: job.place.postal_code if job.place else None,
    ),
    Row(
        "workplaceTypes",
        ("work_model",),
        lambda job: _WORKPLACE.get(job.facts.work_model) if job.facts.work_model else None,
        "Field-based work is On-site here; the text says which it is.",
        exact=False,
    ),
    Row(
        "experienceLevel",
        ("tier",),
        lambda job: _EXPERIENCE.get(job.posting.tier or ""),
        "Senior and lead are both MID_SENIOR_LEVEL.",
        exact=False,
    ),
    Row(
        "jobtype",
        ("employment_type",),
        lambda job: _JOB_TYPE.get(job.facts.employment_type) if job.facts.employment_type else None,
        "No value for per diem and temporary; the text says it.",
    ),
    Row(
        "salaries",
        ("pay",),
        _salaries,
        "Whole amounts only; pay with cents stands in the text, never rounded.",
    ),
    Row("listDate", ("posted_on",), lambda job: _day(job.facts.posted_on), note="MM/DD/YYYY."),
    Row(
        "expirationDate",
        ("closing_date",),
        lambda job: _day(job.facts.closing_date),
        note="MM/DD/YYYY; left out for an ongoing posting.",
    ),
)


class LinkedInRenderer(FeedRenderer):
    """A feed with a job for each location of each posting.

    Args:
        company_id: LinkedIn's number of the company, which it requires of applicant systems.
        poster_email: address of the person who posts the job, which newer documentation asks for; the
            name of its element is not confirmed.
        cents: whether to send pay with cents; the documented amounts are whole, and without this such
            pay stands in the text only.
        publisher: who publishes the feed.
        publisher_url: address of the publisher.
        built_on: the date of the feed; no clock is read.

    >>> from casemgr_jd import build, PayRange, Requisition
    >>> posting = build(Requisition(pay=PayRange(rate=38.5, per="hour")))
    >>> "salaries" in LinkedInRenderer().payload(posting)
    False
    """

    name = "linkedin"
    rows: tuple[Row, ...] = ROWS
    options: ClassVar[Mapping[str, OptionReader]] = {
        **FeedRenderer.options,
        "company_id": number,
        "poster_email": mail,
        "cents": yes_or_no,
    }

    def __init__(
        self,
        *,
        company_id: int | None = None,
        poster_email: str | None = None,
        cents: bool | None = None,
        publisher: str | None = None,
        publisher_url: str | None = None,
        built_on: date | None = None,
    ) -> None:
        super().__init__(publisher=publisher, publisher_url=publisher_url, built_on=built_on)
        own = {"company_id": company_id, "poster_email": poster_email, "cents": cents}
        self.given.update(own)
        rows = {row.theirs: row for row in ROWS}
        rows["salaries"] = evolve(rows["salaries"], make=lambda job: _salaries(job, bool(cents)))
        self.rows = (
            Row("companyId", (), lambda job: None if company_id is None else str(company_id)),
            Row("posterEmail", (), lambda job: poster_email),
            *rows.values(),
        )

    def root(self, count: int) -> dict[str, Any]:
        """Return what the feed says about itself, with the number of its jobs."""
        return {**super().root(count), "expectedJobCount": str(count)}

    def places(self, posting: Posting) -> tuple[Location, ...]:
        """Return the locations; for a remote job without one, where a worker may live."""
        facts = posting.requisition
        if facts.work_model is WorkModel.REMOTE and not facts.locations:
            states = [Location(state=code) for code in facts.remote_states]
            return (*states, *(Location(country=code) for code in facts.remote_countries))
        return facts.locations
