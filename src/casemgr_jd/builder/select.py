"""Which items of the catalog stand in a posting, in which words, and which wait for a fact."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from attrs import evolve

from casemgr_jd._names import joined
from casemgr_jd.builder.chosen import ALWAYS_KEPT, LEADS, Chosen, own_sentences
from casemgr_jd.builder.effective import has_fieldwork, modules_of
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.measuring import caseloads, measures
from casemgr_jd.builder.omissions import Omissions
from casemgr_jd.builder.telling import benefits_by_use, spoken_of, told_in_full
from casemgr_jd.builder.waiting import Homes, Waiting
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.condition import Situation, is_filled
from casemgr_jd.model.item import Item
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.reading import display, open_ended
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.text import Text
from casemgr_jd.model.traits import ASSUMED, TRAITS, traits_of

__all__ = ["Selection", "select"]

_DUTIES = "responsibilities"
_FACTS = "facts"
_OPENING = "summary"
_FULL = "full"
_CHECK = "background_check"
_BOARD = "board"
_PAY = "compensation"
_LAW_SECTION = "eeo"
_COLORS_A_SENTENCE = ("employer", "tools", "measures")
"""Groups of fields that color a sentence and do not make it one about this job."""


class Selection(NamedTuple):
    """What stands, by the id of its section plan, and what could be said besides."""

    standing: dict[str, tuple[Chosen, ...]]
    open_options: tuple[OpenOption, ...]


def select(
    requisition: Requisition, catalog: Catalog, edition: str, lawful: Lawful, homes: Homes
) -> Selection:
    """Return what stands in a posting of *requisition* in *edition*, as law at the place has it.

    *homes* are the sections of the edition, by the section plans that they take.

    Raises:
        InputError: the requisition omits something that does not exist, or omits without a reason
            what law wants.
    """
    return _Selector(requisition, catalog, edition, lawful, homes).selection()


class _Selector:
    def __init__(
        self,
        requisition: Requisition,
        catalog: Catalog,
        edition: str,
        lawful: Lawful,
        homes: Homes,
    ) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._edition = edition
        self._modules = modules_of(requisition, catalog)
        self._role = _as_asked(catalog.role(requisition.role or ""), requisition)
        self._situation = Situation(
            requisition,
            has_fieldwork(requisition, self._modules),
            catalog.places_of(requisition.locations),
            catalog.scope.group_of(self._role, requisition.license),
            traits_of(requisition) | lawful.traits() | _assumed(requisition, self._role),
        )
        self._lawful = lawful
        self._slots: dict[str, Slot] = {slot.id: slot for slot in catalog.slots}
        self._needed = lawful.wanted() | {
            plan.name for plan in catalog.fields if plan.need == "needed"
        }
        self._blanks_shown: set[str] = set()
        self._same: set[str] = set()
        self._stated: set[str] = set()
        own = " ".join(requisition.duties).lower()
        self._told = [one for one in catalog.echoes if _names(own, one)] if own else []
        self._names_only = {
            plan.slot for plan in catalog.fields if plan.group in _COLORS_A_SENTENCE
        }
        asked = spoken_of(requisition.qualifications, catalog.yields)
        added = [*requisition.hiring_steps, *(one.text for one in requisition.add)]
        self._yielding = asked & self._brought_by_choices(catalog)
        self._yielding |= spoken_of(added, catalog.yields) & {_CHECK}
        self._omissions = Omissions(requisition.omit)
        self._waiting = Waiting(requisition, catalog, homes)

    def selection(self) -> Selection:
        standing = {
            plan.id: tuple(self._section(plan.id, plan.form)) for plan in self._catalog.sections
        }
        self._omissions.check(self._catalog)
        return Selection(standing, tuple(self._waiting.all(self._needed)))

    def _section(self, section: str, form: str) -> Iterator[Chosen]:
        """Yield what stands in a section plan: the employer's own first, then ours, then law's."""
        law = tuple(self._required_by_law()) if section == _LAW_SECTION else ()
        if self._omissions.leaves_out(section):
            return
        own = partial(own_sentences, self._requisition, self._catalog, section, form)
        yield from own(True)
        yield from self._of_this_job(section, form)
        if section == "measures":
            yield from self._measured(form)
        else:
            yield from self._standing(self._common(section), section, form)
        if section == _PAY and self._edition != _BOARD:
            yield from self._benefits(form)
        yield from self._entries(section, form)
        yield from own(False)
        yield from law

    def _brought_by_choices(self, catalog: Catalog) -> frozenset[str]:
        """Return the fields that stand as role and tier bring them."""
        facts, tier = self._requisition, self._requisition.tier
        brought = dict(self._role.defaults)
        brought["experience_years"] = catalog.tier(tier).experience if tier else None
        return frozenset(
            name for name, one in brought.items() if one and getattr(facts, name) == one
        )

    def _is_true_of_any(self, item: Item, text: Text) -> bool:
        """Tell whether a sentence tells no fact of this job."""
        return not _told(item) and not item.condition and self._names_only.issuperset(text.slots)

    def _of_this_job(self, section: str, form: str) -> Iterator[Chosen]:
        """Yield what role, settings and tier bring; several settings share one opening and one day."""
        several = len(self._modules) > 1
        if several and section == _OPENING and not self._role.core:
            return
        if several and section == _DUTIES:
            yield from self._shared_day(form)
            return
        for source in self._sources(section):
            yield from self._standing(source, section, form)

    def _sources(self, section: str) -> Iterator[Iterable[Item]]:
        """Yield the items for *section* of the role, the settings and the tier: the nearest first."""
        core = self._role.core
        yield _of(section, core, _DUTIES)
        for day in self._days():
            items = _of(section, day, _DUTIES)
            yield (one for one in items if not core or self._role.id in one.when.role)
        if self._requisition.tier:
            yield _of(section, self._catalog.tier(self._requisition.tier).scope, "level")

    def _days(self) -> Iterable[tuple[Item, ...]]:
        return [module.items for module in self._modules] or [self._catalog.general]

    def _shared_day(self, form: str) -> Iterator[Chosen]:
        """Yield the duties of several settings as one day: the most essential of each in turn."""
        days = [list(self._standing(one, _DUTIES, form)) for one in self._sources(_DUTIES)]
        ranked = sorted(
            (one.priority, place, number)
            for number, day in enumerate(days)
            for place, one in enumerate(day)
        )
        yield from (days[number][place] for _, place, number in ranked)

    def _common(self, section: str) -> tuple[Item, ...]:
        return self._catalog.section(section).items

    def _measured(self, form: str) -> Iterator[Chosen]:
        yield from self._kept(caseloads(self._requisition, self._modules))
        common = tuple(self._standing(self._common("measures"), "measures", form))
        yield from sorted(common, key=lambda one: one.form == LEADS)
        yield from self._kept(measures(self._requisition, self._catalog))

    def _benefits(self, form: str) -> Iterator[Chosen]:
        """Yield many benefits by what they are for: one long line of them is hard to read."""
        if self._omissions.leaves_out("pay.benefits"):
            return
        states = self._newly(("compensation.benefits",))
        for label, some in benefits_by_use(
            told_in_full(self._requisition), self._catalog.benefit_groups
        ):
            text = Text.plain(f"{joined(map(open_ended, some), 'and')}.")
            yield Chosen(
                f"pay.benefits.{label.lower().replace(' ', '_')}",
                text,
                label,
                1,
                form,
                states,
                ("benefits",),
            )
            states = ()

    def _kept(self, found: Iterable[Chosen]) -> Iterator[Chosen]:
        return (one for one in found if not self._omissions.leaves_out(one.id))

    def _standing(self, items: Iterable[Item], section: str, form: str) -> Iterator[Chosen]:
        for item in items:
            text = self._words(item)
            if text is None or item.same in self._same or self._is_omitted(item, section, text):
                continue
            if section == _DUTIES and self._echoes(text):
                continue
            if self._yielding.intersection((item.condition, *self._fields_of(text))):
                continue
            missing = self._missing(item, text)
            if missing and not self._needed.issuperset(missing):
                self._waiting.note(missing, section, text, item)
            elif not missing or self._shows_first(missing):
                self._same |= {item.same} - {""}
                made, states = item.form or form, self._unstated(item)
                yield Chosen(
                    item.id,
                    text,
                    item.label,
                    item.priority,
                    made,
                    states,
                    _told(item),
                    item.unsaid,
                    self._is_true_of_any(item, text),
                )

    def _unstated(self, item: Item) -> tuple[str, ...]:
        """Return the guide items that this sentence is the first to state: each counts once."""
        return self._newly(item.states)

    def _newly(self, named: tuple[str, ...]) -> tuple[str, ...]:
        states = tuple(one for one in named if one not in self._stated)
        self._stated.update(states)
        return states

    def _words(self, item: Item) -> Text | None:
        """Return the words of an item here, or nothing where it has no place."""
        if item.editions and self._edition not in item.editions:
            return None
        if not item.when.fits(self._situation):
            return None
        if item.needs and not self._catalog.scope.may(self._role, item.needs):
            return item.otherwise
        return self._lawful.words(item, item.text)

    def _echoes(self, text: Text) -> bool:
        """Tell whether a duty of the employer's own words says what *text* would say."""
        words = str(text).lower()
        return any(_names(words, one) for one in self._told)

    def _is_omitted(self, item: Item, section: str, text: Text) -> bool:
        if any(map(self._omissions.leaves_out, (item.id, *item.states))):
            return True
        fields = [*text.slots, *(self._slot(one).field for one in text.slots)]
        return section == _FACTS and self._omissions.leaves_out_fact(item.id, fields)

    def _missing(self, item: Item, text: Text) -> tuple[str, ...]:
        """Return the fields that the words wait for."""
        unfilled = [one for one in item.when.filled if not is_filled(self._requisition, one)]
        blank = [
            slot.id if slot.field == "extra" else slot.field
            for slot in map(self._slot, text.slots)
            if display(self._requisition, slot) is None
        ]
        return tuple(dict.fromkeys([*unfilled, *blank]))

    def _fields_of(self, text: Text) -> Iterator[str]:
        return (self._slot(one).field or one for one in text.slots)

    def _slot(self, name: str) -> Slot:
        return self._slots.get(name) or Slot(name, name, field="extra")

    def _shows_first(self, missing: tuple[str, ...]) -> bool:
        """Tell whether needed blanks show here for the first time: each shows once."""
        is_first = self._blanks_shown.isdisjoint(missing)
        self._blanks_shown.update(missing)
        return is_first

    def _entries(self, section: str, form: str) -> Iterator[Chosen]:
        for entry in self._catalog.entries:
            if entry.section != section or self._omissions.leaves_out(entry.id):
                continue
            if entry.id in self._stated:
                continue
            if entry.when.holds(self._situation):
                yield Chosen(entry.id, entry.text, "", 2, form, (entry.id,))

    def _required_by_law(self) -> Iterator[Chosen]:
        for statement in self._lawful.statements():
            self._omissions.wanted_by_law(statement.id, _LAW_SECTION)
            if not self._omissions.leaves_out(statement.id):
                yield Chosen(statement.id, statement.text, "", ALWAYS_KEPT, "paragraphs")


def _assumed(requisition: Requisition, role: Role) -> frozenset[str]:
    """Return a trait where the license is the role's: states give these licenses names of their own."""
    license = role.defaults.get("license")
    is_assumed = bool(license) and requisition.license == license
    return frozenset({ASSUMED} if is_assumed else ())


def _as_asked(role: Role, requisition: Requisition) -> Role:
    """Return the role as this job asks for it: without its license where the employer asks for none."""
    if role.defaults.get("license") and not requisition.license:
        return evolve(role, licenses=(), license_required=False)
    return role


def _told(item: Item) -> tuple[str, ...]:
    """Return the fields that an item tells because it stands for a trait of theirs."""
    return tuple(dict.fromkeys(TRAITS[one].field for one in item.when.traits if one in TRAITS))


def _names(words: str, one: str) -> bool:
    """Tell whether *words* hold *one* at the head of a word: "provide" names no "ride"."""
    return f" {one}" in f" {words}"


def _of(section: str, items: Iterable[Item], home: str) -> Iterator[Item]:
    """Yield the items for *section*; an item that names none belongs to *home*."""
    return (one for one in items if (one.section or home) == section)
