"""Reading a file that somebody named: one way, with the same limits and the same words everywhere.

A pipe, a device or a folder is refused before anything waits for it or fills up with it, and so is a file
larger than any of ours can be.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, TypeGuard

from casemgr_jd.errors import InputError, Problem

if TYPE_CHECKING:
    from os import PathLike

__all__ = [
    "LARGEST",
    "decoded",
    "is_path",
    "note_read",
    "noting_reads",
    "open_file",
    "read_file",
    "was_read",
]

LARGEST = 25_000_000
"""The most bytes that a file of any kind may have; larger ones are no posting, content or logo."""

Refusal: TypeAlias = type[InputError]

_KINDS = (
    (stat.S_ISDIR, "is a folder"),
    (stat.S_ISFIFO, "is a pipe"),
    (stat.S_ISSOCK, "is a socket"),
    (stat.S_ISCHR, "is a device"),
    (stat.S_ISBLK, "is a device"),
)
_HINT = "name a file"
# Does not wait for the other end, should the name stand for a pipe by the time it is opened.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_READ: "ContextVar[set[tuple[int, int]] | None]" = ContextVar("_READ", default=None)


def is_path(value: object) -> "TypeGuard[str | PathLike[str]]":
    """Tell whether a value names a file: a text, or a path of text."""
    if isinstance(value, os.PathLike):
        value = value.__fspath__()
    return isinstance(value, str)


def read_file(
    path: "str | PathLike[str]", refusal: Refusal = InputError, *, largest: int = LARGEST
) -> bytes:
    """Return the bytes of a file.

    Args:
        path: the file.
        refusal: the class of the error to raise.
        largest: the most bytes that it may have.

    Raises:
        InputError: there is no such file, it is no file, it cannot be read, or it is too large.
    """
    name = _name(path, refusal)
    with open_file(path, refusal) as file:
        try:
            # Some files, such as those of the system, do not say their size.
            fits = os.fstat(file.fileno()).st_size <= largest
            data = file.read(largest + 1) if fits else b""
        except OSError as error:
            raise _unreadable(error, name, refusal) from None
    if not fits or len(data) > largest:
        reason = f"cannot be read: it is larger than {largest // 1_000_000:,} MB"
        raise refusal([Problem("", reason, "name a smaller file")], name)
    return data


def open_file(path: "str | PathLike[str]", refusal: Refusal = InputError) -> BinaryIO:
    """Open a file to read its bytes, whatever their number; for what is read a piece at a time.

    Raises:
        InputError: there is no such file, it is no file, or it cannot be read.
    """
    name = _name(path, refusal)
    try:
        _must_be_file(os.stat(path).st_mode, name, refusal)
        number = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(error, name, refusal) from None
    found = os.fstat(number)
    try:
        _must_be_file(found.st_mode, name, refusal)
    except InputError:
        os.close(number)
        raise
    note_read(found)
    return os.fdopen(number, "rb")


def decoded(data: bytes, name: str = "", refusal: Refusal = InputError) -> str:
    """Return what bytes say in UTF-8, with or without a byte order mark.

    Raises:
        InputError: they are no UTF-8; says where.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8 text: {error.reason} at byte {error.start}"
        raise refusal([Problem("", reason, "save it as UTF-8")], name) from None


@contextmanager
def noting_reads() -> Iterator[None]:
    """Remember which files are read inside, so that nothing is written over one of them."""
    token = _READ.set(set())
    try:
        yield
    finally:
        _READ.reset(token)


def note_read(found: os.stat_result) -> None:
    """Remember that a file was read, where that is wanted."""
    noted = _READ.get()
    if noted is not None:
        noted.add((found.st_dev, found.st_ino))


def was_read(path: "str | PathLike[str]") -> bool:
    """Tell whether a path leads, also through links, to a file read since ``noting_reads``."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return False
    return (found.st_dev, found.st_ino) in (_READ.get() or ())


def _name(path: object, refusal: Refusal) -> str:
    if not is_path(path):
        reason = f"must be the path of a file, not {type(path).__name__}"
        raise refusal([Problem("path", reason, "give it as text or as a Path")])
    return os.fspath(path)


def _must_be_file(mode: int, name: str, refusal: Refusal) -> None:
    for is_kind, words in _KINDS:
        if is_kind(mode):
            raise refusal([Problem("", f"cannot be read: it {words}, not a file", _HINT)], name)


def _unreadable(error: OSError | ValueError, name: str, refusal: Refusal) -> InputError:
    # A ValueError is Python's way to say that no file can have the name, each version in words of its own.
    no_name = "no file can have this name" if isinstance(error, ValueError) else ""
    reason = no_name or getattr(error, "strerror", None) or error
    return refusal([Problem("", f"cannot be read: {reason}", "check the path")], name)
