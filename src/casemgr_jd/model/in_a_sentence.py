"""How a sentence of ours takes in what was given of people: with an article, in a team, or as it stands."""

from casemgr_jd._lexicon import lexicon, word_list

__all__ = ["is_group", "is_per_team", "is_sentence", "led_by"]


def is_sentence(words: str | None) -> bool:
    """Tell whether what was given is a whole sentence, which stands as it is.

    >>> is_sentence("You share two aides with the night shift"), is_sentence("Four of us are nurses.")
    (True, True)
    >>> is_sentence("six nurses, whom you lead"), is_sentence("six nurses.")
    (False, False)
    """
    told = words or ""
    first, *others = told.lower().split() or [""]
    known = lexicon("given")["sentences"]
    if first in known["speakers"]:
        return True
    has_verb = not set(others).isdisjoint(known["verbs"])
    is_closed = told.endswith((".", "!", "?")) and told[:1].isupper()
    return has_verb and (is_closed or first in known["points"])


def led_by(words: str | None) -> str | None:
    """Return who leads as a sentence goes on to it: an office takes an article, a name takes none.

    >>> led_by("Director of Case Management"), led_by("Nurse Manager, Care Transitions")
    ('the Director of Case Management', 'the Nurse Manager, Care Transitions')
    >>> led_by("Ana Ruiz, RN, Nurse Manager"), led_by("Supervisor Yvette Carrero")
    ('Ana Ruiz, RN, Nurse Manager', 'Supervisor Yvette Carrero')
    >>> led_by("the Director of Nursing"), led_by("our clinical lead"), led_by(None)
    ('the Director of Nursing', 'our clinical lead', None)
    """
    return f"the {words}" if words and _is_office(words) else words


def _is_office(words: str) -> bool:
    known = lexicon("given")["offices"]
    named = _head_of(words).lower().split()
    if not named or named[0] in known["after"]:
        return False
    behind = [*named[1:], ""]
    return any(
        one in known["words"] and (not after or after in known["goes_on"])
        for one, after in zip(named, behind, strict=True)
    )


def is_group(words: str | None) -> bool:
    """Tell whether what was given names a team as one: a person joins it.

    >>> is_group("a team of four case managers"), is_group("four case managers")
    (True, False)
    """
    return (words or "").lower().startswith(tuple(word_list("given", "teams", "groups")))


def is_per_team(words: str | None) -> bool:
    """Tell whether what was given says how many a team has, not who they are.

    >>> is_per_team("11 case managers to a team"), is_per_team("11 case managers")
    (True, False)
    """
    return any(one in (words or "").lower() for one in lexicon("given")["teams"]["per"])


def _head_of(words: str) -> str:
    """Return the words before the first mark that ends a name or an office."""
    for mark in (",", "(", ";", ":", "/"):
        words = words.partition(mark)[0]
    return words.strip()
