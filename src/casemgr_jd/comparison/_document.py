"""A comparison as a document."""

from collections.abc import Iterable, Iterator

from casemgr_jd.comparison.differences import Comparison, FactChange, ItemChange
from casemgr_jd.content.in_words import called
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
from casemgr_jd.model.reading import opened

__all__ = [
    "compared_names",
    "comparison_document",
    "grouped",
    "headings",
    "stands_under",
    "stood",
    "summary",
]

_TITLES = {
    "added": "Only in {1}",
    "removed": "Only in {0}",
    "reworded": "Worded differently",
    "moved": "Moved",
}
_HEAD = "At the head"
"""Where title and facts stand, which no section holds."""
_SECTION = "Section"
_WHOLE = ("added", "removed")
"""Kinds of change by which a section comes or goes with what is in it."""
_FIRST = (
    "setting",
    "tier",
    "role",
    "title",
    "organization",
    "employment_type",
    "hours_per_week",
    "work_model",
    "locations",
    "remote_states",
    "experience_years",
    "license",
    "schedule",
    "pay",
    "caseload",
)
"""Facts that are told first where many differ."""
_NAMES = (
    "organization",
    "locations",
    "emr",
    "cm_platform",
    "payer_portal",
    "criteria_tool",
    "apply_url",
)
_MANY = 12
"""Facts or items, beyond which a page shows their heading and their number at first."""
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
        first, second = (_words(name, getattr(one.requisition, name)) for one in pair)
        if first and second and first != second:
            by_title = name == "role" and len(set(headings)) > 1
            return (headings[0], headings[1]) if by_title else (first, second)
    return (headings[0], headings[1]) if len(set(headings)) > 1 else _UNNAMED


def _words(name: str, value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(_words(name, one) for one in value)
    if name == "role" and value is not None:
        return called(name, str(value))
    if isinstance(value, str) and value.islower():
        return value.replace("_", " ").replace(".", " ").title()
    return "" if value is None else str(value)


def headings(names: tuple[str, str]) -> dict[str, str]:
    """Return what stands above the items of each kind.

    >>> headings(("Entry", "Senior"))["added"]
    'Only in Senior'
    """
    return {kind: heading.format(*names) for kind, heading in _TITLES.items()}


def stands_under(item: ItemChange) -> str:
    """Return under what an item stands; a section is told by its heading, which is no sentence in it."""
    return _SECTION if _is_heading(item) else item.section or _HEAD


def grouped(items: Iterable[ItemChange]) -> dict[str, list[ItemChange]]:
    """Return the items by what they stand under; a new heading above items of its own is no item besides."""
    groups: dict[str, list[ItemChange]] = {}
    headings: list[ItemChange] = []
    for item in items:
        (headings if _is_heading(item) else groups.setdefault(stands_under(item), [])).append(item)
    kept = [one for one in headings if one.kind not in _WHOLE or one.section not in groups]
    return {**groups, _SECTION: kept} if kept else groups


def _is_heading(item: ItemChange) -> bool:
    return item.section == (item.after or item.before)


def comparison_document(comparison: Comparison) -> Document:
    """Return *comparison* as a document: what is compared, the facts, then the words."""
    before = comparison.before
    names = compared_names(comparison)
    named = FactList([Fact(name, _named(comparison, at)) for at, name in enumerate(names)])
    title = f"Comparison: {before.heading if names == _UNNAMED else ' and '.join(names)}"
    blocks: list[Block] = [named, Paragraph(summary(comparison))]
    blocks += _facts(comparison, names)
    for kind, heading in headings(names).items():
        items = comparison.of_kind(kind)
        if items:
            count = sum(map(len, grouped(items).values()))
            blocks.append(_section(kind, heading, count, _shown(kind, items, names)))
    return Document(title, blocks)


def _facts(comparison: Comparison, names: tuple[str, str]) -> Iterator[Section]:
    """Yield the facts that differ; of many, those that tell two jobs apart stand first."""
    many = len(comparison.facts) > _MANY
    first = [one for one in comparison.facts if many and one.field in _FIRST]
    others = [one for one in comparison.facts if not many or one.field not in _FIRST]
    if first:
        yield Section("facts", "Facts at a glance", [_table(first, names)])
    if others:
        id_, heading = ("other_facts", "Other facts") if first else ("facts", "Facts")
        yield _section(id_, heading, len(others), [_table(others, names)])


def _table(facts: Iterable[FactChange], names: tuple[str, str]) -> Table:
    rows = [(one.label, _begun(one, one.before), _begun(one, one.after)) for one in facts]
    return Table(["Fact", *names], rows)


def _begun(fact: FactChange, words: str) -> str:
    """Return how a fact reads in a cell, with a capital at its head; a name begins as its owner writes it."""
    if not words.strip():
        return "—"
    return words if fact.field in _NAMES else opened(words)


def _section(id_: str, heading: str, count: int, blocks: Iterable[Block]) -> Section:
    """Return a section; a long one may be folded, and its heading says how much stands under it."""
    many = count > _MANY
    return Section(id_, f"{heading} ({count})" if many else heading, blocks, folded=many)


def _named(comparison: Comparison, index: int) -> str:
    posting = (comparison.before, comparison.after)[index]
    facts = posting.requisition
    parts = (posting.heading, facts.organization, facts.requisition_id)
    return ", ".join(part for part in parts if part)


def summary(comparison: Comparison) -> str:
    """Return how much differs, in a sentence or two."""
    if comparison.same:
        return "The two postings give the same facts in the same words."
    facts = len(comparison.facts)
    items = sum(
        len(group) for kind in _TITLES for group in grouped(comparison.of_kind(kind)).values()
    )
    return (
        f"{facts} {'fact differs' if facts == 1 else 'facts differ'}; "
        f"{items} {'item differs' if items == 1 else 'items differ'} in wording or place. "
        "A sentence that differs only in a fact is counted with the facts."
    )


def _placed(item: ItemChange, names: tuple[str, str]) -> str:
    """Return the words of an item; of one that moved, where it stood, and how it read there if otherwise."""
    words = item.after or item.before
    return f"{words} ({stood(item, names)})" if item.kind == "moved" else words


def stood(item: ItemChange, names: tuple[str, str]) -> str:
    """Return where an item that moved stood in the first posting, and how it read there if otherwise.

    >>> stood(ItemChange("moved", "", "Pay", "Base: $40", "Base: $45", "Benefits"), ("Old", "New"))
    'in Old, in "Benefits": Base: $40'
    """
    place = f'in "{item.moved_from}"' if item.moved_from else "elsewhere in the same section"
    words = f": {item.before}" if item.before != item.after else ""
    return f"in {names[0]}, {place}{words}"


def _shown(kind: str, items: tuple[ItemChange, ...], names: tuple[str, str]) -> list[Block]:
    if kind == "reworded":
        rows = [(stands_under(one), one.before, one.after) for one in items]
        return [Table([_SECTION, *names], rows)]
    return [
        Section(
            f"{kind}_{at}",
            heading,
            [BulletList(Bullet(_placed(one, names), one.id) for one in each)],
        )
        for at, (heading, each) in enumerate(grouped(items).items(), 1)
    ]
