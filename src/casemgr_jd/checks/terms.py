"""Where the phrases of rules stand, and whether they count there.

The phrases of all rules are looked up together: each word of the text is asked once which phrases start with it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd.checks.law.parts import parts
from casemgr_jd.checks.rule import Rule, Term
from casemgr_jd.facts.modality import asked_about, negated, part_of_a_name
from casemgr_jd.facts.phrases import Wording, look_together, phrases_in, wordings_of
from casemgr_jd.reading.phrase_table import that_can_start
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.run_on import section_at
from casemgr_jd.reading.source import Source, Span, forget_blocks

__all__ = ["Match", "Terms", "find_terms", "phrases", "stands"]

_MOST_RULES = 5_000
_LONGEST_PHRASE = 200


@attrs.frozen(eq=False)
class Match(ByContent):
    """A place where a phrase of a term stands."""

    span: Span
    term: Term


@lru_cache(maxsize=8192)
def _phrase(text: str) -> Phrase:
    return compile_phrase(text)


def phrases(texts: Iterable[str]) -> tuple[Phrase, ...]:
    """Compile phrases once; the same texts give the same list."""
    return _phrases(tuple(texts))


@lru_cache(maxsize=8192)
def _phrases(texts: tuple[str, ...]) -> tuple[Phrase, ...]:
    return tuple(map(_phrase, texts))


def wording_of(rule: Rule) -> Wording[Term]:
    """Return the wording of a rule; rules are told apart by identity, for hashing one reads all of it."""
    known = _RULES.get(id(rule))
    if known is None:
        if len(_RULES) >= _MOST_RULES:
            _RULES.clear()
            forget_blocks()
        made = Wording[Term](
            lambda: ((phrase, term) for term in rule.terms for phrase in phrases(term.find))
        )
        known = _RULES[id(rule)] = (rule, made)
    return known[1]


#: The rules are held, so that their ids stay their own.
_RULES: dict[int, tuple[Rule, Wording[Term]]] = {}


def find_terms(source: Source, rules: tuple[Rule, ...]) -> "Terms":
    """Go through a text once, for these rules, their parts, and all that were met before."""
    if _LAST_MET[0] is not rules:
        for rule in rules:
            for one in (rule, *parts(rule)):
                if one.terms:
                    wording_of(one)
        _LAST_MET[0] = rules
    look_together(source)
    return Terms(source)


#: The rules of the last check, which most checks have in common.
_LAST_MET: list[tuple[Rule, ...]] = [()]


@attrs.frozen(eq=False)
class Terms(ByContent):
    """Where the wording of rules stands in a text."""

    source: Source

    def silent(self, rule: Rule) -> Wording[Term] | None:
        """Return the wording of a rule if it was looked for with that of the others, and stands nowhere."""
        wording = wording_of(rule)
        met, known = wordings_of(self.source)
        return wording if wording in known and wording not in met else None

    def of(self, rule: Rule) -> list[Match]:
        """Return where the wording of a rule stands."""
        if not rule.terms:
            return []
        found = wording_of(rule).matches(self.source)
        return [Match(Span._make(one.span()), term) for term, one in found]


def stands(source: Source, rule: Rule, term: Term, span: Span) -> bool:
    """Tell whether a match of a term stands where the rule looks, and nothing excuses it."""
    section = section_at(source, span)
    if section in rule.exempt or (rule.sections and section not in rule.sections):
        return False
    if rule.allow and _overlaps(source, rule.allow, span):
        return False
    if rule.skip_names and part_of_a_name(source, span):
        return False
    if rule.skip_negated and (negated(source, span) or asked_about(source, span)):
        return False
    if term.unless_anywhere and _stands_anywhere(source, term):
        return False
    return _sentence_fits(source, term, span)


def _stands_anywhere(source: Source, term: Term) -> bool:
    """Whether a phrase that excuses the term everywhere stands in the text."""
    return bool(phrases_in(source, phrases(term.unless_anywhere)))


def _sentence_fits(source: Source, term: Term, span: Span) -> bool:
    if not term.unless and not term.needs:
        return True
    sentence = source.sentence(span.start, span.end)
    if term.unless and _any_within(source, term.unless, sentence):
        return False
    return not term.needs or _any_within(source, term.needs, sentence)


def _any_within(source: Source, texts: tuple[str, ...], span: Span) -> bool:
    return any(True for _ in _matches(source, texts, span))


def _matches(source: Source, texts: tuple[str, ...], span: Span) -> Iterator[re.Match[str]]:
    for phrase in that_can_start(phrases(texts), source.words):
        yield from phrase.find_within(source.folded, source.words, span.start, span.end)


def _overlaps(source: Source, texts: tuple[str, ...], span: Span) -> bool:
    block = source.span_of(source.block_index(span.start))
    start = max(block.start, span.start - _LONGEST_PHRASE)
    around = Span(start, min(block.end, span.end + _LONGEST_PHRASE))
    return any(
        match.start() < span.end and span.start < match.end()
        for match in _matches(source, texts, around)
    )
