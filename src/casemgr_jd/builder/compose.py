"""From a requisition and a catalog to a posting."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from casemgr_jd.builder.effective import effective_requisition
from casemgr_jd.builder.required import places_watched, resting_on, turning_days
from casemgr_jd.builder.select import Chosen, Selected, select
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.condition import Condition, is_filled
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList, Paragraph, Section
from casemgr_jd.model.item import Item
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.slot import Slot
from casemgr_jd.model.structure import Structure
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["compose"]

_TITLE = Text((SlotRef("title"),))
_GLANCE = (
    "location",
    "work_model",
    "employment_type",
    "pay_range",
    "shift",
    "requisition_id",
    "posted_on",
    "closing_date",
)
_ONLY_WHEN_FILLED = ("requisition_id", "posted_on")
# These decide by themselves what is taken from the catalog, whatever its conditions say.
_SELECTORS = ("setting", "tier", "role", "edition", "omit")


def compose(requisition: Requisition, catalog: Catalog) -> Posting:
    """Return the posting for *requisition*.

    Raises:
        InputError: the requisition names something that the catalog does not have.
    """
    facts = effective_requisition(requisition, catalog)
    selected = select(facts, catalog)
    if facts.edition is Edition.BOARD:
        from casemgr_jd.builder.board import shortened

        selected = shortened(selected, catalog.slots)
    return Posting(
        title=_TITLE,
        blocks=(_glance(catalog, _glance_slots(facts)), *_laid_out(selected)),
        requisition=facts,
        slots=catalog.slots,
        structure=_structure(catalog),
        catalog_version=catalog.version,
        catalog_hash=catalog.hash,
    )


def _glance_slots(facts: Requisition) -> tuple[str, ...]:
    return tuple(
        name for name in _GLANCE if name not in _ONLY_WHEN_FILLED or is_filled(facts, name)
    )


@lru_cache(maxsize=64)
def _glance(catalog: Catalog, names: tuple[str, ...]) -> FactList:
    slots: dict[str, Slot] = {slot.id: slot for slot in catalog.slots}
    return FactList(
        Fact(slots[name].label, Text((SlotRef(name),)), name) for name in names if name in slots
    )


@lru_cache(maxsize=512)
def _laid_out(selected: tuple[Selected, ...]) -> tuple[Section, ...]:
    # Postings of the same make-up share their sections: that is what keeps many variants small.
    return tuple(
        Section(one.plan.id, one.title, tuple(_blocks(one.items)), one.plan.tip) for one in selected
    )


def _blocks(items: Iterable[Chosen]) -> Iterator[Block]:
    bullets: list[Bullet] = []
    for item in items:
        if item.form == "paragraphs":
            if bullets:
                yield BulletList(bullets)
                bullets = []
            yield Paragraph(_labeled(item), item.id)
        else:
            bullets.append(Bullet(item.text, item.id, item.label))
    if bullets:
        yield BulletList(bullets)


def _labeled(item: Chosen) -> Text:
    return Text((f"{item.label}: ", *item.text.parts)) if item.label else item.text


@lru_cache(maxsize=8)
def _structure(catalog: Catalog) -> Structure:
    conditions = list(_conditions(catalog))
    compared = {name for one in conditions for name in one.structural_fields}
    filled = {name for one in conditions for name in one.filled}
    compared |= resting_on(catalog)
    wanted = places_watched(catalog) | {name for one in conditions for name in one.place}
    return Structure(
        tuple(sorted(compared | set(_SELECTORS))),
        tuple(sorted(filled | {"caseload", *_ONLY_WHEN_FILLED})),
        tuple(place for place in catalog.places if place.id in wanted),
        turning_days(catalog),
    )


def _conditions(catalog: Catalog) -> Iterator[Condition]:
    items: list[Item] = [item for plan in catalog.sections for item in plan.items]
    items += [item for module in catalog.settings for item in module.items]
    items += [item for tier in catalog.tiers for item in tier.scope]
    yield from (item.when for item in items)
    yield from (entry.when for entry in catalog.entries if entry.section)
