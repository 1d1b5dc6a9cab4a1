"""What a plan takes from the cells of one fact: read, completed, and refused if the plan cannot have it."""

from collections.abc import Callable
from typing import Any

from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.posting import Posting
from casemgr_jd.serde.table.facts import FactReader

__all__ = ["Gate", "UnfitError"]


class UnfitError(InputError):
    """A row is well-formed, and not of the postings that this plan was made for."""


class Gate:
    """One fact of the rows that fill a plan.

    Args:
        reader: what reads the cells of this fact.
        posting: what the plan was made of.
        varying: names of the facts that may differ from row to row.
    """

    def __init__(self, reader: FactReader, posting: Posting, varying: tuple[str, ...]) -> None:
        self.name = reader.field
        self.pick: Callable[[tuple[Any, ...]], Any] = reader.pick
        self._reader = reader
        structure = posting.structure
        self._own = getattr(posting.requisition, self.name)
        self._completed = structure.completion.fact
        self._called = structure.completion.called if self.name == "tier" else None
        self._varies = self.name in varying
        self._part = structure.deciders.get(self.name)
        self._own_part = self._part(self._own) if self._part else None

    def value(self, raw: Any) -> Any:
        """Return what raw cells say, as the posting has it.

        Raises:
            InputError: they are not of the kind of this fact, or the plan cannot take what they say.
        """
        given = self._reader.value(raw)
        if self._called is not None and given != self._called:
            self._refuse_another(given)
        value = self._completed(self.name, given)
        # No call for what passes: in many a table nearly every value is new.
        if self._part is not None and self._part(value) != self._own_part:
            raise self._changing()
        if not self._varies and value != self._own:
            raise self._fixed()
        return value

    def _refuse_another(self, given: Any) -> None:
        """Refuse what has another name than the own, although it may stand for the same."""
        if self._part is not None and self._part(given) != self._own_part:
            raise self._changing()
        if not self._varies:
            raise self._fixed()

    def _changing(self) -> UnfitError:
        reason = f"this value of {self.name!r} changes which items stand in the posting"
        return UnfitError([self._refused(reason, "build a posting for it")])

    def _fixed(self) -> UnfitError:
        reason = f"{self.name!r} is not what this plan was made with, and does not vary in it"
        return UnfitError([self._refused(reason, "name it as varying")])

    def _refused(self, reason: str, hint: str) -> Problem:
        return Problem(", ".join(one.name for one in self._reader.columns), reason, hint)
