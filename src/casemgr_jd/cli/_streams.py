"""Standard input, output and error: what may be wrong with them, and how words reach a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from casemgr_jd._files import LARGEST, note_read
from casemgr_jd._paint import Paint, is_colored
from casemgr_jd._shown import shown_lines
from casemgr_jd.errors import InputError, Problem

__all__ = [
    "cells",
    "complain",
    "discard_output",
    "end_at_once",
    "must_be_text",
    "open_streams",
    "reader_may_leave",
    "say",
    "standard_input",
    "tell",
    "typed",
]

_NAME = "standard input"
_USUAL_WIDTH = 80


def open_streams() -> None:
    """Have all three read and write UTF-8; one that the caller closed holds nothing, and takes all."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115
    # A posting holds dashes that a terminal of another encoding must not crash on.
    errors = {sys.stdin: "surrogateescape", sys.stdout: "strict", sys.stderr: "replace"}
    for stream, handler in errors.items():
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=handler, encoding="utf-8")


def standard_input() -> bytes:
    """Return what standard input holds, as bytes, so that it reads like the file of the same bytes.

    Raises:
        InputError: it is closed, cannot be read, or holds more than a file may.
    """
    # A stream that was closed when we started is the one that open_streams opened by its name.
    if getattr(sys.stdin, "name", "") == os.devnull:
        raise _refused("is closed", "send the input, or name a file")
    # What stands in for standard input may have no file behind it.
    with suppress(OSError, ValueError):
        note_read(os.fstat(sys.stdin.fileno()))
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise _refused(f"cannot be read: {reason}", "send the input, or name a file") from None
    if len(data) > LARGEST:
        raise _refused(
            f"cannot be read: it is larger than {LARGEST // 1_000_000} MB", "send a smaller input"
        )
    return data


def typed(arguments: list[str] | None) -> list[str]:
    """Return what was typed on the command line as text, also where the computer's encoding is not UTF-8."""
    given = sys.argv[1:] if arguments is None else arguments
    return [_as_text(one) for one in given]


def _as_text(argument: str) -> str:
    try:
        return argument.encode("utf-8", "surrogateescape").decode("utf-8")
    except UnicodeError:
        # The name of a file may be no text.
        return argument


def must_be_text(words: str, name: str) -> None:
    """Refuse words of which a part is no text, and would be lost.

    Raises:
        InputError: they hold bytes that are not UTF-8.
    """
    if any("\udc80" <= one <= "\udcff" for one in words):
        raise InputError([Problem(name, "holds bytes that are not UTF-8", "write it in UTF-8")])


def say(words: str) -> None:
    """Tell a person something on standard error; whatever the words hold, a terminal only shows them."""
    click.echo(shown_lines(words), err=True)


def tell(words: str) -> None:
    """Tell a person something in a conversation: on a terminal, its lines end at spaces that may break."""
    lines = map(_folded, words.split("\n")) if sys.stderr.isatty() else (words,)
    say("\n".join(lines).replace("\u00a0", " "))


def cells() -> int:
    """Return how many cells wide the terminal is; the usual eighty where there is none."""
    from shutil import get_terminal_size

    return get_terminal_size((_USUAL_WIDTH, 24)).columns


def _folded(line: str) -> str:
    from textwrap import fill

    indent = line[: len(line) - len(line.lstrip())]
    return fill(
        line,
        max(cells(), 2 * len(indent) + 1),
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def complain(words: str) -> None:
    """Tell a person on standard error what went wrong; a terminal shows in color who says so."""
    name = Paint(is_colored(sys.stderr))("casemgr-jd:", "error")
    click.echo(f"{name} {shown_lines(words)}", err=True)


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """End well when the reader of a pipe has gone: it has what it wanted."""
    try:
        yield
    except BrokenPipeError:
        discard_output()
        sys.exit(0)


def end_at_once(status: int) -> None:
    """End the process: all is written and closed, and what it still holds goes with it, not piece by piece.

    It returns where something is left to wait for or to tell of: the interpreter then ends as it does.
    """
    import atexit
    import threading

    if threading.active_count() > 1:
        return
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status)


def discard_output() -> None:
    """Send nowhere what could not be written, so that the interpreter does not try again at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refused(reason: str, hint: str) -> InputError:
    return InputError([Problem("", reason, hint)], _NAME)
