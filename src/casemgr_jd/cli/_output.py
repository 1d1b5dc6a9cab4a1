"""Writing what a command made; apart from reading, for it needs next to nothing."""

import sys
from pathlib import Path

import click

from casemgr_jd.cli._paths import STANDARD_STREAM
from casemgr_jd.errors import InputError, Problem

__all__ = ["must_not_lose", "write"]


def write(output: str | bytes, target: str | None) -> None:
    """Write to a file, or to standard output; what is no text is kept off a terminal.

    Raises:
        InputError: the file cannot be written, or there is none and the terminal cannot show the output.
    """
    if target is None and isinstance(output, bytes) and sys.stdout.isatty():
        hint = "name a file with -o, or send the output to one"
        raise InputError([Problem("", "is not text that a terminal can show", hint)], "output")
    data = output.encode("utf-8") if isinstance(output, str) else output
    if target is None or target == STANDARD_STREAM:
        click.echo(data, nl=False)
        return
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        reason = f"cannot be written: {error.strerror or error}"
        raise InputError([Problem("", reason, "check the folder")], target) from None


def must_not_lose(target: str | None, force: bool) -> None:
    """Refuse to write over a file that exists, unless it is asked for.

    Raises:
        InputError: the file exists already.
    """
    if target and target != STANDARD_STREAM and not force and Path(target).exists():
        hint = "name another file, or write over it with --force"
        raise InputError([Problem("", "exists already", hint)], target)
