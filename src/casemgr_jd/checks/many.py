"""The reports on many documents as one, and the documents that could not be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._names import counted
from casemgr_jd._shown import shown
from casemgr_jd._views import view
from casemgr_jd.checks.report import NOTICE, Finding, Report
from casemgr_jd.checks.rule import SEVERITIES
from casemgr_jd.model._display import ShowsItself

if TYPE_CHECKING:
    from casemgr_jd.model.document import Document

__all__ = ["Reports", "Unreadable"]


@attrs.frozen(eq=False)
class Unreadable(ByContent):
    """A document that could not be checked, and why."""

    document: str = attrs.field(converter=shown)
    reason: str


@attrs.frozen(kw_only=True, repr=False, eq=False)
class Reports(ShowsItself):
    """All findings on many documents.

    >>> Reports(reports=(Report(document="a.md"), Report(document="b.md"))).passed
    True
    """

    reports: tuple[Report, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    notice: str = NOTICE

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def __bool__(self) -> bool:
        return True  # no report is still an answer

    @property
    def counts(self) -> dict[str, int]:
        """How many findings there are of each severity."""
        return {name.value: sum(one.counts[name] for one in self) for name in SEVERITIES}

    @property
    def suppressed(self) -> int:
        """How many findings were left out because they are accepted."""
        return sum(one.suppressed for one in self)

    @property
    def passed(self) -> bool:
        """Whether every document could be read, and nothing of severity error or warning was found."""
        return not self.unreadable and all(one.passed for one in self)

    def at_or_above(self, severity: str) -> tuple[Finding, ...]:
        """Return the findings that are at least this severe (``error``, ``warning``, ``info``)."""
        return tuple(finding for one in self for finding in one.at_or_above(severity))

    def to_dict(self) -> dict[str, Any]:
        """Return the reports as plain data."""
        made: dict[str, Any] = view(self, "dict")
        return made

    def to_text(self, *, color: bool = False) -> str:
        """Return the reports for a terminal: a line for each document first, then its findings."""
        made: str = view(self, "text", color=color)
        return made

    def to_json(self) -> str:
        """Return the reports as JSON text."""
        made: str = view(self, "json")
        return made

    def to_document(self) -> "Document":
        """Return the reports as one document."""
        made: Document = view(self, "document")
        return made

    def to_law(self) -> "Document":
        """Return what rests on law, as a document for counsel, by jurisdiction."""
        made: Document = view(self, "law")
        return made

    def to_sarif(self) -> dict[str, Any]:
        """Return all reports as one SARIF 2.1.0 log with one run."""
        made: dict[str, Any] = view(self, "sarif")
        return made

    def __repr__(self) -> str:
        read = counted(len(self), "document")
        return f"Reports({read}, {len(self.unreadable)} unreadable)"
