"""Writing what a command made: every file whole or not at all, and none of them over what was read.

A file is written aside and then renamed, so that whoever looks finds the old one or the new one, whenever
the disk fills up or the run is killed. So is a folder; what is left of one that was killed is named
unfinished.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from casemgr_jd._files import was_read
from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.cli._streams import say
from casemgr_jd.errors import InputError, Problem

__all__ = [
    "UNFINISHED",
    "must_be_apart",
    "must_be_files",
    "must_be_new_or_empty",
    "must_not_lose",
    "rewrite",
    "write",
    "write_folder",
]

UNFINISHED = ".unfinished"
"""How the name ends of what is being written."""
_ELSEWHERE = "choose a place that you may write to"


def write(output: str | bytes, target: str | None, *more: str) -> None:
    """Write to a file and say so, or to standard output; what is no text is kept off a terminal.

    Args:
        output: what is written.
        target: name of the file; ``None`` for standard output.
        more: what else is said of a file, behind its name.

    Raises:
        InputError: the file cannot be written or is one that was read, or there is none and the terminal
            cannot show the output.
    """
    if target is None and isinstance(output, bytes) and sys.stdout.isatty():
        hint = "name a file with -o, or send the output to one"
        raise InputError([Problem("", "is not text that a terminal can show", hint)], "output")
    data = output.encode("utf-8") if isinstance(output, str) else output
    if target is None or target == STANDARD_STREAM:
        click.echo(data, nl=False)
        return
    _must_not_be_read(target)
    rewrite(data, target)
    if target != os.devnull:
        say("; ".join((f"wrote {target}", *more)))


def rewrite(data: bytes, target: str) -> None:
    """Write a file, also one that was read to be written anew.

    Raises:
        InputError: the file cannot be written.
    """
    with _told(target):
        found = _status(target)
        if found is not None and stat.S_ISDIR(found.st_mode):
            raise _refused(target, "is a folder", "name a file in it")
        if found is not None and not stat.S_ISREG(found.st_mode):
            # A device or a pipe takes what is written as it comes.
            with open(target, "wb") as stream:
                stream.write(data)
        else:
            _replace(target, found, data)


def write_folder(folder: str, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder, all of them or none; files of other names that it holds stay.

    Args:
        folder: where they go; it is made if need be.
        files: the name of each, and what it holds; made one at a time.

    Raises:
        InputError: the folder cannot be written, or one of the files was read.
    """
    _must_be_named(folder)
    if folder == STANDARD_STREAM:
        raise _refused(folder, "is standard output, and that is no folder", "name a folder")
    with _told(folder):
        home = Path(os.path.realpath(folder))
        if home.exists() and not home.is_dir():
            raise _refused(folder, "is a file", "name a new or an empty folder")
        # Inside a folder that is there, for the one around it may be nobody's to write to.
        aside = (home if home.exists() else home.parent) / _unfinished(home.name)
        aside.mkdir(parents=True)
        try:
            _fill(aside, home, files)
            waiting = _finished(aside, home)
        except BaseException:
            _remove(aside)
            raise
        if waiting:
            _put_in_place(waiting, home)


def must_not_lose(target: str | None, force: bool) -> None:
    """Refuse to write over a file that exists, unless it is asked for.

    Raises:
        InputError: the file exists already.
    """
    if target and target != STANDARD_STREAM and not force and os.path.lexists(target):
        raise _refused(target, "exists already", "name another file, or write over it with --force")


def must_be_new_or_empty(folder: str) -> None:
    """Refuse a folder that holds something.

    Raises:
        InputError: it does, or is no folder.
    """
    _must_be_named(folder)
    with _told(folder):
        if os.path.isdir(folder):
            if os.listdir(folder):
                raise _refused(folder, "holds files already", "name a new or an empty folder")
        elif os.path.lexists(folder):
            raise _refused(folder, "is a file", "name a new or an empty folder")


def _fill(aside: Path, home: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, data in files:
        target = home / name
        _must_not_be_read(str(target))
        if target.is_dir():
            raise _refused(str(target), "is a folder", "name another folder to write to")
        (aside / name).write_bytes(data)


def _finished(aside: Path, home: Path) -> Path | None:
    """Rename a finished folder; where another one is there, return what waits to take places in it."""
    if not home.exists():
        aside.replace(home)
        return None
    # There to be seen, for should the next step be broken off, what lies around it is old and new.
    return aside.replace(home / aside.name.lstrip("."))


def _put_in_place(waiting: Path, home: Path) -> None:
    """Rename each of the files into the folder that is there; those that cannot go on waiting."""
    names = sorted(one.name for one in waiting.iterdir())
    try:
        for name in names:
            (waiting / name).replace(home / name)
        waiting.rmdir()
    except OSError as error:
        reason = f"holds old files and new ones, for one cannot be written: {error.strerror}"
        raise _refused(str(home), reason, f"those that wait are in {waiting}") from None
    _drop_overtaken(home, set(names))


def _drop_overtaken(home: Path, names: set[str]) -> None:
    """Remove what runs that were broken off left waiting, where all of it has been made anew."""
    for left in home.glob(f"*{UNFINISHED}"):
        is_folder = left.is_dir() and not left.is_symlink()
        if is_folder and names.issuperset(one.name for one in left.iterdir()):
            _remove(left)


def _remove(folder: Path) -> None:
    """Remove a folder with all that is in it, as far as can be."""
    from shutil import rmtree

    rmtree(folder, ignore_errors=True)


def _replace(name: str, old: os.stat_result | None, data: bytes) -> None:
    """Write a file so that it is either the old one or the new one, whatever happens."""
    target = Path(os.path.realpath(name))
    if old is not None and not old.st_mode & 0o222:
        raise _refused(name, "is read-only", "allow writing to it, or name another file")
    aside = target.with_name(_unfinished(target.name))
    try:
        with aside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if old is not None:
            aside.chmod(stat.S_IMODE(old.st_mode))
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def _unfinished(name: str) -> str:
    # Short, for a name may already be as long as names can get.
    from uuid import uuid4

    return f".{name[:40]}-{uuid4().hex[:8]}{UNFINISHED}"


def _status(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except FileNotFoundError:
        return None


def _must_be_named(target: str) -> None:
    """Refuse a name that says nothing, which would stand for the working folder."""
    if not target.strip():
        raise _refused("output", "has no name", "name a file or a folder after -o")


def must_be_files(*targets: str | os.PathLike[str]) -> None:
    """Refuse names to which no file of its own can be written; for what writes piece by piece.

    Raises:
        InputError: one has no name, is standard output, was read, or stands for the same file as another.
    """
    named = [os.fspath(target) for target in targets]
    for target in named:
        if target == STANDARD_STREAM:
            raise _refused(target, "is standard output, and this is no stream", "name a file")
        _must_not_be_read(target)
    must_be_apart(*named)


def must_be_apart(*targets: str | None) -> None:
    """Refuse one file, or one stream, for two outputs of which the second would take the place of the first.

    Args:
        targets: what the outputs go to; ``None`` for standard output.

    Raises:
        InputError: two of them are the same, also through links.
    """
    taken: set[object] = set()
    for target in targets:
        marks = _marks(STANDARD_STREAM if target is None else target)
        if taken & marks:
            reason = "is named for two outputs, and one of them would be lost"
            raise _refused(target or STANDARD_STREAM, reason, "name another file for one of them")
        taken |= marks


def _marks(target: str) -> set[object]:
    """Return what two names of one file have in common: where it lies, and what is there."""
    if target == os.devnull:
        return set()  # nothing is lost there that was not meant to be
    if target == STANDARD_STREAM:
        return {target}
    try:
        found = os.stat(target)
    except (OSError, ValueError):
        return {_real(target)}
    return {_real(target), (found.st_dev, found.st_ino)}


def _real(target: str) -> str:
    try:
        return os.path.realpath(target)
    except ValueError:
        return target  # a name that no file can have, which is told where it is written


def _must_not_be_read(target: str) -> None:
    """Refuse to write over a file that was read, also through links.

    Raises:
        InputError: it was read, or has no name.
    """
    _must_be_named(target)
    if was_read(target):
        raise _refused(target, "is what was read, and would be lost", "name another file")


@contextmanager
def _told(target: str) -> Iterator[None]:
    """Say in our words why something cannot be written."""
    try:
        yield
    except (OSError, ValueError) as error:
        # A ValueError is Python's way to say that no file can have the name, as with a null byte in it.
        reason = f"cannot be written: {getattr(error, 'strerror', None) or error}"
        raise _refused(target, reason, _ELSEWHERE) from None


def _refused(target: str, reason: str, hint: str) -> InputError:
    return InputError([Problem("", reason, hint)], target)
