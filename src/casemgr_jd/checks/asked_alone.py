"""A posting whose one demand is a degree."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import stands
from casemgr_jd.reading.lexicon import Said

__all__ = ["degree_alone"]

_LISTED = ("required", "qualifications", "preferred", "skills", "licensure")
_MORE = 2
"""So many lines of requirements hold more than a degree."""
_LONGEST_SHOWN = 60
_QUALIFIED = Said("completeness", "asked_besides")


def degree_alone(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the degree, where the posting asks for no experience, skill, license or anything else."""
    facts, source = context.facts, context.source
    if not context.whole:
        raise NotApplicable
    degrees = [one for one in facts.credentials if one.kind == "degree"]
    others = len(degrees) < len(facts.credentials) or facts.years or facts.licenses
    listed = [block for _, block in source.in_sections(*_LISTED) if block.kind != "heading"]
    if degrees and not others and len(listed) < _MORE and not stands(source, _QUALIFIED):
        line = source.span_of(source.block_index(degrees[0].span.start))
        short = line.end - line.start <= _LONGEST_SHOWN
        yield Hit(line if short else degrees[0].span)
