"""What law wants of postings, found out once for the facts that it asks for."""

from bisect import bisect
from collections.abc import Hashable
from weakref import WeakKeyDictionary

from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.resting import whole_structure
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import offices_in
from casemgr_jd.model.requisition import Requisition

__all__ = ["lawful_of"]

_MOST_REMEMBERED = 1024
_known: "WeakKeyDictionary[Catalog, dict[Hashable, Lawful]]" = WeakKeyDictionary()


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
