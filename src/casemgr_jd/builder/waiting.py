"""What a posting could say if a fact were given: collected while its sentences are chosen."""

from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property, lru_cache

from casemgr_jd.builder.chosen import LABELED
from casemgr_jd.builder.groups import Note, Outcome
from casemgr_jd.builder.homes import homes_of
from casemgr_jd.builder.jobs import Job
from casemgr_jd.builder.offers import is_asked, offer_in_words
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import FieldPlan
from casemgr_jd.model.condition import is_filled
from casemgr_jd.model.item import ALWAYS
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["Waiting", "offered"]

_MOST_REMEMBERED = 512
_NOT_OFFERED = ("setting", "tier", "role", "edition", "title", "add", "suppress", "omit", "extra")


class Waiting:
    """The sentences of one posting that wait for facts; looked through when somebody asks.

    Args:
        job: whose sections they stand in.
        requisition: the facts.
        catalog: the content.
        edition: the edition that is wanted.
        needed: fields that are asked for in any case.
    """

    def __init__(
        self,
        job: Job,
        requisition: Requisition,
        catalog: Catalog,
        edition: str,
        needed: frozenset[str],
        tier: str | None,
    ) -> None:
        self._job = job
        self._requisition = requisition
        self._catalog = catalog
        self._edition = edition
        self._needed = needed
        self._tier = tier
        self.found: Sequence[Outcome] = ()
        """What stands, place by place."""
        self.noted: dict[str, list[Outcome]] = {}
        """What stands of groups in sections that hold more besides, by the id of their plan."""

    @cached_property
    def options(self) -> tuple[OpenOption, ...]:
        """Each fact once that a sentence waits for, and each optional one that no sentence waits for."""
        facts, catalog = self._requisition, self._catalog
        job = facts.setting, facts.role, self._tier
        not_asked = _asking(catalog).not_asked(facts)
        offering = _offering(catalog, self._edition, *job, not_asked)
        found: dict[tuple[str, ...], OpenOption] = {}
        for section, places in self._job.places.items():
            for outcome in (*self.noted.get(section, ()), *self.found[places]):
                for option in offering.options(outcome.notes, section) if outcome.notes else ():
                    found.setdefault(option.fields, option)
        named = {*(field for fields in found for field in fields), *self._needed}
        besides = (
            option
            for name, option in offering.of_fields
            if name not in named and not is_filled(facts, name)
        )
        return (*found.values(), *besides)


class _Offering:
    """What may be told of facts in one edition of a posting, for jobs of one kind.

    Args:
        catalog: the content.
        edition: its id.
        setting: of the job.
        role: of the job.
        tier: of the job, as the requisition calls it.
        not_asked: names of the fields that such a job has no use for.
    """

    def __init__(
        self,
        catalog: Catalog,
        edition: str,
        setting: tuple[str, ...],
        role: str | None,
        tier: str | None,
        not_asked: frozenset[str],
    ) -> None:
        self._homes = homes_of(edition, tier, catalog)
        self._plans = _plans(catalog)
        self._offers = _offers(catalog, setting, role)
        self._not_asked = not_asked
        # The notes are held, so that the identity by which they are found stays theirs.
        self._known: dict[tuple[int, str], tuple[tuple[Note, ...], tuple[OpenOption, ...]]] = {}
        self.of_fields: tuple[tuple[str, OpenOption], ...] = tuple(
            (plan.name, self._of_field(plan, section))
            for plan, section in offered(catalog)
            if section in self._homes and plan.name not in not_asked
        )
        """What is told of each field that no sentence waits for."""

    def options(self, notes: tuple[Note, ...], section: str) -> tuple[OpenOption, ...]:
        """Return what is told of the facts that words in a section wait for."""
        key = id(notes), section
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            told = tuple(self._of_item(one, section) for one in notes if self._tells(one, section))
            found = self._known[key] = notes, told
        return found[1]

    def _tells(self, note: Note, section: str) -> bool:
        # Of labeled facts, those are offered that say one thing and nothing besides.
        is_bare = note.text.parts == tuple(map(SlotRef, note.text.slots))
        if section in LABELED and (len(note.fields) > 1 or not is_bare):
            return False
        return section in self._homes and self._not_asked.isdisjoint(note.fields)

    def _of_item(self, note: Note, section: str) -> OpenOption:
        fields, text, item = note
        known = tuple(self._plans[one] for one in fields if one in self._plans)
        home, heading = self._homes[section]
        return OpenOption(
            fields=fields,
            section=home,
            heading=heading,
            text=text,
            label=item.label,
            id=item.id,
            tip=" ".join(plan.help for plan in known),
            options=tuple(dict.fromkeys(one for plan in known for one in plan.options)),
            adopt=next(filter(None, (self._offers.get(plan.name, "") for plan in known)), ""),
        )

    def _of_field(self, plan: FieldPlan, section: str) -> OpenOption:
        home, heading = self._homes[section]
        return OpenOption(
            fields=(plan.name,),
            section=home,
            heading=heading,
            text=Text.plain(""),
            label=plan.label,
            tip=plan.help,
            options=plan.options,
            adopt=self._offers.get(plan.name, ""),
        )


_offering = lru_cache(maxsize=256)(_Offering)


class _Asking:
    """Tells which fields a job has no use for; found out once for the facts on which that rests."""

    def __init__(self, catalog: Catalog) -> None:
        self._plans = tuple(plan for plan in catalog.fields if plan.when != ALWAYS)
        whens = [plan.when for plan in self._plans]
        self._compared = sorted({name for one in whens for name in one.structural_fields})
        self._filled = sorted({name for one in whens for name in (*one.filled, *one.blank)})
        self._known: dict[Hashable, frozenset[str]] = {}

    def not_asked(self, requisition: Requisition) -> frozenset[str]:
        """Return the names of the fields that such a job has no use for."""
        key = (
            *(getattr(requisition, name) for name in self._compared),
            *(is_filled(requisition, name) for name in self._filled),
        )
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            idle = (plan.name for plan in self._plans if not is_asked(plan, requisition))
            found = self._known[key] = frozenset(idle)
        return found


@lru_cache(maxsize=8)
def _asking(catalog: Catalog) -> _Asking:
    return _Asking(catalog)


@lru_cache(maxsize=8)
def _plans(catalog: Catalog) -> Mapping[str, FieldPlan]:
    return {plan.name: plan for plan in catalog.fields}


@lru_cache(maxsize=512)
def _offers(catalog: Catalog, setting: tuple[str, ...], role: str | None) -> Mapping[str, str]:
    """Return what ``"guide"`` takes over for each field, in words: it follows from setting and role."""
    job = Requisition(setting=setting, role=role)
    adoptable = (plan for plan in catalog.fields if plan.adopt)
    return {plan.name: offer_in_words(plan, job, catalog) for plan in adoptable}


@lru_cache(maxsize=8)
def offered(catalog: Catalog) -> tuple[tuple[FieldPlan, str], ...]:
    """Return the fields that a writer may be told of, each with the section plan that it would speak in."""
    return tuple(
        (plan, plan.stands or _section_of(plan, catalog))
        for plan in catalog.fields
        if plan.name not in _NOT_OFFERED
    )


def _section_of(plan: FieldPlan, catalog: Catalog) -> str:
    """Return the section plan that a field would speak in: the one named as its group, or its first."""
    if any(one.id == plan.group for one in catalog.sections):
        return plan.group
    groups = {group.id: group.sections for group in catalog.field_groups}
    return next(iter(groups.get(plan.group, ())), "")
