"""Postings as the payloads that applicant systems document: Lever, Greenhouse and SmartRecruiters.

All three come from one sectioner (``parts``), so that no block is lost between their fields.
"""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from casemgr_jd.model.choices import EmploymentType, WorkModel
from casemgr_jd.model.document import Block, BulletList, Paragraph, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.fragments import HeadedHtml, html_of
from casemgr_jd.renderers.options import OptionReader, one_of, text
from casemgr_jd.renderers.parts import in_lists, is_list, parts_of
from casemgr_jd.renderers.payload import PayloadRenderer

__all__ = ["GreenhouseRenderer", "LeverRenderer", "SmartRecruitersRenderer"]

_HTML = HeadedHtml()
_WORKPLACE = {
    WorkModel.ONSITE: "on-site",
    WorkModel.FIELD: "on-site",
    WorkModel.HYBRID: "hybrid",
    WorkModel.REMOTE: "remote",
}
_INTERVAL = {
    "year": "per-year-salary",
    "month": "per-month-salary",
    "week": "per-week-salary",
    "hour": "per-hour-wage",
}


class _BareItems(HeadedHtml):
    """Items without the list around them, as Lever's lists hold them."""

    def render_bullet_list(self, bullets: BulletList, level: int) -> str:
        return "\n".join(self.nodes(bullets.bullets, level))


_ITEMS = _BareItems()


def _listed(posting: Posting) -> tuple[list[Section], list[Block], list[Block]]:
    """Return the sections that are lists, the blocks that open, and the blocks that close."""
    parts = parts_of(posting)
    stand = (*parts.duties, *parts.qualifications, *parts.closing)
    rest = [one for block in stand for one in in_lists(block)]
    lists = [one for one in rest if isinstance(one, Section) and is_list(one)]
    others = [one for one in rest if not (isinstance(one, Section) and is_list(one))]
    return lists, list(parts.opening), others


def _lists(job: Job) -> list[dict[str, str]]:
    lists, _, _ = _listed(job.posting)
    return [
        {"text": section.title, "content": html_of(job.posting, _ITEMS, section.blocks)}
        for section in lists
    ]


def _opening(job: Job) -> str:
    return html_of(job.posting, _HTML, _listed(job.posting)[1])


def _additional(job: Job) -> str:
    return html_of(job.posting, _HTML, _listed(job.posting)[2])


def _salary_range(job: Job) -> dict[str, Any] | None:
    pay = job.facts.pay
    if pay is None or pay.per not in _INTERVAL:
        return None
    interval = _INTERVAL[pay.per]
    return {"currency": pay.currency, "interval": interval, "min": pay.low, "max": pay.high}


def _places(job: Job) -> list[str]:
    return [str(place) for place in job.facts.locations]


def _first_place(job: Job) -> str | None:
    return str(job.place) if job.place else None


def _country(job: Job) -> str | None:
    countries = {place.country for place in job.facts.locations}
    return countries.pop() if len(countries) == 1 else None


LEVER_ROWS = (
    Row("text", ("title",), lambda job: job.posting.heading),
    Row("categories.location", (), _first_place, note="The first location."),
    Row("categories.allLocations", (), _places, note="Every location, as city and state."),
    Row(
        "categories.commitment",
        ("employment_type",),
        lambda job: str(job.facts.employment_type or ""),
        note="As a reader sees it; an account may have words of its own.",
    ),
    Row("country", (), _country, note="Where all locations are in one country."),
    Row(
        "workplaceType",
        ("work_model",),
        lambda job: _WORKPLACE.get(job.facts.work_model) if job.facts.work_model else "unspecified",
        note="Field-based work is on-site here; the text says which it is.",
        exact=False,
    ),
    Row("content.description", (), _opening, note="Facts at a glance and the summary, as HTML."),
    Row(
        "content.lists",
        (),
        _lists,
        note="One for each section that is a list; its items as bare li.",
    ),
    Row("content.closing", (), _additional, note="Every other section, in order, as HTML."),
    Row(
        "requisitionCodes",
        ("requisition_id",),
        lambda job: [job.facts.requisition_id] if job.facts.requisition_id else None,
    ),
    Row(
        "salaryRange",
        ("pay",),
        _salary_range,
        note="A fixed rate is a range of one figure; the words for intervals are not confirmed.",
    ),
)


class LeverRenderer(PayloadRenderer):
    """JSON from which Lever's keyed interface creates a posting, as a draft unless told otherwise.

    Args:
        state: ``draft``, ``pending``, ``internal`` or ``published``.
        team: name of a team of the account.
        department: name of a department of the account.

    >>> from casemgr_jd import draft
    >>> list(LeverRenderer().payload(draft().build()))[:2]
    ['text', 'state']
    """

    name = "lever"
    options: ClassVar[Mapping[str, OptionReader]] = {
        "state": one_of("draft", "pending", "internal", "published"),
        "team": text,
        "department": text,
    }

    def __init__(
        self,
        *,
        state: str | None = None,
        team: str | None = None,
        department: str | None = None,
    ) -> None:
        self.given: dict[str, Any] = {"state": state, "team": team, "department": department}
        self.rows: tuple[Row, ...] = (
            LEVER_ROWS[0],
            Row("state", (), lambda job: state or "draft", "A draft, unless told otherwise."),
            *LEVER_ROWS[1:],
            Row("categories.team", (), lambda job: team),
            Row("categories.department", (), lambda job: department),
        )


def _where(job: Job) -> str | None:
    return job.posting.value("location")


GREENHOUSE_ROWS = (
    Row("title", ("title",), lambda job: job.posting.heading),
    Row("location", (), _where, note="As a reader sees it: every location in one text."),
    Row("content", (), lambda job: _HTML.render(job.posting), note="The whole text, as HTML."),
)


class GreenhouseRenderer(PayloadRenderer):
    """JSON that updates a job post of Greenhouse; a new job takes no text there, so create it first.

    >>> from casemgr_jd import draft
    >>> list(GreenhouseRenderer().payload(draft().build()))
    ['title', 'content']
    """

    name = "greenhouse"
    rows: tuple[Row, ...] = GREENHOUSE_ROWS


def _section(title: str, blocks: tuple[Block, ...], posting: Posting) -> dict[str, str] | None:
    if not blocks:
        return None
    return {"title": title, "text": html_of(posting, _HTML, blocks)}


def _job_description(job: Job) -> dict[str, str] | None:
    parts = parts_of(job.posting)
    return _section("Job Description", (*parts.opening, *parts.duties), job.posting)


def _qualifications(job: Job) -> dict[str, str] | None:
    return _section("Qualifications", parts_of(job.posting).qualifications, job.posting)


def _additional_information(job: Job) -> dict[str, str] | None:
    return _section("Additional Information", parts_of(job.posting).closing, job.posting)


def _address(job: Job) -> dict[str, Any]:
    return dict(_address_parts(job))


def _address_parts(job: Job) -> Iterator[tuple[str, Any]]:
    place = job.place
    if place is not None:
        named = {
            "country": place.country,
            "region": place.state,
            "city": place.city,
            "address": place.street,
            "postalCode": place.postal_code,
        }
        yield from ((name, value) for name, value in named.items() if value)
    remote = job.facts.work_model is WorkModel.REMOTE
    if remote or (place is not None and job.facts.work_model is not None):
        yield "remote", remote
    if job.facts.work_model is WorkModel.HYBRID and place is not None:
        yield "hybrid", True


_TYPE_OF_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "permanent",
    EmploymentType.PART_TIME: "part-time",
    EmploymentType.CONTRACT: "contract",
    EmploymentType.TEMPORARY: "temporary",
}
_EXPERIENCE_LEVEL = {
    "entry": "entry_level",
    "senior": "mid_senior_level",
    "lead": "mid_senior_level",
}


def _company(job: Job) -> dict[str, str] | None:
    about = tuple(Paragraph(words) for words in job.facts.about)
    return _section("Company Description", about, job.posting)


SMARTRECRUITERS_ROWS = (
    Row("title", ("title",), lambda job: job.posting.heading),
    Row("refNumber", ("requisition_id",), lambda job: job.facts.requisition_id),
    Row(
        "location",
        ("locations[0].street", "locations[0].postal_code"),
        _address,
        "The first location; the text names all. remote is true for a remote job only.",
    ),
    Row(
        "typeOfEmployment.id",
        ("employment_type",),
        lambda job: (
            _TYPE_OF_EMPLOYMENT.get(job.facts.employment_type)
            if job.facts.employment_type
            else None
        ),
        "No id is known for per diem; the text says it.",
    ),
    Row(
        "experienceLevel.id",
        ("tier",),
        lambda job: _EXPERIENCE_LEVEL.get(job.posting.tier or ""),
        "Senior and lead are both mid_senior_level.",
        exact=False,
    ),
    Row("jobAd.sections.companyDescription", (), _company, "The employer in its own words."),
    Row("jobAd.sections.jobDescription", (), _job_description, note="Opening and duties."),
    Row("jobAd.sections.qualifications", (), _qualifications),
    Row(
        "jobAd.sections.additionalInformation",
        (),
        _additional_information,
        note="Every other section, in order.",
    ),
)


class SmartRecruitersRenderer(PayloadRenderer):
    """JSON with the fields of a job that SmartRecruiters documents.

    Args:
        department: id of a department of the account, which it requires.
        industry: id of an industry, such as ``hospital_health_care``.
        function: id of a function, such as ``health_care_provider``.

    >>> from casemgr_jd import draft
    >>> list(SmartRecruitersRenderer().payload(draft().build())["jobAd"]["sections"])
    ['jobDescription', 'qualifications', 'additionalInformation']
    """

    name = "smartrecruiters"
    options: ClassVar[Mapping[str, OptionReader]] = {
        "department": text,
        "industry": text,
        "function": text,
    }

    def __init__(
        self,
        *,
        department: str | None = None,
        industry: str | None = None,
        function: str | None = None,
    ) -> None:
        self.given: dict[str, Any] = {
            "department": department,
            "industry": industry,
            "function": function,
        }
        self.rows: tuple[Row, ...] = (
            Row("department.id", (), lambda job: department),
            Row("industry.id", (), lambda job: industry),
            Row("function.id", (), lambda job: function),
            *SMARTRECRUITERS_ROWS,
        )
