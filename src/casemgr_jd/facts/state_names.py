"""Where a text writes a state: by its name, its postal code or an abbreviation."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd import _attrs as attrs
from casemgr_jd._compared import ByContent
from casemgr_jd._late import late
from casemgr_jd.facts.by_block import in_blocks
from casemgr_jd.facts.where import with_words
from casemgr_jd.model.states import STATES
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span
from casemgr_jd.reading.words import word_set

__all__ = ["StateName", "state_names"]


@attrs.frozen(eq=False)
class StateName(ByContent):
    """A state as it is written in a text."""

    code: str
    written: str
    span: Span

    @property
    def is_code(self) -> bool:
        """Whether it is the postal code of two letters."""
        return self.written in STATES


def state_names(source: Source) -> tuple[StateName, ...]:
    """Return every mention of a state, with capitals, in order; of overlapping ones the longest.

    Names of which a state's is only a part (Washington Avenue, Kansas City, George Washington) are left out.
    """
    return source.once("state names", lambda text: _in_a_block(text)[:_MOST])


_MOST = 2_000
"""No posting names more states."""


def _words_of_states() -> frozenset[str]:
    return frozenset(_ways())


@in_blocks(with_words(_words_of_states))
def _in_a_block(source: Source) -> tuple[StateName, ...]:
    found = sorted(_written_in(source), key=lambda one: (one.span.start, -one.span.end))
    return tuple(one for one in _not_inside(found[:_MOST]) if not _is_part_of_a_name(source, one))


def _written_in(source: Source) -> Iterator[StateName]:
    text, ways = source.whole.text, _ways()
    for word in ways.keys() & source.words.vocabulary:
        for start in source.words.at(word):
            if start and _goes_on_from(text, start):
                continue
            for written, code in ways[word]:
                end = start + len(written)
                if text.startswith(written, start) and not text[end : end + 1].isalnum():
                    yield StateName(code, written, Span(start, end))
                    break


def _goes_on_from(text: str, start: int) -> bool:
    """Whether what stands before belongs to the same word, an address or a file name."""
    before = text[start - 1]
    return before.isalnum() or (before in "-_@.'’" and not text.startswith("US-", start - 3))


def _not_inside(found: list[StateName]) -> Iterator[StateName]:
    end = -1
    for one in found:
        if one.span.start >= end:
            end = one.span.end
            yield one


@lru_cache(maxsize=1)
def _ways() -> dict[str, tuple[tuple[str, str], ...]]:
    """By the first word, folded: each way to write a state, longest first, with its postal code."""
    names = [(code, code) for code in STATES] + [(name, code) for code, name in STATES.items()]
    names += [(name.upper(), code) for code, name in STATES.items()]
    for code, ways in lexicon("places")["states"].items():
        names += [(written, code) for written in ways]
    found: dict[str, list[tuple[str, str]]] = {}
    for written, code in sorted(names, key=lambda pair: -len(pair[0])):
        first = re.match("[a-z]+", written.lower())
        if first is not None:
            found.setdefault(first[0], []).append((written, code))
    return {first: tuple(ways) for first, ways in found.items()}


_NEXT = late(r" ([A-Z][\w&'’-]*)|-[A-Za-z]")
_BEFORE = late(r"(?:([A-Z][\w&'’.-]*)|\d+[A-Za-z]{0,2}) $|([A-Z][\w&'’-]*) of $")
_CITY_AFTER = late(r"(?: [A-Z][a-z]+)?, ?(?:[A-Z]{2}(?![A-Za-z])|[A-Z]\.[A-Z]\.)")


def _is_part_of_a_name(source: Source, one: StateName) -> bool:
    """Whether the name of a state is a piece of another name; postal codes are judged by what they follow."""
    if one.is_code:
        return _abbreviates(source, one)
    if "." in one.written or "," in one.written:
        return False
    block = source.span_of(source.block_index(one.span.start))
    before = source.text[max(block.start, one.span.start - 40) : one.span.start]
    after = source.text[one.span.end : min(block.end, one.span.end + 40)]
    if _is_a_city(one, after):
        return True
    behind = _NEXT.match(after)
    if behind and (behind[1] or "").lower() in lexicon("places")["words"]["of_counties"]:
        return True
    if behind and not before.endswith(", "):
        word = (behind[1] or "").lower()
        if word_list("places", "words", "may_follow").isdisjoint((word, word.rstrip("s"))):
            return True
    ahead = _BEFORE.search(before)
    return ahead is not None and not _is_label_or_city(ahead[1] or ahead[2] or "")


def _abbreviates(source: Source, one: StateName) -> bool:
    """Whether two letters in brackets are the initials of the words before them: "Medical Assistant (MA)"."""
    start = one.span.start
    if source.text[start - 1 : start] != "(" or source.text[one.span.end : one.span.end + 1] != ")":
        return False
    words = re.findall(r"[A-Za-z]+", source.text[max(start - 40, 0) : start])[-len(one.code) :]
    return "".join(word[0] for word in words).upper() == one.code


def _is_a_city(one: StateName, after: str) -> bool:
    """Whether a city bears the name: "New York, NY", "Washington, PA", "New York, New York"."""
    follows = _CITY_AFTER.match(after)
    if follows is None:
        return after.startswith(f", {one.written}")
    return any(mark in follows[0] for mark in "., ") and follows[0].strip(", ")[-2:] in STATES


_PERSON_LIKE = word_set("george mount university fort lake port martha booker denzel virginia")


def _is_label_or_city(word: str) -> bool:
    """Whether what stands before a state's name may be a city or a label, and not the start of a longer name."""
    return bool(word) and word.lower().rstrip(".") not in _PERSON_LIKE
