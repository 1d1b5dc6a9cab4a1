"""A page with a job posting in its data as a requisition: what could be read, and what could not.

So that an employer's live page can be issued anew. Nothing is guessed: a property that does not say
plainly what one of our fields means is listed, with the reason.
"""

from collections.abc import Mapping
from os import PathLike, fspath
from typing import Any

from casemgr_jd._attrs import evolve, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._decoding import decode_document
from casemgr_jd._doors import door, node
from casemgr_jd._embedded import embedded_jobs
from casemgr_jd._files import read_file
from casemgr_jd.errors import DocumentError, InputError, Problem
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.job_posting import read_properties

__all__ = ["PageReading", "load_page", "read_page"]


@node
@frozen(eq=False)
class PageReading(ByContent):
    """What a page said about one job."""

    requisition: Requisition
    """The facts that could be read; everything else is blank."""
    unread: tuple[Problem, ...] = ()
    """What could not be read, each with the property, the reason and what to do."""


@door(path=None)
def load_page(path: "str | PathLike[str]") -> PageReading:
    """Read a saved page (``.html``) or a JSON-LD file.

    Raises:
        DocumentError: the file cannot be read, or holds no ``JobPosting``.
    """
    data = read_file(path, DocumentError)
    text, notes = decode_document(data, fspath(path))
    reading = read_page(text, fspath(path))
    return evolve(reading, unread=(*(Problem("", note) for note in notes), *reading.unread))


@door(text="load_page reads a file")
def read_page(text: str, source: str = "") -> PageReading:
    """Read the first ``JobPosting`` of a page (JSON-LD or microdata), or of JSON-LD text.

    Args:
        text: HTML, or JSON-LD by itself.
        source: name of the file, for messages.

    Raises:
        DocumentError: there is no ``JobPosting`` in it.

    >>> reading = read_page('{"@type": "JobPosting", "title": "Nurse", "industry": "Health"}')
    >>> reading.requisition.title
    'Nurse'
    >>> print(*reading.unread)
    industry: has no field in a requisition (add by hand what you need of it)
    """
    jobs, unread = embedded_jobs(text)
    if not jobs:
        hint = "look for a script of type application/ld+json in it, or for microdata"
        problem = Problem("", "holds no JSON-LD JobPosting, and none in microdata", hint)
        raise DocumentError([problem, *unread], source)
    if len(jobs) > 1:
        reason = f"{len(jobs)} jobs are on the page; the first one was read"
        unread.append(Problem("", reason, "read the page of one job"))
    found, problems = read_properties(jobs[0])
    unread += problems
    return PageReading(_requisition(found, unread), tuple(unread))


def _requisition(found: Mapping[str, tuple[str, Any]], unread: list[Problem]) -> Requisition:
    """Return the requisition with every value that it accepts; the others are added to *unread*."""
    made = Requisition()
    kept: dict[str, Any] = {}
    for field, (name, value) in found.items():
        try:
            made = Requisition(**kept, **{field: value})
            kept[field] = value
        except InputError as error:
            # Both ends of a range may be wrong in the same way.
            unread += dict.fromkeys(Problem(name, one.reason, one.hint) for one in error.problems)
    return made
