"""An interview kit as a document."""

from collections.abc import Iterable

from casemgr_jd._names import joined
from casemgr_jd.hiring.kit import InterviewKit
from casemgr_jd.hiring.parts import KitQuestion, Reminder
from casemgr_jd.model.choices import Confidence
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
from casemgr_jd.model.moment import long_date

__all__ = ["kit_document"]

_LINE = "…" * 12
_APART = "\u00a0" * 3
"""Between figures of which one is circled: room for a pen, and no break."""
_ROOM = " ".join(["…" * 24] * 2)
"""Room for notes: several runs, so that a narrow column breaks it into lines."""


def kit_document(kit: InterviewKit) -> Document:
    """Return *kit* as a document: the interviewer's part, then one scorecard per candidate."""
    parts = [
        Section("how", "How to use this kit", [_how()]),
        Section("questions", "Questions", _questions(kit)),
        Section("coverage", "Coverage", _coverage(kit)),
        Section("flags", "Red flags", [_bullets((one.id, str(one.text)) for one in kit.flags)]),
        Section("ratings", "What each rating looks like", [_anchors(kit)], page_break=True),
        Section("not_to_ask", "Questions that must not be asked", _not_to_ask(kit)),
    ]
    cards = [_scorecard(kit, number) for number in range(1, kit.candidates + 1)]
    return Document(f"Interview kit: {kit.heading}, {kit.organization}", [*parts, *cards])


def _how() -> Paragraph:
    return Paragraph(
        "Ask every candidate the same questions in the same order, take notes on what was said, and "
        "rate each answer by its anchors before you compare candidates."
    )


def _questions(kit: InterviewKit) -> list[Block]:
    named = {**{one.id: one.name for one in kit.coverage}, **dict(kit.measures)}
    names = {one.id: one.name for one in kit.competencies}
    return [
        Section(one.id, f"Question {number}: {names[one.competency]}", _question(one, named))
        for number, one in enumerate(kit.questions, 1)
    ]


def _question(question: KitQuestion, named: dict[str, str]) -> list[Block]:
    facts = [Fact("A good answer shows", _without_opening(question.listen_for))]
    if question.kpis:
        facts.append(Fact("Measures tested", _listed(question.kpis, named)))
    blocks: list[Block] = [Paragraph(question.text, question.id), FactList(facts)]
    if question.bullets:
        blocks.append(Paragraph("Responsibilities tested:"))
        blocks.append(BulletList(Bullet(named[one]) for one in question.bullets))
    return blocks


def _listed(ids: Iterable[str], named: dict[str, str]) -> str:
    return "; ".join(named[one] for one in ids)


def _without_opening(words: str) -> str:
    rest = words.removeprefix("Listen for ")
    return rest[:1].upper() + rest[1:]


def _coverage(kit: InterviewKit) -> list[Block]:
    numbers = {one.id: str(number) for number, one in enumerate(kit.questions, 1)}
    rows = [
        (one.text, ", ".join(numbers[name] for name in one.questions) or "none")
        for one in kit.coverage
    ]
    count = len(kit.uncovered)
    said = (
        "Every responsibility of the posting is tested by a question."
        if not count
        else f"{count} {'responsibilities are' if count > 1 else 'responsibility is'} tested by no "
        "question; add one, or look for the evidence elsewhere."
    )
    return [Paragraph(said), Table(["Responsibility", "Tested by question"], rows)]


def _anchors(kit: InterviewKit) -> Table:
    rows = [(one.name, *one.anchors) for one in kit.competencies]
    return Table(["What is rated", *kit.ratings], rows)


def _not_to_ask(kit: InterviewKit) -> list[Block]:
    blocks: list[Block] = [
        BulletList(Bullet(_cited(one), one.id) for one in kit.reminders if not one.place)
    ]
    here = [one for one in kit.reminders if one.place]
    if here:
        blocks.append(Paragraph("Where the job may be done, the law says more:"))
        blocks.append(BulletList(Bullet(_cited(one), one.id) for one in here))
    days = sorted({law.as_of for one in kit.reminders for law in one.citations if law.as_of})
    first_and_last = dict.fromkeys(map(long_date, (days[0], days[-1]) if days else ()))
    as_of = f"Law as of {' to '.join(first_and_last)}. " if days else ""
    last = f"{as_of}This is a reminder, not legal advice; check the law where you hire."
    return [*blocks, Paragraph(last)]


def _cited(reminder: Reminder) -> str:
    """Return a reminder with the law behind it; of what was not read at its source, that it was not."""
    if not reminder.citations:
        return reminder.text
    laws = [f"{one.title}{_DOUBTS.get(one.confidence, '')}" for one in reminder.citations]
    return f"{reminder.text} ({'; '.join(laws)})"


_DOUBTS = {
    Confidence.LOW: ", to be confirmed",
    Confidence.UNCONFIRMED: ", not confirmed",
}
"""How a law is named that is not sure: by what is still to be done."""


def _bullets(lines: Iterable[tuple[str, str]]) -> BulletList:
    return BulletList(Bullet(words, name) for name, words in lines)


def _scorecard(kit: InterviewKit, number: int) -> Section:
    names = {one.id: one.name for one in kit.competencies}
    circles = _APART.join(f"{step}" for step in range(1, len(kit.ratings) + 1))
    rows = [
        (f"{index}", names[one.competency], circles, _ROOM)
        for index, one in enumerate(kit.questions, 1)
    ]
    scale = joined(kit.ratings, "and")
    facts = [Fact(label, _LINE) for label in ("Candidate", "Interviewer", "Date")]
    blocks: list[Block] = [
        FactList(facts),
        Table(
            ["Question", "What is rated", "Circle one", "Evidence in the candidate's words"], rows
        ),
        Paragraph(f"Ratings: {scale}."),
        FactList([Fact("Red flags seen", _ROOM), Fact("Recommendation and reason", _ROOM)]),
    ]
    title = f"Scorecard: candidate {number}"
    return Section(f"scorecard_{number}", title, blocks, page_break=True)
