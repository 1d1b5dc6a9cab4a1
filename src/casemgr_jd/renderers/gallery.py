"""The first page of a gallery: cards that lead to the pages of many postings."""

from collections.abc import Iterable

from casemgr_jd._attrs import evolve, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd.model.document import Document
from casemgr_jd.renderers.page import from_template
from casemgr_jd.renderers.theme import Theme

__all__ = ["Card", "gallery_page"]


@frozen(eq=False)
class Card(ByContent):
    """One page of a gallery: where it is, and what tells it apart from the others."""

    group: str
    """The heading that it stands under, such as the name of a practice setting."""
    label: str
    """What tells it from the others of its group, such as the name of a tier."""
    title: str
    address: str
    """Where the page is, relative to the index."""
    facts: tuple[str, ...] = ()
    """A line or two on what the page shows, such as location and pay."""


def gallery_page(
    cards: Iterable[Card],
    title: str,
    employer: str = "",
    note: str = "",
    theme: Theme | None = None,
) -> str:
    """Return a page that shows *cards* in a grid, by group.

    Args:
        cards: in the order in which they are shown; groups stand where their first card does.
        title: the heading of the page.
        employer: whose postings they are; may be left empty.
        note: a sentence below the heading; may be left empty.
        theme: the look; the packaged one if left out.

    >>> page = gallery_page([Card("Hospital", "Senior", "Nurse", "nurse.html")], "Postings")
    >>> '<a href="nurse.html"><span class="of">Senior</span> Nurse</a>' in page
    True
    """
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(card.group, []).append(card)
    return from_template(
        "gallery.html",
        theme or Theme(),
        document=Document(title),
        title=title,
        card="",
        job_data="",
        back=None,
        body="",
        ending="",
        employer=employer,
        note=note,
        groups={name: _told_once(of_group) for name, of_group in groups.items()},
        labels=list(dict.fromkeys(card.label for group in groups.values() for card in group)),
    )


def _told_once(cards: list[Card]) -> tuple[list[str], list[Card]]:
    """Return what all cards of a group say alike, and the cards without it; a lone card keeps all."""
    if len(cards) < 2:
        return [], cards
    shared = [fact for fact in cards[0].facts if all(fact in card.facts for card in cards)]
    own = [
        evolve(one, facts=tuple(fact for fact in one.facts if fact not in shared)) for one in cards
    ]
    return shared, own
