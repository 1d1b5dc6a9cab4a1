"""The guide for the person who writes a posting, by topic, from the catalog."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from casemgr_jd._names import snake
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry
from casemgr_jd.errors import UnknownNameError
from casemgr_jd.hiring._data import table
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Paragraph, Section, Table
from casemgr_jd.model.text import Text

__all__ = ["guide", "topics"]


def topics() -> tuple[str, ...]:
    """Return the ids of the topics, in order.

    >>> topics()[:2]
    ('definition', 'use')
    """
    return tuple(one["id"] for one in table("guide")["topics"])


def guide(catalog: Catalog, topic: str | None = None) -> Document:
    """Return the writer's guide, or one *topic* of it, in the words of *catalog*.

    What an overlay changes or removes in the catalog is changed or missing here too.

    Raises:
        UnknownNameError: there is no such topic.

    >>> from casemgr_jd.content.load import load_catalog
    >>> guide(load_catalog(), "pay")
    Document('Pay and Schedule Language', 1 block)
    """
    if topic is None:
        sections = [
            Section(one["id"], one["title"], _blocks(one, catalog))
            for one in table("guide")["topics"]
        ]
        return Document("Writer's Guide to Case Manager Postings", sections)
    wanted = snake(topic)
    for one in table("guide")["topics"]:
        if one["id"] == wanted:
            return Document(one["title"], _blocks(one, catalog))
    raise UnknownNameError("topic", topic, topics())


def _blocks(topic: Mapping[str, Any], catalog: Catalog) -> list[Block]:
    blocks: list[Block] = [Paragraph(topic["intro"])] if "intro" in topic else []
    blocks += _advice(_entries(topic, catalog))
    if "shows" in topic:
        blocks += _SHOWN[topic["shows"]](catalog)
    return blocks


def _entries(topic: Mapping[str, Any], catalog: Catalog) -> list[Entry]:
    known = {one.id: one for one in catalog.entries}
    return [known[name] for name in topic.get("items", ()) if name in known]


def _advice(entries: list[Entry]) -> Iterator[Block]:
    if len(entries) == 1:
        yield Paragraph(_readable(entries[0].text), entries[0].id)
    elif entries:
        yield BulletList(Bullet(_readable(one.text), one.id, one.title) for one in entries)


def _readable(text: Text) -> str:
    """Return *text* with its slots in the brackets that a writer knows from a posting."""
    return text.filled(lambda slot: f"[{slot.replace('_', ' ').capitalize()}]")


def _tips(catalog: Catalog) -> Iterator[Block]:
    tips = [one for one in catalog.sections if one.tip]
    yield BulletList(Bullet(one.tip, f"section.{one.id}", one.title) for one in tips)


def _rules(catalog: Catalog) -> Iterator[Block]:
    yield BulletList(Bullet(_readable(one.text), one.id) for one in catalog.title_rules)


def _caseloads(catalog: Catalog) -> Iterator[Block]:
    names = {one.id: one.name for one in catalog.settings}
    rows = [(names.get(one.setting, one.setting), one.statement()) for one in catalog.caseloads]
    yield Table(["Setting", "Wording"], rows, "Starting points, to be checked against your policy")


def _compliance(catalog: Catalog) -> Iterator[Block]:
    names = {one.id: one.name for one in catalog.settings}
    titles = {one.id: one.title for one in catalog.entries if one.kind == "compliance"}
    rows = [
        (
            names[one["setting"]],
            ", ".join(titles[name] for name in one["items"] if titles.get(name)),
            one["note"],
        )
        for one in table("guide")["compliance"]
        if one["setting"] in names
    ]
    yield Table(["Setting", "Reference", "Which"], rows)


def _faqs(catalog: Catalog) -> Iterator[Block]:
    for one in catalog.questions:
        if one.kind == "faq":
            yield Section(one.id, one.question, [Paragraph(_readable(one.text), one.id)])


_SHOWN: Mapping[str, Callable[[Catalog], Iterator[Block]]] = {
    "tips": _tips,
    "rules": _rules,
    "caseloads": _caseloads,
    "compliance": _compliance,
    "faqs": _faqs,
}
