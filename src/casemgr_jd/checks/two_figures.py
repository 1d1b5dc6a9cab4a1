"""Two figures for one thing that has only one: days off, a bonus, openings, an age."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import same_sentence, the_other
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.law.frames import holds
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.modality import negated, of_others
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.source import Source, Span

__all__ = ["two_figures"]

_FIGURE = late(r"\d[\d,]*(?:\.\d+)?")
_ASIDE = frozenset({"about", "eeo", "legal", "preferred"})


def two_figures(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield, for each thing that has one figure, the first place where the text gives another."""
    source = context.source
    for thing in rule.options["things"]:
        told: list[tuple[float, Span]] = []
        for match in phrases_in(source, phrases(tuple(thing["find"]))):
            span = Span(*match.span())
            number = _number(source.folded[span.start : span.end], rule.options["words"])
            if number is not None and _is_firm(source, span, thing["unless"]):
                told.append((number, span))
        for number, span in told:
            first, where_first = told[0]
            if number != first and not same_sentence(source, where_first, span):
                yield Hit(span, {"subject": thing["subject"], **the_other(source, where_first)})
                break


def _is_firm(source: Source, span: Span, unless: tuple[str, ...]) -> bool:
    aside = source.block_at(span.start).section in _ASIDE
    if aside or negated(source, span) or of_others(source, span):
        return False
    return not holds(source, source.sentence(*span), unless)


def _number(words: str, named: dict[str, int]) -> float | None:
    """The one figure of a phrase, in digits or as a word."""
    figures = [float(one.replace(",", "")) for one in _FIGURE.findall(words)]
    figures += [float(named[word]) for word in re.findall("[a-z]+", words) if word in named]
    return figures[0] if len(figures) == 1 else None
