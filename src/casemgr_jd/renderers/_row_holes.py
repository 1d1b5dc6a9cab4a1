"""The holes of a plan that rows fill: each text is remembered by the raw cells that it rests on."""

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, TypeAlias

from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._gates import Gate
from casemgr_jd.renderers._plan_parts import LatePart, Part
from casemgr_jd.renderers._view import View
from casemgr_jd.serde.table.facts import is_memorable
from casemgr_jd.serde.table.rows import RowReader

__all__ = ["LateHole", "RowHole"]

_MOST_TEXTS = 128
"""Texts kept of one part: a batch fills hundreds of plans, and many values never come again."""
_FEW_TEXTS = 16
Take: TypeAlias = Callable[[Any], Any]


class RowTexts(dict[Any, str]):
    """Texts by the raw cells that they rest on; a new one is made straight from its cells.

    Args:
        take: takes what raw cells say; without it, of cells that are not known nothing is told.
        make: makes a text of it.
    """

    def __init__(self, take: Take | None = None, make: Take = str) -> None:
        super().__init__()
        self._take = take
        self._make = make
        self._most = _MOST_TEXTS

    def __missing__(self, raw: Any) -> str:
        if self._take is None:
            raise KeyError(raw)
        text: str = self._make(self._take(raw))
        if raw.__class__ is str or is_memorable(raw):
            self.keep(raw, text)
        return text

    def keep(self, raw: Any, text: str) -> None:
        """Remember the text of some cells."""
        if len(self) >= self._most:
            self.clear()
            # Of what differs in nearly every row little comes again.
            self._most = _FEW_TEXTS
        self[raw] = text


class RowHole:
    """A part of a plan, and its texts by the cells that they rest on.

    Args:
        part: what stands in the hole.
        reader: what reads the cells.
        gates: what takes the cells of each fact.
        common: the facts that all rows share.
    """

    def __init__(
        self, part: Part, reader: RowReader, gates: Mapping[str, Gate], common: Requisition
    ) -> None:
        self.part = part
        self._known = part.facts
        self.facts: tuple[str, ...] = tuple(name for name in reader.readers if name in part.facts)
        """The facts among the columns that the part rests on."""
        indexes = [one.position for name in self.facts for one in reader.columns.by_field[name]]
        self.pick: Callable[[Any], Any] = itemgetter(*indexes) if indexes else tuple
        self.texts = self._by_cells(gates, common)
        """Texts by raw cells."""

    def _by_cells(self, gates: Mapping[str, Gate], common: Requisition) -> RowTexts:
        """Return the texts, which cells of one fact give by themselves where no other decides them."""
        if len(self.facts) != 1:
            return RowTexts()
        (name,) = self.facts
        make = self.part.of_fact(name, common)
        return RowTexts(gates[name].value, make) if make else RowTexts()

    @property
    def has_grown(self) -> bool:
        """Whether the part turned out to rest on more facts."""
        return self.part.facts is not self._known

    def text(self, cells: tuple[Any, ...], view: View) -> str:
        """Return the text for a row that has been read."""
        key = self.pick(cells)
        if not is_memorable(key):
            return self.part.watched_text(view)
        text = self.texts.get(key)
        if text is None:
            text = self.part.watched_text(view)
            if not self.has_grown:
                self.texts.keep(key, text)
        return text


class LateHole:
    """A part of a plan that rests on how several slots read, and its texts by the texts of these.

    Args:
        part: what stands in the hole.
        places: where among the texts of a row those of other parts stand.
        constant: texts of parts that stand nowhere among them.
    """

    def __init__(
        self, part: LatePart, places: Mapping[Part, int], constant: Mapping[Part, str | None]
    ) -> None:
        self.part = part
        slots = part.slots.items()
        self._part = part.with_fixed(
            {name: constant[one] or "" for name, one in slots if one not in places}
        )
        self._pick = _picker([places[one] for one in self._part.slots.values()])
        self.texts = RowTexts()
        """Texts by what they rest on."""

    def text(self, texts: Sequence[str]) -> str:
        """Return the text for a row whose slots have these texts."""
        given = self._pick(texts)
        key = self._part.key(given)
        text = self.texts.get(key)
        if text is None:
            text = self._part.made(given)
            self.texts.keep(key, text)
        return text


def _picker(places: Sequence[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """Return what picks the texts at *places*, as a tuple however many they are."""
    if len(places) > 1:
        return itemgetter(*places)
    (place,) = places
    return lambda texts: (texts[place],)
