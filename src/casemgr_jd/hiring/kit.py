"""The interview kit of a posting: what to ask, what to listen for, how to rate, what not to ask."""

from collections.abc import Iterator

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import door, doors, node
from casemgr_jd._names import counted
from casemgr_jd._views import view
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Question
from casemgr_jd.content.interviewing import Competency
from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.hiring._questions import coverage, measures, questions
from casemgr_jd.hiring._reminders import reminders
from casemgr_jd.hiring.parts import Coverage, KitQuestion, Reminder
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting

__all__ = ["InterviewKit", "interview_kit"]

_MOST_CANDIDATES = 50


@doors
@node
@frozen(eq=False)
class InterviewKit(ShowsItself):
    """Everything that an interviewer needs for one posting. Made by ``interview_kit``."""

    heading: str
    """The title of the job, as the posting shows it."""
    organization: str
    """As the posting shows it: the name, or the visible blank."""
    questions: tuple[KitQuestion, ...]
    """What to ask, in order."""
    coverage: tuple[Coverage, ...]
    """Each responsibility of the posting, with the questions that test it."""
    measures: tuple[tuple[str, str], ...]
    """Id and words of each measure that the posting names."""
    flags: tuple[Question, ...]
    """The guide's red flags."""
    competencies: tuple[Competency, ...]
    """What is rated, with what each rating looks like; only what a question rates."""
    ratings: tuple[str, ...]
    """The names of the ratings, lowest first."""
    reminders: tuple[Reminder, ...]
    """Questions that must not be asked."""
    candidates: int = field(default=1)
    """How many blank scorecards the document holds."""

    @property
    def uncovered(self) -> tuple[Coverage, ...]:
        """The responsibilities that no question tests."""
        return tuple(one for one in self.coverage if not one.questions)

    def to_document(self) -> Document:
        """Return the kit as a document, which every text format renders."""
        made: Document = view(self, "document")
        return made

    def __repr__(self) -> str:
        asked, open_ = counted(len(self.questions), "question"), len(self.uncovered)
        return f"InterviewKit({self.heading!r}, {asked}, {open_} not covered)"


@door(posting=None, candidates=None)
def interview_kit(
    posting: Posting, *, candidates: int = 1, catalog: Catalog | None = None
) -> InterviewKit:
    """Return the interview kit for *posting*.

    Args:
        posting: a finished posting; its setting, tier, role, tools and measures shape the kit.
        candidates: how many blank scorecards to include, 1 to 50.
        catalog: the content that the posting was made of, if not the packaged guide.

    Raises:
        InputError: *candidates* is out of range, or *posting* is not a posting.
        UnknownNameError: the posting's role is not in the catalog.

    >>> from casemgr_jd.builder.posting_builder import draft
    >>> job = draft().for_setting("hospital").at_tier("senior").as_role("rn").fill(measures="guide")
    >>> kit = interview_kit(job.build())
    >>> kit
    InterviewKit('Senior RN Case Manager', 10 questions, 0 not covered)
    >>> kit.questions[0].kpis
    ('kpi.hospital.initial_assessment', 'kpi.hospital.readmissions', ...)
    """
    problems = list(_problems(posting, candidates))
    if problems:
        raise InputError(problems)
    content = catalog or load_catalog()
    asked = questions(posting, content)
    return InterviewKit(
        heading=posting.heading,
        organization=posting.read("organization"),
        questions=asked,
        coverage=coverage(posting, asked),
        measures=tuple(measures(posting)),
        flags=tuple(one for one in content.questions if one.kind == "flag"),
        competencies=_competencies(asked, content),
        ratings=tuple(one.name for one in content.interviewing.ratings),
        reminders=reminders(posting.requisition, content),
        candidates=candidates,
    )


def _problems(posting: object, candidates: object) -> Iterator[Problem]:
    if not isinstance(posting, Posting):
        reason = f"must be a posting, not {type(posting).__name__}"
        yield Problem("posting", reason, "build it first, with build(requisition) or .build()")
    if type(candidates) is not int or not 1 <= candidates <= _MOST_CANDIDATES:
        reason = f"must be a whole number from 1 to {_MOST_CANDIDATES}, not {candidates!r}"
        yield Problem("candidates", reason, "give the number of scorecards")


def _competencies(asked: tuple[KitQuestion, ...], catalog: Catalog) -> tuple[Competency, ...]:
    rated = {one.competency for one in asked}
    return tuple(one for one in catalog.interviewing.competencies if one.id in rated)
