"""Whom a job is for, or what it is part of, where its title says so in words that no trade of ours knows."""

from collections.abc import Iterator
from functools import cache, lru_cache

from casemgr_jd._late import late
from casemgr_jd._lexicon import lexicon, word_list
from casemgr_jd._records import NamedTuple

__all__ = ["PEOPLE", "PROGRAM", "WHOM", "WORK", "Named", "named_in", "words_named", "words_of_whom"]

PEOPLE, PROGRAM, WORK = "named_people", "named_program", "named_work"
WHOM = "named_whom"
"""People for whom work is done that the title names besides: they add no more than their name."""
_MOST_WORDS = 9


class Named(NamedTuple):
    """What a title names in words of its own."""

    kind: str
    """People, a program or work: each has sentences of its own."""
    words: str
    """The name as it stands within a sentence."""
    subjects: frozenset[str]
    """Its words in small letters, without those that every such name has."""


@lru_cache(maxsize=1024)
def named_in(title: str) -> Named | None:
    """Return what a title names, from the first of its parts that does; nothing where none does.

    >>> named_in("Lead Case Manager (LCSW), Adult Autism and Anxiety Team").words
    'the Adult Autism and Anxiety Team'
    >>> named_in("Case Manager, Students Returning from Residential Treatment").words
    'students returning from residential treatment'
    >>> named_in("Case Manager, Boise") is None
    True
    """
    return next((named for one in _parts(title) if (named := _read(_core(one))) is not None), None)


def words_named(title: str | None) -> str | None:
    """Return how what a title names reads within a sentence.

    >>> words_named("Case Manager, Guatemalan Maya Families")
    'Guatemalan Maya families'
    """
    named = named_in(title) if title else None
    return named.words if named is not None else None


@lru_cache(maxsize=1024)
def words_of_whom(title: str | None) -> str | None:
    """Return how people are called whom a title names beside the work that is done for them.

    >>> words_of_whom("Veterans Housing Case Manager"), words_of_whom("Housing Navigator, Brain Injury")
    ('veterans', 'people with a brain injury')
    >>> words_of_whom("Housing Case Manager") is None
    True
    """
    parts = map(_without_work, _parts(title or ""))
    return next((said for one in parts if (said := _whom(one)) is not None), None)


def _without_work(words: list[str]) -> list[str]:
    """Return the words of a part without role and work, on either side of the people."""
    while (core := _core(words)) and _is_of(core[-1], "work_beside"):
        words = core[:-1]
    while core and _is_of(core[0], "work_beside"):
        core = _core(core[1:])
    return core


def _whom(words: list[str]) -> str | None:
    """Return how the people are called that words name; nothing where they name no people."""
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    told = " ".join(_PARTED.split(" ".join(words).lower()))
    said: str | None = lexicon("title_named")["said_of_people"].get(told)
    if said is None and _names_people(words):
        return " ".join(map(_small, words))
    return said


def _parts(title: str) -> Iterator[list[str]]:
    """Yield the words of each part of a title; one with other marks is no name to be said again."""
    for mark in lexicon("title_named")["between"]:
        title = title.replace(mark, "\n")
    for part in title.replace(" & ", " and ").split("\n"):
        words = part.split()
        if words and all(map(_WORD.fullmatch, words)):
            yield words


def _core(words: list[str]) -> list[str]:
    """Return the words without role, level and what joins them to the name."""
    while words and _is_of(words[-1], "role") and not _stays(words):
        words = words[:-1]
    while words and (_is_of(words[0], "role") or _is_of(words[0], "joins")):
        words = words[1:]
    return words


def _stays(words: list[str]) -> bool:
    """Tell whether the last word belongs to the name, though elsewhere it is one of a role."""
    return " ".join(words[-2:]).lower() in word_list("title_named", "stays")


def _read(words: list[str]) -> Named | None:
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    last = words[-1]
    if _is_of(last, "program"):
        return _named(PROGRAM, ["the", *words], words)
    if _is_of(last, "without_article"):
        return _named(PROGRAM, words, words)
    if _names_people(words):
        return _named(PEOPLE, map(_small, words), words)
    if _is_of(last, "work"):
        return _named(WORK, map(_small, words), words)
    return None


def _names_people(words: list[str]) -> bool:
    """Tell whether a noun for people ends the words, or what is said of the people follows it."""
    behind = (*words[1:], "")
    return any(
        _is_of(one, "people") and (not after or _is_of(after, "goes_on"))
        for one, after in zip(words, behind)
    )


def _named(kind: str, told: "Iterator[str] | list[str] | map[str]", words: list[str]) -> Named:
    subjects = frozenset(" ".join(_PARTED.split(" ".join(words).lower())).split())
    return Named(kind, " ".join(told), subjects - _shell())


@cache
def _shell() -> frozenset[str]:
    """Return the words that tell nothing of their own in a name."""
    lists = ("role", "joins", "people", "goes_on", "program", "without_article", "work", "shell")
    return frozenset().union(*(word_list("title_named", one) for one in lists))


def _is_of(word: str, name: str) -> bool:
    return word.lower() in word_list("title_named", name)


def _small(word: str) -> str:
    """Return a word as it stands within a sentence: names and letters keep their capitals."""
    if not word.istitle():
        return word
    told = word.lower()
    is_small = told in _small_words() or told.endswith(
        tuple(lexicon("title_named")["small_endings"])
    )
    return told if is_small else word


@cache
def _small_words() -> frozenset[str]:
    lists = ("small", "people", "goes_on", "joins", "work", "program")
    return frozenset().union(*(word_list("title_named", one) for one in lists))


_WORD = late(r"[A-Za-z][A-Za-z'’.+-]*|[0-9]+(?:st|nd|rd|th)?")
_PARTED = late(r"[^a-z0-9]+")
