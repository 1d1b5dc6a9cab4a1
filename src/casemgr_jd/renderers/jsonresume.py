"""Postings in the shape of the JSON Resume project's job schema."""

from typing import Any

from casemgr_jd._attrs import evolve
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.document import Block, Section
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.parts import TASKS, bullets_of, is_list, labeled, section_of
from casemgr_jd.renderers.payload import PayloadRenderer
from casemgr_jd.renderers.plain import PlainTextRenderer

__all__ = ["JsonResumeRenderer"]

_REMOTE = {
    WorkModel.REMOTE: "Full",
    WorkModel.HYBRID: "Hybrid",
    WorkModel.ONSITE: "None",
    WorkModel.FIELD: "None",
}
_REQUIRED = ("required", "licensure")
_PREFERRED = ("preferred",)
_SKILLS = ("skills",)
_LISTED = (*TASKS, *_REQUIRED, *_PREFERRED, *_SKILLS)
_TEXT = PlainTextRenderer()
_UNWRAPPED = RenderContext(width=1_000_000)


def _moved(block: Block) -> bool:
    """Tell whether all of a block goes into a list of its own."""
    return isinstance(block, Section) and block.id in _LISTED and is_list(block)


def _lines(posting: Posting, *ids: str) -> list[str]:
    """Return every bullet of the sections that are lists, with visible blanks."""
    sections = [section for section in section_of(posting, *ids) if is_list(section)]
    return [labeled(posting, one.label, one.text) for one in bullets_of(sections)]


def _description(job: Job) -> str:
    posting = job.posting
    blocks = [block for block in posting.blocks if not _moved(block)]
    return _TEXT.render(evolve(posting, blocks=blocks), _UNWRAPPED)


def _qualifications(job: Job) -> list[str]:
    preferred = [f"Preferred: {line}" for line in _lines(job.posting, *_PREFERRED)]
    return [*_lines(job.posting, *_REQUIRED), *preferred]


def _skills(job: Job) -> list[dict[str, Any]]:
    sections = [section for section in section_of(job.posting, *_SKILLS) if is_list(section)]
    return [
        {"name": one.label, "keywords": [one.text.filled(job.posting.read)]}
        if one.label
        else {"name": one.text.filled(job.posting.read)}
        for one in bullets_of(sections)
    ]


def _location(job: Job) -> dict[str, str]:
    place = job.place
    if place is None:
        return {}
    named = {
        "address": place.street,
        "postalCode": place.postal_code,
        "city": place.city,
        "countryCode": place.country,
        "region": place.state,
    }
    return {name: value for name, value in named.items() if value}


ROWS = (
    Row("title", ("title",), lambda job: job.posting.heading),
    Row("company", ("organization",), lambda job: job.facts.organization),
    Row(
        "type",
        ("employment_type",),
        lambda job: str(job.facts.employment_type or ""),
        note="As a reader sees it.",
    ),
    Row(
        "date",
        ("posted_on",),
        lambda job: job.facts.posted_on and job.facts.posted_on.isoformat(),
    ),
    Row(
        "description",
        (),
        _description,
        note="What stands in no list below, as plain text.",
    ),
    Row(
        "location",
        ("locations[0].street", "locations[0].postal_code"),
        _location,
        note="The first location; the text names all.",
    ),
    Row(
        "remote",
        ("work_model",),
        lambda job: _REMOTE.get(job.facts.work_model) if job.facts.work_model else None,
        note="Full, Hybrid or None; field-based work is None.",
        exact=False,
    ),
    Row("salary", ("pay",), lambda job: str(job.facts.pay or ""), note="As a reader sees it."),
    Row(
        "experience",
        ("experience_years",),
        lambda job: str(job.facts.experience_years or ""),
        note="As a reader sees it.",
    ),
    Row("responsibilities", ("duties",), lambda job: _lines(job.posting, *TASKS)),
    Row(
        "qualifications",
        ("qualifications", "preferences"),
        _qualifications,
        note='What is preferred starts with "Preferred:".',
    ),
    Row("skills", (), _skills, note="The label is the name, the text a keyword."),
    Row("meta.canonical", ("apply_url",), lambda job: job.facts.apply_url),
)


class JsonResumeRenderer(PayloadRenderer):
    """JSON for one posting; the schema requires nothing, so nothing is ever missing.

    >>> from casemgr_jd import draft
    >>> JsonResumeRenderer().payload(draft().at_tier("lead").build())["title"]
    'Lead Case Manager'
    """

    name = "jsonresume"
    rows: tuple[Row, ...] = ROWS
