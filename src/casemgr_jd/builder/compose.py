"""From a requisition and a catalog to a posting."""

from collections.abc import Hashable, Iterator
from functools import cached_property, lru_cache
from weakref import WeakKeyDictionary

from casemgr_jd._attrs import evolve
from casemgr_jd._reading import SeenBefore
from casemgr_jd.builder.chosen import LABELED
from casemgr_jd.builder.effective import (
    brings_degree_and_license,
    completion_of,
    effective_requisition,
)
from casemgr_jd.builder.folding import folded
from casemgr_jd.builder.headings import headed
from casemgr_jd.builder.layout import laid_out
from casemgr_jd.builder.naming import named_blocks
from casemgr_jd.builder.resting import structure_resting, whole_structure
from casemgr_jd.builder.select import select
from casemgr_jd.builder.sight import Sight, sight_of
from casemgr_jd.builder.signals import FactSignals
from casemgr_jd.builder.telling import spoken_of, told_in_full
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.completion import Completion
from casemgr_jd.model.document import Block
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting, posting_of
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["MakeUp", "compose", "make_up_key", "posting_on"]

_TITLE = Text((SlotRef("title"),))


def compose(requisition: Requisition, catalog: Catalog) -> Posting:
    """Return the posting for *requisition*.

    Raises:
        InputError: the requisition names something that the catalog does not have.
    """
    facts = effective_requisition(requisition, catalog)
    return posting_on(facts, completion_of(requisition, catalog), catalog)


def posting_on(
    facts: Requisition,
    completion: Completion,
    catalog: Catalog,
    bits: int = 0,
    by: FactSignals | None = None,
) -> Posting:
    """Return the posting for facts that are complete.

    Args:
        facts: a requisition with what its choices mean.
        completion: what they mean.
        catalog: the content.
        bits: those that the facts set, where that was found out before.
        by: what found it out.

    Raises:
        InputError: the facts omit or add something where that cannot be.
    """
    make_up = _remembered(facts, completion, catalog, sight_of(facts, catalog, bits, by))
    return posting_of(make_up, facts, catalog)


class MakeUp:
    """What postings of one make-up share: all but the facts.

    Args:
        facts: those of the first of them.
        completion: what their choices mean; held, so that the identity by which this is found stays its own.
        catalog: the content.
        sight: what decides which items stand.

    Raises:
        InputError: the facts omit or add something where that cannot be.
    """

    def __init__(
        self, facts: Requisition, completion: Completion, catalog: Catalog, sight: Sight
    ) -> None:
        self._facts = facts
        self._completion = completion
        self._catalog = catalog
        self._lawful = lawful = sight.law.lawful
        if facts.add:
            _check_additions(facts, catalog)
        selection = select(facts, catalog, sight, completion.called)
        self._waiting = selection.waiting
        found = laid_out(selection, sight.edition, completion.called, catalog)
        sections = folded(headed(found, sight.edition), sight.edition)
        self.title: Text = _heading(facts, completion, catalog)
        self.blocks: tuple[Block, ...] = named_blocks(sections, lawful.classes, catalog)

    @cached_property
    def structure(self) -> Structure:
        """What the choice of items rests on."""
        facts, catalog = self._facts, self._catalog
        base = structure_resting(facts, catalog, self._lawful.regions)
        is_headed = self.title is not _TITLE or _setting_in_title(
            facts.setting, facts.role, catalog
        )
        usual = [
            one for one in _usual(facts.qualifications, catalog) if is_headed or one != "title"
        ]
        more = tuple(_compared_whole(facts, catalog))
        return _structure(base, self._completion, tuple(usual), more)

    @property
    def open_options(self) -> tuple[OpenOption, ...]:
        """What could be said besides."""
        return self._waiting.options


def _remembered(
    facts: Requisition, completion: Completion, catalog: Catalog, sight: Sight
) -> MakeUp:
    """Return the make-up of a posting; one that came before is shared.

    Of many rows most have one that never comes again: keeping it would cost more than making it.
    """
    made, seen_before = _made.get(catalog) or _made.setdefault(catalog, ({}, SeenBefore()))
    key = make_up_key(facts, completion, catalog, sight)
    found = made.get(key)
    if found is None:
        found = MakeUp(facts, completion, catalog, sight)
        if seen_before(key):
            if len(made) >= _MOST_MAKE_UPS:
                made.clear()
            made[key] = found
    return found


_MAY_YIELD = ("education", "experience_years")
"""Facts whose sentence gives way to the employer's own words while role and tier bring them."""


def _as_usual(facts: Requisition, completion: Completion, catalog: Catalog) -> tuple[bool, ...]:
    usual = _usual(facts.qualifications, catalog)
    return tuple([getattr(facts, one) == getattr(completion.defaults, one) for one in usual])


@lru_cache(maxsize=512)
def _usual(qualifications: tuple[str, ...], catalog: Catalog) -> tuple[str, ...]:
    """Return the facts of which it matters whether they stand as the choices bring them."""
    spoken = spoken_of(qualifications, catalog.yields) if qualifications else ()
    return ("title", *(one for one in _MAY_YIELD if one in spoken))


def make_up_key(
    facts: Requisition, completion: Completion, catalog: Catalog, sight: Sight
) -> Hashable:
    """Return what tells the make-up of a posting: equal for two that have the same items.

    Args:
        facts: a requisition with what its choices mean.
        completion: what they mean.
        catalog: the content.
        sight: what decides which items stand.
    """
    if sight.is_plain:
        is_usual = facts.title == completion.defaults.title
        benefits = told_in_full(facts)
        # A make-up holds what it is found by, so that its identity stays its own.
        return id(completion), is_usual, sight.law.lawful, sight.job, sight.bits, benefits
    structure = whole_structure(catalog)
    usual = _as_usual(facts, completion, catalog), told_in_full(facts)
    return completion.called, usual, *structure.key(facts)


_MOST_REMEMBERED = 1024
_MOST_MAKE_UPS = 256
"""Few: of a table's rows most have a make-up of their own, and those that share one come close together."""
_made: "WeakKeyDictionary[Catalog, tuple[dict[Hashable, MakeUp], SeenBefore]]" = WeakKeyDictionary()


def _structure(
    base: Structure, completion: Completion, usual: tuple[str, ...], more: tuple[str, ...]
) -> Structure:
    """Return what a make-up rests on; one and the same for those that rest on the same."""
    key = id(base), id(completion), usual, more
    found = _known_structures.get(key)
    if found is None:
        compared = sorted({*base.fields, *more})
        made = evolve(base, completion=completion, usual=usual, fields=compared)
        if len(_known_structures) >= _MOST_REMEMBERED:
            _known_structures.clear()
        found = _known_structures[key] = base, completion, made
    return found[2]


_known_structures: dict[Hashable, tuple[Structure, Completion, Structure]] = {}
"""Each with what it is found by: held, so that its identity stays its own."""


def _compared_whole(facts: Requisition, catalog: Catalog) -> Iterator[str]:
    """Yield the facts whose every word counts in this posting."""
    if told_in_full(facts):
        yield "benefits"
    if brings_degree_and_license(catalog.role(facts.role or "")):
        # A degree that carries no license takes the role's away.
        yield "education"


def _check_additions(facts: Requisition, catalog: Catalog) -> None:
    known = [plan.id for plan in catalog.sections]
    hint = f"one of: {', '.join(known)}"
    problems = [
        Problem(f"add[{index}].section", f"is no section: {one.section!r}", hint)
        for index, one in enumerate(facts.add)
        if one.section not in known
    ]
    problems += [
        Problem(f"add[{index}].label", "is needed for a labeled fact", "say what the text is of")
        for index, one in enumerate(facts.add)
        if one.section in LABELED and not one.label
    ]
    if problems:
        raise InputError(problems)


def _heading(facts: Requisition, completion: Completion, catalog: Catalog) -> Text:
    """Return the heading: the title, and the one setting where that helps people to find the job."""
    after = _setting_in_title(facts.setting, facts.role, catalog)
    if not after or facts.title != completion.defaults.title:
        return _TITLE
    return _with_setting(after)


@lru_cache(maxsize=64)
def _with_setting(after: str) -> Text:
    return Text((SlotRef("title"), f", {after}"))


@lru_cache(maxsize=512)
def _setting_in_title(settings: tuple[str, ...], role: str | None, catalog: Catalog) -> str:
    """Return the words for the setting that may follow the title of tier and role, if any may."""
    if len(settings) != 1:
        return ""
    after = catalog.setting(settings[0]).in_title
    named = after.partition(" ")[0]
    return "" if named in catalog.role(role or "").title.split() else after
