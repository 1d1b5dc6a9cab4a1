"""A candidate: an item that may stand in a posting, and all that it asks of the facts."""

from casemgr_jd.builder.answers import Agrees, IsBlank, IsNotFilled, Words
from casemgr_jd.builder.chosen import Chosen
from casemgr_jd.model.item import Item
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.model.traits import TRAITS

__all__ = ["Candidate"]


_CHOICES = frozenset({"title", "setting", "role", "tier"})


class Candidate:
    """An item that stands unless facts speak against it, in the words for its role."""

    def __init__(
        self,
        item: Item,
        text: Text,
        form: str,
        slots: tuple[Slot, ...],
        names_only: frozenset[str],
        waits_for: tuple[IsNotFilled | IsBlank, ...],
        stands_without: tuple[IsNotFilled | IsBlank, ...] = (),
    ) -> None:
        self.item: Item = item
        self.text: Text = text
        self.slots: tuple[Slot, ...] = slots
        """The slots of the words."""
        self.told_by: frozenset[str] = frozenset(
            (item.condition, *(slot.field for slot in slots))
        ) - {""}
        """Requisition fields that the words tell."""
        self.waits_for: tuple[IsNotFilled | IsBlank, ...] = waits_for
        """What must be given: a yes to any of these, and it waits."""
        self.asks: tuple[IsNotFilled | IsBlank, ...] = (*waits_for, *stands_without)
        """Of which facts it matters whether they are left out."""
        when = item.when
        is_bound = bool(when.traits or when.lacks or when.blank or when.place)
        self.agrees: Agrees | None = Agrees(when) if is_bound else None
        """Asks whether facts other than what is given speak for it, where they may speak against it."""
        self.words: Words | None = Words(item, text) if item.condition else None
        """Asks for the words that law leaves it, where law may have a wish."""
        told = tuple(dict.fromkeys(TRAITS[one].field for one in when.traits if one in TRAITS))
        made = item.form or form
        # A trait of a choice tells no fact: what a specialty brings is true of any job of that title.
        is_of_choices = _CHOICES.issuperset(told)
        is_true_of_any = is_of_choices and not item.condition and names_only.issuperset(text.slots)
        self.chosen: Chosen = Chosen(
            *(item.id, text, item.label, item.priority, made, item.states, told, item.unsaid),
            is_true_of_any,
        )
        """How it stands, where law has no other words and all that it states is new."""
