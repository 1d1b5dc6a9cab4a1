"""Reading Word documents: the paragraphs of a .docx file, with limits on everything a hostile file could blow up."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from casemgr_jd.errors import DocumentError, Problem
from casemgr_jd.reading.draft import Draft, Line

__all__ = ["read_docx"]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
#: No posting needs more text than this; a zip bomb does.
_LARGEST_PART = 20_000_000
_MOST_FILES = 5_000
#: The levels that Word has: of lists from zero, of headings from one.
_LEVELS = tuple("0123456789")
_DELETED = frozenset(
    {
        _W + "del",
        _W + "moveFrom",
        "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback",
    }
)


def read_docx(data: bytes) -> Iterator[Draft]:
    """Yield the blocks of a .docx file; the "line" of a block is the number of its paragraph.

    Raises:
        DocumentError: The file is no Word document, is damaged, or unpacks to far more than a posting.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_FILES:
                raise _unreadable("holds too many files", "save it again from a word processor")
            body = _part(archive, "word/document.xml")
            styles = (
                _part(archive, "word/styles.xml")
                if "word/styles.xml" in archive.namelist()
                else b""
            )
    except (
        zipfile.BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
        zlib.error,
    ) as error:
        raise _unreadable(
            f"is no readable Word document ({error})", "save it again as .docx"
        ) from error
    names = _StyleNames()
    if styles:
        _parse(styles, names.start)
    reader = _BodyReader(names.names)
    _parse(body, reader.start, reader.end, reader.characters)
    yield from reader.drafts


def _unreadable(reason: str, hint: str) -> DocumentError:
    return DocumentError([Problem("", reason, hint)])


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(_LARGEST_PART + 1)
    if len(data) > _LARGEST_PART:
        raise _unreadable(
            "unpacks to more text than any posting holds", "check where the file comes from"
        )
    return data


def _parse(data: bytes, start, end=None, characters=None) -> None:  # type: ignore[no-untyped-def]
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters

    def refuse(*_: object) -> None:
        raise _unreadable(
            "declares a document type, which Word never does", "check where the file comes from"
        )

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        # Besides a syntax error: an encoding that Python does not know, or that is none of text.
        raise _unreadable(f"is damaged ({error})", "save it again as .docx") from error


class _StyleNames:
    """The names of styles by their ids, for documents whose ids are not English."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._id = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == _W + "style":
            self._id = attributes.get(_W + "styleId", "")
        elif tag == _W + "name" and self._id:
            self.names.setdefault(self._id, attributes.get(_W + "val", "").lower())


class _BodyReader:
    """Collects paragraphs; a table row becomes one block."""

    def __init__(self, styles: dict[str, str]) -> None:
        self.drafts: list[Draft] = []
        self._styles = styles
        self._number = 0
        self._hidden = 0
        self._in_text = False
        self._rows: list[Line] = []
        self._header = [""]
        self._new_paragraph()

    def _new_paragraph(self) -> None:
        self._line = self._rows[-1] if self._rows else Line()
        self._column = 1
        self._style = ""
        self._numbered = False
        self._level = 0
        self._bold_run = False
        self._plain = False
        self._in_run = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _DELETED:
            self._hidden += 1
        elif tag.startswith(_W):
            self._start_word(tag[len(_W) :], attributes)

    def _start_word(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get(_W + "val", "")
        if name == "p":
            self._number += 1
            self._new_paragraph()
        elif name == "pStyle":
            self._style = self._styles.get(value, value.lower())
        elif name == "numId" and value != "0":
            self._numbered = True
        elif name == "ilvl" and value in _LEVELS:
            self._level = int(value)
        elif name == "r":
            self._in_run, self._bold_run = True, False
        elif name == "b" and self._in_run:
            self._bold_run = value not in ("0", "false")
        elif name == "t":
            self._in_text = True
        elif name in ("br", "tab", "cr"):
            self._add(" ")
        elif name == "tr":
            self._rows.append(Line())
        elif name == "tc" and self._rows and self._rows[-1].size:
            self._rows[-1].add(" | ", self._number + 1, 1)
        elif name == "tbl":
            self._header.append("")

    def end(self, tag: str) -> None:
        if tag in _DELETED:
            self._hidden = max(self._hidden - 1, 0)
        elif tag.startswith(_W):
            self._end_word(tag[len(_W) :])

    def _end_word(self, name: str) -> None:
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = False
        elif name == "p":
            self._end_paragraph()
        elif name == "tr" and self._rows:
            row = Draft("row", self._rows.pop(), header=self._header[-1])
            if row.text.strip(" |"):
                self.drafts.append(row)
                self._header[-1] = self._header[-1] or row.text
        elif name == "tbl" and len(self._header) > 1:
            self._header.pop()

    def _end_paragraph(self) -> None:
        if self._rows:
            self._line.add(" ", self._number, self._column)
            return
        kind, level = self._kind()
        draft = Draft(kind, self._line, level=level, bold=bool(self._line.size) and not self._plain)
        if draft.text:
            self.drafts.append(draft)
        self._line = Line()

    def _kind(self) -> tuple[str, int]:
        style = self._style.replace(" ", "")
        if style in ("title", "subtitle"):
            return ("heading", 1) if style == "title" else ("paragraph", 0)
        if style.startswith("heading") and style[7:8] in _LEVELS:
            return "heading", int(style[7])
        if self._numbered or style.startswith(("listbullet", "listnumber", "listparagraph")):
            return "bullet", self._level + 1
        return "paragraph", 0

    def characters(self, text: str) -> None:
        if self._in_text and not self._hidden:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._hidden:
            return
        if text.strip() and not self._bold_run:
            self._plain = True
        self._line.add(
            text if self._line.size else text.lstrip(), max(self._number, 1), self._column
        )
        self._column += len(text)
