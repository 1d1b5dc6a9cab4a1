"""What a posting that somebody else wrote says of duties and oversight, line by line."""

import re
from collections.abc import Iterable
from functools import lru_cache

from casemgr_jd.content.catalog import Catalog
from casemgr_jd.content.load import load_catalog

__all__ = ["duties_in", "is_overseen"]

# A line that opens with one of these words, or a clause that holds one, supports a licensed duty
# without being one.
_SUPPORTING = frozenset(
    (
        *("support", "gather", "supply", "prepare", "assist", "help"),
        *("pass", "refer", "participate", "attend", "contribute", "brief", "leave", "notes"),
    )
)

# What stands right before a duty that somebody else carries.
_OTHERS = re.compile(
    r"\b(?:nurses|clinicians|physicians|providers|therapists|reviewers|social workers|colleagues)"
    r"(?: who| will| can)?\s+$"
)
_LICENSED = (
    r"(?:licensed|registered nurse|rn|lcsw|lmsw|clinical (?:social worker|supervisor|manager))"
)
_OVERSEEN = re.compile(
    rf"\b(?:supervis\w+|oversight|overseen|direction|directed)(?: \w+){{0,4}}? {_LICENSED}\b"
    rf"|\b(?:licensed|clinical|rn|lcsw) (?:supervision|oversight)\b"
)


def duties_in(lines: Iterable[str], catalog: Catalog | None = None) -> dict[str, tuple[str, ...]]:
    """Return the duties that *lines* speak of, each with the lines that do.

    >>> duties_in(["Complete utilization review with MCG criteria"])
    {'utilization_review': ('Complete utilization review with MCG criteria',)}
    """
    content = catalog or load_catalog()
    found: dict[str, tuple[str, ...]] = {}
    guarded = _guarded(content)
    for line in lines:
        words = line.casefold().replace("’", "'")
        for duty, pattern in _signals(content):
            match = pattern.search(words)
            if match and not (duty in guarded and _supports(words[: match.start()])):
                found[duty] = (*found.get(duty, ()), line)
    return found


def is_overseen(lines: Iterable[str]) -> bool:
    """Tell whether a posting says that a licensed professional oversees the work.

    >>> is_overseen(["You work under the oversight of a licensed professional."])
    True
    """
    return any(_OVERSEEN.search(line.casefold()) for line in lines)


def _supports(before: str) -> bool:
    """Tell whether what stands before a duty says that somebody else performs it."""
    clause = set(re.split(r"[,;]", before)[-1].split())
    opening = before.split(": ")[-1]
    somebody_else = _OTHERS.search(before) is not None
    return (
        somebody_else
        or opening.startswith(tuple(_SUPPORTING))
        or not clause.isdisjoint(_SUPPORTING)
    )


@lru_cache(maxsize=8)
def _signals(catalog: Catalog) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (one.id, re.compile(rf"\b(?:{'|'.join(map(_pattern, one.words))})\b"))
        for one in catalog.advising.signals
        if one.words
    )


def _pattern(words: str) -> str:
    """Return the words of a signal as a regular expression.

    >>> _pattern("(develop|create)* .. care plan*")
    '(?:develop|create)\\\\w*(?:\\\\W+[\\\\w-]+){0,4}?\\\\W+care\\\\ plan\\\\w*'
    """
    kept = re.escape(words).replace(r"\(", "(?:").replace(r"\)", ")").replace(r"\|", "|")
    return kept.replace(r"\*", r"\w*").replace(r"\ \.\.\ ", r"(?:\W+[\w-]+){0,4}?\W+")


def _guarded(catalog: Catalog) -> frozenset[str]:
    """Return the duties that not everybody may carry: somebody else's are no duty of the job."""
    return frozenset(duty.id for duty in catalog.scope.duties if duty.licenses or duty.held_by)
