"""Plans of formats whose output is a file: a text plan, and what makes a file of its text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from attrs import evolve

from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.plan import Plan

__all__ = ["FilePlan"]


class FilePlan:
    """A file with holes: made by ``renderer.plan(posting, varying=[...])``.

    It does what a ``Plan`` does, and each filling is the bytes of a file.

    Args:
        plan: the plan of the text inside the file.
        file: takes the posting and its text, returns the file.

    >>> from casemgr_jd import draft
    >>> from casemgr_jd.renderers.docx.renderer import DocxRenderer
    >>> plan = DocxRenderer().plan(draft().build(), varying=["organization"])
    >>> plan.exact, plan.fill(organization="Lakeside Health")[:2]
    (True, b'PK')
    """

    def __init__(self, plan: Plan, file: Callable[[Posting, str], bytes]) -> None:
        self._plan = plan
        self._file = file

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
        return self._made(evolve(self.posting.requisition, **values), self._plan.fill(**values))

    def render(self, requisition: Requisition) -> bytes:
        """Return the posting with the varying fields of *requisition*.

        Raises:
            PlanError: a value of it changes which items stand in the posting.
        """
        return self._made(requisition, self._plan.render(requisition))

    def render_rows(self, requisitions: Iterable[Requisition]) -> Iterator[bytes]:
        """Yield the posting for each requisition, lazily."""
        return map(self.render, requisitions)

    def _made(self, requisition: Requisition, text: str) -> bytes:
        return self._file(evolve(self.posting, requisition=requisition), text)

    def __repr__(self) -> str:
        return f"File{self._plan!r}"
