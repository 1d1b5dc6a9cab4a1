"""Whether the federal government itself is hiring."""

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_federal"]

_LINES_AT_TOP = 6


def find_federal(source: Source) -> Stated | None:
    """Return the words by which a posting is one of the federal government, if there are any.

    An agency counts where it stands at the top: work for one, or with one, is named anywhere.
    """
    if phrases_in(source, phrase_list("federal", "for_others")):
        return None
    for key in ("announced", "agencies"):
        for match in phrases_in(source, phrase_list("federal", key)):
            span = Span(*match.span())
            if key == "announced" or source.block_index(span.start) < _LINES_AT_TOP:
                return Stated("federal", span)
    return None
