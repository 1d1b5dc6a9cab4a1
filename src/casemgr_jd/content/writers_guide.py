"""The guide for the person who writes a posting, by topic, as documents made of the catalog."""

from collections.abc import Callable, Iterator, Mapping

from casemgr_jd._names import joined
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Entry, Topic
from casemgr_jd.content.guide import WritersGuide
from casemgr_jd.model.document import Block, Bullet, BulletList, Fact, FactList, Paragraph, Section
from casemgr_jd.model.occupation import Occupation
from casemgr_jd.model.setting import Role
from casemgr_jd.model.text import Text

__all__ = ["PARTS", "writers_guide"]


def writers_guide(catalog: Catalog) -> WritersGuide:
    """Return the guide for writers in the words of *catalog*."""
    return WritersGuide(Section(one.id, one.title, _blocks(one, catalog)) for one in catalog.topics)


def _blocks(topic: Topic, catalog: Catalog) -> Iterator[Block]:
    if topic.intro:
        yield Paragraph(topic.intro)
    known = {one.id: one for one in catalog.entries}
    # An overlay may have removed an item; the topic then says what is left.
    yield from _advice([known[name] for name in topic.items if name in known])
    if topic.shows:
        yield from PARTS[topic.shows](catalog)


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
    yield BulletList(
        Bullet(one.statement(), one.id, names.get(one.setting, one.setting))
        for one in catalog.caseloads
    )


def _compliance(catalog: Catalog) -> Iterator[Block]:
    names = {one.id: one.name for one in catalog.settings}
    yield BulletList(
        Bullet(_readable(one.text), one.id, names[one.setting]) for one in catalog.references
    )


def _interview(catalog: Catalog) -> Iterator[Block]:
    asked = [one for one in catalog.questions if one.kind == "interview"]
    flags = [one for one in catalog.questions if one.kind == "flag"]
    yield BulletList(Bullet(f"{one.text} {one.listen_for}", one.id) for one in asked)
    yield Paragraph("Look closer when a candidate does one of these:")
    yield BulletList(Bullet(_readable(one.text), one.id) for one in flags)


def _faqs(catalog: Catalog) -> Iterator[Block]:
    for one in catalog.questions:
        if one.kind == "faq":
            yield Section(one.id, one.question, [Paragraph(_readable(one.text), one.id)])


def _related(catalog: Catalog) -> Iterator[Block]:
    for entry in catalog.related:
        role = catalog.role(entry.role)
        facts = FactList(Fact(label, words) for label, words in _of_role(role, catalog))
        yield Section(entry.id, entry.title, [Paragraph(_readable(entry.text), entry.id), facts])
    yield from (Paragraph(_readable(one.text), one.id) for one in catalog.attributions)


def _of_role(role: Role, catalog: Catalog) -> Iterator[tuple[str, str]]:
    kpis = {kpi.id: kpi.name for _, _, measures in catalog.kpi_sets for kpi in measures}
    yield "License", joined(role.licenses, "or") if role.license_required else "none"
    if role.oversight:
        yield "Works under", role.oversight
    if role.settings:
        yield "Typical settings", "; ".join(catalog.setting(one).noun for one in role.settings)
    if role.measures:
        yield "Measured by", "; ".join(kpis[one] for one in role.measures if one in kpis)
    if role.occupations:
        yield "Occupation code", "; ".join(_codes(role, catalog))
    if role.related:
        yield "Compare with", joined([catalog.role(one).called for one in role.related], "and")


def _codes(role: Role, catalog: Catalog) -> Iterator[str]:
    """Yield each occupation suggested where the role is typical, with the settings if they differ."""
    found: dict[Occupation | None, list[str]] = {}
    for setting in role.settings:
        nouns = found.setdefault(role.occupation_in([setting]), [])
        nouns.append(catalog.setting(setting).noun)
    for one, nouns in (found or {role.occupation: []}).items():
        if one is not None:
            where = f" in {' or '.join(nouns)}" if len(found) > 1 else ""
            yield f"{one}{where} (confidence: {one.confidence})"


PARTS: Mapping[str, Callable[[Catalog], Iterator[Block]]] = {
    "tips": _tips,
    "rules": _rules,
    "caseloads": _caseloads,
    "compliance": _compliance,
    "interview": _interview,
    "faqs": _faqs,
    "related": _related,
}
"""What a topic may show besides its items."""
