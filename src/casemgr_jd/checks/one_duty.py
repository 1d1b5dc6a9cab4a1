"""One duty, one sentence: two that ran together without a stop, and verbs of one that stand in two forms."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from casemgr_jd._late import late
from casemgr_jd._records import NamedTuple
from casemgr_jd.checks.context import Context, Hit
from casemgr_jd.checks.rule import Rule
from casemgr_jd.checks.verb_forms import forms_of_duties, is_a_duty
from casemgr_jd.facts.by_block import each_block
from casemgr_jd.reading.lexicon import lexicon, word_list
from casemgr_jd.reading.source import Source, Span

__all__ = ["forms_in_one_duty", "stops_missing"]

_MOST = 6
"""So many places are told of; a text with more of them is one that lost all of its marks."""
_ASIDE = frozenset({"eeo", "legal", "benefits", "about"})
_SENTENCE = late(r"[^.;:!?•·\n]+")
# "Provide care and reports to": a verb that an "and" or a comma joins to the one before
_JOINED = late(r"(?:,| and| &|, and) (?P<verb>[a-z]{4,})(?= [a-z])")
_FIRST = late(r"\W{0,4}(?P<verb>[A-Z][a-z]+)(?=[ ,])")
_WORD = late(r"[a-z]+")


class _Odd(NamedTuple):
    """A verb that stands in another form than the one with which its duty starts."""

    first: int
    last: int
    starts: str


def forms_in_one_duty(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each verb that stands in another form than the one with which its sentence starts, up to a few."""
    looks = each_block(context.source, "forms in one duty", _odd_forms)
    found = ((start, one) for start, ones in looks for one in ones)
    for start, odd in islice(found, _MOST):
        yield Hit(Span(start + odd.first, start + odd.last), {"starts": odd.starts})


def _odd_forms(source: Source) -> list[_Odd]:
    block = source.blocks[0]
    if block.kind == "heading" or block.section in _ASIDE:
        return []
    found = list[_Odd]()
    for sentence in _SENTENCE.finditer(source.whole.text):
        odd = _odd_in(sentence)
        if odd:
            found.append(odd)
    return found


def _odd_in(sentence: re.Match[str]) -> _Odd | None:
    """The first verb of a sentence in another form than its first word, where no clause lies between the two."""
    text, start, end = sentence.string, sentence.start(), sentence.end()
    first, known = _FIRST.match(text, start, end), forms_of_duties()
    if first is None:
        return None
    verb = first["verb"].lower()
    form, is_sure = known.get(verb, ("", False))
    if not is_sure or verb in word_list("verb_forms", "opens_a_clause"):
        return None
    read = first.end()
    for joined in _JOINED.finditer(text, first.end(), end):
        other, other_is_sure = known.get(joined["verb"], (form, False))
        between = _WORD.findall(text, read, joined.start())
        read = joined.start()
        if not word_list("verb_forms", "opens_a_clause").isdisjoint(between):
            return None
        if other_is_sure and (form, other) in _CLASH:
            return _Odd(*joined.span("verb"), first["verb"])
    return None


_CLASH = frozenset({("base", "s"), ("s", "base"), ("g", "s")})
"""The form of the first verb and another that cannot follow it; a participle may ("assess families, using ...")."""


# "and retention Develops a plan": what starts a duty behind a word in small letters, with no mark between
_NO_STOP = late(
    r"(?<![\w'’-])(?P<before>[a-z]{3,}|[a-z]+\)) (?P<head>[A-Z][a-z]{3,}) (?P<behind>[a-z]+)(?![\w-])"
)


def stops_missing(context: Context, rule: Rule) -> Iterator[Hit]:
    """Yield each place at which a duty or an ask starts in the midst of a sentence, up to a few."""
    looks = each_block(context.source, "stops missing", _stops_missing)
    found = (Span(start + at, start + end) for start, ones in looks for at, end in ones)
    yield from map(Hit, islice(found, _MOST))


def _stops_missing(source: Source) -> list[tuple[int, int]]:
    block = source.blocks[0]
    if block.kind in ("heading", "row") or block.section in ("eeo", "legal"):
        return []
    return [
        match.span()
        for match in _NO_STOP.finditer(source.whole.text)
        if match["before"] not in word_list("verb_forms", "goes_on")
        and _starts_a_duty(match["head"], match["behind"])
    ]


def _starts_a_duty(head: str, behind: str) -> bool:
    """Whether two words start a duty ("Develops a") or an ask ("Ability to")."""
    return is_a_duty(head) or behind in _asks().get(head, ())


@lru_cache(maxsize=1)
def _asks() -> dict[str, tuple[str, ...]]:
    """The words with which an ask starts, each with those that may follow."""
    return {head: tuple(words) for head, words in lexicon("verb_forms")["starts_an_ask"].items()}
