"""XML feeds: what the feeds of job boards share. A job for each place, text in CDATA, limits enforced."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, ClassVar

from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.document import Document
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import Job, filled
from casemgr_jd.renderers.payload import PayloadRenderer, posting_of, refused

__all__ = ["FeedRenderer", "element"]

# XML 1.0 has no way to write these, escaped or not.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOT_IN_A_REFERENCE = re.compile(r"[\W_]+")


def element(name: str, value: Any) -> str:
    """Return an element: a text in CDATA, a table as elements, a list as the element repeated.

    >>> print(element("job", {"title": "A ]]> B", "city": ""}))
    <job>
    <title><![CDATA[A ]]]]><![CDATA[> B]]></title>
    <city></city>
    </job>
    """
    if isinstance(value, dict):
        inner = "\n".join(element(key, one) for key, one in value.items())
        return f"<{name}>\n{inner}\n</{name}>"
    if isinstance(value, list | tuple):
        return "\n".join(element(name, one) for one in value)
    words = _NOT_XML.sub("", str(value)).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{words}]]></{name}>" if words else f"<{name}></{name}>"


class FeedRenderer(PayloadRenderer):
    """A feed of jobs; the same posting at several places is several jobs.

    Args:
        publisher: who publishes the feed; left out of it if not given.
        publisher_url: address of the publisher.
        built_on: the date of the feed; no clock is read, so it is left out if not given.
    """

    media_type: ClassVar[str] = "application/xml"
    suffix: ClassVar[str] = ".xml"
    head: ClassVar[tuple[str, str, str]] = ("publisher", "publisherUrl", "lastBuildDate")
    """How the feed calls publisher, publisher_url and built_on."""
    most_jobs: ClassVar[int | None] = None

    def __init__(
        self,
        *,
        publisher: str | None = None,
        publisher_url: str | None = None,
        built_on: date | None = None,
    ) -> None:
        given = (publisher, publisher_url, built_on and built_on.isoformat())
        self._head = {name: value for name, value in zip(self.head, given) if value}

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return a feed of one posting.

        Raises:
            RenderError: the document is no posting, or a value is beyond a limit of the format.
        """
        return self.feed([posting_of(document, self.name)])

    def feed(self, postings: Iterable[Posting]) -> str:
        """Return a feed of many postings.

        Raises:
            RenderError: values are beyond limits of the format, or identifiers repeat; all are named.
        """
        jobs = [job for posting in postings for job in self.jobs(posting)]
        made = [(job, filled(self.rows, job)) for job in jobs]
        refused(self._problems(made), self.name)
        parts = [element(name, value) for name, value in self.root(len(jobs)).items()]
        parts += [element("job", fields) for _, fields in made]
        body = "\n".join(parts)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<source>\n{body}\n</source>\n'

    def root(self, count: int) -> dict[str, Any]:
        """Return what the feed says about itself; *count* is its number of jobs."""
        return dict(self._head)

    def limits(self, job: Job, fields: dict[str, Any]) -> Iterator[str]:
        """Yield what is beyond a limit of the format in the fields of one job."""
        yield from ()

    def jobs(self, posting: Posting) -> tuple[Job, ...]:
        """Return a job for each place of *posting*, each with a reference of its own.

        One place keeps the requisition id as it is; with several, each adds the words of its place.
        """
        places = self.places(posting)
        given = posting.requisition.requisition_id
        if len(places) < 2 or given is None:
            return tuple(Job(posting, place, given) for place in places or (None,))
        references = _apart([f"{given}-{_words(place)}" for place in places])
        return tuple(Job(posting, *pair) for pair in zip(places, references, strict=True))

    def places(self, posting: Posting) -> tuple[Location, ...]:
        """Return the places that jobs of *posting* name."""
        facts = posting.requisition
        return () if facts.work_model is WorkModel.REMOTE else facts.locations

    def _problems(self, made: list[tuple[Job, dict[str, Any]]]) -> Iterator[str]:
        if self.most_jobs is not None and len(made) > self.most_jobs:
            yield f"feed: holds {len(made):,} jobs, more than {self.most_jobs:,} (split it)"
        seen: set[str] = set()
        for job, fields in made:
            yield from self.limits(job, fields)
            if job.reference is not None and job.reference in seen:
                hint = "give each posting its own id"
                yield f"requisition_id: {job.reference!r} stands for two jobs ({hint})"
            seen |= {job.reference} if job.reference is not None else set()


def _words(place: Location) -> str:
    words = " ".join(one for one in (place.city, place.state, place.postal_code) if one)
    return _NOT_IN_A_REFERENCE.sub("-", words.casefold()).strip("-")


def _apart(references: list[str]) -> list[str]:
    """Return references that differ: a repeated one takes a number."""
    made: list[str] = []
    for reference in references:
        number, one = 1, reference
        while one in made:
            number += 1
            one = f"{reference}-{number}"
        made.append(one)
    return made
