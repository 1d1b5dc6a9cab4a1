"""Which trades, people and programs a title names, as traits that sentences follow from."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import count

from casemgr_jd._late import late
from casemgr_jd._lexicon import lexicon, word_list
from casemgr_jd._records import NamedTuple
from casemgr_jd.model.title_named import PEOPLE, PROGRAM, WHOM, WORK, named_in, words_of_whom

__all__ = [
    "SPECIALTIES",
    "TITLED",
    "TITLED_TRAITS",
    "is_unlike",
    "names_other_license",
    "titled_order",
    "titled_traits",
]

TITLED = "titled."
"""How the name of such a trait begins."""


@lru_cache(maxsize=1024)
def is_unlike(title: str) -> bool:
    """Tell whether a title names a kind of work besides role and setting.

    A general scene may not be true of it; where a specialty of ours tells it, its own scene stands first.
    """
    return bool(_unknown(_spaced(title)))


def _unknown(words: str) -> set[str]:
    """Return the words of a title that name neither role nor setting nor hours."""
    return set(words.split()) - word_list("title_plain", "words")


def _spaced(title: str) -> str:
    return _BETWEEN_WORDS.sub(" ", title.lower()).strip()


def _specialties(title: str | None) -> tuple[frozenset[str], ...]:
    """Return the specialties that a title names, each with its kinds, the leading one first.

    More words are more exact, and of two that are alike the first in the title leads. What says how the work
    is done, or only whom it is for, comes behind what names the work: housing for former foster youth is
    housing. Words of a longer name are none of a shorter one: trauma violence intervention is no trauma unit.
    Words that name several are one subject. What the title names in words of its own stands between both: it
    says more than whom the job is for. And whom the title says the job is for beats whom a word for how the
    work is done usually means.

    >>> [sorted(one) for one in _specialties("Case Manager, Burn and Stroke Unit")]
    [['burn'], ['stroke']]
    >>> ["spinal_cord" in one for one in _specialties("Case Manager, Spinal Cord Injury")], _specialties(None)
    ([True], ())
    >>> [sorted(one)[0] for one in _specialties("Case Manager, Guatemalan Maya Families")]
    ['named_people', 'families']
    >>> [sorted(one) for one in _specialties("Targeted Case Manager, Youth")]
    [['youth']]
    """
    ways, others = _told_by(_spaced(title or ""))
    with_work = any(_is_any("work", way) for way, _ in ways)
    found = [(_stands(way, with_work), -_length(way.words), at, _names_of(way)) for way, at in ways]
    if with_work and words_of_whom(title) is not None:
        found.append((_BEHIND, 0, 0, frozenset({WHOM})))
    elif (named := named_in(title or "")) is not None and not named.subjects.isdisjoint(others):
        found.append((_BETWEEN, 0, 0, frozenset({named.kind})))
    return tuple(dict.fromkeys(names for *_, names in sorted(found, key=lambda one: one[:3])))


def _told_by(words: str) -> tuple[list[tuple["_Way", int]], set[str]]:
    """Return the words that name specialties, each with its place, and the words that nothing knows."""
    rest, ways = f" {words} ", list[tuple[_Way, int]]()
    near = set(_ways_in(words.split()))
    for way in sorted(near, key=lambda way: (-len(way.words.split()), way.rank)):
        at = rest.find(f" {way.words} ")
        if at >= 0:
            ways.append((way, at))
            rest = rest.replace(f" {way.words} ", f" {'|' * len(way.words)} ")
    if any(_is_any("usual_of_others", way) for way, _ in ways):
        ways = [(way, at) for way, at in ways if not _is_usual(way)]
    return ways, _unknown(rest)


def _names_of(way: "_Way") -> frozenset[str]:
    return frozenset(way.names).union(*map(_kinds_of, way.names))


def _is_usual(way: "_Way") -> bool:
    """Tell whether words say how the work is done, and only usually whom it is for."""
    return way.words in word_list("title_plain", "usual")


_AHEAD, _WORK, _BETWEEN, _BEHIND = range(4)
"""Where a subject of a title stands among the others."""


def _stands(way: "_Way", with_work: bool) -> int:
    """Return where what some words name stands: the work leads the people and programs it is done for."""
    if with_work and _is_any("work", way):
        return _WORK
    if _is_all("gives_way", way) or (with_work and _is_all("whom", way)):
        return _BEHIND
    return _AHEAD


def _is_all(listed: str, way: "_Way") -> bool:
    return word_list("title_plain", listed).issuperset(way.names)


def _is_any(listed: str, way: "_Way") -> bool:
    return not word_list("title_plain", listed).isdisjoint(way.names)


@lru_cache(maxsize=1024)
def titled_order(title: str | None) -> tuple[frozenset[str], ...]:
    """Return the traits that follow from the specialties that a title names, the leading one first."""
    return tuple(frozenset(f"{TITLED}{one}" for one in names) for names in _specialties(title))


def titled_traits(title: str | None) -> frozenset[str]:
    """Return the traits of a job that follow from the specialties that its title names."""
    return frozenset().union(*titled_order(title))


def names_other_license(title: str | None) -> bool:
    """Tell whether a title names letters of a license that its role does not bring: an LPN is no RN.

    >>> names_other_license("LPN Case Manager"), names_other_license("RN Case Manager")
    (True, False)
    """
    others = word_list("title_plain", "other_license")
    return any(not others.isdisjoint(one) for one in _specialties(title))


def _length(words: str) -> int:
    """Return how many words there are; the letter that an apostrophe left is none."""
    return sum(one != "s" for one in words.split())


@cache
def _kinds_of(specialty: str) -> tuple[str, ...]:
    """Return the kinds that a specialty is of, by the names of their traits."""
    kinds = lexicon("title_plain")["kinds"]
    return tuple(f"{_KIND}{kind}" for kind, members in kinds.items() if specialty in members)


class _Way(NamedTuple):
    """Words that name specialties."""

    words: str
    rank: int
    names: tuple[str, ...]


def _ways_in(words: list[str]) -> Iterator[_Way]:
    """Yield the words that name specialties among those of a title."""
    named, ranks, longest = _named()
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            way = " ".join(words[start:end])
            if way in named:
                yield _Way(way, ranks[way], tuple(named[way]))


@cache
def _named() -> tuple[dict[str, list[str]], dict[str, int], int]:
    """Return the specialties by the words that name them, the order of these, and how many are the most."""
    named: dict[str, list[str]] = {}
    # No more is made of each of the thousands: a program that starts looks for those of one title.
    for name, ways in lexicon("specialties").items():
        for way in ways:
            named.setdefault(way, []).append(name)
    longest = max(way.count(" ") for way in named) + 1
    return named, dict(zip(named, count())), longest


_BETWEEN_WORDS = late(r"[^a-z0-9]+")
_KIND = "kind."
_KINDS = lexicon("title_plain")["kinds"]
SPECIALTIES = (
    *lexicon("specialties"),
    *(f"{_KIND}{one}" for one in _KINDS),
    *(PEOPLE, PROGRAM, WORK, WHOM),
)
"""What a title may name, by the names of the traits without their head."""
TITLED_TRAITS: frozenset[str] = frozenset(f"{TITLED}{one}" for one in SPECIALTIES)
"""What is found out together: a title is looked at once for all of them."""
