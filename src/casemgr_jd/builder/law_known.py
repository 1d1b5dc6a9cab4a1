"""What law wants of postings, found out once for the facts that it asks for."""

from bisect import bisect
from collections.abc import Hashable
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

__all__ = ["law_outcome", "law_signals", "lawful_of"]

_MOST_REMEMBERED = 1024
_known: "WeakKeyDictionary[Catalog, dict[Hashable, Lawful]]" = WeakKeyDictionary()
_outcomes: "WeakKeyDictionary[Lawful, Outcome]" = WeakKeyDictionary()
_set: "WeakKeyDictionary[Signals, WeakKeyDictionary[Lawful, int]]" = WeakKeyDictionary()


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


def law_signals(lawful: Lawful, catalog: Catalog) -> int:
    """Return which bits law sets, of what candidates look at: what it wants, its words, and what follows."""
    signals = signals_of(catalog)
    known = _set.setdefault(signals, WeakKeyDictionary())
    found = known.get(lawful)
    if found is None:
        found = signals.bits("needed", lawful.wanted) | signals.bits("trait", lawful.traits)
        for condition in conditions_of(catalog):
            wording = lawful.wording(condition)
            words = None if wording is None else (wording.text,)
            signals.any_wording(condition)
            found |= signals.wording(condition, words)
        known[lawful] = found
    return found


def law_outcome(lawful: Lawful) -> Outcome:
    """Return the sentences that law wants, as what stands of a group."""
    found = _outcomes.get(lawful)
    if found is None:
        found = _outcomes[lawful] = Outcome(shared_items(lawful.sentences), ())
    return found
