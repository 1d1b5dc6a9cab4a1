"""The parts of an interview kit."""

from attrs import field, frozen

from casemgr_jd._frozen import strings
from casemgr_jd.model._value import Value
from casemgr_jd.model.citation import Citation

__all__ = ["Competency", "Coverage", "KitQuestion", "Reminder"]


@frozen(repr=False)
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


@frozen(repr=False)
class Coverage(Value):
    """A responsibility of the posting, and the questions that test it."""

    id: str
    text: str
    questions: tuple[str, ...] = field(default=(), converter=strings)


@frozen(repr=False)
class Competency(Value):
    """Something that is rated, with what each rating looks like, lowest first."""

    id: str
    name: str
    anchors: tuple[str, ...] = field(converter=strings)


@frozen(repr=False)
class Reminder(Value):
    """A question that must not be asked."""

    id: str
    text: str
    citation: Citation
    place: str = ""
    """Name of the jurisdiction; empty where the advice holds everywhere."""
