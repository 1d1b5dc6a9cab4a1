"""The sentences that law wants in a posting, and the facts on which they rest."""

from collections.abc import Iterable
from datetime import date

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import Job, Law, Statement, added_classes, statements_due
from casemgr_jd.model.requisition import Requisition

__all__ = [
    "DOCUMENTS",
    "counts_in_place",
    "head_counts",
    "places_watched",
    "required_statements",
    "resting_on",
    "turning_days",
]


DOCUMENTS = "documents"
"""What law calls it when applicants are asked to send papers."""


def required_statements(
    requisition: Requisition, catalog: Catalog, planned: Iterable[str] = ()
) -> tuple[Statement, ...]:
    """Return the sentences that law wants in a posting, and those that are wise by what is planned.

    The law in force on ``posted_on`` counts; without one, that of the day on which it was gathered.
    Where the head-count is not known the sentence stands: it harms nobody, its lack may.
    """
    job = Job.of(requisition, places=catalog.places_by_state)
    return tuple(
        one.law for one in statements_due(job, planned, catalog.statements, advisable=True)
    )


def resting_on(catalog: Catalog) -> frozenset[str]:
    """Return the fields of a requisition whose value decides which of these sentences stand, and how."""
    possible = _possible(catalog)
    decides = {
        "employees": any(one.employees for one in possible),
        "employees_in": any(map(counts_in_place, _sentences(catalog))),
        "remote_states": any(len(one.place) == _STATE for one in possible),
    }
    return frozenset(name for name, does in decides.items() if does)


def counts_in_place(law: Law) -> bool:
    """Tell whether the head-count at its place may decide whether a law applies."""
    return law.counted != "anywhere" or bool(law.employees_in_place)


def places_watched(catalog: Catalog) -> frozenset[str]:
    """Return the ids of the places of which it matters whether the job is there."""
    return frozenset(one.place for one in _possible(catalog))


def turning_days(catalog: Catalog) -> tuple[date, ...]:
    """Return the days on which what law wants of a posting changes."""
    return tuple(sorted({day for one in _possible(catalog) for day in one.turns}))


def head_counts(catalog: Catalog) -> frozenset[int]:
    """Return the head-counts from which on something is wanted of a posting."""
    return frozenset(one.employees for one in _possible(catalog))


def _possible(catalog: Catalog) -> tuple[Law, ...]:
    """The sentences that may be due, with or without documents, and the classes that may be named."""
    names_any = any(item.classes_before for item in catalog.posting_items())
    return (*_sentences(catalog), *(added_classes() if names_any else ()))


def _sentences(catalog: Catalog) -> tuple[Statement, ...]:
    return tuple(one for one in catalog.statements if {DOCUMENTS}.issuperset(one.when))


_STATE = len("XX")
