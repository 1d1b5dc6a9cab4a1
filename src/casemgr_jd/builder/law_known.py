"""What law wants of postings, found out once for the facts that it asks for."""

from bisect import bisect
from collections.abc import Hashable
from operator import attrgetter
from typing import Any, NamedTuple
from weakref import WeakKeyDictionary

from casemgr_jd.builder.candidates import signals_of
from casemgr_jd.builder.chosen import shared_items
from casemgr_jd.builder.groups import Outcome
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.resting import conditions_of, whole_structure
from casemgr_jd.builder.signals import Signals
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import offices_in
from casemgr_jd.model.requisition import Requisition

__all__ = ["LawKnown", "law_known"]

_MOST_REMEMBERED = 512
_known: "WeakKeyDictionary[Catalog, _Known]" = WeakKeyDictionary()


def law_known(facts: Requisition, catalog: Catalog) -> "LawKnown":
    """Return law as a job of these facts meets it; shared by the jobs that law does not tell apart."""
    known = _known.get(catalog)
    if known is None or known.signals is not signals_of(catalog):
        known = _known[catalog] = _Known(catalog)
    return known.of(facts)


_FACTS = (
    "locations",
    "remote_states",
    "remote_countries",
    "employees",
    "employees_in",
    "work_model",
    "license",
)
_read = attrgetter(*_FACTS, "posted_on", "manager", "differentials", "attachments")


class _Known:
    """Law as it was met by jobs of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.signals = signals_of(catalog)
        self._days = whole_structure(catalog).days
        # Facts are held, so that the identity by which law is found stays theirs.
        self._by_identity: dict[tuple[int, ...], tuple[tuple[Any, ...], LawKnown]] = {}
        self._by_content: dict[Hashable, LawKnown] = {}

    def of(self, facts: Requisition) -> "LawKnown":
        """Return law as a job of these facts meets it."""
        read = _read(facts)
        key = tuple(map(id, read))
        found = self._by_identity.get(key)
        if found is None:
            if len(self._by_identity) >= _MOST_REMEMBERED:
                self._by_identity.clear()
            found = self._by_identity[key] = read, self._of_content(facts, *read[-4:])
        return found[1]

    def _of_content(
        self, facts: Requisition, posted_on: Any, manager: Any, differentials: Any, attachments: Any
    ) -> "LawKnown":
        asked = (
            *_read(facts)[:-4],
            bisect(self._days, posted_on) if posted_on else None,
            offices_in(manager) if manager else (),
            bool(differentials),
            bool(attachments),
        )
        found = self._by_content.get(asked)
        if found is None:
            if len(self._by_content) >= _MOST_REMEMBERED:
                self._by_content.clear()
            found = self._by_content[asked] = self._made(Lawful(facts, self._catalog))
        return found

    def _made(self, lawful: Lawful) -> "LawKnown":
        outcome = Outcome(shared_items(lawful.sentences), ())
        bits = _bits(lawful, self.signals, self._catalog)
        return LawKnown(lawful, self.signals, bits, outcome)


class LawKnown(NamedTuple):
    """What law wants of a posting, as candidates look at it and as it stands."""

    lawful: Lawful
    signals: Signals
    bits: int
    """Those that law sets: what it wants, its words for conditions of hire, and what follows from it."""
    outcome: Outcome
    """Its sentences, as what stands of a group."""


def _bits(lawful: Lawful, signals: Signals, catalog: Catalog) -> int:
    found = signals.bits("needed", lawful.wanted) | signals.bits("trait", lawful.traits)
    for condition in conditions_of(catalog):
        wording = lawful.wording(condition)
        found |= signals.wording(condition, None if wording is None else (wording.text,))
    return found
