"""Reading a typed posting: its nodes as blocks, each with its path."""

from collections.abc import Callable, Iterable, Iterator

from casemgr_jd.model.document import (
    Block,
    BulletList,
    Document,
    FactList,
    Paragraph,
    Section,
    Table,
)
from casemgr_jd.model.posting import Posting
from casemgr_jd.model.text import Text
from casemgr_jd.reading.assemble import assemble
from casemgr_jd.reading.draft import Draft, Line
from casemgr_jd.reading.source import Source

__all__ = ["read_typed"]

#: Sections of a posting by their ids; other sections are recognised by their titles.
_SECTIONS = {
    "summary": "summary",
    "responsibilities": "responsibilities",
    "setting": "responsibilities",
    "level": "responsibilities",
    "measures": "measures",
    "required": "required",
    "preferred": "preferred",
    "licensure": "licensure",
    "skills": "skills",
    "environment": "environment",
    "reporting": "reporting",
    "tools": "tools",
    "compensation": "compensation",
    "eeo": "eeo",
    "apply": "apply",
}

_Read = Callable[[str], str]


def read_typed(posting: Document) -> Source:
    """Return a posting (or any document) as a source; blanks read as ``[Label]``."""
    read: _Read = posting.read if isinstance(posting, Posting) else (lambda slot: f"[{slot}]")
    title = _draft("heading", posting.title.filled(read), "title", level=1)
    drafts = [title, *_blocks(posting.blocks, "", read, 2)]
    return assemble(drafts, name=title.text, format="posting")


def _blocks(blocks: Iterable[Block], prefix: str, read: _Read, level: int) -> Iterator[Draft]:
    sections = 0
    for index, block in enumerate(blocks):
        path = f"{prefix}blocks[{index}]"
        if isinstance(block, Section):
            if not prefix:
                path = f"sections[{sections}]"
                sections += 1
            yield _draft(
                "heading",
                block.title,
                path,
                level=min(level, 6),
                section=_SECTIONS.get(block.id, ""),
            )
            yield from _blocks(block.blocks, f"{path}.", read, level + 1)
        else:
            yield from _block(block, path, read)


def _block(block: Block, path: str, read: _Read) -> Iterator[Draft]:
    if isinstance(block, Paragraph):
        yield _draft("paragraph", block.text.filled(read), path)
    elif isinstance(block, BulletList):
        for index, bullet in enumerate(block.bullets):
            yield _draft(
                "bullet",
                _labelled(bullet.label, bullet.text, read),
                f"{path}.bullets[{index}]",
                level=1,
            )
    elif isinstance(block, FactList):
        for index, fact in enumerate(block.facts):
            yield _draft(
                "paragraph", _labelled(fact.label, fact.text, read), f"{path}.facts[{index}]"
            )
    elif isinstance(block, Table):
        header = " | ".join(cell.filled(read) for cell in block.header)
        for index, row in enumerate(block.rows):
            text = " | ".join(cell.filled(read) for cell in row)
            yield _draft("row", text, f"{path}.rows[{index}]", header=header)


def _labelled(label: str, text: Text, read: _Read) -> str:
    return f"{label}: {text.filled(read)}" if label else text.filled(read)


def _draft(
    kind: str, text: str, path: str, *, level: int = 0, header: str = "", section: str = ""
) -> Draft:
    line = Line()
    line.add(" ".join(text.split()), 0, 0)
    draft = Draft(kind, line, level=level, header=header)
    draft.path = path
    draft.section = section
    draft.runs = ()
    return draft
