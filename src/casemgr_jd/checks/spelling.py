"""Words that are misspelled: a letter away from a word that most postings hold, and no word themselves."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["misspelled", "run_together"]

_SHORTEST = 7
_ARTICLE, _VOWELS = "an", "aeiou"
_END = 2
"""How many last letters may differ for a form of the same word: "manager", "manages"."""
_A_NAME = 3
"""From so many times on, a word is the name of something."""


def misspelled(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each word, where it first stands, that one letter parts from a word of the field."""
    source = context.source
    looks = each_block(source, "misspelled", _misspelled)
    found = {word: meant for _, words in looks for word, meant in words}
    first = sorted((source.words.at(word)[0], word) for word in found)
    for start, word in first:
        if len(source.words.at(word)) < _A_NAME and _is_whole(source.folded, start, word):
            meant = found[word]
            yield Hit(Span(start, start + len(word)), {"meant": meant}, suggestions=(meant,))


def _misspelled(source: Source) -> list[tuple[str, str]]:
    """The words of a block that are meant to be others, each with that word."""
    long = (word for word in source.words.vocabulary if len(word) >= _SHORTEST)
    return [(word, meant) for word in long if (meant := _meant(word))]


# "DescriptionWe", "(Excel)Ability": a capital straight behind a small letter or a bracket
_JAM = re.compile(
    r"(?<![\w@/.#-])(?P<first>[A-Za-z]?[a-z]{3,})(?P<second>[A-Z][A-Za-z0-9]*)(?![@\w]|\.\w)|\)(?P<behind>[A-Z][a-z]{3,})(?![\w(])"
)


def run_together(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each pair of words between which a line break or a space was lost."""
    source = context.source
    for start, jammed in each_block(source, "run together", _jammed):
        for first, last, words in jammed:
            if source.whole.text.count(words) < _A_NAME:
                yield Hit(Span(start + first, start + last))


def _jammed(source: Source) -> list[tuple[int, int, str]]:
    """The pairs of words of a block that ran together, outside of addresses."""
    return [
        (*match.span(), match.group())
        for match in _JAM.finditer(source.whole.text)
        if _is_jammed(match)
        and not any(one.start < match.end() and match.start() < one.end for one in source.addresses)
    ]


def _is_jammed(match: re.Match[str]) -> bool:
    if match["behind"]:
        return True
    firsts, seconds = _at_line_ends()
    return match["first"].lower() in firsts and match["second"].lower() in seconds


@lru_cache(maxsize=1)
def _at_line_ends() -> tuple[frozenset[str], frozenset[str]]:
    """The words with which a line may end, and those with which the next may start."""
    known = lexicon("spelling")
    return _usual() | frozenset(known["ends_a_line"]), frozenset(known["starts_a_line"])


def _is_whole(folded: str, start: int, word: str) -> bool:
    """Whether it is no part of something longer, such as a name with a hyphen or an accent."""
    around = folded[start - 1 : start] + folded[start + len(word) : start + len(word) + 1]
    return not any(sign.isalnum() or sign in "-_'’@#/" for sign in around)


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str:
    """The word of the field that one letter (left out, doubled, put in, swapped) parts from this one; or nothing."""
    usual = _usual()
    if not word.isalpha() or word in usual or word in _real():
        return ""
    if (
        word.startswith(_ARTICLE)
        and word[len(_ARTICLE) :] in usual
        and word[len(_ARTICLE)] in _VOWELS
    ):
        return f"{_ARTICLE} {word[len(_ARTICLE) :]}"
    near = _near()
    shorter = [word[:at] + word[at + 1 :] for at in range(len(word))]
    for form in (word, *shorter):
        for one in near.get(form, (form,) if form in usual else ()):
            if _one_slip(word, one):
                return one
    return ""


def _one_slip(word: str, usual: str) -> bool:
    """Whether one slip of the hand makes one word of the other, and not in its first letter or its ending."""
    at = next((i for i, (a, b) in enumerate(zip(word, usual, strict=False)) if a != b), len(usual))
    rest, due = word[at:], usual[at:]
    swapped = rest[:2] == due[1::-1] and rest[2:] == due[2:]
    behind = rest[2:] if swapped else rest if rest == due[1:] else rest[1:]
    one_letter = rest == due[1:] or rest[1:] in (due, due[1:])
    return at > 0 and len(behind) >= _END and (swapped or one_letter)


@lru_cache(maxsize=1)
def _usual() -> frozenset[str]:
    return frozenset(lexicon("spelling")["usual"])


@lru_cache(maxsize=1)
def _real() -> frozenset[str]:
    return frozenset(lexicon("spelling")["real"])


@lru_cache(maxsize=1)
def _near() -> Mapping[str, tuple[str, ...]]:
    """The usual words by what is left of each without one of its letters."""
    found: dict[str, list[str]] = {}
    for word in sorted(_usual()):
        for at in range(1, len(word) - _END + 1):
            found.setdefault(word[:at] + word[at + 1 :], []).append(word)
        found.setdefault(word, []).append(word)
    return {form: tuple(words) for form, words in found.items()}
