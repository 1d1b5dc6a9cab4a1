"""Which fact goes into which property of a schema.org ``JobPosting``, as Google documents it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from casemgr_jd.model.choices import EmploymentType, WorkModel
from casemgr_jd.model.countries import country_name
from casemgr_jd.model.place import Location
from casemgr_jd.model.reading import hours_told
from casemgr_jd.model.states import state_name
from casemgr_jd.model.traits import gives, is_none
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.fragments import SafeHtml
from casemgr_jd.renderers.parts import TASKS, items, telling
from casemgr_jd.renderers.requirements import credential, experience_counts, months_of_experience

__all__ = ["ROWS", "is_remote"]

_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.PER_DIEM: "PER_DIEM",
    EmploymentType.CONTRACT: "CONTRACTOR",
    EmploymentType.TEMPORARY: "TEMPORARY",
}
_PERIODS = ("hour", "day", "week", "month", "year")
_DESCRIPTION = SafeHtml()


def is_remote(job: Job) -> bool:
    """Tell whether the work is done from home throughout."""
    return job.facts.work_model is WorkModel.REMOTE


def _one_or_all(values: list[dict[str, Any]]) -> Any:
    return values[0] if len(values) == 1 else values


def _organization(job: Job) -> dict[str, Any] | None:
    facts = job.facts
    if not facts.organization:
        return None
    named: dict[str, Any] = {"@type": "Organization", "name": facts.organization}
    site = facts.website or ""
    return {**named, "sameAs": site} if site.startswith("http") else named


def _identifier(job: Job) -> dict[str, Any] | None:
    facts = job.facts
    if not facts.requisition_id:
        return None
    named = {"name": facts.organization} if facts.organization else {}
    return {"@type": "PropertyValue", **named, "value": facts.requisition_id}


def _address(place: Location) -> dict[str, Any]:
    parts = {
        "streetAddress": place.street,
        "addressLocality": place.city,
        "addressRegion": place.state,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "PostalAddress", **{name: value for name, value in parts.items() if value}}


def _job_location(job: Job) -> Any:
    if is_remote(job):
        return None
    return _one_or_all(
        [{"@type": "Place", "address": _address(place)} for place in job.facts.locations]
    )


def _applicant_location(job: Job) -> Any:
    if not is_remote(job):
        return None
    states = [
        {"@type": "State", "name": f"{state_name(code)}, USA"} for code in job.facts.remote_states
    ]
    countries = [
        {"@type": "Country", "name": "USA" if code == "US" else country_name(code)}
        for code in job.facts.remote_countries
    ]
    return _one_or_all([*states, *countries])


def _salary(job: Job) -> dict[str, Any] | None:
    pay = job.facts.pay
    if pay is None or pay.per not in _PERIODS:
        return None
    amounts = (
        {"value": pay.rate}
        if pay.rate is not None
        else {"minValue": pay.minimum, "maxValue": pay.maximum}
    )
    value = {"@type": "QuantitativeValue", **amounts, "unitText": pay.per.upper()}
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _entries(entries: Iterable[str]) -> str:
    """Return a list as one text; an entry may hold commas, so that none of them parts two."""
    return "; ".join(entries)


def _benefits(job: Job) -> str:
    return _entries(one for one in job.facts.benefits if not is_none((one,)))


def _incentives(job: Job) -> str:
    """Return what is paid besides; a fact that says only that there is none of it is none."""
    facts = job.facts
    return _entries(
        one for one in (*facts.differentials, *facts.other_compensation) if gives((one,))
    )


def _closing(job: Job) -> str | None:
    closing = job.facts.closing_date
    return closing.isoformat() if isinstance(closing, date) else None


def _education(job: Job) -> dict[str, Any] | None:
    level = credential(job.posting)
    if level is None:
        return None
    return {"@type": "EducationalOccupationalCredential", "credentialCategory": level}


def _hours(job: Job) -> str:
    facts = job.facts
    parts = (facts.schedule, hours_told(facts.hours_per_week), *facts.shift)
    return "; ".join(filter(None, parts))


def _start(job: Job) -> str | None:
    start = job.facts.start_date
    return start.isoformat() if isinstance(start, date) else start


def _overview(job: Job) -> str:
    facts = job.facts
    return " ".join((*facts.about, *facts.why_here, *facts.growth))


def _experience(job: Job) -> dict[str, Any] | None:
    months = months_of_experience(job.posting)
    if months is None:
        return None
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


ROWS = (
    Row("title", ("title",), lambda job: job.posting.heading),
    Row(
        "description",
        (),
        lambda job: _DESCRIPTION.render(job.posting),
        "The whole text, in p, ul and li; headings are paragraphs.",
    ),
    Row(
        "datePosted",
        ("posted_on",),
        lambda job: job.facts.posted_on and job.facts.posted_on.isoformat(),
    ),
    Row(
        "hiringOrganization",
        ("organization", "website"),
        _organization,
        "The website is its sameAs.",
    ),
    Row("identifier", ("requisition_id",), _identifier),
    Row(
        "jobLocation",
        ("locations", "locations[*].street", "locations[*].postal_code"),
        _job_location,
        "Required unless the job is remote; left out when it is. Every location is listed.",
    ),
    Row(
        "jobLocationType",
        (),
        lambda job: "TELECOMMUTE" if is_remote(job) else None,
        "TELECOMMUTE for a remote job; never for a hybrid one.",
    ),
    Row(
        "applicantLocationRequirements",
        ("remote_states",),
        _applicant_location,
        "Required for a remote job: each state or country where the worker may live.",
    ),
    Row(
        "employmentType",
        ("employment_type",),
        lambda job: _EMPLOYMENT.get(job.facts.employment_type) if job.facts.employment_type else "",
    ),
    Row(
        "baseSalary",
        ("pay",),
        _salary,
        note="A range, or one rate; HOUR, DAY, WEEK, MONTH or YEAR. Pay by the visit stands in the text.",
    ),
    Row(
        "validThrough",
        ("closing_date",),
        _closing,
        "The last day to apply; left out for an ongoing posting.",
    ),
    Row(
        "educationRequirements",
        ("education",),
        _education,
        "The least credential that is accepted; left out when one is not recognized.",
        exact=False,
    ),
    Row(
        "experienceRequirements",
        ("experience_years",),
        _experience,
        "The minimum, in months.",
        exact=False,
    ),
    Row(
        "experienceInPlaceOfEducation",
        ("education",),
        lambda job: experience_counts(job.posting) or None,
        'Where the education says "or the equivalent", and years are asked for.',
        exact=False,
    ),
    Row("totalJobOpenings", ("openings",), lambda job: job.facts.openings),
    Row(
        "jobBenefits",
        ("benefits",),
        _benefits,
        "Left out where there are none; the text says so.",
    ),
    Row(
        "incentiveCompensation",
        ("differentials", "other_compensation"),
        _incentives,
        "What is paid besides; left out where there is nothing, which the text says.",
    ),
    Row("workHours", ("schedule", "hours_per_week", "shift"), _hours),
    Row("jobStartDate", ("start_date",), _start, "A date, or the words that stand for one."),
    Row(
        "employerOverview",
        ("about", "why_here", "growth"),
        _overview,
        "What the employer says of itself and of growing there.",
    ),
    Row(
        "eligibilityToWorkRequirement",
        ("work_authorization",),
        lambda job: " ".join(telling(job.posting, "work_authorization")),
        "As the posting words it.",
    ),
    Row(
        "physicalRequirement",
        ("physical_demands",),
        lambda job: _entries(job.facts.physical_demands),
    ),
    Row("responsibilities", ("duties",), lambda job: items(job.posting, *TASKS)),
    Row(
        "qualifications",
        ("qualifications",),
        lambda job: items(job.posting, "required", "licensure"),
        note="Required qualifications and licensure; items with a blank stand in the text only.",
    ),
    Row(
        "skills",
        ("preferences",),
        lambda job: items(job.posting, "skills", "preferred"),
        "Skills, and what would help.",
    ),
)
