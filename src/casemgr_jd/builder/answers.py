"""What the facts of one requisition answer to the questions that items ask, each found once."""

from collections.abc import Hashable, Iterable, Iterator
from typing import Any, Protocol

from casemgr_jd._reading import reader_of
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.condition import Condition, Situation, is_filled
from casemgr_jd.model.item import Item
from casemgr_jd.model.reading import is_blank, is_plain
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text

__all__ = ["Agrees", "Answers", "IsBlank", "IsNotFilled", "LeftOut", "Question", "Words"]


class Question(Protocol):
    """What an item asks of the facts; one object for each, so that asking is no more than looking up."""

    rests_on_traits: bool
    """Whether the answer follows from the traits that hold, and from nothing else."""

    def answer(self, situation: Situation, lawful: Lawful) -> Hashable: ...


class LeftOut:
    """Questions that facts answer by being left out: all of them are answered at once."""

    def __init__(self, questions: "Iterable[IsNotFilled | IsBlank]") -> None:
        self._questions = tuple(one for one in questions if one.field)
        self._facts = reader_of(one.field for one in self._questions)

    def answers(self, requisition: Requisition) -> "Iterator[tuple[Question, bool]]":
        """Return each question with its answer."""
        facts = self._facts(requisition)
        left_out = [one is None or one == () or one == "" for one in facts]
        return zip(self._questions, left_out, strict=True)


class Answers(dict[Question, Any]):
    """The answers of one requisition.

    Args:
        situation: of the requisition.
        lawful: law at the place.
        left_out: the questions that facts answer by being left out.
        of_traits: what was answered before where the same traits held; more is added to it.
    """

    def __init__(
        self,
        situation: Situation,
        lawful: Lawful,
        left_out: LeftOut,
        of_traits: dict[Question, Any],
    ) -> None:
        super().__init__(of_traits)
        self.update(left_out.answers(situation.requisition))
        self._situation = situation
        self._lawful = lawful
        self._of_traits = of_traits

    def __missing__(self, question: Question) -> Any:
        answer = self[question] = question.answer(self._situation, self._lawful)
        if question.rests_on_traits:
            self._of_traits[question] = answer
        return answer


class IsNotFilled:
    """Whether a field is left out; ``name`` is what the words wait for then."""

    rests_on_traits = False

    def __init__(self, name: str) -> None:
        self.name = name
        self.field: str = name if name in FACTS and name != "extra" else ""
        """The fact that alone decides, by being left out; empty where it is not as simple."""

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return not is_filled(situation.requisition, self.name)


class IsBlank:
    """Whether nothing fills a slot; ``name`` is what the words wait for then."""

    rests_on_traits = False

    def __init__(self, slot: Slot) -> None:
        self.name = slot.id if slot.field == "extra" else slot.field
        self._slot = slot
        self.field: str = slot.field if is_plain(slot) and slot.field in FACTS else ""
        """The fact that alone decides, by being left out; empty where it is not as simple."""

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return is_blank(situation.requisition, self._slot)


class Agrees:
    """Whether facts other than what is given speak for an item."""

    def __init__(self, when: Condition) -> None:
        self._when = when
        self.rests_on_traits: bool = not (when.blank or when.place)

    def answer(self, situation: Situation, lawful: Lawful) -> bool:
        return self._when.agrees(situation)


class Words:
    """The words that law at the place leaves a condition of hire; nothing where it is better left out."""

    rests_on_traits = False

    def __init__(self, item: Item, text: Text) -> None:
        self._item = item
        self._text = text

    def answer(self, situation: Situation, lawful: Lawful) -> Text | None:
        return lawful.words(self._item, self._text)
