"""The forms of English words, by rule; what follows no rule stands in the lexicon."""

from functools import lru_cache

from casemgr_jd._lexicon import lexicon

__all__ = ["forms", "plurals"]

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")
#: Verbs that double their last letter although they have more than one syllable.
_DOUBLING = frozenset(
    {"refer", "prefer", "occur", "commit", "submit", "permit", "transfer", "admit"}
)


def plurals(noun: str) -> tuple[str, ...]:
    """Return a noun and its plural, longest first.

    >>> plurals("facility"), plurals("client"), plurals("bonus")
    (('facilities', 'facility'), ('clients', 'client'), ('bonuses', 'bonus'))
    """
    return (_with_s(noun), noun)


@lru_cache(maxsize=4096)
def forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a verb, longest first.

    >>> forms("carry"), forms("plan")
    (('carrying', 'carried', 'carries', 'carry'), ('planning', 'planned', 'plans', 'plan'))
    """
    irregular = _irregular().get(verb)
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else verb
    if _doubles(verb):
        stem = verb + verb[-1]
    past = f"{verb[:-1]}ied" if _ends_in_y(verb) else f"{stem}ed"
    made = (verb, _with_s(verb), f"{stem}ing", *(irregular or (past,)))
    return tuple(sorted(dict.fromkeys(made), key=lambda form: (-len(form), form)))


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_HISSING) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    return word[-1:] == "y" and word[-2:-1] not in _VOWELS


def _doubles(verb: str) -> bool:
    if len(verb) < 3 or verb[-1] in "aeiouwxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    syllables = sum(
        letter in _VOWELS and (not index or verb[index - 1] not in _VOWELS)
        for index, letter in enumerate(verb)
    )
    return syllables == 1 or verb in _DOUBLING


@lru_cache(maxsize=1)
def _irregular() -> dict[str, tuple[str, ...]]:
    return {verb: tuple(forms) for verb, forms in lexicon("inflection")["past"].items()}
