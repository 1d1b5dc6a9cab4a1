"""What the machine formats share: a crosswalk that is run, and a report of what it cannot carry."""

from collections.abc import Iterable
from json import dumps
from typing import Any, ClassVar

from casemgr_jd.errors import RenderError
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import EMPTY, Job, Row, filled
from casemgr_jd.renderers.losses import Loss, losses_of

__all__ = ["PayloadRenderer", "posting_of"]


def posting_of(document: Document, name: str) -> Posting:
    """Return *document* as the posting that format *name* needs.

    Raises:
        RenderError: it is a report, a kit or another document that is no posting.
    """
    if isinstance(document, Posting):
        return document
    raise RenderError(
        f"the format {name!r} carries postings only, not a {type(document).__name__}; "
        "use html, markdown or text"
    )


class PayloadRenderer:
    """A format made of named fields, each of which a row of ``rows`` fills.

    The context changes nothing here: tips for the writer are never published.
    """

    name: ClassVar[str] = ""
    media_type: ClassVar[str] = "application/json"
    suffix: ClassVar[str] = ".json"
    rows: tuple[Row, ...] = ()
    """The crosswalk: which field holds what."""
    wanted: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Fields that the format requires and no fact of ours can fill, each with what to do."""

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return a posting in this format.

        Raises:
            RenderError: the document is no posting, or a value is beyond a limit of the format.
        """
        return self.written(self.payload(posting_of(document, self.name)))

    def payload(self, posting: Posting) -> dict[str, Any]:
        """Return the fields as plain data."""
        return filled(self.rows, self.jobs(posting)[0])

    def written(self, payload: dict[str, Any]) -> str:
        """Return plain data as the text of this format."""
        return dumps(payload, ensure_ascii=False, indent=2) + "\n"

    def jobs(self, posting: Posting) -> tuple[Job, ...]:
        """Return what the output lists: one job, at the first place of the posting."""
        places = posting.requisition.locations
        return (Job(posting, places[0] if places else None, posting.requisition.requisition_id),)

    # --- the report ----------------------------------------------------------------------------

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return each fact that is neither in a field nor in the text, and each required field left out."""
        return (*self.lost(posting), *self.omissions(posting))

    def lost(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the given facts that the output does not hold anywhere."""
        rows = self._rows_made(posting)
        return tuple(
            Loss(loss.field, f"in no field of {self.name}, and {_lowered(loss.reason)}")
            for loss in losses_of(posting)
            if not any(row.part(loss.field) for row in rows)
        )

    def folded(self, posting: Posting) -> tuple[str, ...]:
        """Return the given facts that stand in the text only, in no field of their own."""
        rows = self._rows_made(posting)
        lost = {loss.field for loss in losses_of(posting)}
        return tuple(
            name
            for name in posting.requisition.given
            if name not in lost and not any(row.part(name) for row in rows)
        )

    def omissions(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the fields that the format requires and the posting has no fact for."""
        jobs = self.jobs(posting)
        missing = [
            Loss(
                ", ".join(row.ours) or row.theirs,
                f"{self.name} requires {row.theirs}; nothing fit for it is given, so it is left out",
            )
            for row in self.rows
            if row.need == "required" and any(row.made(job) is None for job in jobs)
        ]
        return (*missing, *(Loss(name, reason) for name, reason in self.wanted))

    def _rows_made(self, posting: Posting) -> list[Row]:
        jobs = self.jobs(posting)
        return [
            row
            for row in self.rows
            if row.exact and any(row.made(job) not in (None, EMPTY) for job in jobs)
        ]


def refused(problems: Iterable[str], name: str) -> None:
    """Raise one error for everything that is beyond a limit of format *name*, if anything is."""
    found = list(problems)
    if found:
        raise RenderError(f"{name} cannot take this posting:\n" + "\n".join(found))


def _lowered(reason: str) -> str:
    return reason[:1].lower() + reason[1:]
