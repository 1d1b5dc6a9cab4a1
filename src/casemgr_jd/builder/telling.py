"""What the employer's own words speak of, by words that the content lists."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from casemgr_jd._names import joined
from casemgr_jd.content.entries import Telling
from casemgr_jd.model.reading import opened
from casemgr_jd.model.requisition import Requisition
from casemgr_jd.model.traits import MANY_BENEFITS

__all__ = ["benefit_lines", "names_license", "spoken_of", "told_in_full"]


def spoken_of(requirements: Iterable[str], subjects: Iterable[Telling]) -> frozenset[str]:
    """Return the subjects of which the employer's own requirements speak.

    >>> license = Telling("license", ("license",), ("driver's license",))
    >>> spoken_of(["A driver's license"], [license]), spoken_of(["A nursing license"], [license])
    (frozenset(), frozenset({'license'}))
    """
    lines = [one.lower() for one in requirements]
    return frozenset(one.subject for one in subjects if any(_speaks(line, one) for line in lines))


def names_license(requirements: Iterable[str], licenses: Iterable[str], telling: Telling) -> bool:
    """Tell whether one line of the employer's own speaks of a license and names one of *licenses*.

    >>> license = Telling("license", ("license", "active"))
    >>> names_license(["An RN license, or eligibility"], ["RN"], license)
    True
    >>> names_license(["Be an active listener"], ["RN"], license)
    False
    """
    named = Telling("", tuple(one.lower() for one in licenses))
    lines = [one.lower() for one in requirements]
    return any(_speaks(one, telling) and _speaks(one, named) for one in lines)


def told_in_full(requisition: Requisition) -> tuple[str, ...]:
    """Return the benefits that are told by what they are for: all of them, where they are many."""
    benefits = requisition.benefits
    return benefits if len(benefits) >= MANY_BENEFITS else ()


def benefit_lines(
    benefits: Iterable[str], groups: tuple[Telling, ...]
) -> Iterator[tuple[str, str, str]]:
    """Yield the lines that tell benefits: the group, the label if there is one, and the words.

    Short ones of one group share a line behind its label, if that tells anything: one alone needs none, the
    last group is what is left, and "Insurance: dental insurance" says it twice. One that tells more has a
    line to itself, and its neighbors no label either: "Insurance: a plan: we pay 85%" reads as a form.
    What is left shares a line only where it is named in a word or two: nothing else joins counsel and boots.

    >>> health, rest = Telling("Health", ("medical", "dental")), Telling("Besides")
    >>> list(benefit_lines(["medical", "free parking", "dental"], (health, rest)))
    [('Health', 'Health', 'medical and dental'), ('Besides', '', 'Free parking')]
    >>> list(benefit_lines(["medical: we pay all of it", "dental"], (health, rest)))
    [('Health', '', 'Medical: we pay all of it'), ('Health', '', 'Dental')]
    >>> given = ["six free counseling visits", "a phone", "a bus pass"]
    >>> [words for _, _, words in benefit_lines(given, (rest,))]
    ['Six free counseling visits', 'A phone and a bus pass']
    """
    for group, some in _by_use(benefits, groups):
        most = _NAMED if group == groups[-1].subject else _SHORT
        short = [one for one in some if not _tells_more(one, most)]
        listed = _in_one_line(short)
        tells = (
            len(some) > 1 and group != groups[-1].subject and group.lower() not in listed.lower()
        )
        if len(short) == len(some) and tells:
            yield group, group, listed
        else:
            lines = [listed if one in short else one for one in some]
            yield from ((group, "", opened(one)) for one in dict.fromkeys(lines))


_SHORT = 8
"""How many words a benefit has at most that stands in a list with others."""
_NAMED = 3
"""How many it has at most in a list of what has nothing in common."""


def _tells_more(benefit: str, most: int) -> bool:
    return ": " in benefit or benefit.endswith(".") or len(benefit.split()) > most


def _by_use(
    benefits: Iterable[str], groups: tuple[Telling, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each group that has any of the benefits, with them; what no group names is in the last."""
    found: dict[str, list[str]] = {one.subject: [] for one in groups}
    for benefit in benefits:
        fitting = (one for one in groups if _speaks(benefit.lower(), one))
        found[next(fitting, groups[-1]).subject].append(benefit)
    yield from ((subject, tuple(some)) for subject, some in found.items() if some)


def _in_one_line(words: Iterable[str]) -> str:
    """Return what stands behind a label: a list, or parts between semicolons where some are lists.

    >>> _in_one_line(["dental", "vision"]), _in_one_line(["medical, dental", "life insurance"])
    ('dental and vision', 'medical, dental; life insurance')
    """
    some = tuple(words)
    told = joined(some, "and")
    return joined(some, ";") if "; " in told else told


def _speaks(text: str, telling: Telling) -> bool:
    for phrase in telling.but:
        text = text.replace(phrase, " ")
    return bool(telling.words) and _any_of(telling.words).search(text) is not None


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")
