"""Driver's licenses: asked for only where the job drives."""

from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds, holds_anywhere
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import modality, negated
from casemgr_jd.facts.near import need_of
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.law import Limit, Standing, limits, place_name
from casemgr_jd.reading.source import Source, Span

__all__ = ["driver_license"]

# how many characters around a mention are read for the reason
_REACH = 400
# where a posting lost its line breaks, what stands so far away is of another line
_LONG_BLOCK, _SHORT_REACH = 1_500, 60
_MENTIONS = 40


def driver_license(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a license that is required though no driving goes with it: once, however often it is named."""
    source = context.source
    found = phrases_in(source, phrases(tuple(rule.options["find"])))
    # mentions beyond these say nothing new
    spans = [
        span
        for match in found[:_MENTIONS]
        if _required(source, rule, span := Span(match.start(), match.end()))
    ]
    tied = rule.options["tied"]
    if spans:
        laws = list(reaching(context, limits("driving")))
        # where one mention names the driving, the others rest on it
        told = next((one for one in spans if holds(source, _around(source, one), tied)), None)
        yield from _judged(context, rule, laws, told or spans[0], tied=told is not None)


def _around(source: Source, span: Span) -> Span:
    block = source.span_of(source.block_index(span.start))
    reach = _REACH if block.end - block.start < _LONG_BLOCK else _SHORT_REACH
    return Span(max(block.start, span.start - reach), min(block.end, span.end + reach))


def _required(source: Source, rule: Rule, span: Span) -> bool:
    block = source.block_at(span.start)
    sentence = source.sentence(span.start, span.end)
    if block.section in ("eeo", "legal", "about", "benefits"):
        return False
    if block.section == "responsibilities" and not holds(source, sentence, rule.options["held"]):
        return False
    if holds(source, Span(sentence.start, span.start), rule.options["others"]):
        return False
    return need_of(source, span) in ("required", "unknown") and not negated(source, span)


def _judged(
    context: Context, rule: Rule, laws: list[Standing[Limit]], span: Span, *, tied: bool
) -> Iterator[Hit]:
    source = context.source
    drives = holds_anywhere(source, rule.options["job_drives"])
    compared = holds(source, _around(source, span), rule.options["alternatives"])
    for one in laws:
        severity = _under_law(one, compared=compared, tied=tied, drives=drives)
        if severity == "error" and modality(source, span).hedged:
            severity = "warning"  # "some positions may require": somebody has to look which
        if severity:
            fields = {"place": place_name(one.law.place), "rule": one.law.text}
            hedged = severity == "warning" and modality(source, span).hedged
            message = rule.options["tie" if severity == "info" else "some" if hedged else "law"]
            kind = "" if severity == "error" else "review"
            yield Hit(span, fields, message, severity, kind, laws=(one,))
            return
    hedged = modality(source, span).hedged
    if not laws and not tied and not drives and not hedged and context.whole:
        yield Hit(span)


def _under_law(one: Standing[Limit], *, compared: bool, tied: bool, drives: bool) -> str:
    if tied:
        return "info" if one.law.compares_alternatives and not compared else ""
    return "info" if drives else weight(one)
