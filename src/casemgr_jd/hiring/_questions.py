"""Which questions fit a posting: the guide's six in the words of its setting, and those beyond them."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from casemgr_jd._names import joined
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Question
from casemgr_jd.hiring._data import table
from casemgr_jd.hiring.parts import Coverage, KitQuestion
from casemgr_jd.model.document import Bullet, Paragraph, Section, walk
from casemgr_jd.model.posting import Posting

__all__ = ["coverage", "measures", "questions", "responsibilities"]

_RESPONSIBILITIES = ("responsibilities", "setting", "level")

Entry = Mapping[str, Any]


def questions(posting: Posting, catalog: Catalog) -> tuple[KitQuestion, ...]:
    """Return the questions for *posting*, each with what it tests of the posting."""
    guide = {one.id: one for one in catalog.questions if one.kind == "interview"}
    present = {one.id for one in responsibilities(posting)}
    measured = dict(measures(posting))
    made = (_made(one, posting, guide, present, measured) for one in _chosen(posting, catalog))
    return tuple(one for one in made if one.guide or one.bullets)


def _chosen(posting: Posting, catalog: Catalog) -> Iterator[Entry]:
    """Yield the entries that hold; of several for one guide question, the most specific."""
    holding = [one for one in table("interview")["questions"] if _holds(one, posting, catalog)]
    best: dict[str, int] = {}
    for one in holding:
        guide = one.get("of", one["id"])
        best[guide] = max(best.get(guide, 0), _specific(one))
    yield from (one for one in holding if _specific(one) == best[one.get("of", one["id"])])


def _specific(entry: Entry) -> int:
    """Rank words for a role above those for a setting, and both above general ones."""
    return 2 if "roles" in entry else 1 if "settings" in entry else 0


def _holds(entry: Entry, posting: Posting, catalog: Catalog) -> bool:
    role = catalog.role(posting.role or "")
    needs, lacks = entry.get("needs", ""), entry.get("lacks", "")
    return (
        ("settings" not in entry or not set(entry["settings"]).isdisjoint(posting.settings))
        and ("tiers" not in entry or posting.tier in entry["tiers"])
        and ("roles" not in entry or posting.role in entry["roles"])
        and posting.role not in entry.get("not_roles", ())
        and entry.get("licensed", role.license_required) is role.license_required
        and (not needs or catalog.scope.may(role, needs))
        and (not lacks or not catalog.scope.may(role, lacks))
    )


def _made(
    entry: Entry,
    posting: Posting,
    guide: Mapping[str, Question],
    present: set[str],
    measured: Mapping[str, str],
) -> KitQuestion:
    base = guide.get(entry.get("of", ""))
    words = entry.get("text") or (str(base.text) if base else "")
    return KitQuestion(
        id=entry["id"],
        text=" ".join([words, *_naming(entry, posting)]),
        listen_for=entry.get("listen_for") or (base.listen_for if base else ""),
        competency=entry["competency"],
        guide=base.id if base else "",
        bullets=tuple(name for name in entry["tests"] if name in present),
        kpis=tuple(name for name in entry.get("kpis", ()) if name in measured),
    )


def _naming(entry: Entry, posting: Posting) -> Iterator[str]:
    """Yield the sentence that names the posting's own tools, where it names some."""
    found: list[str] = []
    for name in entry.get("names", ()):
        value = getattr(posting.requisition, name)
        found += [one for one in value or () if one not in found]
    if found:
        yield entry["naming"].replace("{names}", joined(found, "and"))


def responsibilities(posting: Posting) -> tuple[Bullet, ...]:
    """Return the bullets that say what the person does, in order."""
    sections = [one for one in posting.sections if one.id in _RESPONSIBILITIES]
    return tuple(bullet for section in sections for bullet in section.bullets)


def measures(posting: Posting) -> Iterator[tuple[str, str]]:
    """Yield id and words of the measures that the posting names."""
    for section in posting.sections:
        if section.id == "measures":
            yield from _identified(section, posting)


def _identified(section: Section, posting: Posting) -> Iterator[tuple[str, str]]:
    for node in walk(section.blocks):
        if isinstance(node, Bullet | Paragraph) and node.id.startswith("kpi."):
            yield node.id, node.text.filled(posting.read)


def coverage(posting: Posting, asked: Iterable[KitQuestion]) -> tuple[Coverage, ...]:
    """Return each responsibility with the questions that test it, which may be none."""
    known = tuple(asked)
    return tuple(
        Coverage(
            id=bullet.id,
            text=_spoken(bullet, posting),
            questions=tuple(one.id for one in known if bullet.id in one.bullets),
        )
        for bullet in responsibilities(posting)
    )


def _spoken(bullet: Bullet, posting: Posting) -> str:
    words = bullet.text.filled(posting.read)
    return f"{bullet.label}: {words}" if bullet.label else words
