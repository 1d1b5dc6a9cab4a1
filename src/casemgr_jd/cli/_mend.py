"""Mending a file of text in place: read as it is, written only when something changed."""

import codecs
import os
import shutil
from pathlib import Path
from tempfile import NamedTemporaryFile

from casemgr_jd.checks.fix import Fixed, fix_text
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
    place = Path(name)
    _must_be_text(place, name)
    try:
        data = place.read_bytes()
    except OSError as error:
        raise _refused(name, f"cannot be read: {error.strerror}", "check the path") from None
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
        _replace(place, name, mark + fixed.text.encode(encoding, "surrogateescape"))
    return fixed


def _must_be_text(place: Path, name: str) -> None:
    if name == STANDARD_STREAM:
        raise _refused("standard input", "cannot be mended", "give a Markdown or text file")
    if SUFFIXES.get(place.suffix.lower()) not in _TEXT:
        reason = "is not a Markdown or text file, and --fix mends no other"
        raise _refused(name, reason, "mend it where it was made, or check it without --fix")


def _replace(place: Path, name: str, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, whatever happens."""
    target = place.resolve()
    made = ""
    try:
        if not target.stat().st_mode & 0o222:
            raise _refused(name, "is read-only", "allow writing to it, or check it without --fix")
        with NamedTemporaryFile(dir=target.parent, prefix=".casemgr-jd-", delete=False) as file:
            made = file.name
            file.write(data)
        shutil.copymode(target, made)
        os.replace(made, target)
    except OSError as error:
        if made:
            Path(made).unlink(missing_ok=True)
        reason = f"cannot be written: {error.strerror or error}"
        raise _refused(name, reason, "check the folder, or check it without --fix") from None


def _refused(name: str, reason: str, hint: str) -> InputError:
    return InputError([Problem("", reason, hint)], name)
