"""From a requisition and a catalog to a posting."""

from bisect import bisect
from collections.abc import Hashable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

from attrs import evolve

from casemgr_jd.builder.chosen import ALWAYS_KEPT, CONTINUES, FACTS, HEADS, PARAGRAPHS, Chosen
from casemgr_jd.builder.effective import (
    brings_degree_and_license,
    completion_of,
    effective_requisition,
)
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.layout import Selected, homes_of, laid_out
from casemgr_jd.builder.naming import naming
from casemgr_jd.builder.resting import (
    conditions_of,
    planned_conditions,
    structure_of,
    whole_structure,
)
from casemgr_jd.builder.select import select
from casemgr_jd.builder.telling import spoken_of, told_in_full
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.completion import Completion, is_given
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList, Paragraph, Section
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["compose", "make_up_key"]

_TITLE = Text((SlotRef("title"),))


def compose(requisition: Requisition, catalog: Catalog) -> Posting:
    """Return the posting for *requisition*.

    Raises:
        InputError: the requisition names something that the catalog does not have.
    """
    facts = effective_requisition(requisition, catalog)
    completion = completion_of(requisition, catalog)
    made = _remembered(facts, completion, catalog)
    return Posting(
        title=made.title,
        blocks=made.blocks,
        requisition=facts,
        slots=catalog.slots,
        structure=made.structure,
        open_options=made.open_options,
        catalog_version=catalog.version,
        catalog_hash=catalog.hash,
    )


class _MakeUp(NamedTuple):
    """What postings of one make-up share: all but the facts."""

    title: Text
    blocks: tuple[Block, ...]
    structure: Structure
    open_options: tuple[OpenOption, ...]


def _remembered(facts: Requisition, completion: Completion, catalog: Catalog) -> _MakeUp:
    """Return the make-up of a posting; one that was made before is shared."""
    made = _made.setdefault(catalog, {})
    key = make_up_key(facts, completion, catalog)
    found = made.get(key)
    if found is None:
        narrow = ("narrow", *_narrow_key(facts, completion, catalog))
        plain = made.get(narrow) or _plain_make_up(facts, completion, catalog)
        if len(made) >= _MOST_REMEMBERED:
            made.clear()
        made[narrow] = plain
        found = made[key] = _naming_classes(plain, facts, catalog)
    return found


_ONLY_LAW_ASKS = ("locations", "remote_states", "employees", "employees_in", "posted_on")
"""Facts of which, apart from law, it matters only whether they are given, and few other things."""


def _narrow_key(
    facts: Requisition, completion: Completion, catalog: Catalog
) -> tuple[Hashable, ...]:
    """Return what tells the make-up of a posting by what law wants, not by the places where it does."""
    deciders = whole_structure(catalog).deciders
    own = tuple(
        [
            decide(getattr(facts, name))
            for name, decide in deciders.items()
            if name not in _ONLY_LAW_ASKS
        ]
    )
    given = tuple([is_given(getattr(facts, name)) for name in _ONLY_LAW_ASKS])
    has_state = any(one.state for one in facts.locations)
    several = len(facts.locations) > 1, len(facts.remote_states) > 1
    law = _law_key(facts, catalog)
    usual = _as_usual(facts, completion, catalog), told_in_full(facts)
    return completion.called, usual, own, given, has_state, several, law


_MAY_YIELD = ("education", "experience_years")
"""Facts whose sentence gives way to the employer's own words while role and tier bring them."""


def _as_usual(facts: Requisition, completion: Completion, catalog: Catalog) -> tuple[bool, ...]:
    usual = _usual(facts, catalog)
    return tuple([getattr(facts, one) == getattr(completion.defaults, one) for one in usual])


def _usual(facts: Requisition, catalog: Catalog) -> tuple[str, ...]:
    """Return the facts of which it matters whether they stand as the choices bring them."""
    spoken = spoken_of(facts.qualifications, catalog.yields) if facts.qualifications else ()
    return ("title", *(one for one in _MAY_YIELD if one in spoken))


def _law_key(facts: Requisition, catalog: Catalog) -> Hashable:
    """Return what law wants of a posting; remembered by the facts that it asks for."""
    days = whole_structure(catalog).days
    asked = (
        facts.locations,
        facts.remote_states,
        facts.employees,
        facts.employees_in,
        bisect(days, facts.posted_on) if facts.posted_on else None,
        facts.work_model,
        facts.license,
        bool(facts.attachments),
    )
    known = _law_known.setdefault(catalog, {})
    found = known.get(asked)
    if found is None:
        lawful = Lawful(facts, catalog)
        found = (
            lawful.wanted(),
            tuple(one.id for one in lawful.statements()),
            tuple(lawful.wording(one) for one in conditions_of(catalog)),
            lawful.traits(),
            catalog.places_of(facts.locations) & _places_in_conditions(catalog),
        )
        if len(known) >= _MOST_REMEMBERED:
            known.clear()
        known[asked] = found
    return found


_law_known: "WeakKeyDictionary[Catalog, dict[Hashable, Hashable]]" = WeakKeyDictionary()


@lru_cache(maxsize=8)
def _places_in_conditions(catalog: Catalog) -> frozenset[str]:
    items = [item.when for item in catalog.posting_items()]
    items += [entry.when for entry in catalog.entries if entry.section]
    return frozenset(name for one in items for name in one.place)


def make_up_key(facts: Requisition, completion: Completion, catalog: Catalog) -> Hashable:
    """Return what tells the make-up of a posting: equal for two that have the same items.

    Args:
        facts: a requisition with what its choices mean.
        completion: what they mean.
        catalog: the content.
    """
    structure = whole_structure(catalog)
    usual = _as_usual(facts, completion, catalog), told_in_full(facts)
    return completion.called, usual, *structure.key(facts)


_MOST_REMEMBERED = 1024
_made: "WeakKeyDictionary[Catalog, dict[Hashable, _MakeUp]]" = WeakKeyDictionary()


def _make_up(facts: Requisition, completion: Completion, catalog: Catalog) -> _MakeUp:
    return _naming_classes(_plain_make_up(facts, completion, catalog), facts, catalog)


def _naming_classes(plain: _MakeUp, facts: Requisition, catalog: Catalog) -> _MakeUp:
    """Return a make-up with the classes that law at the place adds: all else is the same in many places."""
    blocks = naming(plain.blocks, Lawful(facts, catalog).classes(), catalog)
    return plain if blocks is plain.blocks else plain._replace(blocks=blocks)


def _plain_make_up(facts: Requisition, completion: Completion, catalog: Catalog) -> _MakeUp:
    _check_additions(facts, catalog)
    edition = catalog.edition((facts.edition or Edition.POSTING).value)
    lawful = Lawful(facts, catalog)
    homes = homes_of(edition, facts, catalog)
    selection = select(facts, catalog, edition.id, lawful, homes)
    sections = laid_out(selection, edition, facts, catalog)
    title = _heading(facts, completion, catalog)
    structure = structure_of(
        catalog, lawful.places(planned_conditions(facts, catalog)), lawful.regions()
    )
    is_headed = title is not _TITLE or _setting_in_title(facts, catalog)
    usual = tuple(one for one in _usual(facts, catalog) if is_headed or one != "title")
    compared = {*structure.fields, *_compared_whole(facts, catalog)}
    return _MakeUp(
        title,
        _blocks(sections),
        evolve(structure, completion=completion, usual=usual, fields=sorted(compared)),
        selection.open_options,
    )


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
    if problems:
        raise InputError(problems)


def _heading(facts: Requisition, completion: Completion, catalog: Catalog) -> Text:
    """Return the heading: the title, and the one setting where that helps people to find the job."""
    after = _setting_in_title(facts, catalog)
    if not after or facts.title != completion.defaults.title:
        return _TITLE
    return Text((SlotRef("title"), f", {after}"))


def _setting_in_title(facts: Requisition, catalog: Catalog) -> str:
    """Return the words for the setting that may follow the title of tier and role, if any may."""
    if len(facts.setting) != 1:
        return ""
    after = catalog.setting(facts.setting[0]).in_title
    named = after.partition(" ")[0]
    return "" if named in catalog.role(facts.role or "").title.split() else after


def _blocks(sections: tuple[Selected, ...]) -> tuple[Block, ...]:
    """Return sections as blocks; one that stands as it stood before is shared.

    That is what keeps many variants small. It is found by what stands in it, one and the same object for
    all postings that have it; the employer's own sentences are new each time, and compared.
    """
    blocks: list[Block] = []
    for one in sections:
        key = one.id, one.title, one.tip, *map(_token, one.items)
        found = _known_blocks.get(key)
        if found is None:
            if len(_known_blocks) >= _MOST_REMEMBERED:
                _known_blocks.clear()
            found = _known_blocks[key] = one.items, tuple(_blocks_of(one))
        blocks += found[1]
    return tuple(blocks)


_known_blocks: dict[Hashable, tuple[tuple[Chosen, ...], tuple[Block, ...]]] = {}
"""Blocks, with what stands in them: held, so that what they are found by stays theirs."""


def _token(item: Chosen) -> Hashable:
    return item if item.priority == ALWAYS_KEPT else id(item)


def _blocks_of(selected: Selected) -> Iterator[Block]:
    """Yield what a section makes; one without a heading, such as a letterhead, stands as its blocks."""
    if selected.id == FACTS:
        yield FactList(_told_together(selected.items))
    elif selected.title:
        yield Section(selected.id, selected.title, tuple(_inner(selected.items)), selected.tip)
    else:
        yield from _inner(selected.items)


def _told_together(items: Iterable[Chosen]) -> Iterator[Fact]:
    """Yield the facts; those that follow each other under one label are told in one line."""
    for label, group in groupby(items, key=lambda one: one.label):
        first, *others = group
        parts = list(first.text.parts)
        for one in others:
            parts += ["; ", *one.text.parts]
        tells = dict.fromkeys(name for one in (first, *others) for name in one.tells)
        yield Fact(label, Text(tuple(parts)), first.id, tuple(tells))


def _inner(items: Iterable[Chosen]) -> Iterator[Block]:
    """Yield what stands in a section; what a line of the employer's heads, as a part of its own behind it."""
    unheaded: list[Chosen] = []
    parts: list[tuple[Chosen, list[Chosen]]] = []
    for one in items:
        if one.form == HEADS:
            parts.append((one, []))
        elif parts and _field_of(one) == _field_of(parts[-1][0]):
            parts[-1][1].append(one)
        else:
            unheaded.append(one)
    yield from _unheaded(unheaded)
    yield from (Section(head.id, str(head.text), tuple(_unheaded(part))) for head, part in parts)


def _field_of(own: Chosen) -> str:
    return own.id.rpartition(".")[0]


def _unheaded(items: Iterable[Chosen]) -> Iterator[Block]:
    for are_bullets, group in groupby(items, key=lambda one: one.form not in PARAGRAPHS):
        if are_bullets:
            yield BulletList(
                Bullet(one.text, one.id, one.label, one.states, one.tells) for one in group
            )
        else:
            yield from _paragraphs(group)


def _paragraphs(items: Iterable[Chosen]) -> Iterator[Paragraph]:
    """Yield the paragraphs; a sentence that continues one stands in it."""
    made: list[Paragraph] = []
    for item in items:
        if made and item.form == CONTINUES:
            before = made.pop()
            text = Text((*before.text.parts, " ", *item.text.parts))
            states, tells = (*before.states, *item.states), (*before.tells, *item.tells)
            made.append(Paragraph(text, before.id, states, tells))
        else:
            made.append(Paragraph(_labeled(item), item.id, item.states, item.tells))
    yield from made


def _labeled(item: Chosen) -> Text:
    return Text((f"{item.label}: ", *item.text.parts)) if item.label else item.text
