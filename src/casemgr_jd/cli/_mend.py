"""Mending a file of text in place: read as it is, written only when something changed."""

import codecs
from pathlib import Path

from casemgr_jd._files import read_file
from casemgr_jd.checks.fix import Fixed, fix_text
from casemgr_jd.cli._output import rewrite
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.errors import InputError, Problem
from casemgr_jd.reading.open import SUFFIXES

__all__ = ["mend"]

_TEXT = ("markdown", "text")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mend(name: str) -> Fixed:
    """Apply the safe fixes to a Markdown or text file; encoding, byte order mark and line endings stay.

    Raises:
        InputError: the file is no such text, or cannot be read or written.
    """
    _must_be_text(name)
    data = read_file(name)
    mark, encoding = next(((m, e) for m, e in _MARKS if data.startswith(m)), (b"", "utf-8"))
    if (encoding == "utf-8" and b"\x00" in data) or data.startswith((b"PK\x03\x04", b"%PDF-")):
        raise _refused(name, "is not text, whatever its name says", "mend it where it was made")
    try:
        # What is no UTF-8 passes through as it is.
        text = data[len(mark) :].decode(encoding, "surrogateescape")
    except UnicodeDecodeError as error:
        raise _refused(name, f"cannot be decoded: {error.reason}", "save it as UTF-8") from None
    fixed = fix_text(text)
    if fixed.changes:
        rewrite(mark + fixed.text.encode(encoding, "surrogateescape"), name)
    return fixed


def _must_be_text(name: str) -> None:
    if name == STANDARD_STREAM:
        raise _refused("standard input", "cannot be mended", "give a Markdown or text file")
    if SUFFIXES.get(Path(name).suffix.lower()) not in _TEXT:
        reason = "is not a Markdown or text file, and --fix mends no other"
        raise _refused(name, reason, "mend it where it was made, or check it without --fix")


def _refused(name: str, reason: str, hint: str) -> InputError:
    return InputError([Problem("", reason, hint)], name)
