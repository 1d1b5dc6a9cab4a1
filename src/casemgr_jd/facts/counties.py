"""Counties named in sentences, whose state the text leaves open."""

from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.facts.bare_cities import ASIDE
from casemgr_jd.facts.found import Located
from casemgr_jd.facts.gazetteer import states_of
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import with_words
from casemgr_jd.reading.source import Source, Span

__all__ = ["counties"]


def counties(source: Source) -> Iterator[Located]:
    """The counties in which a sentence says that one works: "families across Dallas and Tarrant Counties"."""
    for found in each_match(source, _IN_COUNTIES, _MAY_NAME_COUNTIES):
        match = found.in_block
        name = f"{match['county']} County"
        known = states_of(name)
        if known and source.block_at(found.start()).section not in ASIDE:
            yield Located("", Span(*found.span()), name, candidates=known)


_MAY_NAME_COUNTIES = with_words(frozenset({"county", "counties"}))
_IN_COUNTIES = late(
    r"(?<![A-Za-z])(?:across|throughout|in|within|including|serving|serves) (?P<county>[A-Z][a-z]+)(?:(?:, [A-Z][a-z]+){0,4},? (?:and|&) [A-Z][a-z]+ Counties| County)(?![a-z])"
)
