"""What decides which items stand in a posting, found out before any of them is tried."""

from collections.abc import Set as AbstractSet

from casemgr_jd._lexicon import word_list
from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.candidates import fact_signals
from casemgr_jd.builder.chosen import MEASURES, OPENING
from casemgr_jd.builder.jobs import Job, job_of
from casemgr_jd.builder.law_known import LawKnown, law_known
from casemgr_jd.builder.own_words import spoken_in
from casemgr_jd.builder.resting import whole_structure
from casemgr_jd.builder.signals import FactSignals
from casemgr_jd.builder.telling import names_license, spoken_of, told_in_full
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import EditionPlan, Entry, Telling
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.requisition import Requisition

__all__ = ["BENEFITS", "Sight", "facts_looked_at", "names", "sight_of"]

BENEFITS = "benefits"
_LICENSE = "license"
_NOTHING: frozenset[str] = frozenset()


class Sight(NamedTuple):
    """What the facts of a requisition decide by.

    Where nothing stands but candidates one after the other and benefits, job, law, bits and benefits decide
    alone: two of the same give the same items.
    """

    edition: EditionPlan
    job: Job
    law: LawKnown
    told: tuple[str, ...]
    """What the employer's own duties speak of."""
    yielding: frozenset[str]
    """Fields whose sentence of ours gives way to the employer's own words."""
    bits: int
    """All that candidates look at, as far as it is known before any stands."""
    more_in: AbstractSet[str]
    """The sections in which more may stand than candidates one after the other."""
    is_plain: bool
    """Whether no more does than benefits by what they are for."""


def sight_of(
    facts: Requisition,
    catalog: Catalog,
    bits: int = 0,
    by: FactSignals | None = None,
) -> Sight:
    """Return what decides which items stand in a posting of *facts*.

    Args:
        facts: a requisition with what its choices mean.
        catalog: the content.
        bits: those that the facts set, where that was found out before.
        by: what found it out.
    """
    edition = catalog.edition((facts.edition or Edition.POSTING).value)
    job = job_of(facts, catalog, edition.id, whole_structure(catalog).fields)
    # A job that is new may ask what no other asked.
    signals = facts_looked_at(catalog)
    if by is not signals:
        bits = signals.of(facts)
    law = law_known(facts, catalog)
    bits |= job.bits | law.bits
    told: tuple[str, ...] = ()
    yielding = _NOTHING
    if facts.duties:
        own = " ".join(facts.duties).lower()
        told = tuple(one for one in catalog.echoes if names(own, one))
        bits |= law.signals.bits("told", told)
    if facts.qualifications:
        yielding = _told_in_own_words(facts, job, catalog)
        bits |= law.signals.bits("yields", yielding)
    more_in = _more_in(facts, job, catalog)
    is_plain = not more_in
    if told_in_full(facts):
        more_in.add(BENEFITS)
    return Sight(edition, job, law, told, yielding, bits, more_in, is_plain)


def facts_looked_at(catalog: Catalog) -> FactSignals:
    """Return what tells which bits the facts of a requisition set: for items, and for the writer."""
    return fact_signals(catalog, _filled)


def _filled(catalog: Catalog) -> tuple[str, ...]:
    return whole_structure(catalog).filled


def _more_in(facts: Requisition, job: Job, catalog: Catalog) -> set[str]:
    """Return the sections in which more may stand, for other reasons than many benefits."""
    if facts.omit or facts.add:
        return {plan.id for plan in catalog.sections}
    found = spoken_in(facts, catalog)
    for section, entries in job.entries.items():
        for one in entries:
            if _is_told_enough(facts, one):
                found.add(section)
    if facts.purpose:
        found.add(OPENING)
    if facts.caseload or facts.measures:
        found.add(MEASURES)
    return found


def _is_told_enough(facts: Requisition, entry: Entry) -> bool:
    return all(is_filled(facts, one) for one in entry.when.filled)


def _told_in_own_words(facts: Requisition, job: Job, catalog: Catalog) -> frozenset[str]:
    """Return the fields whose sentence of ours gives way to requirements of the employer's own."""
    own, yields = facts.qualifications, catalog.yields
    found = spoken_of(own, yields) & _brought_by_choices(facts, job, catalog)
    license = next((one for one in yields if one.subject == _LICENSE), Telling(_LICENSE))
    # What counts in place of the license is told beside it, and nowhere else.
    # A line that asks for another license of the field asks for it in place of the role's.
    known = (*facts.license, *(name for one in catalog.scope.groups for name in one.licenses))
    asked = [one for one in own if not _says_what_is_not_asked(one)]
    if facts.license_alternative or not names_license(asked, known, license):
        found -= {_LICENSE}
    return found


def _says_what_is_not_asked(requirement: str) -> bool:
    return any(one in requirement.lower() for one in word_list("given", "not_asked", "words"))


def _brought_by_choices(facts: Requisition, job: Job, catalog: Catalog) -> frozenset[str]:
    """Return the fields that stand as role and tier bring them."""
    tier = facts.tier
    brought = dict(job.role.defaults)
    brought["experience_years"] = catalog.tier(tier).brought_years if tier else None
    return frozenset(name for name, one in brought.items() if one and getattr(facts, name) == one)


def names(words: str, one: str) -> bool:
    """Tell whether *words* hold *one* at the head of a word: "provide" names no "ride"."""
    return f" {one}" in f" {words}"
