"""Naming in a sentence that stands the classes that law at the place protects beside the federal ones.

Done to what is made, not while it is made: apart from these words a posting is the same in many places.
"""

from functools import lru_cache
from typing import TypeAlias

from casemgr_jd._attrs import evolve
from casemgr_jd.builder.blocks import blocks_of, body_of
from casemgr_jd.builder.chosen import Selected
from casemgr_jd.builder.in_place import Places, places_in
from casemgr_jd.builder.of_catalog import of_catalog
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.model.document import Block, Bullet, BulletList, Paragraph, Section
from casemgr_jd.model.text import Text

__all__ = ["anchors", "named_blocks"]

_Anchors: TypeAlias = tuple[tuple[str, str], ...]
"""Ids of items, each with the words of its text before which classes are named."""
_MOST_REMEMBERED = 4096
_MOST_CLASSES = 64


def named_blocks(
    sections: tuple[Selected, ...], classes: tuple[str, ...], catalog: Catalog
) -> tuple[Block, ...]:
    """Return sections as blocks, with *classes* in each sentence that names them.

    What names none, and what did so before, is the same object.
    """
    known = _known(catalog)
    blocks: list[Block] = []
    for one in sections:
        found = known.get(id(one))
        if found is None:
            if len(known) >= _MOST_REMEMBERED:
                known.clear()
            found = known[id(one)] = _InBlocks(one, anchors(catalog), _places(catalog))
        blocks += found.naming(classes) if found.names_any and classes else found.plain
    return body_of(blocks)


@lru_cache(maxsize=8)
def _known(catalog: Catalog) -> "dict[int, _InBlocks]":
    """Return the sections that are known as blocks, by their identity."""
    return {}


class _InBlocks:
    """A section as blocks, shared by all postings that have it, and with the classes of each place.

    Args:
        section: the section; held, so that the identity by which this is found stays its own.
        anchors: where classes may be named.
        places: how values read in the places where they stand.
    """

    def __init__(self, section: Selected, anchors: _Anchors, places: Places) -> None:
        self._section = section
        self._anchors = anchors
        self.plain: tuple[Block, ...] = blocks_of(section, places)
        """The blocks without classes of any place."""
        ids = frozenset(dict(anchors))
        self.names_any: bool = any(_holds(one, ids) for one in self.plain)
        """Whether a sentence in them names classes."""
        self._named: dict[tuple[str, ...], tuple[Block, ...]] = {}

    def naming(self, classes: tuple[str, ...]) -> tuple[Block, ...]:
        """Return the blocks with *classes* in each sentence that names such."""
        found = self._named.get(classes)
        if found is None:
            if len(self._named) >= _MOST_CLASSES:
                self._named.clear()
            found = self._named[classes] = _all_named(self.plain, classes, self._anchors)
        return found


@lru_cache(maxsize=8)
def _places(catalog: Catalog) -> Places:
    return places_in(catalog.slots)


@of_catalog("anchors")
def anchors(catalog: Catalog) -> _Anchors:
    """Return where sentences of a catalog name classes."""
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
