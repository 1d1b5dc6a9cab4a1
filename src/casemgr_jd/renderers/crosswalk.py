"""Crosswalks: which of our facts goes into which field of somebody else's format, as rows of a table.

The rows are what a renderer runs and what its documentation shows, so that the two cannot differ.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from casemgr_jd._attrs import frozen
from casemgr_jd._compared import ByContent
from casemgr_jd.model.pay import PayRange
from casemgr_jd.model.place import Location
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.states import state_name
from casemgr_jd.renderers.outlets import Outlet

__all__ = ["EMPTY", "Job", "Make", "Row", "filled", "table"]


class _Empty:
    """A field that a format wants present and empty."""

    def __str__(self) -> str:
        return ""


EMPTY = _Empty()


@frozen(eq=False)
class Job(ByContent):
    """What one job of a feed is made from: a posting at one of its places."""

    posting: Posting
    place: Location | None = None
    """The place that this job names; the first one where a format takes a single place."""
    reference: str | None = None
    """The identifier of this job, where several places make several jobs of one posting."""

    @property
    def facts(self) -> Requisition:
        """The requisition behind the posting."""
        return self.posting.requisition

    @property
    def pay(self) -> PayRange | None:
        """The pay at the place of this job, where it differs by place; else the whole range."""
        pay, place = self.facts.pay, self.place
        if pay is None or place is None:
            return pay
        state = state_name(place.state) if place.country == "US" and place.state else place.state
        return pay.at(str(place), place.city, state, place.state)

    @property
    def apply_page(self) -> str | None:
        """The address to apply at, where it is a web page and not an email address."""
        url = self.facts.apply_url
        return url if url and url.startswith("http") else None


Make: TypeAlias = Callable[[Job], Any]


@frozen(eq=False)
class Row(ByContent):
    """One field of the other format: what of ours it holds, and how it is made.

    >>> row = Row("company", ("organization",), lambda job: job.facts.organization)
    >>> row.made(Job(Posting("Nurse", requisition=Requisition(organization="Lakeside Health"))))
    'Lakeside Health'
    """

    theirs: str
    """Name of the field, dotted where it is nested."""
    ours: tuple[str, ...]
    """Requisition fields that it holds; ``locations[*].street`` for a part of each location."""
    make: Make
    note: str = ""
    """What a reader of the table should know."""
    exact: bool = True
    """Whether the field holds the whole fact; an approximation never counts as carrying it."""
    needs: tuple[str, ...] = ()
    """Requisition fields that it is made of, where it holds none of them whole."""

    def made(self, job: Job) -> Any:
        """Return the value of the field, or ``None`` where there is nothing to say."""
        value = self.make(job)
        return None if isinstance(value, str | tuple | list | dict) and not value else value

    def part(self, name: str) -> bool:
        """Tell whether a fact, such as ``locations[1].street``, is among those this row holds."""
        head, _, tail = name.partition("[")
        index, _, rest = tail.partition("]")
        return name in self.ours or bool(index and f"{head}[*]{rest}" in self.ours)


def filled(rows: Iterable[Row], job: Job) -> dict[str, Any]:
    """Return the fields that *job* has values for, nested at the dots of their names.

    >>> row = Row("categories.location", (), lambda job: "Denver, CO")
    >>> filled([row], Job(Posting("Nurse")))
    {'categories': {'location': 'Denver, CO'}}
    """
    made: dict[str, Any] = {}
    for row in rows:
        value = row.made(job)
        if value is None:
            continue
        *outer, name = row.theirs.split(".")
        home = made
        for step in outer:
            home = home.setdefault(step, {})
        home[name] = value
    return made


def table(rows: Iterable[Row], outlet: Outlet) -> tuple[tuple[str, str, str, str], ...]:
    """Return rows as words for a page of documentation: theirs, ours, what *outlet* wants of it, note.

    >>> from casemgr_jd.renderers.outlets import outlet_named
    >>> rows = [Row("company", ("organization",), lambda job: None, "As it is.")]
    >>> table(rows, outlet_named("indeed"))
    (('company', 'organization', 'required', 'As it is.'),)
    """
    return tuple(
        (row.theirs, ", ".join(row.ours) or "(the text)", outlet.need(row.theirs), row.note)
        for row in rows
    )
