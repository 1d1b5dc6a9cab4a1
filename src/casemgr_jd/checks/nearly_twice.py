"""What is said twice in nearly the same words: two duties or two sentences that share most of their pairs of words."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from casemgr_jd._late import late
from casemgr_jd.checks._opposed import where
from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["said_nearly_twice"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})
# It takes all that it can, so that a text without an end of a sentence is gone through once.
_SENTENCE = late(r"[^.;!?•·\n]++")
_WORD = late(r"[a-z]{3,}")
_CAPITAL = late(r"(?<![A-Za-z])[A-Z][A-Za-z]{2,}")
_FEWEST, _LONGEST = 5, 60
"""So many words that carry a thought make a sentence to compare; one with more is a list."""
_SHARED, _SHARE = 3, 0.5
"""So many pairs of words, and such a part of those of the shorter sentence, make two sentences nearly one."""
_Pairs = tuple[tuple[str, str], ...]


def said_nearly_twice(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each sentence that says in nearly the same words what one before it said, up to a few."""
    if not context.whole:
        raise NotApplicable
    source, first = context.source, dict[tuple[str, str], int]()
    said, told = list[tuple[_Pairs, Span]](), 0
    for start, sentences in each_block(source, "carrying words", _sentences):
        for pairs, at, end in sentences:
            span = Span(start + at, start + end)
            before = _nearest(pairs, first, said)
            if before is not None and told < int(rule.options["most"]):
                told += 1
                yield Hit(span, {"where": where(source, before)})
            for pair in pairs:
                first.setdefault(pair, len(said))
            said.append((pairs, span))


def _nearest(
    pairs: _Pairs, first: dict[tuple[str, str], int], said: list[tuple[_Pairs, Span]]
) -> Span | None:
    """The sentence before, if any, that shares enough of these pairs; one that is the very same is told of elsewhere."""
    shared = Counter(first[pair] for pair in pairs if pair in first)
    for index, count in shared.most_common(1):
        others, span = said[index]
        enough = count >= _SHARED and count >= _SHARE * min(len(pairs), len(others))
        if enough and others != pairs:
            return span
    return None


def _sentences(source: Source) -> list[tuple[_Pairs, int, int]]:
    """The pairs of carrying words of each sentence of a block, and where it stands."""
    block = source.blocks[0]
    if block.kind in ("heading", "row") or block.section in _ASIDE:
        return []
    found = list[tuple[_Pairs, int, int]]()
    text = source.whole.text
    for sentence in _SENTENCE.finditer(source.whole.folded):
        if (
            text[sentence.start() - 1 : sentence.start()] == "."
            and not sentence.group()[0].isspace()
        ):
            continue  # the rest of an address
        words = [one.group() for one in _WORD.finditer(sentence.group())]
        if 2 * len(_CAPITAL.findall(text, *sentence.span())) > len(words):  # a title, or a name
            continue
        if not word_list("repetition", "of_a_way_in").isdisjoint(words):
            continue
        carrying = [_stem(word) for word in words if word not in word_list("repetition", "small")]
        if _FEWEST <= len(carrying) <= _LONGEST:
            pairs = tuple(dict.fromkeys(pairwise(carrying)))
            start = sentence.end() - len(sentence.group().lstrip())
            found.append((pairs, start, sentence.end()))
    return found


def _stem(word: str) -> str:
    """A word without the ending of a verb or of several."""
    for ending in lexicon("repetition")["endings"]:
        if len(word) - len(ending) >= _STEM and word.endswith(ending):
            return word[: -len(ending)]
    return word


_STEM = 4
