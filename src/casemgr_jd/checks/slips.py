"""Slips in how words are written: a small letter behind a period, one word in two spellings, a hyphen left out."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import the_other, where
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.terms import phrases
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.facts.where import Where
from casemgr_jd.reading.fold import lowered
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = [
    "comma_before_state",
    "hyphen_missing",
    "needless_capitals",
    "small_after_a_stop",
    "small_names",
    "spelled_two_ways",
]

_ASIDE = frozenset({"eeo", "legal"})

# "Assistant. you": a word, a period, and a word in small letters with another behind it
_SMALL = late(r"(?<![\w.@/'’&-])(?P<last>[A-Za-z]{2,})\. (?P<next>[a-z]{2,})(?= [a-z])")


def small_after_a_stop(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each place where a sentence starts with a small letter."""
    for start, found in each_block(context.source, "small after a stop", _small_letters):
        for first, last in found:
            yield Hit(Span(start + first, start + last))


def _small_letters(source: Source) -> list[tuple[int, int]]:
    matches, short = _SMALL.finditer(source.whole.text), word_list("slips", "short_forms")
    return [
        match.span()
        for match in matches
        if match["last"].lower() not in short and not match["last"].isupper()
    ]


# "HIlls": a second capital that the hand did not let go of
_TWO_CAPITALS = late(r"(?<![\w./@-])[A-Z]{2}[a-z]{3,}(?![\w@]|\.\w)")


_KEYWORDS = word_set("keywords keyword hashtags")


def small_names(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each name or short form in small letters, and each word that starts with two capitals."""
    for start, found in each_block(context.source, "small names", _small_names, _MAY_BE_SMALL):
        for first, last in found:
            yield Hit(Span(start + first, start + last))


def _words_in_capitals() -> frozenset[str]:
    """The first word of each name."""
    names = (*lexicon("slips")["in_capitals"], *lexicon("slips")["units"])
    return frozenset(re.split(r"[^a-z0-9]", name.lower())[0] for name in names)


def _has_two_capitals(source: Source) -> bool:
    return _TWO_CAPITALS.search(source.whole.text) is not None


_MAY_BE_SMALL = Where(_words_in_capitals, others=_has_two_capitals)


def _small_names(source: Source) -> list[tuple[int, int]]:
    text, usual = source.whole.text, word_list("spelling", "usual")
    if text.islower() or not source.words.vocabulary.isdisjoint(_KEYWORDS):
        return []  # a row of terms for a search
    names = (match.span() for match in _names().finditer(text))
    two = (match.span() for match in _TWO_CAPITALS.finditer(text) if match.group().lower() in usual)
    within = (match.span("name") for match in _units().finditer(text))
    return sorted([*names, *two, *within])


@lru_cache(maxsize=1)
def _units() -> Any:
    """A small letter within the name of a unit: "the Rental assistance Unit"."""
    units, small = ("|".join(lexicon("slips")[key]) for key in ("units", "small_within"))
    return late(
        rf"(?<=[Tt]he )(?P<name>[A-Z][a-z]{{2,}} (?!(?:{small}) )[a-z]{{4,}} (?:{units}))(?![\w-]| (?:[a-z]+ )?[A-Z])"
    )


@lru_cache(maxsize=1)
def _names() -> Any:
    words = sorted(lexicon("slips")["in_capitals"], key=len, reverse=True)
    return late(rf"(?<![\w@./#-])(?:{'|'.join(words)})(?![\w@/-]|\.\w|'[a-z]{{2}})")


def spelled_two_ways(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first word that the text writes in a second way, of each that it writes in two."""
    source, first = context.source, dict[int, tuple[str, Span]]()
    told = set[int]()
    looks = each_block(source, "spellings", _spellings)
    spelled = ((start, *one) for start, found in looks for one in found)
    for start, index, word, at in spelled:
        span = Span(start + at, start + at + len(word))
        known, seen = first.setdefault(index, (word, span))
        if known != word and index not in told:
            told.add(index)
            yield Hit(span, the_other(source, seen))
    yield from _names_in_two_ways(source)


# "DuPont": a name with a capital within
_CAPITAL_WITHIN = late(r"(?<![\w@./#-])[A-Z][a-z]+[A-Z][a-z]+(?![\w@]|\.\w)")


def _names_in_two_ways(source: Source) -> Iterator[Hit]:
    """Yield the first place at which a name with a capital within stands without that capital, once a name."""
    looks = each_block(source, "capitals within", _capitals_within)
    names = dict[str, Span]()
    for start, found in looks:
        for word, at in found:
            names.setdefault(word, Span(start + at, start + at + len(word)))
    for word, seen in names.items():
        places = source.words.at(word.lower())
        spans = (Span(at, at + len(word)) for at in places)
        other = next((one for one in spans if source.snippet(one) == word.capitalize()), None)
        if other:
            yield Hit(other, {"other": word, "where": where(source, seen)})


def _capitals_within(source: Source) -> list[tuple[str, int]]:
    return [(one.group(), one.start()) for one in _CAPITAL_WITHIN.finditer(source.whole.text)]


def _spellings(source: Source) -> list[tuple[int, str, int]]:
    """Each word of a block that has several spellings: which, as it is written, and where."""
    block, text = source.blocks[0], lowered(source.whole.text)
    if block.kind == "heading" or block.section in _ASIDE:
        return []
    matches = _variants().finditer(text)
    known = _index_of()
    return [(known[match.group()], match.group(), match.start()) for match in matches]


@lru_cache(maxsize=1)
def _index_of() -> dict[str, int]:
    listed: list[list[str]] = lexicon("slips")["spellings"]
    return {word: index for index, words in enumerate(listed) for word in words}


@lru_cache(maxsize=1)
def _variants() -> Any:
    words = sorted(_index_of(), key=len, reverse=True)
    return late(rf"(?<![\w@./-])(?:{'|'.join(words)})(?![\w@/-]|\.\w)")


def hyphen_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first compound before a noun whose parts no hyphen joins, with the number of them."""
    source = context.source
    matches = phrases_in(source, phrases(tuple(lexicon("slips")["hyphened"])))
    spans = sorted(Span(*match.span()) for match in matches)
    title = context.facts.title
    ends = title.span.end if title else 0
    apart = [span for span in spans if span.start >= ends and _stands_apart(source, span)]
    if apart:
        yield Hit(apart[0], {"shown": _first(source, apart)}, times=len(apart))


def _first(source: Source, spans: list[Span]) -> str:
    """The first of several stretches of words, in quotes, each once."""
    shown = [*dict.fromkeys(f'"{source.snippet(span)}"' for span in spans)]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


_SHOWN = 5


def _stands_apart(source: Source, span: Span) -> bool:
    """Whether its words are parted by spaces alone, in a sentence, and are no name in capitals."""
    block, words = source.block_at(span.start), source.snippet(span).split(" ")
    is_a_name = any(word[:1].isupper() for word in words[1:])
    told = block.kind != "heading" and block.section not in _ASIDE
    return told and not is_a_name and all(word.replace(".", "").isalnum() for word in words)


def comma_before_state(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each town that stands before its state with nothing between the two."""
    source, told = context.source, set[str]()
    for one in context.facts.locations:
        place = source.snippet(one.span)
        apart = one.city and place.startswith(f"{one.city} ") and one.state != "DC"
        if apart and place.replace(" ", "").isalnum() and place not in told:
            told.add(place)
            yield Hit(one.span)


def needless_capitals(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first word within a sentence that starts with a capital and is no name, with how many there are."""
    looks = each_block(context.source, "needless capitals", _in_needless_capitals)
    spans = [Span(start + at, start + end) for start, found in looks for at, end in found]
    if spans:
        yield Hit(spans[0], {"shown": _first(context.source, spans)}, times=len(spans))


def _in_needless_capitals(source: Source) -> list[tuple[int, int]]:
    block = source.blocks[0]
    if block.kind in ("heading", "row") or block.section in _ASIDE:
        return []
    return [match.span("word") for match in _no_names().finditer(block.text)]


@lru_cache(maxsize=1)
def _no_names() -> Any:
    words = sorted(lexicon("slips")["no_names"], key=len, reverse=True)
    return late(
        rf"(?<![\w'’.-])(?!of |in )[a-z][a-z'’]{{1,20}},? (?P<word>{'|'.join(words)})"
        r"(?= [a-z]|[.,;]|$)(?!,? (?:and|with|for|of|in|or|the) [A-Z]|, [A-Z])"
    )
