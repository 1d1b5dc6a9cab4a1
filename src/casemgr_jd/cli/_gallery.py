"""A folder of pages, one for every setting at every tier, with an index that shows them."""

from copy import copy

from attrs import evolve

from casemgr_jd.cli._output import must_be_new_or_empty, write_folder
from casemgr_jd.cli._streams import say
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.document import BulletList
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.gallery import Card, gallery_page
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.variation.variants import Variant, variants

__all__ = ["write_gallery"]

_LEVEL = "level"
"""Id of the section that says what the tier changes."""


def write_gallery(
    folder: str,
    facts: Requisition,
    renderer: HtmlPageRenderer,
    context: RenderContext,
    catalog: Catalog,
) -> int:
    """Write the pages into a new or empty folder, all of them or none; return how many there are.

    Raises:
        InputError: the folder holds something already, or cannot be written to.
    """
    must_be_new_or_empty(folder)
    found = variants(
        facts,
        settings=[setting.id for setting in catalog.settings],
        tiers=[tier.id for tier in catalog.tiers],
        catalog=catalog,
    )
    # From each page a way back to the index.
    page = copy(renderer)
    page.back = ("index.html", "All postings")
    pages = {
        f"{one.id}{renderer.suffix}": page.render(one.posting, context).encode() for one in found
    }
    cards = [_card(one, renderer, catalog) for one in found]
    pages["index.html"] = _index(cards, facts, renderer, bool(found.ruled_out)).encode()
    write_folder(folder, pages.items())
    for pair in found.ruled_out:
        say(f"left out: {pair}")
    return len(cards)


def _card(variant: Variant, renderer: HtmlPageRenderer, catalog: Catalog) -> Card:
    posting = variant.posting
    facts = (posting.value("location"), posting.value("pay_range"))
    return Card(
        group=catalog.setting(posting.settings[0]).name,
        label=catalog.tier(posting.tier or "").name,
        title=posting.heading,
        address=f"{variant.id}{renderer.suffix}",
        facts=(*_years(posting), *_level(posting), *filter(None, facts)),
    )


def _level(posting: Posting) -> tuple[str, ...]:
    """Return the first line on what the tier changes, which tells one card from the next."""
    section = next((one for one in posting.sections if one.id == _LEVEL), None)
    lines = [one for one in section.blocks if isinstance(one, BulletList)] if section else []
    first = [one.bullets[0].text.filled(posting.read) for one in lines[:1] if one.bullets]
    return tuple(first)


def _years(posting: Posting) -> tuple[str, ...]:
    """Return the years of experience asked for, which tell one tier from another."""
    years = posting.value("experience_years")
    return (f"{years} of experience",) if years else ()


def _index(
    cards: list[Card], facts: Requisition, renderer: HtmlPageRenderer, some_left_out: bool
) -> str:
    # What all pages say alike stands once above the cards.
    alike = [one for one in cards[0].facts if all(one in card.facts for card in cards)]
    cards = [
        evolve(card, facts=tuple(one for one in card.facts if one not in alike)) for card in cards
    ]
    shared = f"{' · '.join(alike)}. " if alike else ""
    which = (
        "Each practice setting that suits the role" if some_left_out else "Each practice setting"
    )
    return gallery_page(
        cards,
        title="Case Manager Postings",
        employer=facts.organization or "",
        note=f"{shared}{which}, at every tier. Words in brackets are still to be filled in.",
        theme=renderer.theme,
    )
