"""Numbers of rules and policies that nobody outside can look up."""

from collections.abc import Iterator
from itertools import islice

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.where import DIGITS, Where
from casemgr_jd.reading.source import Span

__all__ = ["rule_numbers"]

# "10.21.29.06": three parts and more, and no telephone number, address of a computer or date.
_RULE = late(
    r"(?<![\w.$/#-])(?!\d{3}\.\d{3}\.\d{4}(?!\d))(?!\d{1,2}\.\d{1,2}\.(?:20)?\d\d(?![.\d]))\d{1,4}(?:\.\d{1,4}){2,}(?:\(\w\))*(?![\w/]|\.\d)"
)
# "FC-SU-01": two groups of capitals and a number.
_POLICY = late(r"(?<![\w-])[A-Z]{2,5}-[A-Z]{2,5}-\d{2,4}(?![\w-])(?: Section \d+(?:\.\d+)*)?")
_REACH = 40
"""Characters."""
_NUMBERED = Where(signs=DIGITS)


def rule_numbers(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each number of a regulation before which nothing says whose it is, and the first code of a policy."""
    source = context.source
    for match in each_match(source, _RULE, _NUMBERED):
        before = Span(
            max(source.sentence(*match.span()).start, match.start() - _REACH), match.start()
        )
        if holds(source, before, rule.options["leads"]) and not holds(
            source, before, rule.options["sources"]
        ):
            yield Hit(Span(*match.span()))
    policies = (Span(*match.span()) for match in each_match(source, _POLICY, _NUMBERED))
    for span in islice((one for one in policies if not _of_a_job(context, rule, one)), 1):
        yield Hit(span, message=rule.options["policy"])


def _of_a_job(context: Context, rule: Rule, span: Span) -> bool:
    """Whether a code is that of a posting: it stands in the link to it, or behind the word for it."""
    source = context.source
    before = Span(max(source.sentence(*span).start, span.start - _REACH), span.start)
    return bool(source.block_at(span.start).links) or holds(source, before, rule.options["jobs"])
