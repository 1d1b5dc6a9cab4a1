"""A comparison as a document."""

from casemgr_jd.comparison.differences import Comparison, ItemChange
from casemgr_jd.model.document import (
    Block,
    Bullet,
    BulletList,
    Document,
    Fact,
    FactList,
    Paragraph,
    Section,
    Table,
)

__all__ = ["comparison_document"]

_TITLES = {
    "added": "Only in the Second Posting",
    "removed": "Only in the First Posting",
    "reworded": "Worded Differently",
    "moved": "Moved",
}


def comparison_document(comparison: Comparison) -> Document:
    """Return *comparison* as a document: what is compared, the facts, then the words."""
    before, after = comparison.before, comparison.after
    named = FactList(
        [
            Fact("First posting", _named(comparison, 0)),
            Fact("Second posting", _named(comparison, 1)),
        ]
    )
    title = (
        f"Comparison: {before.heading}"
        if before.heading == after.heading
        else f"Comparison: {before.heading} and {after.heading}"
    )
    blocks: list[Block] = [named, Paragraph(_summary(comparison))]
    if comparison.facts:
        rows = [(one.label, one.before or "—", one.after or "—") for one in comparison.facts]
        blocks.append(
            Section("facts", "Facts", [Table(["Fact", "First posting", "Second posting"], rows)])
        )
    for kind, heading in _TITLES.items():
        items = comparison.of_kind(kind)
        if items:
            blocks.append(Section(kind, heading, [_shown(kind, items)]))
    return Document(title, blocks)


def _named(comparison: Comparison, index: int) -> str:
    posting = (comparison.before, comparison.after)[index]
    facts = posting.requisition
    parts = (posting.heading, facts.organization, facts.requisition_id)
    return ", ".join(part for part in parts if part)


def _summary(comparison: Comparison) -> str:
    if comparison.same:
        return "The two postings give the same facts in the same words."
    facts, items = len(comparison.facts), len(comparison.items)
    return (
        f"{facts} {'fact differs' if facts == 1 else 'facts differ'}; "
        f"{items} {'item differs' if items == 1 else 'items differ'} in wording or place. "
        "A sentence that differs only in a fact is counted with the facts."
    )


def _shown(kind: str, items: tuple[ItemChange, ...]) -> Block:
    if kind == "reworded":
        rows = [(one.section or "Title", one.before, one.after) for one in items]
        return Table(["Section", "First posting", "Second posting"], rows)
    return BulletList(
        Bullet(one.after or one.before, one.id, label=one.section or "Title") for one in items
    )
