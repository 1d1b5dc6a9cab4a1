"""A page with JSON-LD read as a requisition: what could be read, and a list of what could not.

So that an employer's live page can be issued anew. Nothing is guessed: a property that does not say
plainly what one of our fields means is listed, with the reason.
"""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from os import PathLike, fspath
from typing import Any

from attrs import frozen

from casemgr_jd._files import decoded, read_file
from casemgr_jd._tables import json_value
from casemgr_jd.errors import DocumentError, InputError, Problem, require
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.serde.job_posting import read_properties

__all__ = ["PageReading", "load_page", "read_page"]

_MOST_NODES = 100_000


@frozen
class PageReading:
    """What a page said about one job."""

    requisition: Requisition
    """The facts that could be read; everything else is blank."""
    unread: tuple[Problem, ...] = ()
    """What could not be read, each with the property, the reason and what to do."""


def load_page(path: "str | PathLike[str]") -> PageReading:
    """Read a saved page (``.html``) or a JSON-LD file.

    Raises:
        DocumentError: the file cannot be read, or holds no ``JobPosting``.
    """
    data = read_file(path, DocumentError)
    return read_page(decoded(data, fspath(path), DocumentError), fspath(path))


def read_page(text: str, source: str = "") -> PageReading:
    """Read the first ``JobPosting`` of a page, or of JSON-LD text.

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
    require(text, str, "text", "load_page reads a file")
    unread: list[Problem] = []
    jobs = [job for block in _blocks(text) for job in _jobs(block, unread)]
    if not jobs:
        hint = "look for a script of type application/ld+json in it"
        problem = Problem("", "holds no JSON-LD JobPosting", hint)
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
            unread += [Problem(name, one.reason, one.hint) for one in error.problems]
    return made


class _Scripts(HTMLParser):
    """Collects the text of the JSON-LD scripts of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = (dict(attrs).get("type") or "").partition(";")[0].strip().lower()
        self._inside = tag == "script" and kind == "application/ld+json"
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data


def _blocks(text: str) -> list[str]:
    if text.lstrip()[:1] in ("{", "["):
        return [text]
    reader = _Scripts()
    try:
        reader.feed(text)
        reader.close()
    except AssertionError:
        # How the standard parser gives up on a broken declaration; what came before it stands.
        pass
    return reader.found


def _jobs(block: str, unread: list[Problem]) -> list[Mapping[str, Any]]:
    try:
        return list(_postings(json_value(block)))
    except InputError as error:
        unread += [Problem("", f"a block of JSON-LD {one.reason}") for one in error.problems]
        return []


def _postings(data: object) -> Iterator[Mapping[str, Any]]:
    """Yield every object of the type anywhere in *data*, in order, without going into one."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if _is_posting(node.get("@type")):
                yield node
            else:
                waiting += reversed(list(node.values()))


def _is_posting(kind: object) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and one.rpartition("/")[2] == "JobPosting" for one in kinds)
