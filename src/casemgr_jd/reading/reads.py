"""What was asked of a text: as long as the answers are the same, so is what was made of them.

A text is asked for words, for wording, for what a look at each block finds: each such question is a *read*, kept under
what names it. What is looked at around a place that an answer gave (its sentence, its block and the two blocks before and
behind) needs no note: that place is known by its block. What goes through a whole text says so (``Source.whole``).
"""

from collections.abc import Hashable, Iterable
from enum import Enum

__all__ = [
    "ADDRESSES",
    "LINES",
    "MOST_AT_THE_TOP",
    "NOBODY",
    "WHOLE",
    "Notes",
    "Read",
    "in_section",
    "known",
    "of_kind",
    "top",
]


class Read(Enum):
    """Questions that have no words."""

    WHOLE = "all of the text"
    LINES = "the lines on which its blocks stand"
    ADDRESSES = "the addresses in it"


WHOLE, LINES, ADDRESSES = Read.WHOLE, Read.LINES, Read.ADDRESSES


MOST_AT_THE_TOP = 30
"""Who asks for more lines than these asks for all."""


def top(lines: int) -> Hashable:
    """Name the question for so many blocks from the first on."""
    return ("top", lines) if lines <= MOST_AT_THE_TOP else WHOLE


def known(name: str) -> Hashable:
    """Name the question for what is given beside the text, such as the head-count of the employer."""
    return ("known", name)


def in_section(name: str) -> Hashable:
    """Name the question for the blocks of a kind of section."""
    return ("section", name)


def of_kind(kind: str) -> Hashable:
    """Name the question for the blocks of a kind, such as ``heading``."""
    return ("kind", kind)


class Notes:
    """What is asked of one text, written down while somebody wants to know.

    >>> notes = Notes()
    >>> with notes.taken() as reads:
    ...     notes.add("remote")
    >>> notes.add("nobody wants to know")
    >>> reads
    {'remote'}
    """

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[set[Hashable]] = []

    def add(self, read: Hashable) -> None:
        """Write down one question."""
        if self._open:
            self._open[-1].add(read)

    def update(self, reads: Iterable[Hashable]) -> None:
        """Write down several questions."""
        if self._open:
            self._open[-1].update(reads)

    def taken(self) -> "_Taken":
        """Collect what is asked from here on; who collected until now learns of it only by what is then added."""
        return _Taken(self._open)


class _Taken:
    """What is asked while it is entered: a set. (Every rule of every check enters one: so it is no generator.)"""

    __slots__ = ("_open", "_reads")

    def __init__(self, taking: list[set[Hashable]]) -> None:
        self._open, self._reads = taking, set[Hashable]()

    def __enter__(self) -> set[Hashable]:
        self._open.append(self._reads)
        return self._reads

    def __exit__(self, *failure: object) -> None:
        self._open.pop()


class _Unread(Notes):
    """Notes that nobody takes."""

    __slots__ = ()

    def add(self, read: Hashable) -> None:
        """Let go of a question."""

    def update(self, reads: Iterable[Hashable]) -> None:
        """Let go of several questions."""

    def taken(self) -> _Taken:
        """Collect nothing."""
        return _Taken([])


NOBODY: Notes = _Unread()
