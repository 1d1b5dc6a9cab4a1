"""Words in heaps: joined by slashes, labels of an approach in a row, nouns of acts without anybody who acts."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.facts.where import EVERYWHERE, Where, with_signs
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["abstract_nouns", "labels_in_a_row", "slashes"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})
_SHOWN = 10
_Heap = tuple[int, int, tuple[str, ...]]
"""Where a heap starts and ends in its block, and its words."""


def slashes(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first heap of words joined by slashes: of three, or as one of many pairs."""
    heaps = list(_heaps(context.source, "slashes", _slashes_in, with_signs("/")))
    many = len({words for _, words in heaps}) >= int(rule.options["pairs"])
    told = [one for one in heaps if many or len(one[1]) >= int(rule.options["words"])]
    if told:
        shown = dict.fromkeys(f'"{"/".join(words)}"' for _, words in told)
        yield Hit(told[0][0], {"shown": ", ".join([*shown][:_SHOWN])}, times=len(told))


def labels_in_a_row(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each sentence in which several words label an approach."""
    for span, words in _heaps(context.source, "labels in a row", _labels_in, EVERYWHERE):
        if len(words) >= int(rule.options["words"]):
            yield Hit(span, {"shown": ", ".join(f'"{word}"' for word in words)})


def abstract_nouns(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the first sentences that heap nouns of acts upon each other."""
    told = 0
    for span, words in _heaps(context.source, "abstract nouns", _abstract_in, EVERYWHERE):
        all_words = len(_WORD.findall(context.source.snippet(span)))
        heaped = len(words) >= int(rule.options["nouns"]) and len(words) >= all_words * float(
            rule.options["share"]
        )
        if heaped and told < int(rule.options["most"]):
            told += 1
            yield Hit(span, {"shown": ", ".join(f'"{word}"' for word in words[:_SHOWN])})


def _heaps(
    source: Source, name: str, look: Callable[[Source], list[_Heap]], where: Where
) -> Iterator[tuple[Span, tuple[str, ...]]]:
    for start, heaps in each_block(source, name, look, where):
        for first, last, words in heaps:
            yield Span(start + first, start + last), words


def _is_read(source: Source) -> bool:
    block = source.blocks[0]
    return block.kind not in ("heading", "row") and block.section not in _ASIDE


_JOINED = late(
    r"(?<![\w/.:@-])[A-Za-z][\w’'-]*(?:/[A-Za-z][\w’'-]*(?: [a-z]+(?=/))?)+(?![\w/@]|\.\w)"
)


def _slashes_in(source: Source) -> list[_Heap]:
    """Words that a slash joins in a block, but for customary pairs and for letters."""
    if not _is_read(source):
        return []
    return [
        (one.start(), one.end(), tuple(one.group().split("/")))
        for one in _JOINED.finditer(source.whole.text)
        if one.group().lower() not in word_list("heaps", "customary_pairs")
        and _is_of_words(one.group())
    ]


def _is_of_words(joined: str) -> bool:
    """Whether at least two of the parts are plain words, and not letters ("RN") or names ("Tues")."""
    return sum(1 for part in joined.split("/") if len(part) > 2 and part[0].islower()) > 1


_SENTENCE = late(r"[^.;!?•·\n]++")
_WORD = late(r"[A-Za-z][A-Za-z’'-]*")


def _labels_in(source: Source) -> list[_Heap]:
    if not _is_read(source):
        return []
    found = list[_Heap]()
    for sentence in _SENTENCE.finditer(source.whole.folded):
        labels = [
            one
            for one in _label().finditer(source.whole.folded, *sentence.span())
            if one["first"] not in word_list("heaps", "plain_firsts")
        ]
        words = tuple(dict.fromkeys(one.group() for one in labels))
        if len(words) > 1:
            found.append((labels[0].start(), labels[-1].end(), words))
    return found


@lru_cache(maxsize=1)
def _label() -> re.Pattern[str]:
    """A word with one of the second parts, which a hyphen or a space joins to it."""
    ends = "|".join(sorted(word_list("heaps", "ends_of_labels")))
    return re.compile(rf"(?<![\w-])(?P<first>[a-z]{{3,}})[- ](?:{ends})(?![\w-])")


def _abstract_in(source: Source) -> list[_Heap]:
    if not _is_read(source):
        return []
    text, found = source.whole.text, list[_Heap]()
    for sentence in _SENTENCE.finditer(text):
        words = _WORD.findall(sentence.group())
        if word_list("heaps", "actors").intersection(word.lower() for word in words):
            continue  # "We offer referrals, counseling, prevention": somebody acts, and the nouns name services
        nouns = tuple(dict.fromkeys(word for word in words if _is_abstract(word)))
        if nouns:
            start = sentence.end() - len(sentence.group().lstrip())
            found.append((start, sentence.end(), nouns))
    return found


@lru_cache(maxsize=16384)
def _is_abstract(word: str) -> bool:
    """Whether a word in small letters is a noun of an act or of a quality."""
    if word in word_list("heaps", "abstract"):
        return True
    return (
        word.endswith(_endings()) and word.islower() and word not in word_list("heaps", "concrete")
    )


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    return tuple(lexicon("heaps")["endings_of_abstract"])
