"""Reading Word documents back: python-docx for what it knows, lxml for what it does not."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, TypeAlias

import docx
from lxml import etree

Shape: TypeAlias = tuple[Any, ...]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORDS = f"{W}t"


def opened(data: bytes) -> Any:
    """Return the document as python-docx opens it."""
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str = "word/document.xml") -> Any:
    """Return the root element of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def lines(data: bytes) -> list[str]:
    """Return the words of each paragraph that has any, those in controls and links too.

    Marks are those of a keyboard, as a text has them: see ``test_marks.py`` for what stands on a page.
    """
    found = [
        "".join(words.text or "" for words in one.iter(_WORDS)) for one in part(data).iter(f"{W}p")
    ]
    return [straight(line) for line in found if line]


def straight(text: str) -> str:
    """Return a text with the quotation marks and the spaces of a keyboard."""
    return text.translate(str.maketrans("“”‘’\u00a0", "\"\"'' "))


def shape(data: bytes) -> Shape:
    """Return the tree of elements of the body, with their attributes and without their words."""
    return _shape(part(data))


def _shape(element: Any) -> Shape:
    inside = tuple(_shape(child) for child in element)
    return (str(element.tag), tuple(sorted(element.attrib.items())), inside)


def styles(data: bytes) -> list[tuple[str, str]]:
    """Return the name of the style and the words of each paragraph in the body itself."""
    return [(one.style.name, _all_words(one._p)) for one in opened(data).paragraphs]


def _all_words(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(_WORDS))


class Control:
    """A content control: what it asks for, and in which way."""

    def __init__(self, element: Any) -> None:
        properties = element.find(f"{W}sdtPr")
        self.label = self._of(properties, "alias")
        self.tag = self._of(properties, "tag")
        self.number = self._of(properties, "id")
        self.words = _all_words(element)
        self.shows_placeholder = properties.find(f"{W}showingPlcHdr") is not None
        self.kind = properties[-1].tag.removeprefix(W)
        self.options = [one.get(f"{W}value") for one in properties.iter(f"{W}listItem")]

    @staticmethod
    def _of(properties: Any, name: str) -> str:
        return str(properties.find(f"{W}{name}").get(f"{W}val"))


def controls(data: bytes) -> list[Control]:
    """Return the content controls in reading order."""
    return [Control(one) for one in part(data).iter(f"{W}sdt")]


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps color spacing kern sz szCs highlight u shd lang",
    "sdtPr": "rPr alias tag id lock placeholder temporary showingPlcHdr dataBinding label tabIndex "
    "comboBox date dropDownList richText text",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "date": "dateFormat lid storeMappedDataAs calendar",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders tblLayout "
    "tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left bottom right insideH insideV",
    "tr": "trPr tc",
    "tc": "tcPr p",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
    "p": "pPr r sdt hyperlink fldSimple",
    "r": "rPr t tab drawing",
    "style": "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat rsid pPr rPr "
    "tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "sectPr": "Reference pgSz pgMar cols titlePg docGrid",
    "settings": "zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
    "body": "p tbl sectPr",
}
"""By element: its children in the order of ISO/IEC 29500-1, Annex A."""
_ANY_ORDER = {"p", "body"}
"""Elements whose properties stand first and whose other children may be mixed."""


def _kind(element: Any) -> str:
    name = str(element.tag).removeprefix(W)
    # References to headers and to footers stand first, in any order.
    return "Reference" if name.endswith("erReference") else name


def disorder(root: Any) -> Iterator[str]:
    """Yield what stands in a wrong place below *root*, or is no element that we know there."""
    for element in root.iter(*[f"{W}{name}" for name in ORDER]):
        name = element.tag.removeprefix(W)
        known = ORDER[name].split()
        names = [_kind(child) for child in element]
        yield from (f"{one} in {name}" for one in names if one not in known)
        if name in _ANY_ORDER:
            first = [one for one in names if one in ("pPr", "sectPr")]
            if first and names[0] != "pPr" and names[-1] != "sectPr":
                yield f"{first} in {name}"
        elif all(one in known for one in names) and names != sorted(names, key=known.index):
            yield f"{name}: {' '.join(names)}"
