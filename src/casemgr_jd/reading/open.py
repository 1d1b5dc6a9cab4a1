"""Opening a document: which format it is, and what its bytes say."""

from os import PathLike
from pathlib import Path

from casemgr_jd._decoding import decode_document
from casemgr_jd._files import LARGEST, is_path, read_file
from casemgr_jd._shown import shown
from casemgr_jd.errors import DocumentError, Problem, UnknownNameError, require
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


def read_document(
    path: "str | PathLike[str]", *, format: str | None = None
) -> tuple[Source, tuple[str, ...]]:
    """Read a file; return its text, and notes about what could not be read as it stands.

    Raises:
        DocumentError: The file is missing, empty, of a format we cannot read, or damaged.
        UnknownNameError: *format* is none of ``markdown``, ``html``, ``text`` and ``docx``.
    """
    if not is_path(path):
        reason = f"must be a path, not {type(path).__name__}"
        raise DocumentError([Problem("path", reason, "read_text reads a text")])
    place = Path(path)
    format = format or _format_of(place)
    _must_be_known(format)
    return _read_bytes(read_file(place, DocumentError), format, shown(place.name))


def read_text(text: str, *, format: str | None = None, name: str = "") -> Source:
    """Read a text that is at hand; without a *format*, HTML is recognised and all else read as Markdown.

    Raises:
        DocumentError: The text is empty.
        UnknownNameError: *format* is none of ``markdown``, ``html`` and ``text``.
    """
    require(text, str, "text", "read_document reads a file")
    format = format or ("html" if looks_like_html(text) else "markdown")
    _must_be_known(format)
    if format == "docx":
        raise _unreadable(name, "is text, and a Word document is not", "give the path of the file")
    if len(text) > LARGEST:
        raise _unreadable(name, "is too large for a posting", "give the posting alone")
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    drafts = read_html(_with_its_text(text)) if format == "html" else read_lines(text)
    return _not_empty(assemble(drafts, name=name, format=format))


def _with_its_text(page: str) -> str:
    """Return a page, or the text in its data, where a script would put it on the page from there."""
    if "JobPosting" not in page:
        return page
    from casemgr_jd.reading.page_data import text_in_data

    shown = sum(len(draft.text) for draft in read_html(page))
    return text_in_data(page, more_than=2 * shown) or page


def _read_bytes(data: bytes, format: str, name: str) -> tuple[Source, tuple[str, ...]]:
    if not data.strip():
        raise _unreadable(name, "is empty", "give a file that holds the posting")
    if data[:4] == b"PK\x03\x04" or format == "docx":
        from casemgr_jd.reading.docx import read_docx

        try:
            return _not_empty(assemble(read_docx(data), name=name, format="docx")), ()
        except DocumentError as error:
            raise error.named(name) from error
    text, notes = decode_document(data, name)
    try:
        return read_text(text, format=format, name=name), notes
    except DocumentError as error:
        raise error.named(name) from error


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
    require(format, str, "format", f"one of: {', '.join(FORMATS)}")
    if format not in FORMATS:
        raise UnknownNameError("document format", format, FORMATS)


def _unreadable(name: str, reason: str, hint: str) -> DocumentError:
    return DocumentError([Problem("", reason, hint)], name)


def _not_empty(source: Source) -> Source:
    if not source.blocks:
        raise _unreadable(source.name, "holds no text", "give a file that holds the posting")
    return source
