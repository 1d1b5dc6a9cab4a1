"""From what stands in each section to blocks: facts, bullets, paragraphs and headed parts."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from casemgr_jd.builder.chosen import (
    ALWAYS_KEPT,
    CONTINUES,
    ENDS,
    FACTS,
    HEADS,
    PARAGRAPHS,
    Chosen,
    Selected,
    closed_text,
    open_parts,
)
from casemgr_jd.builder.in_place import Places, begun, in_place
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, Paragraph, Section, list_of
from casemgr_jd.model.text import Text

__all__ = ["blocks_of", "body_of"]

_MOST_REMEMBERED = 1024


def blocks_of(section: Selected, places: Places) -> tuple[Block, ...]:
    """Return a section as blocks.

    Args:
        section: what stands in it.
        places: how values read in the places where they stand.
    """
    return tuple(_made_of(section, places))


def body_of(blocks: list[Block]) -> tuple[Block, ...]:
    """Return blocks as one tuple, shared by all postings of these: that is what keeps many variants small."""
    made = tuple(blocks)
    if len(_known_bodies) >= _MOST_REMEMBERED:
        _known_bodies.clear()
    return _known_bodies.setdefault(tuple(map(id, made)), made)


_known_bodies: dict[tuple[int, ...], tuple[Block, ...]] = {}


def _made_of(selected: Selected, places: Places) -> Iterator[Block]:
    """Yield what a section makes; one without a heading, such as a letterhead, stands as its blocks."""
    if selected.id == FACTS:
        yield list_of(tuple(_told_together(selected.items, places)))
    elif selected.title:
        yield Section(
            selected.id, selected.title, tuple(_inner(selected.items, places)), selected.tip
        )
    else:
        yield from _inner(selected.items, places)


def _told_together(items: Iterable[Chosen], places: Places) -> Iterator[Fact]:
    """Yield the facts; those under one label are told in one line, the employer's own behind ours."""
    lines: dict[str, list[Chosen]] = {}
    for one in items:
        lines.setdefault(one.label, []).append(one)
    for label, told in lines.items():
        yield _fact(label, tuple(sorted(told, key=_is_own)), places)


def _is_own(one: Chosen) -> bool:
    return one.priority == ALWAYS_KEPT


def _fact(label: str, told: tuple[Chosen, ...], places: Places) -> Fact:
    """Return what is told in one line, shared by all postings that tell it: their lists differ in others."""
    key = (id(places), *map(id, told))
    found = _known_facts.get(key)
    if found is None:
        parts = list(told[0].text.parts)
        for one in told[1:]:
            parts += ["; ", *one.text.parts]
        tells = dict.fromkeys(name for one in told for name in one.tells)
        if len(_known_facts) >= _MOST_REMEMBERED:
            _known_facts.clear()
        fact = Fact(label, begun(Text(tuple(parts)), places), told[0].id, tuple(tells))
        found = _known_facts[key] = told, places, fact
    return found[2]


_known_facts: dict[tuple[int, ...], tuple[tuple[Chosen, ...], Places, Fact]] = {}
"""By the identity of what they tell and of the views, which are held, so that it stays their own."""


def _inner(items: Iterable[Chosen], places: Places) -> Iterator[Block]:
    """Yield what stands in a section; what a line of the employer's heads, as a part of its own behind it."""
    unheaded: list[Chosen] = []
    parts: list[tuple[Chosen, list[Chosen]]] = []
    last: list[Chosen] = []
    for one in items:
        if one.form == ENDS:
            last.append(one)
        elif one.form == HEADS:
            parts.append((one, []))
        elif parts and _field_of(one) == _field_of(parts[-1][0]):
            parts[-1][1].append(one)
        else:
            unheaded.append(one)
    if not parts:
        unheaded, last = [*unheaded, *last], []
    yield from _unheaded(unheaded, places)
    for head, part in parts:
        yield Section(head.id, str(head.text), tuple(_unheaded(part, places)))
    yield from _unheaded(last, places)


def _field_of(own: Chosen) -> str:
    return own.id.rpartition(".")[0]


def _unheaded(items: Iterable[Chosen], places: Places) -> Iterator[Block]:
    for are_bullets, group in groupby(items, key=lambda one: one.form not in PARAGRAPHS):
        if are_bullets:
            yield BulletList(
                Bullet(
                    in_place(_as_bullet(one), places, at_head=not one.label),
                    one.id,
                    one.label,
                    one.states,
                    one.tells,
                )
                for one in _under_one_label(group)
            )
        else:
            yield from _paragraphs(group, places)


def _as_bullet(one: Chosen) -> Text:
    """Return the words of a bullet; a fact that stands as one ends as its neighbors do."""
    return closed_text(open_parts(one.text)) if one.form == FACTS else one.text


def _under_one_label(items: Iterable[Chosen]) -> Iterator[Chosen]:
    """Yield the bullets; those of ours that follow each other under one label are told in one line."""
    for (label, is_own), group in groupby(items, key=lambda one: (one.label, _is_own(one))):
        first, *others = group
        if not label or is_own or not others:
            yield from (first, *others)
            continue
        states, tells, parts = first.states, first.tells, open_parts(first.text)
        for one in others:
            states, tells = (*states, *one.states), (*tells, *one.tells)
            parts += ["; ", *open_parts(one.text)]
        yield first._replace(text=closed_text(parts), states=states, tells=tells)


def _paragraphs(items: Iterable[Chosen], places: Places) -> Iterator[Paragraph]:
    """Yield the paragraphs; a sentence that continues one stands in it."""
    made: list[Paragraph] = []
    for item in items:
        if made and item.form == CONTINUES:
            before = made.pop()
            more = in_place(item.text, places, at_head=True)
            text = Text((*before.text.parts, " ", *more.parts))
            states, tells = (*before.states, *item.states), (*before.tells, *item.tells)
            made.append(Paragraph(text, before.id, states, tells))
        else:
            text = in_place(_labeled(item), places, at_head=True)
            made.append(Paragraph(text, item.id, item.states, item.tells))
    yield from made


def _labeled(item: Chosen) -> Text:
    return Text((f"{item.label}: ", *item.text.parts)) if item.label else item.text
