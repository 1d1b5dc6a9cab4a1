"""Which sections an edition of a posting has, how they are headed, and what each of them takes in."""

from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias

from casemgr_jd._names import snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Layout
from casemgr_jd.model.choices import Edition
from casemgr_jd.model.posting import Posting

__all__ = ["Homes", "heading_of", "headings_of", "homes_of", "layouts_of"]

Homes: TypeAlias = Mapping[str, tuple[str, str]]
"""Id and heading of a section of an edition, by the section plan whose items it takes."""


def homes_of(edition: str, tier: str | None, catalog: Catalog) -> Homes:
    """Return id and heading of the section of an edition that takes each section plan, by the plan's id."""
    return {
        name: (one.id, heading_of(one, tier, catalog))
        for one in layouts_of(edition, catalog)
        for name in one.takes
    }


@lru_cache(maxsize=32)
def layouts_of(edition: str, catalog: Catalog) -> tuple[Layout, ...]:
    """Return the layouts of an edition, and one for each section of an overlay that no edition takes."""
    planned = catalog.edition(edition).sections
    taken = {name for plan in catalog.editions for one in plan.sections for name in one.takes}
    others = (plan for plan in catalog.sections if plan.id not in taken)
    return (*planned, *(Layout(one.id, one.title, (one.id,), one.tip) for one in others))


def heading_of(layout: Layout, tier: str | None, catalog: Catalog) -> str:
    """Return the heading of a section in a posting of *tier*, as the requisition calls it.

    A tier of another name, such as ``mid``, does without the word of the level, as its title does.
    """
    if layout.id != "level" or not tier:
        return layout.title
    found = catalog.tier(tier)
    return found.heading if found.heading and snake(tier) == found.id else layout.title


def headings_of(posting: Posting, catalog: Catalog) -> dict[str, str]:
    """Return the heading of each section that the edition of a posting may have, by its id, in order."""
    edition = posting.requisition.edition or Edition.POSTING
    layouts = layouts_of(edition.value, catalog)
    return {one.id: heading_of(one, posting.tier, catalog) for one in layouts if one.title}
