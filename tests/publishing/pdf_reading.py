"""Reading PDF back with pypdf: what a screen reader, a search and a click would find."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from casemgr_jd import Bullet, BulletList, Document, Fact, FactList, Paragraph, Section, Table, Text
from casemgr_jd.model.document import walk

__all__ = ["expected_roles", "opened", "pages", "roles", "squeezed", "words"]

_LEADER = re.compile(r"(?<=\S)(?: \.){2,} ")
_FOOTER = re.compile(r"[^\n]*Page \d+ of \d+\s*$")
_COUNTED = (
    "P",
    "L",
    "LI",
    "Table",
    "TR",
    "Caption",
    *(f"H{level}" for level in range(1, 7)),
)


def opened(data: bytes) -> PdfReader:
    """Return a reader that stands for no nonsense."""
    return PdfReader(BytesIO(data), strict=True)


def pages(data: bytes) -> list[str]:
    """Return the text of each page, without its footer and the dots that lead from a label to its text."""
    texts = (page.extract_text() for page in opened(data).pages)
    return [_LEADER.sub(" ", _FOOTER.sub("", one)) for one in texts]


def words(data: bytes) -> str:
    """Return the text of all pages, without footers and without white space."""
    return squeezed("".join(pages(data)))


def squeezed(text: str) -> str:
    """Return *text* with the marks of a keyboard and without spaces and invisible characters.

    So neither line breaks nor the marks of a typographer matter.
    """
    text = text.translate(str.maketrans("“”‘’", "\"\"''"))
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKC", text)
        if not letter.isspace() and unicodedata.category(letter) not in ("Cf", "Mn", "Me")
    )


def roles(data: bytes) -> list[str]:
    """Return the kind of each structure element, in reading order."""
    root: Any = opened(data).trailer["/Root"]
    return list(_roles(root["/StructTreeRoot"]["/K"]))


def elements(data: bytes) -> Iterator[DictionaryObject]:
    """Yield each structure element, in reading order."""
    root: Any = opened(data).trailer["/Root"]
    yield from _elements(root["/StructTreeRoot"]["/K"])


def _elements(node: Any) -> Iterator[DictionaryObject]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def _roles(node: Any) -> Iterator[str]:
    return (str(one["/S"]).removeprefix("/") for one in _elements(node))


def counted(data: bytes) -> Counter[str]:
    """Return how many structure elements there are of each kind that a document decides."""
    return Counter(role for role in roles(data) if role in _COUNTED)


def expected_roles(document: Document, above: int = 0) -> Counter[str]:
    """Return how many structure elements the nodes of *document* ask for.

    Args:
        document: what is rendered.
        above: how many paragraphs stand besides its nodes, such as the employer of a posting.
    """
    titled = bool(document.title.filled(lambda slot: slot).strip())
    found = Counter(P=above, H1=int(titled))
    found.update(_headings(document.blocks, 1 + titled))
    for node in walk(document.blocks):
        found.update(_of(node))
    return +found


def _of(node: object) -> Counter[str]:
    if isinstance(node, Paragraph):
        return Counter(P=1 if _shows(node.text) else 0)
    if isinstance(node, BulletList | FactList):
        return Counter(L=1)
    if isinstance(node, Bullet | Fact):
        return Counter(LI=1)
    if isinstance(node, Table):
        return Counter(Table=1, TR=1 + len(node.rows), Caption=1 if node.caption else 0)
    return Counter()


def _headings(blocks: Any, level: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for section in blocks:
        if isinstance(section, Section):
            titled = bool(section.title.strip())
            found[f"H{min(level, 6)}"] += titled
            found.update(_headings(section.blocks, level + titled))
    return found


def _shows(text: Text) -> bool:
    return bool(text.filled(lambda slot: slot))
