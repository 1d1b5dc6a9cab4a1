"""From a requisition and a catalog to a posting."""

from collections.abc import Hashable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from weakref import WeakKeyDictionary

from attrs import evolve

from casemgr_jd.builder.chosen import (
    ALWAYS_KEPT,
    AT_THE_TOP,
    CONTINUES,
    FACTS,
    HEADS,
    PARAGRAPHS,
    Chosen,
)
from casemgr_jd.builder.effective import (
    brings_degree_and_license,
    completion_of,
    effective_requisition,
)
from casemgr_jd.builder.law_known import lawful_of
from casemgr_jd.builder.layout import Selected, laid_out, token
from casemgr_jd.builder.naming import naming
from casemgr_jd.builder.resting import structure_resting, whole_structure
from casemgr_jd.builder.select import select
from casemgr_jd.builder.telling import spoken_of, told_in_full
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.completion import Completion
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList, Paragraph, Section
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting, posting_of
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
    return posting_of(
        title=made.title,
        blocks=made.blocks,
        lang="en",
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
        if len(made) >= _MOST_MAKE_UPS:
            made.clear()
        found = made[key] = _make_up(facts, completion, catalog)
    return found


_MAY_YIELD = ("education", "experience_years")
"""Facts whose sentence gives way to the employer's own words while role and tier bring them."""


def _as_usual(facts: Requisition, completion: Completion, catalog: Catalog) -> tuple[bool, ...]:
    usual = _usual(facts, catalog)
    return tuple([getattr(facts, one) == getattr(completion.defaults, one) for one in usual])


def _usual(facts: Requisition, catalog: Catalog) -> tuple[str, ...]:
    """Return the facts of which it matters whether they stand as the choices bring them."""
    spoken = spoken_of(facts.qualifications, catalog.yields) if facts.qualifications else ()
    return ("title", *(one for one in _MAY_YIELD if one in spoken))


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
_MOST_MAKE_UPS = 4096
"""A table of many rows has some thousand make-ups; what each adds to the parts they share is small."""
_made: "WeakKeyDictionary[Catalog, dict[Hashable, _MakeUp]]" = WeakKeyDictionary()


def _make_up(facts: Requisition, completion: Completion, catalog: Catalog) -> _MakeUp:
    _check_additions(facts, catalog)
    edition = catalog.edition((facts.edition or Edition.POSTING).value)
    lawful = lawful_of(facts, catalog)
    selection = select(facts, catalog, edition.id, lawful)
    sections = laid_out(selection, edition, facts, catalog)
    title = _heading(facts, completion, catalog)
    structure = structure_resting(facts, catalog, lawful.regions)
    is_headed = title is not _TITLE or _setting_in_title(facts, catalog)
    usual = tuple(one for one in _usual(facts, catalog) if is_headed or one != "title")
    compared = {*structure.fields, *_compared_whole(facts, catalog)}
    return _MakeUp(
        title,
        naming(_blocks(sections), lawful.classes, catalog),
        _structure(structure, completion, usual, frozenset(compared)),
        selection.open_options,
    )


def _structure(
    base: Structure, completion: Completion, usual: tuple[str, ...], compared: frozenset[str]
) -> Structure:
    """Return what a make-up rests on; one and the same for those that rest on the same."""
    key = id(base), id(completion), usual, compared
    found = _known_structures.get(key)
    if found is None:
        made = evolve(base, completion=completion, usual=usual, fields=sorted(compared))
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
        Problem(f"add[{index}].label", "is needed for a fact at the top", "say what the text is of")
        for index, one in enumerate(facts.add)
        if one.section in AT_THE_TOP and not one.label
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
    """Return sections as blocks; one that stands as it stood before is shared, and so are all of them.

    That is what keeps many variants small. It is found by what stands in it, one and the same object for
    all postings that have it; the employer's own sentences are new each time, and compared.
    """
    blocks: list[Block] = []
    for one in sections:
        key = one.id, one.title, one.tip, *map(token, one.items)
        found = _known_blocks.get(key)
        if found is None:
            if len(_known_blocks) >= _MOST_REMEMBERED:
                _known_blocks.clear()
            found = _known_blocks[key] = one.items, tuple(_blocks_of(one))
        blocks += found[1]
    made = tuple(blocks)
    if len(_known_bodies) >= _MOST_REMEMBERED:
        _known_bodies.clear()
    return _known_bodies.setdefault(tuple(map(id, made)), made)


_known_blocks: dict[Hashable, tuple[tuple[Chosen, ...], tuple[Block, ...]]] = {}
"""Blocks, with what stands in them: held, so that what they are found by stays theirs."""
_known_bodies: dict[tuple[int, ...], tuple[Block, ...]] = {}


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
                Bullet(one.text, one.id, one.label, one.states, one.tells)
                for one in _under_one_label(group)
            )
        else:
            yield from _paragraphs(group)


def _under_one_label(items: Iterable[Chosen]) -> Iterator[Chosen]:
    """Yield the bullets; those of ours that follow each other under one label are told in one line."""
    for (label, is_own), group in groupby(
        items, key=lambda one: (one.label, one.priority == ALWAYS_KEPT)
    ):
        first, *others = group
        if not label or is_own or not others:
            yield from (first, *others)
            continue
        states, tells, parts = first.states, first.tells, _open_parts(first.text)
        for one in others:
            states, tells = (*states, *one.states), (*tells, *one.tells)
            parts += ["; ", *_open_parts(one.text)]
        yield first._replace(text=Text((*parts, ".")), states=states, tells=tells)


def _open_parts(text: Text) -> list[str | SlotRef]:
    """Return the parts of a sentence without the period that ends it."""
    *parts, last = text.parts
    if last == ".":
        return parts
    return [*parts, last.removesuffix(".") if isinstance(last, str) else last]


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
