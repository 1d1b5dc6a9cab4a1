"""Articles that do not go with the word behind them: "a earned degree", "an valid license"."""

from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.wording import terms
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["wrong_article"]

# "u" is left out: a union, an umbrella
_BY_LETTER = late(
    r"(?<=[a-z,] )(?P<article>a) (?P<vowel>[aeio][a-z]{2,})(?![\w.])"
    r"|(?<=[a-z,] )an (?P<other>[bcdfghjklmnpqrstvwyz][a-z]{2,})(?![\w.])"
)
_CLASSES = frozenset({"class", "part", "type", "vitamin", "hepatitis", "grade", "schedule", "group", "plan", "option"})  # fmt: skip


def wrong_article(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each article that does not go with the sound behind it."""
    told = set[int]()
    for hit in terms(context, rule):
        assert hit.span is not None
        told.add(hit.span.start)
        yield hit
    for start, found in each_block(context.source, "wrong articles", _wrong):
        for first, last in found:
            if start + first not in told:
                yield Hit(Span(start + first, start + last))


def _wrong(source: Source) -> list[tuple[int, int]]:
    text = source.whole.text
    sounded, passed = _exceptions()
    found = list[tuple[int, int]]()
    for match in _BY_LETTER.finditer(text):
        vowel = match["vowel"]
        before = text[: match.start()].rstrip().rpartition(" ")[2].lower()
        other = match["other"]
        if other and other.startswith(_silent()):
            continue
        excused = vowel and (vowel.startswith(sounded) or vowel in passed or before in _CLASSES)
        if not excused:
            found.append(match.span())
    return found


@lru_cache(maxsize=1)
def _silent() -> tuple[str, ...]:
    """How words start whose h is not heard, or not by all."""
    return tuple(lexicon("slips")["silent_h"])


@lru_cache(maxsize=1)
def _exceptions() -> tuple[tuple[str, ...], frozenset[str]]:
    words = lexicon("slips")
    return tuple(words["sounded_otherwise"]), frozenset(words["no_article_before"])
