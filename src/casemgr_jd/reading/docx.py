"""Reading Word documents: the paragraphs of a .docx file, with limits on everything a hostile file could blow up."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers import expat

from casemgr_jd.errors import DocumentError, Problem
from casemgr_jd.reading.draft import Draft
from casemgr_jd.reading.word_body import BodyReader, StyleNames

__all__ = ["read_docx"]

#: No posting needs more text than this; a zip bomb does.
_LARGEST_PART = 20_000_000
_MOST_FILES = 5_000
#: What stands on every page of a document.
_MARGINS = re.compile(r"word/((?:header|footer)\d*)\.xml")
_MOST_MARGINS = 20


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
            margins = {
                match[1]: _part(archive, match[0])
                for match in map(_MARGINS.fullmatch, sorted(archive.namelist())[:_MOST_FILES])
                if match
            }
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
    names = StyleNames()
    if styles:
        _parse(styles, names.start)
    yield from _blocks(body, names)
    for name, part in list(margins.items())[:_MOST_MARGINS]:
        for draft in _blocks(part, names):
            draft.kind, draft.level, draft.bold = "paragraph", 0, False
            draft.path, draft.section = name, "margin"
            yield draft


def _blocks(part: bytes, names: StyleNames) -> list[Draft]:
    reader = BodyReader(names.names)
    _parse(part, reader.start, reader.end, reader.characters)
    return reader.drafts


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
