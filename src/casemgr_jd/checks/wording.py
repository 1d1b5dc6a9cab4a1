"""The check ``"terms"``: wording that should not stand where it stands."""

from collections.abc import Iterable, Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import Match, stands

__all__ = ["terms"]


def terms(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each of the rule's terms that stands where the rule looks."""
    yield from _judge(context, rule, context.terms.of(rule))


def _judge(context: Context, rule: Rule, matches: Iterable[Match]) -> Iterator[Hit]:
    """Yield a hit for each match that nothing excuses; of overlapping matches the first and longest counts."""
    end = -1
    for match in sorted(matches, key=lambda match: (match.span.start, -match.span.end)):
        if match.span.start < end or not stands(context.source, rule, match.term, match.span):
            continue
        end = match.span.end
        yield Hit(
            match.span,
            message=match.term.message,
            severity=match.term.severity,
            suggestions=match.term.suggest,
        )
        if rule.once:
            return
