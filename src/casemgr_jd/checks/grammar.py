"""Grammar: words that cannot stand side by side, told by what each may be.

A pattern of the lexicon (``grammar_slips``) is a row of words by their readings. Each word of a text becomes one
character, by all that it may be; so a pattern is a regular expression, and a text is gone through once for all
patterns of a kind.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.tagging import READINGS, Token, Word, as_a_name, tokens, word_of, words
from casemgr_jd.checks.wording import terms
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["slips_of_grammar"]


def slips_of_grammar(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield where the wording of a rule stands, and each slip of its kind, but for those that wording tells of."""
    kinds, told = rule.options["kinds"], _told_of(context)
    yield from terms(context, rule)
    for start, found in each_block(context.source, "slips of grammar", _slips):
        for slip in found:
            span = Span(start + slip.first, start + slip.last)
            if slip.kind in kinds and not any(
                one.start < span.end and span.start < one.end for one in told
            ):
                yield Hit(span)


def _told_of(context: Context) -> list[Span]:
    """Where the wording of the rules on grammar stands."""
    ours = [rule for rule in context.rules if rule.check.endswith(slips_of_grammar.__name__)]
    return [match.span for rule in ours for match in context.terms.of(rule)]


class _Slip(NamedTuple):
    """Words that cannot stand side by side, and why."""

    kind: str
    first: int
    last: int


_ASIDE = frozenset({"eeo", "legal"})


def _slips(source: Source) -> list[_Slip]:
    """The slips of a block; where two lie one over the other, that of the earlier kind."""
    block = source.blocks[0]
    if block.kind == "heading" or block.section in _ASIDE or block.text.isupper():
        return []
    row = tokens(block.text)
    grammar, found = _grammar(), list[_Slip]()
    written = "".join(map(grammar.sign_of, row))
    for number in grammar.worth_a_look(written):
        kind = grammar.kinds[number]
        for match in grammar.patterns[number].finditer(written):
            first, last = match.span(match.lastindex or 0)
            slip = _Slip(kind, row[first].start, row[last - 1].end)
            if not any(one.first < slip.last and slip.first < one.last for one in found):
                found.append(slip)
    return found


class _Sign(NamedTuple):
    """All words that no pattern may tell apart."""

    word: Word
    text: str
    """The word itself, where a pattern names it."""


class _Grammar(NamedTuple):
    """The patterns, each with its kind, and the character for each kind of word.

    A text holds few of the pairs of words without which patterns match nothing; the others are never made.
    """

    kinds: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    firsts: Mapping[str, int]
    """By character, the patterns (one bit each) of whose pair a word can be the first."""
    seconds: Mapping[str, int]
    signs: Mapping[_Sign, str]
    named: frozenset[str]

    def worth_a_look(self, written: str) -> Iterator[int]:
        """Yield the patterns of which a text holds the pair."""
        found = 0
        for first, second in pairwise(written):
            found |= self.firsts.get(first, 0) & self.seconds.get(second, 0)
        while found:
            lowest = found & -found
            yield lowest.bit_length() - 1
            found ^= lowest

    def sign_of(self, token: Token) -> str:
        """Return the character of a word; of one that no list holds, as if nothing else were known of it."""
        text = token.text.replace("’", "'")
        sign = _Sign(token.word, text if text in self.named else "")
        bare = _Sign(Word(token.word.readings), "")
        return self.signs.get(sign) or self.signs.get(bare) or self.signs[_UNKNOWN]


_UNKNOWN = _Sign(Word(frozenset({"UNKNOWN"})), "")
_OFTEN = "?*+"


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    """Read the patterns.

    What no element of a pattern tells apart has one character, so that there are few.
    """
    kinds = lexicon("grammar_slips")["kinds"]
    rows = {kind: [one.split() for one in table["find"]] for kind, table in kinds.items()}
    elements = sorted(
        {one.rstrip(_OFTEN) for found in rows.values() for row in found for one in row}
    )
    named = frozenset(
        name
        for element in elements
        for name in re.split(r"[|&]", element)
        for name in (name.lstrip("-~"),)
        if not name.isupper()
    )
    signs = _signs(named)
    index = _Index(signs)
    fitting = {one: index.fitting(one) for one in elements if one != "/"}
    kind_of = dict.fromkeys(range(len(signs)), 0)
    for bit, (element, fits) in enumerate(fitting.items()):
        if not fits:
            raise ValueError(f"no word fits {element!r}")
        for at in fits:
            kind_of[at] |= 1 << bit
    chars = {kind: chr(_FIRST + at) for at, kind in enumerate(sorted(set(kind_of.values())))}
    classes = {one: {chars[kind_of[at]] for at in fits} for one, fits in fitting.items()}
    written = [(kind, row) for kind, found in rows.items() for row in found]
    firsts, seconds = dict[str, int](), dict[str, int]()
    for number, (_, row) in enumerate(written):
        for chars_of, bits in zip(_pair(row, classes), (firsts, seconds), strict=True):
            for char in chars_of:
                bits[char] = bits.get(char, 0) | 1 << number
    shown = {one: _as_a_class(found) for one, found in classes.items()}
    return _Grammar(
        tuple(kind for kind, _ in written),
        tuple(late(_written(row, shown)) for _, row in written),
        firsts,
        seconds,
        {sign: chars[kind_of[at]] for at, sign in enumerate(signs)},
        named,
    )


def _pair(row: list[str], classes: Mapping[str, set[str]]) -> tuple[set[str], set[str]]:
    """Two words that stand side by side wherever a pattern matches, such of which there are the fewest."""
    pairs, before = list[tuple[set[str], set[str]]](), set[str]()
    for element in row:
        if element == "/":
            continue
        here = classes[element.rstrip(_OFTEN)]
        if element[-1] in _MAY_LACK:
            before = before | here
            continue
        if before:
            pairs.append((before, here))
        before = here
    return min(pairs, key=lambda pair: len(pair[0]) * len(pair[1]))


_MAY_LACK = "?*"
_FIRST = 0xA1
"""Behind all signs that mean something in a regular expression."""


def _signs(named: frozenset[str]) -> list[_Sign]:
    """All kinds of words that there are, and each word by itself that a pattern names."""
    found = [_Sign(word, text if text in named else "") for text, word in words().items()]
    found += [_Sign(word_of(text), text) for text in named]
    endings = (kinds.split() for kinds in lexicon("grammar")["endings"])
    found += [
        _Sign(Word(frozenset(kinds)), "") for kinds in (*endings, *([one] for one in READINGS))
    ]
    found.append(_Sign(Word(frozenset({"OWN"}), frozenset({"PERSON"})), ""))
    different = dict.fromkeys(found)
    names = (_Sign(as_a_name(sign.word), sign.text) for sign in different)
    return [*dict.fromkeys((*different, *names))]


def _written(row: list[str], classes: Mapping[str, str]) -> str:
    """A pattern as a regular expression over characters for words."""
    parts = " ".join(row).split("/")
    before, told, behind = (
        "".join(classes[one.rstrip(_OFTEN)] + _times(one) for one in part.split())
        for part in (parts if len(parts) == 3 else ("", parts[0], ""))
    )
    return f"{before}({told})" + (f"(?={behind})" if behind else "")


def _times(element: str) -> str:
    """How often a word may stand: with an end to it, so that no text is gone through once for each of its words."""
    often = element[-1]
    if often == "*":
        return _FAR if element.startswith("-") else _NEAR
    return often if often in _OFTEN else ""


_NEAR, _FAR = "{0,12}", "{0,80}"


class _Index:
    """Which kinds of words may be something, and which surely are."""

    def __init__(self, signs: list[_Sign]) -> None:
        self._all = range(len(signs))
        self._named: dict[str, set[int]] = {}
        self._by_readings: dict[frozenset[str], set[int]] = {}
        for at, sign in enumerate(signs):
            self._by_readings.setdefault(sign.word.readings, set()).add(at)
            for name in (*sign.word.readings, *sign.word.features, sign.text):
                self._named.setdefault(name, set()).add(at)

    def fitting(self, element: str) -> set[int]:
        """Return the kinds of words that fit an element of a pattern."""
        if element.startswith("-"):
            return set(self._all) - self._maybe(element[1:].split("|"))
        parts = element.split("|")
        surely = frozenset(parts) & READINGS
        named = [one.removeprefix("~") for one in parts if one not in READINGS and "&" not in one]
        fits = self._maybe(named).union(
            *(found for readings, found in self._by_readings.items() if readings <= surely)
        )
        return fits.union(*(self._fitting_all(one.split("&")) for one in parts if "&" in one))

    def _maybe(self, names: Iterable[str]) -> set[int]:
        return set[int]().union(*(self._named.get(name, ()) for name in names))

    def _fitting_all(self, parts: list[str]) -> set[int]:
        """The kinds of words that fit all parts of an alternative, as in "NOUN&PERSON" or "BE&-being"."""
        found = self.fitting(parts[0])
        for one in parts[1:]:
            if one.startswith("-"):
                found -= self._maybe([one[1:]])
            else:
                found &= self._maybe([one])
        return found


def _as_a_class(chars: Iterable[str]) -> str:
    """Characters as a class of a regular expression, in ranges."""
    codes, ranges = sorted(map(ord, chars)), list[list[int]]()
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "[" + "".join(f"{chr(a)}-{chr(b)}" if b > a else chr(a) for a, b in ranges) + "]"
