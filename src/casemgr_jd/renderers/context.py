"""What may differ from one rendering to the next, besides the document."""

from enum import StrEnum

from casemgr_jd._attrs import field, frozen
from casemgr_jd._compared import ByContent
from casemgr_jd._doors import node
from casemgr_jd.errors import InputError, Problem, UnknownNameError

__all__ = ["Audience", "RenderContext"]

LEAST_WIDTH = 20


class Audience(StrEnum):
    """Who reads the output."""

    CANDIDATE = "candidate"
    WRITER = "writer"


def _audience(value: Audience | str) -> Audience:
    try:
        return Audience(value)
    except ValueError:
        raise UnknownNameError("audience", value, [one.value for one in Audience]) from None


def _width(value: int) -> int:
    if value < LEAST_WIDTH:
        raise InputError([Problem("width", f"must be at least {LEAST_WIDTH} columns, not {value}")])
    return value


@node
@frozen(eq=False)
class RenderContext(ByContent):
    """Everything variable about a rendering; the default is what a candidate reads.

    >>> RenderContext(audience="writer").for_writer
    True
    """

    audience: Audience = field(default=Audience.CANDIDATE, converter=_audience)
    """Who reads it: an ``Audience``, or its text ``"candidate"`` or ``"writer"``."""
    width: int = field(default=72, converter=_width)
    """Columns of a line of plain text."""
    allow_incomplete: bool = False
    """Whether a machine format may be made of a posting that its outlet would refuse as incomplete."""

    @property
    def for_writer(self) -> bool:
        """Whether the tips of the guide are shown."""
        return self.audience is Audience.WRITER


DEFAULT = RenderContext()
