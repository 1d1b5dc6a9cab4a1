"""The neutral tree that every text format renders.

A posting is a ``Document``; reports, kits and comparisons turn into one. Each node can be built by a
plain constructor call, and each knows nothing of formats.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol, Self, TypeAlias, runtime_checkable

from casemgr_jd._attrs import field, frozen
from casemgr_jd._clean import clean_line
from casemgr_jd._doors import node
from casemgr_jd._frozen import in_order, strings
from casemgr_jd._names import counted
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model._value import Value, cleaned
from casemgr_jd.model.text import Text, as_text

__all__ = [
    "Block",
    "Bullet",
    "BulletList",
    "Document",
    "Fact",
    "FactList",
    "Paragraph",
    "Renderable",
    "Section",
    "Table",
]


DEEPEST = 50
"""How many sections may stand one inside the other."""


def _bullets(values: "Iterable[Bullet]") -> "tuple[Bullet, ...]":
    return in_order(values)


def _facts(values: "Iterable[Fact]") -> "tuple[Fact, ...]":
    return in_order(values)


def _blocks(values: "Iterable[Block]") -> "tuple[Block, ...]":
    return in_order(values)


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class Paragraph(Value):
    """One paragraph; ``id`` is its own, by which it is replaced or left out.

    A string stands as it is, braces and all, for a document may show anybody's words; slots come from
    ``Text.parse``. What a verb of the builder takes becomes part of a posting: there ``{slot}`` in a string
    refers to a slot, and one that there is not is refused.

    >>> Paragraph("At {organization}").text.slots, Paragraph(Text.parse("At {organization}")).text.slots
    ((), ('organization',))
    >>> from casemgr_jd import draft
    >>> pledge = Section("pledge", "Our pledge", [Paragraph("At {organization} nobody works alone.")])
    >>> draft().add_section(pledge).build().sections[-1].blocks[0].text.slots
    ('organization',)
    """

    text: Text = field(converter=as_text)
    """Its words: a ``Text``, or a string, in which braces are braces."""
    id: str = ""
    """Its own id, by which it is replaced or left out."""
    states: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the guide items that the words state."""
    tells: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields that the words tell without a slot that shows them, such as ``"driving"``."""


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class Bullet(Value):
    """One item of a list, with an optional label that is shown in bold before it.

    A string stands as it is, as in a ``Paragraph``; slots come from ``Text.parse``, or from the builder.

    >>> Bullet(Text.parse("Join rounds at {organization}."), label="Rounds").text.slots
    ('organization',)
    """

    text: Text = field(converter=as_text)
    """Its words: a ``Text``, or a string, in which braces are braces."""
    id: str = ""
    """Its own id, by which it is replaced or left out."""
    label: str = field(default="", converter=clean_line)
    """What stands in bold before the words; empty for nothing."""
    states: tuple[str, ...] = field(default=(), converter=strings)
    """Ids of the guide items that the words state, such as ``"hospital.discharge"``."""
    tells: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields that the words tell without a slot that shows them, such as ``"driving"``."""


@node
@frozen(repr=False, eq=False)
class BulletList(Value):
    """A list of bullets."""

    bullets: tuple[Bullet, ...] = field(converter=_bullets)
    """The items, in order."""


@node
@frozen(repr=False, field_transformer=cleaned, eq=False)
class Fact(Value):
    """A labeled fact, such as *Location: Denver, CO*; braces in a string stand, as in a ``Paragraph``."""

    label: str = field(converter=clean_line)
    """What it is, such as *Location*."""
    text: Text = field(converter=as_text)
    """How it reads: a ``Text``, or a string, in which braces are braces."""
    id: str = ""
    """Its own id, by which it is left out."""
    tells: tuple[str, ...] = field(default=(), converter=strings)
    """Requisition fields that the words tell without a slot that shows them, such as ``"driving"``."""


@node
@frozen(repr=False, eq=False)
class FactList(Value):
    """Labeled facts, to be read at a glance."""

    facts: tuple[Fact, ...] = field(converter=_facts)
    """The facts, in order."""


def list_of(facts: tuple[Fact, ...]) -> FactList:
    """Return a list of facts that are settled already, such as the builder's: none is looked at again."""
    made = object.__new__(FactList)
    _WRITE_FACTS(made, facts)
    return made


# The descriptor sets what is settled already; the class itself refuses to be changed.
_WRITE_FACTS = FactList.facts.__set__  # type: ignore[attr-defined]


def _as_cells(values: "Iterable[str | Text]") -> tuple[Text, ...]:
    return tuple(as_text(value) for value in values)


def _as_rows(rows: "Iterable[Iterable[str | Text]]") -> tuple[tuple[Text, ...], ...]:
    return tuple(_as_cells(row) for row in rows)


@node
@frozen(repr=False, eq=False)
class Table(Value):
    """A table with one header row.

    >>> len(Table(["Day", "Shift"], [["Monday", "Early"]], caption="Shifts").rows)
    1
    """

    header: tuple[Text, ...] = field(converter=_as_cells)
    """The cells of the header row: texts or strings."""
    rows: tuple[tuple[Text, ...], ...] = field(converter=_as_rows)
    """The rows below it, each as many cells as the header has."""
    caption: str = field(default="", converter=clean_line)
    """What the table shows; empty for nothing."""


@node
@frozen(field_transformer=cleaned, eq=False)
class Section(ShowsItself):
    """One headed part of a document; sections may stand inside sections.

    >>> Section("pay", "Pay", [Paragraph("We pay every week.")])
    Section('pay', 'Pay', 1 block)
    """

    id: str
    """Stable id, such as ``"responsibilities"``."""
    title: str = field(converter=clean_line)
    """The heading."""
    blocks: "tuple[Block, ...]" = field(default=(), converter=_blocks)
    """What stands under it, in order."""
    tip: str = field(default="", converter=clean_line)
    """Advice to the person who writes the posting; shown in the writer's view only."""
    page_break: bool = False
    """Whether it starts on a new page, in formats that have pages."""
    folded: bool = False
    """Whether only its heading shows at first, in formats that can unfold it; all others show all of it."""

    def to_document(self) -> "Document":
        """Return the section as a document of its own, under its title."""
        return Document(self.title, self.blocks)

    def __repr__(self) -> str:
        return f"Section({self.id!r}, {self.title!r}, {counted(len(self.blocks), 'block')})"

    @property
    def bullets(self) -> tuple[Bullet, ...]:
        """The bullets of this section and of the sections inside it, in order."""
        return tuple(node for node in walk(self.blocks) if isinstance(node, Bullet))


Block: TypeAlias = Paragraph | BulletList | FactList | Table | Section
"""What a document or a section is made of."""


@node
@frozen(field_transformer=cleaned, eq=False)
class Document(ShowsItself):
    """A titled tree of blocks: what a text format renders.

    >>> from casemgr_jd.model.document import Document, Paragraph
    >>> Document("Report", [Paragraph("All is well.")])
    Document('Report', 1 block)
    """

    title: Text = field(converter=as_text)
    """The title: a ``Text``, or a string, in which braces are braces."""
    blocks: tuple[Block, ...] = field(default=(), converter=_blocks)
    """What it is made of, in order."""
    lang: str = "en"
    """Language, as a BCP 47 tag."""

    def __attrs_post_init__(self) -> None:
        level = self.sections
        for _ in range(DEEPEST):
            if not level:
                return
            level = tuple(
                one for outer in level for one in outer.blocks if isinstance(one, Section)
            )
        hint = "what reads or shows it walks down them"
        raise InputError([Problem("blocks", f"hold sections more than {DEEPEST} deep", hint)])

    def to_document(self) -> Self:
        """Return the document itself."""
        return self

    @property
    def sections(self) -> tuple[Section, ...]:
        """The top-level sections, in order."""
        return tuple(block for block in self.blocks if isinstance(block, Section))

    def __repr__(self) -> str:
        blocks = counted(len(self.blocks), "block")
        return f"{type(self).__name__}({str(self.title)!r}, {blocks})"


@runtime_checkable
class Renderable(Protocol):
    """What a document can be made of: a posting, report, kit, comparison, advice, setting, tier, role …

    A class of your own is one as soon as it has ``to_document``.
    """

    def to_document(self) -> Document:
        """Return the document that shows it."""
        ...


def walk(blocks: "Iterable[object]") -> "Iterator[object]":
    """Yield every node below *blocks*, parents before children."""
    for block in blocks:
        yield block
        if isinstance(block, Section):
            yield from walk(block.blocks)
        elif isinstance(block, BulletList):
            yield from walk(block.bullets)
        elif isinstance(block, FactList):
            yield from walk(block.facts)


def texts(document: "Document | Section") -> Iterator[Text]:
    """Yield every text of *document*, or of a section below its heading, in reading order."""
    if isinstance(document, Document):
        yield document.title
    yield from _texts_in(document.blocks)


def slots_of(blocks: "Iterable[Block | Fact]") -> tuple[str, ...]:
    """Return the ids of the slots that blocks refer to, in reading order, each once.

    Postings share their blocks and facts, so those of a block or a fact are remembered.
    """
    return tuple(dict.fromkeys(chain.from_iterable(slots_of_each(blocks))))


def slots_of_each(blocks: "Iterable[Block | Fact]") -> list[tuple[str, ...]]:
    """Return for each block the ids of the slots that it refers to, in reading order, each once."""
    return [(_slots_known.get(id(one)) or _learned(one))[1] for one in blocks]


def _learned(block: "Block | Fact") -> "tuple[Block | Fact, tuple[str, ...]]":
    if len(_slots_known) >= _MOST_REMEMBERED:
        _slots_known.clear()
    found = _slots_known[id(block)] = block, tuple(dict.fromkeys(_slots_in(block)))
    return found


_MOST_REMEMBERED = 4096
_slots_known: "dict[int, tuple[Block | Fact, tuple[str, ...]]]" = {}
"""Slots by the identity of their block, which is held so that it stays its own."""


def _slots_in(block: "Block | Fact") -> "Iterable[str]":
    # Lists of facts differ in few of them.
    if isinstance(block, FactList):
        return slots_of(block.facts)
    return (slot for text in _texts_in((block,)) for slot in text.slots)


def _texts_in(blocks: "Iterable[Block | Fact]") -> Iterator[Text]:
    for one in walk(blocks):
        if isinstance(one, Paragraph | Bullet | Fact):
            yield one.text
        elif isinstance(one, Table):
            yield from one.header
            for row in one.rows:
                yield from row
