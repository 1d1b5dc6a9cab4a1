"""Of a posting that lost its line breaks: which kind of section a sentence in it would stand in."""

from casemgr_jd.reading.sections import LONGEST_STATEMENT, section_of_text
from casemgr_jd.reading.source import Source, Span

__all__ = ["section_at"]


def section_at(source: Source, span: Span) -> str:
    """Return the kind of section of a span; in a paragraph too long to be of one, as its sentence tells.

    >>> from casemgr_jd.reading import read_text
    >>> source = read_text("You visit families at home. " * 90 + "We are an equal opportunity employer.")
    >>> at = source.text.index("equal")
    >>> source.block_at(at).section == "eeo", section_at(source, Span(at, at + 5))
    (False, 'eeo')
    """
    block = source.block_at(span.start)
    if len(block.text) < LONGEST_STATEMENT:
        return block.section
    return section_of_text(source.snippet(source.sentence(*span)), block.section)
