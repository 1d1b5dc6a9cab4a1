"""Filling a plan again and again: of its parts, only those are made anew whose facts have changed."""

from collections.abc import Iterable
from typing import Any

from casemgr_jd._reading import reader_of
from casemgr_jd.model.changes import FACTS
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers._plan_parts import Part
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
            for fact, before, places in zip(facts, last, self._resting):
                if fact is not before and fact != before:
                    stale.update(places)
            for place in stale:
                texts[place] = self._parts[place].text(view)
        # Kept as one, so that a filling in another thread finds facts and texts that belong together.
        self._last = (facts, texts)
        return texts
