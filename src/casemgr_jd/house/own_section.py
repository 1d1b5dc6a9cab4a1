"""A section of an employer's own, which stands in every posting of the house."""

from casemgr_jd._attrs import field, frozen
from casemgr_jd._doors import by_name
from casemgr_jd.errors import Problem
from casemgr_jd.model import _entry
from casemgr_jd.model._entry import lines, name, words
from casemgr_jd.model._value import Value

__all__ = ["OwnSection"]


@by_name
@frozen(repr=False, eq=False)
class OwnSection(Value):
    """A section of the house: its heading, its words, and where it stands.

    Raises:
        InputError: it has no id, heading or words, or stands both before and after another.

    >>> OwnSection("union", "Our union", paragraphs="{organization} works under a contract.").paragraphs
    ('{organization} works under a contract.',)
    """

    id: str = field(converter=name)
    """Unique among the sections; an id of the guide's sections adds to that section."""
    title: str = field(default="", converter=words)
    """The heading."""
    paragraphs: tuple[str, ...] = field(default=(), converter=lines)
    """Paragraphs, with ``{slot}`` for a value; a single text counts as one. They stand before the bullets."""
    bullets: tuple[str, ...] = field(default=(), converter=lines)
    """Bullets, with ``{slot}`` for a value; a single text counts as one."""
    before: str = field(default="", converter=words)
    """Id of the section that it stands before; it stands last if neither is given."""
    after: str = field(default="", converter=words)
    """Id of the section that it stands after."""

    def __attrs_post_init__(self) -> None:
        _entry.settle(self, self._conflicts())

    def _conflicts(self) -> list[Problem]:
        if not _entry.is_settled(self, "id", "paragraphs", "bullets", "before", "after"):
            return []
        found = _entry.needed(self, "id")
        if not (self.paragraphs or self.bullets):
            found.append(Problem("", "says nothing", "give it paragraphs or bullets"))
        if self.before and self.after:
            found.append(Problem("before", "is given beside after", "leave one of them out"))
        return found
