"""Postings as schema.org ``JobPosting``, the way Google's job search documents it.

The text is all in ``description``; the other properties repeat what they can of it. The output can
stand in a ``script`` element as it is: no character in it can end the element.
"""

from typing import Any

from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.crosswalk import Job, Row
from casemgr_jd.renderers.jsonld_fields import ROWS, is_remote
from casemgr_jd.renderers.losses import Loss
from casemgr_jd.renderers.occupations import Occupation, suggested
from casemgr_jd.renderers.payload import PayloadRenderer, posting_of

__all__ = ["JsonLdRenderer"]

_SCRIPT_ESCAPES = {ord(one): f"\\u{ord(one):04x}" for one in "<>&\u2028\u2029"}


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
        made = {
            "@context": "https://schema.org/",
            "@type": "JobPosting",
            **super().payload(posting),
        }
        if "hiringOrganization" in made:
            given = {name: url for name, url in self._of_organization.items() if url}
            made["hiringOrganization"] |= given
        if self._direct_apply is not None:
            made["directApply"] = self._direct_apply
        return made | self._category(posting)

    def written(self, payload: dict[str, Any]) -> str:
        """Return plain data as JSON in which no markup can be read."""
        return super().written(payload).translate(_SCRIPT_ESCAPES)

    def script(self, document: Document) -> str:
        """Return the ``script`` element that a page about this posting carries.

        >>> from casemgr_jd import draft
        >>> JsonLdRenderer().script(draft().build()).splitlines()[0]
        '<script type="application/ld+json">'
        """
        data = self.written(self.payload(posting_of(document, self.name)))
        return f'<script type="{self.media_type}">\n{data}</script>'

    def omissions(self, posting: Posting) -> tuple[Loss, ...]:
        """Return what Google requires and the posting has no fact for."""
        return (*super().omissions(posting), *_conditional(self.jobs(posting)[0]))

    def _category(self, posting: Posting) -> dict[str, Any]:
        occupation = self._occupation or (suggested(posting) if self._suggest else None)
        if occupation is None:
            return {}
        return {
            "occupationalCategory": {
                "@type": "CategoryCode",
                "codeValue": occupation.code,
                "name": occupation.title,
                "inCodeSet": {"@type": "CategoryCodeSet", "name": "O*NET-SOC"},
            }
        }


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
