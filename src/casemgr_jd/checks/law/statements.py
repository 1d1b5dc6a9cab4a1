"""Sentences that law at a place wants in the posting."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.law.frames import holds, holds_anywhere
from casemgr_jd.checks.law.parts import spelled_out
from casemgr_jd.checks.law.reach import job_of
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import Standing, Statement, place_name, statements, statements_due
from casemgr_jd.reading.source import Span

__all__ = ["advisable_notices", "required_statements"]

_TOPIC = "fair_chance"


def required_statements(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each required sentence that is missing, or that names only another place."""
    if not context.whole:
        raise NotApplicable
    wanted = [one for one in statements_due(job_of(context)) if one.law.topic == _TOPIC]
    if not wanted:
        raise NotApplicable
    found = tuple(_found(context, rule))
    for one in wanted:
        if not found:
            yield _hit(rule, one, "missing", weight(one), None)
        elif not any(_speaks_of(one.law, text) for _, text in found):
            yield _hit(rule, one, "other", "warning", found[0][0])


def _found(context: Context, rule: Rule) -> Iterator[tuple[Span, str]]:
    """The blocks that welcome people with records, and their words."""
    source = context.source
    records = phrases_in(source, phrases(spelled_out(rule.options["records"])))
    for index in sorted({source.block_index(one.start()) for one in records}):
        span = source.span_of(index)
        if holds(source, span, rule.options["welcome"]):
            yield span, source.folded[span.start : span.end]


def advisable_notices(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each notice that is wise by what the posting asks for, and that it does not give."""
    if not context.whole:
        raise NotApplicable
    source = context.source
    for topic, signs in rule.options["topics"].items():
        asked = next(_asked(context, signs["asked"]), None)
        if asked is None or holds_anywhere(source, signs["given"]):
            continue
        for one in statements_due(job_of(context), [signs["plans"]], advisable=True):
            if one.law.topic == topic and one.law.kind == "advisable":
                fields = {"place": place_name(one.law.place), "law": one.law.citation}
                yield Hit(asked, fields=fields, laws=(one,), suggestions=(str(one.law.text),))


def _asked(context: Context, texts: list[str]) -> Iterator[Span]:
    source = context.source
    for match in phrases_in(source, phrases(tuple(texts))):
        if source.block_at(match.start()).section not in ("responsibilities", "about", "eeo"):
            yield Span(*match.span())


def _speaks_of(statement: Statement, text: str) -> bool:
    """A statement that names no place speaks of all; one that names some speaks of those."""
    named = [other for other in statements() if any(name in text for name in other.named_by)]
    return not named or statement in named


def _hit(rule: Rule, one: Standing[Statement], case: str, severity: str, span: Span | None) -> Hit:
    statement = one.law
    return Hit(
        span,
        fields={
            "place": place_name(statement.place),
            "employees": statement.employees,
            "law": statement.citation,
        },
        message=rule.options[case],
        severity=severity,
        kind="fail" if severity == "error" else "review",
        laws=(one,),
        suggestions=(str(statement.text),),
    )
