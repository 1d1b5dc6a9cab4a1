"""What law wants of postings, found out once for the facts that it asks for."""

from bisect import bisect
from collections.abc import Hashable
from typing import NamedTuple
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

__all__ = ["LawKnown", "law_known", "lawful_of"]

_MOST_REMEMBERED = 1024
_known: "WeakKeyDictionary[Catalog, dict[Hashable, Lawful]]" = WeakKeyDictionary()
_law_known: "WeakKeyDictionary[Lawful, LawKnown]" = WeakKeyDictionary()


def lawful_of(facts: Requisition, catalog: Catalog) -> Lawful:
    """Return law as a job of these facts meets it; shared by the jobs that law does not tell apart."""
    days = whole_structure(catalog).days
    asked = (
        facts.locations,
        facts.remote_states,
        facts.remote_countries,
        facts.employees,
        facts.employees_in,
        bisect(days, facts.posted_on) if facts.posted_on else None,
        facts.work_model,
        facts.license,
        offices_in(facts.manager) if facts.manager else (),
        bool(facts.differentials),
        bool(facts.attachments),
    )
    known = _known.setdefault(catalog, {})
    found = known.get(asked)
    if found is None:
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        found = known[asked] = Lawful(facts, catalog)
    return found


class LawKnown(NamedTuple):
    """What law wants of a posting, as candidates look at it and as it stands."""

    signals: Signals
    bits: int
    """Those that law sets: what it wants, its words for conditions of hire, and what follows from it."""
    outcome: Outcome
    """Its sentences, as what stands of a group."""


def law_known(lawful: Lawful, catalog: Catalog) -> LawKnown:
    """Return what law wants of a posting, found out once."""
    found = _law_known.get(lawful)
    signals = signals_of(catalog)
    if found is None or found.signals is not signals:
        outcome = Outcome(shared_items(lawful.sentences), ())
        found = _law_known[lawful] = LawKnown(signals, _bits(lawful, signals, catalog), outcome)
    return found


def _bits(lawful: Lawful, signals: Signals, catalog: Catalog) -> int:
    found = signals.bits("needed", lawful.wanted) | signals.bits("trait", lawful.traits)
    for condition in conditions_of(catalog):
        wording = lawful.wording(condition)
        found |= signals.wording(condition, None if wording is None else (wording.text,))
    return found
