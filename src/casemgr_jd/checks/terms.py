"""Where the phrases of rules stand, and whether they count there.

The phrases of all rules are looked up together: each word of the text is asked once which phrases start with it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import attrs

from casemgr_jd.checks.rule import Rule, Term
from casemgr_jd.facts.by_block import each_block, forget
from casemgr_jd.facts.modality import negated, part_of_a_name
from casemgr_jd.reading.phrase_table import PhraseTable, that_can_start
from casemgr_jd.reading.phrases import Phrase, compile_phrase
from casemgr_jd.reading.source import Source, Span

__all__ = ["Match", "Terms", "find_terms", "phrases", "stands"]

_MOST_RULES = 5_000
_LONGEST_PHRASE = 200


@attrs.frozen
class Match:
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


class _Lookup:
    """The wording of every rule met so far.

    It is shared by all checks of a process, so that a text is gone through once, however many rules there are.
    """

    def __init__(self) -> None:
        self.rules: dict[int, Rule] = {}
        self.learnt: int = 0
        """How often rules were learnt: what was found before a new one is no longer all."""
        self._table = PhraseTable[tuple[int, Term]]()

    def learn(self, rule: Rule) -> None:
        """Add the wording of a rule; rules are told apart by identity, for hashing one reads all of it."""
        if id(rule) in self.rules:
            return
        if len(self.rules) >= _MOST_RULES:
            self.rules, self._table = {}, PhraseTable()
        forget((self.learnt, "terms"))
        self.learnt += 1
        self.rules[id(rule)] = rule  # held, so that its id stays its own
        for term in rule.terms:
            for phrase in phrases(term.find):
                self._table.add(phrase, (id(rule), term))

    def scan(self, source: Source) -> dict[int, list[Match]]:
        """Return all places where known wording stands, by the identity of its rule."""
        found: dict[int, list[Match]] = {}
        for start, matches in each_block(source, (self.learnt, "terms"), self._scan):
            for key, first, last, term in matches:
                span = Span(first + start, last + start)
                found.setdefault(key, []).append(Match(span, term))
        return found

    def _scan(self, source: Source) -> list[tuple[int, int, int, Term]]:
        matches = self._table.matches(source.folded, source.words)
        return [(key, *match.span(), term) for (key, term), match in matches]


_LOOKUP = _Lookup()


def find_terms(source: Source, rules: Iterable[Rule]) -> "Terms":
    """Go through a text once, for these rules and all that were met before."""
    for rule in rules:
        if rule.terms:
            _LOOKUP.learn(rule)
    return Terms(source, _LOOKUP.scan(source), frozenset(_LOOKUP.rules))


@attrs.frozen
class Terms:
    """Where the wording of rules stands in a text."""

    source: Source
    found: Mapping[int, list[Match]]
    looked_for: frozenset[int]

    def of(self, rule: Rule) -> Iterable[Match]:
        """Return where the wording of a rule stands; a rule met for the first time is looked up by itself."""
        if id(rule) in self.looked_for:
            return self.found.get(id(rule), ())
        if rule.terms:
            _LOOKUP.learn(rule)  # the next text will be gone through for it at once
        table = PhraseTable[Term]()
        for term in rule.terms:
            for phrase in phrases(term.find):
                table.add(phrase, term)
        found = table.matches(self.source.folded, self.source.words)
        return [Match(Span(*match.span()), term) for term, match in found]


def stands(source: Source, rule: Rule, term: Term, span: Span) -> bool:
    """Tell whether a match of a term stands where the rule looks, and nothing excuses it."""
    section = source.block_at(span.start).section
    if section in rule.exempt or (rule.sections and section not in rule.sections):
        return False
    if rule.allow and _overlaps(source, rule.allow, span):
        return False
    if rule.skip_names and part_of_a_name(source, span):
        return False
    if rule.skip_negated and negated(source, span):
        return False
    if term.unless_anywhere and _stands_anywhere(source, term):
        return False
    return _sentence_fits(source, term, span)


def _stands_anywhere(source: Source, term: Term) -> bool:
    """Whether a phrase that excuses the term everywhere stands in the text; remembered with the text."""
    remembered = vars(source).setdefault(_KEY, {})
    if id(term) not in remembered:
        whole = Span(0, len(source.folded))
        remembered[id(term)] = _any_within(source, term.unless_anywhere, whole)
    return bool(remembered[id(term)])


_KEY = "_excused"


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
    folded, words = source.folded, source.words
    for phrase in that_can_start(phrases(texts), words):
        yield from phrase.find_within(folded, words, span.start, span.end)


def _overlaps(source: Source, texts: tuple[str, ...], span: Span) -> bool:
    block = source.span_of(source.block_index(span.start))
    start = max(block.start, span.start - _LONGEST_PHRASE)
    around = Span(start, min(block.end, span.end + _LONGEST_PHRASE))
    return any(
        match.start() < span.end and span.start < match.end()
        for match in _matches(source, texts, around)
    )
