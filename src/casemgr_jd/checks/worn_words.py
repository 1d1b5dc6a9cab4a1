"""One worn word that a whole text leans on: "great" six times, "collaborate" in every paragraph."""

from collections.abc import Iterator
from functools import lru_cache

from casemgr_jd.checks.context import Context, Hit, NotApplicable
from casemgr_jd.checks.rule import Rule
from casemgr_jd.reading.source import Source, Span

__all__ = ["leaned_on"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})


def leaned_on(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield the word that stands most often of those that are worn, from so many times on."""
    if not context.whole:
        raise NotApplicable
    source, names = context.source, _names(context)
    found = [_places(source, words, names) for words in _families(tuple(rule.options["words"]))]
    most = max(found, key=len, default=[])
    if len(most) >= int(rule.options["fewest"]):
        at = most[0]
        yield Hit(_word_at(source, at), {"count": len(most)}, times=len(most))


@lru_cache(maxsize=16)
def _families(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(one.split()) for one in words)


def _places(source: Source, words: tuple[str, ...], names: list[Span]) -> list[int]:
    starts = sorted(at for word in words for at in source.words.at(word))
    return [
        at
        for at in starts
        if source.block_at(at).section not in _ASIDE
        and not any(one.start <= at < one.end for one in names)
        and not _starts_a_name(source, at, names)
    ]


def _starts_a_name(source: Source, start: int, names: list[Span]) -> bool:
    """Whether the name of the title or of an employer, or its first two words, stands there once more."""
    written = (" ".join(source.snippet(one).split()[:2]) for one in names)
    return any(" " in one and source.text.startswith(one, start) for one in written)


def _names(context: Context) -> list[Span]:
    """Where title and employer are named, which may hold such a word."""
    facts = context.facts
    return [one.span for one in (facts.title, *facts.employers) if one is not None]


def _word_at(source: Source, start: int) -> Span:
    end = start
    while end < len(source.text) and source.text[end].isalpha():
        end += 1
    return Span(start, end)
