"""Postings as schema.org ``JobPosting``, the way Google's job search documents it.

The text is all in ``description``; the other properties repeat what they can of it. The output can
stand in a ``script`` element as it is: no character in it can end the element.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import evolve

from casemgr_jd.model.document import Document
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import Job, Row, filled
from casemgr_jd.renderers.job_script import JobJson, JobScript
from casemgr_jd.renderers.jsonld_fields import ROWS, is_remote
from casemgr_jd.renderers.losses import Loss
from casemgr_jd.renderers.occupations import suggested
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
        direct_apply: whether a candidate can apply on the page itself; not said if left out.

    >>> from casemgr_jd import build, Requisition
    >>> posting = build(Requisition(organization="Lake & Sons", work_model="onsite"))
    >>> "Lake \\\\u0026 Sons" in JsonLdRenderer().render(posting)
    True
    """

    name = "jsonld"
    media_type = "application/ld+json"
    suffix = ".jsonld"
    rows: tuple[Row, ...] = ROWS

    def __init__(
        self,
        *,
        occupation: Occupation | None = None,
        suggest_occupation: bool = True,
        organization_url: str | None = None,
        logo: str | None = None,
        direct_apply: bool | None = None,
    ) -> None:
        self._occupation = occupation
        self._suggest = suggest_occupation
        self._of_organization = {"sameAs": organization_url, "logo": logo}
        self._direct_apply = direct_apply

    def payload(self, posting: Posting) -> dict[str, Any]:
        """Return the properties as plain data, with context and type.

        >>> from casemgr_jd import draft
        >>> JsonLdRenderer().payload(draft().as_role("rn").build())["occupationalCategory"]["name"]
        'Registered Nurses'
        """
        job = self.jobs(posting)[0]
        start = {"@context": "https://schema.org/", "@type": "JobPosting"}
        return start | filled(self._properties(), job)

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return the JSON of a posting, a property to a line; no markup can be read in it.

        Raises:
            RenderError: the document is no posting.
        """
        return JobJson(self._properties()).render(posting_of(document, self.name))

    def plan(
        self, posting: Posting, varying: Iterable[str], context: RenderContext = DEFAULT
    ) -> "Plan":
        """Return a plan that renders *posting* again and again with other values of some fields.

        Args:
            posting: what to render.
            varying: names of the requisition fields that will differ.
            context: as for ``render``; it changes nothing here.

        Raises:
            PlanError: a field changes which items stand, or is no field; it is named.

        >>> from casemgr_jd import draft
        >>> plan = JsonLdRenderer().plan(draft().build(), varying=["organization"])
        >>> '"name": "Lakeside Health"' in plan.fill(organization="Lakeside Health")
        True
        """
        from casemgr_jd.renderers.plan import Plan

        return Plan.made(JobJson(self._properties()), posting, tuple(varying), context, origin=self)

    def script(self, document: Document) -> str:
        """Return the ``script`` element that a page about this posting carries.

        >>> from casemgr_jd import draft
        >>> JsonLdRenderer().script(draft().build()).splitlines()[0]
        '<script type="application/ld+json">'
        """
        return self.embedded().render(posting_of(document, self.name))

    def embedded(self) -> JobScript:
        """Return the renderer of that element, for a page to hold with ``self.inside(...)``."""
        return JobScript(self._properties())

    def omissions(self, posting: Posting) -> tuple[Loss, ...]:
        """Return what Google requires and the posting has no fact for."""
        return (*super().omissions(posting), *_conditional(self.jobs(posting)[0]))

    def _properties(self) -> tuple[Row, ...]:
        """Return the crosswalk with what the options of this renderer add to it."""
        given = {name: url for name, url in self._of_organization.items() if url}
        rows = tuple(_extended(row, given) for row in self.rows)
        return (
            *rows,
            Row("directApply", (), lambda job: self._direct_apply),
            Row("occupationalCategory", (), self._category),
        )

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


def _conditional(job: Job) -> tuple[Loss, ...]:
    """Return the properties that are required in a job's own case and cannot be given."""
    if is_remote(job):
        if job.facts.remote_states:
            return ()
        reason = "jsonld requires applicantLocationRequirements of a remote job; name the states"
        return (Loss("remote_states", f"{reason} where the worker may live"),)
    if job.facts.locations:
        return ()
    return (Loss("locations", "jsonld requires jobLocation unless the job is remote"),)
