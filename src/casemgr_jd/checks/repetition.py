"""What is said again: a word three times in a sentence, a pair of words twice, a run of words in two places."""

import re
from collections.abc import Iterator

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.readability import ends_of_sentences
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["runs_twice", "words_again"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})
_WORD = late(r"[a-z][a-z']+")
_END = late(r"[.!?:;](?=\s|$)")
_SHORTEST, _SHORTEST_OF_A_PAIR = 6, 4
_THRICE, _NEAR, _NEAR_PAIR = 3, 30, 24
_SHOWN = 3


def words_again(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first sentence in which a word stands three times or a pair of words twice, with the first of them."""
    looks = each_block(context.source, "words again", _words_again)
    names = _of_names(context)
    found = [
        (start + at, start + end, words)
        for start, ones in looks
        for at, end, words in ones
        if not names.issuperset(words.split())
    ]
    if found:
        shown = dict.fromkeys(f'"{words}"' for _, _, words in found)
        first, last, _ = found[0]
        yield Hit(Span(first, last), {"shown": ", ".join([*shown][:_SHOWN])}, times=len(found))


def _of_names(context: Context) -> frozenset[str]:
    """The words of the employer's name, which may return."""
    employer = context.facts.employer
    return frozenset(employer.value.lower().split()) if employer else frozenset()


def _is_read(source: Source) -> bool:
    block = source.blocks[0]
    return block.kind not in ("heading", "row") and block.section not in _ASIDE


def _words_again(source: Source) -> list[tuple[int, int, str]]:
    """Where in a block a sentence says a word a third time, or a pair of words a second time, near the first."""
    if not _is_read(source):
        return []
    text, start, found = source.whole.folded, 0, list[tuple[int, int, str]]()
    written = source.whole.text
    for end in _ends(source):
        words = [*_WORD.finditer(text, start, end)]
        plain = [
            one for one in words if _is_plain(written, one) and not _is_in_an_address(source, one)
        ]
        again = _again(plain)
        if again:
            found.append(again)
        start = end
    return found


def _ends(source: Source) -> list[int]:
    """Where the sentences of a block end, those too between which a space or a line break was lost."""
    text = source.whole.folded
    marked = {one.start() for one in _END.finditer(text)}
    return sorted(marked.union(ends_of_sentences(source), (len(text),)))


def _is_plain(written: str, word: re.Match[str]) -> bool:
    """Whether a word is in small letters, heads no item of a row, and is no part of an address."""
    before, behind = written[word.start() - 1 : word.start()], written[word.end() : word.end() + 1]
    return written[word.start()].islower() and behind != "," and "/" not in (before, behind)


def _is_in_an_address(source: Source, word: re.Match[str]) -> bool:
    return any(one.start <= word.start() < one.end for one in source.addresses)


def _again(words: list[re.Match[str]]) -> tuple[int, int, str] | None:
    """The word or pair that returns in a sentence, and where it first and last stands."""
    places: dict[str, list[int]] = {}
    pairs: dict[str, int] = {}
    passed_by = word_list("repetition", "passed_by")
    for index, word in enumerate(words):
        stem = _stem(word.group())
        if stem in passed_by:
            continue
        if len(stem) >= _SHORTEST:
            at = places.setdefault(stem, [])
            at.append(index)
            if len(at) >= _THRICE and index - at[-_THRICE] <= _NEAR:
                return words[at[-_THRICE]].start(), word.end(), word.group()
        behind = words[index + 1] if index + 1 < len(words) else None
        if behind is None or behind.start() - word.end() != 1:
            continue
        following = _stem(behind.group())
        pair = f"{stem} {following}"
        if pair in passed_by or following in passed_by:
            continue
        if min(len(stem), len(following)) < _SHORTEST_OF_A_PAIR:
            continue
        before = pairs.setdefault(pair, index)
        if 1 < index - before <= _NEAR_PAIR:
            return words[before].start(), behind.end(), f"{word.group()} {behind.group()}"
    return None


def _stem(word: str) -> str:
    """A word without the ending of several."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _is_of_an_address(text: str, word: re.Match[str]) -> bool:
    """Whether a word is a part of an address, which may stand at the top and where one applies."""
    before, behind = text[word.start() - 1 : word.start()], text[word.end() : word.end() + 2]
    if before in ("/", "@") or behind.startswith(("/", ":/", "@")):
        return True
    if behind[:1] == "." and behind[1:].isalpha():
        return True
    return before in ("-", ".", "_") and _within_an_address(text, word.start())


def _within_an_address(text: str, at: int) -> bool:
    """Whether what stands between the spaces around a place holds a scheme, as a long host with hyphens does."""
    start = text.rfind(" ", max(0, at - _LONGEST_ADDRESS), at) + 1
    return "://" in text[max(start, at - _LONGEST_ADDRESS) : at]


_LONGEST_ADDRESS = 2048
_RUN = 6
_CARRYING = 4


def runs_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first run of words that stands in two places, with where it stood before and how many such runs there are."""
    source, seen = context.source, dict[tuple[str, ...], int]()
    if not context.whole:
        raise NotApplicable
    found = list[tuple[Span, int]]()
    for start, runs in each_block(source, "runs of words", _runs):
        until = -1
        for run, first, last, whole in runs:
            before = seen.setdefault(run, start + first)
            if before == start + first or first < until:
                continue
            until = last
            if not whole:
                found.append((Span(start + first, start + last), before))
    if found:
        span, before = found[0]
        yield Hit(span, {"where": where(source, Span(before, before + 1))}, times=len(found))


def _runs(source: Source) -> list[tuple[tuple[str, ...], int, int, bool]]:
    """Each run of words in a block, where it stands, and whether it is most of the block."""
    if not _is_read(source):
        return []
    text, whole = source.whole.folded, source.whole.text
    words = [one for one in _WORD.finditer(text) if not _is_of_an_address(text, one)]
    short, found = len(words) < _RUN + 3, list[tuple[tuple[str, ...], int, int, bool]]()
    for index in range(len(words) - _RUN + 1):
        some = words[index : index + _RUN]
        first, last = some[0].start(), some[-1].end()
        run = tuple(one.group() for one in some)
        carrying = sum(1 for one in run if len(one) >= _SHORTEST_OF_A_PAIR)
        in_capitals = sum(1 for one in some if whole[one.start()].isupper())
        of_a_license = not word_list("repetition", "terms_of_licenses").isdisjoint(run)
        if carrying >= _CARRYING and in_capitals < _CARRYING and not of_a_license:
            found.append((run, first, last, short))
    return found
