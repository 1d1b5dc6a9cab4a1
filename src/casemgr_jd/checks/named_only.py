"""What a posting names and does not tell: benefits, a bonus, the pay that applicants are asked to name."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.source import Span

__all__ = ["benefits_only_in_name", "bonus_without_amount", "pay_asked_and_not_told"]

_IN_NAME = frozenset({"general", "other", "none"})
_ASIDE = frozenset({"responsibilities", "eeo", "legal"})


def benefits_only_in_name(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that announce benefits, where the posting names none."""
    if not context.whole:
        raise NotApplicable
    if not any(one.value not in _IN_NAME for one in context.facts.benefits):
        yield from _first(context, rule)


def bonus_without_amount(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that name a bonus, where no figure of one stands in the posting."""
    if not any(one.kind == "bonus" for one in context.facts.pay):
        yield from _first(context, rule)


def pay_asked_and_not_told(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that ask applicants for a figure, where the posting gives none."""
    if not context.whole:
        raise NotApplicable
    if not context.facts.base_pay:
        yield from _first(context, rule, frozenset())


def _first(context: Context, rule: Rule, aside: frozenset[str] = _ASIDE) -> Iterator[Hit]:
    """The first place that is said of the job, and not denied."""
    source = context.source
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(*match.span())
        elsewhere = source.block_at(span.start).section in aside
        sentence = source.sentence(*span)
        excused = holds(source, sentence, rule.options.get("unless", ()))
        if elsewhere or excused or negated(source, span) or of_others(source, span):
            continue
        yield Hit(span)
        return
