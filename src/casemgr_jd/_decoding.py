"""What the bytes of a saved document say: UTF-8 with or without a mark, UTF-16, Windows-1252."""

from casemgr_jd.errors import DocumentError, Problem

__all__ = ["decode_document"]

_MARKS = frozenset(
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u2122\u00a0\u00ae\u00a9\u00b7\u00bd\u00bc\u00be\u00b0"
    "\u00a7\u00ad\u00ba\u00ab\u00bb"
)


def decode_document(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of a document, and notes about what could not be read as it stands.

    Raises:
        DocumentError: the bytes are no text.

    >>> decode_document("Caf\\u00e9 \\u2013 R&D".encode("cp1252"), "page.html")
    ('Café – R&D', ())
    """
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


def _unreadable(name: str, reason: str, hint: str) -> DocumentError:
    return DocumentError([Problem("", reason, hint)], name)
