"""Renderers by name."""

from typing import TYPE_CHECKING, Any, Literal, TypeAlias, overload

from casemgr_jd._doors import door
from casemgr_jd._formats import FORMATS
from casemgr_jd.errors import require
from casemgr_jd.model.document import Document, Renderable
from casemgr_jd.renderers.context import DEFAULT, RenderContext
from casemgr_jd.renderers.protocol import FileRenderer, Renderer, TextRenderer

if TYPE_CHECKING:
    from casemgr_jd.renderers.applicant_systems import (
        GreenhouseRenderer,
        LeverRenderer,
        SmartRecruitersRenderer,
    )
    from casemgr_jd.renderers.data import JsonRenderer
    from casemgr_jd.renderers.docx.renderer import DocxRenderer
    from casemgr_jd.renderers.html import HtmlRenderer
    from casemgr_jd.renderers.indeed import IndeedRenderer
    from casemgr_jd.renderers.jsonld import JsonLdRenderer
    from casemgr_jd.renderers.jsonresume import JsonResumeRenderer
    from casemgr_jd.renderers.linkedin import LinkedInRenderer
    from casemgr_jd.renderers.mail import EmailRenderer
    from casemgr_jd.renderers.markdown import MarkdownRenderer
    from casemgr_jd.renderers.outline import OutlineRenderer
    from casemgr_jd.renderers.page import HtmlPageRenderer
    from casemgr_jd.renderers.pdf import PdfRenderer
    from casemgr_jd.renderers.plain import PlainTextRenderer

__all__ = ["FileFormat", "TextFormat", "get_renderer", "render"]

TextFormat: TypeAlias = Literal[
    "email",
    "greenhouse",
    "html",
    "html_fragment",
    "indeed",
    "json",
    "jsonld",
    "jsonresume",
    "lever",
    "linkedin",
    "markdown",
    "outline",
    "smartrecruiters",
    "text",
]
"""The built-in formats that give text."""
FileFormat: TypeAlias = Literal["docx", "pdf"]
"""The built-in formats that give the bytes of a file."""


@overload
def get_renderer(name: Literal["markdown"]) -> "MarkdownRenderer": ...
@overload
def get_renderer(name: Literal["text"]) -> "PlainTextRenderer": ...
@overload
def get_renderer(name: Literal["html"]) -> "HtmlPageRenderer": ...
@overload
def get_renderer(name: Literal["html_fragment"]) -> "HtmlRenderer": ...
@overload
def get_renderer(name: Literal["docx"]) -> "DocxRenderer": ...
@overload
def get_renderer(name: Literal["pdf"]) -> "PdfRenderer": ...
@overload
def get_renderer(name: Literal["json"]) -> "JsonRenderer": ...
@overload
def get_renderer(name: Literal["email"]) -> "EmailRenderer": ...
@overload
def get_renderer(name: Literal["outline"]) -> "OutlineRenderer": ...
@overload
def get_renderer(name: Literal["greenhouse"]) -> "GreenhouseRenderer": ...
@overload
def get_renderer(name: Literal["indeed"]) -> "IndeedRenderer": ...
@overload
def get_renderer(name: Literal["jsonld"]) -> "JsonLdRenderer": ...
@overload
def get_renderer(name: Literal["jsonresume"]) -> "JsonResumeRenderer": ...
@overload
def get_renderer(name: Literal["lever"]) -> "LeverRenderer": ...
@overload
def get_renderer(name: Literal["linkedin"]) -> "LinkedInRenderer": ...
@overload
def get_renderer(name: Literal["smartrecruiters"]) -> "SmartRecruitersRenderer": ...
@overload
def get_renderer(name: str) -> Any: ...
@door(name=None)
def get_renderer(name: str) -> Any:
    """Return the renderer of a format, built in or installed under ``casemgr_jd.renderers``.

    Where the name is written out, a type checker knows the class.

    Raises:
        UnknownNameError: no format has that name; the message lists those that exist.

    >>> get_renderer("markdown").suffix
    '.md'
    """
    require(name, str, "format")
    return FORMATS.get(name)


@overload
def render(
    document: Renderable, format: TextFormat = "markdown", context: RenderContext = DEFAULT
) -> str: ...
@overload
def render(document: Renderable, format: FileFormat, context: RenderContext = DEFAULT) -> bytes: ...
@overload
def render(document: Renderable, format: str, context: RenderContext = DEFAULT) -> Any: ...
@overload
def render(document: Renderable, format: TextRenderer, context: RenderContext = DEFAULT) -> str: ...
@overload
def render(
    document: Renderable, format: FileRenderer, context: RenderContext = DEFAULT
) -> bytes: ...
@overload
def render(
    document: Renderable, format: Renderer, context: RenderContext = DEFAULT
) -> str | bytes: ...
@door(document="give a posting, or anything else that has to_document")
def render(
    document: Renderable, format: str | Renderer = "markdown", context: RenderContext = DEFAULT
) -> Any:
    """Return a posting, or whatever has ``to_document``, in a format.

    A report, a kit, a comparison, advice, a setting, a tier, a role and the catalog have it.

    Args:
        document: what to render.
        format: name of a format, built in or installed, or a renderer.
        context: who reads it, and what else differs from one rendering to the next.

    Returns:
        Text as ``str``, DOCX and PDF as ``bytes``; a type checker knows which where the name is written out.

    Raises:
        UnknownNameError: no format has that name.
        RenderError: the document holds a node that the renderer has no hook for.

    >>> from casemgr_jd import check, draft
    >>> posting = draft().at_tier("lead").build()
    >>> print(render(posting)[:19])
    # Lead Case Manager
    >>> print(render(check(posting))[:8])
    # Report
    """
    renderer = get_renderer(format) if isinstance(format, str) else format
    shown = document.to_document()
    require(shown, Document, "document", "its to_document must return a Document")
    return renderer.render(shown, context)
