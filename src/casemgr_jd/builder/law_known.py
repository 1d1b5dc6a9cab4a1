"""What law wants of postings, found out once for the facts that it asks for."""

from bisect import bisect
from collections.abc import Hashable, Mapping
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from casemgr_jd._reading import Remembered
from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.candidates import signals_of
from casemgr_jd.builder.chosen import shared_items
from casemgr_jd.builder.groups import Outcome
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.resting import conditions_of, thresholds, whole_structure
from casemgr_jd.builder.signals import Signals
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import SECTIONS_OF_LAW, offices_in
from casemgr_jd.model.requisition import Requisition

__all__ = ["LawKnown", "law_known"]

_MOST_REMEMBERED = 512
_MOST_VALUES = 2048
_known: "WeakKeyDictionary[Catalog, _Known]" = WeakKeyDictionary()


def law_known(facts: Requisition, catalog: Catalog) -> "LawKnown":
    """Return law as a job of these facts meets it; shared by the jobs that law does not tell apart."""
    known = _known.get(catalog)
    if known is None or known.signals is not signals_of(catalog):
        known = _known[catalog] = _Known(catalog)
    return known.of(facts)


class _Known:
    """Law as it was met by jobs of one catalog, by what law looks at."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.signals = signals_of(catalog)
        least, days = thresholds(catalog), whole_structure(catalog).days
        self._looked_at = Remembered(
            {
                "locations": self._number,
                "remote_states": self._number,
                "remote_countries": self._number,
                "employees": lambda number: None if number is None else bisect(least, number),
                "employees_in": self._number,
                "posted_on": lambda day: bisect(days, day) if day else None,
                "work_model": self._number,
                "license": self._number,
                "manager": lambda words: offices_in(words) if words else (),
                "differentials": bool,
                "attachments": bool,
            }
        )
        self._numbers: dict[Any, int] = {}
        # Never one again: what was made of a value may be held elsewhere.
        self._counted = count()
        self._found: dict[Hashable, LawKnown] = {}

    def of(self, facts: Requisition) -> "LawKnown":
        """Return law as a job of these facts meets it."""
        asked = self._looked_at(facts)
        found = self._found.get(asked)
        if found is None:
            if len(self._found) >= _MOST_REMEMBERED:
                self._found.clear()
            found = self._found[asked] = self._made(Lawful(facts, self._catalog))
        return found

    def _number(self, value: Any) -> int:
        """Return the number of a value, the same one for an equal one: numbers are compared in no time."""
        if len(self._numbers) >= _MOST_VALUES:
            self._numbers.clear()
            self._found.clear()
        return self._numbers.setdefault(value, next(self._counted))

    def _made(self, lawful: Lawful) -> "LawKnown":
        outcomes = {
            one: Outcome(shared_items(lawful.sentences(one)), ()) for one in SECTIONS_OF_LAW
        }
        bits = _bits(lawful, self.signals, self._catalog)
        return LawKnown(lawful, self.signals, bits, outcomes)


class LawKnown(NamedTuple):
    """What law wants of a posting, as candidates look at it and as it stands."""

    lawful: Lawful
    signals: Signals
    bits: int
    """Those that law sets: what it wants, its words for conditions of hire, and what follows from it."""
    outcomes: Mapping[str, Outcome]
    """Its sentences by their section, as what stands of a group."""


def _bits(lawful: Lawful, signals: Signals, catalog: Catalog) -> int:
    found = signals.bits("needed", lawful.wanted) | signals.bits("trait", lawful.traits)
    for condition in conditions_of(catalog):
        wording = lawful.wording(condition)
        found |= signals.wording(condition, None if wording is None else (wording.text,))
    return found
