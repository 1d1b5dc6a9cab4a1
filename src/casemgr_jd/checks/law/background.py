"""Background checks: words that shut people out, and the places that want such a sentence or forbid it."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.reach import reaching
from casemgr_jd.checks.law.weight import weight
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.law import FairChanceLaw, Standing, fair_chance_laws, place_name
from casemgr_jd.reading.phrase_table import find_phrases
from casemgr_jd.reading.source import Span

__all__ = ["background_checks"]

_LEGAL_BASIS = re.compile(
    r"required by|as required|law requires|requires (?:a|that)|mandated|pursuant to|§|(?:state|federal) law|regulation|statut|"
    r"under (?:section|chapter|article|title|the)|live scan|justice center|central register"
)
_SOFT = re.compile(
    r"conditional|contingent|after (?:an|the) (?:[a-z]+ )?offer|offer of employment|offers? (?:is|are|may)|fair chance|individual(?:ly|ized)|consider|"
    r"consistent with|case by case|post offer|upon (?:an )?offer|before (?:your )?start|prior to (?:hire|start)|once (?:an )?offer"
)
_PASS = re.compile(
    r"(?:must|shall|need to|required to|able to|ability to|have to|will) (?:also )?(?:be able to )?(?:successfully )?(?:pass|clear)|(?:^|[^a-z])pass (?:an? |our |the |all )?[a-z, /-]{0,40}background"
)
_OTHERS = re.compile(
    r"(?<![a-z])(?:clients?|tenants?|participants?|foster|volunteers?|caregivers?|residents?|applicants? for (?:housing|licens\w+)|families|providers' )(?![a-z])"
)


def background_checks(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield a hit for each background-check sentence that is too hard, or that the place treats as barred."""
    source = context.source
    laws = [one for one in reaching(context, fair_chance_laws()) if one.reach.certain]
    for match in find_phrases(phrases(tuple(rule.options["find"])), source.folded, source.words):
        span = Span(match.start(), match.end())
        block = source.block_at(span.start)
        sentence = source.sentence(span.start, span.end)
        words = source.folded[sentence.start : sentence.end]
        if block.section == "responsibilities" or block.kind == "heading" or _OTHERS.search(words):
            continue
        if not _LEGAL_BASIS.search(block.text.lower()):
            yield from _judged(rule, laws, span, words, block.text.lower())


def _judged(
    rule: Rule, laws: list[Standing[FairChanceLaw]], span: Span, words: str, block: str
) -> Iterator[Hit]:
    barred = next((one for one in laws if one.law.check_sentence == "barred"), None)
    noticed = next((one for one in laws if one.law.check_sentence == "notice"), None)
    soft, asks_to_pass = bool(_SOFT.search(block)), bool(_PASS.search(words))
    strict = next((one for one in laws if one.law.bars_must_pass), None)
    if barred:
        yield _hit(rule, span, "barred", barred, "info" if soft else weight(barred))
    elif strict and asks_to_pass:
        yield _hit(rule, span, "must_pass", strict, weight(strict))
    elif asks_to_pass and not soft:
        yield Hit(span, suggestions=(rule.options["soft"],))
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
