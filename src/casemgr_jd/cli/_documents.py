"""What the commands that show a document share: its format, and where it goes."""

from pathlib import Path

from casemgr_jd.cli._files import write
from casemgr_jd.model.document import Document
from casemgr_jd.renderers.context import RenderContext
from casemgr_jd.renderers.registry import get_renderer

__all__ = ["show"]

_BY_SUFFIX = {
    ".md": "markdown",
    ".html": "html",
    ".htm": "html",
    ".txt": "text",
    ".json": "json",
    ".docx": "docx",
    ".pdf": "pdf",
}


def show(document: Document, format_: str | None, output: str | None) -> None:
    """Write *document* in a format: as named, else by the suffix of the file, else plain text."""
    suffix = Path(output).suffix.lower() if output else ""
    name = format_ or _BY_SUFFIX.get(suffix, "text")
    write(get_renderer(name).render(document, RenderContext()), output)
