"""A posting in the parts that applicant systems keep apart, and its items as plain strings.

One sectioner serves every such format: each block of the posting is in exactly one part.
"""

from collections.abc import Iterable, Iterator

from casemgr_jd._attrs import evolve, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd.model.document import Block, Bullet, BulletList, Paragraph, Section, walk
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text

__all__ = ["TASKS", "Parts", "bullets_of", "in_lists", "items", "parts_of", "section_of", "telling"]

TASKS = ("responsibilities", "setting", "level")
"""What the person does; postings that were saved before told the setting in a section of its own."""
DUTIES = (*TASKS, "measures")
QUALIFICATIONS = ("required", "preferred", "licensure", "skills")


@frozen(eq=False)
class Parts(ByContent):
    """The blocks of a posting by what they are about, each in reading order."""

    opening: tuple[Block, ...]
    """What stands before the duties: facts at a glance, the summary, and blocks in no section."""
    duties: tuple[Block, ...]
    qualifications: tuple[Block, ...]
    closing: tuple[Block, ...]
    """Everything else: support, environment, reporting, tools, pay, statements, applying, own sections."""


def parts_of(posting: Posting) -> Parts:
    """Return the parts of *posting*.

    >>> from casemgr_jd import draft
    >>> job = draft().for_setting("hospital").at_tier("senior").fill(measures="guide")
    >>> [section.id for section in parts_of(job.build()).duties]
    ['responsibilities', 'measures', 'level']
    """
    sorted_out: dict[str, list[Block]] = {"opening": [], "duties": [], "asked": [], "closing": []}
    for block in posting.blocks:
        sorted_out[_part(block)].append(block)
    return Parts(*(tuple(blocks) for blocks in sorted_out.values()))


def _part(block: Block) -> str:
    if not isinstance(block, Section) or block.id == "summary":
        return "opening"
    if block.id in DUTIES:
        return "duties"
    return "asked" if block.id in QUALIFICATIONS else "closing"


def section_of(posting: Posting, *ids: str) -> tuple[Section, ...]:
    """Return the top-level sections with one of *ids*, in reading order."""
    return tuple(section for section in posting.sections if section.id in ids)


def bullets_of(blocks: Iterable[Block]) -> Iterator[Bullet]:
    """Yield the bullets of *blocks*, in reading order."""
    return (node for node in walk(blocks) if isinstance(node, Bullet))


def items(posting: Posting, *ids: str) -> list[str]:
    """Return the bullets of sections as plain strings, without those that still hold a blank.

    >>> from casemgr_jd import draft
    >>> items(draft().fill(duties=["Visit the clinic."]).build(), "responsibilities")[0]
    'Visit the clinic.'
    """
    found = (_item(posting, bullet) for bullet in bullets_of(section_of(posting, *ids)))
    return [words for words in found if words is not None]


def telling(posting: Posting, field: str) -> Iterator[str]:
    """Yield the sentences that tell a fact without a slot that shows it, such as a yes or a no.

    >>> from casemgr_jd import build, Requisition
    >>> len(list(telling(build(Requisition(work_authorization=True)), "work_authorization")))
    1
    """
    for node in walk(posting.blocks):
        if isinstance(node, Bullet | Paragraph) and field in node.tells:
            yield node.text.filled(posting.read)


def _item(posting: Posting, bullet: Bullet) -> str | None:
    words = [f"{bullet.label}: "] if bullet.label else []
    for part in bullet.text:
        value = part if isinstance(part, str) else posting.value(part.slot)
        if value is None:
            return None
        words.append(value)
    return "".join(words)


def labeled(posting: Posting, label: str, text: Text) -> str:
    """Return a label and a text as one plain string."""
    return f"{label}: {text.filled(posting.read)}" if label else text.filled(posting.read)


def in_lists(block: Block) -> Iterator[Block]:
    """Yield a section of lists as one for each, under the headings of both; any other block as it is."""
    parts = [*_apart(block)] if isinstance(block, Section) else []
    yield from parts if parts and all(map(is_list, parts)) else (block,)


def _apart(section: Section) -> Iterator[Section]:
    own = tuple(one for one in section.blocks if not isinstance(one, Section))
    if own:
        yield evolve(section, blocks=own)
    for one in section.blocks:
        if isinstance(one, Section):
            yield evolve(one, title=f"{section.title}: {one.title}")


def is_list(section: Section) -> bool:
    """Tell whether a section is a list throughout, with nothing nested."""
    return bool(section.blocks) and all(isinstance(one, BulletList) for one in section.blocks)
