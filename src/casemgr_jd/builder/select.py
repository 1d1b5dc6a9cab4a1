"""Which items of the catalog stand in a posting, in which words, and which wait for a fact."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from casemgr_jd._names import joined, snake
from casemgr_jd.builder.candidates import DUTIES, Candidate, candidates
from casemgr_jd.builder.chosen import ALWAYS_KEPT, AT_THE_TOP, LEADS, Chosen
from casemgr_jd.builder.effective import has_fieldwork, modules_of, role_asked
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.measuring import caseloads, measures
from casemgr_jd.builder.omissions import Omissions
from casemgr_jd.builder.own_words import own_sentences
from casemgr_jd.builder.telling import benefits_by_use, names_license, spoken_of, told_in_full
from casemgr_jd.builder.waiting import Homes, Waiting
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry, Telling
from casemgr_jd.model.condition import Situation, is_filled
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.reading import is_blank, open_ended
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.setting import Role
from casemgr_jd.model.text import Text
from casemgr_jd.model.traits import ASSUMED, traits_of

__all__ = ["Selection", "select"]

_OPENING = "summary"
_BOARD = "board"
_BENEFITS = "benefits"
_LICENSE = "license"
_LAW_SECTION = "eeo"


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
        self._role = role_asked(requisition, catalog)
        self._situation = Situation(
            requisition,
            has_fieldwork(requisition, self._modules),
            catalog.places_of(requisition.locations),
            catalog.scope.group_of(self._role, requisition.license),
            traits_of(requisition) | lawful.traits() | _assumed(requisition, self._role),
        )
        self._candidates = candidates(catalog, edition, self._situation.choices)
        self._lawful = lawful
        self._needed = lawful.wanted() | _always_needed(catalog)
        self._filled: dict[str, bool] = {}
        self._blanks: dict[str, bool] = {}
        self._blanks_shown: set[str] = set()
        self._same: set[str] = set()
        self._stated: set[str] = set()
        own = " ".join(requisition.duties).lower()
        self._told = [one for one in catalog.echoes if _names(own, one)] if own else []
        self._yielding = self._told_in_own_words()
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
        yield from self._of_this_job(section)
        if section == "measures":
            yield from self._measured()
        else:
            yield from self._standing(self._candidates.common[section], section)
        if section == _BENEFITS and self._edition != _BOARD:
            yield from self._benefits(form)
        yield from self._entries(section, form)
        yield from own(False)
        yield from law

    def _told_in_own_words(self) -> frozenset[str]:
        """Return the fields whose sentence of ours gives way to requirements of the employer's own."""
        own, yields = self._requisition.qualifications, self._catalog.yields
        if not own:
            return frozenset()
        found = spoken_of(own, yields) & self._brought_by_choices()
        license = next((one for one in yields if one.subject == _LICENSE), Telling(_LICENSE))
        if not names_license(own, self._requisition.license, license):
            found -= {_LICENSE}
        return found

    def _brought_by_choices(self) -> frozenset[str]:
        """Return the fields that stand as role and tier bring them."""
        facts, tier = self._requisition, self._requisition.tier
        brought = dict(self._role.defaults)
        brought["experience_years"] = self._catalog.tier(tier).experience if tier else None
        return frozenset(
            name for name, one in brought.items() if one and getattr(facts, name) == one
        )

    def _of_this_job(self, section: str) -> Iterator[Chosen]:
        """Yield what role, settings and tier bring; several settings share one opening and one day."""
        if section == _OPENING and self._requisition.purpose:
            return
        several = len(self._modules) > 1
        if several and section == _OPENING and not self._role.core:
            return
        if several and section == DUTIES:
            yield from self._shared_day()
            return
        for group in self._candidates.of_job[section]:
            yield from self._standing(group, section)

    def _shared_day(self) -> Iterator[Chosen]:
        """Yield the duties of several settings as one day: the most essential of each in turn."""
        days = [list(self._standing(one, DUTIES)) for one in self._candidates.of_job[DUTIES]]
        ranked = sorted(
            (one.priority, place, number)
            for number, day in enumerate(days)
            for place, one in enumerate(day)
        )
        yield from (days[number][place] for _, place, number in ranked)

    def _measured(self) -> Iterator[Chosen]:
        yield from self._kept(caseloads(self._requisition, self._modules, self._edition))
        common = tuple(self._standing(self._candidates.common["measures"], "measures"))
        yield from sorted(common, key=lambda one: one.form == LEADS)
        yield from self._kept(measures(self._requisition, self._catalog))

    def _benefits(self, form: str) -> Iterator[Chosen]:
        """Yield many benefits by what they are for: one long line of them is hard to read."""
        many = told_in_full(self._requisition)
        if not many or self._omissions.leaves_out("pay.benefits"):
            return
        states: tuple[str, ...] = ("compensation.benefits",)
        for label, some in benefits_by_use(many, self._catalog.benefit_groups):
            text = Text.plain(f"{joined(map(open_ended, some), 'and')}.")
            name = f"pay.benefits.{snake(label)}"
            yield Chosen(name, text, label, 1, form, states, ("benefits",))
            states = ()

    def _kept(self, found: Iterable[Chosen]) -> Iterator[Chosen]:
        return (one for one in found if not self._omissions.leaves_out(one.id))

    def _standing(self, group: Iterable[Candidate], section: str) -> Iterator[Chosen]:
        for one in group:
            item = one.item
            if one.is_bound and not item.when.agrees(self._situation):
                continue
            text = self._lawful.words(item, one.text)
            if text is None or item.same in self._same or self._is_omitted(one, section):
                continue
            if section == DUTIES and self._told and self._echoes(text):
                continue
            if self._yielding and self._yielding.intersection(one.told_by):
                continue
            missing = self._missing(one)
            if missing and not self._needed.issuperset(missing):
                self._waiting.note(missing, section, text, item)
            elif not missing or self._shows_first(missing):
                self._same |= {item.same} - {""}
                yield self._chosen(one, text)

    def _chosen(self, one: Candidate, text: Text) -> Chosen:
        """Return how a candidate stands here; a guide item counts for the first that states it."""
        chosen, states = one.chosen, one.item.states
        if states:
            new = tuple([name for name in states if name not in self._stated])
            self._stated.update(states)
            if new != states:
                chosen = chosen._replace(states=new)
        return chosen if text is one.text else chosen._replace(text=text)

    def _echoes(self, text: Text) -> bool:
        """Tell whether a duty of the employer's own words says what *text* would say."""
        words = str(text).lower()
        return any(_names(words, one) for one in self._told)

    def _is_omitted(self, one: Candidate, section: str) -> bool:
        if not self._requisition.omit:
            return False
        if any(map(self._omissions.leaves_out, (one.item.id, *one.item.states))):
            return True
        fields = [*(slot.id for slot in one.slots), *(slot.field for slot in one.slots)]
        return section in AT_THE_TOP and self._omissions.leaves_out_fact(one.item.id, fields)

    def _missing(self, one: Candidate) -> tuple[str, ...]:
        """Return the fields that the words wait for."""
        filled, blanks, missing = self._filled, self._blanks, []
        for name in one.item.when.filled:
            if name not in filled:
                filled[name] = is_filled(self._requisition, name)
            if not filled[name]:
                missing.append(name)
        for slot in one.slots:
            if slot.id not in blanks:
                blanks[slot.id] = is_blank(self._requisition, slot)
            if blanks[slot.id]:
                missing.append(slot.id if slot.field == "extra" else slot.field)
        return tuple(dict.fromkeys(missing)) if missing else ()

    def _shows_first(self, missing: tuple[str, ...]) -> bool:
        """Tell whether needed blanks show here for the first time: each shows once."""
        is_first = self._blanks_shown.isdisjoint(missing)
        self._blanks_shown.update(missing)
        return is_first

    def _entries(self, section: str, form: str) -> Iterator[Chosen]:
        for entry in _entries_of(self._catalog, section):
            if entry.id in self._stated or self._omissions.leaves_out(entry.id):
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


@lru_cache(maxsize=8)
def _always_needed(catalog: Catalog) -> frozenset[str]:
    return frozenset(plan.name for plan in catalog.fields if plan.need == "needed")


@lru_cache(maxsize=512)
def _entries_of(catalog: Catalog, section: str) -> tuple[Entry, ...]:
    return tuple(entry for entry in catalog.entries if entry.section == section)


def _names(words: str, one: str) -> bool:
    """Tell whether *words* hold *one* at the head of a word: "provide" names no "ride"."""
    return f" {one}" in f" {words}"
