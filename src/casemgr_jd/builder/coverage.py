"""Which items of the guide a posting states, and why it does not state the others."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache

from casemgr_jd._doors import door
from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.effective import group_asked, has_fieldwork, modules_of, role_in
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog
from casemgr_jd.errors import require
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.condition import Condition, Situation
from casemgr_jd.model.document import Bullet, Fact, Paragraph, walk
from casemgr_jd.model.item import Item
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.traits import TRAITS, traits_of

__all__ = ["Standing", "Why", "guide_coverage"]


class Why(StrEnum):
    """Whether a posting states an item of the guide, or why it does not."""

    STATED = "stated"
    SETTING = "it belongs to another setting"
    ROLE = "the role has a core of its own"
    LICENSE = "it is beyond the license"
    TIER = "it belongs to another level"
    EDITION = "this edition has no room for it"
    FACT = "it waits for a fact"
    NOWHERE = "no sentence states it"


class Standing(NamedTuple):
    """How an item of the guide stands in a posting."""

    id: str
    why: Why
    by: tuple[str, ...] = ()
    """Ids of the bullets, paragraphs and facts that state it."""


@door()
def guide_coverage(posting: Posting, *, catalog: Catalog | None = None) -> tuple[Standing, ...]:
    """Return, for each item of the guide that can stand in a posting, how it stands in this one.

    Args:
        posting: a posting that was built.
        catalog: the content that it was built from; the packaged guide if left out.

    >>> from casemgr_jd import draft
    >>> posting = draft().for_setting("hospital").as_role("rn").with_edition("full").build()
    >>> next(one for one in guide_coverage(posting) if one.id == "hospital.rounds").why
    <Why.STATED: 'stated'>
    """
    require(posting, Posting, "posting", "build one")
    content = catalog or load_catalog()
    stated = _stated(posting, content)
    classify = _Classifier(posting, content)
    return tuple(
        Standing(name, Why.STATED, stated[name])
        if name in stated
        else Standing(name, classify.why(name))
        for name in _can_stand(content)
    )


def _stated(posting: Posting, catalog: Catalog) -> dict[str, tuple[str, ...]]:
    of_facts = {item.id: item.states for item in catalog.posting_items()}
    found: dict[str, tuple[str, ...]] = {}
    for node in walk(posting.blocks):
        if isinstance(node, Bullet | Paragraph | Fact):
            states = of_facts.get(node.id, ()) if isinstance(node, Fact) else node.states
            for name in states:
                found[name] = (*found.get(name, ()), node.id)
    return found


@lru_cache(maxsize=8)
def _can_stand(catalog: Catalog) -> tuple[str, ...]:
    template = [item.id for plan in (*catalog.template, *catalog.modules) for item in plan.items]
    tiers = [f"tier.{tier.id}" for tier in catalog.tiers]
    loads = [one.id for one in catalog.caseloads]
    measures = [set_id for set_id, _, _ in catalog.kpi_sets]
    entries = [entry.id for entry in catalog.entries if entry.section]
    return tuple(dict.fromkeys((*template, *tiers, *loads, *measures, *entries)))


class _Classifier:
    """Tells why a guide item is not stated: by what comes nearest to stating it."""

    def __init__(self, posting: Posting, catalog: Catalog) -> None:
        facts = posting.requisition
        self._facts = facts
        self._catalog = catalog
        self._group = group_asked(facts, catalog)
        self._role = role_in(self._group, facts.role or "", catalog)
        self._edition = (facts.edition or Edition.POSTING).value
        modules = modules_of(facts, catalog)
        self._settings = {*facts.setting, *(module.parent for module in modules)} - {""}

        self._modules: dict[str, str] = {
            item.id: plan.id for plan in catalog.modules for item in plan.items
        }
        self._situation = Situation(
            facts,
            has_fieldwork(facts, modules),
            catalog.places_of(facts.locations),
            self._group,
            traits_of(facts),
        )

    def why(self, name: str) -> Why:
        """Return the reason of the sentence that comes nearest."""
        home = self._modules.get(name)
        if home is not None and home not in self._settings:
            return Why.SETTING
        reasons = list(self._reasons(name))
        order = list(Why)
        return max(reasons, key=order.index, default=Why.NOWHERE)

    def _reasons(self, name: str) -> Iterator[Why]:
        for owner, items in self._owners():
            for item in items:
                if name in item.states:
                    yield self._reason(owner, item)
        yield from self._of_other_content(name)

    def _owners(self) -> Iterator[tuple[str, Iterable[Item]]]:
        for plan in self._catalog.sections:
            yield "", plan.items
        yield "", self._catalog.titled
        yield "setting:", self._catalog.general
        for module in self._catalog.settings:
            yield f"setting:{module.id}", module.items
        for tier in self._catalog.tiers:
            yield f"tier:{tier.id}", tier.scope
        for role in self._catalog.roles:
            yield f"role:{role.id}", role.core

    def _reason(self, owner: str, item: Item) -> Why:
        kind, _, name = owner.partition(":")
        if kind == "setting" and name not in (self._facts.setting or ("",)):
            return Why.SETTING
        if kind == "role" and name != self._role.id:
            return Why.ROLE
        if kind == "setting" and self._role.core:
            return Why.ROLE
        if kind == "tier" and name != (self._facts.tier or ""):
            return Why.TIER
        return self._mismatch(item.when, item)

    def _mismatch(self, when: Condition, item: Item) -> Why:
        if when.setting and not set(self._facts.setting or ("",)).intersection(when.setting):
            return Why.SETTING
        if when.role and self._role.id not in when.role:
            return Why.ROLE
        if when.group and self._group not in when.group:
            return Why.LICENSE
        if item.needs and not self._catalog.scope.may(self._role, item.needs):
            return Why.LICENSE
        if when.tier and (self._facts.tier or "") not in when.tier:
            return Why.TIER
        if item.editions and self._edition not in item.editions:
            return Why.EDITION
        if any(TRAITS[one].field == "setting" for one in when.traits if one in TRAITS):
            return Why.SETTING
        if not when.holds(self._situation):
            return Why.FACT
        if not self._waits_for_nothing(item):
            return Why.FACT
        return Why.EDITION if not self._role.core else Why.ROLE

    def _waits_for_nothing(self, item: Item) -> bool:
        fields = {slot.id: slot.field for slot in self._catalog.slots}
        given = self._facts.given
        return all(fields.get(slot, slot) in given for slot in item.text.slots)

    def _of_other_content(self, name: str) -> Iterator[Why]:
        """Yield the reason for what stands by itself: caseloads, measures, lines of other files."""
        for caseload in self._catalog.caseloads:
            if caseload.id == name:
                yield Why.FACT if caseload.setting in self._settings else Why.SETTING
        for set_id, setting, _ in self._catalog.kpi_sets:
            if set_id == name:
                yield Why.FACT if setting in self._settings else Why.SETTING
        for entry in self._catalog.entries:
            if entry.id == name:
                yield Why.FACT
