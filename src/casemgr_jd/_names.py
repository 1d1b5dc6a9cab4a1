"""Small helpers for names: normalizing them, and guessing which one was meant."""

from collections.abc import Iterable

__all__ = ["counted", "did_you_mean", "joined", "snake"]


def snake(name: str) -> str:
    """Return a name as ids are written: lower case, with underscores.

    >>> snake("Managed-Care ")
    'managed_care'
    """
    return name.strip().lower().replace("-", "_").replace(" ", "_")


def counted(count: int, noun: str) -> str:
    """Return how many there are of what *noun* names.

    >>> counted(2, "posting"), counted(1, "KPI"), counted(0, "blank")
    ('2 postings', '1 KPI', '0 blanks')
    """
    return f"{count} {noun}{'s' * (count != 1)}"


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest known name, or nothing; nothing for what is no name.

    >>> did_you_mean("senoir", ["entry", "senior", "lead"])
    "did you mean 'senior'?"
    >>> did_you_mean("zebra", ["entry", "senior", "lead"])
    ''
    """
    from difflib import get_close_matches

    if not isinstance(name, str):
        return ""
    matches = get_close_matches(snake(name), list(known), n=1, cutoff=_ALIKE)
    return f"did you mean {matches[0]!r}?" if matches else ""


_ALIKE = 0.7
"""How alike two names are at least, from 0 to 1; below it stand names that share a few letters by chance."""


def joined(words: Iterable[str], conjunction: str) -> str:
    """Return words as a person lists them.

    Entries that hold a comma or a conjunction are kept apart by semicolons. The last may bring the word.

    >>> joined(["RN", "LCSW", "LMSW"], "or")
    'RN, LCSW or LMSW'
    >>> joined(["medical, dental and vision", "paid time off"], "and")
    'medical, dental and vision; paid time off'
    >>> joined(["HMO or PPO medical", "dental"], "and")
    'HMO or PPO medical and dental'
    >>> joined(["every weekend is worked", "the grant ends in June"], ";")
    'every weekend is worked; the grant ends in June'
    >>> joined(["BSN", "ADN", "or equivalent experience"], "or")
    'BSN, ADN or equivalent experience'
    """
    *first, last = list(words) or [""]
    if not first:
        return last
    if conjunction == ";":
        return "; ".join((*first, last))
    last = last.removeprefix(f"{conjunction} ")
    joints = (*_JOINTS, f" {conjunction} ")
    if any(mark in one for one in (*first, last) for mark in joints):
        # A list of choices needs its word; of things that all stand, the marks are enough.
        return f"{'; '.join(first)}; {'or ' * (conjunction == 'or')}{last}"
    return f"{', '.join(first)} {conjunction} {last}"


_JOINTS = (", ", "; ")
"""What a reader could take for a joint of the list, where it stands inside an entry."""
