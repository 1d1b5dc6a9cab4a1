"""The board edition: 400 to 700 words, chosen by priority on the text with its blanks."""

from collections.abc import Iterable

from casemgr_jd.builder.select import Chosen, Selected
from casemgr_jd.model.slot import Slot

__all__ = ["shortened"]

_WORD_BUDGET = 490
_FIRST_PRIORITY_TO_WEIGH = 2


def shortened(sections: tuple[Selected, ...], slots: Iterable[Slot]) -> tuple[Selected, ...]:
    """Return the sections with as many items as fit, most essential first.

    The words counted are those of the text with its blanks, so that no value changes what stands.
    """
    blanks = {slot.id: slot.blank for slot in slots}
    ranked = _ranked(sections)
    kept: set[str] = set()
    spent = 0
    for item in ranked:
        cost = _words(item, blanks)
        if item.priority < _FIRST_PRIORITY_TO_WEIGH or spent + cost <= _WORD_BUDGET:
            kept.add(item.id)
            spent += cost
    trimmed = (
        section._replace(items=tuple(one for one in section.items if one.id in kept))
        for section in sections
    )
    return tuple(section for section in trimmed if section.items)


def _ranked(sections: tuple[Selected, ...]) -> list[Chosen]:
    items = [one for section in sections for one in section.items]
    return sorted(items, key=lambda item: item.priority)


def _words(item: Chosen, blanks: dict[str, str]) -> int:
    text = item.text.filled(lambda slot: blanks.get(slot, f"[{slot}]"))
    return len(f"{item.label} {text}".split())
