"""Which questions fit a posting: the guide's six in the words of its setting, and those beyond them."""

from collections.abc import Iterable, Iterator, Mapping

from casemgr_jd._names import joined
from casemgr_jd.builder.effective import DEFAULT_ROLE
from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.entries import Question
from casemgr_jd.content.interviewing import Screening
from casemgr_jd.hiring.parts import Coverage, KitQuestion
from casemgr_jd.model.document import Bullet, Paragraph, Section, walk
from casemgr_jd.model.posting import Posting

__all__ = ["coverage", "measures", "questions", "responsibilities"]

# Postings that were saved before tell the setting in a section of its own.
_RESPONSIBILITIES = ("responsibilities", "setting", "level")
_MEASURES = "measures"
_GUIDES = "kpi."
_OWN = "own.measures."
"""How ids of measures begin: those of the guide, and those in the employer's own words."""


def questions(posting: Posting, catalog: Catalog) -> tuple[KitQuestion, ...]:
    """Return the questions for *posting*, each with what it tests of the posting."""
    guide = {one.id: one for one in catalog.questions if one.kind == "interview"}
    duties = _duties(posting, catalog)
    measured = dict(measures(posting))
    made = (_made(one, posting, guide, duties, measured) for one in _chosen(posting, catalog))
    return tuple(one for one in made if one.text and (one.guide or one.bullets or one.kpis))


def _duties(posting: Posting, catalog: Catalog) -> dict[str, frozenset[str]]:
    """Return each responsibility with the names by which a question may test it.

    These are its own id, the guide items that its words state, and the name that it shares with other
    wordings of the same duty.
    """
    shared = {item.id: item.same for item in catalog.posting_items() if item.same}
    return {
        one.id: frozenset(filter(None, (one.id, *one.states, shared.get(one.id))))
        for one in responsibilities(posting)
    }


def _chosen(posting: Posting, catalog: Catalog) -> Iterator[Screening]:
    """Yield the questions that hold; of several for one guide question, the most specific."""
    holding = [one for one in catalog.interviewing.questions if _holds(one, posting, catalog)]
    best: dict[str, int] = {}
    for one in holding:
        guide = one.guide or one.id
        best[guide] = max(best.get(guide, 0), _specific(one))
    yield from (one for one in holding if _specific(one) == best[one.guide or one.id])


def _specific(question: Screening) -> int:
    """Rank words for a role above those for a setting, and both above general ones."""
    return 2 if question.roles else 1 if question.settings else 0


def _holds(question: Screening, posting: Posting, catalog: Catalog) -> bool:
    role = catalog.role(posting.role or DEFAULT_ROLE)
    may = catalog.scope.may
    return (
        (not question.settings or not set(question.settings).isdisjoint(posting.settings))
        and (not question.tiers or posting.tier in question.tiers)
        and (not question.roles or role.id in question.roles)
        and question.licensed in (None, role.license_required)
        and (not question.needs or may(role, question.needs))
        and (not question.lacks or not may(role, question.lacks))
    )


def _made(
    question: Screening,
    posting: Posting,
    guide: Mapping[str, Question],
    duties: Mapping[str, frozenset[str]],
    measured: Mapping[str, str],
) -> KitQuestion:
    base = guide.get(question.guide)
    words = question.text or (str(base.text) if base else "")
    own = {name: said.rstrip(".") for name, said in measured.items() if name.startswith(_OWN)}
    return KitQuestion(
        id=question.id,
        text=" ".join([words, *_naming(question, posting, own)]) if words else "",
        listen_for=question.listen_for or (base.listen_for if base else ""),
        competency=question.competency,
        guide=base.id if base else "",
        bullets=tuple(one for one, names in duties.items() if names.intersection(question.tests)),
        kpis=(
            *(name for name in question.kpis if name in measured),
            *(own if _MEASURES in question.names else ()),
        ),
    )


def _naming(question: Screening, posting: Posting, own: Mapping[str, str]) -> Iterator[str]:
    """Yield the sentence that names the employer's own tools or measures, where it has some."""
    found: list[str] = []
    for name in question.names:
        value = own.values() if name == _MEASURES else getattr(posting.requisition, name, None)
        found += [one for one in value or () if one not in found]
    if found:
        yield question.naming.replace("{names}", joined(found, "and"))


def responsibilities(posting: Posting) -> tuple[Bullet, ...]:
    """Return the bullets that say what the person does, in order."""
    sections = [one for one in posting.sections if one.id in _RESPONSIBILITIES]
    # A labeled line was left by a section of its own, such as where the role ends: it is no duty to test.
    return tuple(bullet for section in sections for bullet in section.bullets if not bullet.label)


def measures(posting: Posting) -> Iterator[tuple[str, str]]:
    """Yield id and words of the measures that the posting names."""
    for section in posting.sections:
        if section.id == _MEASURES:
            yield from _identified(section, posting)


def _identified(section: Section, posting: Posting) -> Iterator[tuple[str, str]]:
    for node in walk(section.blocks):
        if isinstance(node, Bullet | Paragraph) and node.id.startswith((_GUIDES, _OWN)):
            yield node.id, node.text.filled(posting.read)


def coverage(posting: Posting, asked: Iterable[KitQuestion]) -> tuple[Coverage, ...]:
    """Return each responsibility with the questions that test it, which may be none."""
    known = tuple(asked)
    return tuple(
        Coverage(
            id=bullet.id,
            name=bullet.label or bullet.text.filled(posting.read).rstrip("."),
            text=_spoken(bullet, posting),
            questions=tuple(one.id for one in known if bullet.id in one.bullets),
        )
        for bullet in responsibilities(posting)
    )


def _spoken(bullet: Bullet, posting: Posting) -> str:
    words = bullet.text.filled(posting.read)
    return f"{bullet.label}: {words}" if bullet.label else words
