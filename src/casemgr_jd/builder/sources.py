"""Where the candidates of a job come from: items sorted by section once, and told apart by few choices."""

from collections.abc import Callable, Hashable, Iterable, Mapping

from casemgr_jd._reading import reader_of
from casemgr_jd.builder.groups import Group
from casemgr_jd.model.condition import Choices
from casemgr_jd.model.item import Item

__all__ = ["Part", "Source"]

_MOST_REMEMBERED = 512
_OF_A_ROLE = ("role", "group")
"""The choices that decide which duties a role may do."""


class Part:
    """Items of one section, and what of them may stand for choices that they do not tell apart.

    Args:
        items: in order.
    """

    def __init__(self, items: Iterable[Item]) -> None:
        self.items: tuple[Item, ...] = tuple(items)
        names = {name for one in self.items for name in one.when.compared}
        if any(one.needs for one in self.items):
            names.update(_OF_A_ROLE)
        self._choices = reader_of(sorted(names))
        self._known: dict[Hashable, tuple[Group, ...]] = {}

    def groups(
        self, edition: str, choices: Choices, make: Callable[[], tuple[Group, ...]]
    ) -> tuple[Group, ...]:
        """Return what may stand in an edition for such choices, made once for all that have it."""
        if not self.items:
            return ()
        key = edition, self._choices(choices)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= _MOST_REMEMBERED:
                self._known.clear()
            found = self._known[key] = make()
        return found


class Source:
    """What title, role, setting or tier bring, by the section that each item belongs to.

    Args:
        items: in order.
        home: the section of items that name none.
        by: what the source is found by; held, so that its identity stays its own.
    """

    def __init__(self, items: Iterable[Item], home: str, by: object = None) -> None:
        self.by = by
        sections: dict[str, list[Item]] = {}
        for one in items:
            sections.setdefault(one.section or home, []).append(one)
        self.parts: Mapping[str, Part] = {name: Part(some) for name, some in sections.items()}
        """The items of each section that has any."""
