"""Variants as a table: what tells them apart at a glance, and what was ruled out."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from casemgr_jd.errors import ExtraNotInstalledError
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Section, Table
from casemgr_jd.model.text import Text
from casemgr_jd.renderers.blanks import blanks
from casemgr_jd.renderers.registry import get_renderer
from casemgr_jd.variation.variants import Variant, Variants

__all__ = ["frame_of", "row_of", "variants_document"]

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
    told = row_of(variant)
    cells = (
        told["id"],
        told["title"],
        told["tier"] or "—",
        told["setting"] or "—",
        told["pay"] or "—",
        str(told["words"]),
        str(told["blanks"]),
    )
    return [Text.plain(one) for one in cells]


def row_of(variant: Variant, check: bool = False) -> dict[str, Any]:
    """Return what tells a variant apart, by the name of its column; with *check*, its findings counted."""
    posting = variant.posting
    facts = posting.requisition
    row = {
        "id": variant.id,
        "title": posting.heading,
        "setting": ", ".join(posting.settings),
        "tier": posting.tier or "",
        "role": posting.role or "",
        "locations": "; ".join(map(str, facts.locations)),
        "pay": str(facts.pay or ""),
        "words": len(str(get_renderer("text").render(posting)).split()),
        "blanks": len(blanks(posting)),
    }
    if check:
        from casemgr_jd.checks.entry import check as checked

        found = checked(posting).findings
        for severity in ("error", "warning", "info"):
            row[f"{severity}s"] = sum(one.severity == severity for one in found)
    return row


def frame_of(variants: Variants, *, check: bool = False) -> Any:
    """Return the rows of variants as a data frame of the library that is installed: pandas, polars or Arrow.

    Raises:
        ExtraNotInstalledError: none of them is.
    """
    listed = list(variants.rows(check=check))
    for name, make in _FRAMES.items():
        try:
            library = import_module(name)
        except ImportError:
            continue
        return make(library, listed)
    needed = "a data frame needs pandas, polars or pyarrow, and none is installed; run: pip install pandas"
    raise ExtraNotInstalledError(needed)


_FRAMES: dict[str, Callable[[Any, list[dict[str, Any]]], Any]] = {
    "pandas": lambda library, rows: library.DataFrame(rows),
    "polars": lambda library, rows: library.DataFrame(rows),
    "pyarrow": lambda library, rows: library.Table.from_pylist(rows),
}
