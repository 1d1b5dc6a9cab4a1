"""Plans of formats whose output is a file: a text plan, and what makes a file of its text."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.changes import changed
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.plan import Plan, planned

if TYPE_CHECKING:
    from casemgr_jd.renderers.plan_rows import Outcome, RowFiller
    from casemgr_jd.renderers.protocol import Renderer
    from casemgr_jd.serde.table.rows import RowReader
    from casemgr_jd.serde.table.table_map import TableMap

__all__ = ["FilePlan"]


class FilePlan(ShowsItself):
    """A file with holes: made by ``renderer.plan(posting, varying=[...])``.

    It does what a ``Plan`` does, and each filling is the bytes of a file.

    Args:
        plan: the plan of the text inside the file.
        file: takes the posting and its text, returns the file.
        origin: the renderer whose ``plan`` made this.

    >>> from casemgr_jd import draft
    >>> from casemgr_jd.renderers.docx.renderer import DocxRenderer
    >>> posting = draft().fill(organization="Harbor Care").build()
    >>> plan = DocxRenderer().plan(posting, varying=["organization"])
    >>> plan.exact, plan.fill(organization="Lakeside Health")[:2]
    (True, b'PK')
    """

    def __init__(
        self, plan: Plan, file: Callable[[Posting, str], bytes], origin: "Renderer"
    ) -> None:
        self._plan = plan
        self._file = file
        self.origin = origin
        """The renderer whose ``plan`` made this."""

    @property
    def posting(self) -> Posting:
        """What is rendered."""
        return self._plan.posting

    @property
    def varying(self) -> tuple[str, ...]:
        """Names of the requisition fields that may differ."""
        return self._plan.varying

    @property
    def slots(self) -> tuple[str, ...]:
        """Ids of the slots that read one of them."""
        return self._plan.slots

    @property
    def exact(self) -> bool:
        """Whether the text is joined; where a hook looked into a value, each is rendered afresh."""
        return self._plan.exact

    @property
    def reason(self) -> str:
        """Why it is not exact; empty where it is."""
        return self._plan.reason

    def fill(self, **values: Any) -> bytes:
        """Return the posting with *values* of the varying fields; a field left out keeps its value.

        Raises:
            PlanError: a field was not declared as varying, or its value changes which items stand.
            InputError: a value is not of its field's kind.
        """
        text = self._plan.fill(**values)
        return self.file(changed(self.posting.requisition, values), text)

    def render(self, requisition: Requisition) -> bytes:
        """Return the posting with the facts of *requisition*, such as the one it was built from.

        Raises:
            PlanError: a fact differs that was not declared as varying, or changes which items stand.
        """
        facts = self._plan.facts(requisition)
        return self.file(facts, self._plan.render(facts))

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[bytes]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def rows(
        self,
        table: Any,
        *,
        header: Iterable[str] | None = None,
        table_map: "TableMap | None" = None,
    ) -> "Iterator[Outcome]":
        """Yield what became of each row of a table of raw cells, as ``Plan.rows`` does.

        Raises:
            InputError: the table is none, or a column is no field.
        """
        from casemgr_jd.renderers.plan_rows import outcomes

        return outcomes(self._plan, table, header, table_map, self.file)

    def filler(self, reader: "RowReader") -> "RowFiller":
        """Return what fills this plan from rows; its ``output`` takes the cells of one."""
        from casemgr_jd.renderers.plan_rows import RowFiller

        return RowFiller(self._plan, reader, self.file)

    def file(self, requisition: Requisition, text: str) -> bytes:
        """Return the file of a text that the plan of the text gave for *requisition*."""
        return self._file(self._plan.anew(requisition), text)

    @property
    def text_plan(self) -> Plan:
        """The plan of the text inside the file."""
        return self._plan

    def __reduce__(self) -> tuple[Any, ...]:
        return planned, (self.origin, self.posting, self.varying, self._plan.context)

    def __repr__(self) -> str:
        return f"File{self._plan!r}"
