"""Variants as a table: what tells them apart at a glance, and what was ruled out."""

from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Section, Table
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.blanks import blanks
from casemgr_jd.renderers.registry import get_renderer
from casemgr_jd.variation.variants import Variant, Variants

__all__ = ["variants_document"]

_MOST = 20
_HEADER = ("Id", "Title", "Tier", "Setting", "Pay", "Words", "Blanks")


def variants_document(variants: Variants) -> Document:
    """Return a table of the variants, of many the first ones, and the pairs that were left out."""
    rows = [_row(variant) for variant in variants[:_MOST]]
    count, more = len(variants), len(variants) - len(rows)
    caption = f"{count} variant{'s' * (count != 1)}"
    caption += f", of which {more} are not shown" if more > 0 else ""
    blocks: list[Block] = [Table(_HEADER, rows, caption)]
    if variants.ruled_out:
        left = [
            Bullet(Text.plain(one.reason), label=f"{one.role} in {', '.join(one.setting)}")
            for one in variants.ruled_out
        ]
        blocks.append(Section("ruled_out", "Ruled out", [BulletList(left)]))
    return Document("Variants", blocks)


def _row(variant: Variant) -> list[Text]:
    posting = variant.posting
    facts = posting.requisition
    words = len(str(get_renderer("text").render(posting)).split())
    cells = (
        variant.id,
        posting.heading,
        posting.tier or "—",
        ", ".join(posting.settings) or "—",
        str(facts.pay or "—"),
        str(words),
        str(len(blanks(posting))),
    )
    return [Text.plain(one) for one in cells]
