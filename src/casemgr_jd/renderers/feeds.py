"""XML feeds: what the feeds of job boards share. A job for each place, text in CDATA, limits enforced."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from casemgr_jd._attrs import frozen
from casemgr_jd._compared import ByContent
from casemgr_jd.model.choices import WorkModel
from casemgr_jd.model.document import Document
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.acceptance import Remark
from casemgr_jd.renderers.blanks import without_blanks
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import Job, filled
from casemgr_jd.renderers.options import OptionReader, day, text, web
from casemgr_jd.renderers.payload import PayloadRenderer, posting_of, refused, told

__all__ = ["Collected", "FeedRenderer", "element"]

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

    media_type: str = "application/xml"
    suffix: str = ".xml"
    head: ClassVar[tuple[str, str, str]] = ("publisher", "publisherUrl", "lastBuildDate")
    """How the feed calls publisher, publisher_url and built_on."""

    options: ClassVar[Mapping[str, OptionReader]] = {
        "publisher": text,
        "publisher_url": web,
        "built_on": day,
    }

    def __init__(
        self,
        *,
        publisher: str | None = None,
        publisher_url: str | None = None,
        built_on: date | None = None,
    ) -> None:
        self.given: dict[str, Any] = {
            "publisher": publisher,
            "publisher_url": publisher_url,
            "built_on": built_on,
        }
        given = (publisher, publisher_url, built_on and built_on.isoformat())
        self._head = {name: value for name, value in zip(self.head, given) if value}

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return a feed of one posting.

        Raises:
            RenderError: the document is no posting, or the board would refuse it; every reason is named.
        """
        return self.feed([posting_of(document, self.name)], context)

    def feed(self, postings: Iterable[Posting], context: RenderContext = DEFAULT) -> str:
        """Return a feed of many postings.

        Raises:
            RenderError: the board would refuse one of them; every reason of each is named.
        """
        collected = self.collect(postings, context)
        rejected = collected.rejected
        several = len(rejected) + len(collected.postings) > 1
        refused(
            (
                f"{_name(posting)}: {line}" if several else line
                for posting, found in rejected
                for line in told(found)
            ),
            self.outlet.name,
        )
        return collected.text

    def collect(self, postings: Iterable[Posting], context: RenderContext = DEFAULT) -> "Collected":
        """Return the feed of the postings that the board would take, and the others with the reasons.

        Every posting is in one of the two, in the order given. An identifier that stands for two jobs
        is the first one's; the second is rejected.

        >>> from casemgr_jd import build, get_renderer, Requisition
        >>> found = get_renderer("indeed").collect([build(Requisition(title="Nurse"))])
        >>> found.postings, found.rejected[0][1][-1].field
        ((), 'country')
        """
        return self.collect_from(((self, posting) for posting in postings), context)

    def collect_from(
        self, pairs: "Iterable[tuple[FeedRenderer, Posting]]", context: RenderContext = DEFAULT
    ) -> "Collected":
        """Return the feed as ``collect`` does, of postings that each bring a renderer.

        Args:
            pairs: each posting behind the renderer of its jobs, which has their options, such as the
                company's number; what the feed says about itself is of this one.
            context: as for ``render``.
        """
        taken: list[Posting] = []
        rejected: list[tuple[Posting, tuple[Remark, ...]]] = []
        jobs: list[tuple[FeedRenderer, Job]] = []
        references: set[str] = set()
        for renderer, posting in pairs:
            found = [*renderer.refusals(posting, context)]
            own = renderer.jobs(without_blanks(posting))
            found += self._clashes(own, references)
            if found:
                rejected.append((posting, tuple(found)))
                continue
            references |= {job.reference for job in own if job.reference is not None}
            taken.append(posting)
            jobs += ((renderer, job) for job in own)
        return Collected(self._text(jobs), tuple(taken), tuple(rejected))

    def job_elements(
        self, posting: Posting, context: RenderContext = DEFAULT
    ) -> tuple[tuple[str | None, str], ...]:
        """Return the jobs of a posting, each as its reference and its element: a piece of a feed.

        Raises:
            RenderError: the board would refuse it; every reason is named.
        """
        refused(told(tuple(self.refusals(posting, context))), self.outlet.name)
        return tuple((job.reference, self._job(job)) for job in self.jobs(without_blanks(posting)))

    def opening(self, count: int) -> str:
        """Return what a feed of so many jobs begins with, up to the first of them.

        Raises:
            RenderError: the board takes fewer in one feed.
        """
        most = self.outlet.most_jobs
        if most is not None and count > most:
            reason = f"feed: holds {count:,} jobs, more than {most:,} (split it)"
            refused([reason], self.outlet.name)
        parts = ['<?xml version="1.0" encoding="UTF-8"?>', "<source>"]
        parts += [element(name, value) for name, value in self.root(count).items()]
        return "\n".join(parts) + "\n"

    closing: ClassVar[str] = "</source>\n"
    """What a feed ends with, behind the line of its last job."""

    def _text(self, jobs: "list[tuple[FeedRenderer, Job]]") -> str:
        elements = "".join(f"{one._job(job)}\n" for one, job in jobs)
        return f"{self.opening(len(jobs))}{elements}{self.closing}"

    def _job(self, job: Job) -> str:
        return element("job", filled(self.rows, job))

    def _clashes(self, jobs: Iterable[Job], references: set[str]) -> Iterator[Remark]:
        for job in jobs:
            if job.reference in references:
                reason = f"{job.reference!r} stands for two jobs"
                hint = "give each posting its own id"
                yield Remark(self.outlet.id, "error", "", "requisition_id", reason, hint)

    def root(self, count: int) -> dict[str, Any]:
        """Return what the feed says about itself; *count* is its number of jobs."""
        return dict(self._head)

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


@frozen(eq=False)
class Collected(ByContent):
    """A feed, and what went into it and what did not."""

    text: str
    """The feed of everything that the board would take."""
    postings: tuple[Posting, ...]
    """What is in it, in order."""
    rejected: tuple[tuple[Posting, tuple[Remark, ...]], ...]
    """What is not in it, each with every reason."""


def _name(posting: Posting) -> str:
    return posting.requisition.requisition_id or posting.heading or "a posting without title"


def _words(place: Location) -> str:
    named = [one for one in (place.city, place.state, place.postal_code) if one]
    words = " ".join(named or [place.country])
    return _NOT_IN_A_REFERENCE.sub("-", words.casefold()).strip("-")


def _apart(references: list[str]) -> list[str]:
    """Return references that differ: a repeated one takes a number."""
    made: dict[str, None] = {}
    # The last number that each of them took, so that none is tried twice.
    numbers: dict[str, int] = {}
    for reference in references:
        one = reference
        while one in made:
            numbers[reference] = numbers.get(reference, 1) + 1
            one = f"{reference}-{numbers[reference]}"
        made[one] = None
    return list(made)
