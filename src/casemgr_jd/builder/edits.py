"""Edits of a built posting: what the builder's section and bullet verbs record."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import ClassVar, TypeAlias

from casemgr_jd._attrs import evolve, field, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._names import did_you_mean
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    FactList,
    Paragraph,
    Section,
    texts,
    walk,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text

__all__ = [
    "AddBullet",
    "AddSection",
    "Drop",
    "Edit",
    "Reorder",
    "ReplaceSection",
    "ReplaceText",
    "applied",
]

Blocks: TypeAlias = tuple[Block, ...]


def _read(section: Section) -> Section:
    """Return a section in whose words every ``{slot}`` is a reference."""
    return evolve(section, blocks=tuple(map(_read_block, section.blocks)))


def _read_text(text: Text) -> Text:
    return text.parsed()


def _read_bullet(bullet: Bullet) -> Bullet:
    return evolve(bullet, text=bullet.text.parsed())


def _read_block(block: Block) -> Block:
    if isinstance(block, Section):
        return _read(block)
    if isinstance(block, Paragraph):
        return evolve(block, text=block.text.parsed())
    if isinstance(block, BulletList):
        return evolve(block, bullets=tuple(map(_read_bullet, block.bullets)))
    if isinstance(block, FactList):
        return evolve(
            block, facts=tuple(evolve(one, text=one.text.parsed()) for one in block.facts)
        )
    rows = tuple(tuple(cell.parsed() for cell in row) for row in block.rows)
    return evolve(block, header=tuple(cell.parsed() for cell in block.header), rows=rows)


@frozen(eq=False)
class ReplaceSection(ByContent):
    """Put a section in place of the one with its id."""

    section: Section = field(converter=_read)
    verb: ClassVar[str] = "with_section"

    def apply(self, blocks: Blocks) -> Blocks:
        _section(blocks, self.section.id)
        return _mapped(blocks, self.section.id, lambda _: self.section)


@frozen(eq=False)
class AddSection(ByContent):
    """Append a section, or place it behind another or in front of it."""

    section: Section = field(converter=_read)
    after: str = ""
    before: str = ""
    verb: ClassVar[str] = "add_section"

    def apply(self, blocks: Blocks) -> Blocks:
        beside = self.after or self.before
        if not beside:
            return (*blocks, self.section)
        index = blocks.index(_section(blocks, beside)) + bool(self.after)
        return (*blocks[:index], self.section, *blocks[index:])


@frozen(eq=False)
class Drop(ByContent):
    """Drop a section."""

    section_id: str

    def apply(self, blocks: Blocks) -> Blocks:
        dropped = _section(blocks, self.section_id)
        return tuple(block for block in blocks if block is not dropped)


@frozen(eq=False)
class AddBullet(ByContent):
    """Append a bullet to the last list of a section."""

    section_id: str
    bullet: Bullet = field(converter=_read_bullet)
    verb: ClassVar[str] = "add_bullet"

    def apply(self, blocks: Blocks) -> Blocks:
        _section(blocks, self.section_id)
        return _mapped(blocks, self.section_id, self._grown)

    def _grown(self, section: Section) -> Section:
        *rest, last = section.blocks or (BulletList(()),)
        if isinstance(last, BulletList):
            return evolve(section, blocks=(*rest, BulletList((*last.bullets, self.bullet))))
        return evolve(section, blocks=(*rest, last, BulletList((self.bullet,))))


@frozen(eq=False)
class ReplaceText(ByContent):
    """Give a bullet or paragraph other words."""

    item_id: str
    text: Text = field(converter=_read_text)
    verb: ClassVar[str] = "replace_bullet"

    def apply(self, blocks: Blocks) -> Blocks:
        ids = [node.id for node in walk(blocks) if isinstance(node, Bullet | Paragraph) and node.id]
        if self.item_id not in ids:
            raise _nothing_named(self.item_id, ids)
        return tuple(self._worded(block) for block in blocks)

    def _worded(self, block: Block) -> Block:
        if isinstance(block, Section):
            return evolve(block, blocks=tuple(self._worded(one) for one in block.blocks))
        if isinstance(block, BulletList):
            bullets = (
                evolve(one, text=self.text) if one.id == self.item_id else one
                for one in block.bullets
            )
            return BulletList(bullets)
        if isinstance(block, Paragraph) and block.id == self.item_id:
            return evolve(block, text=self.text)
        return block


@frozen(eq=False)
class Reorder(ByContent):
    """Put named sections first."""

    section_ids: tuple[str, ...]

    def apply(self, blocks: Blocks) -> Blocks:
        named = [_section(blocks, name) for name in self.section_ids]
        before = [block for block in blocks if not isinstance(block, Section)]
        rest = [block for block in blocks if isinstance(block, Section) and block not in named]
        return (*before, *named, *rest)


Edit: TypeAlias = ReplaceSection | AddSection | Drop | AddBullet | ReplaceText | Reorder
"""A change to the sections of a posting."""


def _texts_of(edit: Edit) -> Iterator[Text]:
    if isinstance(edit, ReplaceSection | AddSection):
        yield from texts(Document("", edit.section.blocks))
    elif isinstance(edit, AddBullet):
        yield edit.bullet.text
    elif isinstance(edit, ReplaceText):
        yield edit.text


def _unknown_slots(posting: Posting, edits: Iterable[Edit]) -> Iterator[Problem]:
    """Yield a problem for each slot that the words of an edit refer to and nothing declares."""
    known = [slot.id for slot in posting.slots]
    for edit in edits:
        for name in dict.fromkeys(name for text in _texts_of(edit) for name in text.slots):
            if name not in known:
                guess = did_you_mean(name, known).replace("'", "{", 1).replace("'", "}", 1)
                hint = guess or "see casemgr-jd list slots"
                yield Problem(getattr(edit, "verb", ""), f"names no slot: {{{name}}}", hint)


def applied(
    posting: Posting,
    edits: Iterable[Edit],
    wanted_by_law: AbstractSet[str],
    headings: Mapping[str, str],
) -> Posting:
    """Return *posting* with *edits* carried out in order.

    A bullet for a section of the edition in which nothing stands opens it: *headings* tells the heading of
    each section that there may be, in their order.

    Raises:
        InputError: an edit names a section, bullet or paragraph that the posting does not have, or
            takes out one of the ids *wanted_by_law*, or its words refer to a slot that there is not.
    """
    edits = tuple(edits)
    unknown = list(_unknown_slots(posting, edits))
    if unknown:
        raise InputError(unknown)
    blocks = posting.blocks
    for name in _to_open(edits):
        blocks = _opened(blocks, name, headings)
    for edit in edits:
        blocks = edit.apply(blocks)
    lost = sorted((_ids(posting.blocks) - _ids(blocks)) & wanted_by_law)
    if lost:
        raise InputError([_lost_statement(name) for name in lost])
    return posting if blocks is posting.blocks else evolve(posting, blocks=blocks)


def _to_open(edits: Iterable[Edit]) -> list[str]:
    """Return the sections in which bullets are to stand, but for those that edits bring themselves."""
    brought = {edit.section.id for edit in edits if isinstance(edit, AddSection)}
    named = [edit.section_id for edit in edits if isinstance(edit, AddBullet)]
    return [name for name in named if name not in brought]


def _opened(blocks: Blocks, section_id: str, headings: Mapping[str, str]) -> Blocks:
    """Return the blocks with a section of that id, in its place if it was not there."""
    standing = {block.id: at for at, block in enumerate(blocks) if isinstance(block, Section)}
    if section_id in standing or section_id not in headings:
        return blocks
    order = list(headings)
    behind = order[order.index(section_id) + 1 :]
    at = min((standing[one] for one in behind if one in standing), default=len(blocks))
    return (*blocks[:at], Section(section_id, headings[section_id]), *blocks[at:])


def _ids(blocks: Blocks) -> set[str]:
    return {node.id for node in walk(blocks) if isinstance(node, Bullet | Paragraph)}


def _lost_statement(name: str) -> Problem:
    hint = f"keep it, or say why with without_bullet({name!r}, reason=…)"
    return Problem("edits", f"law wants {name!r} in this posting", hint)


def _section(blocks: Blocks, section_id: str) -> Section:
    sections = {block.id: block for block in blocks if isinstance(block, Section)}
    if section_id not in sections:
        raise _nothing_named(section_id, sections)
    return sections[section_id]


def _mapped(blocks: Blocks, section_id: str, change: Callable[[Section], Section]) -> Blocks:
    return tuple(
        change(block) if isinstance(block, Section) and block.id == section_id else block
        for block in blocks
    )


def _nothing_named(name: str, known: Iterable[str]) -> InputError:
    names = list(known)
    hint = did_you_mean(name, names) or f"one of: {', '.join(names)}"
    return InputError([Problem(name, "is not in this posting", hint)])
