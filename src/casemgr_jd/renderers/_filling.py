"""Filling a plan again and again: of its parts, only those are made anew whose facts have changed."""

from collections.abc import Iterable
from itertools import compress, count
from operator import is_not
from typing import Any

from casemgr_jd._reading import reader_of
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._plan_parts import LatePart, Part
from casemgr_jd.renderers._view import View

__all__ = ["Filling"]

_NO_FACT = object()


class Filling:
    """The texts of some parts for one requisition after another.

    Args:
        posting: what the plan was made of.
        parts: what is to be filled.
    """

    def __init__(self, posting: Posting, parts: Iterable[Part]) -> None:
        self._posting = posting
        self._parts = tuple(parts)
        # What a typed part looks at may grow from one filling to the next, so it is always made anew.
        lasting = [one for one in self._parts if not one.typed and one.facts.issubset(FACTS)]
        names = sorted({name for part in lasting for name in part.facts})
        self._always = [place for place, part in enumerate(self._parts) if part not in lasting]
        self._resting = [
            tuple(place for place, part in enumerate(self._parts) if name in part.facts)
            for name in names
        ]
        places = {part: place for place, part in enumerate(self._parts)}
        self._told_by = {
            place: tuple(places[slot] for slot in part.slots.values())
            for part, place in places.items()
            if isinstance(part, LatePart) and all(slot in places for slot in part.slots.values())
        }
        """Where the texts stand of which a part makes its own, if all of them do."""
        self._facts = reader_of(names)
        self._last: tuple[tuple[Any, ...], list[str]] = ((_NO_FACT,) * len(names), [])

    def texts(self, requisition: Requisition) -> list[str]:
        """Return the text of each part, in order.

        Raises:
            Anew: these facts give an output of another make-up.
        """
        facts = self._facts(requisition)
        last, known = self._last
        view = View(self._posting, requisition)
        if not known:
            texts = [part.text(view) for part in self._parts]
        else:
            texts = known.copy()
            stale = set(self._always)
            for at in compress(count(), map(is_not, facts, last)):
                if facts[at] != last[at]:
                    stale.update(self._resting[at])
            for place in stale.difference(self._told_by):
                texts[place] = self._parts[place].text(view)
            for place in stale.intersection(self._told_by):
                part: Any = self._parts[place]
                texts[place] = part.made([texts[one] for one in self._told_by[place]])
        # Kept as one, so that a filling in another thread finds facts and texts that belong together.
        self._last = (facts, texts)
        return texts
