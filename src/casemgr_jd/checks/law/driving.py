"""Driver's licenses: asked for only where the job drives."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.near import need_of
from casemgr_jd.law import Limit, Standing, limits, place_name
from casemgr_jd.reading.phrase_table import find_phrases
from casemgr_jd.reading.source import Source, Span

__all__ = ["driver_license"]

_TIED = re.compile(
    r"(?<![a-z])(?:essential|function|(?:if|when|where|because|since|as) [^.;]{0,60}(?:driv|travel|visit|field|transport|role|job|duties)|driving is|to drive|drives?|"
    r"transport(?:ing)? [a-z]+|home visits?|community visits?|visits|between (?:sites|facilities|clinics|homes|schools)|field|business travel|travel to)(?![a-z])"
)
_ALTERNATIVE = re.compile(
    r"alternative|comparable|public trans|other (?:means|transportation|ways?)|or (?:reliable|other|access|another|equivalent)|ride|carpool|"
    r"access to (?:reliable )?transportation|if (?:you|driving)|where driving|when driving|no other"
)
# how many characters around a mention are read for the reason
_REACH = 400
_MENTIONS = 40
_JOB_DRIVES = re.compile(
    r"(?<![a-z])(?:home visits?|visit (?:[a-z]+ ){0,3}(?:at |in )?(?:home|their homes|the community|schools|shelters)|community visits?|site visits?|home based|driv(?:e|es|ing)(?!'| (?:record|history|licen|privilege|abstract))|"
    r"field (?:based|work|visits)|fieldwork|mileage|transport(?:s|ing)? (?:[a-z]+ ){0,2}(?:clients?|patients?|members?|youth|residents?|participants?|families|children|to )|"
    r"travel (?:to|between|across|within|throughout|locally|about|up to|in)|local travel|% travel|in the (?:field|community)|outreach|percent travel)(?![a-z])"
)
_OTHERS = re.compile(
    r"(?<![a-z])(?:clients?|participants?|members|help|assist|obtain their|refugees|residents)(?![a-z])"
)


def driver_license(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for a license that is required though no driving goes with it: once, however often it is named."""
    source = context.source
    found = find_phrases(phrases(tuple(rule.options["find"])), source.folded, source.words)
    # mentions beyond these say nothing new
    spans = [
        span
        for match in found[:_MENTIONS]
        if _required(source, span := Span(match.start(), match.end()))
    ]
    if spans:
        laws = list(reaching(context, limits("driving")))
        # where one mention names the driving, the others rest on it
        told = next((span for span in spans if _TIED.search(_around(source, span))), None)
        yield from _judged(context, rule, laws, told or spans[0], tied=told is not None)


def _around(source: Source, span: Span) -> str:
    block = source.span_of(source.block_index(span.start))
    return source.folded[max(block.start, span.start - _REACH) : min(block.end, span.end + _REACH)]


def _required(source: Source, span: Span) -> bool:
    block = source.block_at(span.start)
    sentence = source.sentence(span.start, span.end)
    if block.section in ("responsibilities", "eeo", "legal", "about", "benefits"):
        return False
    if _OTHERS.search(source.folded, sentence.start, span.start):
        return False
    return need_of(source, span) in ("required", "unknown")


def _judged(
    context: Context, rule: Rule, laws: list[Standing[Limit]], span: Span, *, tied: bool
) -> Iterator[Hit]:
    words = _around(context.source, span)
    drives = bool(_JOB_DRIVES.search(context.source.folded))
    for one in laws:
        severity = _under_law(one, words, tied, drives)
        if severity:
            fields = {"place": place_name(one.law.place), "rule": one.law.text}
            message = rule.options["tie" if severity == "info" else "law"]
            kind = "" if severity == "error" else "review"
            yield Hit(span, fields, message, severity, kind, laws=(one,))
            return
    if not laws and not tied and not drives and context.whole:
        yield Hit(span)


def _under_law(one: Standing[Limit], words: str, tied: bool, drives: bool) -> str:
    if tied:
        return "info" if one.law.compares_alternatives and not _ALTERNATIVE.search(words) else ""
    return "info" if drives else weight(one)
