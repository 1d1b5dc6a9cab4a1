"""What may be the element that a posting seems to lack: a name, a town, a way to apply, told of as a question.

A reader that finds no employer cannot tell a posting that names none from one that names it in a way of its own.
Where words stand that a person would take for it, the finding is a remark that shows them.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from casemgr_jd._late import late
from casemgr_jd.checks.context import Context
from casemgr_jd.facts.gazetteer import states_of
from casemgr_jd.facts.labels import labelled
from casemgr_jd.facts.matches import each_match
from casemgr_jd.facts.organizations import is_a_role, names_an_organization
from casemgr_jd.facts.phrases import phrases_in
from casemgr_jd.reading.late import LatePattern
from casemgr_jd.reading.lexicon import Said, lexicon
from casemgr_jd.reading.source import Source, Span

__all__ = ["hint_of"]

_ASIDE = frozenset({"eeo", "legal", "benefits"})


def hint_of(context: Context, element: str) -> Span | None:
    """Return the words that may name an element, or ``None`` where nothing looks like it."""
    find = _HINTS.get(element)
    return next(find(context), None) if find is not None else None


# "Bureau of Indian Education", "Memorial Health Care Center"
_CAPITALS = r"[A-Z][\w&'’.-]*\w"
_NAME = late(rf"{_CAPITALS}(?: (?:(?:of|for|and|&) (?:the )?)?{_CAPITALS}){{1,7}}")
_BODY = Said("completeness", "bodies")
_NO_BODY = Said("completeness", "no_bodies")


def _employers(context: Context) -> Iterator[Span]:
    title = context.facts.title
    for one in context.facts.employers:
        in_title = title is not None and title.span.start <= one.span.start < title.span.end
        if names_an_organization(one.value) and not in_title:
            yield one.span
    for span, name in _matches(context.source, _NAME):
        if _is_a_body(name.group()):
            yield span


def _is_a_body(name: str) -> bool:
    """Whether words are the name of a body: its kind stands last, or goes on with "of"."""
    words = name.lower()
    body = _BODY.search(words)
    if body is None or _NO_BODY.search(words) or is_a_role(name):
        return False
    behind = words[body.end() :]
    return not behind or behind.startswith((" of ", " for "))


_TOWN_NAME = r"(?:(?:St|Ft|Mt)\. )?[A-Z][a-z]{3,}(?: [A-Z][a-z]+){0,2}"


@lru_cache(maxsize=1)
def _town() -> re.Pattern[str]:
    return re.compile(rf"(?:{_any('before_towns')}) (?:the )?(?P<town>{_TOWN_NAME})")


@lru_cache(maxsize=1)
def _house_in() -> re.Pattern[str]:
    """A house in a town that no list of ours holds."""
    return re.compile(
        rf"(?i:{_any('houses')})s? in (?P<town>[A-Z][a-z]{{2,}}(?: [A-Z][a-z]+){{0,2}})"
    )


@lru_cache(maxsize=1)
def _address_or_region() -> re.Pattern[str]:
    region = rf"(?:[A-Z][A-Za-z-]+ ){{1,3}}(?:{_any('regions')})"
    street = rf"(?<![\w$])\d{{1,5}} (?:[NSEW]\.? )?[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){{0,3}} (?:{_any('streets')})"
    return re.compile(rf"(?:{region}|{street})(?![a-z])")


def _any(words: str) -> str:
    return "|".join(map(re.escape, lexicon("completeness")["words"][words]))


_FROM_AFAR = Said("completeness", "from_afar")


def _places(context: Context) -> Iterator[Span]:
    source = context.source
    yield from _said(source, _FROM_AFAR)
    for one in labelled(source, "location"):
        if _IS_AN_ADDRESS.search(source.folded, one.value.start, one.value.end):
            yield one.value
    for span, match in _matches(source, _town()):
        start = span.start + match.start("town") - match.start()
        words = match["town"].split()
        for end in range(len(words), 0, -1):
            name = " ".join(words[:end])
            if states_of(name):
                yield Span(start, start + len(name))
    for span, match in _matches(source, _house_in()):
        yield Span(span.start + match.start("town") - match.start(), span.end)
    for span, _ in _matches(source, _address_or_region()):
        yield span


_APPLYING, _IS_AN_ADDRESS = Said("completeness", "applying"), Said("completeness", "address")


def _ways_to_apply(context: Context) -> Iterator[Span]:
    yield from _said(context.source, _APPLYING)


def _said(source: Source, wording: LatePattern) -> Iterator[Span]:
    yield from sorted(Span(*one.span()) for one in phrases_in(source, wording.phrases))


def _matches(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
    """Yield where a pattern stands in what is said of the job, with the match in its block."""
    for found in each_match(source, pattern):
        span = Span(*found.span())
        block = source.block_at(span.start)
        if block.kind != "heading" and block.section not in _ASIDE and not _of_home(source, span):
            yield span, found.in_block


def _of_home(source: Source, span: Span) -> bool:
    """Whether a sentence says where people may live, and not where they work."""
    return source.holds(source.sentence(*span), _LIVES)


_LIVES = Said("completeness", "lives")


_HINTS: dict[str, Callable[[Context], Iterator[Span]]] = {
    "employer": _employers,
    "location": _places,
    "apply": _ways_to_apply,
}
