"""Blanks that are bound together: whoever fills one control of a slot in Word fills all of them.

Word keeps the value of such controls in a small XML part, and the words that ask for it, which come back
when the value is deleted, in a glossary. Both are parts of a document with blanks, and of no other.
"""

import re
from collections.abc import Mapping
from typing import Any

from casemgr_jd.renderers.docx.markup import BLANK, styled_run

__all__ = ["GLOSSARY", "ITEM", "add_parts", "bound"]

ITEM = "customXml/item1.xml"
GLOSSARY = "word/glossary/document.xml"

_STORE = "{B1A4C5E0-7D0B-4C1E-9A53-2F6D8E0C7A41}"
"""By this number a control names the part with its value; it is the same in each document."""
_NAMESPACE = "urn:casemgr-jd:blanks"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_KIND = "application/vnd.openxmlformats-officedocument"

_MARKED = re.compile(f"{BLANK}([^{BLANK}]*){BLANK}([^{BLANK}]*){BLANK}")


def bound(*texts: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """Return *texts* in which the controls of a slot share its value, and the parts that hold the values.

    Args:
        texts: what stands in the parts of a document, with the marks of ``control``.

    >>> texts, parts = bound("All is filled.")
    >>> texts, dict(parts)
    (('All is filled.',), {})
    """
    if not any(BLANK in text for text in texts):
        return texts, {}
    blanks: dict[str, str] = {}

    def binding(found: re.Match[str]) -> str:
        blanks.setdefault(found[1], found[2])
        return _binding([*blanks].index(found[1]) + 1)

    done = tuple(_MARKED.sub(binding, text) for text in texts)
    return done, {ITEM: _item(blanks), GLOSSARY: _glossary(blanks)}


def add_parts(container: Any) -> None:
    """Give a ``docx.Document`` the parts that bound blanks need."""
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = container.part.package

    def part(of: Any, name: str, kind: str, relation: str, words: str) -> Any:
        made = Part(PackURI(f"/{name}"), kind, words.encode("utf-8"), package)
        of.relate_to(made, f"{_OFFICE}/relationships/{relation}")
        return made

    item = part(container.part, ITEM, "application/xml", "customXml", _item({}))
    properties = (
        f'<ds:datastoreItem ds:itemID="{_STORE}" xmlns:ds="{_OFFICE}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    kind = f"{_KIND}.customXmlProperties+xml"
    part(item, "customXml/itemProps1.xml", kind, "customXmlProps", properties)
    kind = f"{_KIND}.wordprocessingml.document.glossary+xml"
    glossary = part(container.part, GLOSSARY, kind, "glossaryDocument", _glossary({}))
    # A glossary has styles of its own; those of the document do for it.
    glossary.relate_to(_copy(container, package), f"{_OFFICE}/relationships/styles")


def _copy(container: Any, package: Any) -> Any:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    styles = container.part._styles_part
    return Part(PackURI("/word/glossary/styles.xml"), styles.content_type, styles.blob, package)


def _binding(number: int) -> str:
    return (
        f'<w:placeholder><w:docPart w:val="Blank{number}"/></w:placeholder><w:showingPlcHdr/>'
        f"<w:dataBinding w:prefixMappings=\"xmlns:b='{_NAMESPACE}'\" "
        f'w:xpath="/b:blanks[1]/b:blank[{number}]" w:storeItemID="{_STORE}"/>'
    )


def _item(blanks: Mapping[str, str]) -> str:
    empty = "".join(f'<blank name="{name}"/>' for name in blanks)
    return f'<blanks xmlns="{_NAMESPACE}">{empty}</blanks>'


def _glossary(blanks: Mapping[str, str]) -> str:
    parts = "".join(
        f'<w:docPart><w:docPartPr><w:name w:val="Blank{number}"/><w:category><w:name w:val="General"/>'
        '<w:gallery w:val="placeholder"/></w:category><w:types><w:type w:val="bbPlcHdr"/></w:types>'
        '<w:behaviors><w:behavior w:val="content"/></w:behaviors></w:docPartPr><w:docPartBody><w:p>'
        f"{styled_run('PlaceholderText', words)}</w:p></w:docPartBody></w:docPart>"
        for number, words in enumerate(blanks.values(), 1)
    )
    return f"<w:glossaryDocument {_W}><w:docParts>{parts}</w:docParts></w:glossaryDocument>"
