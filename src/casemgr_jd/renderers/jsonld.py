"""Postings as schema.org ``JobPosting``, the way Google's job search documents it.

The text is all in ``description``; the other properties repeat what they can of it. The output can
stand in a ``script`` element as it is: no character in it can end the element.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from casemgr_jd._attrs import evolve
from casemgr_jd.model.document import Document
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.accepted_plan import accepted_plan
from casemgr_jd.renderers.blanks import without_blanks
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.job_script import JobJson, JobScript
from casemgr_jd.renderers.jsonld_fields import ROWS
from casemgr_jd.renderers.occupations import suggested
from casemgr_jd.renderers.options import OptionReader, web, yes_or_no
from casemgr_jd.renderers.payload import PayloadRenderer, posting_of

if TYPE_CHECKING:
    from casemgr_jd.renderers.plan import Plan

__all__ = ["JsonLdRenderer"]


class JsonLdRenderer(PayloadRenderer):
    """JSON-LD for one posting; nothing that the requisition does not say is in it.

    Args:
        occupation: the occupation to name in place of the suggested one.
        suggest_occupation: whether to name the suggested one where none is given.
        organization_url: address of the employer's own site.
        logo: address of the employer's logo.
        page_url: address of the page that will show the job; not said if left out.
        direct_apply: whether a candidate can apply on the page itself; not said if left out.

    >>> from casemgr_jd import build, Requisition
    >>> posting = build(Requisition(organization="Lake & Sons", work_model="onsite"))
    >>> JsonLdRenderer().payload(posting)["hiringOrganization"]["name"]
    'Lake & Sons'
    """

    name = "jsonld"
    media_type = "application/ld+json"
    suffix = ".jsonld"
    outlet_id = "google"
    options: ClassVar[Mapping[str, OptionReader]] = {
        "organization_url": web,
        "logo": web,
        "page_url": web,
        "direct_apply": yes_or_no,
        "suggest_occupation": yes_or_no,
    }

    def __init__(
        self,
        *,
        occupation: Occupation | None = None,
        suggest_occupation: bool = True,
        organization_url: str | None = None,
        logo: str | None = None,
        page_url: str | None = None,
        direct_apply: bool | None = None,
    ) -> None:
        self.given: dict[str, Any] = {
            "occupation": occupation,
            "suggest_occupation": suggest_occupation,
            "organization_url": organization_url,
            "logo": logo,
            "page_url": page_url,
            "direct_apply": direct_apply,
        }
        self._occupation = occupation
        self._suggest = suggest_occupation
        given = {"sameAs": organization_url, "logo": logo}
        self.rows: tuple[Row, ...] = (
            *(_extended(row, {name: url for name, url in given.items() if url}) for row in ROWS),
            Row("url", (), lambda job: page_url, "The page of the job, not the way to apply."),
            Row("directApply", (), lambda job: direct_apply),
            Row("occupationalCategory", (), self._category),
        )

    def payload(self, posting: Posting) -> dict[str, Any]:
        """Return the properties as plain data, with context and type.

        >>> from casemgr_jd import draft
        >>> JsonLdRenderer().payload(draft().as_role("rn").build())["occupationalCategory"]["name"]
        'Registered Nurses'
        """
        start = {"@context": "https://schema.org/", "@type": "JobPosting"}
        return start | super().payload(posting)

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return the JSON of a posting, a property to a line; no markup can be read in it.

        Raises:
            RenderError: the document is no posting, or Google would refuse it; every reason is named.
        """
        posting = posting_of(document, self.name)
        self.require_accepted(posting, context)
        return JobJson(self.rows).render(without_blanks(posting))

    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> "Plan":
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``.

        A filling that Google would refuse raises ``RenderError``, as ``render`` does.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.

        >>> from casemgr_jd import build, RenderContext, Requisition
        >>> posting = build(Requisition(organization="Harbor Care"))
        >>> incomplete = RenderContext(allow_incomplete=True)
        >>> plan = JsonLdRenderer().plan(posting, ["organization"], incomplete)
        >>> '"name": "Lakeside Health"' in plan.fill(organization="Lakeside Health")
        True
        """
        return accepted_plan(self, JobJson(self.rows), posting, tuple(varying), context)

    def script(self, document: Document) -> str:
        """Return the ``script`` element that a page about this posting carries.

        >>> JsonLdRenderer().script(Posting("Nurse")).splitlines()[0]
        '<script type="application/ld+json">'
        """
        return self.embedded().render(posting_of(document, self.name))

    def embedded(self) -> JobScript:
        """Return the renderer of that element, for a page to hold with ``self.inside(...)``."""
        return JobScript(self.rows)

    def _category(self, job: Job) -> dict[str, Any] | None:
        occupation = self._occupation or (suggested(job.posting) if self._suggest else None)
        if occupation is None:
            return None
        return {
            "@type": "CategoryCode",
            "codeValue": occupation.code,
            "name": occupation.title,
            "inCodeSet": {"@type": "CategoryCodeSet", "name": "O*NET-SOC"},
        }


def _extended(row: Row, given: dict[str, str]) -> Row:
    """Return the row of the organization with *given* properties of it; any other row as it is."""
    if row.theirs != "hiringOrganization" or not given:
        return row

    def make(job: Job) -> dict[str, Any] | None:
        made = row.make(job)
        return {**made, **given} if made else None

    return evolve(row, make=make)
