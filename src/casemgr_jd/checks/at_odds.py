"""Facts of one posting that do not go with each other: remote work done by hand, a salary paid by the hour."""

from collections.abc import Iterator

from casemgr_jd.checks._opposed import the_other
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Span

__all__ = ["closes_at_once", "praise_beside_figure", "remote_and_by_hand", "salary_by_the_hour"]

_ASIDE = frozenset({"about", "eeo", "legal", "benefits", "preferred"})


def remote_and_by_hand(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first act that nobody can do from afar, where the job is said to be remote and nothing else."""
    source, models = context.source, context.facts.work_models
    remote = next((one for one in models if one.value == "remote"), None)
    if remote is None or any(one.value != "remote" for one in models):
        raise NotApplicable
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(*match.span())
        elsewhere = source.block_at(span.start).section in _ASIDE
        excused = holds(source, source.sentence(*span), rule.options["unless"])
        if not (elsewhere or excused or negated(source, span) or of_others(source, span)):
            other = the_other(source, remote.span)
            yield Hit(span, other)
            return


def salary_by_the_hour(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield an hourly rate that a sentence, or the heading above it, calls by the word for yearly pay."""
    source, pays = context.source, context.facts.base_pay
    by_year = {source.block_index(pay.span.start) for pay in pays if pay.period == "year"}
    for pay in pays:
        index = source.block_index(pay.span.start)
        heading = source.blocks[index].heading.lower()
        before = Span(source.sentence(*pay.span).start, pay.span.start)
        named = holds(source, before, rule.options["yearly"]) and not holds(
            source, before, rule.options["unless"]
        )
        headed = any(word in heading for word in rule.options["headings"])
        if pay.period == "hour" and index not in by_year and (named or headed):
            yield Hit(pay.span)
            return


def praise_beside_figure(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the words that praise the pay, where its figure stands in the posting."""
    source, figures = context.source, context.facts.base_pay
    if not figures:
        raise NotApplicable
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(*match.span())
        if not of_others(source, span):
            yield Hit(span, {"figure": source.snippet(figures[0].span)})
            return


_OPENS = Said("contradictions", "opens")
_LONGEST_LABEL = 40


def closes_at_once(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the closing date where it follows the date of the posting within few days."""
    source = context.source
    closing = next((one for one in context.facts.closing if one.on and one.on.year > 1), None)
    if closing is None or closing.on is None:
        raise NotApplicable
    for dated in context.facts.dates:
        start = source.span_of(source.block_index(dated.span.start)).start
        start = max(start, dated.span.start - _LONGEST_LABEL)
        label = source.folded[start : dated.span.start].replace(":", "").rstrip()
        if dated.on is None or not _OPENS.search(label):
            continue
        days = (closing.on - dated.on).days
        if 0 <= days < int(rule.options["days"]):
            other = the_other(source, dated.span)
            yield Hit(closing.span, {"days": rule.options["days"], **other})
            return
