"""What the commands that show a document share: its format, and where it goes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casemgr_jd._paint import is_colored
from casemgr_jd.cli._house import House
from casemgr_jd.cli._output import write

if TYPE_CHECKING:
    from casemgr_jd.model.document import Document

__all__ = ["format_of", "is_for_terminal", "show"]

_BY_SUFFIX = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json",
    ".jsonld": "jsonld",
    ".docx": "docx",
    ".eml": "email",
    ".pdf": "pdf",
}


def format_of(output: str | None, format_: str | None, default: str) -> str:
    """Return the format to write: as named, else by the suffix of the file, else the default one.

    Raises:
        UsageError: the suffix belongs to no format, or to several.
    """
    suffix = Path(output).suffix.lower() if output else ""
    if format_ or not suffix:
        return format_ or default
    if suffix not in _BY_SUFFIX:
        raise click.UsageError(f"{suffix!r} does not tell one format; name the format with -f")
    return _BY_SUFFIX[suffix]


def is_for_terminal(format_: str | None, output: str | None) -> bool:
    """Tell whether a person reads the output in a terminal, and asked for no format."""
    return format_ is None and output is None and sys.stdout.isatty()


def show(document: "Document", format_: str | None, output: str | None, house: House) -> None:
    """Write *document* in the format that was asked for, else as plain text, in a terminal with color."""
    if is_for_terminal(format_, output):
        from casemgr_jd.cli._terminal import TerminalRenderer, terminal_width

        terminal = TerminalRenderer(color=is_colored(sys.stdout), width=terminal_width())
        write(terminal.render(document), None)
        return
    from casemgr_jd.renderers.context import RenderContext

    renderer = house.renderer(format_of(output, format_, "text"))
    write(renderer.render(document, RenderContext()), output)
