"""The least that every renderer offers."""

from typing import Protocol, runtime_checkable

from casemgr_jd.model.document import Document
from casemgr_jd.renderers.context import DEFAULT, RenderContext

__all__ = ["FileRenderer", "Renderer", "TextRenderer"]


@runtime_checkable
class Renderer(Protocol):
    """What every renderer offers, whatever it is made of."""

    @property
    def name(self) -> str:
        """Name of the format, as ``-f`` takes it."""
        ...

    @property
    def media_type(self) -> str:
        """Media type of the output."""
        ...

    @property
    def suffix(self) -> str:
        """Ending of a file that holds the output, with its dot."""
        ...

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str | bytes:
        """Return the document in this format."""
        ...


@runtime_checkable
class TextRenderer(Renderer, Protocol):
    """A renderer that gives text."""

    def render(self, document: Document, context: RenderContext = DEFAULT) -> str:
        """Return the document in this format."""
        ...


@runtime_checkable
class FileRenderer(Renderer, Protocol):
    """A renderer that gives the bytes of a file."""

    def render(self, document: Document, context: RenderContext = DEFAULT) -> bytes:
        """Return the document in this format."""
        ...
