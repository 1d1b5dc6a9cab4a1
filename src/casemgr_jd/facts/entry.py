"""The door of the room: a posting, ours or anybody's, in; what it says out."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from casemgr_jd._doors import door
from casemgr_jd.facts.facts import Facts
from casemgr_jd.facts.gather import gather
from casemgr_jd.facts.posting import PostingFacts
from casemgr_jd.reading.open import read_document, read_text

if TYPE_CHECKING:
    from casemgr_jd.model.posting import Posting

__all__ = ["read_posting"]


@door(document="a Path is a file, a str is text")
def read_posting(
    document: "Path | PathLike[str] | str | Posting", *, format: str | None = None
) -> PostingFacts:
    """Read a posting and return what it says, each fact with its words and its place.

    Args:
        document: a path of a .md, .html, .txt or .docx file (a ``Path``), the text itself (a ``str``),
            or a typed posting.
        format: ``markdown``, ``html``, ``text`` or ``docx``, where the suffix does not tell.

    Raises:
        DocumentError: the document is missing, empty or damaged.
        UnknownNameError: *format* is no format that can be read.

    >>> reading = read_posting("# Case Manager\\n\\nHarbor Health, Denver, CO\\n\\nFull-time.")
    >>> reading.first("employment_type").value
    'full time'
    """
    if isinstance(document, str):
        return gather(Facts(read_text(document, format=format)))
    if isinstance(document, PathLike):
        source, notes = read_document(Path(document), format=format)
        return gather(Facts(source), notes)
    from casemgr_jd.reading.typed import read_typed

    return gather(Facts(read_typed(document), document.requisition))
