"""Whether the federal government itself is hiring."""

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said, phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_federal"]

_LINES_AT_TOP = 6
_LONGEST_NAME = 12
_FOR_OTHERS = Said("federal", "for_others")


def find_federal(source: Source) -> Stated | None:
    """Return the words by which a posting is one of the federal government, if there are any.

    Its own words for jobs count anywhere. An agency counts where it stands alone in a line at the top: a
    sentence may name one that pays for the work, or that clients are sent to.
    """
    for key, counts in (("announced", _is_of_the_job), ("agencies", _stands_alone)):
        for match in phrases_in(source, phrase_list("federal", key)):
            span = Span(*match.span())
            if counts(source, span):
                return Stated("federal", span)
    return None


def _is_of_the_job(source: Source, span: Span) -> bool:
    return not source.holds(source.sentence(*span), _FOR_OTHERS)


def _stands_alone(source: Source, span: Span) -> bool:
    index = source.block_index(span.start)
    line = source.blocks[index].text
    is_a_name = len(line.split()) <= _LONGEST_NAME and not line.rstrip().endswith(".")
    return index < _LINES_AT_TOP and is_a_name and _is_of_the_job(source, span)
