"""Blanks: which still stand in a posting, and the posting without what holds one.

What leaves for a machine never holds a blank: nobody there would fill it in.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

from casemgr_jd._attrs import evolve
from casemgr_jd.model.document import (
    Block,
    BulletList,
    Document,
    FactList,
    Paragraph,
    Section,
    Table,
    slots_of_each,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text

__all__ = ["blanks", "named_once", "slots_in_text", "without_blanks"]


def slots_in_text(document: Document) -> tuple[str, ...]:
    """Return the ids of the slots that the text refers to, in reading order, each once."""
    shown = document.title.slots, *slots_of_each(document.blocks)
    return tuple(dict.fromkeys(chain.from_iterable(shown)))


def named_once(posting: Posting) -> tuple[str, ...]:
    """Return the ids of the slots that the text refers to, without further views of what one shows already.

    >>> from casemgr_jd.model.document import Paragraph
    >>> from casemgr_jd.model.slot import Place, Slot, views_of
    >>> team = Slot("team", "Team")
    >>> slots = (team, *views_of(team, [Place.END]))
    >>> words = [Paragraph(Text.parse("Ask {team} first, then {team_at_end}."))]
    >>> made = Posting("Nurse", words, slots=slots)
    >>> named_once(made)
    ('team',)
    """
    found: dict[str, str] = {}
    for one in slots_in_text(posting):
        found.setdefault(posting.slot(one).base, one)
    return tuple(found.values())


def blanks(posting: Posting) -> tuple[str, ...]:
    """Return the ids of the slots that stand blank in the text, in reading order.

    >>> from casemgr_jd import Bullet, BulletList, Text
    >>> posting = Posting("Nurse", [BulletList([Bullet(Text.parse("Join {organization}."))])])
    >>> blanks(posting)
    ('organization',)
    """
    return tuple(slot for slot in slots_in_text(posting) if posting.value(slot) is None)


def without_blanks(posting: Posting) -> Posting:
    """Return *posting* without each sentence, fact and row in which a blank still stands.

    A list, table or section of which nothing is left goes too. A title that holds a blank is empty.

    >>> from casemgr_jd import Bullet, BulletList, Text
    >>> said, blank = Bullet("Join rounds."), Bullet(Text.parse("Join {organization}."))
    >>> [bullet.text.parts for bullet in without_blanks(
    ...     Posting("Nurse", [BulletList([said, blank])])).blocks[0].bullets]
    [('Join rounds.',)]
    """
    empty = frozenset(blanks(posting))
    if not empty:
        return posting
    title = Text.plain("") if empty & {*posting.title.slots} else posting.title
    return evolve(posting, title=title, blocks=tuple(_kept(posting.blocks, empty)))


def _kept(blocks: Iterable[Block], empty: frozenset[str]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            inside = tuple(_kept(block.blocks, empty))
            if inside or not block.blocks:
                yield evolve(block, blocks=inside)
        elif isinstance(block, Paragraph):
            if _is_whole(block.text, empty):
                yield block
        elif isinstance(block, BulletList):
            bullets = [one for one in block.bullets if _is_whole(one.text, empty)]
            if bullets:
                yield evolve(block, bullets=bullets)
        elif isinstance(block, FactList):
            facts = [one for one in block.facts if _is_whole(one.text, empty)]
            if facts:
                yield evolve(block, facts=facts)
        else:
            yield from _table(block, empty)


def _table(table: Table, empty: frozenset[str]) -> Iterator[Table]:
    if all(_is_whole(cell, empty) for cell in table.header):
        whole = [row for row in table.rows if all(_is_whole(cell, empty) for cell in row)]
        if whole or not table.rows:
            yield evolve(table, rows=whole)


def _is_whole(text: Text, empty: frozenset[str]) -> bool:
    return empty.isdisjoint(text.slots)
