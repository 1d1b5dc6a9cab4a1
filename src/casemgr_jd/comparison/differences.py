"""What differs between two postings."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from casemgr_jd._attrs import fields, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import door, doors, node
from casemgr_jd._views import view
from casemgr_jd.comparison._entries import Entry, entries
from casemgr_jd.content.in_words import in_words, named, setting_noun
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.completion import says_guide
from casemgr_jd.model.document import Bullet, Document, Paragraph, walk
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.reading import display, open_ended
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot

__all__ = ["Comparison", "FactChange", "ItemChange", "compare"]

_BUILD = "build it first, with build(requisition) or .build()"


@frozen(eq=False)
class FactChange(ByContent):
    """A fact that the two requisitions give differently."""

    field: str
    """Name of the requisition field, such as ``"pay"``."""
    label: str
    """How a reader calls it, such as *Pay range*."""
    before: str
    """How it reads in the first posting; empty where it is not given."""
    after: str
    """How it reads in the second posting; empty where it is not given."""


@frozen(eq=False)
class ItemChange(ByContent):
    """An item, heading or row that stands in one posting only, reads otherwise, or has moved."""

    kind: str
    """``added``, ``removed``, ``reworded`` or ``moved``."""
    id: str
    """The guide item, or nothing where the words stand under no id."""
    section: str
    """Title of the section that it stands in (in the second posting, where it is in both)."""
    before: str
    """What a reader of the first posting sees; empty for what was added."""
    after: str
    """What a reader of the second posting sees; empty for what was removed."""
    moved_from: str = ""
    """Title of the section that it stood in, for what stands in another one now."""


@doors
@node
@frozen(eq=False)
class Comparison(ShowsItself):
    """Two postings and how they differ, as ``compare`` finds it; it renders as a document."""

    before: Posting
    """The first posting."""
    after: Posting
    """The second posting."""
    facts: tuple[FactChange, ...] = ()
    """Facts that differ, in the order of the requisition."""
    items: tuple[ItemChange, ...] = ()
    """Words that differ for another reason than a fact, in reading order."""

    @property
    def same(self) -> bool:
        """Whether a reader meets the same facts and the same words."""
        return not self.facts and not self.items

    def of_kind(self, kind: str) -> tuple[ItemChange, ...]:
        """Return the items that were ``added``, ``removed``, ``reworded`` or ``moved``."""
        return tuple(item for item in self.items if item.kind == kind)

    def to_document(self) -> Document:
        """Return the comparison as a document, which every text format, DOCX and PDF render."""
        made: Document = view(self, "document")
        return made

    def __repr__(self) -> str:
        return f"Comparison(facts={len(self.facts)}, items={len(self.items)})"


@door(before=_BUILD, after=_BUILD)
def compare(before: Posting, after: Posting) -> Comparison:
    """Return how *after* differs from *before*.

    A sentence whose only difference is the value of a fact counts as that fact, not as reworded, and so
    does a sentence of the employer's own. Other words for the same items of the guide are reworded.

    Args:
        before: the first posting.
        after: the second posting.

    >>> from casemgr_jd import build, Requisition
    >>> entry = build(Requisition(tier="entry", shift=["Day"]))
    >>> senior = build(Requisition(tier="senior", shift=["Day"]))
    >>> found = compare(entry, senior)
    >>> [change.field for change in found.facts]
    ['tier', 'title', 'experience_years']
    >>> found.of_kind("reworded")[0].id
    'general.day.meet.senior'
    """
    facts = tuple(_facts(before, after))
    told = frozenset(one.field for one in facts)
    old, new = (
        {k: v for k, v in entries(one).items() if v.field not in told} for one in (before, after)
    )
    return Comparison(before, after, facts, tuple(_items(old, _aligned(old, new))))


def _facts(before: Posting, after: Posting) -> Iterator[FactChange]:
    # An id means what either posting says under it: what one leaves out stands in the other.
    said = {entry.id: entry.shown for one in (after, before) for entry in entries(one).values()}
    told: set[str] = set()
    for one in fields(Requisition):
        old, new = (getattr(each.requisition, one.name) for each in (before, after))
        if old != new and not (one.name == "setting_name" and _follows_setting(before, after)):
            slot = _slot(one.name, after) or _slot(one.name, before)
            plain = one.name.replace("_", " ").capitalize()
            label = slot.label if slot and slot.label not in told else plain
            told.add(label)
            words = (_read(each, one.name, slot, said) for each in (before, after))
            yield FactChange(one.name, label, *words)


def _follows_setting(*postings: Posting) -> bool:
    """Tell whether the name of the setting is that of the guide, so that the setting says as much."""
    return all(
        one.requisition.setting_name == tuple(setting_noun(id_) for id_ in one.requisition.setting)
        for one in postings
    )


def _aligned(
    before: dict[tuple[object, ...], Entry], after: dict[tuple[object, ...], Entry]
) -> dict[tuple[object, ...], Entry]:
    """Return *after* with the keys of *before* where other words speak of the same matter."""
    waiting: dict[tuple[object, ...], list[tuple[object, ...]]] = {}
    for key, entry in before.items():
        if key not in after and entry.matter:
            waiting.setdefault(entry.matter, []).append(key)
    aligned: dict[tuple[object, ...], Entry] = {}
    for key, entry in after.items():
        known = waiting.get(entry.matter) if key not in before else None
        aligned[known.pop(0) if known else key] = entry
    return aligned


def _slot(name: str, posting: Posting) -> Slot | None:
    """Return the slot that shows a field; of several, the one that is named after it."""
    fitting = [slot for slot in posting.slots if (slot.field or slot.id) == name != "extra"]
    return min(fitting, key=lambda slot: not name.startswith(slot.id), default=None)


def _read(posting: Posting, name: str, slot: Slot | None, said: Mapping[str, str]) -> str:
    value = getattr(posting.requisition, name)
    if name == "omit":
        return in_words(tuple(said.get(one.id, one.id) for one in value))
    if says_guide(value):
        return _told(posting, name) or _ADOPTED
    words = named(name, value)
    shown = display(posting.requisition, slot) if slot is not None and words is value else None
    return shown or in_words(words)


_ADOPTED = "what the guide gives"
"""How a fact reads that is taken over from the guide, where the posting does not tell it."""


def _told(posting: Posting, name: str) -> str:
    """Return what the sentences of a posting say of a fact that no slot shows, without what labels it."""
    about = name.replace("_", " ")
    said = []
    for one in walk(posting.blocks):
        if isinstance(one, Bullet | Paragraph) and name in one.tells:
            label, mark, rest = one.text.filled(posting.read).partition(": ")
            said.append(rest if mark and about in label.casefold() else f"{label}{mark}{rest}")
    return "; ".join(map(open_ended, said))


def _items(
    before: dict[tuple[object, ...], Entry], after: dict[tuple[object, ...], Entry]
) -> Iterator[ItemChange]:
    stayed = _stayed(before, after)
    for key, old in before.items():
        if key not in after:
            yield ItemChange("removed", old.id, old.section, old.shown, "")
    for key, new in after.items():
        known = before.get(key)
        if known is None:
            yield ItemChange("added", new.id, new.section, "", new.shown)
        elif known.wording != new.wording:
            yield ItemChange("reworded", new.id, new.section, known.shown, new.shown)
        elif key not in stayed:
            was = known.section if known.section != new.section else ""
            yield ItemChange("moved", new.id, new.section, known.shown, new.shown, was)


def _stayed(
    before: dict[tuple[object, ...], Entry], after: dict[tuple[object, ...], Entry]
) -> set[tuple[object, ...]]:
    """Return the keys of the most entries that keep their section and their order."""
    place = {key: index for index, key in enumerate(before)}
    kept = [
        key
        for key, entry in after.items()
        if key in before and before[key].place[0] == entry.place[0]
    ]
    return {kept[index] for index in _longest_rising([place[key] for key in kept])}


def _longest_rising(numbers: list[int]) -> list[int]:
    """Return the indices of a longest rising part of *numbers*, last one first."""
    ends: list[int] = []
    ending_at: list[int] = []
    previous: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        previous.append(ending_at[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        ending_at[length : length + 1] = [index]
    rising = [ending_at[-1]] if ending_at else []
    while rising and previous[rising[-1]] >= 0:
        rising.append(previous[rising[-1]])
    return rising
