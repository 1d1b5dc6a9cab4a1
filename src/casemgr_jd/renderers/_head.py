"""The head of a document: what stands above its title, and the facts below it; for every laid-out format."""

from itertools import takewhile

from casemgr_jd._records import NamedTuple
from casemgr_jd.model.document import Block, Document, Fact, FactList, Paragraph, list_of
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import SlotRef, Text

__all__ = ["WHERE_TO_APPLY", "Head", "employer_and_rest", "head_of", "is_key"]

_KEY_SLOTS = ("pay_range", "location")
"""What a candidate looks for first; it stands first."""
_EMPLOYER_SLOT = "organization"
_EMPLOYER = Text((SlotRef(_EMPLOYER_SLOT),))
WHERE_TO_APPLY = Text((SlotRef("apply_url"),))
_APART = (_EMPLOYER, WHERE_TO_APPLY)
"""Who hires stands above the title, and where to apply is a button or a line behind the facts."""


class Head(NamedTuple):
    """The parts of a document, in the order in which a page shows them."""

    letterhead: tuple[Paragraph, ...]
    facts: tuple[FactList, ...]
    rest: tuple[Block, ...]


def head_of(document: Document) -> Head:
    """Return the parts of a document; only a posting has a letterhead: lines of its house before the facts.

    >>> from casemgr_jd.model.document import Fact
    >>> facts = FactList([Fact("Pay", "$30 an hour")])
    >>> head = head_of(Posting("Nurse", [Paragraph("12 Lake Road"), facts, Paragraph("Join us.")]))
    >>> [len(part) for part in head]
    [1, 1, 1]
    """
    blocks = document.blocks
    lines = tuple(one for one in takewhile(lambda one: isinstance(one, Paragraph), blocks))
    behind = blocks[len(lines) :]
    if not isinstance(document, Posting) or not behind or not isinstance(behind[0], FactList):
        lines, behind = (), blocks
    facts = tuple(one for one in takewhile(lambda one: isinstance(one, FactList), behind))
    return Head(
        tuple(one for one in lines if isinstance(one, Paragraph)),
        tuple(_in_order(one) for one in facts if isinstance(one, FactList)),
        behind[len(facts) :],
    )


def employer_and_rest(document: Document) -> tuple[tuple[Text, ...], tuple[Block, ...]]:
    """Return the employer as a line of its own, where the facts name it, and the blocks without it.

    >>> from casemgr_jd.model.document import Fact
    >>> facts = FactList([Fact("Employer", Text([SlotRef("organization")])), Fact("Pay", "$30 an hour")])
    >>> line, (rest,) = employer_and_rest(Posting("Nurse", [facts]))
    >>> len(line), [one.label for one in rest.facts]
    (1, ['Pay'])
    """
    facts = next((one for one in document.blocks if isinstance(one, FactList)), None)
    if not isinstance(document, Posting) or facts is None:
        return (), document.blocks
    line, others = _parted(facts)
    if not line:
        return (), document.blocks
    return line, tuple([others if one is facts else one for one in document.blocks])


def _parted(facts: FactList) -> tuple[tuple[Text, ...], FactList]:
    """Return what names the employer, and the other facts; remembered, for postings share their lists."""
    found = _known.get(id(facts))
    if found is None:
        if len(_known) >= _MOST_REMEMBERED:
            _known.clear()
        line = tuple([one.text for one in facts.facts if _is_employer(one)])
        others = list_of(tuple([one for one in facts.facts if not _is_employer(one)]))
        found = _known[id(facts)] = facts, line, others
    return found[1:]


def _is_employer(fact: Fact) -> bool:
    return len(fact.text.parts) == 1 and fact.text == _EMPLOYER


_MOST_REMEMBERED = 1024
_known: dict[int, tuple[FactList, tuple[Text, ...], FactList]] = {}
"""By the identity of the list, which is held, so that it stays its own."""


def is_key(fact: Fact) -> bool:
    """Tell whether a fact is one of the first: what it begins with says so, whatever comes behind."""
    return any(fact.text.parts[:1] == (SlotRef(slot),) for slot in _KEY_SLOTS)


def _in_order(facts: FactList) -> FactList:
    """Return the facts, first ones first, without those that a page shows apart."""
    kept = [one for one in facts.facts if one.text not in _APART]
    return FactList(sorted(kept, key=lambda fact: not is_key(fact)))
