"""The tiers of one job side by side: what each step adds, and where two of them are pressed together."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

from casemgr_jd._attrs import frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import door, doors, node
from casemgr_jd.checks.entry import check
from casemgr_jd.checks.report import Finding
from casemgr_jd.comparison._document import compared_names, summary
from casemgr_jd.comparison.differences import Comparison, compare
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.model._display import ShowsItself
from casemgr_jd.model.document import Block, Bullet, BulletList, Document, Paragraph, Section, Table
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text

__all__ = ["Ladder", "Step", "ladder"]

_COMPRESSION = "SCO040"


@frozen(eq=False)
class Step(ByContent):
    """From one posting of a ladder to the next."""

    lower: str
    """What the lower posting is called."""
    upper: str
    """What the upper posting is called."""
    comparison: Comparison
    """How the upper differs from the lower."""
    pressed: tuple[Finding, ...] = ()
    """What presses the two together: no higher pay, fewer years, only duties of the tier below."""


@doors
@node
@frozen(eq=False)
class Ladder(ShowsItself):
    """Postings of one job from the lowest tier up, step by step, as ``ladder`` finds it."""

    names: tuple[str, ...]
    """What the rungs are called, lowest first."""
    postings: tuple[Posting, ...]
    """The posting of each rung."""
    steps: tuple[Step, ...]
    """What changes from each rung to the next."""

    @property
    def pressed(self) -> tuple[Finding, ...]:
        """What presses two tiers together, of all steps."""
        return tuple(one for step in self.steps for one in step.pressed)

    def to_document(self) -> Document:
        """Return the ladder as a document: the tiers side by side, then each step."""
        rows = [
            (name, one.heading, one.value("pay_range") or "—", one.value("experience_years") or "—")
            for name, one in zip(self.names, self.postings, strict=True)
        ]
        head: list[Block] = [Table(["Step", "Title", "Pay", "Experience"], rows)]
        return Document(
            "Ladder: " + ", ".join(self.names), head + [_section(one) for one in self.steps]
        )

    def __repr__(self) -> str:
        return f"Ladder({' → '.join(self.names)}, {len(self.pressed)} pressed together)"


@door(postings="give postings from the lowest tier up, or a table of names and postings")
def ladder(postings: Iterable[Posting] | Mapping[str, Posting]) -> Ladder:
    """Return what each step of a ladder of postings adds, with warnings where two are pressed together.

    Args:
        postings: from the lowest tier up; a table names each.

    Raises:
        InputError: there are fewer than two.

    >>> from casemgr_jd import PayRange, draft
    >>> pay = {"entry": 60_000, "senior": 60_000, "lead": 90_000}
    >>> found = ladder([
    ...     draft().at_tier(tier).fill(pay=PayRange(low, 95_000)).build() for tier, low in pay.items()])
    >>> found.names, [len(step.pressed) for step in found.steps]
    (('Entry', 'Senior', 'Lead'), [1, 0])
    """
    named: tuple[str, ...] = ()
    if isinstance(postings, Mapping):
        named, steps = tuple(map(str, postings)), tuple(postings.values())
    else:
        steps = tuple(postings)
    # What a list or a table holds, no door looks at.
    given: tuple[object, ...] = steps
    wrong = [index for index, one in enumerate(given) if not isinstance(one, Posting)]
    if wrong or len(steps) < 2:
        reason = f"hold no posting at {wrong[0]}" if wrong else "must be two or more"
        hint = "build each with build(requisition)"
        raise InputError([Problem("postings", reason, hint)])
    names = named or _names(steps)
    return Ladder(names, steps, tuple(map(_step, pairwise(zip(names, steps, strict=True)))))


def _names(postings: tuple[Posting, ...]) -> tuple[str, ...]:
    """Return what tells each posting from its neighbor."""
    first, second = compared_names(compare(postings[0], postings[1]))
    rest = (compared_names(compare(*pair))[1] for pair in pairwise(postings[1:]))
    return (first, second, *rest)


def _step(pair: tuple[tuple[str, Posting], tuple[str, Posting]]) -> Step:
    (lower, below), (upper, above) = pair
    found = check(above, below=below).findings
    pressed = tuple(one for one in found if one.code == _COMPRESSION)
    return Step(lower, upper, compare(below, above), pressed)


def _section(step: Step) -> Section:
    comparison = step.comparison
    blocks: list[Block] = [Paragraph(summary(comparison))]
    if step.pressed:
        pressed = [
            Bullet(Text.plain(one.message), label="Pressed together") for one in step.pressed
        ]
        blocks.append(BulletList(pressed))
    if comparison.facts:
        rows = [(one.label, one.before or "—", one.after or "—") for one in comparison.facts]
        blocks.append(Table(["Fact", step.lower, step.upper], rows))
    added = [
        Bullet(Text.plain(one.after), label=one.section) for one in comparison.of_kind("added")
    ]
    if added:
        blocks += [Paragraph(f"What {step.upper} adds:"), BulletList(added)]
    return Section(f"{step.lower}-{step.upper}", f"From {step.lower} to {step.upper}", blocks)
