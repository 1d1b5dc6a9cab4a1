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

__all__ = ["HEAD", "compared_names", "comparison_document", "summary"]

_TITLES = {
    "added": "Only in {1}",
    "removed": "Only in {0}",
    "reworded": "Worded Differently",
    "moved": "Moved",
}
HEAD = "At the head"
"""Where title and facts stand, which no section holds."""
SECTION = "Section"
_UNNAMED = ("First posting", "Second posting")


def compared_names(comparison: Comparison) -> tuple[str, str]:
    """Return what tells the two apart in a word: tier, setting, role, edition, title or number.

    >>> from casemgr_jd import compare, draft
    >>> found = compare(draft().at_tier("entry").build(), draft().at_tier("senior").build())
    >>> compared_names(found)
    ('Entry', 'Senior')
    """
    pair = (comparison.before, comparison.after)
    headings = tuple(one.heading for one in pair)
    for name in ("tier", "setting", "role", "edition", "organization", "requisition_id"):
        first, second = (_words(getattr(one.requisition, name)) for one in pair)
        if first and second and first != second:
            # The id of a role is no name, and a title is.
            return (
                (headings[0], headings[1])
                if name == "role" and len(set(headings)) > 1
                else (first, second)
            )
    return (headings[0], headings[1]) if len(set(headings)) > 1 else _UNNAMED


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(_words, value))
    if isinstance(value, str) and value.islower():
        return value.replace("_", " ").replace(".", " ").title()
    return "" if value is None else str(value)


def comparison_document(comparison: Comparison) -> Document:
    """Return *comparison* as a document: what is compared, the facts, then the words."""
    before, after = comparison.before, comparison.after
    names = compared_names(comparison)
    named = FactList([Fact(name, _named(comparison, at)) for at, name in enumerate(names)])
    title = (
        f"Comparison: {before.heading}"
        if before.heading == after.heading
        else f"Comparison: {before.heading} and {after.heading}"
    )
    blocks: list[Block] = [named, Paragraph(summary(comparison))]
    if comparison.facts:
        rows = [(one.label, one.before or "—", one.after or "—") for one in comparison.facts]
        blocks.append(Section("facts", "Facts", [Table(["Fact", *names], rows)]))
    for kind, heading in _TITLES.items():
        items = comparison.of_kind(kind)
        if items:
            blocks.append(Section(kind, heading.format(*names), [_shown(kind, items, names)]))
    return Document(title, blocks)


def _named(comparison: Comparison, index: int) -> str:
    posting = (comparison.before, comparison.after)[index]
    facts = posting.requisition
    parts = (posting.heading, facts.organization, facts.requisition_id)
    return ", ".join(part for part in parts if part)


def summary(comparison: Comparison) -> str:
    """Return how much differs, in a sentence or two."""
    if comparison.same:
        return "The two postings give the same facts in the same words."
    facts, items = len(comparison.facts), len(comparison.items)
    return (
        f"{facts} {'fact differs' if facts == 1 else 'facts differ'}; "
        f"{items} {'item differs' if items == 1 else 'items differ'} in wording or place. "
        "A sentence that differs only in a fact is counted with the facts."
    )


def _shown(kind: str, items: tuple[ItemChange, ...], names: tuple[str, str]) -> Block:
    if kind == "reworded":
        rows = [(one.section or HEAD, one.before, one.after) for one in items]
        return Table([SECTION, *names], rows)
    return BulletList(_alone(one) for one in items)


def _alone(item: ItemChange) -> Bullet:
    words = item.after or item.before
    # A section is told by its heading, which is no sentence in it.
    label = SECTION if words == item.section else item.section or HEAD
    return Bullet(words, item.id, label=label)
