"""What a check found: findings in a fixed order, and how many of each severity."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import doors, node
from casemgr_jd._frozen import in_order, strings
from casemgr_jd._shown import shown
from casemgr_jd._views import view
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.errors import UnknownNameError
from casemgr_jd.law import Standing, Surveyed
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._entry import settle
from casemgr_jd.model.choices import Confidence, FindingKind, Severity, finding_kind
from casemgr_jd.model.choices import confidence as as_confidence
from casemgr_jd.model.choices import severity as as_severity
from casemgr_jd.model.citation import Citation

if TYPE_CHECKING:
    from casemgr_jd.facts.posting import PostingFacts
    from casemgr_jd.model.document import Document

__all__ = ["NOTICE", "Accepted", "Finding", "Outcome", "Report"]

NOTICE = "This report is information, not legal advice."


def _laws(values: Iterable[Standing[Any]]) -> tuple[Standing[Any], ...]:
    return in_order(values)


def _findings(values: "Iterable[Finding]") -> "tuple[Finding, ...]":
    return in_order(values)


def _outcomes(values: "Iterable[Outcome]") -> "tuple[Outcome, ...]":
    return in_order(values)


def _accepted(values: "Iterable[Accepted]") -> "tuple[Accepted, ...]":
    return in_order(values)


def _surveyed(values: Iterable[Surveyed]) -> tuple[Surveyed, ...]:
    return in_order(values)


@node
@attrs.frozen(kw_only=True, eq=False)
class Finding(ShowsItself):
    """One thing to change or to look at, and where it stands."""

    code: str
    """Code of the rule that found it."""
    slug: str
    """The code in words."""
    severity: Severity = attrs.field(converter=as_severity)
    """How much it weighs."""
    kind: FindingKind = attrs.field(converter=finding_kind)
    """Whether it is wrong, or for a person to look at."""
    confidence: Confidence = attrs.field(converter=as_confidence)
    """How sure it is."""
    message: str
    """What to do, in one or two sentences."""
    match: str = ""
    """The text it is about, as it stands in the document; empty where something is missing."""
    line: int = 0
    """Line in the document, from 1 (the paragraph in a DOCX file); 0 where there is none."""
    column: int = 0
    """Column of its first character, from 1; 0 where there is none."""
    end_line: int = 0
    """Line of its last character; 0 where there is none."""
    end_column: int = 0
    """The column after its last character; 0 where there is none."""
    path: str = ""
    """The node in a typed posting, such as ``sections[2].blocks[0].bullets[1]``."""
    suggestions: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """What could be written instead."""
    citation: Citation | None = None
    """What it rests on."""
    excerpt: str = ""
    """The block of text it stands in."""
    offset: int = 0
    """Where the match starts in the excerpt."""
    field: str = ""
    """The field of the requisition that the words come from, where they do."""
    also: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """The other places where the same words stand: lines, or paths."""
    laws: tuple[Standing[Any], ...] = attrs.field(default=(), converter=_laws, hash=False)
    """The laws it goes against, and how they stand to the job."""
    times: int = 1
    """How often the same words stand in the document; ``also`` names the first hundred places."""

    def __repr__(self) -> str:
        where = f", {self.place!r}" if self.place else ""
        return f"Finding({self.code!r}, {self.severity!r}{where}, {self.message!r})"

    def __attrs_post_init__(self) -> None:
        settle(self)

    @property
    def place(self) -> str:
        """Line and column, or the path in a typed posting; empty for what is missing."""
        return f"{self.line}:{max(self.column, 1)}" if self.line else self.path


@attrs.frozen(eq=False)
class Accepted(ByContent):
    """A finding that is accepted, and why."""

    finding: Finding
    reason: str
    until: date | None = None


@attrs.frozen(eq=False)
class Outcome(ByContent):
    """How one rule came out: ``fail``, ``review``, ``pass`` or ``not_applicable``."""

    code: str
    kind: FindingKind = attrs.field(converter=finding_kind)


@doors
@node
@attrs.frozen(kw_only=True, repr=False, eq=False)
class Report(ShowsItself):
    """All findings on one document.

    >>> report = Report(document="posting.md")
    >>> report, report.passed
    (Report('posting.md': No findings.), True)
    """

    document: str = attrs.field(converter=shown)
    """Name of what was checked, such as the name of its file."""
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=_findings)
    """What was found, in reading order."""
    outcomes: tuple[Outcome, ...] = attrs.field(default=(), converter=_outcomes)
    """One for each rule that ran, in the order of their codes."""
    notes: tuple[str, ...] = attrs.field(default=(), converter=strings)
    """What the reader should know about the check itself, e.g. that the packaged facts are old."""
    accepted: tuple[Accepted, ...] = attrs.field(default=(), converter=_accepted)
    """Findings that were left out because they are accepted."""
    reading: "PostingFacts | None" = attrs.field(default=None, eq=False)
    """What was understood of the document."""
    surveyed: tuple[Surveyed, ...] = attrs.field(default=(), converter=_surveyed, hash=False)
    """The places whose law was looked at, and what applied."""
    today: date | None = None
    """The day of the check."""
    notice: str = NOTICE
    """What every report says of itself."""

    @property
    def suppressed(self) -> int:
        """How many findings were left out because they are accepted."""
        return len(self.accepted)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def __len__(self) -> int:
        return len(self.findings)

    def __bool__(self) -> bool:
        return True  # an empty report is still a report

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        return {one.value: sum(f.severity is one for f in self.findings) for one in Severity}

    @property
    def passed(self) -> bool:
        """Whether nothing of severity error or warning was found."""
        return not self.at_or_above("warning")

    def at_or_above(self, severity: Severity | str) -> tuple[Finding, ...]:
        """Return the findings that are at least this severe (``error``, ``warning``, ``info``).

        Raises:
            UnknownNameError: there is no such severity.
        """
        if severity not in SEVERITIES:
            raise UnknownNameError("severity", severity, SEVERITIES)
        wanted = SEVERITIES[: SEVERITIES.index(Severity(severity)) + 1]
        return tuple(finding for finding in self.findings if finding.severity in wanted)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data, as the schema of ``casemgr-jd check --schema`` describes it."""
        made: dict[str, Any] = view(self, "dict")
        return made

    def to_text(self, *, color: bool = False) -> str:
        """Return the report for a terminal: each finding with its excerpt."""
        made: str = view(self, "text", color=color)
        return made

    def to_json(self) -> str:
        """Return the report as JSON text."""
        made: str = view(self, "json")
        return made

    def to_document(self) -> "Document":
        """Return the report as a document, for HTML, Markdown and the other text formats."""
        made: Document = view(self, "document")
        return made

    def to_sarif(self) -> dict[str, Any]:
        """Return the report as a SARIF 2.1.0 log, for code scanning."""
        made: dict[str, Any] = view(self, "sarif")
        return made

    def __repr__(self) -> str:
        return f"Report({self.document!r}: {view(self, 'summary')})"

    def __str__(self) -> str:
        return self.to_text()
