"""Renderers by name."""

from typing import Any

from casemgr_jd._doors import door
from casemgr_jd._formats import FORMATS
from casemgr_jd.errors import require
from casemgr_jd.model.document import Document
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.protocol import Renderer

__all__ = ["get_renderer", "render"]


@door(name=None)
def get_renderer(name: str) -> Any:
    """Return the renderer of a format, built in or installed under ``casemgr_jd.renderers``.

    Raises:
        UnknownNameError: no format has that name; the message lists those that exist.

    >>> get_renderer("markdown").suffix
    '.md'
    """
    require(name, str, "format")
    return FORMATS.get(name)


@door()
def render(
    document: Document, format: str | Renderer = "markdown", context: RenderContext = DEFAULT
) -> Any:
    """Return a posting or any document in a format: text as ``str``, DOCX and PDF as ``bytes``.

    Raises:
        UnknownNameError: no format has that name.
        RenderError: the document holds a node that the renderer has no hook for.

    >>> from casemgr_jd import draft
    >>> print(render(draft().at_tier("lead").build())[:19])
    # Lead Case Manager
    """
    renderer = get_renderer(format) if isinstance(format, str) else format
    return renderer.render(document, context)
