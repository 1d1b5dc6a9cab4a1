"""Which items of the catalog stand in a posting, in which words, and which wait for a fact."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache, partial
from itertools import chain

from casemgr_jd._names import snake
from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.answers import Answers
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.builder.chosen import (
    DUTIES,
    LABELED,
    LEADS,
    MEASURES,
    OPENING,
    Chosen,
    Items,
    shared_items,
)
from casemgr_jd.builder.groups import Group, Heard, Note, Outcome, Stretch, joined, together, whole
from casemgr_jd.builder.homes import homes_of
from casemgr_jd.builder.jobs import Job
from casemgr_jd.builder.measuring import caseloads, measures
from casemgr_jd.builder.omissions import Omissions
from casemgr_jd.builder.own_words import own_plans, own_sentences
from casemgr_jd.builder.sight import BENEFITS, Sight, names
from casemgr_jd.builder.telling import benefit_lines, told_in_full
from casemgr_jd.builder.waiting import Waiting
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.law import SECTIONS_OF_LAW
from casemgr_jd.model.condition import Situation
from casemgr_jd.model.reading import closed, open_ended
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.text import Text

__all__ = ["Selection", "select"]

_BOARD = "board"


class Selection(NamedTuple):
    """What stands, place by place as the sections of the job have them, and what could be said besides."""

    job: Job
    found: list[Outcome]
    waiting: Waiting

    def items(self, section: str) -> Items:
        """Return what stands in a section plan: one and the same tuple for the same of it."""
        places = self.job.places.get(section)
        return together([one for one in self.found[places] if one.items]) if places else ()


def select(requisition: Requisition, catalog: Catalog, sight: Sight, tier: str | None) -> Selection:
    """Return what stands in a posting of *requisition*, as what decides that has it.

    Args:
        requisition: with what its choices mean.
        catalog: the content.
        sight: what decides which items stand.
        tier: as the requisition calls it.

    Raises:
        InputError: the requisition omits something that does not exist, or omits without a reason
            what law wants.
    """
    return _Selector(requisition, catalog, sight, tier).selection()


class _Selector:
    def __init__(
        self,
        requisition: Requisition,
        catalog: Catalog,
        sight: Sight,
        tier: str | None,
    ) -> None:
        self._requisition = requisition
        self._catalog = catalog
        self._edition = edition = sight.edition.id
        self._job = job = sight.job
        self._modules = job.modules
        self._candidates = job.candidates
        self._lawful = lawful = sight.law.lawful
        self._needed = lawful.wanted | job.needed
        self._told = sight.told
        self._heard = Heard(self._needed, sight.yielding)
        self._law = sight.law
        self._signals = sight.law.signals
        self._bits = sight.bits
        """All that candidates look at, as far as it is known now."""
        self._more_in = sight.more_in
        self._omissions = Omissions(requisition.omit)
        self._waiting = Waiting(job, requisition, catalog, edition, self._needed, tier)

    @cached_property
    def _situation(self) -> Situation:
        return self._job.situation(self._requisition, self._catalog, self._lawful)

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self._situation, self._lawful)

    def selection(self) -> Selection:
        found = self._job.nothing.copy()
        self._heard.outcomes.append(found)
        more_in, bits, job = self._more_in, self._bits, self._job
        for section, form, place, stretch in (
            job.speaking if more_in <= job.speaks_in else job.sections
        ):
            if stretch is None or section in more_in:
                self._bits = bits
                found[place] = whole(shared_items(tuple(self._section(section, form))))
                bits = self._bits
                continue
            one = stretch.outcomes.get(bits & stretch.mask)
            if one is None:
                one = stretch.remember(bits, self._one_behind_the_other(stretch, bits, section))
            if one.says:
                bits |= one.says
            found[place] = one
        for section, outcome in self._law.outcomes.items():
            if section not in more_in and section in self._job.places:
                found[self._job.places[section].stop - 1] = outcome
        self._omissions.check(self._catalog)
        self._waiting.found = found
        return Selection(self._job, found, self._waiting)

    def _one_behind_the_other(self, stretch: Stretch, bits: int, section: str) -> Outcome:
        """Find out what stands of the groups of a section."""
        outcomes: list[Outcome] = []
        self._heard.outcomes.append(outcomes)
        for group in stretch.groups:
            one = group.outcomes.get(bits & group.mask)
            if one is None:
                one = group.remember(bits, self._outcome(group, section))
            bits |= one.says
            outcomes.append(one)
        self._heard.outcomes.pop()
        return joined(tuple(outcomes))

    def _section(self, section: str, form: str) -> list[Chosen]:
        """Return what stands in a section plan: the employer's own first, then ours, then law's."""
        law = self._required_by_law(section) if section in SECTIONS_OF_LAW else ()
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
        if section == BENEFITS and self._edition != _BOARD:
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
        if many and not self._omissions.leaves_out("pay.benefits"):
            yield from _by_use(many, form, self._catalog)

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
        fields = {slot.field or slot.base for slot in one.slots}
        if section not in LABELED:
            # A sentence that is about one fact alone answers to its field, as a labeled one does.
            return len(fields) == 1 and any(map(self._omissions.leaves_out, fields))
        shown = (name for slot in one.slots for name in (slot.id, slot.field))
        names = (one.item.id, one.item.same)
        return self._omissions.leaves_out_fact(names, (*shown, *one.chosen.tells))

    def _entries(self, section: str, form: str) -> Iterator[Chosen]:
        for entry in self._job.entries.get(section, ()):
            if entry.id in self._heard.stated or self._omissions.leaves_out(entry.id):
                continue
            if entry.when.holds(self._situation):
                yield _shared(Chosen(entry.id, entry.text, "", 2, form, (entry.id,)))

    def _required_by_law(self, section: str) -> Items:
        found = self._lawful.sentences(section)
        if not self._requisition.omit:
            return found
        for statement in self._lawful.statements:
            self._omissions.wanted_by_law(statement.id, statement.stands)
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
    return any(names(words, one) for one in told)


@lru_cache(maxsize=512)
def _by_use(benefits: tuple[str, ...], form: str, catalog: Catalog) -> Items:
    """Return benefits by what they are for: the same ones come again in every other row of a table."""
    states: tuple[str, ...] = ("compensation.benefits",)
    lines: list[Chosen] = []
    told = benefit_lines([open_ended(one) for one in benefits], catalog.benefit_groups)
    lines_of: dict[str, int] = {}
    for group, label, words in told:
        name = f"pay.benefits.{snake(group)}"
        number = lines_of[name] = lines_of.get(name, 0) + 1
        name = name if number == 1 else f"{name}.{number}"
        line = Chosen(name, Text.plain(closed(words)), label, 1, form, states, ("benefits",))
        lines.append(_shared(line))
        states = ()
    return tuple(lines)


@lru_cache(maxsize=2048)
def _shared(item: Chosen) -> Chosen:
    """Return an item that is the same object as any that was equal to it: sections are found by them."""
    return item
