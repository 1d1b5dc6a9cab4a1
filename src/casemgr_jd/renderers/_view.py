"""The facts that a plan is filled with, each looked at when a part asks for it."""

from collections.abc import Mapping
from typing import Any

from casemgr_jd.model.changes import replaced
from casemgr_jd.model.posting import Posting, over
from casemgr_jd.model.reading import display
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["FactsOver", "View"]


class View:
    """The facts that a plan is filled with: how slots read, and the posting; both when asked for.

    Args:
        posting: what the plan was made of.
        requisition: the facts.
        values: facts in place of those of *requisition*, settled.
        words: how slots read, where that is known and no fact is.
    """

    def __init__(
        self,
        posting: Posting,
        requisition: Requisition,
        values: Mapping[str, Any] | None = None,
        words: Mapping[str, str | None] | None = None,
    ) -> None:
        self._made_of = posting
        self._base = requisition
        self._values = values
        self._words = {**words} if words else {}
        self._requisition: Requisition | None = None if values else requisition
        self._posting: Posting | None = None
        # Reading a slot looks at a fact or two: making the whole requisition would cost more than that.
        self._facts: Any = FactsOver(requisition, values) if values else requisition
        self.facts: Any = None if words else self._facts
        """What slots are read from; nothing where their words were given."""

    @property
    def requisition(self) -> Requisition:
        """The facts.

        Raises:
            InputError: one of them contradicts another.
        """
        if self._requisition is None:
            self._requisition = replaced(self._base, self._values or {})
        return self._requisition

    @property
    def posting(self) -> Posting:
        """The posting over these facts.

        Raises:
            InputError: one of them contradicts another.
        """
        if self._posting is None:
            self._posting = over(self._made_of, self.requisition)
        return self._posting

    def word(self, slot: Slot) -> str | None:
        """Return how a slot reads; nothing where it is blank."""
        if slot.id not in self._words:
            self._words[slot.id] = display(self._facts, slot)
        return self._words[slot.id]


class FactsOver:
    """Some facts of its own, and those of a requisition for the rest."""

    def __init__(self, requisition: Requisition, values: Mapping[str, Any]) -> None:
        self.__dict__ |= values
        self._requisition = requisition

    def __getattr__(self, name: str) -> Any:
        return getattr(self._requisition, name)
