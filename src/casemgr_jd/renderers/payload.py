"""What the machine formats share: a crosswalk that is run, and a report of what it cannot carry."""

from collections.abc import Iterable, Iterator
from json import dumps
from typing import Any, ClassVar

from casemgr_jd.errors import RenderError
from casemgr_jd.model.document import Document
from casemgr_jd.model.posting import Posting
from casemgr_jd.renderers.acceptance import Remark, remarks_on
from casemgr_jd.renderers.blanks import without_blanks
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.crosswalk import EMPTY, Job, Row, filled
from casemgr_jd.renderers.losses import Loss, losses_of
from casemgr_jd.renderers.options import Configured
from casemgr_jd.renderers.outlets import OUTLETS, Outlet, outlet_named

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


def _refused(value: object) -> object:
    raise RenderError(f"a payload is plain data, and holds a {type(value).__name__}")


class PayloadRenderer(Configured):
    """A format made of named fields, each of which a row of ``rows`` fills.

    What the outlet would refuse is refused here, each thing with what to do; a context that allows an
    incomplete posting lets pass what is missing. A blank is never published: what holds one is left out,
    and told among the losses. Tips for the writer are never published either.
    """

    name: str = ""
    media_type: str = "application/json"
    suffix: str = ".json"
    outlet_id: ClassVar[str] = ""
    """The outlet that the format is for, where it is not called like the format."""
    rows: tuple[Row, ...] = ()
    """The crosswalk: which field holds what."""

    @property
    def outlet(self) -> Outlet:
        """What the outlet of this format requires, forbids and limits, as far as we know it."""
        name = self.outlet_id or self.name
        return outlet_named(name) if name in OUTLETS else Outlet.unknown(name)

    @property
    def option_tables(self) -> tuple[str, ...]:
        """The name of the format, and that of the outlet."""
        return (self.name, self.outlet.id)

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return a posting in this format.

        Raises:
            RenderError: the document is no posting, or the outlet would refuse it; every reason is named.
        """
        posting = posting_of(document, self.name)
        self.require_accepted(posting, context)
        return self.written(self.payload(posting))

    def require_accepted(self, posting: Posting, context: RenderContext = DEFAULT) -> None:
        """Refuse what the outlet would refuse; what is missing passes, where *context* allows it.

        Raises:
            RenderError: the outlet would refuse the posting; every reason is named, with what to do.
        """
        refused(told(self.refusals(posting, context)), self.outlet.name)

    def refusals(self, posting: Posting, context: RenderContext = DEFAULT) -> tuple[Remark, ...]:
        """Return the remarks of the outlet for which it would refuse *posting*."""
        return tuple(
            one
            for one in remarks_on(posting, self)
            if one.severity == "error" and not (one.missing and context.allow_incomplete)
        )

    def payload(self, posting: Posting) -> dict[str, Any]:
        """Return the fields as plain data; sentences in which a blank still stands are left out."""
        whole = without_blanks(posting)
        return filled(self.rows, self.jobs(whole)[0])

    def written(self, payload: dict[str, Any]) -> str:
        """Return plain data as the text of this format."""
        return dumps(payload, ensure_ascii=False, indent=2, default=_refused) + "\n"

    def jobs(self, posting: Posting) -> tuple[Job, ...]:
        """Return what the output lists: one job, at the first place of the posting."""
        places = posting.requisition.locations
        return (Job(posting, places[0] if places else None, posting.requisition.requisition_id),)

    # --- the report ----------------------------------------------------------------------------

    def losses(self, posting: Posting) -> tuple[Loss, ...]:
        """Return each fact that is neither in a field nor in the text, and what the outlet lacks."""
        return (*self.lost(posting), *self.omissions(posting))

    def lost(self, posting: Posting) -> tuple[Loss, ...]:
        """Return the given facts that the output does not hold anywhere."""
        whole = without_blanks(posting)
        rows = self._rows_made(whole)
        return tuple(
            Loss(loss.field, f"in no field of {self.name}, and {_lowered(loss.reason)}")
            for loss in losses_of(whole)
            if not any(row.part(loss.field) for row in rows)
        )

    def folded(self, posting: Posting) -> tuple[str, ...]:
        """Return the given facts that stand in the text only, in no field of their own."""
        whole = without_blanks(posting)
        rows = self._rows_made(whole)
        lost = {loss.field for loss in losses_of(whole)}
        return tuple(
            name
            for name in posting.requisition.given
            if name not in lost and not any(row.part(name) for row in rows)
        )

    def omissions(self, posting: Posting) -> tuple[Loss, ...]:
        """Return what the outlet would refuse or advise against, as things that are lost."""
        return tuple(
            Loss(one.problem.path, f"{one.reason} ({one.remedy})" if one.remedy else one.reason)
            for one in remarks_on(posting, self)
            if one.severity != "info"
        )

    def _rows_made(self, posting: Posting) -> list[Row]:
        jobs = self.jobs(posting)
        return [
            row
            for row in self.rows
            if row.exact and any(row.made(job) not in (None, EMPTY) for job in jobs)
        ]


def told(found: Iterable[Remark]) -> Iterator[str]:
    """Yield remarks as lines, with the blanks in one line."""
    found = tuple(found)
    blank = dict.fromkeys(one.fact for one in found if one.is_blank)
    if blank:
        yield f"still blank: {', '.join(blank)} (fill them in, or leave out what asks for them)"
    yield from (str(one) for one in found if not one.is_blank)


def refused(problems: Iterable[str], name: str) -> None:
    """Raise one error for everything for which *name* would refuse a posting, if there is anything."""
    found = list(problems)
    if found:
        raise RenderError(f"{name} would refuse this:\n" + "\n".join(found))


def _lowered(reason: str) -> str:
    return reason[:1].lower() + reason[1:]
