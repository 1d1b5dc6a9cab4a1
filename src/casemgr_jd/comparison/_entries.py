"""A posting as the list of what a reader meets, each entry under a key that survives rewording."""

from collections.abc import Iterable, Iterator

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text

__all__ = ["Entry", "entries"]


class Entry(NamedTuple):
    """One heading, sentence, bullet, fact or row."""

    id: str
    """The guide item, or nothing for words that stand under no id."""
    section: str
    """Title of the section that it stands in, or that it is the heading of; empty above the first."""
    wording: tuple[str, str]
    """Label and text, with ``{slots}``: two postings with other facts have the same wording."""
    shown: str
    """What a reader sees."""
    place: tuple[str, str, str]
    """Ids of its section, of itself, and what kind of node it is."""
    states: tuple[str, ...] = ()
    """Ids of the guide items that the words state."""

    @property
    def field(self) -> str:
        """The requisition field that the words are, where they are the employer's own."""
        own, _, rest = self.id.partition(".")
        return rest.partition(".")[0] if own == "own" else ""

    @property
    def matter(self) -> tuple[object, ...]:
        """What it speaks of, whatever its id: other words of the same matter stand in its place."""
        section, _, kind = self.place
        label, _ = self.wording
        about = label if kind == "fact" else self.states
        return (section, kind, about) if about else ()


def entries(posting: Posting) -> dict[tuple[object, ...], Entry]:
    """Return everything in *posting* in reading order, by a key that is unique in it."""
    found: dict[tuple[object, ...], Entry] = {}
    counts: dict[tuple[object, ...], int] = {}
    for entry in _of(posting):
        # An item keeps its key wherever it stands; words without an id are known by themselves.
        _, own, kind = entry.place
        key = (kind, own) if own else (*entry.place, entry.wording)
        counts[key] = counts.get(key, 0) + 1
        found[(*key, counts[key])] = entry
    return found


def _of(posting: Posting) -> Iterator[Entry]:
    yield Entry("", "", ("", str(posting.title)), posting.heading, ("", "title", "title"))
    yield from _in_blocks(posting, posting.blocks, "", "")


def _in_blocks(
    posting: Posting, blocks: Iterable[Block], section: str, title: str
) -> Iterator[Entry]:
    def entry(
        kind: str, text: Text, id: str = "", label: str = "", states: tuple[str, ...] = ()
    ) -> Entry:
        words = text.filled(posting.read)
        shown = f"{label}: {words}" if label else words
        return Entry(id, title, (label, str(text)), shown, (section, id, kind), states)

    for block in blocks:
        if isinstance(block, Section):
            named = ("", block.title)
            yield Entry(block.id, block.title, named, block.title, ("", block.id, "section"))
            yield from _in_blocks(posting, block.blocks, block.id, block.title)
        elif isinstance(block, Paragraph):
            yield entry("paragraph", block.text, block.id, "", block.states)
        elif isinstance(block, Table):
            if block.caption:
                yield entry("caption", Text.plain(block.caption))
            for row in (block.header, *block.rows):
                yield entry("row", _row(row))
        else:
            for one in _items(block):
                states = one.states if isinstance(one, Bullet) else ()
                yield entry(type(one).__name__.lower(), one.text, one.id, one.label, states)


def _items(block: BulletList | FactList) -> Iterable[Bullet | Fact]:
    return block.bullets if isinstance(block, BulletList) else block.facts


def _row(cells: tuple[Text, ...]) -> Text:
    parts = [part for cell in cells for part in (" | ", *cell.parts)]
    return Text(tuple(parts[1:]))
