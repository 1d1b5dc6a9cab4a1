"""Opening a document: which format it is, and what its bytes say."""

from os import PathLike
from pathlib import Path

from casemgr_jd.errors import DocumentError, Problem, UnknownNameError
from casemgr_jd.reading.assemble import assemble
from casemgr_jd.reading.html import looks_like_html, read_html
from casemgr_jd.reading.lines import read_lines
from casemgr_jd.reading.source import Source

__all__ = ["FORMATS", "read_document", "read_text"]

#: Suffix of a file to the format it holds.
SUFFIXES = {
    ".md": "markdown", ".markdown": "markdown", ".mdx": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".txt": "text", ".text": "text", "": "text",
    ".docx": "docx",
}  # fmt: skip
FORMATS = ("markdown", "html", "text", "docx")
#: Larger inputs are no postings.
_LARGEST = 25_000_000


def read_document(
    path: "str | PathLike[str]", *, format: str | None = None
) -> tuple[Source, tuple[str, ...]]:
    """Read a file; return its text, and notes about what could not be read as it stands.

    Raises:
        DocumentError: The file is missing, empty, of a format we cannot read, or damaged.
        UnknownNameError: *format* is none of ``markdown``, ``html``, ``text`` and ``docx``.
    """
    place = Path(path)
    format = format or _format_of(place)
    _must_be_known(format)
    try:
        if place.stat().st_size > _LARGEST:
            raise _unreadable(place.name, "is too large for a posting", "give the posting alone")
        data = place.read_bytes()
    except OSError as error:
        raise _unreadable(
            str(path), f"cannot be read: {error.strerror or error}", "check the path"
        ) from error
    return _read_bytes(data, format, place.name)


def read_text(text: str, *, format: str | None = None, name: str = "") -> Source:
    """Read a text that is at hand; without a *format*, HTML is recognised and all else read as Markdown.

    Raises:
        DocumentError: The text is empty.
        UnknownNameError: *format* is none of ``markdown``, ``html`` and ``text``.
    """
    format = format or ("html" if looks_like_html(text) else "markdown")
    _must_be_known(format)
    if format == "docx":
        raise _unreadable(name, "is text, and a Word document is not", "give the path of the file")
    if len(text) > _LARGEST:
        raise _unreadable(name, "is too large for a posting", "give the posting alone")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    drafts = read_html(text) if format == "html" else read_lines(text)
    return _not_empty(assemble(drafts, name=name, format=format))


def _read_bytes(data: bytes, format: str, name: str) -> tuple[Source, tuple[str, ...]]:
    if not data.strip():
        raise _unreadable(name, "is empty", "give a file that holds the posting")
    if data[:4] == b"PK\x03\x04" or format == "docx":
        from casemgr_jd.reading.docx import read_docx

        try:
            return _not_empty(assemble(read_docx(data), name=name, format="docx")), ()
        except DocumentError as error:
            raise error.named(name) from error
    text, notes = _decode(data, name)
    try:
        return read_text(text, format=format, name=name), notes
    except DocumentError as error:
        raise error.named(name) from error


def _decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), ()
    if data[:5] == b"%PDF-":
        raise _unreadable(name, "is a PDF", "save it as .docx, .html, .md or .txt")
    if b"\x00" in data[:100_000]:
        raise _unreadable(name, "is no text", "give a .docx, .html, .md or .txt file")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        written = _windows(data)
        if written is not None:
            return written, ()
        line = data.count(b"\n", 0, error.start) + 1
        note = f"The file is not valid UTF-8 (first on line {line}); what could not be read shows as \ufffd."
        return data.decode("utf-8", errors="replace"), (note,)


def _windows(data: bytes) -> str | None:
    """Return what data says if it is in Windows-1252, as older word processors save; ``None`` if not.

    Its marks and accented letters alone count, and nothing in the data may be UTF-8.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    beyond = {character for character in text if not character.isascii()}
    mixed = not data.decode("utf-8", errors="ignore").isascii()
    return None if mixed or not all(map(_is_written, beyond)) else text


def _is_written(character: str) -> bool:
    return character.isalpha() or character in _MARKS


_MARKS = frozenset(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u2122\u00a0\u00ae\u00a9\u00b7\u00bd\u00bc\u00be\u00b0\u00a7\u00ad\u00ba\u00ab\u00bb"
)


def _format_of(path: Path) -> str:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(one for one in SUFFIXES if one)
        raise _unreadable(
            path.name,
            f"has a suffix we do not know, {suffix!r}",
            f"one of {known}, or say which format it is",
        )
    return SUFFIXES[suffix]


def _must_be_known(format: str) -> None:
    if format not in FORMATS:
        raise UnknownNameError("document format", format, FORMATS)


def _unreadable(name: str, reason: str, hint: str) -> DocumentError:
    return DocumentError([Problem("", reason, hint)], name)


def _not_empty(source: Source) -> Source:
    if not source.blocks:
        raise _unreadable(source.name, "holds no text", "give a file that holds the posting")
    return source
