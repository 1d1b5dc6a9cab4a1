"""What a posting says, for people and programs: each fact with its words, its sentence and its place."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import doors, node
from casemgr_jd._names import counted
from casemgr_jd._views import view
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.reading.block import Place

if TYPE_CHECKING:
    from casemgr_jd.errors import Problem
    from casemgr_jd.model.document import Document
    from casemgr_jd.model.requisition import Requisition

__all__ = ["SUBJECTS", "PostingFacts", "Said"]

#: What is looked for in every posting, in the order in which a reader is told of it, with its label.
SUBJECTS = {
    "title": "Title",
    "employer": "Employer",
    "place": "Place of work",
    "remote_reach": "Where a remote worker may live",
    "work_model": "Work model",
    "pay": "Pay",
    "other_pay": "Other pay",
    "benefits": "Benefits",
    "employment_type": "Employment type",
    "schedule": "Schedule",
    "overtime_status": "Overtime status",
    "license": "License",
    "certification": "Certification",
    "degree": "Degree",
    "experience": "Experience",
    "caseload": "Caseload",
    "reports_to": "Reports to",
    "apply": "How to apply",
    "closing": "Applications close",
    "eeo": "Equal opportunity",
    "accommodation": "Accommodation",
}


@attrs.frozen(eq=False)
class Said(ByContent):
    """One fact, as it was understood, and the words it was read from."""

    subject: str
    """What it is about: a key of ``SUBJECTS``."""
    value: str
    """What was understood: ``Denver, CO``, ``$72,000–$92,000 a year``, ``remote``."""
    words: str = ""
    """The words of the posting."""
    sentence: str = ""
    """The sentence in which they stand."""
    section: str = ""
    """The kind of section it stands in, such as ``compensation``."""
    need: str = ""
    """Of a credential or experience: ``required``, ``preferred``, ``later``, ``none`` or empty."""
    where: Place = attrs.field(factory=Place)
    """Line and column in the document, or the path in a typed posting."""
    data: Any = attrs.field(default=None, eq=False, repr=False)
    """The fact as the checker's own value (see ``casemgr_jd.facts.found``)."""


@doors
@node
@attrs.frozen(kw_only=True, repr=False, eq=False)
class PostingFacts(ShowsItself):
    """Everything that was understood of one posting, and what was not found in it.

    >>> import casemgr_jd as jd
    >>> reading = jd.read_posting("# RN Case Manager\\n\\nLakeside Health, Denver, CO. Pay: $36 an hour.")
    >>> reading.title.value, reading.states, [said.value for said in reading.of("pay")]
    ('RN Case Manager', ('CO',), ['$36 an hour'])
    >>> "apply" in reading.not_found
    True
    """

    document: str = ""
    """The name of the file, or the title of a typed posting."""
    said: tuple[Said, ...] = ()
    """Every fact, by subject and then in reading order."""
    notes: tuple[str, ...] = ()
    """What could not be read as it stands."""
    wording: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, eq=False)
    """The lines in which no fact was found, by the kind of section they stand in."""

    def __iter__(self) -> Iterator[Said]:
        return iter(self.said)

    def __len__(self) -> int:
        return len(self.said)

    def __bool__(self) -> bool:
        return True  # a reading that found nothing is still a reading

    def of(self, subject: str) -> tuple[Said, ...]:
        """Return what was said of a subject (a key of ``SUBJECTS``), in reading order.

        Raises:
            UnknownNameError: it is not a subject.
        """
        if subject not in SUBJECTS:
            from casemgr_jd.errors import UnknownNameError

            raise UnknownNameError("subject", subject, tuple(SUBJECTS))
        return tuple(one for one in self.said if one.subject == subject)

    def first(self, subject: str) -> Said | None:
        """Return the first thing that was said of a subject, if there is one."""
        return next(iter(self.of(subject)), None)

    @property
    def title(self) -> Said | None:
        """The job title."""
        return self.first("title")

    @property
    def employer(self) -> Said | None:
        """Who is hiring."""
        return self.first("employer")

    @property
    def states(self) -> tuple[str, ...]:
        """Postal codes of the states of work places and of remote reach, each once."""
        spoken = (*self.of("place"), *self.of("remote_reach"))
        return tuple(dict.fromkeys(one.data.state for one in spoken if one.data.state))

    @property
    def not_found(self) -> tuple[str, ...]:
        """The subjects of which nothing was found, in the order of ``SUBJECTS``."""
        found = {one.subject for one in self.said}
        return tuple(subject for subject in SUBJECTS if subject not in found)

    def requisition(self) -> "tuple[Requisition, tuple[Problem, ...]]":
        """Return a requisition with what was understood, and a list of what was not.

        So that an old posting can be issued anew. Nothing is guessed: where a posting says two things, or one
        that a requisition cannot hold, it is in the list, with its words and the reason.

        >>> import casemgr_jd as jd
        >>> text = "# Case Manager\\n\\nHarbor Health, Denver, CO\\n\\nPay: $31 an hour, or more"
        >>> requisition, unread = jd.read_posting(text).requisition()
        >>> requisition.organization, str(requisition.locations[0])
        ('Harbor Health', 'Denver, CO')
        """
        made: tuple[Requisition, tuple[Problem, ...]] = view(self, "requisition")
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the facts as plain data: each with its words, sentence and place."""
        made: dict[str, Any] = view(self, "dict")
        return made

    def to_document(self) -> "Document":
        """Return the facts as a document, which every text format can render."""
        made: Document = view(self, "document")
        return made

    def __repr__(self) -> str:
        named = self.title.value if self.title else "no title"
        said = counted(len(self.said), "fact")
        return f"PostingFacts({named!r}, {said}, {len(self.not_found)} not found)"
