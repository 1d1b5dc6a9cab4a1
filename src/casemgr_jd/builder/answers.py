"""What the facts of one requisition answer to the questions that items ask, each found once."""

from collections.abc import Hashable
from typing import Any, Protocol

from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.condition import Condition, Situation, is_filled
from casemgr_jd.model.item import Item
from casemgr_jd.model.reading import facts_of, is_blank
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text

__all__ = ["Agrees", "Answers", "IsBlank", "IsNotFilled", "Question", "Words"]


class Question(Protocol):
    """What an item asks of the facts; one object for each, so that an answer is found by it."""

    def answer(self, situation: Situation, lawful: Lawful) -> Hashable: ...


class Answers(dict[Question, Any]):
    """The answers of one requisition.

    Args:
        situation: of the requisition.
        lawful: law at the place.
    """

    def __init__(self, situation: Situation, lawful: Lawful) -> None:
        super().__init__()
        self._situation = situation
        self._lawful = lawful

    def __missing__(self, question: Question) -> Any:
        answer = self[question] = question.answer(self._situation, self._lawful)
        return answer


class IsNotFilled:
    """Whether a field is left out; ``name`` is what the words wait for then."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.fields: tuple[str, ...] = (name,) if name in FACTS else ()
        """The facts that decide; none where the answer is always the same."""

    def is_left_out(self, requisition: Requisition) -> bool:
        """Tell whether *requisition* leaves it out."""
        return not is_filled(requisition, self.name)

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return self.is_left_out(situation.requisition)


class IsBlank:
    """Whether nothing fills a slot; ``name`` is what the words wait for then."""

    def __init__(self, slot: Slot) -> None:
        self.name: str = slot.id if slot.field == "extra" else slot.field
        self._slot = slot
        read = dict.fromkeys((*facts_of(slot), slot.base))
        self.fields: tuple[str, ...] = tuple(one for one in read if one in FACTS)
        """The facts that decide; none where the answer is always the same."""

    def is_left_out(self, requisition: Requisition) -> bool:
        """Tell whether *requisition* leaves it blank."""
        return is_blank(requisition, self._slot)

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return self.is_left_out(situation.requisition)


class Agrees:
    """Whether facts other than what is given speak for an item."""

    def __init__(self, when: Condition) -> None:
        self._when = when

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return self._when.agrees(situation)


class Words:
    """The words that law at the place leaves a condition of hire; nothing where it is better left out."""

    def __init__(self, item: Item, text: Text) -> None:
        self._item = item
        self._text = text

    def answer(self, situation: Situation, lawful: Lawful) -> Text | None:
        return lawful.words(self._item, self._text)
