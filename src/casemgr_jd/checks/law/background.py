"""Background checks: words that shut people out, and the places that want such a sentence or forbid it."""

from collections.abc import Iterator
from functools import cache

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import FairChanceLaw, Standing, fair_chance_laws, place_name, wordings
from casemgr_jd.reading.sections import LONGEST_STATEMENT
from casemgr_jd.reading.source import Span

__all__ = ["background_checks"]


def background_checks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each background-check sentence that is too hard, or that the place treats as barred."""
    source = context.source
    laws = [one for one in reaching(context, fair_chance_laws()) if one.reach.certain]
    for match in phrases_in(source, phrases(tuple(rule.options["find"]))):
        span = Span(match.start(), match.end())
        block = source.block_at(span.start)
        sentence = source.sentence(span.start, span.end)
        whole = source.span_of(source.block_index(span.start))
        if len(block.text) >= LONGEST_STATEMENT:
            whole = sentence  # a posting that lost its lines says much else in the same paragraph
        asks_to_pass = holds(source, sentence, rule.options["pass"])
        named_only = block.kind == "heading" and not asks_to_pass
        if block.section == "responsibilities" or named_only:
            continue
        if holds(source, sentence, rule.options["others"]):
            continue
        if source.snippet(sentence) in _worded_by_us():
            continue  # the table of law has this sentence ready for such places
        if not holds(source, whole, rule.options["wanted_by_law"]):
            soft = holds(source, whole, rule.options["after_an_offer"])
            yield from _judged(rule, laws, span, soft=soft, asks_to_pass=asks_to_pass)


@cache
def _worded_by_us() -> frozenset[str]:
    return frozenset(str(one.text) for one in wordings("background_check") if one.text)


def _judged(
    rule: Rule, laws: list[Standing[FairChanceLaw]], span: Span, *, soft: bool, asks_to_pass: bool
) -> Iterator[Hit]:
    barred = next((one for one in laws if one.law.check_sentence == "barred"), None)
    noticed = next((one for one in laws if one.law.check_sentence == "notice"), None)
    strict = next((one for one in laws if one.law.bars_must_pass), None)
    if barred:
        yield _hit(rule, span, "barred", barred, "info" if soft else weight(barred))
    elif strict and asks_to_pass:
        yield _hit(rule, span, "must_pass", strict, weight(strict))
    elif asks_to_pass and not soft:
        # no law of the place asks for it: good practice
        yield Hit(span, severity="info", suggestions=(rule.options["soft"],))
    elif noticed:
        yield _hit(rule, span, "notice", noticed, "info")


def _hit(rule: Rule, span: Span, case: str, one: Standing[FairChanceLaw], severity: str) -> Hit:
    return Hit(
        span,
        fields={"place": place_name(one.law.place)},
        message=rule.options[case],
        severity=severity,
        kind="" if severity == "error" else "review",
        laws=(one,),
        suggestions=(rule.options["soft"],) if case != "barred" else (),
    )
