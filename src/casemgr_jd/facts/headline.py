"""The title where the first line names no role that we know: it stands first, short, and in capitals as titles are."""

from casemgr_jd._late import late
from casemgr_jd.facts.credentials import LICENSE_LETTERS
from casemgr_jd.facts.found import Located, Stated
from casemgr_jd.facts.identity import is_generic, is_titled
from casemgr_jd.facts.organizations import names_an_organization
from casemgr_jd.reading.headings import section_of_heading
from casemgr_jd.reading.source import Source, Span

__all__ = ["find_headline"]

_LICENSES = "|".join(sorted(LICENSE_LETTERS, key=len, reverse=True))
_LONGEST, _MOST_WORDS, _FEWEST_WORDS, _FEWEST_LINES, _LONGEST_LABEL = 80, 9, 2, 3, 4
_PROSE = 12
"""The fewest words of a paragraph that tells something."""
_CREDENTIALS = late(rf"(?:{_LICENSES})(?: ?(?:/|,|or|and) ?(?:{_LICENSES}))*")
"""A title of licenses alone: "LCSW/LMHC"."""
_BEHIND = late(r"(?: [-–—|] |, | \().*$|: .*$")


def _facts_follow(source: Source) -> bool:
    """Whether lines of facts follow, each with its label, as boards put them under a title."""
    lines = [block.text.partition(": ")[0] for block in source.top(6)[1:] if ": " in block.text]
    return sum(len(label.split()) <= _LONGEST_LABEL for label in lines) >= _FEWEST_LINES


def find_headline(
    source: Source, employer: Stated | None, locations: tuple[Located, ...]
) -> Stated | None:
    """Return the first line as the title, if it reads as one and prose follows."""
    if len(source.blocks) < _FEWEST_LINES:
        return None
    first, span = source.blocks[0], source.span_of(0)
    head = _BEHIND.sub("", first.text).strip()
    words = head.split()
    credentials = _CREDENTIALS.fullmatch(head) is not None
    named = employer is not None and employer.span.start < span.end
    placed = any(one.span.start < span.start + len(head) for one in locations)
    if (
        first.kind not in ("heading", "paragraph")
        or len(first.text) > _LONGEST
        or not (_FEWEST_WORDS <= len(words) <= _MOST_WORDS or credentials)
        or first.text[-1:] in ".!?:"
        or any(map(str.isdigit, head))
        or not (credentials or is_titled(head))
        or is_generic(head)
        or section_of_heading(head) not in ("title", "unknown", "licensure")
        or named
        or placed
        or names_an_organization(head)
    ):
        return None
    below = source.top(6)[1:]
    told = any(len(block.text.split()) >= _PROSE for block in below) or _facts_follow(source)
    return Stated(head, Span(span.start, span.start + len(head))) if told else None
