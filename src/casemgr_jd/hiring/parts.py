"""The parts of an interview kit."""

from collections.abc import Iterable

from casemgr_jd._attrs import field, frozen
from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.citation import Citation

__all__ = ["Coverage", "KitQuestion", "Reminder"]


def _citations(values: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(values)


@frozen(repr=False, eq=False)
class KitQuestion(Value):
    """One question to ask every candidate, and what of the posting it tests."""

    id: str
    text: str
    listen_for: str
    """What a good answer holds, for the interviewer."""
    competency: str
    """Id of what is rated."""
    guide: str = ""
    """The guide's question behind it, such as ``"interview.process"``; empty for one beyond the six."""
    bullets: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the responsibilities that it tests."""
    kpis: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the measures that it tests."""


@frozen(repr=False, eq=False)
class Coverage(Value):
    """A responsibility of the posting, and the questions that test it."""

    id: str
    name: str
    """Its label in the posting, or its words where it has none."""
    text: str
    questions: tuple[str, ...] = field(default=(), converter=strings)


@frozen(repr=False, eq=False)
class Reminder(Value):
    """A question that must not be asked."""

    id: str
    text: str
    citations: tuple[Citation, ...] = field(default=(), converter=_citations)
    """The law behind it, each with its confidence; empty for plain prudence."""
    place: str = ""
    """Name of the jurisdiction; empty where the advice holds everywhere."""
