"""A folder of pages, one for every setting at every tier, with an index that shows them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from copy import copy

from casemgr_jd._attrs import evolve
from casemgr_jd.cli._output import must_be_new_or_empty, write_folder
from casemgr_jd.cli._streams import say
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.document import BulletList, Paragraph
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.gallery import Card, gallery_page
from casemgr_jd.renderers.page import HtmlPageRenderer
from casemgr_jd.variation.variants import Variant, variants

__all__ = ["write_gallery"]

_LEVEL = "level"
"""Id of the section that says what the tier changes."""
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_SUMMARY = "summary"
"""Id of the section that opens a posting."""


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
    cards = list(_cards(found, renderer, catalog))
    pages["index.html"] = _index(cards, facts, renderer, bool(found.ruled_out)).encode()
    write_folder(folder, pages.items())
    for pair in found.ruled_out:
        say(f"left out: {pair}")
    return len(cards)


def _cards(
    found: Iterable[Variant], renderer: HtmlPageRenderer, catalog: Catalog
) -> Iterator[Card]:
    """Yield a card for each posting.

    How it opens tells a setting from others where all its postings open alike, and a posting from others
    of one title at one tier; where all postings open alike, it tells nothing.
    """
    made = [(_opening(one.posting), _card(one, renderer, catalog)) for one in found]
    alike = Counter((card.label, card.title) for _, card in made)
    openings: dict[str, set[tuple[str, ...]]] = {}
    for opening, card in made:
        openings.setdefault(card.group, set()).add(opening)
    differ = len({opening for opening, _ in made}) > 1
    for opening, card in made:
        told = len(openings[card.group]) == 1 or alike[card.label, card.title] > 1
        yield evolve(card, facts=(*opening, *card.facts) if told and differ else card.facts)


def _card(variant: Variant, renderer: HtmlPageRenderer, catalog: Catalog) -> Card:
    posting = variant.posting
    facts = (posting.value("location"), posting.value("pay_range"))
    return Card(
        group=_group(posting.settings[0], catalog),
        label=catalog.tier(posting.tier or "").name,
        title=posting.heading,
        address=f"{variant.id}{renderer.suffix}",
        facts=(*_years(posting), *_level(posting), *filter(None, facts)),
    )


def _group(setting: str, catalog: Catalog) -> str:
    """Return the name of a setting, behind that of the one it is a part of."""
    own = catalog.setting(setting)
    return f"{catalog.setting(own.parent).name}: {own.name}" if own.parent else own.name


def _opening(posting: Posting) -> tuple[str, ...]:
    """Return the first sentence of a posting, which tells one setting from another."""
    section = next((one for one in posting.sections if one.id == _SUMMARY), None)
    first = [one for one in section.blocks if isinstance(one, Paragraph)][:1] if section else []
    return tuple(_SENTENCE_END.split(one.text.filled(posting.read))[0] for one in first)


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
    # A mark between two facts stays on the line of the first.
    shared = "\u00a0· ".join(alike) + ". " if alike else ""
    which = (
        "Each practice setting that suits the role" if some_left_out else "Each practice setting"
    )
    return gallery_page(
        cards,
        title="Case manager postings",
        employer=facts.organization or "",
        note=f"{shared}{which}, at every tier. Words in brackets are still to be filled in.",
        theme=renderer.theme,
    )
