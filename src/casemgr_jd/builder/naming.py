"""Naming in a sentence that stands the classes that law at the place protects beside the federal ones.

Done to what is made, not while it is made: apart from these words a posting is the same in many places.
"""

from functools import lru_cache
from typing import TypeAlias

from casemgr_jd._attrs import evolve
from casemgr_jd.builder.blocks import blocks_of, body_of
from casemgr_jd.builder.chosen import Selected
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.document import Block, Bullet, BulletList, Paragraph, Section
from casemgr_jd.model.text import Text

__all__ = ["named_blocks"]

_Anchors: TypeAlias = tuple[tuple[str, str], ...]
"""Ids of items, each with the words of its text before which classes are named."""
_Named: TypeAlias = tuple[Selected, tuple[Block, ...]]
"""A section, and its blocks with the classes."""


def named_blocks(
    sections: tuple[Selected, ...], classes: tuple[str, ...], catalog: Catalog
) -> tuple[Block, ...]:
    """Return sections as blocks, with *classes* in each sentence that names them.

    What names none, and what did so before, is the same object.
    """
    anchors = _anchors(catalog)
    known = _known.get(classes)
    if known is None or known[0] is not anchors:
        if len(_known) >= _MOST_CLASSES:
            _known.clear()
        known = _known[classes] = anchors, {}
    blocks: list[Block] = []
    for one in sections:
        found = known[1].get(id(one)) or _named_anew(one, classes, *known)
        blocks += found[1]
    return body_of(blocks)


def _named_anew(
    section: Selected, classes: tuple[str, ...], anchors: _Anchors, known: dict[int, _Named]
) -> _Named:
    """Return a section, and its blocks with the classes: shared by the postings that have both."""
    if len(known) >= _MOST_REMEMBERED:
        known.clear()
    blocks = blocks_of(section)
    named = _all_named(blocks, classes, anchors) if classes and anchors else blocks
    found = known[id(section)] = section, named
    return found


_MOST_REMEMBERED = 512
_MOST_CLASSES = 64
_known: dict[tuple[str, ...], tuple[_Anchors, dict[int, _Named]]] = {}
"""By classes and identity of a section, which is held: so that the identity stays its own."""


@lru_cache(maxsize=8)
def _anchors(catalog: Catalog) -> _Anchors:
    items = catalog.posting_items()
    return tuple((item.id, item.classes_before) for item in items if item.classes_before)


def _all_named(
    blocks: tuple[Block, ...], classes: tuple[str, ...], anchors: _Anchors
) -> tuple[Block, ...]:
    ids = frozenset(dict(anchors))
    return tuple(_named(one, classes, anchors) if _holds(one, ids) else one for one in blocks)


def _holds(block: Block, ids: frozenset[str]) -> bool:
    if isinstance(block, Section):
        return any(_holds(one, ids) for one in block.blocks)
    if isinstance(block, BulletList):
        return any(one.id in ids for one in block.bullets)
    return isinstance(block, Paragraph) and block.id in ids


def _named(block: Block, classes: tuple[str, ...], anchors: _Anchors) -> Block:
    if isinstance(block, Section):
        return evolve(block, blocks=_all_named(block.blocks, classes, anchors))
    before = dict(anchors)
    if isinstance(block, Paragraph):
        return evolve(block, text=_listing(block.text, before[block.id], classes))
    if isinstance(block, BulletList):
        return BulletList(_worded(one, classes, before) for one in block.bullets)
    return block


def _worded(bullet: Bullet, classes: tuple[str, ...], before: dict[str, str]) -> Bullet:
    if bullet.id not in before:
        return bullet
    return evolve(bullet, text=_listing(bullet.text, before[bullet.id], classes))


def _listing(text: Text, before: str, classes: tuple[str, ...]) -> Text:
    listed = "".join(f"{name}, " for name in classes)
    return Text(
        tuple(
            part.replace(before, f"{listed}{before}", 1) if isinstance(part, str) else part
            for part in text.parts
        )
    )
