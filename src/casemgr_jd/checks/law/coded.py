"""Gender-coded words by the list of Gaucher, Friesen and Kay (2011): counted, never judged."""

import re
from collections.abc import Iterator

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.reading.lexicon import Said
from casemgr_jd.reading.source import Span

__all__ = ["coded_words"]

_MASCULINE = (
    "active adventurous aggress* ambitio* analy* assert* athlet* autonom* boast* challeng* compet* confident courag* decide decisive "
    "decision* determin* dominant domina* force* greedy headstrong hierarch* hostil* impulsive independen* individual* intellect* lead* "
    "logic masculine objective opinion outspoken persist principle* reckless stubborn superior selfconfiden* selfsufficien* selfrelian*"
)
_FEMININE = (
    "affectionate child* cheer* commit* communal compassion* connect* considerate cooperat* depend* emotiona* empath* feminine flatterable "
    "gentle honest interpersonal interdependen* interpersona* kind kinship loyal* modesty nag nurtur* pleasant* polite quiet* respon* "
    "sensitiv* submissive support* sympath* tender* together* trust* understand* warm* whin* yield*"
)
# core words of this field that the list would catch
_EXEMPT = Said("coded", "exempt")


def _words(stems: str) -> "re.Pattern[str]":
    options = (stem[:-1] + "[a-z]*" if stem.endswith("*") else stem for stem in stems.split())
    return re.compile(rf"(?<![a-z])(?:{'|'.join(options)})(?![a-z])")


_CODED = {"masculine": _words(_MASCULINE), "feminine": _words(_FEMININE)}


def coded_words(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield one hit that counts the coded words of the posting, if there are any."""
    text = _EXEMPT.sub(lambda match: " " * len(match.group()), context.source.whole.folded)
    found = {name: _outside(context, rule, pattern, text) for name, pattern in _CODED.items()}
    spans = sorted(span.start for spans in found.values() for span in spans)
    if spans:
        first = next(span for spans_ in found.values() for span in spans_ if span.start == spans[0])
        yield Hit(first, fields={name: len(spans_) for name, spans_ in found.items()})


def _outside(context: Context, rule: Rule, pattern: "re.Pattern[str]", text: str) -> list[Span]:
    return [
        Span(*match.span())
        for match in pattern.finditer(text)
        if context.source.block_at(match.start()).section not in rule.exempt
    ]
