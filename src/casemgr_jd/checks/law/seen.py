"""From what a document says to what law needs to know of the job."""

from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from casemgr_jd.law import Job, offices_in
from casemgr_jd.model.place import Location
from casemgr_jd.reading.source import Source

if TYPE_CHECKING:
    from casemgr_jd.facts.facts import Facts

__all__ = ["Checked", "seen_by_law"]


class Checked(Protocol):
    """What is checked: a text, what it says, and what the requisition gives."""

    @property
    def source(self) -> Source: ...

    @property
    def today(self) -> date | None: ...

    @property
    def facts(self) -> "Facts": ...

    def known(self, name: str) -> Any: ...


def seen_by_law(checked: Checked) -> Job:
    """Work out the job as law sees it."""
    found = checked.facts.locations
    given = checked.known("locations") or tuple(
        Location(city=one.city or None, state=one.state) for one in found if not one.remote
    )
    remote = tuple(dict.fromkeys(one.state for one in found if one.remote))
    named = bool(checked.known("remote_states")) or bool(remote)
    return Job(
        locations=given,
        remote_states=remote,
        anywhere=checked.facts.nationwide is not None and not named,
        offices=_offices(checked),
        day=checked.today,
        federal=checked.facts.federal is not None,
        employees=checked.known("employees"),
        employees_in=checked.known("employees_in") or {},
    )


def _offices(checked: Checked) -> tuple[str, ...]:
    source = checked.source
    said = [
        source.folded[one.span.start : source.sentence(one.span.start, one.span.end).end]
        for one in checked.facts.reporting
    ]
    words = (*said, checked.known("manager") or "")
    return tuple(dict.fromkeys(place for one in words for place in offices_in(one)))
