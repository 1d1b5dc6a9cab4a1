"""What a rule's function is given, and what it gives back."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import node
from casemgr_jd._frozen import in_order, strings
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.known import Worked, fact
from casemgr_jd.law import Job, Standing
from casemgr_jd.model._entry import settle
from casemgr_jd.model.choices import (
    Confidence,
    FindingKind,
    Severity,
    confidence_or_none,
    finding_kind_or_none,
    severity_or_none,
)
from casemgr_jd.model.citation import Citation
from casemgr_jd.reading.reads import known
from casemgr_jd.reading.source import Source, Span

if TYPE_CHECKING:
    from casemgr_jd.checks.inline import Inline
    from casemgr_jd.checks.terms import Terms
    from casemgr_jd.facts.facts import Facts
    from casemgr_jd.model.requisition import Suppression

__all__ = ["Check", "Context", "Hit", "NotApplicable"]


class NotApplicable(Exception):
    """Raised by a rule's function when the rule has nothing to say about this document."""


def _laws(values: Iterable[Standing[Any]]) -> tuple[Standing[Any], ...]:
    return in_order(values)


@node
@attrs.frozen(eq=False)
class Hit(ByContent):
    """Something a rule's function found; what it leaves out comes from the rule."""

    span: Span | None = None
    """Where; ``None`` for something that is missing from the document."""
    fields: Mapping[str, object] = attrs.field(factory=dict, hash=False)
    """Values for the ``{names}`` in the rule's message."""
    message: str = ""
    """In place of the rule's."""
    severity: Severity | None = attrs.field(default=None, converter=severity_or_none)
    """In place of the rule's: a ``Severity``, or its text."""
    kind: FindingKind | None = attrs.field(default=None, converter=finding_kind_or_none)
    """In place of the rule's: a ``FindingKind``, or its text."""
    confidence: Confidence | None = attrs.field(default=None, converter=confidence_or_none)
    """In place of the rule's: a ``Confidence``, or its text."""
    suggestions: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """What could be written instead."""
    citation: Citation | None = None
    """What it rests on; the rule's first source if left out."""
    path: str = ""
    """Where in the requisition, for what stands in no text."""
    line: int = 0
    """Where in the document, for what stands in no text of it, such as a comment."""
    laws: tuple[Standing[Any], ...] = attrs.field(default=(), converter=_laws)
    """The laws it goes against, and how they stand to the job."""
    times: int = 1
    """How often the like stands in the document, where it is told once."""

    def __attrs_post_init__(self) -> None:
        settle(self)


@node
@attrs.frozen(slots=False, kw_only=True)
class Context:
    """The document, what it says, and what else is known."""

    source: Source
    """The document as blocks of text."""
    today: date | None = None
    """The day of the check; ``None`` when the caller gave none: then no date is past or future."""
    posting: Any = None
    """The typed posting, if the document is one."""
    requisition: Any = None
    """The requisition (or an object with some of its attributes), if one is known."""
    whole: bool = True
    """Whether the document is a posting, however short, and not a mere piece of text."""
    catalog: Any = None
    """The content in use, where an employer has its own: what it says goes before the packaged benchmarks."""
    suppressions: tuple["Suppression", ...] = ()
    """The findings that are accepted by the requisition or the caller."""
    inline: tuple["Inline", ...] = ()
    """The findings that are accepted by comments in the document."""
    below: "Facts | None" = None
    """What the posting of the same job one tier below says, where tiers are checked beside each other."""
    rules: tuple[Rule, ...] = ()
    """The rules that run; their wording is looked up together."""

    @cached_property
    def facts(self) -> "Facts":
        """What the document says: pay, places, licenses … each with its span."""
        from casemgr_jd.facts.facts import Facts

        return Facts(self.source, self.requisition)

    @fact
    def job(self) -> Job:
        """The job as law sees it: what the requisition gives, else what the document says."""
        from casemgr_jd.checks.law.seen import seen_by_law

        return seen_by_law(self)

    @property
    def worked_out(self) -> dict[str, Worked]:
        """The properties that were asked for, those of the facts among them."""
        return self.facts.worked_out

    @cached_property
    def terms(self) -> "Terms":
        """Where the wording stands that rules look for."""
        from casemgr_jd.checks.terms import find_terms

        return find_terms(self.source, self.rules)

    def known(self, name: str) -> Any:
        """Return an attribute of the requisition, or ``None`` where it is not known."""
        self.source.notes.add(known(name))
        return getattr(self.requisition, name, None)


Check = Callable[[Context, Rule], Iterable[Hit]]
