"""Which of the trades that a title names leads the posting, and what a second one adds."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TypeAlias

from casemgr_jd._attrs import evolve
from casemgr_jd._lexicon import lexicon
from casemgr_jd.builder.chosen import OPENING
from casemgr_jd.model.condition import Choices
from casemgr_jd.model.item import Item

__all__ = ["Titled", "in_order", "with_second"]

Titled: TypeAlias = tuple[frozenset[str], ...]
"""The traits of what a title names: one set for each subject, the leading one first."""
_ADDS = {"duty.assessment": 2, "duty.coordination": 4}
"""What a second trade adds and how much it matters: whom it meets, and with room what it brings together."""
_WHOM = "titled.named_whom"
"""For whom the work of the title is done: told where the posting tells that work, and beside nothing else."""
_OF_A_SECOND = "second."
_TITLED = "titled."


def in_order(items: Iterable[Item], titled: Titled) -> tuple[Item, ...]:
    """Return items in the order of the title: of one subject those first that tell of others with it."""
    return tuple(sorted(items, key=lambda one: (_place(one, titled), -_told(one, titled))))


def with_second(items: tuple[Item, ...], titled: Titled, choices: Choices) -> tuple[Item, ...]:
    """Return items in which a second trade has lines of its own beside those of the first.

    Args:
        items: what titles bring, in the order of the title.
        titled: what the title names.
        choices: what decides which trades are told in this job.
    """
    trades = tuple(dict.fromkeys(_place(one, titled) for one in items if _opens(one, choices)))
    if not trades or not _is_among("work", trades[0], titled):
        items = tuple(one for one in items if _WHOM not in one.when.traits)
    if not trades or _is_among("takes_nothing", trades[0], titled):
        return items
    second = next((one for one in trades[1:] if _adds(one, trades[0], titled)), None)
    return items if second is None else tuple(_lines(items, second, titled, choices))


def _adds(trade: int, first: int, titled: Titled) -> bool:
    """Tell whether a trade has something to add: it is no mere unit, and the first does not tell it too."""
    told = (_told_by(one) for each in titled[first : first + 1] for one in each)
    traits = frozenset().union(*titled[trade : trade + 1])
    adds_nothing: tuple[str, ...] = ("adds_nothing",)
    if _is_among("work", first, titled):
        adds_nothing += ("adds_nothing_to_work",)
    is_mere = any(_is_among(one, trade, titled) for one in adds_nothing)
    return not is_mere and all(map(traits.isdisjoint, told))


def _is_among(names: str, trade: int, titled: Titled) -> bool:
    """Tell whether a list of the lexicon names a trade, by its place among those of the title."""
    listed = _traits(lexicon("title_plain")[names])
    return any(not listed.isdisjoint(one) for one in titled[trade : trade + 1])


@cache
def _told_by(trait: str) -> frozenset[str]:
    """Return the traits of the wider trades that a narrower one tells too."""
    return _traits(lexicon("title_plain")["tells_also"].get(trait.removeprefix(_TITLED), ()))


def _traits(names: Iterable[str]) -> frozenset[str]:
    return frozenset(f"{_TITLED}{one}" for one in names)


def _opens(item: Item, choices: Choices) -> bool:
    """Tell whether an item has a trade told: a trade that has no opening here is not told here."""
    return item.section == OPENING and item.when.suits(choices)


def _lines(items: Iterable[Item], second: int, titled: Titled, choices: Choices) -> Iterator[Item]:
    for one in items:
        adds = one.same in _ADDS and _place(one, titled) == second and one.when.suits(choices)
        yield _beside(one) if adds else one


def _place(item: Item, titled: Titled) -> int:
    own = [at for at, traits in enumerate(titled) if not traits.isdisjoint(item.when.traits)]
    return min(own, default=len(titled))


def _told(item: Item, titled: Titled) -> int:
    """Return of how many subjects of the title an item tells."""
    return sum(not traits.isdisjoint(item.when.traits) for traits in titled)


@lru_cache(maxsize=1024)
def _beside(item: Item) -> Item:
    """Return a line of a second trade: it gives way to none of the first, and counts for no guide item."""
    same = f"{_OF_A_SECOND}{item.same}"
    return evolve(item, same=same, states=(), priority=_ADDS[item.same])
