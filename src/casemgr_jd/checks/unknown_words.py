"""Words that are in no list: a slip away from a common word, or common words between which a space was lost."""

from collections.abc import Iterator
from functools import lru_cache
from string import ascii_lowercase

from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.english import START, is_common, is_english, with_start
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.spelling import is_listed, meant_otherwise, one_slip
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["unknown_words"]

_SHORTEST, _LONGEST = 5, 40
_LEAST = 6
"""The letters of the longer of two words that are taken for one."""
_SURE = 8
"""From so many letters on, a slip is one from a rare word too, and in a word at the start of a line."""
_LAST = 1
_ENDS = ".,:;!?"
_FOREIGN = 0.25
"""A block with such a part of unknown words is in another language, or no text."""
_FEW = 4
"""So many unknown words say nothing on the language."""
_PARTS = 3
_PART = 4
"""The fewest letters of a part that is no small word."""


def unknown_words(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each word that is none, where it first stands, with what may be meant."""
    source = context.source
    for span, meant in meant_otherwise(source, "unknown words", _unknown):
        if not _is_of_a_site(source, span):
            yield Hit(span, {"meant": meant})


def _is_of_a_site(source: Source, span: Span) -> bool:
    """Whether it is a part of the name of a site ("lakesidehealth.example")."""
    behind = source.folded[span.end : span.end + 2]
    return behind[:1] == "." and behind[1:].isalnum()


def _unknown(source: Source) -> list[tuple[str, str]]:
    """The words of a block that are none, each with what may be meant; nothing of another language."""
    words = [word for word in source.words.vocabulary if word.isalpha()]
    unknown = [word for word in words if _SHORTEST <= len(word) <= _LONGEST and _is_none(word)]
    if len(unknown) > max(_FEW, _FOREIGN * len(words)):
        return []
    text = source.whole.text
    first = _first_of(_behind_a_title_label(text))
    found = [(word, meant) for word in unknown if word in text and (meant := _meant(word))]
    # A capital at the start may be that of a name put together of words, such as "Brightpath".
    if (
        first in unknown
        and first not in text
        and len(first) >= _SURE
        and (meant := _slipped(first))
    ):
        found.append((first, meant))
    return found


def _first_of(text: str) -> str:
    """The first word of a line, if a capital starts it."""
    first = next(iter(text.split(maxsplit=1)), "")
    return first.rstrip(_ENDS).lower() if first[:1].isupper() else ""


def _behind_a_title_label(text: str) -> str:
    """What a line says behind the label of a title: "Job Title: …"."""
    label, colon, value = text.partition(":")
    labelled = colon and label.lower() in lexicon("labels")["labels"]["title"]
    return value if labelled else text


@lru_cache(maxsize=20_000)
def _is_none(word: str) -> bool:
    return not (
        is_english(word)
        or is_listed(word)
        or word in word_list("unknown_words", "fine")
        or _is_form(word)
    )


def _is_form(word: str) -> bool:
    """Whether it is a known word with a prefix, or with an ending."""
    for prefix in word_list("unknown_words", "prefixes"):
        rest = word.removeprefix(prefix)
        if rest != word and is_english(rest):
            return True
    for ending in word_list("unknown_words", "endings"):
        stem = word.removesuffix(ending)
        if stem != word and (is_english(stem) or is_english(f"{stem}e")):
            return True
    return False


@lru_cache(maxsize=20_000)
def _meant(word: str) -> str:
    """What may be meant by a word that is none: a common word, or several; or nothing."""
    return _slipped(word) or _parted(word, _PARTS)


def _slipped(word: str) -> str:
    """The word from which one slip parts it, behind the first letter."""
    start = word[:START]
    for one in with_start(start, common=len(word) < _SURE):
        if max(len(word), len(one)) < _LEAST or abs(len(one) - len(word)) > 1:
            continue
        # What is no word is no form of one either, but for a plural of another language: a slip may
        # stand before its last letter.
        is_sure = len(word) >= _SURE and not word.endswith("s")
        if one_slip(word, one, _LAST) if is_sure else one_slip(word, one):
            return one
    at_start = (one for one in _slips_at_start(word) if max(len(word), len(one)) >= _LEAST)
    return next((one for one in at_start if is_common(one)), "")


def _slips_at_start(word: str) -> Iterator[str]:
    """Yield what it may be with a slip in its second or third letter."""
    for at in range(1, START):
        before, behind = word[:at], word[at:]
        yield before + behind[1::-1] + behind[2:]
        yield before + behind[1:]
        for letter in ascii_lowercase:
            yield before + letter + behind


def _parted(word: str, parts: int) -> str:
    """The common words that it is put together from, with spaces between."""
    for at in range(1, len(word)):
        first, rest = word[:at], word[at:]
        if not _is_part(first):
            continue
        behind = rest if _is_part(rest) else _parted(rest, parts - 1) if parts > 2 else ""
        if behind:
            return f"{first} {behind}"
    return ""


def _is_part(word: str) -> bool:
    return word in word_list("unknown_words", "small") or (len(word) >= _PART and is_common(word))
