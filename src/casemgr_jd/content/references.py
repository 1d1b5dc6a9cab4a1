"""Checking that content refers only to what exists: slots, duties, settings, tiers, roles, places."""

from collections.abc import Iterator

from casemgr_jd._names import did_you_mean
from casemgr_jd.content.advising import Advising
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.interviewing import Interviewing
from casemgr_jd.content.writers_guide import PARTS
from casemgr_jd.errors import Problem
from casemgr_jd.law.reach import COUNTRY
from casemgr_jd.model.condition import Condition
from casemgr_jd.model.traits import ASSUMED, COMPACT, OTHER_PAY_ASKED, TRAITS

__all__ = ["broken_references"]


def broken_references(catalog: Catalog) -> list[Problem]:
    """Return a problem for each name in *catalog* that nothing bears, and for each that two slots bear."""
    known = {
        "slot": [slot.id for slot in catalog.slots],
        "duty": [duty.id for duty in catalog.scope.duties],
        "setting": [one.id for one in catalog.settings],
        "tier": [one.id for one in catalog.tiers],
        "role": [one.id for one in catalog.roles],
        "place": [COUNTRY.id, *(one.id for one in catalog.places)],
        "guide item": [one.id for one in catalog.items()],
        "edition": [one.id for one in catalog.editions],
        "group": [*(one.id for one in catalog.scope.groups), "unlicensed", "general"],
        "trait": [*TRAITS, ASSUMED, COMPACT, OTHER_PAY_ASKED],
        "field": [one.name for one in catalog.fields],
        "section": [one.id for one in catalog.sections],
        "part": list(PARTS),
        "competency": [one.id for one in catalog.interviewing.competencies],
    }
    names = {kind: frozenset(some) for kind, some in known.items()}
    return [
        *_slots_alike(catalog),
        *(
            Problem(where, f"names no {kind}: {name!r}", did_you_mean(name, known[kind]))
            for where, kind, name in _references(catalog)
            if name and name not in names[kind]
        ),
    ]


def _slots_alike(catalog: Catalog) -> Iterator[Problem]:
    own = {one.id for one in catalog.slots if not one.of}
    for view in catalog.slots:
        if view.of and view.id in own:
            reason = f"is how {view.of!r} reads in one place, and a slot of its own"
            yield Problem(f"slots.{view.id}", reason, "give that slot another id")


def _references(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    for item in catalog.posting_items():
        texts = (item.text, item.otherwise) if item.otherwise else (item.text,)
        yield from ((f"{item.id}.text", "slot", name) for text in texts for name in text.slots)
        if item.needs:
            yield f"{item.id}.needs", "duty", item.needs
        if item.section:
            yield f"{item.id}.section", "section", item.section
        yield from ((f"{item.id}.states", "guide item", name) for name in item.states)
        yield from ((f"{item.id}.editions", "edition", name) for name in item.editions)
        yield from _of_condition(item.id, item.when)
    for entry in catalog.entries:
        if entry.section:
            yield f"{entry.id}.section", "section", entry.section
        yield from _of_condition(entry.id, entry.when)
    for role in catalog.roles:
        yield from ((f"{role.id}.related", "role", name) for name in role.related)
        yield from ((f"{role.id}.settings", "setting", name) for name in role.settings)
    for occupation in catalog.occupations:
        yield from ((f"{occupation.id}.role", "role", name) for name in occupation.role)
        yield from ((f"{occupation.id}.setting", "setting", name) for name in occupation.setting)
    for rule in catalog.title_rules:
        yield f"{rule.id}.role", "role", rule.role
        yield from ((f"{rule.id}.duties", "duty", name) for name in rule.duties)
        yield from ((f"{rule.id}.settings", "setting", name) for name in rule.settings)
    for entry in catalog.related:
        yield f"{entry.id}.role", "role", entry.role
    yield from ((f"{topic.id}.shows", "part", topic.shows) for topic in catalog.topics)
    for reference in catalog.references:
        yield f"{reference.id}.setting", "setting", reference.setting
    yield from _of_advice(catalog.advising)
    yield from _of_interviews(catalog.interviewing)
    for statement in catalog.statements:
        yield f"{statement.id}.place", "place", statement.place


def _of_advice(advising: Advising) -> Iterator[tuple[str, str, str]]:
    for outcome in advising.outcomes:
        yield "outcomes.id", "role", outcome.id
        yield from ((f"{outcome.id}.unsupervised", "setting", one) for one in outcome.unsupervised)
    for adjacent in advising.adjacent:
        duties = (*adjacent.duties, *adjacent.without)
        yield from ((f"{adjacent.id}.duties", "duty", name) for name in duties)
        yield from ((f"{adjacent.id}.settings", "setting", name) for name in adjacent.settings)
    for signal in advising.signals:
        yield "signals.id", "duty", signal.id


def _of_interviews(interviewing: Interviewing) -> Iterator[tuple[str, str, str]]:
    for one in interviewing.questions:
        yield f"{one.id}.competency", "competency", one.competency
        named = {
            "setting": one.settings,
            "tier": one.tiers,
            "role": one.roles,
            "duty": (one.needs, one.lacks),
        }
        for kind, names in named.items():
            yield from ((f"{one.id}.{kind}", kind, name) for name in names)


def _of_condition(owner: str, when: Condition) -> Iterator[tuple[str, str, str]]:
    kinds = {
        "setting": when.setting,
        "tier": when.tier,
        "role": (*when.role, *when.not_role),
        "place": when.place,
        "group": when.group,
        "trait": (*when.traits, *when.lacks),
        "field": (*when.filled, *when.blank),
    }
    for kind, names in kinds.items():
        yield from ((f"{owner}.when.{kind}", kind, name) for name in names)
