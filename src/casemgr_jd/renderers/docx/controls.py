"""Content controls: what stands for a slot that nobody has filled, and asks for it by its label."""

from casemgr_jd.model.slot import Slot, SlotKind
from casemgr_jd.renderers.docx.markup import BLANK, NUMBER, escape_xml, styled_run

__all__ = ["control"]

_LONGEST_NAME = 64
"""Word refuses a document with a control of a longer name."""


def control(slot: Slot, words: str) -> str:
    """Return the content control of *slot*, which stands between two runs and shows *words*.

    A slot of one of several choices is a drop-down list, one with mere suggestions a combo box, in which
    other words may be typed; a date has a date picker, and everything else is plain text. What stands
    between the marks of a blank binds all controls of one slot together, so that one filled fills all.

    Args:
        slot: what is to be filled.
        words: the placeholder, escaped.

    >>> "<w:dropDownList>" in control(Slot("a", "A", SlotKind.ONE_OF, options=("x",)), "[A]")
    True
    """
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{_name(slot.label)}"/><w:tag w:val="{_name(slot.base)}"/>'
        f'<w:id w:val="{NUMBER}"/>{BLANK}{_name(slot.base)}{BLANK}{words}{BLANK}{_kind(slot)}</w:sdtPr>'
        f"<w:sdtContent>{styled_run('PlaceholderText', words)}</w:sdtContent></w:sdt>"
    )


def _name(words: str) -> str:
    return escape_xml(words[:_LONGEST_NAME])


def _kind(slot: Slot) -> str:
    if slot.kind is SlotKind.DATE:
        return (
            '<w:date><w:dateFormat w:val="MMMM d, yyyy"/><w:storeMappedDataAs w:val="dateTime"/>'
            '<w:calendar w:val="gregorian"/></w:date>'
        )
    # Word refuses a list that holds the same entry twice, or an empty one.
    options = dict.fromkeys(filter(None, map(escape_xml, slot.options)))
    if not options:
        return "<w:text/>"
    name = "w:dropDownList" if slot.kind is SlotKind.ONE_OF else "w:comboBox"
    items = "".join(f'<w:listItem w:displayText="{one}" w:value="{one}"/>' for one in options)
    return f"<{name}>{items}</{name}>"
