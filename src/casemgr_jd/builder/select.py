"""Which items of the catalog stand in a posting, in which words, and which wait for a fact."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache, partial
from itertools import chain
from typing import NamedTuple

from casemgr_jd._names import snake
from casemgr_jd.builder.answers import Answers
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.builder.candidates import DUTIES
from casemgr_jd.builder.chosen import AT_THE_TOP, LEADS, Chosen, Items, shared_items
from casemgr_jd.builder.groups import Group, Heard, Note, Outcome, together, whole
from casemgr_jd.builder.homes import homes_of
from casemgr_jd.builder.jobs import LAW, MEASURES, OPENING, Job, job_of
from casemgr_jd.builder.law_known import law_known
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.measuring import caseloads, measures
from casemgr_jd.builder.omissions import Omissions
from casemgr_jd.builder.own_words import own_plans, own_sentences, spoken_in
from casemgr_jd.builder.telling import (
    benefits_by_use,
    in_one_line,
    names_license,
    spoken_of,
    told_in_full,
)
from casemgr_jd.builder.waiting import Waiting
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry, Telling
from casemgr_jd.model.condition import Situation, is_filled
from casemgr_jd.model.reading import closed, open_ended
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text

__all__ = ["Selection", "select"]

_BOARD = "board"
_BENEFITS = "benefits"
_LICENSE = "license"


class Selection(NamedTuple):
    """What stands, place by place as the sections of the job have them, and what could be said besides."""

    job: Job
    found: list[Outcome]
    waiting: Waiting

    def items(self, section: str) -> Items:
        """Return what stands in a section plan: one and the same tuple for the same of it."""
        places = self.job.places.get(section)
        return together([one for one in self.found[places] if one.items]) if places else ()


def select(requisition: Requisition, catalog: Catalog, edition: str, lawful: Lawful) -> Selection:
    """Return what stands in a posting of *requisition* in *edition*, as law at the place has it.

    Raises:
        InputError: the requisition omits something that does not exist, or omits without a reason
            what law wants.
    """
    return _Selector(requisition, catalog, edition, lawful).selection()


class _Selector:
    def __init__(
        self,
        requisition: Requisition,
        catalog: Catalog,
        edition: str,
        lawful: Lawful,
    ) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._edition = edition
        self._job = job_of(requisition, catalog, edition)
        self._modules = self._job.modules
        self._candidates = self._job.candidates
        self._lawful = lawful
        self._needed = lawful.wanted | self._job.needed
        own = " ".join(requisition.duties).lower()
        self._told = tuple(one for one in catalog.echoes if _names(own, one)) if own else ()
        yielding = self._told_in_own_words()
        self._heard = Heard(self._needed, yielding)
        self._law = law_known(lawful, catalog)
        self._signals = self._law.signals
        self._bits = (
            self._job.signals(requisition, catalog)
            | self._law.bits
            | self._signals.bits("yields", yielding)
            | self._signals.bits("told", self._told)
        )
        """All that candidates look at, as far as it is known now."""
        self._omissions = Omissions(requisition.omit)
        self._waiting = Waiting(self._job, requisition, catalog, edition, self._needed)

    @cached_property
    def _situation(self) -> Situation:
        return self._job.situation(self._requisition, self._catalog, self._lawful)

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._situation, self._lawful)

    def selection(self) -> Selection:
        found = self._job.nothing.copy()
        self._heard.outcomes.append(found)
        more_in, bits = self._more_in(), self._bits
        for section, form, place, groups in self._job.sections:
            if groups is None or section in more_in:
                self._bits = bits
                found[place] = whole(shared_items(tuple(self._section(section, form))))
                bits = self._bits
                continue
            for group in groups:
                one = group.outcomes.get(bits & group.mask)
                if one is None:
                    one = group.remember(bits, self._outcome(group, section))
                bits |= one.says
                found[place] = one
                place += 1
        if LAW not in more_in and LAW in self._job.places:
            found[self._job.places[LAW].stop - 1] = self._law.outcome
        self._omissions.check(self._catalog)
        self._waiting.found = found
        return Selection(self._job, found, self._waiting)

    def _more_in(self) -> AbstractSet[str]:
        """Return the sections in which more may stand than candidates one after the other."""
        facts = self._requisition
        if facts.omit or facts.add:
            return {plan.id for plan in self._catalog.sections}
        found = spoken_in(facts, self._catalog)
        for section, entries in self._job.entries.items():
            if any(self._is_told_enough(one) for one in entries):
                found.add(section)
        if facts.purpose:
            found.add(OPENING)
        if facts.caseload or facts.measures:
            found.add(MEASURES)
        if told_in_full(facts):
            found.add(_BENEFITS)
        return found

    def _section(self, section: str, form: str) -> list[Chosen]:
        """Return what stands in a section plan: the employer's own first, then ours, then law's."""
        law = self._required_by_law() if section == LAW else ()
        if self._leaves_out(section):
            return []
        own = partial(own_sentences, self._requisition, self._catalog, section, form)
        speaks = bool(self._requisition.add or own_plans(self._catalog, section))
        found = [*own(True)] if speaks else []
        found += self._of_this_job(section)
        if section == MEASURES:
            found += self._measured()
        else:
            found += self._standing(self._candidates.common[section], section)
        if section == _BENEFITS and self._edition != _BOARD:
            found += self._benefits(form)
        found += self._entries(section, form)
        if speaks:
            found += own(False)
        found += law
        return found

    def _leaves_out(self, section: str) -> bool:
        """Tell whether a section plan is left out: by its own id, or by that of the section it stands in."""
        if not self._requisition.omit:
            return False
        homes = homes_of(self._edition, self._requisition.tier, self._catalog)
        home = homes[section][0] if section in homes else section
        return any(map(self._omissions.leaves_out, (section, home)))

    def _told_in_own_words(self) -> frozenset[str]:
        """Return the fields whose sentence of ours gives way to requirements of the employer's own."""
        own, yields = self._requisition.qualifications, self._catalog.yields
        if not own:
            return frozenset()
        found = spoken_of(own, yields) & self._brought_by_choices()
        license = next((one for one in yields if one.subject == _LICENSE), Telling(_LICENSE))
        facts = self._requisition
        # What counts in place of the license is told beside it, and nowhere else.
        if facts.license_alternative or not names_license(own, facts.license, license):
            found -= {_LICENSE}
        return found

    def _brought_by_choices(self) -> frozenset[str]:
        """Return the fields that stand as role and tier bring them."""
        facts, tier = self._requisition, self._requisition.tier
        brought = dict(self._job.role.defaults)
        brought["experience_years"] = self._catalog.tier(tier).experience if tier else None
        return frozenset(
            name for name, one in brought.items() if one and getattr(facts, name) == one
        )

    def _of_this_job(self, section: str) -> list[Chosen]:
        """Return what role, settings and tier bring; several settings share one opening and one day."""
        if section == OPENING and self._requisition.purpose:
            return []
        several = len(self._modules) > 1
        if several and section == OPENING and not self._job.role.core:
            return []
        if several and section == DUTIES:
            return [*self._shared_day()]
        groups = self._candidates.of_job[section]
        return self._standing(chain.from_iterable(groups), section) if groups else []

    def _shared_day(self) -> Iterator[Chosen]:
        """Yield the duties of several settings as one day: the most essential of each in turn."""
        days = [self._standing(one, DUTIES) for one in self._candidates.of_job[DUTIES]]
        ranked = sorted(
            (one.priority, place, number)
            for number, day in enumerate(days)
            for place, one in enumerate(day)
        )
        yield from (days[number][place] for _, place, number in ranked)

    def _measured(self) -> Iterator[Chosen]:
        yield from self._kept(caseloads(self._requisition, self._modules, self._edition))
        common = self._standing(self._candidates.common[MEASURES], MEASURES)
        yield from sorted(common, key=lambda one: one.form == LEADS)
        yield from self._kept(measures(self._requisition, self._catalog))

    def _benefits(self, form: str) -> Iterator[Chosen]:
        """Yield many benefits by what they are for: one long line of them is hard to read."""
        many = told_in_full(self._requisition)
        if not many or self._omissions.leaves_out("pay.benefits"):
            return
        states: tuple[str, ...] = ("compensation.benefits",)
        for label, some in benefits_by_use(many, self._catalog.benefit_groups):
            text = Text.plain(closed(in_one_line([open_ended(one) for one in some])))
            name = f"pay.benefits.{snake(label)}"
            yield _shared(Chosen(name, text, label, 1, form, states, ("benefits",)))
            states = ()

    def _kept(self, found: Iterable[Chosen]) -> Iterator[Chosen]:
        return (_shared(one) for one in found if not self._omissions.leaves_out(one.id))

    def _standing(self, groups: Iterable[Group], section: str) -> list[Chosen]:
        """Return what stands of some groups; what it says and what it waits for is noted."""
        return [one for found in self._outcomes(groups, section) for one in found.items]

    def _outcomes(self, groups: Iterable[Group], section: str) -> list[Outcome]:
        outcomes: list[Outcome] = []
        self._heard.outcomes.append(outcomes)
        may_be_known = not self._requisition.omit
        for group in groups:
            found = group.outcomes.get(self._bits & group.mask) if may_be_known else None
            if found is None:
                found = self._outcome(group, section)
                if may_be_known:
                    group.remember(self._bits, found)
            self._bits |= found.says
            outcomes.append(found)
        self._waiting.noted.setdefault(section, []).extend(outcomes)
        return outcomes

    def _outcome(self, group: Group, section: str) -> Outcome:
        """Find out what stands of a group; this looks at nothing but answers and what was heard."""
        heard, answers = self._heard, self._answers
        told = self._told if section == DUTIES else ()
        before = heard.same, heard.stated, heard.shown
        same, stated, shown = map(set, before)
        items: list[Chosen] = []
        notes: list[Note] = []
        for one in group.candidates:
            item = one.item
            if one.agrees is not None and not answers[one.agrees]:
                continue
            text = one.text if one.words is None else answers[one.words]
            if text is None or item.same in same or self._is_omitted(one, section):
                continue
            if told and _echoes(text, told):
                continue
            if not heard.yielding.isdisjoint(one.told_by):
                continue
            missing = tuple(dict.fromkeys(ask.name for ask in one.waits_for if answers[ask]))
            if missing and not heard.needed.issuperset(missing):
                notes.append(Note(missing, text, item))
                continue
            # A needed blank shows once.
            if shown.isdisjoint(missing):
                same |= {item.same} - {""}
                items.append(_chosen(one, text, stated))
                stated.update(item.states)
                shown.update(missing)
        had_same, had_stated, had_shown = before
        new = same - had_same, stated - had_stated, shown - had_shown
        return Outcome(items, notes).saying(*new, self._signals)

    def _is_omitted(self, one: Candidate, section: str) -> bool:
        if not self._requisition.omit:
            return False
        if any(map(self._omissions.leaves_out, (one.item.id, one.item.same, *one.item.states))):
            return True
        if section not in AT_THE_TOP:
            return False
        shown = (name for slot in one.slots for name in (slot.id, slot.field))
        names = (one.item.id, one.item.same)
        return self._omissions.leaves_out_fact(names, (*shown, *one.chosen.tells))

    def _entries(self, section: str, form: str) -> Iterator[Chosen]:
        for entry in self._job.entries.get(section, ()):
            if entry.id in self._heard.stated or self._omissions.leaves_out(entry.id):
                continue
            if entry.when.holds(self._situation):
                yield _shared(Chosen(entry.id, entry.text, "", 2, form, (entry.id,)))

    def _is_told_enough(self, entry: Entry) -> bool:
        return all(is_filled(self._requisition, one) for one in entry.when.filled)

    def _required_by_law(self) -> Items:
        found = self._lawful.sentences
        if not self._requisition.omit:
            return found
        for statement in self._lawful.statements:
            self._omissions.wanted_by_law(statement.id, LAW)
        return tuple(one for one in found if not self._omissions.leaves_out(one.id))


def _chosen(one: Candidate, text: Text, stated: AbstractSet[str]) -> Chosen:
    """Return how a candidate stands; a guide item counts for the first that states it."""
    chosen, states = one.chosen, one.item.states
    if states:
        new = tuple([name for name in states if name not in stated])
        if new != states:
            chosen = chosen._replace(states=new)
    return chosen if text is one.text else chosen._replace(text=text)


def _echoes(text: Text, told: Iterable[str]) -> bool:
    """Tell whether the employer's own duties, which speak of what is *told*, say what *text* would say."""
    words = str(text).lower()
    return any(_names(words, one) for one in told)


@lru_cache(maxsize=2048)
def _shared(item: Chosen) -> Chosen:
    """Return an item that is the same object as any that was equal to it: sections are found by them."""
    return item


def _names(words: str, one: str) -> bool:
    """Tell whether *words* hold *one* at the head of a word: "provide" names no "ride"."""
    return f" {one}" in f" {words}"
