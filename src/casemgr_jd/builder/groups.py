"""Candidates in groups: what of a group stands is found out once for facts that look alike to it."""

from collections.abc import Iterable, Sequence, Set
from functools import reduce
from operator import or_

from casemgr_jd._records import NamedTuple
from casemgr_jd.builder.candidate import Candidate
from casemgr_jd.builder.chosen import Chosen, Items, shared_items
from casemgr_jd.builder.signals import Signals
from casemgr_jd.model.item import Item
from casemgr_jd.model.text import Text

__all__ = ["NOTHING", "Group", "Heard", "Note", "Outcome", "Stretch", "joined", "together", "whole"]

_MOST_REMEMBERED = 1024


class Note(NamedTuple):
    """Words that wait for facts."""

    fields: tuple[str, ...]
    text: Text
    item: Item


class Outcome:
    """What stands of a group, what waits for facts, and what that says."""

    __slots__ = ("items", "notes", "same", "says", "shown", "stated")

    def __init__(self, items: Iterable[Chosen], notes: Iterable[Note]) -> None:
        self.items: Items = tuple(items)
        self.notes: tuple[Note, ...] = tuple(notes)
        self.same: frozenset[str] = frozenset()
        self.stated: frozenset[str] = frozenset()
        self.shown: frozenset[str] = frozenset()
        self.says: int = 0
        """The bits of what it says."""

    def saying(
        self, same: Set[str], stated: Set[str], shown: Set[str], signals: Signals
    ) -> "Outcome":
        """Return the outcome, having noted what it says."""
        self.same, self.stated, self.shown = map(frozenset, (same, stated, shown))
        said = ("same", self.same), ("stated", self.stated), ("shown", self.shown)
        self.says = reduce(or_, [signals.bits(kind, names) for kind, names in said])
        return self


NOTHING = Outcome((), ())
"""Where nothing stands and nothing waits."""


class Heard:
    """What the sentences of a posting have said so far, and what is wanted of it.

    Args:
        needed: fields whose blanks show where nothing is given.
        yielding: fields whose sentence gives way to the employer's own words.
    """

    def __init__(self, needed: frozenset[str], yielding: frozenset[str]) -> None:
        self.needed = needed
        self.yielding = yielding
        self.outcomes: list[Sequence[Outcome]] = []
        """What stands so far, section by section."""

    @property
    def same(self) -> set[str]:
        """Sentences of which one is enough, by the name that they share."""
        return set().union(*[one.same for some in self.outcomes for one in some])

    @property
    def stated(self) -> set[str]:
        """Guide items that are stated."""
        return set().union(*[one.stated for some in self.outcomes for one in some])

    @property
    def shown(self) -> set[str]:
        """Fields whose blanks show."""
        return set().union(*[one.shown for some in self.outcomes for one in some])


class _Known:
    """What stood of something before, by all that it looks at.

    Args:
        mask: the bits of what it looks at.
    """

    def __init__(self, mask: int) -> None:
        self.mask = mask
        self.outcomes: dict[int, Outcome] = {}
        """By the bits that were set of those in ``mask`` before any of it was tried."""

    def remember(self, bits: int, outcome: Outcome) -> Outcome:
        """Keep what stands where these bits are set, and return it."""
        if len(self.outcomes) >= _MOST_REMEMBERED:
            self.outcomes.clear()
        self.outcomes[bits & self.mask] = outcome
        return outcome


class Group(_Known):
    """Candidates that are tried one behind the other, and what stood of them, by all that they look at.

    Args:
        candidates: in order.
        mask: the bits of what they look at.
    """

    def __init__(self, candidates: Iterable[Candidate], mask: int) -> None:
        super().__init__(mask)
        self.candidates: tuple[Candidate, ...] = tuple(candidates)


class Stretch(_Known):
    """Groups that follow each other, and what stood of them all, by all that they look at.

    Args:
        groups: in order.
    """

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups: tuple[Group, ...] = tuple(groups)
        super().__init__(reduce(or_, [one.mask for one in self.groups], 0))


def joined(outcomes: tuple[Outcome, ...]) -> Outcome:
    """Return what stands of several groups as one outcome, one and the same for the same ones."""
    if len(outcomes) == 1:
        return outcomes[0]
    found = _joined.get(outcomes)
    if found is None:
        if len(_joined) >= _MOST_REMEMBERED:
            _joined.clear()
        found = _joined[outcomes] = Outcome(
            together(outcomes), [note for one in outcomes for note in one.notes]
        )
        found.same = frozenset().union(*[one.same for one in outcomes])
        found.stated = frozenset().union(*[one.stated for one in outcomes])
        found.shown = frozenset().union(*[one.shown for one in outcomes])
        found.says = reduce(or_, [one.says for one in outcomes], 0)
    return found


def together(outcomes: Sequence[Outcome]) -> Items:
    """Return what stands of several groups, as one and the same tuple each time."""
    if len(outcomes) == 1:
        return outcomes[0].items
    key = tuple(outcomes)
    found = _known.get(key)
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        found = _known[key] = shared_items(tuple(item for one in key for item in one.items))
    return found


def whole(items: Items) -> Outcome:
    """Return items that stand in a section, one and the same tuple each time, as one outcome."""
    found = _whole.get(id(items))
    if found is None:
        if len(_whole) >= _MOST_REMEMBERED:
            _whole.clear()
        found = _whole[id(items)] = Outcome(items, ())
    return found


_joined: dict[tuple[Outcome, ...], Outcome] = {}
_known: dict[tuple[Outcome, ...], Items] = {}
_whole: dict[int, Outcome] = {}
"""By the identity of their items, which they hold, so that it stays theirs."""
