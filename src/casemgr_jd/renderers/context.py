"""What may differ from one rendering to the next, besides the document."""

from enum import StrEnum

from attrs import field, frozen

__all__ = ["Audience", "RenderContext"]


class Audience(StrEnum):
    """Who reads the output."""

    CANDIDATE = "candidate"
    WRITER = "writer"


def _audience(value: Audience | str) -> Audience:
    return Audience(value)


@frozen
class RenderContext:
    """Everything variable about a rendering; the default is what a candidate reads.

    >>> RenderContext(audience="writer").for_writer
    True
    """

    audience: Audience = field(default=Audience.CANDIDATE, converter=_audience)
    width: int = 72
    """Columns of a line of plain text."""
    allow_incomplete: bool = False
    """Whether a machine format may be made of a posting that its outlet would refuse as incomplete."""

    @property
    def for_writer(self) -> bool:
        """Whether the tips of the guide are shown."""
        return self.audience is Audience.WRITER


DEFAULT = RenderContext()
