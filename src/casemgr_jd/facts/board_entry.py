"""Whether a text is the entry of a board, or sends its reader to the posting: then what it lacks may stand in the whole."""

from casemgr_jd.facts.found import Stated
from casemgr_jd.facts.labels import labelled, labels_in
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import phrase_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_elsewhere", "find_entry"]

_FEWEST_LABELS, _LINES_AT_TOP, _MOST_WORDS = 3, 14, 300


def find_entry(source: Source) -> Stated | None:
    """Return the first of the labelled lines under which a board puts an abstract of a posting, or its link to the whole."""
    return _abstract(source) or _copy(source)


def _abstract(source: Source) -> Stated | None:
    if source.whole.text.count(" ") > _MOST_WORDS:
        return None
    at_top = set(source.starts[:_LINES_AT_TOP])
    lines = [one for one in labels_in(source) if one.label.start in at_top]
    if len({one.subjects for one in lines}) < _FEWEST_LABELS:
        return None
    return Stated("entry", lines[0].label)


def _copy(source: Source) -> Stated | None:
    whole = labelled(source, "whole")
    original = next((one for one in whole if "/" in source.snippet(one.value)), None)
    return Stated("copy", original.label) if original is not None else None


def find_elsewhere(source: Source) -> Stated | None:
    """Return the words that send the reader to another place for what the job is: "Click here for the job description"."""
    found = phrases_in(source, phrase_list("board_entry", "elsewhere"))
    return Stated("elsewhere", Span(*found[0].span())) if found else None
