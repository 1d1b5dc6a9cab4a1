"""From a requisition and a catalog to a posting."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from casemgr_jd.builder.chosen import Chosen
from casemgr_jd.builder.effective import effective_requisition
from casemgr_jd.builder.lawful import Lawful
from casemgr_jd.builder.layout import Selected, homes_of, laid_out
from casemgr_jd.builder.required import places_watched, resting_on, turning_days
from casemgr_jd.builder.select import select
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.condition import Condition, is_filled
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList, Paragraph, Section
from casemgr_jd.model.item import Item
from casemgr_jd.model.open_option import OpenOption
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["compose"]

_TITLE = Text((SlotRef("title"),))
_FACTS = "facts"
# These decide by themselves what is taken from the catalog, whatever its conditions say.
_SELECTORS = ("setting", "tier", "role", "license", "edition", "omit", "add", "measures")


def compose(requisition: Requisition, catalog: Catalog) -> Posting:
    """Return the posting for *requisition*.

    Raises:
        InputError: the requisition names something that the catalog does not have.
    """
    facts = effective_requisition(requisition, catalog)
    _check_additions(facts, catalog)
    edition = catalog.edition((facts.edition or Edition.POSTING).value)
    lawful = Lawful(facts, catalog)
    homes = homes_of(edition, facts, catalog)
    selection = select(facts, catalog, edition.id, lawful, homes)
    sections = laid_out(selection, edition, facts, catalog)
    return Posting(
        title=_heading(requisition, facts, catalog),
        blocks=_blocks(sections),
        requisition=facts,
        slots=catalog.slots,
        structure=_structure(catalog, lawful.places(_planned(facts, catalog)), lawful.regions()),
        open_options=_shared(selection.open_options),
        catalog_version=catalog.version,
        catalog_hash=catalog.hash,
    )


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


def _heading(requisition: Requisition, facts: Requisition, catalog: Catalog) -> Text:
    """Return the heading: the title, and the one setting where that helps people to find the job."""
    if requisition.title not in (None, facts.title) or len(facts.setting) != 1:
        return _TITLE
    after = catalog.setting(facts.setting[0]).in_title
    role = catalog.role(facts.role or "").title
    if requisition.title or not after or after in role:
        return _TITLE
    return Text((SlotRef("title"), f", {after}"))


@lru_cache(maxsize=512)
def _blocks(sections: tuple[Selected, ...]) -> tuple[Block, ...]:
    # Postings of the same make-up share their blocks: that is what keeps many variants small.
    return tuple(_block(one) for one in sections)


@lru_cache(maxsize=512)
def _shared(options: tuple[OpenOption, ...]) -> tuple[OpenOption, ...]:
    return options


def _block(selected: Selected) -> Block:
    if selected.id == _FACTS:
        return FactList(Fact(one.label, one.text, one.id, one.tells) for one in selected.items)
    return Section(selected.id, selected.title, tuple(_inner(selected.items)), selected.tip)


def _inner(items: Iterable[Chosen]) -> Iterator[Block]:
    bullets: list[Bullet] = []
    for item in items:
        if item.form == "paragraphs":
            if bullets:
                yield BulletList(bullets)
                bullets = []
            yield Paragraph(_labeled(item), item.id, item.states, item.tells)
        else:
            bullets.append(Bullet(item.text, item.id, item.label, item.states, item.tells))
    if bullets:
        yield BulletList(bullets)


def _labeled(item: Chosen) -> Text:
    return Text((f"{item.label}: ", *item.text.parts)) if item.label else item.text


@lru_cache(maxsize=64)
def _structure(
    catalog: Catalog, watched: frozenset[str], regions: tuple[tuple[str, ...], ...]
) -> Structure:
    items = list(catalog.posting_items())
    conditions = [item.when for item in items]
    conditions += [entry.when for entry in catalog.entries if entry.section]
    compared = {name for one in conditions for name in one.structural_fields}
    compared |= {plan.name for plan in catalog.fields if plan.stands} | resting_on(catalog)
    wanted = watched | places_watched(catalog)
    wanted |= {name for one in conditions for name in one.place}
    return Structure(
        fields=sorted(compared | set(_SELECTORS)),
        filled=sorted(_looked_for(items, conditions, catalog)),
        places=tuple(place for place in catalog.places if place.id in wanted),
        days=turning_days(catalog),
        traits=sorted({name for one in conditions for name in (*one.traits, *one.lacks)}),
        regions=regions,
    )


def _planned(facts: Requisition, catalog: Catalog) -> tuple[str, ...]:
    """Return the conditions of hire that the requisition states."""
    return tuple(
        name for name in _conditions(catalog) if is_filled(facts, name) and getattr(facts, name)
    )


@lru_cache(maxsize=8)
def _conditions(catalog: Catalog) -> tuple[str, ...]:
    return tuple(item.condition for item in catalog.posting_items() if item.condition)


def _looked_for(items: list[Item], conditions: list[Condition], catalog: Catalog) -> set[str]:
    """Return the fields of which it matters whether they are given: a sentence waits for each."""
    fields = {slot.id: slot.field for slot in catalog.slots if slot.field != "extra"}
    texts = [text for item in items for text in (item.text, item.otherwise) if text is not None]
    named = {fields[slot] for text in texts for slot in text.slots if slot in fields}
    return named | {name for one in conditions for name in (*one.filled, *one.blank)} | {"caseload"}
