"""What the employer's own words speak of, by words that the content lists."""

import re
from collections import Counter
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
    """Yield the lines that tell benefits in the order given: the group, the label if any, and the words.

    Short ones that stand side by side and are for one use share a line; behind a label, where no other line
    tells of that use: one alone needs none, and "Insurance: dental insurance" says it twice. One that tells
    more, or holds a joint of its own, has a line to itself. What no group names shares a line only where it
    is named in a word or two: nothing else joins counsel and boots.

    >>> health, rest = Telling("Health", ("medical", "dental")), Telling("Besides")
    >>> list(benefit_lines(["medical", "dental", "free parking"], (health, rest)))
    [('Health', 'Health', 'medical and dental'), ('Besides', '', 'Free parking')]
    >>> list(benefit_lines(["medical: we pay all of it", "dental"], (health, rest)))
    [('Health', '', 'Medical: we pay all of it'), ('Health', '', 'Dental')]
    >>> given = ["six free counseling visits", "a phone", "a bus pass"]
    >>> [words for _, _, words in benefit_lines(given, (rest,))]
    ['Six free counseling visits', 'A phone and a bus pass']
    """
    lines = tuple(_side_by_side(benefits, groups))
    uses = Counter(group for group, _ in lines)
    for group, some in lines:
        listed = joined(some, "and")
        says_it = group.lower() in listed.lower() or group == groups[-1].subject
        if len(some) > 1 and uses[group] == 1 and not says_it:
            yield group, group, listed
        else:
            yield group, "", opened(listed)


_SHORT = 8
"""How many words a benefit has at most that stands in a list with others."""
_NAMED = 3
"""How many it has at most in a list of what has nothing in common."""
_JOINTS = (", ", "; ", ": ", " and ")


def _side_by_side(
    benefits: Iterable[str], groups: tuple[Telling, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the benefits of each line, with the group of their use; what no group names is in the last."""
    last, line = "", list[str]()
    for benefit in benefits:
        fitting = (one for one in groups if _speaks(benefit.lower(), one))
        group = next(fitting, groups[-1]).subject
        is_short = not _tells_more(benefit, _NAMED if group == groups[-1].subject else _SHORT)
        if line and (group != last or not is_short):
            yield last, tuple(line)
            line = []
        if is_short:
            last, line = group, [*line, benefit]
        else:
            yield group, (benefit,)
    if line:
        yield last, tuple(line)


def _tells_more(benefit: str, most: int) -> bool:
    has_joint = any(one in benefit for one in _JOINTS)
    return has_joint or benefit.endswith(".") or len(benefit.split()) > most


def _speaks(text: str, telling: Telling) -> bool:
    for phrase in telling.but:
        text = text.replace(phrase, " ")
    return bool(telling.words) and _any_of(telling.words).search(text) is not None


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{ways})(?!\w)")
